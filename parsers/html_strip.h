#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "parsers/html.h"
#include "parsers/html_aside.h"

namespace vigie::parsers {

/// A page with the bytes gone that hold no article, and what was kept of its scripts. The views point into the page
/// that was stripped.
struct StrippedPage {
  std::string html;
  HtmlAside aside;                        // what html's stand-ins stand for, under Detail::reading
  std::vector<std::string_view> json_ld;  // contents of <script type="application/ld+json">
  std::vector<std::string_view> data;     // contents of other scripts that are or hold JSON, at least 2 KB each
};

/// Takes script, style, svg and comments out of a page (UTF-8), and under Detail::reading the attributes, form fields
/// and white space no reader looks at, so that the tree builder sees about a third of the bytes. Tokenizes as HTML5
/// does (https://html.spec.whatwg.org/multipage/parsing.html#tokenization). Start tags nested deeper than `max_depth`
/// are dropped. Linear in the input.
StrippedPage strip_html(std::string_view page, Detail detail, int max_depth);

/// Parses what strip_html left. Errors as parse_html's.
Expected<Document> parse_stripped(const StrippedPage& page, const HtmlLimits& limits);

}  // namespace vigie::parsers
