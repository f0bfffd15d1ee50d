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
    // "sancționează firme din China": where a punished firm or person is from says whose it is.
    if (verb.category == Category::sanction && t > verb.last + 1U &&
        reading_.mask[t - 1U].any({Category::company, Category::hacker, Category::group}))
      continue;
    const std::string_view word = reading_.stream.folded_of(reading_.token(t));
    const bool in = word == "i" || word == "u" || word == "v" || word == "w" || word == "в" || word == "у";
    const bool preposition = in || (reading_.token(t).latin && word.size() == 2);
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

// The states on both sides of a verb, near enough to be its subject or object.
ClueFinder::Sides ClueFinder::sides_of(const Hit& verb) const {
  Sides sides;
  const std::size_t reach = reading_.grammar->order == Grammar::Order::sov ? 20 : 9;  // the verb ends the sentence
  const Sentence& sentence = reading_.stream.sentences[reading_.token(verb.first).sentence];
  constexpr std::uint32_t k_window = 64;  // tokens: more than any reach below in words
  const std::uint32_t from = verb.first > sentence.begin + k_window ? verb.first - k_window : sentence.begin;
  const auto first = std::lower_bound(reading_.states.begin(), reading_.states.end(), from,
                                      [](const Hit& hit, std::uint32_t token) { return hit.first < token; });
  for (auto i = static_cast<std::size_t>(first - reading_.states.begin()); i < reading_.states.size(); ++i) {
    const Hit& state = reading_.states[i];
    if (state.first >= sentence.end || state.first > verb.last + k_window) break;
    if (silent_[i] || parted(state, verb)) continue;
    if (state.last < verb.first && reading_.words_between(state.last, verb.first) <= reach) sides.before.push_back(i);
    if (state.first > verb.first && state.last < verb.last) sides.after.push_back(i);  // "macht China verantwortlich"
    if (state.first > verb.last && reading_.words_between(verb.last, state.first) <= (sides.after.empty() ? 7 : 10) &&
        !comma_between(verb.last, state.first))
      sides.after.push_back(i);
  }
  return sides;
}

// Both sides of a verb of accusing, denying, punishing.
void ClueFinder::dispute_clues(const Hit& verb) {
  const std::uint16_t sentence = reading_.token(verb.first).sentence;
  const Sides sides = sides_of(verb);
  switch (verb.category) {
    case Category::accuse:
      if (near_[sentence]) accuse(verb, sides);
      break;
    case Category::accused:
      if (!sides.before.empty() && tells_[sentence] && !has_role(sides.before.back(), Role::speaker, 1.6))
        give_to(sides.before.back(), Role::accused, 2, "sentence:is-accused", verb.first, verb.last);
      break;
    case Category::deny:
      refute(sentence);
      deny(verb, sides);
      break;
    case Category::denial:
      refute(sentence);
      deny_by_noun(verb);
      break;
    default:
      punish(verb, sides);
  }
}

void ClueFinder::accuse_state(const Hit& verb, std::size_t index, double weight) {
  if (has_role(index, Role::victim, 2) && !has_role(index, Role::accused, 1.2)) return;
  if (is_locative(reading_, reading_.states[index])) return;  // "kaltinimus dėl šnipinėjimo Lietuvoje"
  give_to(index, Role::accused, weight, "sentence:accused", verb.first, verb.last);
}

void ClueFinder::let_speak(const Hit& verb, std::size_t index) {
  give_to(index, Role::speaker, 2.2, "sentence:accuser", verb.first, verb.last);
}

void ClueFinder::accuse(const Hit& verb, const Sides& sides) {
  switch (reading_.grammar->order) {
    case Grammar::Order::svo:
      accuse_in_the_middle(verb, sides);
      break;
    case Grammar::Order::sov:
      accuse_at_the_end(verb, sides);
      break;
    case Grammar::Order::vso:
      if (!sides.before.empty() && !sides.after.empty()) {
        let_speak(verb, sides.before.back());
        accuse_state(verb, sides.after.front(), 2.4);
      } else if (sides.after.size() > 1) {  // "accuse London and Washington Moscow": the accusers first, in a list
        std::size_t last = 0;
        while (last + 2 < sides.after.size() && listed(sides.after[last + 1])) ++last;
        for (std::size_t i = 0; i <= last; ++i) let_speak(verb, sides.after[i]);
        accuse_state(verb, sides.after[last + 1], 2.4);
      }
      break;
  }
}

