#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "classifier/entry.h"
#include "classifier/tokens.h"

namespace vigie::classifier {

/// Tokens [first, last] that an entry matched.
struct Match {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::uint32_t payload = 0;
};

/// A map of 64-bit hashes to numbers, open addressing; equal hashes are taken for equal keys.
class HashIndex {
 public:
  static constexpr std::uint32_t k_none = 0xFFFFFFFF;
  std::uint32_t find(std::uint64_t key) const;
  /// The number of `key`, `value` if it is new.
  std::uint32_t insert(std::uint64_t key, std::uint32_t value);
  void reserve(std::size_t count);

 private:
  struct Slot {
    std::uint64_t key = 0;
    std::uint32_t value = k_none;
  };
  std::vector<Slot> slots_;
  std::size_t used_ = 0;
};

/// Finds the entries of one lexicon in a token stream: words by hash, stems by the hashes of a word's beginnings,
/// phrases by a trie over words, scripts without spaces by the same trie over code points. Built once, then only read.
class PhraseMatcher {
 public:
  /// Clitics that may be glued before or behind any word (folded), for scripts that write them so.
  void set_clitics(const std::vector<std::string>& prefixes, const std::vector<std::string>& suffixes);
  /// Compares words in small letters with their accents; the entries must be read so too (EntryReader::keep_accents).
  void keep_accents() { accents_kept_ = true; }
  void add(const EntryReading& reading, std::uint32_t payload);
  void reserve(std::size_t entries);

  /// All matches, in order of their first token; overlaps are kept.
  void find(const TokenStream& stream, std::vector<Match>& into) const;

 private:
  struct Node {
    std::uint32_t terminal = HashIndex::k_none;  // first of a list in terminals_
    std::uint32_t gap = HashIndex::k_none;       // node behind a gap
    bool has_children = false;
  };
  struct Terminal {
    std::uint32_t payload;
    std::uint32_t next;
  };
  class Search;

  std::uint32_t unit_of(const EntryWord& word);
  std::uint32_t child_of(std::uint32_t node, std::uint32_t unit);
  void units_of_word(std::string_view folded, std::vector<std::uint32_t>& into) const;
  void units_of_token(const TokenStream& stream, const Token& token, std::vector<std::uint32_t>& into) const;

  bool may_hold(std::uint64_t key) const { return (held_[key >> 6 & 1023] >> (key & 63) & 1) != 0; }
  std::uint32_t unit_at(std::uint64_t key) const { return may_hold(key) ? words_.find(key) : HashIndex::k_none; }

  HashIndex words_;
  std::array<std::uint64_t, 1024> held_{};  // a bit for each key of words_: nearly all that is asked for is not there
  HashIndex edges_;
  std::vector<Node> nodes_ = {Node{}};
  std::vector<Terminal> terminals_;
  std::uint32_t units_ = 0;
  std::uint64_t prefix_lengths_ = 0;  // bit n: some stem is n bytes long
  std::uint64_t infix_lengths_ = 0;
  bool accents_kept_ = false;
  std::vector<std::string> prefixes_;
  std::vector<std::string> suffixes_;
};

}  // namespace vigie::classifier
