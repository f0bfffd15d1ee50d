#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace vigie::parsers {

/// What sets a language apart from those of its script. All in lower case.
struct LanguageWords {
  std::string_view language;  // as detect_language answers
  std::string_view letters;   // letters of its alphabet beyond a-z, а-я or the Arabic 28
  std::string_view words;     // its commonest little words, parted by spaces
  std::string_view pieces;    // two to six letters within its words, parted by spaces; "^" and "$" are a word's ends
};

/// Sorted by script, then as it fits.
std::span<const LanguageWords> latin_words();
std::span<const LanguageWords> cyrillic_words();
std::span<const LanguageWords> arabic_words();
std::span<const LanguageWords> devanagari_words();

}  // namespace vigie::parsers
