#include "app/archive.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

#include "storage/earlier_articles.h"
#include "storage/sha256.h"

namespace vigie {
namespace {

constexpr seconds k_story_window{120 * 86400};
constexpr std::size_t k_read_again = 12;  // articles of long ago compared with their texts

// What is said and done about an event months after it.
bool looks_back(Act act) {
  return act == Act::accusation || act == Act::denial || act == Act::sanction || act == Act::indictment ||
         act == Act::response;
}

}  // namespace

std::optional<storage::EvidenceOptions> evidence_options(const EvidenceConfig& evidence) {
  if (!evidence.enabled) return std::nullopt;
  storage::EvidenceOptions options;
  options.folder = evidence.folder;
  options.rotate_bytes = evidence.rotate_bytes;
  options.software = "vigie/" VIGIE_VERSION;
  return options;
}

Archive::Archive(storage::Database& database, std::optional<storage::EvidenceOptions> evidence, Time now)
    : database_(database), articles_(database), stories_(database), index_(k_story_window) {
  if (evidence) evidence_ = std::make_unique<storage::EvidenceWriter>(database, *evidence);
  restore(now);
}

void Archive::restore(Time now) {
  index_ = classifier::StoryIndex(k_story_window);
  articles_.visit(now - k_story_window, now + seconds{86400}, true, storage::Load::everything,
                  [this](const AssessedArticle& article) {
                    if (article.story != 0) {
                      index_.add(article.id, article.story, article, storage::ArticleStore::time_of(article));
                    }
                    return true;
                  });
}

Archive::Stored Archive::store(AssessedArticle article, const FetchResponse* page, Time now) {
  article.first_seen = now;
  Stored stored;
  const storage::PutResult put = articles_.put(article);
  stored.id = put.id;
  stored.added = put.added;
  if (!put.added) return stored;
  article.id = put.id;
  if (article.assessment.relevant) stored.story = place(put.id, article, now);
  if (page != nullptr && evidence_) {
    const Expected<storage::Capture> capture = evidence_->keep(*page);
    if (!capture) stored.evidence_error = capture.error().message;
  }
  return stored;
}

std::int64_t Archive::place(std::int64_t id, const AssessedArticle& article, Time now) {
  const Time at = storage::ArticleStore::time_of(article);
  classifier::StoryPlacement placement = index_.place(article, at);
  if (placement.story == 0 && placement.follows == 0 && looks_back(article.assessment.act)) {
    placement.follows = story_long_ago(article, at);
    if (placement.follows != 0) placement.reason = "follows an event of long ago with the same actor or states";
  }
  const std::int64_t story = placement.story != 0 ? placement.story : stories_.add(now);
  stories_.put_article(id, story, placement.reason, placement.duplicate_of);
  for (const classifier::StoryMerge& merge : placement.merges) {
    stories_.merge(merge.from, merge.into, merge.reason, now);
  }
  if (placement.follows != 0) stories_.link(story, placement.follows, placement.reason);
  index_.add(id, story, article, at, placement.merges);
  return story;
}

// The index forgets what is older than its window; the archive does not. Titles choose, texts decide.
std::int64_t Archive::story_long_ago(const AssessedArticle& article, Time at) const {
  std::vector<std::pair<double, std::int64_t>> ranked;  // likeness, article
  AssessedArticle title_only = article;
  title_only.article.text.clear();
  for (const AssessedArticle& earlier : storage::earlier_articles(database_, article, at - k_story_window)) {
    ranked.emplace_back(index_.likeness(title_only, earlier), earlier.id);
  }
  const auto looked = static_cast<std::ptrdiff_t>(std::min(ranked.size(), k_read_again));
  std::partial_sort(ranked.begin(), ranked.begin() + looked, ranked.end(), std::greater<>());
  std::pair<double, std::int64_t> best{classifier::StoryIndex::follows_likeness(), 0};
  for (auto one = ranked.begin(); one != ranked.begin() + looked; ++one) {
    const std::optional<AssessedArticle> earlier = articles_.find(one->second);
    if (earlier) best = std::max(best, {index_.likeness(article, *earlier), earlier->story});
  }
  return best.second;
}

Expected<bool> Archive::keep_capture(const FetchResponse& page) {
  if (!evidence_) return false;
  const Expected<storage::Capture> capture = evidence_->keep(page);
  if (!capture) return tl::unexpected(capture.error());
  return true;
}

Expected<bool> Archive::keep_new_capture(const FetchResponse& page) {
  const std::string digest = storage::sha256_hex(page.body);
  for (const storage::Capture& capture : storage::captures_of(database_, page.request.url)) {
    if (capture.payload_sha256 == digest) return false;
  }
  return keep_capture(page);
}

Expected<void> Archive::sync() { return evidence_ ? evidence_->sync() : Expected<void>{}; }

}  // namespace vigie
