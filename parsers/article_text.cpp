#include "parsers/article_text.h"

#include <algorithm>
#include <unordered_map>

#include "model/text.h"
#include "parsers/block_features.h"
#include "parsers/block_model.h"
#include "parsers/boilerplate_phrases.h"

namespace vigie::parsers {
std::vector<std::uint64_t> title_words(std::string_view text) { return folded_words(fold(text)); }

std::vector<std::uint64_t> folded_words(std::string_view folded) {
  std::vector<std::uint64_t> words;
  std::size_t begin = 0;
  int length = 0;
  char32_t before = 0;
  std::size_t before_at = 0;
  const auto finish = [&](std::size_t end) {
    if (length >= 4) words.push_back(hash64(folded.substr(begin, end - begin)));
    length = 0;
  };
  for (std::size_t at = 0; at < folded.size();) {
    const CodePoint point = code_point_at(folded, at);
    const bool letter =
        (point.value >= 'a' && point.value <= 'z') || (point.value >= '0' && point.value <= '9') || point.value >= 0xC0;
    if (is_unspaced_script(point.value)) {
      finish(at);
      if (is_unspaced_script(before)) words.push_back(hash64(folded.substr(before_at, point.next - before_at)));
    } else if (letter && !(point.value >= 0x2000 && point.value < 0x2C00) &&
               !(point.value >= 0x3000 && point.value < 0x3040)) {
      if (length == 0) begin = at;
      ++length;
    } else {
      finish(at);
    }
    before = point.value;
    before_at = at;
    at = point.next;
  }
  finish(folded.size());
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

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

namespace {

// Tuned with the model on publishers it had not seen; see docs/evaluation.md.
constexpr float k_keep = 0.5f;
constexpr float k_keep_repeated =
    0.75f;                         // of a line the page says three times or more: notes in place of embeds, pleas
constexpr float k_own_text = 250;  // characters of an article that needs no reader's comments

/// Why a block is no part of the article, for people: the strongest sign against it.
std::string reason_of(const Block& block, const PhraseHit& phrase, bool inside) {
  if (block.hidden) return "hidden";
  if (phrase.match != PhraseMatch::none && phrase.phrase != Phrase::none)
    return "phrase:" + std::string(to_string(phrase.phrase));
  if (block.length > 0 && block.linked > 0.6f * block.length) return "links";
  const std::string_view word = strongest_hint(block.own | block.near);
  if (!word.empty()) return "class:" + std::string(word);
  if (!inside) return "outside the container";
  const std::string_view above = strongest_hint(block.all);
  if (!above.empty()) return "class:" + std::string(above);
  return "unlike the text around it";
}

/// How often the page says each of its longer blocks.
std::unordered_map<std::string_view, int> times_said(const std::vector<Block>& blocks) {
  std::unordered_map<std::string_view, int> times;
  for (const Block& block : blocks) {
    if (block.length >= 40) ++times[block.text];
  }
  return times;
}

/// Readers' comments are no part of an article that stands on its own; of a page that is all comments they are the
/// text.
void drop_comments(const std::vector<Block>& blocks, TextChoice& choice) {
  float own = 0;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (choice.kept[i] && !has(blocks[i].all | blocks[i].own, Hint::comments)) own += blocks[i].length;
  }
  if (own < k_own_text) return;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (!choice.kept[i] || !has(blocks[i].all | blocks[i].own, Hint::comments)) continue;
    choice.kept[i] = false;
    choice.reasons[i] = "class:comments";
  }
}

}  // namespace

TextChoice choose_text(const Document& document, const std::vector<Block>& blocks, NodeId container,
                       const TextContext& context) {
  TextChoice choice;
  choice.container = container;
  choice.kept.assign(blocks.size(), false);
  choice.reasons.assign(blocks.size(), std::string());
  if (container == k_no_node) return choice;
  const FeatureTable features = block_features(document, blocks, container, context);
  const std::vector<float> probabilities = block_probabilities(features);
  const std::unordered_map<std::string_view, int> times = times_said(blocks);
  for (std::size_t row = 0; row < probabilities.size(); ++row) {
    const std::size_t i = features.blocks[row];
    const bool known = context.known_lines && context.known_lines->contains(blocks[i].text);
    const auto said = times.find(blocks[i].text);
    const bool repeated = said != times.end() && said->second >= 3;
    choice.kept[i] = probabilities[row] > (repeated ? k_keep_repeated : k_keep) && !known;
    if (known) choice.reasons[i] = "known line of the site";
    if (repeated && !choice.kept[i] && probabilities[row] > k_keep)
      choice.reasons[i] = "said " + std::to_string(said->second) + " times on the page";
  }
  drop_comments(blocks, choice);
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (choice.kept[i] || !choice.reasons[i].empty()) continue;
    choice.reasons[i] = reason_of(blocks[i], features.phrases[i], document.contains(container, blocks[i].element));
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
