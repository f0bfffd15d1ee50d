#include <algorithm>

#include "classifier/assess.h"

namespace vigie::classifier {

// The gate runs the same judgement on title and summary, and asks for less: a cyber operation or hackers named, or a
// state's operation plausible.
double Classifier::candidate_score(std::string_view title, std::string_view summary, std::string_view language) const {
  return assess(title, summary, language).relevance;
}

}  // namespace vigie::classifier
