#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "classifier/tokens.h"

namespace vigie::classifier {

/// How a word of an entry is compared with a token.
enum class WordMatch : std::uint8_t { exact, cased, prefix, suffix, infix };

struct EntryWord {
  std::string text;  // folded; as written for `cased`
  WordMatch match = WordMatch::exact;
  bool gap_before = false;  // other words may stand before it
};

/// One way to read an entry: its words in order.
using EntryReading = std::vector<EntryWord>;

/// Reads entries as docs/lexicons.md describes them. Reuses its buffers: one reader a thread.
class EntryReader {
 public:
  /// The readings of `entry`; on a mistake `error` says what is wrong and the result is empty.
  std::vector<EntryReading> read(std::string_view entry, std::string& error);
  /// Whether `entry` can be read; `error` as above. Cheaper than reading it.
  void keep_accents() { accents_kept_ = true; }
  bool check(std::string_view entry, std::string& error);

 private:
  bool read_plain(std::string_view text, bool cased, EntryReading& into, std::string& error);

  TokenStream stream_;
  bool accents_kept_ = false;
};

}  // namespace vigie::classifier
