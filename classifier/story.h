#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "model/story.h"
#include "model/time.h"

namespace vigie::classifier {

/// Two stories that turn out to be one.
struct StoryMerge {
  std::int64_t from = 0;
  std::int64_t into = 0;
  std::string reason;  // for people
};

/// Where an article belongs, and why.
struct StoryPlacement {
  std::int64_t story = 0;          // an existing story, or 0 for a new one
  std::string reason;              // for people: "same actors and victim, 3 shared names"
  std::int64_t duplicate_of = 0;   // the article it is a syndicated copy of, 0 for none
  std::int64_t follows = 0;        // an earlier story this one continues, 0 for none
  std::vector<StoryMerge> merges;  // stories this article bridges
};

/// Groups articles on one event, across languages and scripts, as they arrive: by states, actors, victims, indicators,
/// numbers, dates, names that survive translation, and near-duplicate signatures within a language. Cost of an article
/// does not grow with the archive: only stories of the last `window` that share a rare feature are looked at.
class StoryIndex {
 public:
  explicit StoryIndex(seconds window = seconds{120 * 86400});
  ~StoryIndex();
  StoryIndex(StoryIndex&&) noexcept;
  StoryIndex& operator=(StoryIndex&&) noexcept;

  /// Decides; changes nothing. `at` is the article's time (published, else first seen).
  StoryPlacement place(const AssessedArticle& article, Time at) const;

  /// Takes the article in as a member of `story` (and carries out the merges of its placement, where there were any).
  /// Called for every article in order of arrival, also to restore the index at a start.
  void add(std::int64_t article_id, std::int64_t story, const AssessedArticle& article, Time at,
           const std::vector<StoryMerge>& merges = {});

  /// How alike two articles are as tellings of one matter, the time between them left aside, by the present rarities;
  /// from follows_likeness() on a later one follows the earlier one's story.
  double likeness(const AssessedArticle& a, const AssessedArticle& b) const;
  static double follows_likeness();

  std::size_t size() const;  // articles held

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace vigie::classifier
