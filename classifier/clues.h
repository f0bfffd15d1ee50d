#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "classifier/phrase.h"
#include "classifier/reading.h"

namespace vigie::classifier {

/// What a mention of a state is in its sentence.
enum class Role : std::uint8_t { accused, victim, speaker };

/// One grammatical or lexical reason to give a state a role. Weights: 3 leaves little doubt, 2 is the plain reading,
/// 1 a hint.
struct Clue {
  Role role = Role::accused;
  StateId state = k_no_state;
  double weight = 0;
  std::string_view rule;    // "sentence:linked-to-state" …
  std::uint32_t first = 0;  // the words it rests on
  std::uint32_t last = 0;
  std::uint32_t mention = 0;  // index into Reading::states
  std::uint16_t sentence = 0;
};

/// All clues of an article, in order of their sentences.
std::vector<Clue> find_clues(const Reading& reading);

/// Those of one sentence.
std::span<const Clue> clues_of(const std::vector<Clue>& clues, std::size_t sentence);

}  // namespace vigie::classifier
