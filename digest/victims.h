#pragma once

#include <string>
#include <vector>

#include "model/assessment.h"

namespace vigie::digest {

/// The bodies of a statement or story that are worth telling as hit: without bare nouns ("ministries") beside bodies
/// that are named, bodies of a state that is accused and not the speaker's own, and second mentions of one office.
std::vector<Party> told_victims(const std::vector<Party>& bodies, const std::vector<std::string>& accused_states,
                                const std::string& speaker_state);

}  // namespace vigie::digest
