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

void choose_victims(Conclusion& result, std::vector<Conclusion::Standing> standings) {
  std::stable_sort(standings.begin(), standings.end(),
                   [](const auto& a, const auto& b) { return a.victim > b.victim; });
  for (const Conclusion::Standing& standing : standings) {
    if (!is_accused(result, standing.state) && standing.victim >= k_least_victim)
      result.victims.push_back(standing.state);
  }
  // Where nobody is told as hit, the state that accuses speaks of itself.
  for (const Conclusion::Standing& standing : standings) {
    if (result.victims.empty() && !is_accused(result, standing.state) && standing.speaker >= 2)
      result.victims.push_back(standing.state);
  }
}

}  // namespace

Conclusion conclude(const Reading& reading, const std::vector<Clue>& clues, const ActorCatalogue& actors) {
  Conclusion result;
  weigh_mentions(reading, clues, result);
  weigh_actors(reading, actors, result);
  choose_accused(result, result.standings);
  choose_victims(result, result.standings);
  return result;
}

}  // namespace vigie::classifier
