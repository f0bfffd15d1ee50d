#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vigie::parsers {

/// A piece of a date's text: folded word, number (digits of any script as a value) or one punctuation mark.
struct DateToken {
  enum class Kind { number, word, mark };
  Kind kind = Kind::mark;
  std::string text;         // folded; a number's digits are ASCII
  std::uint64_t value = 0;  // of a number, held at 10^18
  bool space_before = false;
  bool capitals = false;  // a word of ASCII letters that the text writes in capitals
};

/// Splits a text for the date reader, at most `limit` tokens. Apostrophes and hyphens part words; a run of an unspaced
/// script is one word; Han numerals in front of 年, 月, 日 and their like are numbers.
std::vector<DateToken> tokenize_date(std::string_view text, std::size_t limit);

/// Letters and marks of words; digits, punctuation, symbols and modifier apostrophes are none.
bool is_date_word_char(char32_t c);

}  // namespace vigie::parsers
