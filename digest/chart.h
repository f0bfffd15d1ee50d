#pragma once

#include <string>
#include <vector>

#include "digest/labels.h"
#include "model/digest.h"

namespace vigie::digest {

/// The last 30 days by accused state as stacked bars: an SVG of bars alone (it stretches with the page), with what
/// stands around it as text.
struct Chart {
  struct Key {
    std::string css;   // "s0" … "s4", "so" for the others
    std::string name;  // state, or "others"
    int articles = 0;
  };
  std::string svg;  // empty when no article accused a state
  std::string summary;
  int top = 0;  // articles of the highest bar
  std::string first_day, middle_day, last_day;
  std::vector<Key> keys;
};
Chart chart_of(const Digest& digest, const Labels& labels);

/// Victim/accused matrix: the most named states of each, counts shaded in five steps.
struct Matrix {
  struct Cell {
    int articles = 0;
    int shade = 0;  // 0 (none) … 5
  };
  struct Row {
    std::string code, name;
    std::vector<Cell> cells;
  };
  struct Column {
    std::string code, name;
  };
  std::vector<Column> columns;  // victims
  std::vector<Row> rows;        // accused
};
Matrix matrix_of(const Digest& digest, const Labels& labels, std::size_t most = 6);

}  // namespace vigie::digest
