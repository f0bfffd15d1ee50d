#include "classifier/conclusion.h"

#include <algorithm>
#include <array>

#include "classifier/category_sets.h"

namespace vigie::classifier {
namespace {

// Least weight for a state to be told as accused or victim, and least share of the most accused one's weight.
constexpr double k_least_accused = 1.5;
constexpr double k_least_victim = 1.1;
constexpr double k_least_share = 0.35;
constexpr double k_least_hint = 1.0;
// A clue that accuses in so many words weighs at least this.
constexpr double k_plain = 1.6;
// A victim told in so many words; and what a state only told as hit further down needs.
constexpr double k_plain_victim = 2.0;
constexpr double k_side_victim = 2.0;
constexpr double k_alone_victim = 2.0;  // the same where title and lead tell nobody as hit
constexpr std::uint16_t k_lead = 4;     // title and first sentences

// What a state may call its own.
constexpr CategorySet k_own_bodies =
    (k_peaceful_bodies - CategorySet{Category::diplomat, Category::bank, Category::education}) |
    CategorySet{Category::ministry_defence,
                Category::ministry_interior,
                Category::government,
                Category::military,
                Category::court,
                Category::media,
                Category::intelligence,
                Category::cert,
                Category::police};

double place_weight(const Reading& reading, std::uint16_t sentence) {
  if (reading.stream.sentences[sentence].field == Span::Field::title) return 1.3;
  return sentence < 2 ? 1.1 : sentence < 7 ? 1 : 0.7;
}

Conclusion::Standing& standing_of(std::vector<Conclusion::Standing>& standings, StateId state) {
  for (Conclusion::Standing& standing : standings) {
    if (standing.state == state) return standing;
  }
  standings.push_back({state, 0, 0, 0, 0, false});
  return standings.back();
}

struct Parts {
  double accused = 0;
  double victim = 0;
  double speaker = 0;
  double plain = 0;  // the heaviest single reason that accuses
};

// What the clues say of one mention. Several reasons for one part add a little to the heaviest.
Parts parts_of(const Reading& reading, const std::vector<Clue>& clues, std::uint32_t mention) {
  Parts parts;
  for (const Clue& clue : clues_of(clues, reading.token(reading.states[mention].first).sentence)) {
    if (clue.mention != mention) continue;
    double& sum = clue.role == Role::accused ? parts.accused : clue.role == Role::victim ? parts.victim : parts.speaker;
    sum = std::max(sum, clue.weight) + 0.2 * std::min(sum, clue.weight);
    if (clue.role == Role::accused) parts.plain = std::max(parts.plain, clue.weight);
  }
  return parts;
}

// Silent mentions: an embassy's host, a dateline, a firm's home.
bool no_part(const Reading& reading, const std::vector<Clue>& clues, std::uint32_t mention) {
  const std::span<const Clue> here = clues_of(clues, reading.token(reading.states[mention].first).sentence);
  return std::any_of(here.begin(), here.end(), [&](const Clue& clue) {
    return clue.mention == mention && clue.weight == 0 &&
           (clue.rule == "sentence:no-part" || clue.rule == "sentence:host");
  });
}

bool speaks_too(const Reading& reading, const std::vector<Clue>& clues, std::uint32_t mention) {
  const std::span<const Clue> here = clues_of(clues, reading.token(reading.states[mention].first).sentence);
  return std::any_of(here.begin(), here.end(),
                     [&](const Clue& clue) { return clue.mention == mention && clue.rule == "sentence:says-too"; });
}

// One mention plays one part: the heaviest.
void weigh_mentions(const Reading& reading, const std::vector<Clue>& clues, Conclusion& result) {
  for (std::uint32_t m = 0; m < reading.states.size(); ++m) {
    const Parts parts = parts_of(reading, clues, m);
    const std::uint16_t sentence = reading.token(reading.states[m].first).sentence;
    const double place = place_weight(reading, sentence);
    const bool in_title = reading.stream.sentences[sentence].field == Span::Field::title;
    Conclusion::Standing& standing = standing_of(result.standings, reading.states[m].state);
    if (parts.accused >= parts.victim && parts.accused >= parts.speaker) {
      standing.accused += parts.accused * place;
      standing.plain = std::max(standing.plain, parts.plain);
      if (in_title) standing.titled = parts.plain >= k_plain && standing.victim == 0;
    }
    if (parts.victim > parts.accused && parts.victim >= parts.speaker * 0.5) standing.victim += parts.victim * place;
    if (parts.speaker > parts.accused) standing.speaker += parts.speaker * place;
  }
}

// "Dutch agency hacked CozyBear": an actor right behind a verb of hacking was hit.
bool is_hacked(const Reading& reading, const ActorRef& ref) {
  if (reading.grammar->order != Grammar::Order::svo || ref.first < 2 ||
      !reading.same_sentence(ref.first - 2U, ref.first))
    return false;
  return reading.mask[ref.first - 1U].has(Category::hack) && !reading.mask[ref.first - 1U].has(Category::suffer) &&
         !reading.mask[ref.first].has(Category::by) && reading.token(ref.first).gap == Gap::space;
}

void weigh_actors(const Reading& reading, const ActorCatalogue& actors, Conclusion& result) {
  for (const ActorRef& ref : reading.actors) {
    if (!ref.known) continue;
    if (std::find(result.actors.begin(), result.actors.end(), ref.actor) != result.actors.end()) continue;
    result.actors.push_back(ref.actor);
    const Actor& actor = actors.actor(ref.actor);
    if (actor.kind != ActorKind::state || actor.sponsors.empty() || is_hacked(reading, ref)) continue;
    Conclusion::Standing& standing = standing_of(result.standings, actor.sponsors.front());
    standing.accused += 2 * place_weight(reading, reading.token(ref.first).sentence);
    standing.plain = std::max(standing.plain, 2.0);
  }
}

bool is_accused(const Conclusion& result, StateId state) {
  return std::find(result.accused.begin(), result.accused.end(), state) != result.accused.end();
}

// The state in which an embassy of an accused one stands.
StateId host_of_accused(const Reading& reading, const std::vector<Clue>& clues, const Conclusion& result) {
  for (const Clue& clue : clues) {
    if (clue.rule == "sentence:host" && !is_accused(result, reading.states[clue.mention].state))
      return reading.states[clue.mention].state;
  }
  return k_no_state;
}

// Whether a sentence names a body of `kinds` that no state's name stands beside.
bool names_unowned(const Reading& reading, std::size_t sentence, const CategorySet& kinds) {
  for (std::uint32_t i = reading.first_hit[sentence]; i < reading.first_hit[sentence + 1]; ++i) {
    const Hit& hit = reading.hits[i];
    if (!kinds.has(hit.category)) continue;
    bool owned = false;
    for (const Hit& state : reading.states_of(sentence)) {
      const StatePhrase phrase = phrase_of(reading, state);
      owned = owned || (phrase.first <= hit.first && phrase.last >= hit.last);
    }
    if (!owned) return true;
  }
  return false;
}

// A ministry, parliament or firm in the lead that no state's name stands beside.
bool names_own_body(const Reading& reading) {
  for (std::size_t s = 0; s < std::min<std::size_t>(3, reading.sentence_count()); ++s) {
    if (names_unowned(reading, s, k_own_bodies)) return true;
  }
  return false;
}

void choose_accused(Conclusion& result, std::vector<Conclusion::Standing> standings) {
  std::stable_sort(standings.begin(), standings.end(),
                   [](const auto& a, const auto& b) { return a.accused > b.accused; });
  const bool any_plain =
      std::any_of(standings.begin(), standings.end(), [](const auto& s) { return s.plain >= k_plain; });
  for (const Conclusion::Standing& standing : standings) {
    const bool enough =
        standing.accused >= k_least_accused && standing.accused >= k_least_share * standings.front().accused;
    // What the title says is the news; what the text recalls of earlier blows is not.
    const double other = standing.titled ? standing.speaker : std::max(standing.victim, standing.speaker);
    const bool against = standing.accused < 0.8 * other;
    // Hints add up to an accusation only where nobody is accused in so many words, and never of who speaks.
    const bool hint = standing.plain < k_plain && (any_plain || standing.speaker > 0);
    if (enough && !against && !hint) result.accused.push_back(standing.state);
  }
  // Where nobody is accused in so many words, the strongest hint that is no more than that.
  if (result.accused.empty() && !any_plain && !standings.empty()) {
    const Conclusion::Standing& most = standings.front();
    if (most.accused >= k_least_hint && most.accused > most.victim && most.accused > most.speaker)
      result.accused.push_back(most.state);
  }
  // Who claims a deed of his own speaks as much as he acts.
  for (const Conclusion::Standing& standing : standings) {
    if (result.accused.empty() && standing.plain >= k_plain && standing.accused >= k_least_accused &&
        standing.accused > standing.victim)
      result.accused.push_back(standing.state);
  }
}

/// How far a state that is not accused is told as hit, and speaks; hints that would accuse it no longer count.
struct Suffering {
  StateId state = k_no_state;
  double lead = 0;     // as victim, in title and first sentences
  double all = 0;      // as victim, anywhere
  double speaks = 0;   // in title and first sentences
  bool joins = false;  // speaks there in one breath with another: "Estonia and Latvia said"
  double named = 0;    // in title and first sentences at all, for whatever reason
  double first = 0;    // likewise in title and first sentence
};

// "Aizsardzības ministriju mēģināja uzlauzt": the title tells a body as hit that no state's name stands beside.
bool tells_own_body_hit(const Reading& reading, StateId home, const std::vector<Suffering>& states) {
  const auto named = [&](const Suffering& s) { return s.state != home && s.first > 1.2; };
  if (reading.sentence_count() == 0 || std::any_of(states.begin(), states.end(), named)) return false;
  const CategorySet deeds = {Category::attack, Category::hack, Category::suffer, Category::operation};
  const CategorySet bodies = k_peaceful_bodies | CategorySet{Category::ministry_defence, Category::ministry_interior};
  return reading.any_in_sentence(0, deeds) && names_unowned(reading, 0, bodies);
}

std::vector<Suffering> sufferings(const Reading& reading, const std::vector<Clue>& clues, const Conclusion& result) {
  std::vector<Suffering> out;
  for (std::uint32_t m = 0; m < reading.states.size(); ++m) {
    const StateId state = reading.states[m].state;
    if (is_accused(result, state)) continue;
    auto at = std::find_if(out.begin(), out.end(), [&](const Suffering& s) { return s.state == state; });
    if (at == out.end()) at = out.insert(out.end(), Suffering{state});
    const std::uint16_t sentence = reading.token(reading.states[m].first).sentence;
    if (no_part(reading, clues, m)) continue;
    const Parts parts = parts_of(reading, clues, m);
    const double victim = parts.victim >= parts.speaker * 0.5 ? parts.victim * place_weight(reading, sentence) : 0;
    at->all += victim;
    if (sentence < k_lead) {
      at->lead += victim;
      at->speaks += parts.speaker;
      at->joins = at->joins || speaks_too(reading, clues, m);
    }
    if (sentence < k_lead) at->named += place_weight(reading, sentence);
    if (sentence < 2) at->first += place_weight(reading, sentence);
  }
  std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.all > b.all; });
  return out;
}

