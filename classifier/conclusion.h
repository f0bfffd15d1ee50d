#pragma once

#include <vector>

#include "classifier/clues.h"
#include "classifier/reading.h"

namespace vigie::classifier {

/// What the clues of a whole article add up to.
struct Conclusion {
  struct Standing {
    StateId state = k_no_state;
    double accused = 0;
    double victim = 0;
    double speaker = 0;
    double plain = 0;     // the heaviest single reason to accuse it
    bool titled = false;  // the title tells it as the doer in so many words, and not as hit
  };
  std::vector<Standing> standings;  // every state with a clue
  std::vector<StateId> accused;     // most certain first
  std::vector<StateId> victims;
  std::vector<std::uint32_t> actors;  // in order of appearance
};

Conclusion conclude(const Reading& reading, const std::vector<Clue>& clues, const ActorCatalogue& actors);

}  // namespace vigie::classifier
