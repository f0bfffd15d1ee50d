#include "classifier/category_sets.h"
#include "classifier/clue_finder.h"

namespace vigie::classifier {

// Arabic and Hebrew glue "and" to the word: "والولايات المتحدة".
bool ClueFinder::joined_by_clitic(const Hit& hit) const {
  const std::string_view word = reading_.stream.folded_of(reading_.token(hit.first));
  return word.size() > 4 && (word.substr(0, 2) == "\u0648" || word.substr(0, 2) == "\u05D5");
}

// "in Hungary, Belgium, and other nations": a comma or a word for and behind the mention.
bool ClueFinder::goes_on_behind(std::size_t i) const {
  const std::size_t next = phrases_[i].last + 1U;
  return next < reading_.stream.tokens.size() && reading_.same_sentence(phrases_[i].last, next) &&
         (reading_.token(next).gap == Gap::comma || is_conjunction(reading_, next));
}

// Whether mentions i - 1 and i stand in one list: "Ukraine, Poland and Romania". A comma alone makes a list in a title,
// or where the list goes on.
bool ClueFinder::listed(std::size_t i) const {
  const Hit& previous = reading_.states[i - 1];
  const Hit& here = reading_.states[i];
  if (!reading_.same_sentence(previous.last, here.first) || previous.state == here.state) return false;
  const std::uint32_t last = phrases_[i - 1].last;
  if (last >= here.first || reading_.words_between(last, here.first) > 2) return false;
  if (last + 1U == here.first) {
    if (joined_by_clitic(here)) return true;
    if (reading_.token(here.first).gap != Gap::comma) return false;
    return reading_.stream.sentences[reading_.token(here.first).sentence].field == Span::Field::title ||
           reading_.token(here.first).unspaced || goes_on_behind(i);
  }
  // "της Ελλάδας και της Κύπρου": an article may follow the word for and.
  if (reading_.token(here.first).unspaced && stop_between(last, here.first, Gap::comma)) return false;
  bool conjunction = false;
  for (std::size_t t = last + 1U; t < here.first; ++t) {
    const bool particle = reading_.token(t).unspaced && reading_.mask[t].empty();
    if (is_conjunction(reading_, t) || particle) {
      conjunction = true;
    } else if (!conjunction || !is_short_word(reading_, t)) {
      return false;
    }
  }
  return conjunction;
}

// "governments in Greece and Serbia, army units in Ecuador, defence firms in Romania": the list goes on with another
// kind of body before its state.
bool ClueFinder::listed_with_bodies(std::size_t i) const {
  const Hit& here = reading_.states[i];
  const std::uint32_t last = phrases_[i - 1].last;
  if (!reading_.same_sentence(reading_.states[i - 1].last, here.first) || last + 1U >= here.first) return false;
  if (reading_.words_between(last, here.first) > 6) return false;
  const bool goes_on = reading_.token(last + 1U).gap == Gap::comma || is_conjunction(reading_, last + 1U);
  if (!goes_on || !reading_.any(last + 1U, here.first - 1U, k_hit_bodies)) return false;
  const CategorySet verbs = {Category::say,    Category::accuse, Category::attack,   Category::hack, Category::deny,
                             Category::behind, Category::link,   Category::sanction, Category::by};
  return !reading_.any(last + 1U, here.first - 1U, verbs) && !stop_between(last + 1U, here.first, Gap::colon);
}

// What is said of one state of a list holds of the others: markers before a list stand by its first, those behind by
// its last.
void ClueFinder::list_clues() {
  const auto hand_on = [&](std::size_t from, std::size_t to) {
    for (std::size_t c = 0; c < by_mention_[from].size(); ++c) {
      const Clue clue = clues_[by_mention_[from][c]];
      // "Albania, Iran's …": who speaks is no member of the list of the accused; but "Estonia and Latvia said".
      const bool co_speaks = clue.role == Role::speaker && clue.weight > 1 && from > to &&
                             !has_role(to, Role::accused, 1) && !has_role(to, Role::victim, 1);
      if ((clue.role == Role::speaker && !co_speaks) || has_role(to, Role::speaker, 1.6) ||
          has_role(to, clue.role, clue.weight * 0.8))
        continue;
      give_to(to, clue.role, clue.weight * 0.9, co_speaks ? "sentence:says-too" : clue.rule, clue.first, clue.last);
    }
  };
  for (std::size_t i = 1; i < reading_.states.size(); ++i) {
    if (!silent_[i] && listed(i)) hand_on(i - 1, i);
  }
  // Of bodies of many countries only what befell them is told in one list.
  for (std::size_t i = 1; i < reading_.states.size(); ++i) {
    if (silent_[i] || listed(i) || has_role(i, Role::speaker, 1.6) || has_role(i, Role::accused, 1) ||
        has_role(i, Role::victim, 2))
      continue;
    if (has_role(i - 1, Role::victim, 1.8) && listed_with_bodies(i))
      give_to(i, Role::victim, 2, "sentence:listed-as-hit", reading_.states[i - 1].first, reading_.states[i].last);
    if (has_role(i, Role::victim, 2) && i + 1 < reading_.states.size() && listed(i + 1)) hand_on(i, i + 1);
  }
  for (std::size_t i = reading_.states.size(); i > 1; --i) {
    if (!silent_[i - 2] && listed(i - 1)) hand_on(i - 1, i - 2);
  }
}

}  // namespace vigie::classifier
