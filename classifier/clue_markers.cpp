#include "classifier/clue_finder.h"

#include "classifier/category_sets.h"

namespace vigie::classifier {
namespace {

constexpr CategorySet k_any_operation = {Category::operation, Category::operation_weak, Category::hack,
                                         Category::attack,    Category::malware,        Category::hacker};

}  // namespace

// Nothing but an organ of the state stands between it and `token`: "Iran's intelligence [-linked]".
bool ClueFinder::organ_between(std::size_t token) const {
  if (reading_.words_between(mention_->last, token) > 4 || state_between(mention_->last, token)) return false;
  std::size_t small = 0;
  for (std::size_t t = mention_->last + 1U; t < token; ++t) {
    const bool organ = reading_.mask[t].any({Category::service, Category::government, Category::intelligence,
                                             Category::military, Category::ministry, Category::state_service});
    if (organ) continue;
    if (++small > 1 || !(is_short_word(reading_, t) || reading_.token(t).unspaced)) return false;
  }
  return true;
}

// A preposition as plain as "a" or "auf" points at a victim only behind a word of attacking; and a verb between it
// and the state begins something else.
bool ClueFinder::governs(const Hit& marker) const {
  if (reading_.any(marker.last + 1U, mention_->first,
                   {Category::behind, Category::accuse, Category::say, Category::deny, Category::link}))
    return false;
  const bool name = reading_.lexicons[marker.lexicon]->language() == "mul";  // "vs"
  if (name || marker.first != marker.last || !is_short_word(reading_, marker.first)) return true;
  const CategorySet attacks = {Category::operation, Category::operation_weak, Category::attack, Category::hack,
                               Category::suffer};
  return marker.first >= 2 && reading_.same_sentence(marker.first, marker.first - 1U) &&
         reading_.any(marker.first - 2U, marker.first - 1U, attacks);
}

// "involvement in cyberattacks in Germany": between the word of guilt and the state stands the deed, so the state is
// its place.
bool ClueFinder::names_deed_between(const Hit& doing) const {
  if (reading_.any(doing.last, mention_->first, {Category::against})) return true;
  return mention_->first > doing.last + 1U &&
         reading_.any(doing.last + 1U, mention_->first - 1U,
                      {Category::operation, Category::operation_weak, Category::attack, Category::hack});
}

// "targets in at least eleven countries, including the United States": a list of countries is one of those hit where
// an attack is told before it, or where nobody in the sentence speaks who could be listed instead.
void ClueFinder::among_clues() {
  const Hit* opener = before({Category::among}, 4);
  if (opener == nullptr || !near_[sentence_]) return;
  const CategorySet attacks = {Category::attack, Category::hack, Category::suffer, Category::against};
  const CategorySet speech = {Category::say,     Category::accuse, Category::advisory,
                              Category::condemn, Category::deny,   Category::sanction};
  const std::size_t begin = reading_.stream.sentences[sentence_].begin;
  const bool attacked = reading_.any(begin, opener->last, attacks);
  if (reading_.any(begin, opener->last, {Category::sanction, Category::condemn, Category::advisory})) return;
  if (!attacked && reading_.any_in_sentence(sentence_, speech)) return;
  give(Role::victim, 2.2, "sentence:among-those-hit", opener->first, phrases_[index_].last);
}

// What small words beside the phrase say: "linked to Iran", "against Albania", "ウクライナへの".
void ClueFinder::marker_clues() {
  const StatePhrase& phrase = phrases_[index_];
  const bool tells = tells_[sentence_];
  if (const Hit* link = before({Category::link}, 3);
      link != nullptr && reading_.any_in_sentence(sentence_, k_any_operation)) {
    give(Role::accused, 3, "sentence:linked-to-state", link->first, mention_->last);
  }
  linked_after();
  among_clues();
  if (near_[sentence_]) {
    const std::size_t behind_reach = reading_.grammar->order == Grammar::Order::sov ? 0 : 3;
    if (const Hit* doing = before({Category::behind}, behind_reach); doing != nullptr && !names_deed_between(*doing))
      give(Role::accused, 2.4, "sentence:behind-it", doing->first, mention_->last);
    const Hit* doing = behind({Category::behind}, 4);
    const bool other_verb = doing != nullptr && doing->first > phrase.last + 1U &&
                            reading_.any(phrase.last + 1U, doing->first - 1U, {Category::say});
    const bool others =
        doing != nullptr && doing->first > phrase.last + 1U &&
        reading_.any(phrase.last + 1U, doing->first - 1U, {Category::accuse, Category::deny, Category::hacker});
    if (others) doing = nullptr;
    // "Iran stod bag hacket af en svensk tjeneste": right behind the guilt stands the deed, with who suffered it.
    const bool deed = doing != nullptr && !other_verb && doing->first == phrase.last + 1U &&
                      reading_.any(doing->last + 1U, doing->last + 1U,
                                   {Category::operation, Category::operation_weak, Category::suffer, Category::hack});
    if (doing != nullptr && !state_between(phrase.last, doing->last) &&
        (deed || !state_between(doing->last, doing->last + 3U))) {
      // "Trump confirms he ordered": who says it of nobody else says it of himself.
      give(Role::accused, other_verb ? 1.6 : 2.4, "sentence:behind-it", mention_->first, doing->last);
    }
  }
  const Hit* against = before({Category::against}, 4);
  if (against != nullptr && !governs(*against)) against = nullptr;
  // "Za útokem na síť ministerstva stojí čínská skupina": hackers are not those hit, whatever stands before them.
  const bool hackers = phrase.has({Category::hacker, Category::sponsored});
  const Hit* from = before({Category::from, Category::by}, 3);
  if (against != nullptr && from != nullptr && from->first > against->last &&
      !reading_.any(against->last + 1U, from->first, {Category::infrastructure})) {
    against = reading_.any(against->last + 1U, from->first, k_bodies) ? against : nullptr;
  }
  const bool punished = against != nullptr && reading_.any(against->first >= 4 ? against->first - 4U : 0, against->last,
                                                           {Category::sanction, Category::indict});
  if (punished && reading_.grammar->order != Grammar::Order::sov) {
    const bool organ = mention_->category == Category::state_service ||
                       phrase.has({Category::service, Category::intelligence, Category::hacker, Category::military});
    give(Role::accused, organ && near_[sentence_] ? 2.6 : 1.8, "sentence:punished", against->first, mention_->last);
    against = nullptr;
  }
  if (against != nullptr && near_[sentence_] && !hackers)
    give(Role::victim, 2.4, "sentence:against-state", against->first, phrase.last);
  const Hit* after_against = behind({Category::against_after}, 2);
  // "szankciók orosz hírszerzőtisztek ellen": what is punished was not attacked.
  const bool organ_punished = after_against != nullptr &&
                              (mention_->category == Category::state_service || hackers ||
                               phrase.has({Category::service, Category::intelligence})) &&
                              reading_.any_in_sentence(sentence_, {Category::sanction, Category::indict});
  if (organ_punished) {
    give(Role::accused, 2.2, "sentence:punished", phrase.first, after_against->last);
  } else if (const Hit* after = after_against; after != nullptr && tells && !hackers) {
    give(Role::victim, 2.6, "sentence:against-state", phrase.first, after->last);
  }
  const bool before_op = reading_.any(reading_.stream.sentences[sentence_].begin, mention_->first,
                                      {Category::operation, Category::operation_weak, Category::hack, Category::attack,
                                       Category::suffer, Category::hacker});
  const bool of_deed = from != nullptr && from->first >= 2U && reading_.mask[from->first - 2U].has(Category::behind);
  if (against == nullptr && from != nullptr && !of_deed && before_op && tells && !phrase.has(k_bodies)) {
    const bool agent = reading_.mask[from->last].has(Category::by) && !reading_.mask[from->last].has(Category::from);
    // "indicted for the attack by the US": who charges and punishes is no attacker.
    if (agent && reading_.any(reading_.stream.sentences[sentence_].begin, from->first,
                              {Category::indict, Category::sanction, Category::condemn})) {
      give(Role::speaker, 1.6, "sentence:punishes", from->first, mention_->last);
      return;
    }
    give(Role::accused, agent ? 2 : 0.8, "sentence:by-state", from->first, mention_->last);
  }
  if (const Hit* after = behind({Category::by_after}, 2); after != nullptr && tells) {
    give(Role::accused, 2.2, "sentence:by-state", phrase.first, after->last);
  } else if (const Hit* origin = behind({Category::from_after}, 1); origin != nullptr && tells) {
    give(Role::accused, 1.2, "sentence:from-state", phrase.first, origin->last);
  }
}

// "China-linked hackers": who is linked stands behind; "a UK-based company" is no doer.
void ClueFinder::linked_after() {
  const Hit* link = nullptr;
  for (std::uint32_t i = reading_.first_hit[sentence_]; i < reading_.first_hit[sentence_ + 1U] && link == nullptr;
       ++i) {
    const Hit& hit = reading_.hits[i];
    if (hit.category == Category::link_after && hit.first > mention_->last && organ_between(hit.first)) link = &hit;
  }
  if (link == nullptr || reading_.token(link->first).gap >= Gap::comma) return;
  // "Taiwan attributed …" is a verb; joined by a hyphen, "Taiwan-attributed", it would be a participle.
  const bool verb = reading_.any(link->first, link->last, {Category::accuse, Category::say});
  if (verb && reading_.token(link->first).gap != Gap::hyphen) return;
  bool doer = false;
  for (std::size_t t = link->first;
       t < reading_.stream.sentences[sentence_].end && reading_.words_between(link->last, t) <= 4; ++t) {
    doer = doer || reading_.mask[t].any({Category::hacker, Category::group, Category::operation, Category::sponsored,
                                         Category::operation_weak, Category::service});
  }
  for (const ActorRef& ref : reading_.actors_of(sentence_)) {
    doer = doer || (ref.first > link->last && reading_.words_between(link->last, ref.first) <= 4);
  }
  const bool tells = near_[sentence_] || reading_.any_in_sentence(sentence_, k_any_operation);
  if (tells) give(Role::accused, doer ? 2.6 : 0.8, "sentence:state-linked", mention_->first, link->last);
}

}  // namespace vigie::classifier
