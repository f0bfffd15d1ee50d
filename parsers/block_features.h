#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "parsers/article_text.h"
#include "parsers/boilerplate_phrases.h"
#include "parsers/html.h"
#include "parsers/page_blocks.h"

namespace vigie::parsers {

/// The numbers the block model judges by, one row a block, row after row. The order of columns is part of the trained
/// model: a change here needs script/train_block_model.py to be run again.
struct FeatureTable {
  std::size_t columns = 0;
  std::vector<float> values;
  std::vector<PhraseHit> phrases;  // one a block, for reasons
  const float* row(std::size_t block) const { return values.data() + block * columns; }
};

FeatureTable block_features(const Document& document, const std::vector<Block>& blocks, NodeId container,
                            const TextContext& context);

/// The columns' names, in order.
std::vector<std::string> feature_names();

}  // namespace vigie::parsers
