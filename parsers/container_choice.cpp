#include "parsers/container_choice.h"

#include <algorithm>

#include "model/text.h"
#include "parsers/boilerplate_phrases.h"
#include "parsers/title_words.h"

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

/// What a block says for its being running text: positive for prose, a little negative for lists of links and scraps.
double block_value(const Block& block) {
  const double link_density = block.length > 0 ? block.linked / block.length : 1;
  double value = block.length * (1 - 2.2 * link_density);
  const bool prose = block.kind == Tag::p || block.length > 140;
  if (!prose) value = value > 0 ? value * 0.35 : value;
  if (value <= 0 || block.length < 25) return std::max(-3.0, std::min(value, 0.0) * 0.05 - 1);
  if ((block.all & k_foreign) != 0) value *= (block.near & k_foreign) != 0 ? 0.3 : 0.6;
  if ((block.all & bits({Hint::comments, Hint::consent, Hint::footer, Hint::copyright})) != 0) value *= 0.15;
  if (has(block.all, Hint::body)) value *= 1.5;
  if (block.hidden) value = 0;
  if (block.length < 400 && !block.text.empty()) {
    const Phrase phrase = find_phrase(fold(block.text)).phrase;
    if (phrase == Phrase::copyright || phrase == Phrase::consent || phrase == Phrase::newsletter ||
        phrase == Phrase::paywall)
      value *= 0.2;
  }
  return value;
}

/// The element below `element` that still holds nearly all it holds.
NodeId narrow(const Document& document, const std::vector<double>& sum, NodeId element) {
  for (;;) {
    NodeId heaviest = k_no_node;
    for (NodeId child = document.first_child(element); child != k_no_node; child = document.next_sibling(child)) {
      if (document[child].tag != Tag::p && (heaviest == k_no_node || sum[child] > sum[heaviest])) heaviest = child;
    }
    if (heaviest == k_no_node || sum[heaviest] < 0.85 * sum[element]) return element;
    element = heaviest;
  }
}

/// How much of the title's words stand in the blocks of an element, 0 to 1.
double coverage(const Document& document, const std::vector<Block>& blocks, NodeId element,
                const std::vector<std::uint64_t>& words) {
  if (words.empty()) return 0;
  std::vector<std::uint64_t> found;
  for (const Block& block : blocks) {
    if (!document.contains(element, block.element) || block.length < 25 || block.linked > 0.5f * block.length) continue;
    for (std::uint64_t word : title_words(clip_utf8(block.text, 2000))) {
      if (std::binary_search(words.begin(), words.end(), word)) found.push_back(word);
    }
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return static_cast<double>(found.size()) / static_cast<double>(words.size());
}

}  // namespace

NodeId choose_container(const Document& document, const std::vector<Block>& blocks, std::string_view title) {
  if (blocks.empty()) return k_no_node;
  std::vector<double> sum(document.size(), 0.0);
  for (const Block& block : blocks) sum[block.element] += block_value(block);
  // Children stand behind their parents, so one pass from the end adds every subtree up.
  for (NodeId id = static_cast<NodeId>(document.size()); id-- > 1;) {
    if (sum[id] != 0 && document[id].parent != k_no_node) sum[document[id].parent] += sum[id];
  }
  // The best element, and the best ones that share nothing with those before: where the page has several texts, the one
  // that speaks of the title is the article.
  std::vector<NodeId> best;
  for (int round = 0; round < 4; ++round) {
    NodeId found = k_no_node;
    for (NodeId id = static_cast<NodeId>(document.size()); id-- > 1;) {
      if (sum[id] <= 0 || document[id].tag == Tag::p || (found != k_no_node && sum[id] < sum[found] * 1.0001)) continue;
      const bool overlaps = std::any_of(best.begin(), best.end(), [&](NodeId other) {
        return document.contains(other, id) || document.contains(id, other);
      });
      if (!overlaps) found = id;
    }
    if (found != k_no_node) found = narrow(document, sum, found);
    if (found == k_no_node || (!best.empty() && sum[found] < 0.15 * sum[best.front()])) break;
    best.push_back(found);
  }
  if (best.empty()) return k_no_node;
  if (best.size() == 1) return best.front();
  const std::vector<std::uint64_t> words = title_words(title);
  NodeId chosen = best.front();
  double chosen_score = 0;
  for (NodeId id : best) {
    const double score = sum[id] * (0.25 + coverage(document, blocks, id, words));
    if (score > chosen_score) {
      chosen_score = score;
      chosen = id;
    }
  }
  return chosen;
}

}  // namespace vigie::parsers
