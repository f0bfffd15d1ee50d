#include "classifier/clue_finder.h"

#include <algorithm>

#include "classifier/category_sets.h"

namespace vigie::classifier {
namespace {

constexpr std::size_t k_far = 1000;

}  // namespace

bool ClueFinder::passive_agent(const Hit& verb, const Hit& state) const {
  // A noun's "of" may look like a passive's "by": "fordømmelse af".
  if (reading_.any(verb.first, verb.last, {Category::condemn, Category::accusation})) return false;
  for (std::size_t t = verb.last + 1U; t < state.first; ++t) {
    if (reading_.mask[t].has(Category::by)) return reading_.words_between(verb.last, t) <= 1;
  }
  return false;
}

// Whether a state is the object of a verb before it, and not a place: "charged four Chinese nationals", but "charges
// in the US".
bool ClueFinder::is_object(const Hit& verb, const Hit& state) const {
  if (reading_.words_between(verb.last, state.first) > 2) return false;
  for (std::size_t t = verb.last + 1U; t < state.first; ++t) {
    const std::string_view word = reading_.stream.folded_of(reading_.token(t));
    const bool preposition = reading_.token(t).latin && word.size() == 2;
    if (preposition || reading_.mask[t].any({Category::from, Category::by})) return false;
  }
  return true;
}

// A semicolon, a colon or another speaker's name between a state and a verb.
bool ClueFinder::parted(const Hit& state, const Hit& verb) const {
  if (state.last >= verb.first) return false;
  for (std::size_t t = state.last + 1U; t <= verb.first; ++t) {
    if (reading_.token(t).gap >= Gap::colon ||
        (verb.category == Category::deny && reading_.mask[t].any({Category::vendor, Category::company})))
      return true;
  }
  return false;
}

void ClueFinder::accuse_in_order(const Hit& verb, const std::vector<std::size_t>& before,
                                 const std::vector<std::size_t>& after) {
  const auto accuse = [&](std::size_t index, double weight) {
    if (has_role(index, Role::victim, 2) && !has_role(index, Role::accused, 1.2)) return;
    give_to(index, Role::accused, weight, "sentence:accused", verb.first, verb.last);
  };
  const auto speak = [&](std::size_t index) {
    give_to(index, Role::speaker, 2.2, "sentence:accuser", verb.first, verb.last);
  };
  switch (reading_.grammar->order) {
    case Grammar::Order::svo:
      if (before.empty() && after.size() > 1 && phrases_[after[0]].has(k_speaking_bodies)) {
        speak(after[0]);  // "For første gang knytter norske myndigheter angrepet til Russland"
        accuse(after[1], 2.2);
      } else if (after.empty() && before.size() > 1 && reading_.grammar->verb_bracket) {
        speak(before.front());  // "hatte Berlin Russland beschuldigt"
        accuse(before.back(), 2.2);
      } else if (!after.empty() && passive_agent(verb, reading_.states[after.front()])) {
        speak(after.front());  // "named by the US"
        if (!before.empty()) accuse(before.back(), 1.8);
      } else if (!after.empty()) {
        accuse(after.front(), 2.4);
        if (!before.empty()) speak(before.back());
      }
      break;
    case Grammar::Order::sov: {
      std::size_t object = k_far;
      for (const std::size_t i : before) {
        const Hit& state = reading_.states[i];
        for (std::size_t t = state.last + 1U; t < verb.first && reading_.words_between(phrases_[i].last, t) <= 1; ++t) {
          if (t > phrases_[i].last && reading_.mask[t].any({Category::object_after, Category::against_after}))
            object = i;
        }
      }
      // What is marked as the object of accusing was not attacked: "ईरान पर आरोप".
      if (object != k_far) give_to(object, Role::accused, 2.6, "sentence:accused", verb.first, verb.last);
      if (object == k_far && before.size() > 1) accuse(before.back(), 1.8);
      if (before.size() > 1 && before.front() != object) speak(before.front());
      break;
    }
    case Grammar::Order::vso:
      if (!before.empty() && !after.empty()) {
        speak(before.back());
        accuse(after.front(), 2.4);
      } else if (after.size() > 1) {  // "accuse London and Washington Moscow": the accusers first, in a list
        std::size_t last = 0;
        while (last + 2 < after.size() && listed(after[last + 1])) ++last;
        for (std::size_t i = 0; i <= last; ++i) speak(after[i]);
        accuse(after[last + 1], 2.4);
      }
      break;
  }
}

// Both sides of a verb of accusing.
void ClueFinder::verbs_of_accusing(const Hit& verb) {
  const std::uint16_t sentence = reading_.token(verb.first).sentence;
  const bool accusing = verb.category == Category::accuse;
  std::vector<std::size_t> before;
  std::vector<std::size_t> after;
  const auto first =
      std::lower_bound(reading_.states.begin(), reading_.states.end(), reading_.stream.sentences[sentence].begin,
                       [](const Hit& hit, std::uint32_t token) { return hit.first < token; });
  for (auto i = static_cast<std::size_t>(first - reading_.states.begin()); i < reading_.states.size(); ++i) {
    const Hit& state = reading_.states[i];
    if (reading_.token(state.first).sentence != sentence) break;
    if (silent_[i] || parted(state, verb)) continue;
    if (state.last < verb.first && reading_.words_between(state.last, verb.first) <= 9) before.push_back(i);
    if (state.first > verb.first && state.last < verb.last) after.push_back(i);  // "macht China verantwortlich"
    if (state.first > verb.last && reading_.words_between(verb.last, state.first) <= (after.empty() ? 7 : 10) &&
        !comma_between(verb.last, state.first))
      after.push_back(i);
  }
  if (accusing) {
    if (near_[sentence]) accuse_in_order(verb, before, after);
    return;
  }
  if (verb.category == Category::accused) {
    if (!before.empty() && tells_[sentence] && !has_role(before.back(), Role::speaker, 1.6))
      give_to(before.back(), Role::accused, 2, "sentence:is-accused", verb.first, verb.last);
    return;
  }
  if (verb.category == Category::deny) {
    const bool accusation =
        reading_.any_in_sentence(sentence, {Category::accusation, Category::denial, Category::operation});
    // The subject: nearest before the verb, first of all where the verb ends the sentence; never who was attacked.
    if (reading_.grammar->order == Grammar::Order::sov) std::reverse(before.begin(), before.end());
    while (!before.empty() && has_role(before.back(), Role::victim, 1) && !has_role(before.back(), Role::accused, 1))
      before.pop_back();
    if (!before.empty()) {
      give_to(before.back(), Role::accused, accusation ? 2 : 1, "sentence:denies", verb.first, verb.last);
    } else if (!after.empty()) {
      give_to(after.front(), Role::accused, accusation ? 1.6 : 0.8, "sentence:denies", verb.first, verb.last);
    }
    return;
  }
  if (reading_.grammar->order == Grammar::Order::sov) {
    punish_before(verb, before);
    return;
  }
  // Sanctions and charges hit what follows them.
  if (!after.empty() && !spoken_role(after.front(), Role::victim)) {
    const bool organ = reading_.states[after.front()].category == Category::state_service ||
                       phrases_[after.front()].has({Category::service, Category::hacker});
    if (!organ && !is_object(verb, reading_.states[after.front()])) return;
    give_to(after.front(), Role::accused, organ ? 2.2 : 1.6, "sentence:punished", verb.first, verb.last);
    if (!before.empty()) give_to(before.back(), Role::speaker, 2, "sentence:punishes", verb.first, verb.last);
  }
}

// Where the verb ends the sentence, its object stands nearest before it and its subject first.
void ClueFinder::punish_before(const Hit& verb, const std::vector<std::size_t>& before) {
  if (before.empty()) return;
  const std::size_t object = before.back();
  const bool organ = reading_.states[object].category == Category::state_service ||
                     phrases_[object].has({Category::service, Category::hacker, Category::sponsored});
  if ((!organ && before.size() < 2) || has_role(object, Role::victim, 1.8)) return;
  give_to(object, Role::accused, organ ? 2.2 : 1.6, "sentence:punished", verb.first, verb.last);
  if (before.size() > 1) give_to(before.front(), Role::speaker, 2, "sentence:punishes", verb.first, verb.last);
}

}  // namespace vigie::classifier
