#include "app/table_reader.h"

#include "app/input_file.h"
#include "model/text.h"

namespace vigie {

std::vector<TableItem> split_list(std::string_view text, int line, char separator) {
  std::vector<TableItem> items;
  int depth = 0;
  std::string current;
  int current_line = line;
  const auto flush = [&] {
    const std::string_view trimmed = trim_ascii(current);
    if (!trimmed.empty()) items.push_back({std::string(trimmed), current_line});
    current.clear();
  };
  for (std::size_t begin = 0; begin < text.size(); ++begin) {
    const char c = text[begin];
    if (c == '#') {
      while (begin + 1 < text.size() && text[begin + 1] != '\n') ++begin;
      continue;
    }
    if (c == '{') ++depth;
    if (c == '}' && depth > 0) --depth;
    if (c == separator && depth == 0) {
      flush();
      continue;
    }
    if (c == '\n') ++line;
    if (current.empty() && trim_ascii(text.substr(begin, 1)).empty()) continue;
    if (current.empty()) current_line = line;
    current += c == '\n' ? ' ' : c;
  }
  flush();
  return items;
}

std::optional<toml::table> TableReader::open(const std::string& path) {
  const Expected<std::string> content = read_input(path);
  if (!content) {
    mistake(path, 0, "cannot read the file");
    return std::nullopt;
  }
  hash_ = hash64(*content, hash_);
  return parse_toml(*content, path, mistakes_);
}

std::optional<TableItem> TableReader::text(const std::string& file, std::string_view key, const toml::node& node) {
  const auto* value = node.as_string();
  if (value == nullptr) {
    mistake(file, line_of(node), "\"" + std::string(key) + "\" must be text");
    return std::nullopt;
  }
  const toml::source_region& where = node.source();
  const bool many_lines = where.end.line > where.begin.line;
  return TableItem{value->get(), static_cast<int>(where.begin.line) + (many_lines ? 1 : 0)};
}

}  // namespace vigie
