#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/source.h"
#include "model/time.h"
#include "storage/database.h"

namespace vigie::storage {

/// How long articles of one kind are kept.
struct RetentionRule {
  Authority authority = Authority::press;
  bool relevant = false;  // which articles of that authority
  seconds keep{0};        // by the article's time; 0 keeps for ever
};

struct PruneReport {
  std::int64_t articles = 0;
  std::int64_t text_bytes = 0;
};

/// Deletes articles older than their rule, at most `limit` in one transaction of its own. Their URLs stay with reason
/// "pruned", the number is added to the counter "articles_pruned", captures stay.
PruneReport prune_articles(Database& database, const std::vector<RetentionRule>& rules, Time now, std::int64_t limit);

/// The archive in numbers, for `status` and metrics. Cheap: counters and indexes.
struct StatusCounts {
  std::int64_t articles = 0;
  std::int64_t relevant = 0;
  std::int64_t pruned = 0;  // by retention rules, since the beginning
  std::int64_t stories = 0;
  std::int64_t urls = 0;
  std::int64_t queued_pages = 0;
  std::int64_t captures = 0;
  std::int64_t sources = 0;
  std::int64_t sources_due = 0;
  std::int64_t pending_deliveries = 0;
  std::string last_digest_day;
  Time last_article_at{};  // first_seen of the newest arrival
  Time last_outcome_at{};
};
StatusCounts status_counts(Database& database, Time now);

}  // namespace vigie::storage
