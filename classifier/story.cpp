#include "classifier/story.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <deque>
#include <functional>
#include <unordered_map>

#include "classifier/signature.h"
#include "classifier/story_features.h"

namespace vigie::classifier {
namespace {

// Tuned on ../shared/stories (written, and the cyber set of real); re-run tests/eval when one changes.
constexpr double k_same_language = 0.20;   // least likeness within a language
constexpr double k_cross_language = 0.12;  // least likeness across languages
constexpr double k_word_share = 0.6;       // of words in the likeness within a language; the rest is anchors'
constexpr double k_best_share = 0.3;       // of the nearest member in a story's fit; the rest is its members' mean
constexpr double k_free_days = 1.5;        // a gap in time that costs nothing
constexpr double k_cost_of_day = 0.06;     // likeness that each further day costs …
constexpr double k_most_cost = 0.6;        // … up to this
constexpr double k_prior = 120;            // articles' worth of rarity before the archive has its own
constexpr std::size_t k_members_looked = 6;
constexpr std::size_t k_common = 80;      // a feature with more holders does not lead to candidates
constexpr std::size_t k_candidates = 60;  // members compared in full
constexpr int k_duplicate_bits = 6;       // signatures nearer than this are copies

using Counts = std::unordered_map<std::uint64_t, int>;

struct Member {
  std::int64_t article = 0;
  std::int64_t story = 0;
  Time at{};
  std::uint64_t signature = 0;
  StoryFeatures features;
  double anchor_norm = 0;  // as the archive's rarities stood when it came
  double word_norm = 0;
};

struct Likeness {
  double over = -1;     // over the threshold, time left aside; negative: not one story
  double gap_cost = 0;  // what the days between cost
  double value() const { return over - gap_cost; }
};

// How well an article fits a story, from its likeness to the members compared.
struct Fit {
  std::vector<double> values;
  double ignoring_time = -1;

  double value(std::size_t members) {
    std::sort(values.begin(), values.end(), std::greater<>());
    const std::size_t looked = std::min(std::max(values.size(), members), k_members_looked);
    double sum = 0;
    for (std::size_t i = 0; i < looked; ++i) sum += i < values.size() ? values[i] : -k_cross_language;
    return k_best_share * values.front() + (1 - k_best_share) * sum / static_cast<double>(looked);
  }
};

bool is_copy(const AssessedArticle& article, const Member& member) {
  return article.article.signature != 0 && member.signature != 0 &&
         signature_distance(article.article.signature, member.signature) <= k_duplicate_bits;
}

}  // namespace

// The members of the window with the statistics of what they hold: rarity is learned from the archive itself.
struct StoryIndex::State {
  seconds window{0};
  std::deque<Member> members;  // in order of arrival; a position counts from the first ever held
  std::size_t dropped = 0;
  std::unordered_map<std::int64_t, std::size_t> sizes;  // members by story
  Counts anchor_counts;
  Counts word_counts;
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> holders;  // feature -> positions, newest last

  double rarity(const Counts& counts, std::uint64_t key) const {
    const auto found = counts.find(key);
    const double seen = found == counts.end() ? 0 : found->second;
    return std::log((static_cast<double>(members.size()) + k_prior) / (seen + 1));
  }

  double norm(const std::vector<StoryFeature>& features, const Counts& counts) const {
    double sum = 0;
    for (const StoryFeature& feature : features) {
      const double weight = feature.weight * rarity(counts, feature.key);
      sum += weight * weight;
    }
    return std::sqrt(sum);
  }

  // The scalar product of two lists, and how many features they share.
  std::pair<double, int> product(const std::vector<StoryFeature>& a, const std::vector<StoryFeature>& b,
                                 const Counts& counts) const {
    double dot = 0;
    int shared = 0;
    for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
      if (a[i].key == b[j].key) {
        const double rare = rarity(counts, a[i].key);
        dot += a[i].weight * b[j].weight * rare * rare;
        ++shared;
        ++i;
        ++j;
      } else if (a[i].key < b[j].key) {
        ++i;
      } else {
        ++j;
      }
    }
    return {dot, shared};
  }

  Likeness likeness(const Member& a, const Member& b) const {
    const auto cosine = [](double dot, double norms) { return norms > 0 ? dot / norms : 0; };
    const auto [dot, shared] = product(a.features.anchors, b.features.anchors, anchor_counts);
    const double anchors = cosine(dot, a.anchor_norm * b.anchor_norm);
    Likeness result;
    if (a.features.language == b.features.language) {
      const double words =
          cosine(product(a.features.words, b.features.words, word_counts).first, a.word_norm * b.word_norm);
      result.over = k_word_share * words + (1 - k_word_share) * anchors - k_same_language;
    } else if (shared >= 2) {
      result.over = anchors - k_cross_language;
    }
    const double days = std::abs(static_cast<double>((a.at - b.at).count())) / 86400;
    result.gap_cost = std::min(k_most_cost, k_cost_of_day * std::max(0.0, days - k_free_days));
    return result;
  }

