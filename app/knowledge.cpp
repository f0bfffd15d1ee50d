#include "app/knowledge.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <tuple>

#include "app/input_file.h"
#include "app/toml_file.h"
#include "model/text.h"

namespace vigie {
namespace {

namespace fs = std::filesystem;
using classifier::ActorRow;
using classifier::KnowledgeTables;
using classifier::LexiconTable;
using classifier::StateRow;

int line_of(const toml::node& node) { return static_cast<int>(node.source().begin.line); }

/// One item of a list written as text: trimmed, with its line.
struct Item {
  std::string text;
  int line = 0;
};

// Items are parted by commas, "#" comments to the end of the line. TOML drops the line feed right after `"""`, so the
// first line of such a value is the one below its key.
std::vector<Item> split_list(std::string_view text, int line, char separator = ',') {
  std::vector<Item> items;
  std::size_t begin = 0;
  int depth = 0;
  std::string current;
  int current_line = line;
  const auto flush = [&] {
    const std::string_view trimmed = trim_ascii(current);
    if (!trimmed.empty()) items.push_back({std::string(trimmed), current_line});
    current.clear();
  };
  for (; begin < text.size(); ++begin) {
    const char c = text[begin];
    if (c == '#') {
      while (begin + 1 < text.size() && text[begin + 1] != '\n') ++begin;
      continue;
    }
    if (c == '{') ++depth;
    if (c == '}' && depth > 0) --depth;
    if (c == separator && depth == 0) {
      flush();
      current_line = line;
      continue;
    }
    if (trim_ascii(current).empty()) current_line = line;
    if (c == '\n') {
      ++line;
      current += ' ';
    } else {
      current += c;
    }
  }
  flush();
  return items;
}

/// The files of one load: reads them, hashes them, and collects what is wrong.
class Reader {
 public:
  std::optional<toml::table> open(const std::string& path);
  void mistake(const std::string& file, int line, std::string message) {
    mistakes_.push_back({file, line, std::move(message)});
  }
  /// The text of a value with the line its first entry stands on; a mistake when it is not text.
  std::optional<Item> text(const std::string& file, std::string_view key, const toml::node& node);

  std::vector<Mistake> mistakes_;
  std::uint64_t hash_ = 0;

