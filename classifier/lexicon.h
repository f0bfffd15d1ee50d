#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "classifier/category.h"
#include "classifier/matcher.h"
#include "classifier/states.h"
#include "classifier/tables.h"
#include "classifier/tokens.h"

namespace vigie::classifier {

/// An entry of a lexicon found in an article: tokens [first, last].
struct Hit {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  Category category = Category::count;
  StateId state = k_no_state;  // of the states' categories
  std::uint16_t lexicon = 0;   // which lexicon, and
  std::uint32_t pattern = 0;   // which of its entries
};

/// How the sentences of a language are built, as far as the rules need it.
struct Grammar {
  enum class Order { svo, sov, vso };
  enum class Adjective { before, after, both };
  Order order = Order::svo;
  Adjective adjective = Adjective::before;
  bool verb_bracket = false;     // the participle ends the clause: "hatte Berlin Russland beschuldigt"
  bool genitive_before = false;  // a possessor stands before its noun: "Kinijos šnipinėjimas", 中国的网络攻击
  bool genitive_after = false;  // a possessor follows without a preposition: "министерство обороны Украины"
  StateId home = k_no_state;        // the one state the language is spoken in, where there is one
  std::vector<std::string> months;  // folded, twelve or none
};

/// One language's words, compiled.
class Lexicon {
 public:
  /// Compiles `table`. The table must be sound (check_tables); entries that are not are left out.
  Lexicon(const LexiconTable& table, const StateCodes& codes);
  /// Further state entries, for the lexicon of every language.
  void add_states(const std::vector<StateRow>& rows, const StateCodes& codes);

  void find(const TokenStream& stream, std::uint16_t lexicon, std::vector<Hit>& into) const;
  const Grammar& grammar() const { return grammar_; }
  const std::string& language() const { return language_; }
  /// "lexicon:fr/operation/cyberattaque{,s}"
  std::string rule_of(const Hit& hit) const;
  /// The entries of a category that are plain words or phrases.
  std::vector<std::string> plain_entries(Category category) const;

 private:
  struct Pattern {
    Category category;
    StateId state;
    std::uint32_t entry;  // offset into entries_
  };
  void add(std::string_view entry, Category category, StateId state);

  std::string language_;
  Grammar grammar_;
  bool article_ = false;  // Arabic: the article "al" may be missing or swallowed by a clitic
  PhraseMatcher matcher_;
  EntryReader reader_;
  std::vector<Pattern> patterns_;
  std::string entries_;  // parted by line feeds
};

}  // namespace vigie::classifier
