#include "parsers/block_model.h"

#include <algorithm>
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

void context_features(const FeatureTable& features, const std::vector<float>& probabilities, std::size_t index,
                      float* out) {
  const auto near = [&](std::ptrdiff_t offset) {
    const std::ptrdiff_t at = static_cast<std::ptrdiff_t>(index) + offset;
    return at < 0 || at >= static_cast<std::ptrdiff_t>(probabilities.size())
               ? -1.0f
               : probabilities[static_cast<std::size_t>(at)];
  };
  std::size_t column = 0;
  for (std::ptrdiff_t offset : {-4, -3, -2, -1, 0, 1, 2, 3, 4}) out[column++] = near(offset);
  // The wider surroundings: means over eight rows before and behind, and the best row further on.
  const auto mean = [&](std::ptrdiff_t from, std::ptrdiff_t to) {
    float sum = 0;
    float count = 0;
    for (std::ptrdiff_t offset = from; offset <= to; ++offset) {
      const float value = near(offset);
      if (value < 0) continue;
      sum += value;
      count += 1;
    }
    return count > 0 ? sum / count : -1.0f;
  };
  out[column++] = mean(-8, -1);
  out[column++] = mean(1, 8);
  float before = 0;
  float behind = 0;
  for (std::ptrdiff_t offset = 1; offset <= 20; ++offset) {
    before = std::max(before, near(-offset));
    behind = std::max(behind, near(offset));
  }
  out[column++] = before;
  out[column++] = behind;
  (void)features;
}

std::vector<float> block_probabilities(const FeatureTable& features) {
  const std::size_t rows = features.blocks.size();
  std::vector<float> first(rows);
  for (std::size_t i = 0; i < rows; ++i) first[i] = run(k_block_model, features.row(i));
  std::vector<float> second(rows);
  std::vector<float> row(features.columns + k_context_columns);
  for (std::size_t i = 0; i < rows; ++i) {
    std::copy(features.row(i), features.row(i) + features.columns, row.begin());
    context_features(features, first, i, row.data() + features.columns);
    second[i] = run(k_context_model, row.data());
  }
  return second;
}

}  // namespace vigie::parsers