void choose_victims(const Reading& reading, const std::vector<Clue>& clues, Conclusion& result) {
  const std::vector<Suffering> states = sufferings(reading, clues, result);
  const StateId home = reading.grammar->home;
  const auto add = [&](StateId state) {
    if (std::find(result.victims.begin(), result.victims.end(), state) == result.victims.end())
      result.victims.push_back(state);
  };
  const bool own = home != k_no_state && !is_accused(result, home) && tells_own_body_hit(reading, home, states);
  const bool told =
      own || std::any_of(states.begin(), states.end(), [](const Suffering& s) { return s.lead >= k_plain_victim; });
  if (own) add(home);
  for (const Suffering& s : states) {
    if (s.lead >= (own ? k_plain_victim : k_least_victim) || s.all >= (told ? k_side_victim : k_alone_victim))
      add(s.state);
  }
  // Where title and lead tell nobody plainly as hit, the state that accuses there speaks of itself.
  if (!told) {
    const auto speaker = std::max_element(states.begin(), states.end(),
                                          [](const auto& a, const auto& b) { return a.speaks < b.speaks; });
    for (const Suffering& s : states) {  // and who speaks with it
      if (speaker->speaks >= 1.6 && (&s == &*speaker || s.joins)) add(s.state);
    }
  }
  // Failing that, the side that title and first sentence name besides the accused one; then the reader's own country;
  // then whoever else the lead names.
  const auto add_most = [&](double Suffering::*measure) {
    const auto most = std::max_element(states.begin(), states.end(),
                                       [&](const auto& a, const auto& b) { return a.*measure < b.*measure; });
    if (result.victims.empty() && most != states.end() && (*most).*measure > 0) add(most->state);
  };
  add_most(&Suffering::first);
  const StateId host = host_of_accused(reading, clues, result);
  if (result.victims.empty() && host != k_no_state) add(host);
  if (result.victims.empty() && home != k_no_state && !is_accused(result, home) && names_own_body(reading)) add(home);
  add_most(&Suffering::named);
}

}  // namespace

Conclusion conclude(const Reading& reading, const std::vector<Clue>& clues, const ActorCatalogue& actors) {
  Conclusion result;
  weigh_mentions(reading, clues, result);
  weigh_actors(reading, actors, result);
  choose_accused(result, result.standings);
  choose_victims(reading, clues, result);
  return result;
}

}  // namespace vigie::classifier
