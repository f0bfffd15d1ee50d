#include "parsers/date_tokens.h"

#include <algorithm>
#include <array>
#include <optional>

#include "model/text.h"

namespace vigie::parsers {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

// What stands between words, beyond ASCII. Sorted.
constexpr std::array k_separators = {
    Range{0x80, 0xA9},     Range{0xAB, 0xB4},     Range{0xB6, 0xB9},     Range{0xBB, 0xBF},     Range{0xD7, 0xD7},
    Range{0xF7, 0xF7},     Range{0x2B0, 0x2FF},   Range{0x37E, 0x37E},   Range{0x387, 0x387},   Range{0x55A, 0x55F},
    Range{0x589, 0x58F},   Range{0x5BE, 0x5BE},   Range{0x5C0, 0x5C0},   Range{0x5C3, 0x5C6},   Range{0x5F3, 0x5F4},
    Range{0x600, 0x60F},   Range{0x61B, 0x61F},   Range{0x66A, 0x66D},   Range{0x6D4, 0x6D4},   Range{0x964, 0x965},
    Range{0x970, 0x970},   Range{0xE2F, 0xE2F},   Range{0xE4F, 0xE4F},   Range{0xE5A, 0xE5B},   Range{0xF08, 0xF14},
    Range{0x104A, 0x104F}, Range{0x10FB, 0x10FB}, Range{0x1360, 0x1368}, Range{0x17D4, 0x17DB}, Range{0x1800, 0x180E},
    Range{0x2000, 0x2BFF}, Range{0x2E00, 0x2E7F}, Range{0x3000, 0x3004}, Range{0x3008, 0x3020}, Range{0x3030, 0x3030},
    Range{0x30FB, 0x30FB}, Range{0xA78B, 0xA78C}, Range{0xFE00, 0xFE6F}, Range{0xFEFF, 0xFEFF}, Range{0xFF00, 0xFF0F},
    Range{0xFFF0, 0xFFFF}};

// The zeros of the decimal digits in use (Unicode category Nd).
constexpr std::array<char32_t, 24> k_zeros = {0x30,  0x660,  0x6F0,  0x7C0,  0x966,  0x9E6,  0xA66,  0xAE6,
                                              0xB66, 0xBE6,  0xC66,  0xCE6,  0xD66,  0xDE6,  0xE50,  0xED0,
                                              0xF20, 0x1040, 0x17E0, 0x1810, 0x1C50, 0xA8D0, 0xABF0, 0xFF10};

std::optional<int> digit_value(char32_t c) {
  const auto next = std::upper_bound(k_zeros.begin(), k_zeros.end(), c);
  if (next == k_zeros.begin()) return std::nullopt;
  const char32_t offset = c - *(next - 1);
  return offset < 10 ? std::optional(static_cast<int>(offset)) : std::nullopt;
}

bool is_space(char32_t c) {
  return c == ' ' || (c >= 9 && c <= 13) || c == 0xA0 || (c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029 ||
         c == 0x202F || c == 0x3000 || c == 0x85 || c == 0x1680;
}

int han_digit(char32_t c) {
  static constexpr std::u32string_view k_digits = U"零一二三四五六七八九十";
  if (c == U'〇' || c == U'○') return 0;
  if (c == U'两' || c == U'兩') return 2;
  if (c == U'廿') return 20;
  if (c == U'元') return 1;  // the first year of an era
  const std::size_t at = k_digits.find(c);
  return at == k_digits.npos ? -1 : static_cast<int>(at);
}

// What a Han number counts in a date: behind anything else the numerals are letters ("三" in 星期三).
bool is_han_counter(char32_t c) {
  return std::u32string_view(U"年月日号號时時点點分秒个個小天周週星ヶか").find(c) != std::u32string_view::npos;
}

struct HanNumber {
  std::uint64_t value;
  std::size_t end;
};

// Positional (二〇二六) and multiplicative (二十三) numerals up to 99 and years.
std::optional<HanNumber> han_number_at(std::string_view text, std::size_t at) {
  std::vector<int> digits;
  std::size_t end = at;
  while (end < text.size() && digits.size() < 8) {
    const CodePoint c = code_point_at(text, end);
    const int digit = han_digit(c.value);
    if (digit < 0) break;
    digits.push_back(digit);
    end = c.next;
  }
  if (digits.empty() || end >= text.size() || !is_han_counter(code_point_at(text, end).value)) return std::nullopt;
  std::uint64_t value = 0;
  const auto ten = std::find_if(digits.begin(), digits.end(), [](int d) { return d >= 10; });
  if (ten == digits.end()) {
    for (const int digit : digits) value = value * 10 + static_cast<std::uint64_t>(digit);
    return HanNumber{value, end};
  }
  if (digits.size() > 3 || ten - digits.begin() > 1) return std::nullopt;
  value = static_cast<std::uint64_t>(*ten);
  if (ten != digits.begin()) value *= static_cast<std::uint64_t>(digits.front());
  if (ten + 1 != digits.end()) value += static_cast<std::uint64_t>(digits.back());
  return HanNumber{value, end};
}

class Tokenizer {
 public:
  Tokenizer(std::string_view folded, std::size_t limit) : text_(folded), limit_(limit) {}

  std::vector<DateToken> run() {
    while (at_ < text_.size() && tokens_.size() < limit_) step();
    return std::move(tokens_);
  }

 private:
  void step() {
    const CodePoint c = code_point_at(text_, at_);
    if (is_space(c.value)) {
      space_ = true;
      at_ = c.next;
    } else if (digit_value(c.value)) {
      read_number();
    } else if (const auto han = han_number_at(text_, at_)) {
      push({DateToken::Kind::number, std::to_string(han->value), han->value, false});
      at_ = han->end;
    } else if (is_date_word_char(c.value)) {
      read_word();
    } else {
      push({DateToken::Kind::mark, std::string(text_.substr(at_, c.next - at_)), 0, false});
      at_ = c.next;
    }
  }

  void read_number() {
    DateToken token{DateToken::Kind::number, "", 0, false};
    while (at_ < text_.size() && token.text.size() < 32) {
      const CodePoint c = code_point_at(text_, at_);
      const std::optional<int> digit = digit_value(c.value);
      if (!digit) break;
      token.text += static_cast<char>('0' + *digit);
      if (token.value < 100'000'000'000'000'000) token.value = token.value * 10 + static_cast<std::uint64_t>(*digit);
      at_ = c.next;
    }
    push(std::move(token));
  }

  // A change between an unspaced script and another ends a word.
  void read_word() {
    DateToken token{DateToken::Kind::word, "", 0, false};
    const bool unspaced = is_unspaced_script(code_point_at(text_, at_).value);
    const bool ascii = code_point_at(text_, at_).value < 0x80;
    while (at_ < text_.size()) {
      const CodePoint c = code_point_at(text_, at_);
      if (!is_date_word_char(c.value) || is_unspaced_script(c.value) != unspaced) break;
      if (ascii ? c.value >= 0x370 : c.value < 0x80 && code_point_at(token.text, 0).value >= 0x370) break;
      if (!token.text.empty() && han_number_at(text_, at_)) break;
      append_utf8(token.text, c.value);
      at_ = c.next;
    }
    push(std::move(token));
  }

  void push(DateToken token) {
    token.space_before = space_;
    space_ = false;
    tokens_.push_back(std::move(token));
  }

  std::string_view text_;
  std::size_t limit_;
  std::size_t at_ = 0;
  bool space_ = false;
  std::vector<DateToken> tokens_;
};

// In lower case, of two to five letters: longer ones name no zone.
std::vector<std::string> words_in_capitals(std::string_view text) {
  constexpr std::size_t k_shortest = 2;
  constexpr std::size_t k_longest = 5;
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0; };
  std::vector<std::string> words;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    bool capitals = true;
    for (; end < text.size() && is_letter(text[end]); ++end)
      capitals = capitals && text[end] >= 'A' && text[end] <= 'Z';
    if (capitals && end - at >= k_shortest && end - at <= k_longest)
      words.push_back(ascii_lower(text.substr(at, end - at)));
    at = std::max(end, at + 1);
  }
  return words;
}

}  // namespace

bool is_date_word_char(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  if (digit_value(c)) return false;
  const auto next = std::upper_bound(k_separators.begin(), k_separators.end(), c,
                                     [](char32_t value, const Range& range) { return value < range.first; });
  return next == k_separators.begin() || c > (next - 1)->last;
}

std::vector<DateToken> tokenize_date(std::string_view text, std::size_t limit) {
  std::vector<DateToken> tokens = Tokenizer(fold(text), limit).run();
  const std::vector<std::string> capitals = words_in_capitals(text);
  for (DateToken& token : tokens) {
    token.capitals = std::find(capitals.begin(), capitals.end(), token.text) != capitals.end();
  }
  return tokens;
}

}  // namespace vigie::parsers
