#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/error.h"
#include "model/time.h"

namespace vigie::storage {

/// One node of a query. Leaves carry text; the others have children.
struct QueryNode {
  enum class Kind {
    word,
    phrase,
    prefix,        // text without its star
    concept_word,  // concept:NAME
    field,         // state, victim, actor, act, lang, source, authority, cve
    story,         // number
    since,         // time, inclusive
    until,         // time, exclusive
    all_of,
    any_of,
    none_of,  // matches where no child does
  };
  Kind kind = Kind::word;
  std::string text;         // word, phrase, prefix, concept's name, field's value (normalised)
  std::string field;        // field's name
  std::int64_t number = 0;  // story
  Time time{};              // since, until
  std::size_t column = 1;   // where it stands in the query, in code points from 1
  std::vector<QueryNode> children;
};

/// A parsed query: never empty.
struct Query {
  QueryNode root;
};

/// Parses the query language of INTERFACE.md. Pure. `now` resolves spans such as since:7d; dates are UTC days, since:
/// from their start, until: to their end. At most 4096 bytes, 64 terms and 32 levels of parentheses. Errors:
/// invalid_query, "column N: expected …", N in code points from 1.
Expected<Query> parse_query(std::string_view text, Time now);

}  // namespace vigie::storage
