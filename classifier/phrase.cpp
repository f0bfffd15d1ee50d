#include "classifier/phrase.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

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

// Nouns an adjective may belong to.
constexpr CategorySet k_nouns =
    k_institutions | CategorySet{Category::hacker, Category::operation, Category::group, Category::service};

constexpr std::size_t k_phrase_reach = 6;

// A walk stays in its sentence and stops at commas, brackets and colons.
bool goes_on(const Reading& reading, std::size_t at, bool rightward) {
  const std::size_t n = reading.stream.tokens.size();
  if (rightward) return at + 1 < n && reading.same_sentence(at, at + 1) && reading.token(at + 1).gap <= Gap::quote;
  return at > 0 && reading.same_sentence(at, at - 1) && reading.token(at).gap <= Gap::quote;
}

// "обвинения Берлина [в] кибератаках": a small word that no lexicon knows is a preposition, and begins something else.
// Where particles follow their noun ("चीन के विदेश मंत्रालय") it does not.
bool is_preposition(const Reading& reading, std::size_t at) {
  const Token& token = reading.token(at);
  return reading.grammar->order != Grammar::Order::sov && token.gap == Gap::space && !token.caps &&
         reading.mask[at].empty() && is_short_word(reading, at);
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
    // "iranska revolutionsgardet hackade": behind a service too.
    if (mask.has(Category::hack) && phrase.right.any({Category::service, Category::intelligence, Category::military}))
      break;
    // "hackers chinois": where adjectives follow, what comes behind them is no longer their phrase.
    const bool follows = reading.grammar->adjective == Grammar::Adjective::after;
    if ((follows && !mask.has(Category::sponsored)) || is_preposition(reading, at)) break;
    // "Deutsche Flugsicherung gehackt": behind a noun no lexicon knows stands the verb.
    if (unknown_passed && mask.has(Category::hack)) break;
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

// A word of its own right behind, that no lexicon knows.
bool noun_behind(const Reading& reading, const Hit& mention) {
  const std::size_t next = mention.last + 1U;
  return goes_on(reading, mention.last, true) && reading.token(next).gap == Gap::space &&
         !reading.token(next).unspaced && reading.mask[next].empty() && !is_short_word(reading, next);
}

// "pirates chinois", "pirates de la Chine", "министерство обороны Украины": the noun stands directly before, or parted
// by a genitive or origin word with at most two short words.
void walk_left(const Reading& reading, StatePhrase& phrase, const Hit& mention) {
  const bool adjective = mention.category == Category::state_adjective;
  // An adjective before its noun belongs to that noun alone, whether a lexicon knows the noun ("взлому почты немецких
  // политиков") or not.
  const bool may_follow = reading.grammar->adjective != Grammar::Adjective::before;
  if (adjective && (may_follow ? reading.grammar->adjective == Grammar::Adjective::both && phrase.right.any(k_nouns)
                               : !phrase.right.empty() || noun_behind(reading, mention)))
    return;
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

bool is_conjunction(const Reading& reading, std::size_t token) {
  // Folded. By language: French "à" and Czech "a" are one letter once folded.
  constexpr auto k_and = std::to_array<std::pair<std::string_view, std::string_view>>(
      {{"en", "and"}, {"de", "und"}, {"fr", "et"}, {"es", "y"},   {"es", "e"},   {"pt", "e"},    {"it", "e"},
       {"it", "ed"},  {"ca", "i"},   {"ro", "si"}, {"nl", "en"},  {"da", "og"},  {"no", "og"},   {"sv", "och"},
       {"fi", "ja"},  {"et", "ja"},  {"lt", "ir"}, {"lv", "un"},  {"pl", "i"},   {"pl", "oraz"}, {"cs", "a"},
       {"cs", "i"},   {"sk", "a"},   {"sk", "aj"}, {"sl", "in"},  {"hr", "i"},   {"sr", "i"},    {"sr", "и"},
       {"bg", "и"},   {"ru", "и"},   {"uk", "і"},  {"uk", "и"},   {"uk", "та"},  {"uk", "й"},    {"hu", "es"},
       {"el", "και"}, {"tr", "ve"},  {"az", "ve"}, {"id", "dan"}, {"ms", "dan"}, {"vi", "va"},   {"ar", "و"},
       {"fa", "و"},   {"he", "ו"},   {"hi", "और"}, {"ka", "და"},  {"hy", "և"}});
  const std::string_view word = reading.stream.folded_of(reading.token(token));
  return std::any_of(k_and.begin(), k_and.end(), [&](const auto& entry) {
    return entry.second == word && entry.first == reading.lexicons.front()->language();
  });
}

bool is_locative(const Reading& reading, const Hit& mention) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 20> k_endings = {
      {{"lt", "oje"}, {"lt", "yje"}, {"lt", "uje"}, {"lt", "ėje"}, {"lv", "ā"},   {"lv", "ē"},  {"lv", "ī"},
       {"lv", "ū"},   {"fi", "ssa"}, {"fi", "ssä"}, {"fi", "lla"}, {"fi", "llä"}, {"et", "is"}, {"et", "as"},
       {"et", "us"},  {"hu", "ban"}, {"hu", "ben"}, {"hu", "on"},  {"ka", "ში"},  {"ka", "ზე"}}};
  if (mention.category != Category::state_name && mention.category != Category::state_seat) return false;
  const std::string_view word = reading.stream.surface_of(reading.token(mention.last));
  return std::any_of(k_endings.begin(), k_endings.end(), [&](const auto& ending) {
    return ending.first == reading.lexicons.front()->language() && word.ends_with(ending.second);
  });
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
