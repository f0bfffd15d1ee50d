#include "classifier/story_window.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <utility>

namespace vigie::classifier {
namespace {

// Tuned on ../shared/stories (written, and cyber and politics of real); re-run tests/eval when one changes.
constexpr double k_same_language = 0.20;   // least likeness within a language
constexpr double k_cross_language = 0.12;  // least likeness across languages
constexpr double k_word_share = 0.42;      // of words in the likeness within a language; the rest is anchors'
constexpr double k_free_days = 1.2;        // a gap in time that costs nothing
constexpr double k_cost_of_day = 0.075;    // likeness that each further day costs …
constexpr double k_most_cost = 0.6;        // … up to this
constexpr double k_other_accused = 0.10;   // what it costs that different states are accused
constexpr double k_prior = 120;            // articles' worth of rarity before the archive has its own
// Across languages, names count at most this many times what the other side has of their kind: Chinese text has hardly
// any names that can be compared, and a Cyrillic one few in Latin letters.
constexpr double k_name_ratio = 2.8;
constexpr double k_name_floor = 60;

constexpr std::size_t k_most_members = 30'000;
constexpr std::size_t k_common = 80;       // a feature with more holders, and more than one member in a hundred …
constexpr std::size_t k_candidates = 60;   // … does not lead to candidates; so many are compared in full
constexpr std::size_t k_common_leads = 8;  // of the features that many hold, where no other is left
constexpr std::size_t k_members_looked = 6;

std::size_t part_of(FeatureKind kind) { return kind == FeatureKind::name ? 1 : kind == FeatureKind::latin ? 2 : 0; }

double cosine(double product, double norm_a, double norm_b) {
  return norm_a > 0 && norm_b > 0 ? product / std::sqrt(norm_a * norm_b) : 0;
}

// Of the sums of squares of anchors, what counts across languages.
double comparable(const std::array<double, 3>& own, const std::array<double, 3>& other) {
  double sum = own[0];
  for (const std::size_t part : {1, 2}) sum += std::min(own[part], k_name_ratio * other[part] + k_name_floor);
  return sum;
}

double sum_of(const std::array<double, 3>& parts) { return parts[0] + parts[1] + parts[2]; }

bool disjoint(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
  if (a.empty() || b.empty()) return false;
  return std::none_of(a.begin(), a.end(),
                      [&](std::uint64_t item) { return std::find(b.begin(), b.end(), item) != b.end(); });
}

}  // namespace

double StoryWindow::rarity(std::uint64_t key) const {
  const auto found = holders_.find(key);
  const double seen = found == holders_.end() ? 0 : found->second.count;
  return std::log((static_cast<double>(members_.size()) + k_prior) / (seen + 1));
}

double StoryWindow::product(const std::vector<StoryFeature>& a, const std::vector<StoryFeature>& b, int& shared) const {
  double sum = 0;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i].key == b[j].key) {
      const double rare = rarity(a[i].key);
      sum += a[i].weight * b[j].weight * rare * rare;
      ++shared;
      ++i;
      ++j;
    } else if (a[i].key < b[j].key) {
      ++i;
    } else {
      ++j;
    }
  }
  return sum;
}

StoryMember StoryWindow::measure(const AssessedArticle& article, Time at) const {
  StoryMember member;
  member.article = article.id;
  member.at = at;
  member.signature = article.article.signature;
  member.features = story_features(article);
  const auto squared = [this](const StoryFeature& feature) {
    const double weight = feature.weight * rarity(feature.key);
    return weight * weight;
  };
  for (const StoryFeature& word : member.features.words) member.words += squared(word);
  for (const StoryFeature& anchor : member.features.anchors) member.anchors[part_of(anchor.kind)] += squared(anchor);
  return member;
}

Likeness StoryWindow::likeness(const StoryMember& a, const StoryMember& b) const {
  int shared = 0;
  const double anchors = product(a.features.anchors, b.features.anchors, shared);
  Likeness result;
  if (a.features.language == b.features.language) {
    int words = 0;
    const double in_words = cosine(product(a.features.words, b.features.words, words), a.words, b.words);
    const double in_anchors = cosine(anchors, sum_of(a.anchors), sum_of(b.anchors));
    result.over = k_word_share * in_words + (1 - k_word_share) * in_anchors - k_same_language;
  } else if (shared >= 2) {
    result.over =
        cosine(anchors, comparable(a.anchors, b.anchors), comparable(b.anchors, a.anchors)) - k_cross_language;
  }
  if (disjoint(a.features.accused, b.features.accused)) result.over -= k_other_accused;
  const double days = std::abs(static_cast<double>((a.at - b.at).count())) / 86400;
  result.gap_cost = std::min(k_most_cost, k_cost_of_day * std::max(0.0, days - k_free_days));
  return result;
}

