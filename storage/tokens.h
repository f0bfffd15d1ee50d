#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "storage/stems.h"

namespace vigie::storage {

/// One word of a text as the search index holds it. Bytes [begin, end) of the text are where it stands.
struct Token {
  std::string_view text;  // valid until the next token
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool same_position = false;  // another form of the word before
};

/// Takes tokens in order; false ends the cutting.
class TokenSink {
 public:
  virtual ~TokenSink() = default;
  virtual bool take(const Token& token) = 0;
};

/// Cuts texts into words, the same way for the index, for queries and for snippets:
/// - a run of letters, digits and marks is a word; case and accents are folded (model/text.h fold);
/// - a word of the text's language is stemmed before its accents go, and marked with its class's letter ("Battack"): a
///   stem of one language is not mistaken for a word of another. Where stemming without accents gives another stem,
///   that one stands beside it, so that queries typed without accents find it too;
/// - words with digits, of other scripts or of languages without stems stand as they are, folded;
/// - Chinese, Japanese and Korean become overlapping pairs of characters, and the last character of a run alone;
/// - Thai, Lao, Khmer and Burmese are cut by dictionary (split_words).
/// Words longer than 64 bytes are cut short. Not thread-safe.
class Tokenizer {
 public:
  /// `remembered`: how many words' forms are kept at hand; a power of two. The index's own wants many, a search few.
  explicit Tokenizer(std::size_t remembered = 32'768);
  ~Tokenizer();
  /// `language`: BCP 47, empty for none.
  void cut(std::string_view text, std::string_view language, TokenSink& sink);
  void cut(std::string_view text, int stem_class, TokenSink& sink);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Characters that are indexed in overlapping pairs.
bool is_paired(char32_t code_point);

}  // namespace vigie::storage
