#include "parsers/article_text.h"

#include <unordered_map>

#include "model/text.h"
#include "parsers/block_features.h"
#include "parsers/block_model.h"
#include "parsers/text_rules.h"

namespace vigie::parsers {
namespace {

// Tuned with the model on publishers it had not seen; see docs/evaluation.md.
constexpr float k_keep = 0.5f;
constexpr float k_keep_repeated = 0.9f;  // of a paragraph the page says three times or more: notes in place of embeds

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
    // Plans and tables may say a line over and over.
    const bool repeated = said != times.end() && said->second >= 3 && !blocks[i].in_list && !blocks[i].in_table;
    choice.kept[i] = probabilities[row] > (repeated ? k_keep_repeated : k_keep) && !known;
    if (known) choice.reasons[i] = "known line of the site";
    if (repeated && !choice.kept[i] && probabilities[row] > k_keep)
      choice.reasons[i] = "said " + std::to_string(said->second) + " times on the page";
  }
  apply_text_rules(document, blocks, features.census, choice);
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (choice.kept[i] || !choice.reasons[i].empty()) continue;
    choice.reasons[i] =
        reason_of(blocks[i], features.census.phrases[i], document.contains(container, blocks[i].element));
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
