#pragma once

#include <optional>
#include <span>
#include <vector>

#include "classifier/clues.h"
#include "classifier/reading.h"
#include "classifier/states.h"
#include "model/assessment.h"

namespace vigie::classifier {

/// The state, or the body of it, that a mention names: "porte-parole de l'ambassade de Chine en Belgique".
Party party_of_state(const Reading& reading, const Hit& mention, const StateCodes& codes);

/// A company, news agency or research body named by a hit.
Party party_of_hit(const Reading& reading, const Hit& hit);

/// "Berlin je poklical ruskega veleposlanika": an embassy or ambassador that another state, first in the clause, has
/// called in: not who speaks there. False where the sentence denies.
bool is_summoned(const Reading& reading, std::size_t token);

/// An institution that stands before a verb of saying without a state's name beside it: "the foreign ministry".
/// `clues`: those of the sentence; who is hit does not speak.
std::optional<Party> speaking_body(const Reading& reading, std::size_t sentence, const Hit& verb,
                                   std::span<const Clue> clues);

/// The bodies that a sentence tells as hit, with EuRepoC's receiver category.
std::vector<Party> victim_bodies(const Reading& reading, std::size_t sentence, const StateCodes& codes);

}  // namespace vigie::classifier