double StoryWindow::likeness_of_stories(std::int64_t a, std::int64_t b) const {
  const auto of_a = stories_.find(a);
  const auto of_b = stories_.find(b);
  if (of_a == stories_.end() || of_b == stories_.end()) return -1;
  double sum = 0;
  int pairs = 0;
  const auto newest = [](const std::deque<std::uint32_t>& all) { return std::min(all.size(), k_members_looked); };
  for (std::size_t i = 0; i < newest(of_a->second); ++i) {
    for (std::size_t j = 0; j < newest(of_b->second); ++j, ++pairs) {
      sum += likeness(at(*(of_a->second.rbegin() + static_cast<std::ptrdiff_t>(i))),
                      at(*(of_b->second.rbegin() + static_cast<std::ptrdiff_t>(j))))
                 .value();
    }
  }
  return sum / pairs;
}

std::vector<const StoryMember*> StoryWindow::candidates(const StoryFeatures& features) const {
  struct Lead {
    double weight;
    const Holders* holders;
  };
  const std::size_t most = std::max(k_common, members_.size() / 100);
  std::vector<Lead> leads;
  std::vector<Lead> common;
  for (const std::vector<StoryFeature>* list : {&features.anchors, &features.words}) {
    for (const StoryFeature& feature : *list) {
      const auto found = holders_.find(feature.key);
      if (found == holders_.end()) continue;
      const double rare = rarity(feature.key);
      (found->second.count > most ? common : leads).push_back({feature.weight * rare * rare, &found->second});
    }
  }
  // A text that went round the world has nothing left that few hold.
  if (leads.empty()) {
    const std::size_t kept = std::min(common.size(), k_common_leads);
    std::partial_sort(common.begin(), common.begin() + static_cast<std::ptrdiff_t>(kept), common.end(),
                      [](const Lead& a, const Lead& b) { return a.weight > b.weight; });
    leads.assign(common.begin(), common.begin() + static_cast<std::ptrdiff_t>(kept));
  }
  std::vector<float> weights(members_.size(), 0);
  std::vector<std::pair<float, std::uint32_t>> ranked;
  for (const Lead& lead : leads) {
    for (const std::uint32_t position : lead.holders->newest) {
      if (position < dropped_) continue;
      float& weight = weights[position - dropped_];
      if (weight == 0) ranked.emplace_back(0.0F, position);
      weight += static_cast<float>(lead.weight);
    }
  }
  for (auto& [weight, position] : ranked) weight = -weights[position - dropped_];
  const std::size_t looked = std::min(ranked.size(), k_candidates);
  std::partial_sort(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(looked), ranked.end());
  std::vector<const StoryMember*> best;
  for (std::size_t i = 0; i < looked; ++i) best.push_back(&at(ranked[i].second));
  return best;
}

std::size_t StoryWindow::size_of(std::int64_t story) const {
  const auto found = stories_.find(story);
  return found == stories_.end() ? 0 : found->second.size();
}

void StoryWindow::hold(const std::vector<StoryFeature>& features, std::uint32_t position) {
  for (const StoryFeature& feature : features) {
    Holders& holders = holders_[feature.key];
    ++holders.count;
    if (holders.newest.size() == k_common) holders.newest.erase(holders.newest.begin());
    holders.newest.push_back(position);
  }
}

void StoryWindow::forget(const std::vector<StoryFeature>& features) {
  for (const StoryFeature& feature : features) {
    const auto found = holders_.find(feature.key);
    if (found != holders_.end() && --found->second.count == 0) holders_.erase(found);
  }
}

void StoryWindow::add(StoryMember member) {
  if (members_.size() == k_most_members) drop_oldest();
  const auto position = dropped_ + static_cast<std::uint32_t>(members_.size());
  hold(member.features.anchors, position);
  hold(member.features.words, position);
  stories_[member.story].push_back(position);
  members_.push_back(std::move(member));
}

void StoryWindow::drop_oldest() {
  const StoryMember& oldest = members_.front();
  forget(oldest.features.anchors);
  forget(oldest.features.words);
  const auto story = stories_.find(oldest.story);
  story->second.pop_front();
  if (story->second.empty()) stories_.erase(story);
  members_.pop_front();
  ++dropped_;
}

void StoryWindow::drop_older_than(Time time) {
  while (!members_.empty() && members_.front().at < time) drop_oldest();
}

void StoryWindow::merge(std::int64_t from, std::int64_t into) {
  const auto found = stories_.find(from);
  if (found == stories_.end() || from == into) return;
  const std::deque<std::uint32_t> moved = std::move(found->second);
  stories_.erase(found);
  for (const std::uint32_t position : moved) members_[position - dropped_].story = into;
  std::deque<std::uint32_t>& all = stories_[into];
  all.insert(all.end(), moved.begin(), moved.end());
  std::sort(all.begin(), all.end());
}

}  // namespace vigie::classifier
