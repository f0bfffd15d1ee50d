#include "digest/csv_row.h"

namespace vigie::digest {
namespace {

std::string cell(const std::string& value) {
  std::string text = value;
  // A full-width sign is folded to a formula's by some spreadsheets.
  const bool wide =
      text.starts_with("＝") || text.starts_with("＋") || text.starts_with("－") || text.starts_with("＠");
  if (wide || (!text.empty() && std::string_view("=+-@\t\r\n|%").find(text.front()) != std::string_view::npos)) {
    text.insert(text.begin(), '\'');
  }
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string out = "\"";
  for (char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + "\"";
}

/// As Python writes a string, which is how the data set's own cells were made.
std::string quoted(const std::string& value) {
  const bool has_single = value.find('\'') != std::string::npos;
  const char quote = has_single && value.find('"') == std::string::npos ? '"' : '\'';
  std::string out(1, quote);
  for (char c : value) {
    if (c == quote || c == '\\') out += '\\';
    out += c;
  }
  return out + quote;
}

std::string bracketed(const std::vector<std::string>& items) {
  std::string out = "[";
  for (std::size_t i = 0; i < items.size(); ++i) out += (i == 0 ? "" : ", ") + items[i];
  return out + "]";
}

}  // namespace

std::string csv_row(const std::vector<std::string>& cells) {
  std::string out;
  for (std::size_t i = 0; i < cells.size(); ++i) out += (i == 0 ? "" : ",") + cell(cells[i]);
  return out + "\r\n";
}

std::string value_list(const std::vector<std::string>& values) {
  std::vector<std::string> items;
  items.reserve(values.size());
  for (const std::string& value : values) items.push_back(quoted(value));
  return items.empty() ? std::string() : bracketed(items);
}

std::string nested_list(const std::vector<std::vector<std::string>>& values) {
  std::vector<std::string> items;
  items.reserve(values.size());
  for (const std::vector<std::string>& inner : values) items.push_back(inner.empty() ? "[]" : value_list(inner));
  return items.empty() ? std::string() : bracketed(items);
}

}  // namespace vigie::digest
