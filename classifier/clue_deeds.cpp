#include "classifier/clue_finder.h"

#include "classifier/category_sets.h"

namespace vigie::classifier {

// What verbs beside the phrase say: "Russia hacked", "Norway was hit", "hacked the Norwegian parliament".
void ClueFinder::verb_clues() {
  const StatePhrase& phrase = phrases_[index_];
  const bool sov = reading_.grammar->order == Grammar::Order::sov;
  if (const Hit* suffered = before({Category::suffer}, 3); suffered != nullptr) {
    const bool agent = reading_.any(suffered->first, mention_->first, {Category::by});
    if (agent && !phrase.has(k_bodies))
      give(Role::accused, 1.6, "sentence:hit-by-state", suffered->first, mention_->last);
    // "δέχθηκε η Αλβανία": the subject behind its verb.
    if (!agent && tells_[sentence_]) give(Role::victim, 1.2, "sentence:was-hit-state", suffered->first, phrase.last);
  } else if (const Hit* verb = before({Category::hack, Category::attack}, 3); verb != nullptr && tells_[sentence_]) {
    give(Role::victim, 2, "sentence:attacked-state", verb->first, phrase.last);
  }
  victim_after_verb();
  if (const Hit* suffered = behind({Category::suffer}, 8);
      suffered != nullptr && before({Category::accuse, Category::link}, 4) == nullptr) {
    if (tells_[sentence_]) give(Role::victim, 2, "sentence:state-was-hit", phrase.first, suffered->last);
    return;
  }
  if (sov) return;
  if (!tells_[sentence_] || phrase.has({Category::operation, Category::operation_weak})) return;
  // "China heeft telecomnetwerken gehackt": a verb that is cyber by itself may stand far behind its subject.
  const bool organ = phrase.has({Category::service, Category::government});
  const Hit* verb = behind({Category::hack}, 6);
  const bool hacks = verb != nullptr;
  if (!hacks) verb = behind({Category::attack}, organ ? 6 : 3);
  if (verb == nullptr || reading_.any(verb->first, verb->last, {Category::suffer}) ||
      comma_between(phrase.last, verb->first))
    return;
  // "FSB says NSA hacked": a verb of saying between makes somebody else the subject.
  const CategorySet others = {Category::say,        Category::accuse,   Category::deny,
                              Category::accusation, Category::indict,   Category::sanction,
                              Category::advisory,   Category::negation, Category::hacker};
  if (verb->first > phrase.last + 1U && reading_.any(phrase.last + 1U, verb->first - 1U, others)) return;
  if (phrase.adjectival && !organ) {  // "Russian attacks" is a noun, "Korean targets" no deed
    const bool deed = reading_.any(verb->first, verb->first, {Category::operation_weak, Category::operation});
    if (deed) give(Role::accused, 1, "sentence:state-attacks", phrase.first, verb->last);
    return;
  }
  // "… after Albania hack": a noun that ends the clause names the victim rather than the doer.
  const std::size_t next = verb->last + 1U;
  const bool ends = next >= reading_.stream.sentences[sentence_].end || reading_.token(next).gap >= Gap::comma;
  if (ends && verb->first == phrase.last + 1U &&
      reading_.any(verb->first, verb->last, {Category::operation, Category::operation_weak})) {
    give(Role::victim, 1, "sentence:state-hack", phrase.first, verb->last);
    return;
  }
  give(Role::accused, hacks ? 2.2 : 1.8, "sentence:state-attacks", phrase.first, verb->last);
}

// "Hackers attacked ministries and firms in twelve countries and the United States": what stands behind a verb of
// attacking in its clause was hit, unless another marker claims it.
void ClueFinder::victim_after_verb() {
  const Hit* verb = before({Category::attack, Category::hack, Category::against, Category::suffer}, 16, Over::states);
  if (verb == nullptr || verb->category == Category::suffer || !tells_[sentence_]) return;
  const CategorySet claims = {Category::link, Category::by,        Category::accuse,    Category::behind,
                              Category::say,  Category::according, Category::sponsored, Category::hacker};
  if (reading_.any(verb->last + 1U, mention_->last, claims)) return;
  give(Role::victim, 1.1, "sentence:behind-attack-verb", verb->first, mention_->last);
}

}  // namespace vigie::classifier
