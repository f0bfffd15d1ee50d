#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/story.h"
#include "storage/database.h"

namespace vigie::storage {

/// A story's row, without its articles.
struct StoryRow {
  std::int64_t id = 0;
  std::string headline;
  std::string language;
  Time first_seen{};
  Time last_seen{};
  int articles = 0;
  int languages = 0;
  std::vector<std::string> accused_states;
  std::vector<std::string> victim_states;
  std::vector<std::string> actors;
  std::int64_t merged_into = 0;  // 0 unless another story took it in
  std::string merge_reason;
  std::int64_t follows = 0;  // an earlier story this one continues, 0 for none
};

struct StoryFilter {
  std::optional<Time> since;  // touched at or after
  std::optional<Time> until;  // touched before
  std::string state;          // accused, ISO code
  std::size_t limit = 50;
};

/// Stories: which articles tell one event. Who belongs together is classifier/story's decision.
class StoryStore {
 public:
  explicit StoryStore(Database& database) : database_(database) {}

  /// A new story; its id. Headline and counts are kept up to date by put_article.
  std::int64_t add(Time now);
  /// Makes room for ids the grouping gives itself: a story of this id exists afterwards.
  void ensure(std::int64_t story, Time now);
  /// Puts an article into a story with the reason it belongs there; `duplicate_of` is the article it is a syndicated
  /// copy of, 0 for none.
  void put_article(std::int64_t article, std::int64_t story, std::string_view reason, std::int64_t duplicate_of = 0);
  /// Moves all articles of `from` into `into`; `from` stays as a pointer with the reason.
  void merge(std::int64_t from, std::int64_t into, std::string_view reason, Time now);
  void link(std::int64_t story, std::int64_t follows, std::string_view reason);

  std::optional<StoryRow> row(std::int64_t id) const;  // follows merged_into
  /// The whole story with articles (no texts unless `load` says so) and statements in order of time.
  std::optional<Story> find(std::int64_t id, bool with_texts = false) const;
  /// Newest first by last_seen; merged ones left out.
  std::vector<StoryRow> list(const StoryFilter& filter) const;

  /// Why an article is in its story, and of which article it is a copy.
  struct Membership {
    std::int64_t article = 0;
    std::int64_t story = 0;
    std::string reason;
    std::int64_t duplicate_of = 0;
  };
  std::vector<Membership> memberships(std::int64_t story) const;

 private:
  Database& database_;
};

}  // namespace vigie::storage
