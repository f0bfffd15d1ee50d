#include "classifier/clue_finder.h"

#include <algorithm>
#include <initializer_list>
#include <string_view>

namespace vigie::classifier {
namespace {

// Korean writes its particles onto the word: 러시아가, 북한을.
bool has_korean_particle(const Reading& reading, std::size_t token, std::initializer_list<std::string_view> particles) {
  const std::string_view word = reading.stream.surface_of(reading.token(token));
  constexpr std::size_t k_syllable = 3;  // bytes
  return word.size() > 2 * k_syllable &&
         std::any_of(particles.begin(), particles.end(),
                     [&](std::string_view particle) { return word.ends_with(particle); });
}

}  // namespace

ClueFinder::ClueFinder(const Reading& reading)
    : reading_(reading), tells_(reading.tells), by_mention_(reading.states.size()) {
  // A title is about what any of the first sentences tells.
  const auto lead = tells_.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(8, tells_.size()));
  for (std::size_t s = 0; s < tells_.size(); ++s) {
    near_.push_back((s == 0 && std::find(tells_.begin(), lead, true) != lead) || tells_[s] ||
                    (s > 0 && tells_[s - 1]) || (s + 1 < tells_.size() && tells_[s + 1]));
  }
}

void ClueFinder::give_to(std::size_t index, Role role, double weight, std::string_view rule, std::size_t first,
                         std::size_t last) {
  const Hit& mention = reading_.states[index];
  by_mention_[index].push_back(static_cast<std::uint32_t>(clues_.size()));
  clues_.push_back({role, mention.state, weight, rule,
                    static_cast<std::uint32_t>(std::min<std::size_t>(first, mention.first)),
                    static_cast<std::uint32_t>(std::max<std::size_t>(last, mention.last)),
                    static_cast<std::uint32_t>(index), reading_.token(mention.first).sentence});
}

void ClueFinder::give(Role role, double weight, std::string_view rule, std::size_t first, std::size_t last) {
  give_to(index_, role, weight, rule, first, last);
}

const Hit* ClueFinder::before(const CategorySet& categories, std::size_t reach, Over over) const {
  const Hit* best = nullptr;
  for (std::uint32_t i = reading_.hit_at[mention_->first]; i > reading_.first_hit[sentence_]; --i) {
    const Hit& hit = reading_.hits[i - 1];
    // Hits are in order of their first word; the longest entries are some ten words long.
    if (reading_.words_between(hit.first, mention_->first) > reach + 10) break;
    if (hit.last >= mention_->first || !categories.has(hit.category)) continue;
    if (reading_.words_between(hit.last, mention_->first) > reach || (best != nullptr && hit.last <= best->last))
      continue;
    // A marker belongs to the state next to it; lists are told apart later.
    if (over == Over::nothing && mention_->first > hit.last + 1U && state_between(hit.last, mention_->first - 1U))
      continue;
    bool stopped = false;
    for (std::size_t t = hit.last + 1U; t <= mention_->first; ++t)
      stopped = stopped || reading_.token(t).gap >= Gap::comma;
    if (!stopped) best = &hit;
  }
  return best;
}

const Hit* ClueFinder::behind(const CategorySet& categories, std::size_t reach) const {
  const StatePhrase& phrase = phrases_[index_];
  for (std::uint32_t i = reading_.hit_at[phrase.last + 1U]; i < reading_.first_hit[sentence_ + 1U]; ++i) {
    const Hit& hit = reading_.hits[i];
    if (reading_.words_between(phrase.last, hit.first) > reach) return nullptr;
    if (!categories.has(hit.category)) continue;
    if (hit.first > phrase.last + 1U && state_between(phrase.last, hit.first - 1U)) return nullptr;
    for (std::size_t t = phrase.last + 1U; t <= hit.first; ++t) {
      if (reading_.token(t).gap >= Gap::bracket) return nullptr;
    }
    return &hit;
  }
  return nullptr;
}

bool ClueFinder::marked(std::size_t index, Mark mark) const {
  const StatePhrase& phrase = phrases_[index];
  const CategorySet wanted = mark == Mark::subject ? CategorySet{Category::subject_after}
                                                   : CategorySet{Category::object_after, Category::against_after};
  const Sentence& sentence = reading_.stream.sentences[reading_.token(phrase.last).sentence];
  for (std::size_t t = phrase.last + 1U; t < sentence.end && reading_.words_between(phrase.last, t) <= 1; ++t) {
    if (reading_.mask[t].any(wanted)) return true;
  }
  return mark == Mark::subject ? has_korean_particle(reading_, phrase.last, {"은", "는", "이", "가"})
                               : has_korean_particle(reading_, phrase.last, {"을", "를"});
}

bool ClueFinder::has_role(std::size_t index, Role role, double least) const {
  return std::any_of(by_mention_[index].begin(), by_mention_[index].end(),
                     [&](std::uint32_t i) { return clues_[i].role == role && clues_[i].weight >= least; });
}

bool ClueFinder::has_rule(std::size_t index, std::string_view rule) const {
  return std::any_of(by_mention_[index].begin(), by_mention_[index].end(),
                     [&](std::uint32_t i) { return clues_[i].rule == rule; });
}

bool ClueFinder::stop_between(std::size_t first, std::size_t last, Gap least) const {
  for (std::size_t t = first + 1; t <= last; ++t) {
    if (reading_.token(t).gap >= least) return true;
  }
  return false;
}

// Whether another state is named in (first, last].
bool ClueFinder::state_between(std::size_t first, std::size_t last) const {
  const auto at = std::upper_bound(reading_.states.begin(), reading_.states.end(), first,
                                   [](std::size_t token, const Hit& hit) { return token < hit.first; });
  return at != reading_.states.end() && at->first <= last;
}

void ClueFinder::look_at(std::size_t index) {
  index_ = index;
  mention_ = &reading_.states[index];
  sentence_ = reading_.token(mention_->first).sentence;
  if (silent_[index]) {
    give(Role::speaker, 0, is_host(index) ? "sentence:host" : "sentence:no-part", mention_->first, mention_->last);
    return;
  }
  if (is_firm_speaking()) give(Role::speaker, 0, "sentence:no-part", mention_->first, mention_->last);
  speaker_clues();
  marker_clues();
  verb_clues();
  phrase_clues();
}

std::vector<Clue> ClueFinder::find() {
  for (const Hit& mention : reading_.states) phrases_.push_back(phrase_of(reading_, mention));
  for (std::size_t i = 0; i < reading_.states.size(); ++i) silent_.push_back(is_silent(i));
  for (std::size_t i = 0; i < reading_.states.size(); ++i) look_at(i);
  for (const Hit& hit : reading_.hits) {
    if (hit.category == Category::accuse || hit.category == Category::accused || hit.category == Category::deny ||
        hit.category == Category::denial || hit.category == Category::sanction || hit.category == Category::indict ||
        hit.category == Category::condemn) {
      dispute_clues(hit);
    }
  }
  list_clues();
  std::stable_sort(clues_.begin(), clues_.end(), [](const Clue& a, const Clue& b) { return a.sentence < b.sentence; });
  return std::move(clues_);
}

}  // namespace vigie::classifier
