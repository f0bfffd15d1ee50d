#include "classifier/gate.h"

#include <algorithm>

namespace vigie::classifier {
namespace {

// What a feed's two lines can say. Made for recall: the page itself is judged once it is fetched. Checked on title and
// first 200 characters of the labelled articles; re-run tests/eval when one changes.
constexpr double k_operation_and_state = 0.7;
constexpr double k_actor = 0.8;
constexpr double k_sponsored = 0.6;
constexpr double k_operation = 0.35;
constexpr double k_dispute = 0.3;   // states accuse or deny, and something hostile is named
constexpr double k_service = 0.35;  // an intelligence service, and something hostile or a wanted notice
constexpr double k_hostile = 0.26;  // a state and an attack that may be of any kind

}  // namespace

double gate_score(const Reading& reading, const ActorCatalogue& actors, double relevance) {
  double score = relevance;
  const auto any = [&](const CategorySet& categories) {
    for (std::size_t s = 0; s < reading.sentence_count(); ++s) {
      if (reading.any_in_sentence(s, categories)) return true;
    }
    return false;
  };
  const bool tells = std::find(reading.tells.begin(), reading.tells.end(), true) != reading.tells.end();
  const bool cyber = tells || any({Category::operation, Category::hacker, Category::hack, Category::malware});
  const bool state = !reading.states.empty();
  if (cyber) score = std::max(score, state ? k_operation_and_state : k_operation);
  if (any({Category::sponsored})) score = std::max(score, k_sponsored);
  const bool dispute = any(
      {Category::accuse, Category::deny, Category::sanction, Category::indict, Category::condemn, Category::advisory});
  if (state && dispute && any({Category::cyber, Category::operation_weak})) score = std::max(score, k_dispute);
  const bool hostile = any({Category::operation_weak, Category::attack});
  if (any({Category::state_service}) && (hostile || dispute)) score = std::max(score, k_service);
  // "Attack" and "campaign" beside missiles or goals are no riddle.
  const bool told = any({Category::kinetic, Category::sport});
  if (state && any({Category::operation_weak}) && !told) score = std::max(score, k_hostile);
  for (const ActorRef& ref : reading.actors) {
    const bool sent = !ref.known || actors.actor(ref.actor).kind == ActorKind::state;
    score = std::max(score, sent ? k_actor : k_operation);
  }
  return score;
}

}  // namespace vigie::classifier
