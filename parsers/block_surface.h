#pragma once

#include <cstdint>
#include <string>

#include "parsers/page_blocks.h"

namespace vigie::parsers {

/// What the characters of a block say, nothing around it looked at. Of a longer block the first 4,000 bytes count.
struct BlockSurface {
  std::string folded;     // of blocks up to 400 characters, else empty
  std::uint64_t key = 0;  // of the text: equal blocks have equal keys
  float words = 0;        // a character of a script without spaces is half a word
  float upper = 0;        // share of letters that are capitals
  float capitals = 0;     // share of words that begin with one
  float digits = 0;       // share of characters
  float commas = 0;
  int sentences = 0;
  bool ends_sentence = false;
  bool ends_colon = false;
  bool ends_cut = false;  // with an ellipsis, as excerpts do
  bool starts_lower = false;
  bool starts_mark = false;
  bool starts_quote = false;
  bool has_at = false;
  bool has_pipe = false;
  bool has_url = false;
  bool has_newline = false;
  bool has_year = false;
  bool has_clock = false;
};

BlockSurface surface_of(const Block& block);

}  // namespace vigie::parsers
