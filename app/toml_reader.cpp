#include "app/toml_reader.h"

#include <algorithm>
#include <charconv>
#include <limits>

#include "app/toml_file.h"

namespace vigie {

struct TomlReader::Node {
  std::shared_ptr<const toml::table> root;  // keeps `table` alive
  const toml::table* table;
};

namespace {

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0U : 1U)});
      diagonal = above;
    }
  }
  return row[b.size()];
}

std::string joined(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : ", ") + name;
  return out;
}

std::optional<std::int64_t> parse_size(std::string_view text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || value < 0) return std::nullopt;
  const std::string_view unit(end, static_cast<std::size_t>(text.data() + text.size() - end));
  std::int64_t factor = 0;
  if (unit.empty() || unit == "B") factor = 1;
  if (unit == "KB") factor = 1000;
  if (unit == "MB") factor = 1000 * 1000;
  if (unit == "GB") factor = 1000 * 1000 * 1000;
  if (factor == 0 || value > std::numeric_limits<std::int64_t>::max() / factor) return std::nullopt;
  return value * factor;
}

}  // namespace

std::string to_string(const Mistake& mistake) {
  return mistake.file + (mistake.line > 0 ? ":" + std::to_string(mistake.line) : "") + ": " + mistake.message;
}

std::string nearest_name(std::string_view name, const std::vector<std::string>& candidates) {
  std::string best;
  std::size_t least = std::max<std::size_t>(2, name.size() / 3) + 1;
  for (const std::string& candidate : candidates) {
    const std::size_t distance = edit_distance(name, candidate);
    if (distance < least) {
      least = distance;
      best = candidate;
    }
  }
  return best;
}

TomlReader::TomlReader(std::shared_ptr<const Node> node, std::string file, std::string where,
                       std::vector<Mistake>& mistakes)
    : node_(std::move(node)), file_(std::move(file)), where_(std::move(where)), mistakes_(&mistakes) {}

std::optional<TomlReader> TomlReader::open(const std::string& path, std::vector<Mistake>& mistakes) {
  std::optional<toml::table> read = read_toml(path, mistakes);
  if (!read) return std::nullopt;
  auto root = std::make_shared<const toml::table>(std::move(*read));
  const toml::table* table = root.get();
  return TomlReader(std::make_shared<const Node>(Node{std::move(root), table}), path, "", mistakes);
}

void TomlReader::mistake(const char* key, std::string message) {
  mistakes_->push_back({file_, line(key), std::move(message)});
}

int TomlReader::line(const char* key) const {
  const toml::node* node = node_->table->get(key);
  return node != nullptr ? line_of(*node) : line();
}

int TomlReader::line() const { return line_of(*node_->table); }

std::vector<std::string> TomlReader::keys() const {
  std::vector<std::string> names;
  for (const auto& [key, value] : *node_->table) names.emplace_back(key.str());
  return names;
}

bool TomlReader::text(const char* key, std::string& into) {
  asked_.emplace_back(key);
  const toml::node* node = node_->table->get(key);
  if (node == nullptr) return false;
  const auto value = node->value_exact<std::string>();
  if (!value) {
    mistake(key, std::string(key) + " must be a text in quotes");
    return false;
  }
  into = *value;
  return true;
}

bool TomlReader::flag(const char* key, bool& into) {
  asked_.emplace_back(key);
  const toml::node* node = node_->table->get(key);
  if (node == nullptr) return false;
  const auto value = node->value_exact<bool>();
  if (!value) {
    mistake(key, std::string(key) + " must be true or false");
    return false;
  }
  into = *value;
  return true;
}

bool TomlReader::count(const char* key, std::int64_t& into, std::int64_t least, std::int64_t most) {
  asked_.emplace_back(key);
  const toml::node* node = node_->table->get(key);
  if (node == nullptr) return false;
  const auto value = node->value_exact<std::int64_t>();
  if (!value || *value < least || *value > most) {
    mistake(key,
            std::string(key) + " must be a whole number from " + std::to_string(least) + " to " + std::to_string(most));
    return false;
  }
  into = *value;
  return true;
}

bool TomlReader::number(const char* key, double& into, double least, double most) {
  asked_.emplace_back(key);
  const toml::node* node = node_->table->get(key);
  if (node == nullptr) return false;
  const auto value = node->value<double>();
  if (!value || !(*value >= least && *value <= most)) {
    mistake(key, std::string(key) + " must be a number from " + std::to_string(least) + " to " + std::to_string(most));
    return false;
  }
  into = *value;
  return true;
}