  Member member_of(const AssessedArticle& article, Time at) const {
    Member member{article.id, 0, at, article.article.signature, story_features(article), 0, 0};
    member.anchor_norm = norm(member.features.anchors, anchor_counts);
    member.word_norm = norm(member.features.words, word_counts);
    return member;
  }

  // The positions that share most with an article, by features few hold.
  std::vector<std::size_t> candidates(const StoryFeatures& features) const {
    std::unordered_map<std::size_t, double> found;
    const auto look_up = [&](const std::vector<StoryFeature>& list, const Counts& counts) {
      for (const StoryFeature& feature : list) {
        const auto at = holders.find(feature.key);
        if (at == holders.end() || at->second.size() > k_common) continue;
        const double rare = rarity(counts, feature.key);
        for (const std::size_t position : at->second) {
          if (position >= dropped) found[position] += feature.weight * rare * rare;
        }
      }
    };
    look_up(features.anchors, anchor_counts);
    look_up(features.words, word_counts);
    std::vector<std::pair<double, std::size_t>> ranked;
    for (const auto& [position, weight] : found) ranked.emplace_back(-weight, position);
    std::sort(ranked.begin(), ranked.end());
    std::vector<std::size_t> positions;
    for (const auto& [weight, position] : ranked) {
      if (positions.size() == k_candidates) break;
      positions.push_back(position);
    }
    return positions;
  }

  void hold(const std::vector<StoryFeature>& features, Counts& counts, std::size_t position) {
    for (const StoryFeature& feature : features) {
      ++counts[feature.key];
      std::vector<std::size_t>& positions = holders[feature.key];
      positions.erase(positions.begin(), std::lower_bound(positions.begin(), positions.end(), dropped));
      positions.push_back(position);
    }
  }

  void forget(const std::vector<StoryFeature>& features, Counts& counts) {
    for (const StoryFeature& feature : features) {
      const auto found = counts.find(feature.key);
      if (found == counts.end() || --found->second > 0) continue;
      counts.erase(found);
      holders.erase(feature.key);
    }
  }

  void drop_older_than(Time time) {
    while (!members.empty() && members.front().at < time) {
      const Member& oldest = members.front();
      forget(oldest.features.anchors, anchor_counts);
      forget(oldest.features.words, word_counts);
      const auto size = sizes.find(oldest.story);
      if (size != sizes.end() && --size->second == 0) sizes.erase(size);
      members.pop_front();
      ++dropped;
    }
  }
};

StoryIndex::StoryIndex(seconds window) : state_(std::make_unique<State>()) { state_->window = window; }
StoryIndex::~StoryIndex() = default;
StoryIndex::StoryIndex(StoryIndex&&) noexcept = default;
StoryIndex& StoryIndex::operator=(StoryIndex&&) noexcept = default;

StoryPlacement StoryIndex::place(const AssessedArticle& article, Time at) const {
  const Member fresh = state_->member_of(article, at);
  std::unordered_map<std::int64_t, Fit> fits;
  StoryPlacement placement;
  for (const std::size_t position : state_->candidates(fresh.features)) {
    const Member& member = state_->members[position - state_->dropped];
    if (is_copy(article, member)) {
      placement.story = member.story;
      placement.duplicate_of = member.article;
      placement.reason = "a near-duplicate of an article of this story";
      return placement;
    }
    const Likeness likeness = state_->likeness(fresh, member);
    Fit& fit = fits[member.story];
    fit.values.push_back(likeness.value());
    fit.ignoring_time = std::max(fit.ignoring_time, likeness.over);
  }
  double best = 0;
  double best_earlier = 0;
  for (auto& [story, fit] : fits) {
    const double value = fit.value(state_->sizes.at(story));
    if (value > best || (value == best && story < placement.story)) {
      best = value;
      placement.story = story;
      placement.reason = "shares names, numbers and states with the story's articles";
    }
    if (fit.ignoring_time > best_earlier) {
      best_earlier = fit.ignoring_time;
      placement.follows = story;
    }
  }
  if (placement.story != 0 || best_earlier < k_same_language) placement.follows = 0;
  if (placement.follows != 0) placement.reason = "a later event of the same matter";
  return placement;
}

void StoryIndex::add(std::int64_t article_id, std::int64_t story, const AssessedArticle& article, Time at,
                     const std::vector<StoryMerge>& merges) {
  for (const StoryMerge& merge : merges) {
    for (Member& member : state_->members) {
      if (member.story != merge.from) continue;
      member.story = merge.into;
      ++state_->sizes[merge.into];
    }
    state_->sizes.erase(merge.from);
  }
  state_->drop_older_than(at - state_->window);
  Member member = state_->member_of(article, at);
  member.article = article_id;
  member.story = story;
  const std::size_t position = state_->dropped + state_->members.size();
  state_->hold(member.features.anchors, state_->anchor_counts, position);
  state_->hold(member.features.words, state_->word_counts, position);
  ++state_->sizes[story];
  state_->members.push_back(std::move(member));
}

std::size_t StoryIndex::size() const { return state_->members.size(); }

}  // namespace vigie::classifier
