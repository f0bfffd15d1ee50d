#include "app/retention_chore.h"

#include "app/log.h"

namespace vigie {
namespace {

constexpr std::int64_t k_at_once = 100;  // articles: about a tenth of a second
constexpr seconds k_between{86400};

}  // namespace

RetentionChore::RetentionChore(const Config& config, storage::Database& database) : database_(database) {
  for (const RetentionConfig& rule : config.retention) rules_.push_back({rule.authority, rule.relevant, rule.keep});
}

void RetentionChore::run(Time now) {
  if (rules_.empty() || now < next_) return;
  const storage::PruneReport report = storage::prune_articles(database_, rules_, now, k_at_once);
  pruned_.articles += report.articles;
  pruned_.text_bytes += report.text_bytes;
  if (report.articles == k_at_once) return;
  next_ = now + k_between;
  if (pruned_.articles > 0) {
    LogEntry("retention")("pruned", static_cast<long long>(pruned_.articles))(
        "text_bytes", static_cast<long long>(pruned_.text_bytes))
        .info();
  }
  pruned_ = {};
}

void RetentionChore::finish(Time now) {
  if (rules_.empty()) return;
  while (now >= next_) run(now);
}

}  // namespace vigie