// Two states side by side before the verb, no comma or word for and between them.
bool ClueFinder::puts_object_first(const std::vector<std::size_t>& before) const {
  if (before.size() != 2 || reading_.states[before[0]].state == reading_.states[before[1]].state) return false;
  return phrases_[before[0]].last + 1U == reading_.states[before[1]].first &&
         !stop_between(phrases_[before[0]].last, reading_.states[before[1]].first, Gap::comma);
}

// The verb between its subject and its object.
void ClueFinder::accuse_in_the_middle(const Hit& verb, const Sides& sides) {
  const auto& [before, after] = sides;
  // "neigia kaltinimus": a noun that is denied accuses nobody.
  const bool denied = !before.empty() && reading_.any(verb.first, verb.last, {Category::accusation}) &&
                      reading_.any(reading_.states[before.back()].last + 1U, verb.first, {Category::deny});
  if (denied) return;
  if (before.empty() && after.size() > 1 && phrases_[after[0]].has(k_speaking_bodies)) {
    let_speak(verb, after[0]);  // "For første gang knytter norske myndigheter angrepet til Russland"
    accuse_state(verb, after[1], 2.2);
  } else if (after.empty() && puts_object_first(before)) {
    let_speak(verb, before.front());  // "Nemčija Rusijo obtožuje": cases leave the order free
    accuse_state(verb, before.back(), 2.2);
  } else if (after.empty() && before.size() > 1 && reading_.grammar->verb_bracket) {
    let_speak(verb, before.front());  // "hatte Berlin Russland beschuldigt"
    accuse_state(verb, before.back(), 2.2);
  } else if (!after.empty() && passive_agent(verb, reading_.states[after.front()])) {
    let_speak(verb, after.front());  // "named by the US"
    if (!before.empty()) accuse_state(verb, before.back(), 1.8);
  } else if (!after.empty()) {
    // "označilo tvrdenia českej vlády za nepodložené": what is named is a claim, not a culprit.
    const Hit& object = reading_.states[after.front()];
    if (object.first > verb.last + 1U &&
        reading_.any(verb.last + 1U, object.first - 1U, {Category::accusation, Category::denial, Category::deny}))
      return;
    accuse_state(verb, after.front(), 2.4);
    if (!before.empty()) let_speak(verb, before.back());
  }
}

// The verb behind both.
void ClueFinder::accuse_at_the_end(const Hit& verb, const Sides& sides) {
  const std::vector<std::size_t>& before = sides.before;
  std::size_t object = k_far;
  for (const std::size_t i : before) {
    if (reading_.states[i].last < verb.first && marked(i, Mark::object)) object = i;
  }
  // What is marked as the object of accusing was not attacked: "ईरान पर आरोप".
  if (object != k_far) give_to(object, Role::accused, 2.6, "sentence:accused", verb.first, verb.last);
  if (object == k_far && before.size() > 1) accuse_state(verb, before.back(), 1.8);
  if (before.size() > 1 && before.front() != object) let_speak(verb, before.front());
}

// Whether the phrase of a mention speaks for its state by office.
bool ClueFinder::is_mouthpiece(std::size_t index) const {
  return phrases_[index].has({Category::embassy, Category::spokesperson, Category::ministry_foreign});
}

