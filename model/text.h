#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vigie {

/// `bytes` as UTF-8: each malformed byte sequence replaced by one U+FFFD, as WHATWG's decoder does.
std::string valid_utf8(std::string_view bytes);
bool is_valid_utf8(std::string_view bytes);

/// The code point at `text[at]` and the offset behind it; malformed bytes read as U+FFFD, one byte each.
/// Precondition: at < text.size().
struct CodePoint {
  char32_t value;
  std::size_t next;
};
CodePoint code_point_beyond_ascii(std::string_view text, std::size_t at);
inline CodePoint code_point_at(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  return byte < 0x80 ? CodePoint{byte, at + 1} : code_point_beyond_ascii(text, at);
}

void append_utf8_beyond_ascii(std::string& out, char32_t code_point);
inline void append_utf8(std::string& out, char32_t code_point) {
  if (code_point < 0x80) {
    out += static_cast<char>(code_point);
  } else {
    append_utf8_beyond_ascii(out, code_point);
  }
}

/// Number of code points.
std::size_t count_code_points(std::string_view text);

/// At most `limit` bytes of `text`, cut at a code point boundary.
std::string_view clip_utf8(std::string_view text, std::size_t limit);

/// Unicode normalisation form C. Text that is already NFC is returned as it is, without a copy through ICU.
std::string nfc(std::string_view text);

/// Folded for matching: NFKC case folding, diacritics of Latin, Greek, Cyrillic, Arabic and Hebrew letters dropped,
/// default-ignorable characters (soft hyphen, zero width, bidi marks) dropped, full-width forms narrowed.
std::string fold(std::string_view text);

/// NFKC case folding alone: accents stay. What stemmers want.
std::string fold_case(std::string_view text);

/// Letters, digits and combining marks of any script: what words are made of.
bool is_word_character(char32_t code_point);

/// Runs of white space (also no-break and ideographic) as one space, ends trimmed.
std::string collapse_space(std::string_view text);
std::string_view trim_ascii(std::string_view text);
std::string ascii_lower(std::string_view text);
bool equals_ignoring_ascii_case(std::string_view a, std::string_view b);

/// Word boundaries by ICU's dictionary break iterator (Thai, Lao, Khmer, Burmese, CJK too): byte spans of the words,
/// white space and punctuation left out.
struct WordSpan {
  std::size_t begin;
  std::size_t end;
};
std::vector<WordSpan> split_words(std::string_view text);

/// Scripts without spaces between words.
bool is_cjk(char32_t code_point);  // Han, Hiragana, Katakana, Bopomofo
bool is_unspaced_beyond_thai(char32_t code_point);
/// is_cjk, Thai, Lao, Khmer, Burmese.
inline bool is_unspaced_script(char32_t code_point) {
  return code_point >= 0x0E00 && is_unspaced_beyond_thai(code_point);
}

/// For a terminal or a log line: control characters, ESC and bidi overrides as \xNN or \u{NNNN}; line feeds too
/// unless `keep_newlines`.
enum class Newlines { escape, keep };
std::string escape_controls(std::string_view text, Newlines newlines = Newlines::escape);

/// For HTML text and quoted attributes.
std::string escape_html(std::string_view text);

/// 64-bit hash of bytes (stable over runs and machines; not cryptographic). FNV-1a folded by a mixer.
std::uint64_t hash64(std::string_view bytes, std::uint64_t seed = 0);

}  // namespace vigie
