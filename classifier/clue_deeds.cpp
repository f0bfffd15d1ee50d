#include "classifier/clue_finder.h"

#include "classifier/category_sets.h"

namespace vigie::classifier {

// What verbs beside the phrase say: "Russia hacked", "Norway was hit", "hacked the Norwegian parliament".
void ClueFinder::verb_clues() {
  const bool sov = reading_.grammar->order == Grammar::Order::sov;
  // Persian ends its sentences with the verb, but puts nouns before what belongs to them.
  const bool objects_follow = !sov || reading_.grammar->adjective == Grammar::Adjective::after;
  victim_of_suffering(objects_follow);
  if (objects_follow) {
    victim_after_verb();
  } else {
    victim_before_verb();
  }
  const Hit* suffered = behind({Category::suffer}, 8);
  if (suffered != nullptr && follows_guilt(*suffered)) suffered = nullptr;
  if (suffered != nullptr && before({Category::accuse, Category::link}, 4) == nullptr) {
    if (tells_[sentence_]) give(Role::victim, 2, "sentence:state-was-hit", phrases_[index_].first, suffered->last);
    return;
  }
  if (sov) {
    deed_at_the_end();
  } else {
    deed();
  }
}

// "stod bag hacket af svensk tjeneste": behind a word of guilt, what looks like a passive is the deed.
bool ClueFinder::follows_guilt(const Hit& word) const {
  return word.first > reading_.stream.sentences[sentence_].begin &&
         reading_.mask[word.first - 1U].has(Category::behind);
}

// "hit by Russia", "δέχθηκε η Αλβανία", "hacked the Norwegian parliament".
void ClueFinder::victim_of_suffering(bool objects_follow) {
  const StatePhrase& phrase = phrases_[index_];
  if (const Hit* suffered = before({Category::suffer}, 3); suffered != nullptr) {
    if (follows_guilt(*suffered)) {
      give(Role::victim, 2, "sentence:attacked-state", suffered->first, phrase.last);
      return;
    }
    const bool agent = reading_.any(suffered->first, mention_->first, {Category::by});
    if (agent && !phrase.has(k_bodies))
      give(Role::accused, 1.6, "sentence:hit-by-state", suffered->first, mention_->last);
    if (!agent && tells_[sentence_]) give(Role::victim, 1.2, "sentence:was-hit-state", suffered->first, phrase.last);
    return;
  }
  const Hit* verb = before({Category::hack, Category::attack}, 3);
  const bool hackers = phrase.has({Category::hacker, Category::sponsored});
  if (verb != nullptr && tells_[sentence_] && objects_follow && !hackers)
    give(Role::victim, 2, "sentence:attacked-state", verb->first, phrase.last);
}

// "日本の防衛機密に侵入した": where the verb ends its clause, its object stands before it, marked by a particle.
void ClueFinder::victim_before_verb() {
  const Hit* verb = behind({Category::attack, Category::hack}, 8);
  if (verb == nullptr || !tells_[sentence_] || marked(index_, Mark::subject)) return;
  const StatePhrase& phrase = phrases_[index_];
  if (verb->first <= phrase.last + 1U || comma_between(phrase.last, verb->first)) return;
  if (reading_.any(phrase.last + 1U, verb->first - 1U,
                   {Category::subject_after, Category::by_after, Category::hacker, Category::link_after, Category::say,
                    Category::from_after}))
    return;
  if (reading_.any(phrase.last + 1U, verb->first - 1U, {Category::object_after, Category::against_after}))
    give(Role::victim, 1.8, "sentence:before-attack-verb", phrase.first, verb->last);
}

// "بھارت نے فون ہیک کیے", "북한이 은행을 해킹했다": where the verb ends its clause, a particle marks who did it.
void ClueFinder::deed_at_the_end() {
  if (!tells_[sentence_] || !marked(index_, Mark::subject)) return;
  const StatePhrase& phrase = phrases_[index_];
  const std::uint32_t last = phrase.last;
  const CategorySet others = {Category::say,      Category::accuse,   Category::deny,   Category::accusation,
                              Category::indict,   Category::sanction, Category::denial, Category::advisory,
                              Category::hacker,   Category::report,   Category::suffer, Category::link_after,
                              Category::by_after, Category::condemn,  Category::behind, Category::accused};
  const Sentence& sentence = reading_.stream.sentences[sentence_];
  for (std::uint32_t i = reading_.hit_at[last + 1U]; i < reading_.first_hit[sentence_ + 1U]; ++i) {
    const Hit& verb = reading_.hits[i];
    if (reading_.words_between(last, verb.first) > 12) return;
    if (verb.category != Category::hack) continue;
    // What is said of the deed stands behind the verb; before it, or about another subject, it is another's deed.
    if (reading_.any(last + 1U, verb.last, others)) return;
    for (std::size_t other = index_ + 1U; other < reading_.states.size(); ++other) {
      if (reading_.states[other].first > verb.first) break;
      if (marked(other, Mark::subject)) return;
    }
    if (verb.last + 1U < sentence.end && reading_.mask[verb.last + 1U].any({Category::negation, Category::suffer}))
      return;
    give(Role::accused, 2.2, "sentence:state-attacks", phrase.first, verb.last);
    return;
  }
}

// "Russia hacked": the state as subject of a verb of attacking.
void ClueFinder::deed() {
  const StatePhrase& phrase = phrases_[index_];
  if (!tells_[sentence_] || phrase.has({Category::operation, Category::operation_weak})) return;
  if (is_locative(reading_, *mention_)) return;  // "šnipinėjimas Lietuvoje suaktyvėjo": where, not who
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
  if (phrases_[index_].has({Category::hacker, Category::sponsored})) return;
  const CategorySet claims = {Category::link, Category::by,        Category::accuse,    Category::behind,
                              Category::say,  Category::according, Category::sponsored, Category::hacker};
  if (reading_.any(verb->last + 1U, mention_->last, claims)) return;
  give(Role::victim, 1.2, "sentence:behind-attack-verb", verb->first, mention_->last);
}

}  // namespace vigie::classifier
