#include "classifier/letters.h"

#include <array>
#include <vector>

#include "model/text.h"

namespace vigie::classifier {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

// Where folding changes something; everywhere else a code point is its own folded form.
constexpr std::array<Range, 9> k_folded_ranges = {{{0x0080, 0x077F},
                                                   {0x0958, 0x095F},
                                                   {0x10A0, 0x10FF},
                                                   {0x1C90, 0x1CBF},
                                                   {0x1E00, 0x1FFF},
                                                   {0x2010, 0x203F},
                                                   {0x2160, 0x217F},
                                                   {0xFB00, 0xFDFF},
                                                   {0xFE70, 0xFFEF}}};

// Punctuation and symbols; code points outside of these (and of ASCII) are letters, marks or digits.
constexpr std::array<Range, 40> k_not_letters = {
    {{0x0080, 0x00A9}, {0x00AB, 0x00B1}, {0x00B4, 0x00B4}, {0x00B6, 0x00B8}, {0x00BB, 0x00BF}, {0x00D7, 0x00D7},
     {0x00F7, 0x00F7}, {0x02C2, 0x02C5}, {0x02D2, 0x02DF}, {0x037E, 0x037E}, {0x0387, 0x0387}, {0x055A, 0x055F},
     {0x0589, 0x058F}, {0x05BE, 0x05BE}, {0x05C0, 0x05C0}, {0x05C3, 0x05C3}, {0x05C6, 0x05C6}, {0x05F3, 0x05F4},
     {0x0600, 0x060F}, {0x061B, 0x061F}, {0x066A, 0x066D}, {0x06D4, 0x06D4}, {0x06DD, 0x06DE}, {0x0964, 0x0965},
     {0x0970, 0x0970}, {0x0E3F, 0x0E3F}, {0x0E4F, 0x0E4F}, {0x0E5A, 0x0E5B}, {0x10FB, 0x10FB}, {0x1360, 0x1368},
     {0x2000, 0x206F}, {0x20A0, 0x20CF}, {0x2190, 0x2BFF}, {0x3000, 0x3004}, {0x3008, 0x3020}, {0x3030, 0x3030},
     {0x303D, 0x303F}, {0x30FB, 0x30FB}, {0xE000, 0xF8FF}, {0xFE10, 0xFE6F}}};

class FoldTable {
 public:
  FoldTable() {
    for (const Range& range : k_folded_ranges) {
      for (char32_t c = range.first; c <= range.last; ++c) {
        std::string one;
        append_utf8(one, c);
        const std::string folded = fold(one);
        if (folded == one) continue;
        if (c >= at_.size()) at_.resize(c + 1, 0);
        at_[c] = static_cast<std::uint16_t>(forms_.size());
        forms_.push_back(folded);
      }
    }
    at_.resize(0x10000, 0);
    at_[0x093C] = static_cast<std::uint16_t>(forms_.size());  // nukta: left out by many writers of Hindi
    forms_.emplace_back();
  }
  /// The folded form, or null when it is the code point itself.
  const std::string* form(char32_t c) const { return c < 0x10000 && at_[c] != 0 ? &forms_[at_[c]] : nullptr; }

 private:
  std::vector<std::uint16_t> at_;
  std::vector<std::string> forms_ = {""};
};

const FoldTable& fold_table() {
  static const FoldTable k_table;
  return k_table;
}

Letter kind_beyond_ascii(char32_t c) {
  if (c >= 0x1F000 && c <= 0x1FAFF) return Letter::none;
  if (c >= 0xE0000 || c == 0xFFFD || c == 0xFEFF) return Letter::none;
  if (c >= 0xFF00 && c <= 0xFFEF) {
    if (c >= 0xFF10 && c <= 0xFF19) return Letter::digit;
    const bool letter = (c >= 0xFF21 && c <= 0xFF3A) || (c >= 0xFF41 && c <= 0xFF5A) || (c >= 0xFF66 && c <= 0xFFDC);
    return letter ? Letter::letter : Letter::none;
  }
  for (const Range& range : k_not_letters) {
    if (c < range.first) break;
    if (c <= range.last) return Letter::none;
  }
  const bool digit = (c >= 0x0660 && c <= 0x0669) || (c >= 0x06F0 && c <= 0x06F9) || (c >= 0x0966 && c <= 0x096F) ||
                     (c >= 0x0E50 && c <= 0x0E59);
  if (digit) return Letter::digit;
  if (c >= 0x0300 && c <= 0x036F) return Letter::mark;
  return Letter::letter;
}

}  // namespace

Letter letter_kind(char32_t c) {
  if (c < 0x80) {
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return Letter::letter;
    return c >= '0' && c <= '9' ? Letter::digit : Letter::none;
  }
  return kind_beyond_ascii(c);
}

bool is_upper(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z';
  if (c <= 0x00DE) return c >= 0x00C0;
  if (c <= 0x017F) return (c < 0x0139 || (c >= 0x014A && c < 0x0179)) ? c % 2 == 0 : c % 2 == 1;
  if (c == 0x018F) return true;                                                         // Azerbaijani Ə
  if ((c >= 0x01DE && c <= 0x024F) || (c >= 0x1E00 && c <= 0x1EFF)) return c % 2 == 0;  // Romanian Ș, Vietnamese Ấ
  if (c >= 0x0386 && c <= 0x03AB) return c != 0x0390;
  if (c >= 0x0400 && c <= 0x042F) return true;
  if (c >= 0x04C1 && c <= 0x04CE) return c % 2 == 1;
  if (c >= 0x0460 && c <= 0x04FF) return c % 2 == 0;  // Kazakh Қ, Ukrainian Ґ
  if (c >= 0x0531 && c <= 0x0556) return true;
  return c >= 0xFF21 && c <= 0xFF3A;
}

bool is_hangul(char32_t c) { return (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0x1100 && c <= 0x11FF); }
bool is_arabic(char32_t c) { return (c >= 0x0600 && c <= 0x077F) || (c >= 0xFB50 && c <= 0xFEFC); }
bool is_latin(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0x00C0 && c <= 0x024F) ||
         (c >= 0x1E00 && c <= 0x1EFF);
}

void append_folded(std::string& out, char32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  } else if (const std::string* form = fold_table().form(c)) {
    out += *form;
  } else {
    append_utf8(out, c);
  }
}

std::string lower_word(std::string_view word) {
  std::string out;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint point = code_point_at(word, at);
    char32_t c = point.value;
    at = point.next;
    if (c < 0x80) {
      c = c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c;
    } else if (c >= 0x00C0 && c <= 0x00DE && c != 0x00D7) {
      c += 0x20;
    } else if (c == 0x01AF || (c >= 0x0100 && c <= 0x0137 && c % 2 == 0) ||
               (c >= 0x014A && c <= 0x0177 && c % 2 == 0) || (c >= 0x1E00 && c <= 0x1EFE && c % 2 == 0) ||
               c == 0x01A0) {
      c += 1;
    }
    append_utf8(out, c);
  }
  return out;
}

std::string fold_word(std::string_view word) {
  std::string out;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint point = code_point_at(word, at);
    append_folded(out, point.value);
    at = point.next;
  }
  return out;
}

}  // namespace vigie::classifier
