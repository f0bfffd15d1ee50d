#include "parsers/article_text.h"

#include <algorithm>

#include "model/text.h"

namespace vigie::parsers {
namespace {

constexpr Hints bits(std::initializer_list<Hint> hints) {
  Hints all = 0;
  for (Hint hint : hints) all |= static_cast<Hints>(hint);
  return all;
}

constexpr Hints k_foreign =
    bits({Hint::related, Hint::share, Hint::comments, Hint::newsletter, Hint::consent, Hint::navigation, Hint::footer,
          Hint::sidebar, Hint::advert, Hint::form, Hint::paywall});

/// What a block says for its being running text: positive for prose, negative for lists of links and scraps.
double block_value(const Block& block) {
  const double link_density = block.length > 0 ? block.linked / block.length : 1;
  double value = block.length * (1 - 2.2 * link_density);
  const bool prose = block.kind == Tag::p || block.length > 140;
  if (!prose) value = value > 0 ? value * 0.35 - 8 : value - 8;
  if (value > 0) {
    if ((block.all & k_foreign) != 0) value *= (block.near & k_foreign) != 0 ? 0.2 : 0.6;
    if (has(block.all, Hint::comments)) value *= 0.15;
    if (has(block.all, Hint::body)) value *= 1.5;
  }
  if (block.hidden) value = std::min(value, 0.0);
  return value;
}

}  // namespace

NodeId choose_container(const Document& document, const std::vector<Block>& blocks) {
  if (blocks.empty()) return k_no_node;
  std::vector<double> sum(document.size(), 0.0);
  for (const Block& block : blocks) sum[block.element] += block_value(block);
  NodeId best = k_no_node;
  double best_sum = 0;
  // Children stand behind their parents, so one pass from the end adds every subtree up.
  for (NodeId id = static_cast<NodeId>(document.size()); id-- > 0;) {
    if (sum[id] == 0) continue;
    if (document[id].parent != k_no_node) sum[document[id].parent] += sum[id];
    if (document[id].tag != Tag::p && sum[id] >= best_sum * 1.0001) {
      best_sum = sum[id];
      best = id;
    }
  }
  return best;
}

TextChoice choose_text(const Document& document, const std::vector<Block>& blocks, const TextContext& context) {
  TextChoice choice;
  choice.container = choose_container(document, blocks);
  choice.kept.assign(blocks.size(), false);
  choice.reasons.assign(blocks.size(), std::string());
  if (choice.container == k_no_node) return choice;
  const std::string title = fold(context.title);
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const Block& block = blocks[i];
    std::string& reason = choice.reasons[i];
    const double link_density = block.length > 0 ? block.linked / block.length : 1;
    if (!document.contains(choice.container, block.element)) {
      reason = "outside";
    } else if (block.hidden) {
      reason = "hidden";
    } else if ((block.near & k_foreign) != 0 && block.kind != Tag::p) {
      reason = "class";
    } else if (has(block.all, Hint::comments) || has(block.near, Hint::related) || has(block.near, Hint::newsletter)) {
      reason = "class";
    } else if (block.in_figure || has(block.own | block.near, Hint::caption)) {
      reason = "caption";
    } else if (link_density > 0.8) {
      reason = "links";
    } else if (block.length < 300 && fold(block.text) == title) {
      reason = "title";
    } else if (context.known_lines && context.known_lines->contains(block.text)) {
      reason = "known line";
    } else if (block.kind != Tag::p && block.kind != Tag::li && block.length < 40 &&
               !(block.kind >= Tag::h2 && block.kind <= Tag::h6)) {
      reason = "scrap";
    } else {
      choice.kept[i] = true;
    }
  }
  return choice;
}

std::string join_blocks(const std::vector<Block>& blocks, const std::vector<bool>& kept) {
  std::string text;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (!kept[i]) continue;
    if (!text.empty()) text.append("\n\n");
    text.append(blocks[i].text);
  }
  return nfc(text);
}

}  // namespace vigie::parsers