// The subject of denying: an embassy or spokesman if there is one, else what is marked as subject, else what stands
// nearest before the verb (first where the verb ends the sentence); never who was attacked. Behind the verb only where
// no claim stands between: "rejects accusations by Berlin".
void ClueFinder::deny(const Hit& verb, const Sides& sides) {
  const std::uint16_t sentence = reading_.token(verb.first).sentence;
  const bool accusation = reading_.any_in_sentence(sentence, {Category::accusation, Category::denial});
  const bool operation = reading_.any_in_sentence(sentence, {Category::operation, Category::operation_weak});
  const double weight = accusation && operation ? 2.4 : accusation || operation ? 2 : 1;
  const bool at_the_end = reading_.grammar->order == Grammar::Order::sov;
  const auto subject = [&](std::size_t index) {
    // It is his claim that is denied, or his ministry that was hacked.
    if (has_rule(index, "sentence:accuser") || has_rule(index, "sentence:own-accusation") ||
        has_rule(index, "sentence:operation-on-body") || is_locative(reading_, reading_.states[index]))
      return 0;
    if (is_mouthpiece(index)) return 4;
    if (has_rule(index, "sentence:denies")) return 3;  // "denied it and called it baseless"
    if (has_role(index, Role::victim, 1.1) && !has_role(index, Role::accused, 1)) return 0;
    return marked(index, Mark::subject) ? 3 : 2;
  };
  std::size_t best = k_far;
  for (const std::size_t i : sides.before) {
    if (subject(i) == 0) continue;
    const bool better = best == k_far || subject(i) > subject(best) || (subject(i) == subject(best) && !at_the_end);
    if (better) best = i;
  }
  if (best != k_far) {
    give_to(best, Role::accused, weight, "sentence:denies", verb.first, verb.last);
    return;
  }
  if (sides.after.empty() || has_rule(sides.after.front(), "sentence:own-accusation")) return;
  const Hit& state = reading_.states[sides.after.front()];
  const bool claim =
      state.first > verb.last + 1U &&
      reading_.any(verb.last + 1U, state.first - 1U, {Category::accusation, Category::denial, Category::report});
  if (!claim) give_to(sides.after.front(), Role::accused, weight * 0.8, "sentence:denies", verb.first, verb.last);
}

// "Chinese embassy: hacking claims baseless": who speaks for a state and calls something slander denies it.
void ClueFinder::deny_by_noun(const Hit& noun) {
  const std::uint16_t sentence = reading_.token(noun.first).sentence;
  if (reading_.any_in_sentence(sentence, {Category::deny})) return;
  if (!reading_.any_in_sentence(sentence, {Category::accusation, Category::operation, Category::accuse})) return;
  for (std::size_t i = 0; i < reading_.states.size(); ++i) {
    const Hit& state = reading_.states[i];
    if (reading_.token(state.first).sentence != sentence || state.last > noun.first) continue;
    const bool speaks = has_rule(i, "sentence:speaker-colon") || has_rule(i, "sentence:subject-says");
    if (!speaks || !is_mouthpiece(i) || has_rule(i, "sentence:denies")) continue;
    give_to(i, Role::accused, 2.4, "sentence:denies", noun.first, noun.last);
    return;
  }
}

// "rejects Berlin's accusations", "обвинения Лондона безосновательны": whose claims are denied accuses.
void ClueFinder::refute(std::uint16_t sentence) {
  if (refuted_ == sentence) return;  // once a sentence, however many of its words deny
  refuted_ = sentence;
  const auto first =
      std::lower_bound(reading_.states.begin(), reading_.states.end(), reading_.stream.sentences[sentence].begin,
                       [](const Hit& hit, std::uint32_t token) { return hit.first < token; });
  for (auto i = static_cast<std::size_t>(first - reading_.states.begin()); i < reading_.states.size(); ++i) {
    const Hit& state = reading_.states[i];
    if (reading_.token(state.first).sentence != sentence) break;
    if (silent_[i] || has_role(i, Role::accused, 1.6)) continue;
    index_ = i;
    mention_ = &state;
    sentence_ = sentence;
    const Hit* claim = before({Category::accusation}, 2);
    // "ব্রিটেনের অভিযোগ প্রত্যাখ্যান করল চীনা দূতাবাস": behind the verb stands who denies.
    const bool against =
        claim != nullptr && reading_.any(claim->last + 1U, state.first, {Category::against, Category::deny});
    if (claim != nullptr && !against && !reading_.any(claim->first, claim->last, {Category::deny, Category::say}))
      give(Role::speaker, 2.2, "sentence:accuser", claim->first, claim->last);
  }
}

