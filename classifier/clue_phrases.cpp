#include "classifier/clue_finder.h"

#include <algorithm>

#include "classifier/category_sets.h"

namespace vigie::classifier {

// "the Russian group Turla", "Iranian MuddyWater": an actor's name right behind the phrase.
bool ClueFinder::names_actor_behind(const StatePhrase& phrase) const {
  const auto next = std::upper_bound(reading_.actors.begin(), reading_.actors.end(), phrase.last,
                                     [](std::uint32_t token, const ActorRef& ref) { return token < ref.first; });
  const auto end = next == reading_.actors.end() ? next : next + 1;
  return std::any_of(next, end, [&](const ActorRef& ref) {
    return ref.first > phrase.last && reading_.same_sentence(ref.first, phrase.last) && ref.first <= phrase.last + 2U &&
           !stop_between(phrase.last, ref.first, Gap::comma) &&
           !reading_.any(phrase.last + 1U, ref.first, {Category::against, Category::say, Category::accuse});
  });
}

// "the Slovak firm ESET", "US security company": a researcher's home is no side of the story.
bool ClueFinder::is_firm_speaking() const {
  const StatePhrase& phrase = phrases_[index_];
  if (phrase.has({Category::infosec, Category::vendor, Category::press})) return true;
  if (!phrase.has({Category::company, Category::media, Category::research})) return false;
  for (std::size_t t = phrase.last + 1U; t < phrase.last + 6U && reading_.same_sentence(phrase.last, t); ++t) {
    if (reading_.mask[t].any({Category::vendor, Category::say, Category::report})) return true;
  }
  return false;
}

// "US hacking claims", "ABD'nin hacker suçlaması": the phrase is what the state says, not what it does.
bool ClueFinder::is_own_accusation() const {
  // Persian puts the possessor behind: "ایران اتهام …" begins what Iran does with a claim.
  if (reading_.grammar->order == Grammar::Order::sov && reading_.grammar->adjective == Grammar::Adjective::after)
    return false;
  if (mention_->category == Category::state_adjective) return false;  // "Russian hacking allegations" accuse Russia
  const std::size_t next = phrases_[index_].last + 1U;
  return next < reading_.stream.sentences[sentence_].end && reading_.token(next).gap <= Gap::quote &&
         reading_.mask[next].any({Category::accusation, Category::denial}) &&
         !reading_.mask[next].any({Category::accuse, Category::deny, Category::say, Category::claim});
}

// "knytter norske myndigheter dataangrepet til Russland": behind the verb stands its subject, then its object.
bool ClueFinder::is_inverted_subject() const {
  const StatePhrase& phrase = phrases_[index_];
  return reading_.grammar->order == Grammar::Order::svo && phrase.has({Category::government, Category::police}) &&
         phrase.first > reading_.stream.sentences[sentence_].begin &&
         reading_.mask[phrase.first - 1U].any({Category::accuse, Category::say, Category::condemn});
}

// What the words of the phrase itself say: "Russian hackers", "Chinese state-sponsored", "Norwegian parliament".
void ClueFinder::phrase_clues() {
  const StatePhrase& phrase = phrases_[index_];
  if (is_own_accusation()) {
    give(Role::speaker, 2, "sentence:own-accusation", phrase.first, phrase.last + 1U);
    return;
  }
  if (is_locative(reading_, *mention_)) {
    if (tells_[sentence_]) give(Role::victim, 1.2, "sentence:in-state", mention_->first, mention_->last);
    return;
  }
  const bool doer = phrase.has({Category::hacker});
  if (phrase.has({Category::sponsored})) give(Role::accused, 3, "sentence:state+sponsored", phrase.first, phrase.last);
  if (doer) give(Role::accused, 2.2, "sentence:state+hacker", phrase.first, phrase.last);
  if (!doer && names_actor_behind(phrase))
    give(Role::accused, 2.2, "sentence:state+actor", phrase.first, phrase.last + 1U);
  const bool adjectival = phrase.adjectival || mention_->category == Category::state_adjective;
  if (!doer && phrase.has({Category::operation}) && phrase.has(k_peaceful_bodies)) {
    give(Role::victim, 1.8, "sentence:operation-on-body", phrase.first,
         phrase.last);  // "piratage du parlement norvégien"
  } else if (!doer && phrase.has({Category::operation, Category::malware}) && !is_inverted_subject()) {
    // "Kinijos šnipinėjimas": where a possessor stands before its noun, a name does what an adjective does elsewhere.
    const double named = reading_.grammar->genitive_before ? 1.8 : 0.6;
    give(Role::accused, adjectival ? 2 : named, "sentence:state+operation", phrase.first, phrase.last);
  } else if (!doer && !phrase.has(k_bodies) && adjectival && near_[sentence_] &&
             phrase.has({Category::operation_weak})) {
    give(Role::accused, 1.2, "sentence:state+act", phrase.first, phrase.last);
  }
  service_clues();
  body_clues();
}

// The operation a service's name belongs to: "an operation of the GRU", "взлом ГРУ", "FSB in years-long cyber attacks".
const Hit* ClueFinder::operation_of_service() const {
  if (const Hit* operation = behind({Category::operation}, 4)) return operation;
  const Hit* operation = before({Category::operation}, 3);
  if (operation == nullptr) return nullptr;
  const bool of = operation->last + 1U < mention_->first &&
                  reading_.any(operation->last + 1U, mention_->first - 1U, {Category::from, Category::by});
  const bool genitive = reading_.grammar->genitive_after && operation->last + 1U == mention_->first;
  return of || genitive ? operation : nullptr;
}

// "Hackers from the Dutch intelligence service", "hackere for Irans Revolutionsgarde": nothing but small words stands
// between the hackers and whose they are.
const Hit* ClueFinder::hackers_of_service() const {
  const StatePhrase& phrase = phrases_[index_];
  if (mention_->category != Category::state_service && !phrase.has({Category::service})) return nullptr;
  if (phrase.has({Category::embassy, Category::spokesperson, Category::police, Category::government})) return nullptr;
  if (reading_.grammar->order == Grammar::Order::sov) return nullptr;
  const Hit* hackers = before({Category::hacker}, 3);
  if (hackers == nullptr || hackers->last + 1U >= phrase.first) return nullptr;
  for (std::size_t t = hackers->last + 1U; t < phrase.first; ++t) {
    const bool small = is_short_word(reading_, t) || reading_.mask[t].any({Category::from, Category::by});
    const bool other = reading_.mask[t].any({Category::against, Category::attack, Category::hack, Category::say});
    if (!small || other || is_conjunction(reading_, t)) return nullptr;
  }
  return hackers;
}

// What the name or the word of a service says. One that speaks or is attacked is not the doer.
void ClueFinder::service_clues() {
  const StatePhrase& phrase = phrases_[index_];
  if (const Hit* hackers = hackers_of_service(); hackers != nullptr) {
    give(Role::accused, 2.4, "sentence:hackers-of-service", hackers->first, phrase.last);
    return;
  }
  const bool passive = spoken_role(index_, Role::speaker) || spoken_role(index_, Role::victim);
  if (mention_->category == Category::state_service) {
    // Named without a word on what it has to do with the attack, a service is a hint only.
    const Hit* operation = passive ? nullptr : operation_of_service();
    const double weight = passive ? 0.6 : operation != nullptr ? 1.8 : 1.3;
    const Hit& other = operation != nullptr ? *operation : *mention_;
    give(Role::accused, weight, "sentence:service", std::min(mention_->first, other.first),
         std::max(mention_->last, other.last));
  } else if (phrase.has({Category::service}) && !phrase.has({Category::embassy, Category::spokesperson})) {
    // "kyberšpionáž ruských spravodajských služieb": a genitive behind an operation says whose it is.
    const bool owns = reading_.grammar->genitive_after && phrase.first > reading_.stream.sentences[sentence_].begin &&
                      reading_.mask[phrase.first - 1U].has(Category::operation);
    give(Role::accused,
         passive                          ? 0.5
         : owns                           ? 2
         : phrase.has({Category::hacker}) ? 1
                                          : 1.3,
         "sentence:state+service", phrase.first, phrase.last);
  }
}

// A body of the state in a sentence that tells of an operation was hit, as long as nothing else is said of it. An
// embassy or a spokesman stands there to speak.
void ClueFinder::body_clues() {
  const StatePhrase& phrase = phrases_[index_];
  if (!phrase.has(k_bodies) || phrase.has({Category::hacker, Category::embassy, Category::spokesperson})) return;
  if (!tells_[sentence_] || is_firm_speaking()) return;
  // Offices that speak more often than they are hit are a weaker sign.
  give(Role::victim, phrase.has(k_hit_bodies) ? 1.2 : 0.5, "sentence:body-of-state", phrase.first, phrase.last);
}

}  // namespace vigie::classifier
