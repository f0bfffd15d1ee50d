#include "classifier/parties.h"

#include <algorithm>
#include <array>

#include "classifier/clues.h"

namespace vigie::classifier {
namespace {

// Of several institution words in one phrase the first of these says what it is.
constexpr std::array<Category, 18> k_by_specificity = {Category::embassy,
                                                       Category::ministry_foreign,
                                                       Category::ministry_defence,
                                                       Category::ministry_interior,
                                                       Category::ministry_finance,
                                                       Category::ministry_justice,
                                                       Category::cert,
                                                       Category::intelligence,
                                                       Category::prosecutor,
                                                       Category::court,
                                                       Category::police,
                                                       Category::parliament,
                                                       Category::prime_minister,
                                                       Category::president,
                                                       Category::military,
                                                       Category::ministry,
                                                       Category::minister,
                                                       Category::government};

constexpr CategorySet k_victim_markers = {Category::against, Category::attack, Category::hack};
constexpr std::size_t k_victim_reach = 12;

std::string surface(const Reading& reading, std::size_t first, std::size_t last) {
  const Span span = reading.stream.span_of(first, last);
  const std::string_view field = span.field == Span::Field::title ? reading.stream.title : reading.stream.text;
  return std::string(field.substr(span.begin, span.end - span.begin));
}

std::string_view kind_of_phrase(const Reading& reading, std::size_t first, std::size_t last) {
  for (const Category category : k_by_specificity) {
    if (reading.any(first, last, {category})) return name_of(category);
  }
  if (reading.any(first, last, {Category::spokesperson})) return "spokesperson";
  // "the Slovak firm ESET", "Chinese researchers".
  for (const Category firm : {Category::infosec, Category::company, Category::media, Category::research}) {
    if (reading.any(first, last, {firm})) return name_of(firm);
  }
  return "state";
}

// An embassy's host country belongs to its name: "embassy of China in Belgium". Null where the text does not say it.
const Hit* host_behind(const Reading& reading, std::size_t last) {
  for (const Hit& state : reading.states_of(reading.token(last).sentence)) {
    if (state.first <= last) continue;
    const bool beside = reading.words_between(last, state.first) <= 2 && reading.token(last + 1).gap <= Gap::quote;
    return beside ? &state : nullptr;
  }
  return nullptr;
}

// The state a body belongs to: the one whose phrase holds it, else the nearest in the sentence.
std::string state_of_body(const Reading& reading, const Hit& body, const StateCodes& codes) {
  const Hit* nearest = nullptr;
  std::size_t least = 9;
  for (const Hit& state : reading.states_of(reading.token(body.first).sentence)) {
    const StatePhrase phrase = phrase_of(reading, state);
    if (phrase.first <= body.first && phrase.last >= body.last && !phrase.has({Category::hacker}))
      return codes.code(state.state);
    const std::size_t distance = state.first > body.last ? reading.words_between(body.last, state.first)
                                                         : reading.words_between(state.last, body.first);
    if (distance < least && !phrase.has({Category::hacker, Category::operation, Category::sponsored})) {
      least = distance;
      nearest = &state;
    }
  }
  return nearest != nullptr ? codes.code(nearest->state) : std::string();
}

}  // namespace

Party party_of_state(const Reading& reading, const Hit& mention, const StateCodes& codes) {
  const StatePhrase phrase = phrase_of(reading, mention);
  Party party;
  party.state = codes.code(mention.state);
  party.kind = std::string(kind_of_phrase(reading, phrase.first, phrase.last));
  const Hit* host = party.kind == "embassy" ? host_behind(reading, phrase.last) : nullptr;
  const std::size_t last = host != nullptr ? host->last : phrase.last;
  if (host != nullptr && host->state != mention.state) party.host = codes.code(host->state);
  party.name = surface(reading, phrase.first, last);
  party.span = reading.stream.span_of(phrase.first, last);
  return party;
}

Party party_of_hit(const Reading& reading, const Hit& hit) {
  // "[Ministères de la Défense] et de l'Intérieur": the small words before the second are not its name.
  std::size_t first = hit.first;
  while (first < hit.last && reading.token(first).fold_size <= 2 && !reading.token(first).unspaced) ++first;
  Party party;
  party.name = surface(reading, first, hit.last);
  party.span = reading.stream.span_of(first, hit.last);
  switch (hit.category) {
    case Category::vendor:
      party.kind = "company";
      break;
    case Category::press:
      party.kind = "media";
      break;
    default:
      party.kind = std::string(name_of(hit.category));
  }
  return party;
}

bool is_summoned(const Reading& reading, std::size_t token) {
  const std::size_t sentence = reading.token(token).sentence;
  const std::span<const Hit> states = reading.states_of(sentence);
  if (states.size() < 2 || states[0].state == states[1].state || states[0].last >= token) return false;
  if (phrase_of(reading, states[0]).has({Category::embassy}) || phrase_of(reading, states[0]).last >= token)
    return false;
  for (std::size_t t = states[0].last + 1U; t <= token; ++t) {
    if (reading.token(t).gap >= Gap::comma) return false;
  }
  return !reading.any_in_sentence(sentence, {Category::deny, Category::denial});
}

std::optional<Party> speaking_body(const Reading& reading, std::size_t sentence, const Hit& verb,
                                   std::span<const Clue> clues) {
  // "ministres français visés par Rabat": who is hit does not speak, nor does who is accused accuse.
  const auto is_hit = [&](const Hit& body) {
    return std::any_of(clues.begin(), clues.end(), [&](const Clue& clue) {
      if (clue.role == Role::speaker || clue.weight < (clue.role == Role::victim ? 1.5 : 2)) return false;
      const StatePhrase phrase = phrase_of(reading, reading.states[clue.mention]);
      return phrase.first <= body.first && phrase.last >= body.last && verb.category != Category::deny &&
             verb.category != Category::denial;
    });
  };
  const Hit* best = nullptr;
  for (std::uint32_t i = reading.first_hit[sentence]; i < reading.first_hit[sentence + 1]; ++i) {
    const Hit& hit = reading.hits[i];
    const bool speaks =
        std::find(k_by_specificity.begin(), k_by_specificity.end(), hit.category) != k_by_specificity.end() ||
        hit.category == Category::spokesperson || hit.category == Category::igo;
    if (!speaks || is_hit(hit) || (hit.category == Category::embassy && is_summoned(reading, hit.first))) continue;
    const bool behind = reading.grammar->order == Grammar::Order::svo && hit.first > verb.first;
    // "a joint advisory from 21 agencies": the noun of a warning is followed by who gives it.
    const bool given_by = verb.category == Category::advisory && reading.words_between(verb.last, hit.first) <= 5 &&
                          reading.any(verb.last + 1U, hit.first, {Category::from, Category::by});
    if (behind && !given_by) break;
    if (best == nullptr || hit.last - hit.first > best->last - best->first) best = &hit;
  }
  if (best == nullptr) return std::nullopt;
  Party party = party_of_hit(reading, *best);
  party.kind = std::string(name_of(best->category));
  return party;
}

std::vector<Party> victim_bodies(const Reading& reading, std::size_t sentence, const StateCodes& codes) {
  std::vector<Party> bodies;
  if (!reading.tells.at(sentence)) return bodies;
  const auto speaks = [&](const Hit& body) {
    const Sentence& whole = reading.stream.sentences[sentence];
    for (std::size_t t = body.last + 1U; t < whole.end && reading.words_between(body.last, t) <= 1; ++t) {
      if (reading.mask[t].any({Category::say, Category::accuse})) return true;
    }
    return false;
  };
  const auto is_hit = [&](const Hit& body) {
    for (std::uint32_t i = reading.first_hit[sentence]; i < reading.first_hit[sentence + 1]; ++i) {
      const Hit& marker = reading.hits[i];
      // "These attacks" is a noun: what follows it was not attacked by it.
      const bool noun =
          marker.category == Category::attack && reading.any(marker.first, marker.first, {Category::operation_weak});
      if (!noun && k_victim_markers.any({marker.category}) && marker.last < body.first &&
          reading.words_between(marker.last, body.first) <= k_victim_reach) {
        bool stopped = false;
        for (std::size_t t = marker.last + 1U; t <= body.first; ++t)
          stopped = stopped || reading.token(t).gap >= Gap::colon ||
                    reading.mask[t].any({Category::say, Category::accuse, Category::by, Category::according});
        if (!stopped) return true;
      }
      const bool behind = marker.category == Category::suffer && marker.first > body.last &&
                          reading.words_between(body.last, marker.first) <= 6;
      const bool marked = marker.category == Category::against_after && marker.first > body.last &&
                          reading.words_between(body.last, marker.first) <= 2;
      if (behind || marked) return true;
    }
    return false;
  };
  for (std::uint32_t i = reading.first_hit[sentence]; i < reading.first_hit[sentence + 1]; ++i) {
    const Hit& hit = reading.hits[i];
    if (!is_institution(hit.category) || hit.category == Category::infrastructure ||
        hit.category == Category::spokesperson || hit.category == Category::infosec)
      continue;
    if (!is_hit(hit) || speaks(hit)) continue;
    Party party = party_of_hit(reading, hit);
    party.kind = std::string(name_of(hit.category));
    party.sector = std::string(receiver_category(hit.category));
    party.state = state_of_body(reading, hit, codes);
    bodies.push_back(std::move(party));
  }
  return bodies;
}

}  // namespace vigie::classifier