bool TomlReader::span(const char* key, seconds& into) {
  std::string value;
  if (!text(key, value)) return false;
  const Expected<seconds> span = parse_span(value);
  if (!span) {
    mistake(key, std::string(key) + ": " + span.error().message);
    return false;
  }
  into = *span;
  return true;
}

bool TomlReader::size(const char* key, std::int64_t& into) {
  std::string value;
  if (!text(key, value)) return false;
  const auto bytes = parse_size(value);
  if (!bytes) {
    mistake(key, std::string(key) + ": cannot read \"" + value + "\" as a size: expected a form such as 64KB or 32MB");
    return false;
  }
  into = *bytes;
  return true;
}

bool TomlReader::texts(const char* key, std::vector<std::string>& into) {
  asked_.emplace_back(key);
  const toml::node* node = node_->table->get(key);
  if (node == nullptr) return false;
  const toml::array* array = node->as_array();
  std::vector<std::string> values;
  if (array != nullptr) {
    for (const toml::node& item : *array) {
      const auto value = item.value_exact<std::string>();
      if (value) values.push_back(*value);
    }
  }
  if (array == nullptr || values.size() != array->size()) {
    mistake(key, std::string(key) + " must be a list of texts in quotes");
    return false;
  }
  into = std::move(values);
  return true;
}

bool TomlReader::pairs(const char* key, std::vector<std::pair<std::string, std::string>>& into) {
  asked_.emplace_back(key);
  const toml::node* node = node_->table->get(key);
  if (node == nullptr) return false;
  const toml::table* found = node->as_table();
  std::vector<std::pair<std::string, std::string>> values;
  if (found != nullptr) {
    for (const auto& [name, item] : *found) {
      const auto value = item.value_exact<std::string>();
      if (value) values.emplace_back(std::string(name.str()), *value);
    }
  }
  if (found == nullptr || values.size() != found->size()) {
    mistake(key, std::string(key) + " must be a table of texts in quotes");
    return false;
  }
  into = std::move(values);
  return true;
}

bool TomlReader::choice(const char* key, const std::vector<std::string>& names,
                        const std::function<void(std::string_view)>& set) {
  std::string value;
  if (!text(key, value)) return false;
  if (std::find(names.begin(), names.end(), value) == names.end()) {
    const std::string near = nearest_name(value, names);
    mistake(key, std::string(key) + ": \"" + value + "\" is none of " + joined(names) +
                     (near.empty() ? "" : "; did you mean \"" + near + "\"?"));
    return false;
  }
  set(value);
  return true;
}

std::optional<TomlReader> TomlReader::table(const char* key) {
  asked_.emplace_back(key);
  const toml::node* node = node_->table->get(key);
  if (node == nullptr) return std::nullopt;
  if (!node->is_table()) {
    mistake(key, std::string(key) + " must be a table: [" + key + "]");
    return std::nullopt;
  }
  return TomlReader(std::make_shared<const Node>(Node{node_->root, node->as_table()}), file_,
                    "[" + std::string(key) + "]", *mistakes_);
}

std::vector<TomlReader> TomlReader::tables(const char* key) {
  asked_.emplace_back(key);
  std::vector<TomlReader> found;
  const toml::node* node = node_->table->get(key);
  if (node == nullptr) return found;
  const toml::array* array = node->as_array();
  if (array == nullptr || !array->is_homogeneous<toml::table>()) {
    mistake(key, std::string(key) + " must be a list of tables: [[" + key + "]]");
    return found;
  }
  for (const toml::node& item : *array) {
    found.push_back(TomlReader(std::make_shared<const Node>(Node{node_->root, item.as_table()}), file_,
                               "[[" + std::string(key) + "]]", *mistakes_));
  }
  return found;
}

void TomlReader::finish() {
  for (const auto& [key, value] : *node_->table) {
    const std::string name(key.str());
    if (std::find(asked_.begin(), asked_.end(), name) != asked_.end()) continue;
    const std::string near = nearest_name(name, asked_);
    mistakes_->push_back({file_, static_cast<int>(key.source().begin.line),
                          "unknown key \"" + name + "\"" + (where_.empty() ? "" : " in " + where_) +
                              (near.empty() ? "" : "; did you mean \"" + near + "\"?")});
  }
}

}  // namespace vigie
