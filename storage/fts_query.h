#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/error.h"
#include "storage/query.h"
#include "storage/search.h"
#include "storage/tokens.h"

namespace vigie::storage {

/// A row of words as they stand in the index; a hit to be marked.
struct WordPattern {
  std::vector<std::string> words;
  bool prefix = false;  // of the last word
  std::size_t group = 0;
};

/// A MATCH expression with what belongs to it.
struct MatchExpression {
  std::string text;
  std::string groups;  // one byte a phrase: fts_rank.h
};

/// Translates parts of a query into MATCH expressions over the index, and gathers what hits look like. One per query.
class MatchBuilder {
 public:
  /// `languages`: those of the articles that may match, primary subtags; wordings in others are left out.
  MatchBuilder(Tokenizer& tokenizer, std::vector<std::string> languages, const QueryExpansion& expansion);

  /// Whether a node can be told to the index alone: it holds no moment and no story, and matches something positive.
  static bool expressible(const QueryNode& node);

  /// Errors: invalid_query, for a concept or state that the expansion does not know.
  Expected<MatchExpression> build(const QueryNode& node);

  /// The patterns of all positive terms built so far.
  const std::vector<WordPattern>& patterns() const { return patterns_; }

 private:
  struct Term;
  Expected<std::string> node_text(const QueryNode& node, bool negated);
  Expected<std::string> joined(const std::vector<QueryNode>& nodes, std::string_view by, bool negated);
  Expected<std::string> all_of(const QueryNode& node, bool negated);
  Expected<std::string> field(const QueryNode& node, bool negated);
  std::string words(const NamedPhrase& phrase, bool prefix, bool negated);
  std::optional<std::string> actor(const QueryNode& node);
  void show_names(const std::string& name);
  bool is_present(std::string_view language) const;
  void add_forms(const NamedPhrase& phrase, bool prefix, std::vector<WordPattern>& forms) const;
  enum class Scoring { facets_too, words_only, none };
  std::string wordings(const std::vector<NamedPhrase>& phrases, std::size_t most, Scoring scoring);
  std::string term(const std::vector<WordPattern>& forms, const std::vector<std::string>& facets, Scoring scoring);

  Tokenizer& tokenizer_;
  std::vector<std::string> languages_;
  std::vector<int> classes_;
  const QueryExpansion& expansion_;
  std::vector<WordPattern> patterns_;
  std::string groups_;
  std::size_t group_ = 0;
};

}  // namespace vigie::storage
