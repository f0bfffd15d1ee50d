#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "parsers/article_text.h"
#include "parsers/block_census.h"
#include "parsers/html.h"
#include "parsers/page_blocks.h"

namespace vigie::parsers {

/// The numbers the block model judges by, one row for each block in or near the container. The order of columns is part
/// of the trained model: a change here needs script/train_block_model.py to be run again.
struct FeatureTable {
  std::size_t columns = 0;
  std::vector<float> values;          // row after row
  std::vector<std::uint32_t> blocks;  // the block each row is of, in order
  BlockCensus census;                 // what the numbers were told from
  const float* row(std::size_t index) const { return values.data() + index * columns; }
};

FeatureTable block_features(const Document& document, const std::vector<Block>& blocks, NodeId container,
                            const TextContext& context);

/// The columns' names, in order.
std::vector<std::string> feature_names();

}  // namespace vigie::parsers
