#pragma once

#include <vector>

#include "classifier/clues.h"
#include "classifier/conclusion.h"
#include "classifier/reading.h"
#include "model/assessment.h"

namespace vigie::classifier {

/// A mention as the model tells it: chosen name, other bearers, sponsors with their sources.
ActorMention mention_of(const Reading& reading, const ActorRef& ref, const ActorCatalogue& actors);

/// What one sentence does, before statements are joined: the ground on which the act of the whole is decided.
struct Told {
  std::size_t sentence = 0;
  Act act = Act::report;
  bool authority = false;  // a state or one of its bodies speaks
  bool accused_speaks = false;
};

/// Fills attributions and victim bodies of `into`: who says what of whom, sentence by sentence, statements of one
/// speaker and one act joined.
std::vector<Told> describe_statements(const Reading& reading, const std::vector<Clue>& clues,
                                      const Conclusion& conclusion, const ActorCatalogue& actors,
                                      const StateCodes& codes, Assessment& into);

}  // namespace vigie::classifier
