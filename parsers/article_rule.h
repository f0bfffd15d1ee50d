#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "parsers/article_page.h"
#include "parsers/html.h"

namespace vigie::parsers {

/// What a site rule reads out of a page. Empty where the rule has no expression or it finds nothing.
struct RuleReading {
  std::string title;
  std::string text;
  std::vector<std::string> authors;
  std::string date;       // as written
  std::string container;  // the expression that found the body
};

/// The page's bytes (UTF-8) with the rule's replacements made.
std::string replace_strings(std::string_view page, const SiteRule& rule);

/// Applies a rule to a page parsed with Detail::everything. Expressions that do not compile count as finding nothing.
RuleReading read_by_rule(const Document& document, const SiteRule& rule);

}  // namespace vigie::parsers
