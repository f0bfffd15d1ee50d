#include "app/rows.h"

#include <cstdio>
#include <nlohmann/json.hpp>

#include "app/text_forms.h"

namespace vigie {
namespace {

using Json = nlohmann::ordered_json;
using Row = std::vector<std::string>;

void print_markdown_row(const Row& row) {
  for (const std::string& cell : row) std::printf("| %s ", cell.c_str());
  std::printf("|\n");
}

}  // namespace

void print_rows(const std::vector<std::string>& columns, const std::vector<Row>& rows, const std::string& format) {
  const auto object = [&](const Row& row) {
    Json json = Json::object();
    for (std::size_t i = 0; i < columns.size(); ++i) json[columns[i]] = row[i];
    return json;
  };
  if (format == "json") {
    Json all = Json::array();
    for (const Row& row : rows) all.push_back(object(row));
    std::printf("%s\n", json_text(all, 2).c_str());
  } else if (format == "jsonl") {
    for (const Row& row : rows) std::printf("%s\n", json_text(object(row)).c_str());
  } else if (format == "csv") {
    std::printf("%s\n", csv_line(columns).c_str());
    for (const Row& row : rows) std::printf("%s\n", csv_line(row).c_str());
  } else if (format == "md") {
    print_markdown_row(columns);
    print_markdown_row(Row(columns.size(), "---"));
    for (const Row& row : rows) print_markdown_row(row);
  } else {
    std::vector<Row> table{columns};
    table.insert(table.end(), rows.begin(), rows.end());
    std::fputs(text_table(table, 48).c_str(), stdout);
  }
}

}  // namespace vigie
