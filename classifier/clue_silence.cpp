#include "classifier/clue_finder.h"

#include "classifier/phrase.h"

namespace vigie::classifier {

// Mentions that play no part: a sympathiser's adjective ("pro-Russian"), the country an embassy stands in, and the
// place a report is dated from ("TOKYO, Jan 8 –").
bool ClueFinder::is_silent(std::size_t index) const {
  const Hit& mention = reading_.states[index];
  if (reading_.any(mention.first, mention.last, {Category::pro})) return true;
  return is_host(index) || is_dateline(mention);
}

// "中国驻比利时使馆", "embassy in Moscow", "посольство РФ в Берлине".
bool ClueFinder::is_host(std::size_t index) const {
  const Hit& mention = reading_.states[index];
  const Sentence& sentence = reading_.stream.sentences[reading_.token(mention.first).sentence];
  if (mention.first <= sentence.begin) return false;
  const std::size_t before = mention.first - 1U;
  if (reading_.mask[before].has(Category::host)) return true;
  const CategorySet missions = {Category::embassy};
  const bool preposition = is_short_word(reading_, before) && !is_conjunction(reading_, before) &&
                           !reading_.mask[before].any({Category::by, Category::say, Category::link});
  const bool after_other = index > 0 && reading_.same_sentence(reading_.states[index - 1].last, mention.first) &&
                           reading_.states[index - 1].state != mention.state;
  if (!after_other) {  // "embassy in Moscow"; but "посолството на Русия" is Russia's
    return preposition && before > sentence.begin && mention.category == Category::state_seat &&
           reading_.mask[before - 1].any(missions);
  }
  const StatePhrase& other = phrases_[index - 1];
  if (other.last >= mention.first || reading_.token(mention.first).gap != Gap::space) return false;
  // "Rusijos ambasada Vilniuje": a case says what elsewhere a preposition says.
  const bool beside = other.last + 1U == mention.first || (preposition && other.last + 1U == before);
  if (beside && other.has(missions)) return true;
  // "a representação americana em Brasília": another state's people in a capital.
  return preposition && mention.category == Category::state_seat && other.last < before &&
         reading_.words_between(other.last, before) <= (other.right.empty() && other.left.empty() ? 1 : 0) &&
         !comma_between(other.last, before) &&
         !other.has({Category::hacker, Category::operation, Category::operation_weak, Category::attack});
}

bool ClueFinder::is_dateline(const Hit& mention) const {
  const Sentence& sentence = reading_.stream.sentences[reading_.token(mention.first).sentence];
  if (sentence.field != Span::Field::text || mention.category == Category::state_adjective ||
      mention.category == Category::state_service)
    return false;
  // Only where the text begins.
  const bool first = sentence.begin == 0 || reading_.token(sentence.begin - 1U).field == Span::Field::title;
  const std::size_t lead = reading_.token(mention.first).unspaced ? 12 : 5;
  if (!first || mention.first - sentence.begin > lead) return false;
  for (std::size_t t = mention.last + 1U; t <= mention.last + 4U; ++t) {
    if (t >= sentence.end || reading_.token(t).gap >= Gap::bracket) return true;
    if (reading_.token(t).digits && (t == mention.last + 1U || reading_.token(mention.last + 1U).gap == Gap::comma))
      return true;
    const bool more =
        reading_.mask[t].any({Category::state_seat, Category::state_name}) && reading_.token(t).gap == Gap::hyphen;
    if (!more && reading_.token(mention.last + 1U).gap != Gap::comma) return false;
  }
  return false;
}

}  // namespace vigie::classifier
