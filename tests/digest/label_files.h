#pragma once

#include <fstream>
#include <string>

#include "digest/labels.h"

namespace vigie::digest::sample {

inline std::string unquoted(std::string_view text) {
  std::string out;
  for (std::size_t i = text.find('"') + 1; i < text.size() && text[i] != '"'; ++i) {
    if (text[i] == '\\') ++i;
    out += text[i];
  }
  return out;
}

/// Labels from the shipped file of a language. Reads only the lines such a file is made of: [table], key = "text" and
/// key = { a = "…", b = "…" }; app/digest_labels.h is the real reader.
inline Labels shipped_labels(const std::string& language) {
  Labels labels;
  labels.language = language;
  std::ifstream file(std::string(VIGIE_CONFIG) + "/digest/labels/" + language + ".toml");
  std::string table;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.front() == '#') continue;
    if (line.front() == '[') {
      table = line.substr(1, line.find(']') - 1) + ".";
      continue;
    }
    const std::string key = table + line.substr(0, line.find(' '));
    std::string_view value = std::string_view(line).substr(line.find('=') + 2);
    if (value.front() == '"') {
      labels.text[key] = unquoted(value);
      continue;
    }
    for (value.remove_prefix(1); value.find('"') != std::string_view::npos;) {
      const std::size_t begin = value.find_first_not_of(" ,");
      const std::string form(value.substr(begin, value.find(' ', begin) - begin));
      const std::string text = unquoted(value);
      labels.text[form == "name" ? key : key + "." + form] = text;
      value.remove_prefix(value.find('"', value.find('"') + 1) + 1);
    }
  }
  return labels;
}

}  // namespace vigie::digest::sample
