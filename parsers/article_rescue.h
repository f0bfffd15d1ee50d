#pragma once

#include <string_view>
#include <vector>

#include "parsers/article_page.h"
#include "parsers/html.h"
#include "parsers/json_ld.h"
#include "parsers/metadata.h"
#include "parsers/page_blocks.h"

namespace vigie::parsers {

/// Where else an article's text may stand.
struct RescueInput {
  const Document& document;
  const std::vector<Block>& blocks;
  NodeId container;
  const LinkedArticle* main;                  // may be null
  const std::vector<std::string_view>& data;  // scripts that hold data
  std::string_view title;
};

/// Puts a better text in place of one that fell short: running text the model refused ("rescue"), JSON-LD's articleBody
/// or live-blog posts ("json-ld"), then long strings in the page's data scripts that speak of the title ("data"). Each
/// engages only if what was found before is far less. Sets article.text and stage.
void rescue_text(const RescueInput& input, PageReading& reading);

/// Why the page holds no article (a bot check, an index, nothing to read), or empty where it does.
std::string_view why_no_article(const MetadataInput& input, const PageReading& reading);

}  // namespace vigie::parsers
