#include "app/actors_file.h"

#include <array>
#include <map>

#include "model/text.h"

namespace vigie {

using classifier::ActorRow;
using classifier::KnowledgeTables;

namespace {

std::vector<std::string> texts_of(std::vector<TableItem> items) {
  std::vector<std::string> out;
  for (TableItem& item : items) out.push_back(std::move(item.text));
  return out;
}

// "RU (cfr, misp); IL (misp)"
void read_sponsors(TableReader& reader, const std::string& file, const TableItem& value, ActorRow& row) {
  for (const TableItem& claim : split_list(value.text, value.line, ';')) {
    const std::size_t open = claim.text.find('(');
    const std::string state(trim_ascii(std::string_view(claim.text).substr(0, open)));
    if (open == std::string::npos || claim.text.back() != ')') {
      reader.mistake(file, claim.line, "sponsor \"" + claim.text + "\" does not read \"CC (source, source)\"");
      continue;
    }
    for (const TableItem& source :
         split_list(std::string_view(claim.text).substr(open + 1, claim.text.size() - open - 2), claim.line)) {
      row.sponsors.emplace_back(state, source.text);
    }
  }
}

// Names that are words of a language, whoever bears them; a name that nobody bears is a slip of the pen.
void mark_ordinary(TableReader& reader, const std::string& file, const TableItem& list, std::vector<ActorRow>& actors) {
  std::map<std::string, std::size_t, std::less<>> bearers;
  for (std::size_t i = 0; i < actors.size(); ++i) {
    bearers.emplace(fold(actors[i].canonical), i);
    for (const std::string& alias : actors[i].aliases) bearers.emplace(fold(alias), i);
  }
  for (TableItem& name : split_list(list.text, list.line)) {
    const auto bearer = bearers.find(fold(name.text));
    if (bearer == bearers.end()) {
      reader.mistake(file, name.line, "no actor bears the name \"" + name.text + "\"");
    } else {
      actors[bearer->second].ordinary.push_back(std::move(name.text));
    }
  }
}

// Names that a catalogue holds for ordinary words and that mean nothing else in the news.
void mark_distinct(const TableItem& list, std::vector<ActorRow>& actors) {
  for (const TableItem& name : split_list(list.text, list.line)) {
    const std::string key = fold(name.text);
    for (ActorRow& actor : actors) {
      std::erase_if(actor.ordinary, [&](const std::string& word) { return fold(word) == key; });
    }
  }
}

}  // namespace

void read_actors(TableReader& reader, const std::string& file, KnowledgeTables& tables) {
  const std::optional<toml::table> root = reader.open(file);
  if (!root) return;
  const toml::table* actors = (*root)["actors"].as_table();
  if (actors == nullptr) return reader.mistake(file, 0, "no [actors] table");
  for (const auto& [key, node] : *actors) {
    const std::optional<TableItem> value = reader.text(file, key.str(), node);
    if (!value) continue;
    std::array<std::string, 4> columns;
    std::size_t column = 0;
    for (const char c : value->text) {
      if (c == '|' && ++column >= columns.size()) break;
      if (c != '|') columns[column] += c;
    }
    if (column != 3) {
      reader.mistake(file, value->line,
                     "actor \"" + std::string(key.str()) + "\" needs \"kind | sponsors | aliases | ordinary words\"");
      continue;
    }
    ActorRow row;
    row.canonical = std::string(key.str());
    row.kind = std::string(trim_ascii(columns[0]));
    row.file = file;
    row.line = value->line;
    read_sponsors(reader, file, {columns[1], value->line}, row);
    row.aliases = texts_of(split_list(columns[2], value->line));
    row.ordinary = texts_of(split_list(columns[3], value->line));
    tables.actors.push_back(std::move(row));
  }
}

void read_actor_names(TableReader& reader, const std::string& file, KnowledgeTables& tables) {
  const std::optional<toml::table> root = reader.open(file);
  if (!root) return;
  std::map<std::string, std::size_t, std::less<>> index;
  for (std::size_t i = 0; i < tables.actors.size(); ++i) index.emplace(fold(tables.actors[i].canonical), i);
  const auto actor_of = [&](std::string_view name, int line) -> ActorRow& {
    const auto [at, added] = index.emplace(fold(name), tables.actors.size());
    if (added) tables.actors.push_back({std::string(name), "", {}, {}, {}, file, line});
    return tables.actors[at->second];
  };
  for (const auto& [section, node] : *root) {
    const toml::table* table = node.as_table();
    if (table == nullptr) {
      reader.mistake(file, line_of(node), "unknown key \"" + std::string(section.str()) + "\" outside of a table");
      continue;
    }
    for (const auto& [key, list] : *table) {
      const std::optional<TableItem> value = reader.text(file, key.str(), list);
      if (!value) continue;
      if (section.str() == "ordinary") {
        mark_ordinary(reader, file, *value, tables.actors);
        continue;
      }
      if (section.str() == "distinct") {
        mark_distinct(*value, tables.actors);
        continue;
      }
      ActorRow& actor = actor_of(key.str(), value->line);
      if (section.str() == "kinds") {
        actor.kind = value->text;
      } else if (section.str() == "sponsors") {
        read_sponsors(reader, file, *value, actor);
      } else if (section.str() == "names") {
        for (TableItem& item : split_list(value->text, value->line)) {
          const bool ordinary = item.text.front() == '?';
          if (ordinary) item.text.erase(0, 1);
          if (ordinary) actor.ordinary.push_back(item.text);
          actor.aliases.push_back(std::move(item.text));
        }
      } else {
        reader.mistake(
            file, line_of(node),
            "unknown table [" + std::string(section.str()) + "]: kinds, sponsors, names, ordinary or distinct");
        break;
      }
    }
  }
}

}  // namespace vigie
