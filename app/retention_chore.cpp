#include "app/retention_chore.h"

#include "app/log.h"
#include "storage/robots_store.h"
#include "storage/sitemap_store.h"
#include "storage/source_store.h"

namespace vigie {
namespace {

constexpr std::int64_t k_at_once = 100;  // articles: about a tenth of a second
constexpr std::int64_t k_rows_at_once = 2000;
constexpr seconds k_sites_kept{30 * 86400};  // what robots.txt and the children of sitemap indexes said
constexpr seconds k_between{86400};

}  // namespace

RetentionChore::RetentionChore(const Config& config, storage::Database& database) : database_(database) {
  adopt(config);
}

void RetentionChore::adopt(const Config& config) {
  attempts_kept_ = config.attempts_kept;
  rules_.clear();
  for (const RetentionConfig& rule : config.retention) rules_.push_back({rule.authority, rule.relevant, rule.keep});
}

void RetentionChore::run(Time now) {
  if (now < next_ || prune(now)) return;
  next_ = now + k_between;
  if (pruned_.articles > 0 || attempts_pruned_ > 0) {
    LogEntry entry("retention");
    entry("pruned", static_cast<long long>(pruned_.articles))("text_bytes", static_cast<long long>(pruned_.text_bytes));
    entry("attempts", static_cast<long long>(attempts_pruned_)).info();
  }
  pruned_ = {};
  attempts_pruned_ = 0;
}

// One slice; whether there is more.
bool RetentionChore::prune(Time now) {
  const storage::PruneReport report = storage::prune_articles(database_, rules_, now, k_at_once);
  const std::int64_t attempts = storage::SourceStore(database_).prune_outcomes(now - attempts_kept_, k_rows_at_once);
  const std::int64_t known = storage::RobotsStore(database_).forget(now - k_sites_kept, k_rows_at_once) +
                             storage::SitemapStore(database_).forget(now - k_sites_kept, k_rows_at_once);
  pruned_.articles += report.articles;
  pruned_.text_bytes += report.text_bytes;
  attempts_pruned_ += attempts;
  return report.articles == k_at_once || attempts == k_rows_at_once || known >= k_rows_at_once;
}

void RetentionChore::finish(Time now) {
  while (now >= next_) run(now);
}

}  // namespace vigie
