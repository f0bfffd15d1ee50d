#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace vigie::parsers {

enum class Script : std::uint8_t {
  other,
  latin,
  cyrillic,
  greek,
  armenian,
  georgian,
  hebrew,
  arabic,
  devanagari,
  bengali,
  gurmukhi,
  gujarati,
  oriya,
  tamil,
  telugu,
  kannada,
  malayalam,
  sinhala,
  thai,
  lao,
  tibetan,
  myanmar,
  khmer,
  ethiopic,
  han,
  kana,
  hangul,
  thaana,
  mongolian,
  count
};

Script script_of(char32_t code_point);

/// Letters of each script in a text.
using ScriptCounts = std::array<std::size_t, static_cast<std::size_t>(Script::count)>;
ScriptCounts count_scripts(std::string_view text);

/// The script a text is written in: names and terms in Latin letters stand in texts of every script, so that another
/// script needs fewer letters to be it. Script::other when there is none.
Script main_script(const ScriptCounts& counts);

/// Lower case of Latin, Greek, Cyrillic and Armenian letters, marks kept.
char32_t lower_letter(char32_t code_point);

}  // namespace vigie::parsers
