#include "classifier/clue_finder.h"

namespace vigie::classifier {

// Arabic and Hebrew glue "and" to the word: "والولايات المتحدة".
bool ClueFinder::joined_by_clitic(const Hit& hit) const {
  const std::string_view word = reading_.stream.folded_of(reading_.token(hit.first));
  return word.size() > 4 && (word.substr(0, 2) == "\u0648" || word.substr(0, 2) == "\u05D5");
}

// Whether mentions i - 1 and i stand in one list: "Ukraine, Poland and Romania".
bool ClueFinder::listed(std::size_t i) const {
  const Hit& previous = reading_.states[i - 1];
  const Hit& here = reading_.states[i];
  if (!reading_.same_sentence(previous.last, here.first) || previous.state == here.state) return false;
  const std::size_t between = reading_.words_between(phrases_[i - 1].last, here.first);
  if (phrases_[i - 1].last >= here.first || between > 1) return false;
  bool list = between == 1 || reading_.token(here.first).gap == Gap::comma || joined_by_clitic(here);
  for (std::size_t t = phrases_[i - 1].last + 1U; t < here.first; ++t) {
    list = list && (is_conjunction(reading_, t) || (reading_.token(t).unspaced && reading_.mask[t].empty()));
  }
  return list;
}

// What is said of one state of a list holds of the others: markers before a list stand by its first, those behind by
// its last.
void ClueFinder::list_clues() {
  const auto hand_on = [&](std::size_t from, std::size_t to) {
    for (std::size_t c = 0; c < by_mention_[from].size(); ++c) {
      const Clue clue = clues_[by_mention_[from][c]];
      // "Albania, Iran's …": who speaks is no member of the list of the accused.
      if (clue.role == Role::speaker || has_role(to, Role::speaker, 1.6) || has_role(to, clue.role, clue.weight * 0.8))
        continue;
      give_to(to, clue.role, clue.weight * 0.9, clue.rule, clue.first, clue.last);
    }
  };
  for (std::size_t i = 1; i < reading_.states.size(); ++i) {
    if (!silent_[i] && listed(i)) hand_on(i - 1, i);
  }
  for (std::size_t i = reading_.states.size(); i > 1; --i) {
    if (!silent_[i - 2] && listed(i - 1)) hand_on(i - 1, i - 2);
  }
}

}  // namespace vigie::classifier
