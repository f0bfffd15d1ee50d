#include "app/gloss_chore.h"

#include <filesystem>

#include "app/log.h"
#include "digest/outside_text.h"
#include "model/url.h"
#include "storage/story_store.h"

namespace vigie {
namespace {

constexpr seconds k_between{60};
constexpr seconds k_look_back{2 * 86400};
constexpr seconds k_retry{3600};
constexpr std::size_t k_stories = 500;
constexpr std::size_t k_under_way = 50;
constexpr std::size_t k_longest_headline = 300;  // in code points: what leaves the machine at most
constexpr std::chrono::milliseconds k_patience{10'000};

std::string first_part(const std::string& language) { return language.substr(0, language.find('-')); }

}  // namespace

std::string gloss_service_name(const GlossConfig& gloss) {
  if (!gloss.command.empty()) return std::filesystem::path(gloss.command.front()).filename().string();
  const Expected<Url> url = parse_url(gloss.service);
  return url ? url->host : gloss.service;
}

GlossChore::GlossChore(const Config& config, storage::Database& database)
    : database_(database),
      ledger_(database),
      service_(gloss_service_name(config.gloss)),
      language_(first_part(config.digest.language)),
      glosser_(config.gloss, config.network) {}

void GlossChore::run(Time now) {
  keep(glosser_.results(), now);
  if (now < next_look_) return;
  next_look_ = now + k_between;
  ask(now);
}

void GlossChore::finish(Time now) {
  ask(now);
  const auto end = std::chrono::steady_clock::now() + k_patience;
  while (!asked_.empty() && std::chrono::steady_clock::now() < end) {
    keep(glosser_.results(std::chrono::milliseconds{100}), now);
  }
}

void GlossChore::ask(Time now) {
  storage::StoryFilter filter;
  filter.since = now - k_look_back;
  filter.limit = k_stories;
  for (const storage::StoryRow& story : storage::StoryStore(database_).list(filter)) {
    if (asked_.size() >= k_under_way) return;
    if (story.headline.empty() || first_part(story.language) == language_ || asked_.contains(story.headline)) continue;
    const auto failed = failed_.find(story.headline);
    if (failed != failed_.end() && now < failed->second) continue;
    if (ledger_.gloss(story.headline, language_)) continue;
    asked_.insert(story.headline);
    glosser_.ask({story.headline, digest::clean_line(story.headline, k_longest_headline), first_part(story.language),
                  language_});
  }
}

void GlossChore::keep(const std::vector<GlossResult>& results, Time now) {
  if (results.empty()) return;
  std::size_t failures = 0;
  storage::Transaction transaction(database_);
  for (const GlossResult& result : results) {
    asked_.erase(result.job.headline);
    if (result.error.empty()) {
      ledger_.put_gloss(result.job.headline, language_, digest::clean_line(result.gloss, k_longest_headline), service_,
                        now);
      failed_.erase(result.job.headline);
      continue;
    }
    if (failures++ == 0) LogEntry("gloss")("service", service_)("error", result.error).warn();
    failed_[result.job.headline] = now + k_retry;
  }
  transaction.commit();
  // Only what failed of late is remembered.
  std::erase_if(failed_, [&](const auto& item) { return item.second + k_look_back < now; });
}

}  // namespace vigie
