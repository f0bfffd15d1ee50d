#pragma once

#include "app/config.h"
#include "storage/search.h"

namespace vigie {

/// What the words of a query also mean: an actor's alias its other names, a state's name its names in every language,
/// concept: names the lexicons' words. Made from the configured tables.
storage::QueryExpansion query_expansion(const Config& config);

}  // namespace vigie
