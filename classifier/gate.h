#pragma once

#include "classifier/actors.h"
#include "classifier/reading.h"

namespace vigie::classifier {

/// 0..1: how likely the page behind a feed entry, read from its title and summary, is worth fetching. `relevance`: what
/// the judgement of these two alone says.
double gate_score(const Reading& reading, const ActorCatalogue& actors, double relevance);

}  // namespace vigie::classifier
