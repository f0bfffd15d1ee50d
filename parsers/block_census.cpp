#include "parsers/block_census.h"

#include <algorithm>

#include "model/text.h"
#include "parsers/metadata.h"
#include "parsers/title_words.h"

namespace vigie::parsers {
namespace {

constexpr int k_reach = 25;  // blocks before and behind the running text that are looked at

void sum_up(const Document& document, std::vector<BlockSums>& sums) {
  // Children stand behind their parents, so one pass from the end adds every subtree up.
  for (NodeId id = static_cast<NodeId>(document.size()); id-- > 1;) {
    const NodeId parent = document[id].parent;
    if (parent == k_no_node) continue;
    sums[parent].length += sums[id].length;
    sums[parent].linked += sums[id].linked;
    sums[parent].prose += sums[id].prose;
    sums[parent].blocks += sums[id].blocks;
    sums[parent].paragraphs += sums[id].paragraphs;
  }
}

std::vector<NodeId> articles_above(const Document& document) {
  std::vector<NodeId> article_of(document.size(), k_no_node);
  for (NodeId id = 0; id < document.size(); ++id) {
    const NodeId parent = document[id].parent;
    if (document[id].tag == Tag::article) {
      article_of[id] = id;
    } else if (parent != k_no_node) {
      article_of[id] = article_of[parent];
    }
  }
  return article_of;
}

void count_block(const Block& block, std::size_t i, BlockCensus& census) {
  const bool good =
      block.length >= 60 && block.linked < 0.4f * block.length && census.surfaces[i].sentences > 0 && !block.hidden;
  census.good.push_back(good);
  BlockSums& sum = census.sums[block.element];
  sum.length += block.length;
  sum.linked += block.linked;
  sum.blocks += 1;
  if (good) sum.prose += block.length;
  if (block.kind == Tag::p) sum.paragraphs += 1;
  ++census.seen[census.surfaces[i].key];
  if (good) census.page_prose += block.length;
  PathFacts& path = census.paths[block.path];
  ++path.count;
  if (block.starts_linked && !is_one_link(block)) ++path.starts_linked;
  const bool counts = good && census.inside[i];
  census.before.push_back(census.before.back() + (counts ? block.length : 0));
  if (!counts) return;
  path.prose += block.length;
  if (census.first_good < 0) census.first_good = static_cast<int>(i);
  census.last_good = static_cast<int>(i);
  ++census.good_count;
}

void count_neighbours(const std::vector<Block>& blocks, BlockCensus& census) {
  for (std::size_t i = 0; i + 1 < blocks.size(); ++i) {
    if (is_one_link(blocks[i])) ++census.paths[blocks[i + 1].path].after_link;
    if (is_one_link(blocks[i + 1])) ++census.paths[blocks[i].path].before_link;
  }
}

void share_title(const std::vector<Block>& blocks, std::string_view title, BlockCensus& census) {
  const std::vector<std::uint64_t> words = title_words(title);
  census.title_share.assign(blocks.size(), 0);
  if (words.empty()) return;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (blocks[i].length >= 3000 || !census.is_near(i)) continue;
    const std::string& folded = census.surfaces[i].folded;
    int found = 0;
    for (std::uint64_t word : folded.empty() ? title_words(blocks[i].text) : folded_words(folded)) {
      found += std::binary_search(words.begin(), words.end(), word) ? 1 : 0;
    }
    census.title_share[i] = static_cast<float>(found) / static_cast<float>(words.size());
  }
}

/// The block that says the title, an h1 before others; without one the first h1.
int find_title(const std::vector<Block>& blocks, const BlockCensus& census) {
  int found = -1;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const bool says = !census.title_folded.empty() && census.surfaces[i].folded == census.title_folded;
    const bool heading = blocks[i].kind == Tag::h1;
    if (!heading && !(blocks[i].length < 400 && says)) continue;
    if (found < 0 || heading) found = static_cast<int>(i);
    if (heading && says) break;
  }
  return found;
}

}  // namespace

bool is_one_link(const Block& block) { return block.length > 0 && block.linked >= 0.95f * block.length; }

bool BlockCensus::is_near(std::size_t block) const {
  if (inside[block]) return true;
  const int index = static_cast<int>(block);
  return first_good >= 0 && index > first_good - k_reach && index < last_good + k_reach;
}

BlockCensus take_census(const Document& document, const std::vector<Block>& blocks, NodeId container,
                        const TextContext& context) {
  BlockCensus census;
  census.surfaces.reserve(blocks.size());
  census.phrases.reserve(blocks.size());
  census.sums.assign(document.size(), BlockSums{});
  census.article_of = articles_above(document);
  census.before.push_back(0);
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    census.surfaces.push_back(surface_of(blocks[i]));
    census.phrases.push_back(find_phrase(census.surfaces.back().folded));
    census.inside.push_back(container != k_no_node && document.contains(container, blocks[i].element));
    count_block(blocks[i], i, census);
  }
  census.container_prose = census.before.back();
  count_neighbours(blocks, census);
  sum_up(document, census.sums);
  census.title_folded = fold(context.title);
  census.title_key = letters_key(context.title);
  census.description_key = letters_key(clean_field(context.description));
  census.body_key = letters_key(context.article_body);
  share_title(blocks, context.title, census);
  census.title_at = find_title(blocks, census);
  return census;
}

}  // namespace vigie::parsers
