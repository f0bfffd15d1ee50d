#include "classifier/clues.h"

#include <algorithm>

#include "classifier/clue_finder.h"

namespace vigie::classifier {

std::span<const Clue> clues_of(const std::vector<Clue>& clues, std::size_t sentence) {
  const auto from = std::lower_bound(clues.begin(), clues.end(), sentence,
                                     [](const Clue& clue, std::size_t s) { return clue.sentence < s; });
  auto to = from;
  while (to != clues.end() && to->sentence == sentence) ++to;
  return {from, to};
}

std::vector<Clue> find_clues(const Reading& reading) { return ClueFinder(reading).find(); }

}  // namespace vigie::classifier
