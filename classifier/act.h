#pragma once

#include <vector>

#include "classifier/clues.h"
#include "classifier/conclusion.h"
#include "classifier/reading.h"
#include "model/assessment.h"

namespace vigie::classifier {

/// What the news of a whole article is. Of several: sanction, indictment, denial (only if it is the news), accusation,
/// advisory, report, incident.
Act decide_act(const Reading& reading, const std::vector<Clue>& clues, const Conclusion& conclusion);

}  // namespace vigie::classifier
