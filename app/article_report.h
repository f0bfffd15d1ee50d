#pragma once

#include <string>

#include "model/story.h"

namespace vigie {

/// Whether a report prints the whole text, marked, or only what was concluded.
enum class ReportText { whole, none };

/// What vigie concludes of an article, for a person: verdict and score's sum, statements with the words each rests on,
/// states, actors, victims, indicators, and the text with the evidence marked (by colour on a terminal, else ⟦…⟧).
std::string article_report(const AssessedArticle& article, ReportText text);

}  // namespace vigie
