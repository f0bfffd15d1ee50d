#pragma once

#include <string>
#include <vector>

#include "classifier/clues.h"
#include "classifier/reading.h"
#include "model/assessment.h"

namespace vigie::classifier {

/// How far an article reports a cyber operation linked to a state, and why.
struct Relevance {
  double score = 0;                // sum of evidence less counter-evidence; k_relevant_score and above is relevant
  double probability = 0;          // 0..1, 0.5 at the threshold
  std::string kind;                // what it is instead, when it is about computers but not relevant
  std::vector<Evidence> evidence;  // largest weight first, counter-evidence negative
};

Relevance judge_relevance(const Reading& reading, const std::vector<Clue>& clues, const ActorCatalogue& actors);

}  // namespace vigie::classifier
