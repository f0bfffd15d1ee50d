#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "model/text.h"

namespace vigie {
namespace {

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

const icu::Normalizer2& normalizer(const icu::Normalizer2* (*get)(UErrorCode&)) {
  UErrorCode status = U_ZERO_ERROR;
  return *get(status);
}

std::string normalized(std::string_view text, const icu::Normalizer2& by) {
  std::string out;
  icu::StringByteSink<std::string> sink(&out, static_cast<int32_t>(text.size()));
  UErrorCode status = U_ZERO_ERROR;
  by.normalizeUTF8(0, icu::StringPiece(text.data(), static_cast<int32_t>(text.size())), sink, nullptr, status);
  return U_SUCCESS(status) ? out : std::string(text);
}

// Scripts whose combining marks are accents or optional points, not letters: dropping them in Thai or Devanagari would
// change the word.
bool is_droppable_mark(char32_t c) {
  return (c >= 0x0300 && c <= 0x036F) || (c >= 0x0483 && c <= 0x0487) || (c >= 0x0591 && c <= 0x05C7 && c != 0x05BE) ||
         (c >= 0x0610 && c <= 0x061A) || (c >= 0x064B && c <= 0x065F) || c == 0x0670 || (c >= 0x06D6 && c <= 0x06ED) ||
         c == 0x0640;
}

// Letters that NFKD leaves whole although readers treat them as a base letter with an accent.
char32_t base_letter(char32_t c) {
  switch (c) {
    case 0x0142:
      return 'l';
    case 0x00F8:
      return 'o';
    case 0x0111:
      return 'd';
    case 0x0127:
      return 'h';
    case 0x0131:
      return 'i';
    case 0x0649:
      return 0x064A;  // alef maksura as yeh
    case 0x06CC:
      return 0x064A;  // Farsi yeh
    case 0x06A9:
      return 0x0643;  // keheh as kaf
    case 0x0629:
      return 0x0647;  // teh marbuta as heh
    case 0x2019:
    case 0x02BC:
    case 0x2018:
      return '\'';
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
      return '-';
    default:
      return c;
  }
}

std::string fold_by_icu(std::string_view text) {
  const std::string cased = normalized(text, normalizer(icu::Normalizer2::getNFKCCasefoldInstance));
  const std::string decomposed = normalized(cased, normalizer(icu::Normalizer2::getNFDInstance));
  std::string kept;
  kept.reserve(decomposed.size());
  for (std::size_t at = 0; at < decomposed.size();) {
    const CodePoint point = code_point_at(decomposed, at);
    at = point.next;
    if (!is_droppable_mark(point.value)) append_utf8(kept, base_letter(point.value));
  }
  return nfc(kept);
}

// Folded forms of the letters that make up most text beyond ASCII. Beside each other they fold as they do alone: none
// of them combines with what stands before it. Combining marks and what lies beyond are left to ICU.
class FoldedLetters {
 public:
  FoldedLetters() {
    for (const auto& [first, last] : k_ranges) {
      for (char32_t c = first; c <= last; ++c) {
        std::string letter;
        append_utf8(letter, c);
        begins_.push_back(static_cast<std::uint16_t>(forms_.size()));
        forms_ += fold_by_icu(letter);
      }
    }
    begins_.push_back(static_cast<std::uint16_t>(forms_.size()));
  }

  std::optional<std::string_view> form(char32_t c) const {
    std::size_t index = 0;
    for (const auto& [first, last] : k_ranges) {
      if (c < first) break;
      if (c <= last) {
        index += c - first;
        return std::string_view(forms_).substr(begins_[index], begins_[index + 1] - begins_[index]);
      }
      index += last - first + 1;
    }
    return std::nullopt;
  }

 private:
  struct Range {
    char32_t first;
    char32_t last;
  };
  static constexpr std::array<Range, 8> k_ranges = {{{0x0080, 0x02FF},
                                                     {0x0370, 0x0482},
                                                     {0x048A, 0x0590},
                                                     {0x05D0, 0x060F},
                                                     {0x061B, 0x064A},
                                                     {0x0660, 0x066F},
                                                     {0x0671, 0x06D5},
                                                     {0x2000, 0x20BF}}};
  std::vector<std::uint16_t> begins_;
  std::string forms_;
};

// Han, kana without their combining marks, Hangul: each is its own folded form.
bool is_own_fold(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3041 && c <= 0x3096) || (c >= 0x30A1 && c <= 0x30FE) ||
         (c >= 0xAC00 && c <= 0xD7A3);
}

}  // namespace

std::string nfc(std::string_view text) {
  if (is_ascii(text)) return std::string(text);
  const icu::Normalizer2& by = normalizer(icu::Normalizer2::getNFCInstance);
  UErrorCode status = U_ZERO_ERROR;
  const icu::StringPiece piece(text.data(), static_cast<int32_t>(text.size()));
  if (by.isNormalizedUTF8(piece, status) && U_SUCCESS(status)) return std::string(text);
  return normalized(text, by);
}

std::string fold(std::string_view text) {
  if (is_ascii(text)) return ascii_lower(text);
  static const FoldedLetters k_letters;
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (point.value < 0x80) {
      const char c = text[at];
      out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    } else if (const std::optional<std::string_view> form = k_letters.form(point.value)) {
      out += *form;
    } else if (is_own_fold(point.value)) {
      out += text.substr(at, point.next - at);
    } else {
      return fold_by_icu(text);
    }
    at = point.next;
  }
  return out;
}

std::string fold_case(std::string_view text) {
  if (is_ascii(text)) return ascii_lower(text);
  return normalized(text, normalizer(icu::Normalizer2::getNFKCCasefoldInstance));
}

}  // namespace vigie
