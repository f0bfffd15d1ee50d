#include "classifier/conclusion.h"

#include <algorithm>
#include <array>

namespace vigie::classifier {
namespace {

// Least weight for a state to be told as accused or victim, and least share of the most accused one's weight.
constexpr double k_least_accused = 1.5;
constexpr double k_least_victim = 1.1;
constexpr double k_least_share = 0.35;
// A clue that accuses in so many words weighs at least this.
constexpr double k_plain = 1.6;
// A victim told in so many words; and the least share of the plainest victim's weight for another one.
constexpr double k_plain_victim = 2.0;
constexpr double k_least_victim_share = 0.3;

constexpr CategorySet k_own_bodies = {Category::ministry_foreign,
                                      Category::ministry_defence,
                                      Category::ministry_interior,
                                      Category::ministry_finance,
                                      Category::ministry_justice,
                                      Category::ministry,
                                      Category::government,
                                      Category::parliament,
                                      Category::military,
                                      Category::election,
                                      Category::party,
                                      Category::local_government,
                                      Category::court,
                                      Category::energy,
                                      Category::telecom,
                                      Category::transport,
                                      Category::health,
                                      Category::water,
                                      Category::defence_industry,
                                      Category::critical_infrastructure,
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
  standings.push_back({state, 0, 0, 0, 0});
  return standings.back();
}

void weigh_mentions(const Reading& reading, const std::vector<Clue>& clues, Conclusion& result) {
  for (std::uint32_t m = 0; m < reading.states.size(); ++m) {
    std::array<double, 3> sums{};
    double plain = 0;  // the heaviest reason that accuses
    for (const Clue& clue : clues_of(clues, reading.token(reading.states[m].first).sentence)) {
      if (clue.mention != m) continue;
      double& sum = sums.at(static_cast<std::size_t>(clue.role));
      sum = std::max(sum, clue.weight) + 0.2 * std::min(sum, clue.weight);
      if (clue.role == Role::accused) plain = std::max(plain, clue.weight);
    }
    const auto [accused, victim, speaker] = sums;
    // One mention plays one part: the heaviest.
    const double place = place_weight(reading, reading.token(reading.states[m].first).sentence);
    Conclusion::Standing& standing = standing_of(result.standings, reading.states[m].state);
    if (accused >= victim && accused >= speaker) {
      standing.accused += accused * place;
      standing.plain = std::max(standing.plain, plain);
    }
    if (victim > accused && victim >= speaker * 0.5) standing.victim += victim * place;
    if (speaker > accused) standing.speaker += speaker * place;
  }
}

void weigh_actors(const Reading& reading, const ActorCatalogue& actors, Conclusion& result) {
  for (const ActorRef& ref : reading.actors) {
    if (!ref.known) continue;
    if (std::find(result.actors.begin(), result.actors.end(), ref.actor) != result.actors.end()) continue;
    result.actors.push_back(ref.actor);
    const Actor& actor = actors.actor(ref.actor);
    if (actor.kind != ActorKind::state || actor.sponsors.empty()) continue;
    Conclusion::Standing& standing = standing_of(result.standings, actor.sponsors.front());
    standing.accused += 2 * place_weight(reading, reading.token(ref.first).sentence);
    standing.plain = std::max(standing.plain, 2.0);
  }
}

bool is_accused(const Conclusion& result, StateId state) {
  return std::find(result.accused.begin(), result.accused.end(), state) != result.accused.end();
}

// A ministry, parliament or firm in the lead that no state's name stands beside.
bool names_own_body(const Reading& reading) {
  for (std::size_t s = 0; s < std::min<std::size_t>(3, reading.sentence_count()); ++s) {
    if (!reading.tells[s] || !reading.states_of(s).empty()) continue;
    if (reading.any_in_sentence(s, k_own_bodies)) return true;
  }
  for (std::size_t s = 0; s < std::min<std::size_t>(3, reading.sentence_count()); ++s) {
    for (std::uint32_t i = reading.first_hit[s]; i < reading.first_hit[s + 1]; ++i) {
      const Hit& hit = reading.hits[i];
      if (!k_own_bodies.has(hit.category)) continue;
      bool owned = false;
      for (const Hit& state : reading.states_of(s)) {
        const StatePhrase phrase = phrase_of(reading, state);
        owned = owned || (phrase.first <= hit.first && phrase.last >= hit.last);
      }
      if (!owned) return true;
    }
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
    const bool against = standing.accused < 0.8 * std::max(standing.victim, standing.speaker);
    // Hints add up to an accusation only where nobody is accused in so many words, and never of who speaks.
    const bool hint = standing.plain < k_plain && (any_plain || standing.speaker > 0);
    if (enough && !against && !hint) result.accused.push_back(standing.state);
  }
}

void choose_victims(const Reading& reading, Conclusion& result, std::vector<Conclusion::Standing> standings) {
  std::stable_sort(standings.begin(), standings.end(),
                   [](const auto& a, const auto& b) { return a.victim > b.victim; });
  const double most = standings.empty() ? 0 : standings.front().victim;
  for (const Conclusion::Standing& standing : standings) {
    const bool enough = standing.victim >= k_least_victim && standing.victim >= k_least_victim_share * most;
    if (!is_accused(result, standing.state) && enough) result.victims.push_back(standing.state);
  }
  // Where nobody is plainly told as hit, the state that accuses speaks of itself.
  std::stable_sort(standings.begin(), standings.end(),
                   [](const auto& a, const auto& b) { return a.speaker > b.speaker; });
  for (const Conclusion::Standing& standing : standings) {
    if (most >= k_plain_victim || is_accused(result, standing.state) || standing.speaker < 2) continue;
    if (std::find(result.victims.begin(), result.victims.end(), standing.state) == result.victims.end())
      result.victims.push_back(standing.state);
    break;
  }
  const StateId home = reading.grammar->home;
  if (result.victims.empty() && home != k_no_state && !is_accused(result, home) && names_own_body(reading))
    result.victims.push_back(home);
}

}  // namespace

Conclusion conclude(const Reading& reading, const std::vector<Clue>& clues, const ActorCatalogue& actors) {
  Conclusion result;
  weigh_mentions(reading, clues, result);
  weigh_actors(reading, actors, result);
  choose_accused(result, result.standings);
  choose_victims(reading, result, result.standings);
  return result;
}

}  // namespace vigie::classifier
