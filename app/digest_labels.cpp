#include "app/digest_labels.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "app/toml_file.h"
#include "digest/outside_text.h"

namespace vigie {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t k_longest_label = 400;  // bytes; a longer one is a mistake, not a label

struct LabelFile {
  std::string path;
  std::map<std::string, std::string, std::less<>> text;
  std::map<std::string, int, std::less<>> lines;  // of each key
};

/// Leading and trailing spaces belong to labels such as a separator; anything else that clean_line mends is a mistake.
bool is_clean(const std::string& text) {
  const std::size_t begin = text.find_first_not_of(' ');
  if (begin == std::string::npos) return true;
  const std::string inner = text.substr(begin, text.find_last_not_of(' ') - begin + 1);
  std::string spaced = inner;
  for (std::size_t at = spaced.find("\u00A0"); at != std::string::npos; at = spaced.find("\u00A0"))
    spaced.replace(at, 2, " ");
  return inner.size() <= k_longest_label && digest::clean_line(spaced, k_longest_label) == spaced;
}

/// A value that is a table holds the forms of one word: `name` is the word itself.
void flatten(const toml::table& table, const std::string& prefix, LabelFile& file, std::vector<Mistake>& mistakes) {
  for (const auto& [key, node] : table) {
    const std::string name(key.str());
    if (const toml::table* inner = node.as_table()) {
      flatten(*inner, prefix + name + ".", file, mistakes);
      continue;
    }
    const bool is_word = name == "name" && prefix.starts_with("state.");
    const std::string whole = is_word ? prefix.substr(0, prefix.size() - 1) : prefix + name;
    const auto text = node.value_exact<std::string>();
    if (!text) {
      mistakes.push_back({file.path, line_of(node), whole + " must be a text in quotes"});
    } else if (!is_clean(*text)) {
      mistakes.push_back({file.path, line_of(node), whole + " holds control characters or is longer than 400 bytes"});
    } else {
      file.text[whole] = *text;
      file.lines[whole] = line_of(node);
    }
  }
}

LabelFile read_file(const std::string& folder, const std::string& language, std::vector<Mistake>& mistakes) {
  LabelFile file;
  file.path = (fs::path(folder) / (language + ".toml")).string();
  if (const auto table = read_toml(file.path, mistakes)) flatten(*table, "", file, mistakes);
  return file;
}

/// "accused" of "{accused:the}".
std::set<std::string> placeholders(std::string_view text) {
  std::set<std::string> out;
  for (std::size_t open = text.find('{'); open != std::string_view::npos; open = text.find('{', open + 1)) {
    const std::size_t close = text.find('}', open);
    if (close == std::string_view::npos) break;
    const std::string_view slot = text.substr(open + 1, close - open - 1);
    out.emplace(slot.substr(0, slot.find(':')));
  }
  return out;
}

bool is_free(std::string_view key) {
  return key.starts_with("state.") || key.starts_with("form.") || key.ends_with(".zero");
}

Mistake missing(const std::string& path, const std::string& key, const std::string& english) {
  return {path, 0, "no label " + key + " (English: \"" + english + "\")"};
}

Mistake misplaced(const std::string& path, int line, const std::string& key, const std::string& placeholder) {
  return {path, line, key + " has no placeholder {" + placeholder + "}"};
}

void check_against(const LabelFile& english, const LabelFile& file, std::vector<Mistake>& mistakes) {
  std::vector<std::string> known;
  for (const auto& [key, text] : english.text) {
    if (is_free(key)) continue;
    known.push_back(key);
    if (file.text.count(key) == 0) mistakes.push_back(missing(file.path, key, text));
  }
  for (const auto& [key, text] : file.text) {
    if (is_free(key)) continue;
    const int line = file.lines.find(key)->second;
    const auto model = english.text.find(key);
    if (model == english.text.end()) {
      const std::string nearest = nearest_name(key, known);
      mistakes.push_back(
          {file.path, line, "unknown label " + key + (nearest.empty() ? "" : "; meant " + nearest + "?")});
      continue;
    }
    std::set<std::string> allowed = placeholders(model->second);
    if (key.starts_with("day.")) allowed.insert({"d", "m", "month", "y"});
    if (key.starts_with("clause.")) allowed.insert({"accused", "victims"});
    if (key.starts_with("ministry.") || key.starts_with("body.")) allowed.insert("state");
    for (const std::string& name : placeholders(text)) {
      if (allowed.count(name) == 0) mistakes.push_back(misplaced(file.path, line, key, name));
    }
  }
}

}  // namespace

digest::Labels load_digest_labels(const std::string& folder, const std::string& language,
                                  std::vector<Mistake>& mistakes) {
  digest::Labels labels;
  labels.language = language;
  const LabelFile english = read_file(folder, "en", mistakes);
  if (language == "en") {
    labels.text = english.text;
    return labels;
  }
  LabelFile file = read_file(folder, language, mistakes);
  if (file.text.empty()) {
    labels.language = "en";
    labels.text = english.text;
    return labels;
  }
  check_against(english, file, mistakes);
  labels.text = std::move(file.text);
  for (const auto& [key, text] : english.text) {
    // Forms of names are of their own language: English ones would be put into sentences they do not fit.
    const bool inflected = key.starts_with("state.") && std::count(key.begin(), key.end(), '.') > 1;
    if (!inflected && !key.starts_with("form.")) labels.text.emplace(key, text);
  }
  return labels;
}

std::vector<std::string> digest_languages(const std::string& folder) {
  std::vector<std::string> out;
  std::error_code error;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, error)) {
    if (entry.path().extension() == ".toml") out.push_back(entry.path().stem().string());
  }
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace vigie
