#include "classifier/story.h"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <string_view>

#include "classifier/signature.h"
#include "classifier/story_window.h"

namespace vigie::classifier {
namespace {

// Tuned on ../shared/stories (written, and cyber and politics of real); re-run tests/eval when one changes.
constexpr double k_best_share = 0.42;     // of the nearest member in a story's fit; the rest is its members' mean
constexpr double k_stranger = 0.12;       // what a member that is not among the candidates takes from the mean
constexpr double k_follows = 0.20;        // least likeness, time left aside, of an earlier event of the same matter
constexpr double k_bridged = 0.05;        // least fit with the second of two stories that an article bridges …
constexpr double k_stories_apart = 0.02;  // … and how far these may be apart by their own members
constexpr std::size_t k_members_looked = 6;
constexpr int k_duplicate_bits = 6;  // signatures nearer than this are copies

// How well an article fits a story, from its likeness to the members compared.
struct Fit {
  std::vector<double> values;
  double ignoring_time = -1;
  const StoryMember* nearest = nullptr;

  void take(const Likeness& likeness, const StoryMember& member) {
    if (values.empty() || likeness.value() > *std::max_element(values.begin(), values.end())) nearest = &member;
    values.push_back(likeness.value());
    ignoring_time = std::max(ignoring_time, likeness.over);
  }

  double value(std::size_t members) {
    std::sort(values.begin(), values.end(), std::greater<>());
    const std::size_t looked = std::min(std::max(values.size(), members), k_members_looked);
    double sum = 0;
    for (std::size_t i = 0; i < looked; ++i) sum += i < values.size() ? values[i] : -k_stranger;
    return k_best_share * values.front() + (1 - k_best_share) * sum / static_cast<double>(looked);
  }
};

bool is_copy(const StoryMember& a, const StoryMember& b) {
  return a.signature != 0 && b.signature != 0 && signature_distance(a.signature, b.signature) <= k_duplicate_bits;
}

// "the same actor, 3 names, 2 numbers": what two articles share, for people.
std::string shared_words(const StoryFeatures& a, const StoryFeatures& b) {
  std::array<int, static_cast<std::size_t>(FeatureKind::count)> shared{};
  for (const StoryFeature& anchor : a.anchors) {
    const auto found =
        std::lower_bound(b.anchors.begin(), b.anchors.end(), anchor.key,
                         [](const StoryFeature& feature, std::uint64_t key) { return feature.key < key; });
    if (found != b.anchors.end() && found->key == anchor.key) ++shared[static_cast<std::size_t>(anchor.kind)];
  }
  const auto of = [&shared](FeatureKind kind) { return shared[static_cast<std::size_t>(kind)]; };
  std::string out;
  const auto tell = [&out](int number, std::string_view one, std::string_view many) {
    if (number == 0) return;
    out += (out.empty() ? "" : ", ") + (number == 1 ? std::string(one) : std::to_string(number) + std::string(many));
  };
  tell(of(FeatureKind::actor), "the same actor", " actors");
  tell(of(FeatureKind::accused), "the same accused state", " accused states");
  tell(of(FeatureKind::victim), "the same victim state", " victim states");
  tell(of(FeatureKind::indicator), "one indicator", " indicators");
  // A name in Latin letters stands in both lists.
  tell(std::max(of(FeatureKind::name), of(FeatureKind::latin)), "one name", " names");
  tell(of(FeatureKind::number), "one number", " numbers");
  if (out.empty())
    tell(of(FeatureKind::state) + of(FeatureKind::topic) + of(FeatureKind::body), "one matter", " matters");
  return out.empty() ? "much the same words" : out;
}

}  // namespace

struct StoryIndex::State {
  seconds window{0};
  StoryWindow articles;
};

StoryIndex::StoryIndex(seconds window) : state_(std::make_unique<State>()) { state_->window = window; }
StoryIndex::~StoryIndex() = default;
StoryIndex::StoryIndex(StoryIndex&&) noexcept = default;
StoryIndex& StoryIndex::operator=(StoryIndex&&) noexcept = default;

StoryPlacement StoryIndex::place(const AssessedArticle& article, Time at) const {
  const StoryWindow& window = state_->articles;
  const StoryMember fresh = window.measure(article, at);
  std::map<std::int64_t, Fit> fits;
  StoryPlacement placement;
  for (const StoryMember* member : window.candidates(fresh.features)) {
    if (is_copy(fresh, *member)) {
      placement.story = member->story;
      placement.duplicate_of = member->article;
      placement.reason = "a near-duplicate of article " + std::to_string(member->article);
      return placement;
    }
    fits[member->story].take(window.likeness(fresh, *member), *member);
  }
  std::vector<std::pair<double, std::int64_t>> ranked;  // least first, of equals the newest story
  std::pair<double, std::int64_t> earlier{k_follows, 0};
  for (auto& [story, fit] : fits) {
    ranked.emplace_back(-fit.value(window.size_of(story)), story);
    earlier = std::max(earlier, {fit.ignoring_time, story});
  }
  std::sort(ranked.begin(), ranked.end());
  const auto shared_with = [&](std::int64_t story) {
    return shared_words(fresh.features, fits.at(story).nearest->features);
  };
  if (ranked.empty() || ranked.front().first >= 0) {
    placement.follows = earlier.second;
    if (placement.follows != 0) placement.reason = "a later event of the same matter: " + shared_with(earlier.second);
    return placement;
  }
  placement.story = ranked.front().second;
  placement.reason = "shares " + shared_with(placement.story);
  for (std::size_t i = 1; i < ranked.size() && -ranked[i].first >= k_bridged; ++i) {
    const std::int64_t other = ranked[i].second;
    if (window.likeness_of_stories(placement.story, other) < -k_stories_apart) continue;
    // The older story stays.
    const std::int64_t into = std::min(placement.story, other);
    const std::int64_t from = std::max(placement.story, other);
    placement.merges.push_back({from, into,
                                "an article shares " + shared_with(ranked.front().second) + " with one and " +
                                    shared_with(other) + " with the other"});
    placement.story = into;
    break;
  }
  return placement;
}

void StoryIndex::add(std::int64_t article_id, std::int64_t story, const AssessedArticle& article, Time at,
                     const std::vector<StoryMerge>& merges) {
  StoryWindow& window = state_->articles;
  for (const StoryMerge& merge : merges) window.merge(merge.from, merge.into);
  window.drop_older_than(at - state_->window);
  StoryMember member = window.measure(article, at);
  member.article = article_id;
  member.story = story;
  window.add(std::move(member));
}

double StoryIndex::likeness(const AssessedArticle& a, const AssessedArticle& b) const {
  const StoryWindow& window = state_->articles;
  return window.likeness(window.measure(a, Time{}), window.measure(b, Time{})).over;
}

double StoryIndex::follows_likeness() { return k_follows; }

std::size_t StoryIndex::size() const { return state_->articles.size(); }

}  // namespace vigie::classifier
