#pragma once

#include "crawler/revisit.h"

namespace vigie::crawler {

/// The state with its health after a poll that ended as `kind`: since when and why, in words. revisit calls it last.
SourceState with_health(SourceState state, OutcomeKind kind, const PollResult& result, const RevisitPolicy& policy,
                        Time now);

/// How long after its last new entry a source counts as silent, by its own rhythm; nothing while that is unknown.
std::optional<seconds> silence_allowed(const SourceState& state, const RevisitPolicy& policy);

}  // namespace vigie::crawler
