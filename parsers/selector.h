#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/error.h"
#include "parsers/html.h"

namespace vigie::parsers {

/// The elements a list of CSS selectors matches, in document order: type, *, #id, .class, [attr], [attr=v], ~=, |=, ^=,
/// $=,
/// *= (with the i flag), :first-child, :last-child, :nth-child(n|odd|even), :nth-of-type, :not(simple), :is(simple),
/// descendant, >, + and ~ combinators. Errors: invalid_config, with the column, for what is none of these.
Expected<std::vector<NodeId>> select(const Document& document, std::string_view css, NodeId scope = 0);

/// The elements an XPath 1.0 expression selects, in document order; for an expression of attributes, the elements that
/// bear them. Through libxml2, with its operations limited. Errors: invalid_config (does not compile), limit.
struct XPathHit {
  NodeId node;        // the element, or for text and attributes their parent
  std::string value;  // of a string, number, attribute or text result; empty for elements
};
Expected<std::vector<XPathHit>> select_xpath(const Document& document, std::string_view xpath);

}  // namespace vigie::parsers
