#include "app/lexicon_file.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>

namespace vigie {

using classifier::KnowledgeTables;
using classifier::LexiconTable;
using classifier::StateRow;

namespace {

void read_states(TableReader& reader, const std::string& file, const toml::table& table, std::vector<StateRow>& into) {
  constexpr std::array<StateRow::Part, 4> k_parts = {StateRow::Part::name, StateRow::Part::adjective,
                                                     StateRow::Part::seat, StateRow::Part::service};
  for (const auto& [key, node] : table) {
    const std::optional<TableItem> value = reader.text(file, key.str(), node);
    if (!value) continue;
    std::size_t part = 0;
    int line = value->line;
    std::size_t begin = 0;
    while (begin <= value->text.size()) {
      const std::size_t end = std::min(value->text.find('|', begin), value->text.size());
      const std::string_view column = std::string_view(value->text).substr(begin, end - begin);
      if (part >= k_parts.size()) {
        reader.mistake(
            file, line,
            "more than four parts for " + std::string(key.str()) + ": names | adjectives | seats | services");
        break;
      }
      for (TableItem& item : split_list(column, line)) {
        into.push_back({std::string(key.str()), k_parts[part], std::move(item.text), item.line});
      }
      line += static_cast<int>(std::count(column.begin(), column.end(), '\n'));
      begin = end + 1;
      ++part;
    }
  }
}

void read_grammar(TableReader& reader, const std::string& file, const toml::table& table, LexiconTable& lexicon) {
  for (const auto& [key, node] : table) {
    const std::string_view name = key.str();  // clang 14 captures no structured binding
    const std::optional<TableItem> value = reader.text(file, name, node);
    if (!value) continue;
    const auto list = [&](std::vector<std::string>& into) {
      for (TableItem& item : split_list(value->text, value->line)) into.push_back(std::move(item.text));
    };
    const auto one_of = [&](std::string& into, const std::vector<std::string>& names) {
      if (std::find(names.begin(), names.end(), value->text) != names.end()) {
        into = value->text;
        return;
      }
      reader.mistake(file, value->line, "\"" + std::string(name) + "\" cannot be \"" + value->text + "\"");
    };
    if (key.str() == "order") {
      one_of(lexicon.order, {"svo", "sov", "vso"});
    } else if (key.str() == "adjective") {
      one_of(lexicon.adjective, {"before", "after", "both"});
    } else if (key.str() == "prefixes") {
      list(lexicon.prefixes);
    } else if (key.str() == "suffixes") {
      list(lexicon.suffixes);
    } else if (key.str() == "months") {
      list(lexicon.months);
      if (!lexicon.months.empty() && lexicon.months.size() != 12) {
        reader.mistake(file, value->line,
                       "\"months\" must hold twelve names, not " + std::to_string(lexicon.months.size()));
      }
    } else {
      const std::string near = nearest_name(key.str(), {"order", "adjective", "prefixes", "suffixes", "months"});
      reader.mistake(
          file, value->line,
          "unknown key \"" + std::string(key.str()) + "\"" + (near.empty() ? "" : ", did you mean \"" + near + "\"?"));
    }
  }
}

}  // namespace

void read_lexicon(TableReader& reader, const std::string& file, KnowledgeTables& tables) {
  const std::optional<toml::table> root = reader.open(file);
  if (!root) return;
  LexiconTable lexicon;
  lexicon.file = file;
  for (const auto& [key, node] : *root) {
    const toml::table* table = node.as_table();
    if (table == nullptr) {
      const std::optional<TableItem> value = reader.text(file, key.str(), node);
      if (!value) continue;
      if (key.str() == "language") {
        lexicon.language = value->text;
      } else if (key.str() == "name") {
        lexicon.name = value->text;
      } else {
        reader.mistake(file, value->line, "unknown key \"" + std::string(key.str()) + "\" outside of a table");
      }
    } else if (key.str() == "grammar") {
      read_grammar(reader, file, *table, lexicon);
    } else if (key.str() == "states") {
      read_states(reader, file, *table, lexicon.states);
    } else {
      for (const auto& [category, list] : *table) {
        const std::optional<TableItem> value = reader.text(file, category.str(), list);
        if (!value) continue;
        for (TableItem& item : split_list(value->text, value->line)) {
          lexicon.rows.push_back({std::string(category.str()), std::move(item.text), item.line});
        }
      }
    }
  }
  if (lexicon.language != std::filesystem::path(file).stem().string()) {
    reader.mistake(file, 1, "language = \"" + lexicon.language + "\" does not fit the file's name");
  }
  tables.lexicons.push_back(std::move(lexicon));
}

void read_state_services(TableReader& reader, const std::string& file, KnowledgeTables& tables) {
  const std::optional<toml::table> root = reader.open(file);
  if (!root) return;
  tables.states_file = file;
  const std::map<std::string, StateRow::Part, std::less<>> k_sections = {
      {"services", StateRow::Part::service}, {"seats", StateRow::Part::seat}, {"names", StateRow::Part::name}};
  for (const auto& [section, node] : *root) {
    const auto part = k_sections.find(section.str());
    const toml::table* table = node.as_table();
    if (table == nullptr || part == k_sections.end()) {
      reader.mistake(file, line_of(node),
                     "unknown table [" + std::string(section.str()) + "]: services, seats or names");
      continue;
    }
    for (const auto& [key, list] : *table) {
      const std::optional<TableItem> value = reader.text(file, key.str(), list);
      if (!value) continue;
      for (TableItem& item : split_list(value->text, value->line)) {
        tables.states.push_back({std::string(key.str()), part->second, std::move(item.text), item.line});
      }
    }
  }
}

}  // namespace vigie
