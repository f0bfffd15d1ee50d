#include "classifier/phrase.h"

#include <algorithm>

#include "classifier/category_sets.h"

namespace vigie::classifier {
namespace {

// Words that may stand in one noun phrase with a state's name.
constexpr CategorySet k_phrase_words =
    k_institutions | CategorySet{Category::operation, Category::operation_weak, Category::cyber,      Category::hacker,
                                 Category::group,     Category::sponsored,      Category::link_after, Category::service,
                                 Category::crime,     Category::malware};
// Verbs and markers that end a noun phrase although their words may also be nouns.
constexpr CategorySet k_phrase_ends = {Category::accuse,    Category::deny,     Category::say,    Category::sanction,
                                       Category::indict,    Category::advisory, Category::suffer, Category::against,
                                       Category::according, Category::condemn};

constexpr std::size_t k_phrase_reach = 6;

// A walk stays in its sentence and stops at commas, brackets and colons.
bool goes_on(const Reading& reading, std::size_t at, bool rightward) {
  const std::size_t n = reading.stream.tokens.size();
  if (rightward) return at + 1 < n && reading.same_sentence(at, at + 1) && reading.token(at + 1).gap <= Gap::quote;
  return at > 0 && reading.same_sentence(at, at - 1) && reading.token(at).gap <= Gap::quote;
}

// "Russian [elite] military intelligence hackers": words of the phrase behind the name, one unknown word let pass.
void walk_right(const Reading& reading, StatePhrase& phrase, std::size_t at) {
  bool unknown_passed = false;
  bool host = false;
  std::size_t particles = 0;  // code points of no known word in a row
  std::size_t end = at;
  for (std::size_t steps = 0;
       goes_on(reading, at, true) && reading.words_between(phrase.first, at + 1) <= k_phrase_reach && steps < 24;
       ++steps) {
    ++at;
    const CategorySet& mask = reading.mask[at];
    if (mask.has(Category::host)) {  // "中国驻比利时使馆": the host country stands inside the phrase
      host = true;
      continue;
    }
    const bool named = mask.has(Category::state_name) || mask.has(Category::state_seat);
    if (host && named) continue;
    const bool state = named;
    if (state && !mask.has(Category::state_adjective)) break;
    // "China hacked": behind a name a verb of attacking is the verb, behind an adjective a noun.
    if (!phrase.adjectival && mask.any({Category::hack, Category::attack})) break;
    if (mask.any(k_phrase_words) && !mask.any(k_phrase_ends)) {
      phrase.right = phrase.right | mask;
      end = at;
      particles = 0;
      continue;
    }
    const bool genitive = reading.token(at).gap == Gap::hyphen && is_short_word(reading, at) && mask.empty();
    const bool particle = reading.token(at).unspaced && mask.empty() && ++particles <= 2;
    if (genitive) {
      phrase.adjectival = true;
      continue;
    }
    if (!mask.empty() && !particle) break;
    if (unknown_passed && !particle) break;
    unknown_passed = true;
  }
  phrase.last = static_cast<std::uint32_t>(std::max<std::size_t>(phrase.last, end));
}

// "pirates chinois", "pirates de la Chine", "министерство обороны Украины": the noun stands directly before, or parted
// by a genitive or origin word with at most two short words.
void walk_left(const Reading& reading, StatePhrase& phrase, const Hit& mention) {
  const bool adjective = mention.category == Category::state_adjective;
  // An adjective before its noun belongs to that noun alone.
  if (adjective && !phrase.right.empty() && reading.grammar->adjective == Grammar::Adjective::before) return;
  std::size_t at = mention.first;
  std::size_t short_words = 0;
  bool origin = false;
  while (goes_on(reading, at, false) && short_words < 3) {
    const std::size_t before = at - 1;
    const CategorySet& mask = reading.mask[before];
    if (mask.has(Category::from)) {
      origin = true;
    } else if (!is_short_word(reading, before) || mask.any(k_phrase_words) || !mask.empty()) {
      break;
    }
    ++short_words;
    at = before;
  }
  if (short_words > 0 && !origin) return;
  if (short_words == 0) {
    const bool people = adjective && phrase.right.empty();  // "útoky Rusů"
    const bool stands_after = people      ? reading.grammar->genitive_after
                              : adjective ? reading.grammar->adjective != Grammar::Adjective::before
                                          : reading.grammar->genitive_after;
    if (!stands_after) return;
  }
  for (std::size_t steps = 0;
       goes_on(reading, at, false) && reading.words_between(at, mention.first) <= k_phrase_reach && steps < 24;
       ++steps) {
    const std::size_t before = at - 1;
    const CategorySet& mask = reading.mask[before];
    const bool state =
        mask.has(Category::state_name) || mask.has(Category::state_seat) || mask.has(Category::state_adjective);
    if (state || mask.any(k_phrase_ends)) break;
    if (mask.any(k_phrase_words)) {
      phrase.left = phrase.left | mask;
      phrase.first = static_cast<std::uint32_t>(before);
    } else if (!(is_short_word(reading, before) && (mask.empty() || mask.has(Category::from)))) {
      break;
    }
    at = before;
  }
  if (origin && !phrase.left.empty()) phrase.adjectival = true;
}

}  // namespace

bool is_short_word(const Reading& reading, std::size_t i) {
  const Token& token = reading.token(i);
  if (token.unspaced || token.digits) return false;
  const std::string_view word = reading.stream.folded_of(token);
  return word.size() <= (token.latin ? 3U : 6U);
}

StatePhrase phrase_of(const Reading& reading, const Hit& mention) {
  StatePhrase phrase;
  phrase.first = mention.first;
  phrase.last = mention.last;
  phrase.adjectival = mention.category == Category::state_adjective;
  // Words written as one with the state: 俄黑客, 북 해커.
  for (std::size_t t = mention.first; t <= mention.last; ++t) {
    if (reading.mask[t].has(Category::hacker)) phrase.right.add(Category::hacker);
    if (reading.mask[t].has(Category::operation)) phrase.right.add(Category::operation);
  }
  walk_right(reading, phrase, mention.last);
  walk_left(reading, phrase, mention);
  return phrase;
}

}  // namespace vigie::classifier
