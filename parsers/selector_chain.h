#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/error.h"

namespace vigie::parsers {

enum class AttributeMatch { present, equals, word, dash, prefix, suffix, inside };

/// [name], [name=value] and its kin; #id and .class are such tests too.
struct SelectorAttribute {
  std::string name;
  std::string value;
  AttributeMatch match = AttributeMatch::present;
  bool ignore_case = false;
};

/// :nth-child(an+b) and its kin: `step` is a, `offset` b.
struct SelectorNth {
  int step = 0;
  int offset = 0;
  bool of_type = false;
  bool from_end = false;
};

struct SelectorCompound;

/// :not(…) or :is(…).
struct SelectorGroup {
  bool negated = false;
  std::vector<SelectorCompound> any;
};

/// Tests of one element that stand without a space between them: a.teaser:not(.lead).
struct SelectorCompound {
  std::string type;  // empty for any
  std::vector<SelectorAttribute> attributes;
  std::vector<SelectorNth> nth;
  std::vector<SelectorGroup> groups;
};

/// A compound and how it hangs on the one before.
struct SelectorStep {
  char combinator = ' ';  // one of ' ', '>', '+', '~'
  SelectorCompound compound;
};

/// A selector between two commas.
using SelectorChain = std::vector<SelectorStep>;

/// Reads a list of CSS selectors. Errors: invalid_config, with the column.
Expected<std::vector<SelectorChain>> parse_selector(std::string_view css);

}  // namespace vigie::parsers
