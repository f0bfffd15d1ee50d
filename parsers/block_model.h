#pragma once

#include <cstdint>
#include <vector>

#include "parsers/block_features.h"

namespace vigie::parsers {

/// One node of a decision tree. A leaf has feature k_leaf and its value in `value`; otherwise `value` is the threshold:
/// at most that goes left.
struct ModelNode {
  std::uint16_t feature;
  std::uint16_t left;
  std::uint16_t right;
  float value;
};
inline constexpr std::uint16_t k_leaf = 0xffff;

/// A sum of trees in log-odds.
struct TreeModel {
  const ModelNode* nodes;
  const std::uint16_t* roots;
  std::size_t trees;
  float base;
};

/// Written by script/train_block_model.py.
extern const TreeModel k_block_model;

/// For each row of `features` the probability that its block belongs to the article.
std::vector<float> block_probabilities(const FeatureTable& features);

}  // namespace vigie::parsers
