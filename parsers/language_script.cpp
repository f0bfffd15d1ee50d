#include "parsers/language_script.h"

#include <algorithm>
#include <numeric>

#include "model/text.h"

namespace vigie::parsers {
namespace {

struct Block {
  char32_t first;
  char32_t last;
  Script script;
};

// Blocks of letters, sorted; finer than a block is not needed to tell languages.
constexpr std::array k_blocks = {Block{0x41, 0x5A, Script::latin},        Block{0x61, 0x7A, Script::latin},
                                 Block{0xAA, 0xAA, Script::latin},        Block{0xBA, 0xBA, Script::latin},
                                 Block{0xC0, 0xD6, Script::latin},        Block{0xD8, 0xF6, Script::latin},
                                 Block{0xF8, 0x2AF, Script::latin},       Block{0x370, 0x3FF, Script::greek},
                                 Block{0x400, 0x52F, Script::cyrillic},   Block{0x531, 0x587, Script::armenian},
                                 Block{0x5D0, 0x5F2, Script::hebrew},     Block{0x620, 0x64A, Script::arabic},
                                 Block{0x66E, 0x6D3, Script::arabic},     Block{0x6D5, 0x6D5, Script::arabic},
                                 Block{0x6EE, 0x6EF, Script::arabic},     Block{0x6FA, 0x6FF, Script::arabic},
                                 Block{0x750, 0x77F, Script::arabic},     Block{0x780, 0x7B1, Script::thaana},
                                 Block{0x8A0, 0x8C7, Script::arabic},     Block{0x900, 0x963, Script::devanagari},
                                 Block{0x971, 0x97F, Script::devanagari}, Block{0x980, 0x9E3, Script::bengali},
                                 Block{0x9F0, 0x9F1, Script::bengali},    Block{0xA01, 0xA65, Script::gurmukhi},
                                 Block{0xA70, 0xA75, Script::gurmukhi},   Block{0xA81, 0xAE3, Script::gujarati},
                                 Block{0xB01, 0xB63, Script::oriya},      Block{0xB82, 0xBE3, Script::tamil},
                                 Block{0xC00, 0xC63, Script::telugu},     Block{0xC80, 0xCE3, Script::kannada},
                                 Block{0xD00, 0xD63, Script::malayalam},  Block{0xD81, 0xDDF, Script::sinhala},
                                 Block{0xE01, 0xE3A, Script::thai},       Block{0xE40, 0xE4E, Script::thai},
                                 Block{0xE81, 0xECD, Script::lao},        Block{0xF40, 0xFBC, Script::tibetan},
                                 Block{0x1000, 0x103F, Script::myanmar},  Block{0x10A0, 0x10FA, Script::georgian},
                                 Block{0x10FC, 0x10FF, Script::georgian}, Block{0x1100, 0x11FF, Script::hangul},
                                 Block{0x1200, 0x135A, Script::ethiopic}, Block{0x1380, 0x138F, Script::ethiopic},
                                 Block{0x1780, 0x17B3, Script::khmer},    Block{0x1820, 0x18AA, Script::mongolian},
                                 Block{0x1C90, 0x1CBF, Script::georgian}, Block{0x1E00, 0x1EFF, Script::latin},
                                 Block{0x1F00, 0x1FFF, Script::greek},    Block{0x2D00, 0x2D2D, Script::georgian},
                                 Block{0x2D80, 0x2DDE, Script::ethiopic}, Block{0x3041, 0x309F, Script::kana},
                                 Block{0x30A1, 0x30FA, Script::kana},     Block{0x30FC, 0x30FF, Script::kana},
                                 Block{0x3130, 0x318F, Script::hangul},   Block{0x31F0, 0x31FF, Script::kana},
                                 Block{0x3400, 0x9FFF, Script::han},      Block{0xA640, 0xA69F, Script::cyrillic},
                                 Block{0xA720, 0xA7FF, Script::latin},    Block{0xAC00, 0xD7A3, Script::hangul},
                                 Block{0xF900, 0xFAFF, Script::han},      Block{0xFB50, 0xFDFF, Script::arabic},
                                 Block{0xFE70, 0xFEFC, Script::arabic},   Block{0xFF66, 0xFF9F, Script::kana},
                                 Block{0x20000, 0x323AF, Script::han}};

// In a title, names in Latin letters outnumber the letters around them; over a long text they do not.
std::size_t weight(Script script, bool is_long) {
  switch (script) {
    case Script::latin:
      return is_long ? 2 : 1;
    // A syllable or a word in one letter.
    case Script::han:
      return 10;
    case Script::hangul:
      return 8;
    case Script::kana:
      return 6;
    default:
      return 3;
  }
}

}  // namespace

Script script_of(char32_t c) {
  if (c < 0x80) return ((c | 0x20U) >= 'a' && (c | 0x20U) <= 'z') ? Script::latin : Script::other;
  const auto next = std::upper_bound(k_blocks.begin(), k_blocks.end(), c,
                                     [](char32_t value, const Block& block) { return value < block.first; });
  if (next == k_blocks.begin() || c > (next - 1)->last) return Script::other;
  return (next - 1)->script;
}

ScriptCounts count_scripts(std::string_view text) {
  ScriptCounts counts{};
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    ++counts[static_cast<std::size_t>(script_of(c.value))];
    at = c.next;
  }
  return counts;
}

