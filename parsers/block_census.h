#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "parsers/article_text.h"
#include "parsers/block_surface.h"
#include "parsers/boilerplate_phrases.h"
#include "parsers/html.h"
#include "parsers/page_blocks.h"

namespace vigie::parsers {

/// Sums over the blocks below an element, in characters where nothing else is said.
struct BlockSums {
  float length = 0;
  float linked = 0;
  float prose = 0;       // of blocks that read as sentences
  float blocks = 0;      // number
  float paragraphs = 0;  // number
};

/// What the blocks of one path (tag and class of the element and its parent) have in common: the paragraphs of an
/// article, the headlines of a teaser list.
struct PathFacts {
  int count = 0;
  float prose = 0;        // characters of running text inside the container
  int after_link = 0;     // blocks that follow one that is a link and nothing else
  int before_link = 0;    // blocks that such a one follows
  int starts_linked = 0;  // blocks that begin with a link and go on without
};

/// What is counted once over all blocks of a page, for the numbers of each block to be told from. Vectors over blocks
/// are as long as the list of blocks, `sums` and `article_of` as the document.
struct BlockCensus {
  std::vector<BlockSurface> surfaces;
  std::vector<PhraseHit> phrases;
  std::vector<bool> good;          // running text
  std::vector<bool> inside;        // the container holds the block
  std::vector<float> before;       // running text inside the container before each block; one longer than the blocks
  std::vector<float> title_share;  // of the title's words that the block says, near the container
  std::vector<BlockSums> sums;
  std::vector<NodeId> article_of;               // the nearest <article> at or above each node, or k_no_node
  std::unordered_map<std::uint64_t, int> seen;  // how often each text is said
  std::unordered_map<std::uint32_t, PathFacts> paths;
  std::string title_folded;
  std::string title_key;  // letters_key() of the title, the description and the JSON-LD body
  std::string description_key;
  std::string body_key;
  float container_prose = 0;
  float page_prose = 0;
  int good_count = 0;   // blocks of running text inside the container
  int first_good = -1;  // the first and last of them
  int last_good = -1;
  int title_at = -1;  // the block that is the page's headline, -1 for none

  /// Blocks far from the container are no part of the article: nothing is learned of them, nothing asked about them.
  bool is_near(std::size_t block) const;
};

BlockCensus take_census(const Document& document, const std::vector<Block>& blocks, NodeId container,
                        const TextContext& context);

/// Whether a block is a link and nothing else.
bool is_one_link(const Block& block);

}  // namespace vigie::parsers
