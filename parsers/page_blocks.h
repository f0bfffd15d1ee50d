#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "parsers/class_words.h"
#include "parsers/html.h"

namespace vigie::parsers {

/// One run of text no block element parts: a paragraph, a heading, a list item, a table cell.
struct Block {
  NodeId element = 0;      // the block element that holds it
  NodeId first = 0;        // its first text node
  Tag kind = Tag::div;     // the tag of `element`, or of a p, heading or li around it
  std::string text;        // UTF-8, white space collapsed, "\n" for <br>
  float length = 0;        // characters, those of scripts without spaces counted as 2.5
  float linked = 0;        // of them inside links
  float bold = 0;          // of them in <b> or <strong>
  Hints own = 0;           // of the element and the inline elements that hold all its text
  Hints near = 0;          // of its three nearest ancestors
  Hints all = 0;           // of all ancestors below <body>
  std::uint32_t path = 0;  // hash of tag and class of the element and its parent
  std::uint16_t depth = 0;
  bool in_list = false;
  bool in_table = false;
  bool in_quote = false;
  bool in_figure = false;
  bool in_article = false;     // below <article> or <main>
  bool hidden = false;         // below an element with the hidden attribute or display:none
  bool starts_linked = false;  // its first character stands in a link
  bool ends_linked = false;    // its last one does
  std::uint8_t links = 0;      // number of links that begin in it
};

/// Every block of the page in order, those of elements nobody reads (scripts, buttons, selects, players) left out.
/// `removed`: elements left out with all they hold, sorted.
std::vector<Block> collect_blocks(const Document& document, NodeId scope, const std::vector<NodeId>& removed = {});

/// Length in characters, those of scripts without spaces between words counted as 2.5 (a Chinese character says about
/// as much as half an English word).
float text_length(std::string_view text);

/// Whether an element starts a line of its own.
bool is_block_element(const Document& document, NodeId id);

}  // namespace vigie::parsers
