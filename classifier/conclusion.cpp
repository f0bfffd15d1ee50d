#include "classifier/conclusion.h"

#include <algorithm>

namespace vigie::classifier {
namespace {

// Least weight for a state to be told as accused or victim, and least share of the most accused one's weight.
constexpr double k_least_accused = 1.5;
constexpr double k_least_victim = 1.1;
constexpr double k_least_share = 0.35;

double place_weight(const Reading& reading, std::uint16_t sentence) {
  if (reading.stream.sentences[sentence].field == Span::Field::title) return 1.3;
  return sentence < 2 ? 1.1 : sentence < 7 ? 1 : 0.7;
}

Conclusion::Standing& standing_of(std::vector<Conclusion::Standing>& standings, StateId state) {
  for (Conclusion::Standing& standing : standings) {
    if (standing.state == state) return standing;
  }
  standings.push_back({state, 0, 0, 0});
  return standings.back();
}

}  // namespace

Conclusion conclude(const Reading& reading, const std::vector<Clue>& clues, const ActorCatalogue& actors) {
  Conclusion result;
  for (std::uint32_t m = 0; m < reading.states.size(); ++m) {
    double accused = 0;
    double victim = 0;
    double speaker = 0;
    for (const Clue& clue : clues_of(clues, reading.token(reading.states[m].first).sentence)) {
      if (clue.mention != m) continue;
      double& sum = clue.role == Role::accused ? accused : clue.role == Role::victim ? victim : speaker;
      sum = std::max(sum, clue.weight) + 0.2 * std::min(sum, clue.weight);
    }
    // One mention plays one part: the heaviest.
    const double place = place_weight(reading, reading.token(reading.states[m].first).sentence);
    Conclusion::Standing& standing = standing_of(result.standings, reading.states[m].state);
    if (accused >= victim && accused >= speaker) standing.accused += accused * place;
    if (victim > accused && victim >= speaker * 0.5) standing.victim += victim * place;
    if (speaker > accused) standing.speaker += speaker * place;
  }
  for (const ActorRef& ref : reading.actors) {
    if (!ref.known) continue;
    if (std::find(result.actors.begin(), result.actors.end(), ref.actor) != result.actors.end()) continue;
    result.actors.push_back(ref.actor);
    const Actor& actor = actors.actor(ref.actor);
    if (actor.kind != ActorKind::state || actor.sponsors.empty()) continue;
    standing_of(result.standings, actor.sponsors.front()).accused +=
        2 * place_weight(reading, reading.token(ref.first).sentence);
  }
  double most = 0;
  for (const Conclusion::Standing& standing : result.standings) most = std::max(most, standing.accused);
  std::vector<Conclusion::Standing> sorted = result.standings;
  std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.accused > b.accused; });
  for (const Conclusion::Standing& standing : sorted) {
    if (standing.accused >= k_least_accused && standing.accused >= k_least_share * most &&
        standing.accused > standing.victim)
      result.accused.push_back(standing.state);
  }
  std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.victim > b.victim; });
  for (const Conclusion::Standing& standing : sorted) {
    const bool accused =
        std::find(result.accused.begin(), result.accused.end(), standing.state) != result.accused.end();
    if (!accused && standing.victim >= k_least_victim) result.victims.push_back(standing.state);
  }
  if (result.victims.empty()) {
    for (const Conclusion::Standing& standing : sorted) {
      const bool accused =
          std::find(result.accused.begin(), result.accused.end(), standing.state) != result.accused.end();
      if (!accused && standing.speaker >= 2) {
        result.victims.push_back(standing.state);
        break;
      }
    }
  }
  return result;
}

}  // namespace vigie::classifier
