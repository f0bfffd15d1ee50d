#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace vigie::classifier {

/// What a code point is to the tokenizer.
enum class Letter : std::uint8_t { none, letter, digit, mark };
Letter letter_kind(char32_t c);
bool is_upper(char32_t c);
bool is_hangul(char32_t c);
bool is_arabic(char32_t c);
bool is_latin(char32_t c);

/// Appends the folded form of one code point: model's fold(), read from a table.
void append_folded(std::string& out, char32_t c);

/// A word in small letters with its accents, for languages whose accents part words (Vietnamese).
std::string lower_word(std::string_view word);

/// A whole word folded code point by code point.
std::string fold_word(std::string_view word);

}  // namespace vigie::classifier
