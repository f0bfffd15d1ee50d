#include "parsers/block_model.h"

#include <cmath>

namespace vigie::parsers {
namespace {

float run(const TreeModel& model, const float* row) {
  float sum = model.base;
  for (std::size_t tree = 0; tree < model.trees; ++tree) {
    const ModelNode* node = model.nodes + model.roots[tree];
    while (node->feature != k_leaf) node = model.nodes + (row[node->feature] <= node->value ? node->left : node->right);
    sum += node->value;
  }
  return 1.0f / (1.0f + std::exp(-sum));
}

}  // namespace

std::vector<float> block_probabilities(const FeatureTable& features) {
  std::vector<float> probabilities(features.blocks.size());
  for (std::size_t i = 0; i < probabilities.size(); ++i) probabilities[i] = run(k_block_model, features.row(i));
  return probabilities;
}

}  // namespace vigie::parsers
