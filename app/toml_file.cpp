#include "app/toml_file.h"

#include "app/input_file.h"

namespace vigie {

std::optional<toml::table> parse_toml(std::string_view text, const std::string& file, std::vector<Mistake>& mistakes) {
  try {
    return toml::parse(text, file);
  } catch (const toml::parse_error& error) {
    mistakes.push_back(
        {file, static_cast<int>(error.source().begin.line), "not valid TOML: " + std::string(error.description())});
  }
  return std::nullopt;
}

std::optional<toml::table> read_toml(const std::string& path, std::vector<Mistake>& mistakes) {
  const Expected<std::string> text = read_input(path);
  if (text) return parse_toml(*text, path, mistakes);
  mistakes.push_back({path, 0, "cannot read the file"});
  return std::nullopt;
}

int line_of(const toml::node& node) { return static_cast<int>(node.source().begin.line); }

}  // namespace vigie