 private:
  std::string content_;
};

std::optional<toml::table> Reader::open(const std::string& path) {
  Expected<std::string> content = read_input(path);
  if (!content) {
    mistake(path, 0, "cannot read the file");
    return std::nullopt;
  }
  content_ = std::move(*content);
  hash_ = hash64(content_, hash_);
  return parse_toml(content_, path, mistakes_);
}

std::optional<Item> Reader::text(const std::string& file, std::string_view key, const toml::node& node) {
  const auto* value = node.as_string();
  if (value == nullptr) {
    mistake(file, line_of(node), "\"" + std::string(key) + "\" must be text");
    return std::nullopt;
  }
  const toml::source_region& where = node.source();
  const bool many_lines = where.end.line > where.begin.line;
  return Item{value->get(), static_cast<int>(where.begin.line) + (many_lines ? 1 : 0)};
}

void read_states(Reader& reader, const std::string& file, const toml::table& table, std::vector<StateRow>& into) {
  constexpr std::array<StateRow::Part, 4> k_parts = {StateRow::Part::name, StateRow::Part::adjective,
                                                     StateRow::Part::seat, StateRow::Part::service};
  for (const auto& [key, node] : table) {
    const std::optional<Item> value = reader.text(file, key.str(), node);
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
      for (Item& item : split_list(column, line)) {
        into.push_back({std::string(key.str()), k_parts[part], std::move(item.text), item.line});
      }
      line += static_cast<int>(std::count(column.begin(), column.end(), '\n'));
      begin = end + 1;
      ++part;
    }
  }
}

void read_grammar(Reader& reader, const std::string& file, const toml::table& table, LexiconTable& lexicon) {
  for (const auto& [key, node] : table) {
    const std::string_view name = key.str();  // clang 14 captures no structured binding
    const std::optional<Item> value = reader.text(file, name, node);
    if (!value) continue;
    const auto list = [&](std::vector<std::string>& into) {
      for (Item& item : split_list(value->text, value->line)) into.push_back(std::move(item.text));
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

void read_lexicon(Reader& reader, const std::string& file, KnowledgeTables& tables) {
  const std::optional<toml::table> root = reader.open(file);
  if (!root) return;
  LexiconTable lexicon;
  lexicon.file = file;
  for (const auto& [key, node] : *root) {
    const toml::table* table = node.as_table();
    if (table == nullptr) {
      const std::optional<Item> value = reader.text(file, key.str(), node);
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
        const std::optional<Item> value = reader.text(file, category.str(), list);
        if (!value) continue;
        for (Item& item : split_list(value->text, value->line)) {
          lexicon.rows.push_back({std::string(category.str()), std::move(item.text), item.line});
        }
      }
    }
  }
  if (lexicon.language != fs::path(file).stem().string()) {
    reader.mistake(file, 1, "language = \"" + lexicon.language + "\" does not fit the file's name");
  }
  tables.lexicons.push_back(std::move(lexicon));
}

std::vector<std::string> texts_of(std::vector<Item> items) {
  std::vector<std::string> out;
  for (Item& item : items) out.push_back(std::move(item.text));
  return out;
}

// "RU (cfr, misp); IL (misp)"
void read_sponsors(Reader& reader, const std::string& file, const Item& value, ActorRow& row) {
  for (const Item& claim : split_list(value.text, value.line, ';')) {
    const std::size_t open = claim.text.find('(');
    const std::string state(trim_ascii(std::string_view(claim.text).substr(0, open)));
    if (open == std::string::npos || claim.text.back() != ')') {
      reader.mistake(file, claim.line, "sponsor \"" + claim.text + "\" does not read \"CC (source, source)\"");
      continue;
    }
    for (const Item& source :
         split_list(std::string_view(claim.text).substr(open + 1, claim.text.size() - open - 2), claim.line)) {
      row.sponsors.emplace_back(state, source.text);
    }
  }
}

void read_actors(Reader& reader, const std::string& file, KnowledgeTables& tables) {
  const std::optional<toml::table> root = reader.open(file);
  if (!root) return;
  const toml::table* actors = (*root)["actors"].as_table();
  if (actors == nullptr) return reader.mistake(file, 0, "no [actors] table");
  for (const auto& [key, node] : *actors) {
    const std::optional<Item> value = reader.text(file, key.str(), node);
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

// Names that are words of a language, whoever bears them; a name that nobody bears is a slip of the pen.
void mark_ordinary(Reader& reader, const std::string& file, const Item& list, std::vector<ActorRow>& actors) {
  std::map<std::string, std::size_t, std::less<>> bearers;
  for (std::size_t i = 0; i < actors.size(); ++i) {
    bearers.emplace(fold(actors[i].canonical), i);
    for (const std::string& alias : actors[i].aliases) bearers.emplace(fold(alias), i);
  }
  for (Item& name : split_list(list.text, list.line)) {
    const auto bearer = bearers.find(fold(name.text));
    if (bearer == bearers.end()) {
      reader.mistake(file, name.line, "no actor bears the name \"" + name.text + "\"");
    } else {
      actors[bearer->second].ordinary.push_back(std::move(name.text));
    }
  }
}

// Names that a catalogue holds for ordinary words and that mean nothing else in the news.
void mark_distinct(const Item& list, std::vector<ActorRow>& actors) {
  for (const Item& name : split_list(list.text, list.line)) {
    const std::string key = fold(name.text);
    for (ActorRow& actor : actors) {
      std::erase_if(actor.ordinary, [&](const std::string& word) { return fold(word) == key; });
    }
  }
}

void read_actor_names(Reader& reader, const std::string& file, KnowledgeTables& tables) {
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
      const std::optional<Item> value = reader.text(file, key.str(), list);
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
        for (Item& item : split_list(value->text, value->line)) {
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

void read_state_services(Reader& reader, const std::string& file, KnowledgeTables& tables) {
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
      const std::optional<Item> value = reader.text(file, key.str(), list);
      if (!value) continue;
      for (Item& item : split_list(value->text, value->line)) {
        tables.states.push_back({std::string(key.str()), part->second, std::move(item.text), item.line});
      }
    }
  }
}

}  // namespace

LoadedTables read_tables(const KnowledgeFiles& files) {
  Reader reader;
  LoadedTables loaded;
  std::vector<std::string> lexicons;
  std::error_code failed;
  for (fs::directory_iterator at(files.lexicons, failed), end; !failed && at != end; at.increment(failed)) {
    if (at->path().extension() == ".toml") lexicons.push_back(at->path().string());
  }
  std::sort(lexicons.begin(), lexicons.end());
  if (lexicons.empty()) reader.mistake(files.lexicons, 0, "no lexicon in this folder");
  for (const std::string& file : lexicons) read_lexicon(reader, file, loaded.tables);
  read_state_services(reader, files.states, loaded.tables);
  read_actors(reader, files.actors, loaded.tables);
  const fs::path names = fs::path(files.actors).parent_path() / "actor_names.toml";
  if (fs::exists(names, failed)) read_actor_names(reader, names.string(), loaded.tables);
  std::array<char, 17> version{};
  std::snprintf(version.data(), version.size(), "%016llx", static_cast<unsigned long long>(reader.hash_));
  loaded.tables.version = version.data();
  loaded.mistakes = std::move(reader.mistakes_);
  for (classifier::TableMistake& mistake : classifier::check_tables(loaded.tables)) {
    loaded.mistakes.push_back({std::move(mistake.file), mistake.line, std::move(mistake.message)});
  }
  std::stable_sort(loaded.mistakes.begin(), loaded.mistakes.end(), [](const Mistake& a, const Mistake& b) {
    return std::tie(a.file, a.line) < std::tie(b.file, b.line);
  });
  return loaded;
}

Expected<Knowledge> load_knowledge(const KnowledgeFiles& files, UrlRules url_rules) {
  LoadedTables loaded = read_tables(files);
  if (!loaded.mistakes.empty()) {
    const std::size_t others = loaded.mistakes.size() - 1;
    return failure(
        ErrorKind::invalid_config,
        to_string(loaded.mistakes.front()) + (others > 0 ? " (and " + std::to_string(others) + " more mistakes)" : ""));
  }
  return Knowledge{classifier::Classifier::build_checked(std::move(loaded.tables)), std::move(url_rules),
                   std::make_shared<const SiteRules>(files.sites)};
}

}  // namespace vigie