// "EU zet drie GRU-officieren op de sanctielijst", "Ryska hackare åtalas i USA": the object stands before the noun of
// the list, or before the passive.
bool ClueFinder::punished_before(const Hit& verb, const Sides& sides) {
  if (verb.category == Category::condemn || sides.before.empty()) return false;
  const std::size_t object = sides.before.back();
  const Hit& state = reading_.states[object];
  const bool organ =
      state.category == Category::state_service || phrases_[object].has({Category::hacker, Category::sponsored});
  if (!organ || phrases_[object].has({Category::police}) ||
      reading_.words_between(phrases_[object].last, verb.first) > 4 ||
      reading_.any(phrases_[object].last + 1U, verb.first, {Category::say, Category::against}))
    return false;
  const bool listed_by =
      sides.after.empty() && sides.before.size() > 1 && reading_.states[sides.before.front()].state != state.state;
  const bool alone = std::all_of(sides.before.begin(), sides.before.end(),
                                 [&](std::size_t i) { return reading_.states[i].state == state.state; });
  const bool place = sides.after.size() == 1 && alone && !is_object(verb, reading_.states[sides.after.front()]) &&
                     reading_.states[sides.after.front()].category != Category::state_adjective;
  if (!listed_by && !place) return false;
  // Whom courts try without a word on a service, may be anybody's.
  const bool sent = state.category == Category::state_service || phrases_[object].has({Category::sponsored}) ||
                    verb.category == Category::sanction;
  give_to(object, Role::accused, sent ? 2.6 : 1.4, "sentence:punished", verb.first, verb.last);
  give_to(listed_by ? sides.before.front() : sides.after.front(), Role::speaker, 2, "sentence:punishes", verb.first,
          verb.last);
  return true;
}

// Sanctions and charges hit the service, or the state, that is their object.
void ClueFinder::punish(const Hit& verb, const Sides& sides) {
  const auto is_organ = [&](std::size_t index) {
    return reading_.states[index].category == Category::state_service ||
           phrases_[index].has(
               {Category::service, Category::hacker, Category::sponsored, Category::intelligence, Category::military});
  };
  const bool at_the_end = reading_.grammar->order == Grammar::Order::sov;
  const std::vector<std::size_t>& side = at_the_end ? sides.before : sides.after;
  if (!at_the_end && punished_before(verb, sides)) return;
  if (side.empty()) return;
  // Where the verb ends the sentence, its object stands nearest before it.
  const auto organ = at_the_end ? side.end() : std::find_if(side.begin(), side.end(), is_organ);
  std::size_t object = at_the_end ? side.back() : organ == side.end() ? side.front() : *organ;
  // "Κυρώσεις της ΕΕ σε Ρώσους": with nobody before the noun, who punishes stands behind it first.
  if (!at_the_end && verb.category != Category::condemn && organ == side.end() && sides.before.empty() &&
      side.size() > 1 && !listed(side[1])) {
    object = side[1];
    if (reading_.words_between(reading_.states[side[0]].last, reading_.states[object].first) > 2) return;
    give_to(side[0], Role::speaker, 2, "sentence:punishes", verb.first, verb.last);
    give_to(object, Role::accused, 1.6, "sentence:punished", verb.first, verb.last);
    return;
  }
  if (has_role(object, Role::victim, 1.8)) return;
  if (!is_organ(object) && (at_the_end ? side.size() < 2 : !is_object(verb, reading_.states[object]))) return;
  const std::uint16_t sentence = reading_.token(verb.first).sentence;
  // States sanction firms and persons of another for what they did in its name; courts try anybody.
  const double alone = verb.category == Category::sanction && tells_[sentence] ? 2 : 1.6;
  const double weight = !is_organ(object) ? alone : near_[sentence] ? 2.6 : 2.2;
  give_to(object, Role::accused, weight, "sentence:punished", verb.first, verb.last);
  if (sides.before.empty() || (at_the_end && side.size() < 2)) return;
  const std::size_t speaker = at_the_end ? sides.before.front() : sides.before.back();
  give_to(speaker, Role::speaker, 2, "sentence:punishes", verb.first, verb.last);
}

}  // namespace vigie::classifier
