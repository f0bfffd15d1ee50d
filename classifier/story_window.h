#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <unordered_map>
#include <vector>

#include "classifier/story_features.h"
#include "model/time.h"

namespace vigie::classifier {

/// An article of the window with what it is compared by.
struct StoryMember {
  std::int64_t article = 0;
  std::int64_t story = 0;
  Time at{};
  std::uint64_t signature = 0;
  StoryFeatures features;
  // Sums of squared weights, as the archive's rarities stood when it came.
  double words = 0;
  std::array<double, 3> anchors{};  // facts, names, names in Latin letters
};

/// How alike two articles are, over what makes them one story.
struct Likeness {
  double over = -1;     // time left aside; negative: not one story
  double gap_cost = 0;  // what the days between cost
  double value() const { return over - gap_cost; }
};

/// The articles a new one is compared with, and how rare each feature is among them. Memory and the cost of an article
/// are bounded: the oldest go when there are too many or when they are too old. Room-internal; for one thread.
class StoryWindow {
 public:
  /// An article measured by the present rarities; article's id and story are the caller's to set.
  StoryMember measure(const AssessedArticle& article, Time at) const;

  Likeness likeness(const StoryMember& a, const StoryMember& b) const;

  /// The mean likeness of two stories by their newest members.
  double likeness_of_stories(std::int64_t a, std::int64_t b) const;

  /// The members that share most with an article, by features few hold; best first.
  std::vector<const StoryMember*> candidates(const StoryFeatures& features) const;

  /// How many members a story has in the window.
  std::size_t size_of(std::int64_t story) const;
  std::size_t size() const { return members_.size(); }

  void add(StoryMember member);
  void drop_older_than(Time time);
  /// All members of `from` become members of `into`.
  void merge(std::int64_t from, std::int64_t into);

 private:
  struct Holders {
    std::uint32_t count = 0;
    std::vector<std::uint32_t> newest;  // positions, newest last
  };

  const StoryMember& at(std::uint32_t position) const { return members_[position - dropped_]; }
  double rarity(std::uint64_t key) const;
  double product(const std::vector<StoryFeature>& a, const std::vector<StoryFeature>& b, int& shared) const;
  void hold(const std::vector<StoryFeature>& features, std::uint32_t position);
  void forget(const std::vector<StoryFeature>& features);
  void drop_oldest();

  std::deque<StoryMember> members_;  // in order of arrival; a position counts from the first ever held
  std::uint32_t dropped_ = 0;
  std::unordered_map<std::uint64_t, Holders> holders_;
  std::unordered_map<std::int64_t, std::deque<std::uint32_t>> stories_;  // positions, oldest first
};

}  // namespace vigie::classifier
