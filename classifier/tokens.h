#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/assessment.h"

namespace vigie::classifier {

/// What stands between a token and the one before it, the strongest mark counting.
enum class Gap : std::uint8_t { none, space, hyphen, quote, comma, bracket, colon, sentence };

/// A word; a run of digits; or one code point of a script without spaces (Han, kana, Thai …).
struct Token {
  std::uint32_t begin = 0;  // bytes of the field as given
  std::uint32_t end = 0;
  std::uint32_t fold = 0;  // where its folded form begins in TokenStream::folded
  std::uint16_t fold_size = 0;
  std::uint16_t sentence = 0;
  Span::Field field = Span::Field::text;
  Gap gap = Gap::none;  // before it
  bool upper = false;   // begins with a capital
  bool caps = false;    // capitals and digits only, at least one capital
  bool digits = false;
  bool unspaced = false;  // a code point of a script without spaces
  bool latin = false;
  bool odd = false;        // holds Cyrillic letters that look Latin and could be read as Latin
  std::uint64_t hash = 0;  // of the folded form
};

/// A sentence: tokens [begin, end).
struct Sentence {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  Span::Field field = Span::Field::text;
};

/// Title and text as words, in reading order, the title's first.
struct TokenStream {
  std::string_view title;
  std::string_view text;
  std::string folded;
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;

  std::string_view folded_of(const Token& token) const { return {folded.data() + token.fold, token.fold_size}; }
  std::string_view surface_of(const Token& token) const {
    return (token.field == Span::Field::title ? title : text).substr(token.begin, token.end - token.begin);
  }
  Span span_of(std::size_t first, std::size_t last) const {
    return {tokens[first].field, tokens[first].begin, tokens[last].end};
  }
};

/// Cuts an article into tokens and sentences. Digits part from letters ("APT28" is "apt" "28"), apostrophes and hyphens
/// part words; case, accents and full-width forms are folded. At most `k_token_limit` tokens. Replaces what `stream`
/// held.
void tokenize(std::string_view title, std::string_view text, TokenStream& stream);

inline constexpr std::size_t k_token_limit = 60'000;

/// One word of a lexicon entry, folded the same way. Rolling: hash_byte(hash_byte(k_hash_seed, a), b) is the hash of
/// "ab".
inline constexpr std::uint64_t k_hash_seed = 0xCBF29CE484222325ULL;
constexpr std::uint64_t hash_byte(std::uint64_t hash, char byte) {
  return (hash ^ static_cast<unsigned char>(byte)) * 0x100000001B3ULL;
}
constexpr std::uint64_t hash_of(std::string_view bytes) {
  std::uint64_t hash = k_hash_seed;
  for (const char byte : bytes) hash = hash_byte(hash, byte);
  return hash;
}

/// The Latin letters that Cyrillic (and Greek) letters of `folded` look like; empty when one of them looks like none.
std::string latin_look(std::string_view folded);

}  // namespace vigie::classifier
