#include "classifier/clue_finder.h"

#include <algorithm>

#include "classifier/category_sets.h"
#include "classifier/parties.h"

namespace vigie::classifier {
namespace {

constexpr CategorySet k_saying = {Category::say,    Category::accuse,  Category::advisory, Category::sanction,
                                  Category::indict, Category::condemn, Category::deny,     Category::report};

}  // namespace

// Whether a state stands before a verb of saying, as its subject.
bool ClueFinder::has_subject(const Hit& verb) const {
  const std::span<const Hit> states = reading_.states_of(sentence_);
  return std::any_of(states.begin(), states.end(), [&](const Hit& state) {
    return state.last < verb.first && reading_.words_between(state.last, verb.first) <= 6;
  });
}

// Who speaks: "Poland says", "according to the Dutch ministry", "Taiwan: …".
void ClueFinder::speaker_clues() {
  const StatePhrase& phrase = phrases_[index_];
  if (phrase.has({Category::hacker, Category::operation}) && !phrase.has(k_speaking_bodies)) return;
  if (phrase.has({Category::embassy}) && is_summoned(reading_, phrase.last)) return;
  const Sentence& sentence = reading_.stream.sentences[sentence_];
  if (before({Category::according}, 3) != nullptr)
    give(Role::speaker, 2.5, "sentence:according-to", phrase.first, phrase.last);
  if (behind({Category::according_after}, 2) != nullptr)
    give(Role::speaker, 2.5, "sentence:according-to", phrase.first, phrase.last);
  const bool colon = phrase.last + 1U < sentence.end && reading_.token(phrase.last + 1U).gap == Gap::colon;
  if (colon && phrase.first <= sentence.begin + 2U)
    give(Role::speaker, 2, "sentence:speaker-colon", phrase.first, phrase.last);
  if (reading_.grammar->order == Grammar::Order::sov) {
    if (behind({Category::subject_after}, 1) != nullptr && reading_.any(phrase.last, sentence.end - 1U, k_saying)) {
      give(Role::speaker, 1.6, "sentence:subject-says", phrase.first, phrase.last);
    }
    return;
  }
  // "sagte der Leiter des Inlandsgeheimdienstes SBU": the speaker behind his verb.
  const bool body = mention_->category == Category::state_service || phrase.has(k_speaking_bodies);
  if (const Hit* said = before({Category::say}, 6); said != nullptr && body && !has_subject(*said))
    give(Role::speaker, 1.6, "sentence:said-subject", said->first, phrase.last);
  if (const Hit* claim = behind({Category::claim}, 2); claim != nullptr && near_[sentence_]) {
    give(Role::accused, 2.4, "sentence:claims-deed", phrase.first, claim->last);  // "Ukraine says it hacked"
    return;
  }
  // "взлом взяла на себя украинская разведка", "revendiqué par l'Ukraine"
  if (const Hit* claim = before({Category::claim}, 2); claim != nullptr && near_[sentence_]) {
    give(Role::accused, 2.4, "sentence:claims-deed", claim->first, phrase.last);
    return;
  }
  const Hit* saying = behind(k_saying, 5);
  // "China-aligned spies combed through ministries, researchers find": behind a comma others report.
  if (saying != nullptr && saying->category == Category::report && comma_between(phrase.last, saying->first)) return;
  if (saying != nullptr && before({Category::against, Category::link, Category::accuse}, 3) == nullptr) {
    give(Role::speaker, phrase.has(k_speaking_bodies) ? 2.2 : 1.8, "sentence:subject-says", phrase.first, saying->last);
  }
}

}  // namespace vigie::classifier
