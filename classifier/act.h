#pragma once

#include <vector>

#include "classifier/reading.h"
#include "classifier/statements.h"
#include "model/assessment.h"

namespace vigie::classifier {

/// What the news of a whole article is. Of several in title and lead: sanction, indictment, denial (only if it is the
/// news), accusation, advisory, report, incident.
Act decide_act(const Reading& reading, const std::vector<Told>& told);

}  // namespace vigie::classifier