Script main_script(const ScriptCounts& counts) {
  Script best = Script::other;
  std::size_t most = 0;
  constexpr std::size_t k_long = 400;  // letters
  const bool is_long = std::accumulate(counts.begin() + 1, counts.end(), std::size_t{0}) > k_long;
  for (std::size_t i = 1; i < counts.size(); ++i) {
    const Script script = static_cast<Script>(i);
    const std::size_t letters = counts[i] * weight(script, is_long);
    if (letters <= most) continue;
    most = letters;
    best = script;
  }
  // Japanese is written in both: kana tell it from Chinese.
  const std::size_t kana = counts[static_cast<std::size_t>(Script::kana)];
  const std::size_t han = counts[static_cast<std::size_t>(Script::han)];
  if (best == Script::han && kana >= 2 && kana * 12 >= han) return Script::kana;
  return best;
}

char32_t lower_letter(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + 32 : c;
  if (c >= 0xC0 && c <= 0xDE && c != 0xD7) return c + 32;
  const bool odd_upper = (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E);
  if (c == 0x130) return 'i';
  if (c == 0x178) return 0xFF;
  if (c >= 0x100 && c <= 0x17E && c != 0x131 && c != 0x138 && c != 0x149) {
    return (c % 2 == 1) == odd_upper ? c + 1 : c;
  }
  switch (c) {
    case 0x181:
      return 0x253;
    case 0x18A:
      return 0x257;
    case 0x18F:
      return 0x259;
    case 0x198:
      return 0x199;
    case 0x1A0:
      return 0x1A1;
    case 0x1AF:
      return 0x1B0;
    case 0x386:
      return 0x3AC;
    case 0x38C:
      return 0x3CC;
    default:
      break;
  }
  const bool pairs = (c >= 0x1CD && c <= 0x1DC) || (c >= 0x1DE && c <= 0x1EF) || (c >= 0x1F8 && c <= 0x233) ||
                     (c >= 0x460 && c <= 0x481) || (c >= 0x48A && c <= 0x4BF) || (c >= 0x4D0 && c <= 0x52F) ||
                     (c >= 0x1E00 && c <= 0x1EFF);
  if (pairs) {
    const bool caron = c >= 0x1CD && c <= 0x1DC;
    return (c % 2 == 0) != caron ? c + 1 : c;
  }
  if (c >= 0x4C1 && c <= 0x4CE) return c % 2 == 1 ? c + 1 : c;
  if (c >= 0x388 && c <= 0x38A) return c + 37;
  if (c >= 0x391 && c <= 0x3AB) return c + 32;
  if (c >= 0x400 && c <= 0x40F) return c + 80;
  if (c >= 0x410 && c <= 0x42F) return c + 32;
  if (c >= 0x531 && c <= 0x556) return c + 48;
  return c;
}

}  // namespace vigie::parsers
