#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "parsers/article_page.h"
#include "parsers/html.h"
#include "parsers/page_blocks.h"

namespace vigie::parsers {

/// Which blocks of a page are its article.
struct TextChoice {
  NodeId container = k_no_node;      // the element whose blocks weigh most
  std::vector<bool> kept;            // one a block
  std::vector<std::string> reasons;  // why a block was dropped; empty for kept ones
};

/// What else is known of the page when its text is chosen.
struct TextContext {
  std::string_view title;         // may be empty
  std::string_view description;   // of meta description
  std::string_view article_body;  // JSON-LD articleBody, or empty
  const BoilerplateLines* known_lines = nullptr;
};

/// Judges the blocks in and near the container: first the block model, then the rules of text_rules.h.
TextChoice choose_text(const Document& document, const std::vector<Block>& blocks, NodeId container,
                       const TextContext& context);

/// The kept blocks as text: paragraphs parted by a blank line.
std::string join_blocks(const std::vector<Block>& blocks, const std::vector<bool>& kept);

}  // namespace vigie::parsers
