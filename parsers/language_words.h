#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace vigie::parsers {

/// What sets a language apart from those of its script: its commonest little words, and the letters beyond a-z, а-я or
/// the Arabic 28 that its alphabet has. All in lower case.
struct LanguageWords {
  std::string_view language;  // as detect_language answers
  std::string_view letters;   // further letters of its alphabet
  std::string_view words;     // parted by spaces
};

/// Sorted by script, then as it fits.
std::span<const LanguageWords> latin_words();
std::span<const LanguageWords> cyrillic_words();
std::span<const LanguageWords> arabic_words();
std::span<const LanguageWords> devanagari_words();

}  // namespace vigie::parsers
