#include "classifier/tables.h"

#include <algorithm>
#include <map>
#include <set>

#include "classifier/assess.h"
#include "classifier/category.h"
#include "classifier/entry.h"
#include "classifier/states.h"
#include "model/text.h"

namespace vigie::classifier {
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

std::string unknown_category(const std::string& category) {
  std::string best;
  std::size_t least = category.size() / 2 + 1;
  for (const std::string& name : category_names()) {
    const std::size_t distance = edit_distance(category, name);
    if (distance < least) {
      least = distance;
      best = name;
    }
  }
  return "unknown category \"" + category + "\"" + (best.empty() ? "" : ", did you mean \"" + best + "\"?");
}

class Checker {
 public:
  void lexicon(const LexiconTable& table);
  void states(const std::string& file, const std::vector<StateRow>& rows);
  void actors(const std::vector<ActorRow>& rows);
  std::vector<TableMistake> mistakes;

 private:
  void entry(const std::string& file, int line, const std::string& text) {
    std::string error;
    reader_.check(text, error);
    if (!error.empty()) mistakes.push_back({file, line, "entry \"" + text + "\": " + error});
  }
  EntryReader reader_;
};

void Checker::lexicon(const LexiconTable& table) {
  std::set<std::string> told;
  for (const LexiconRow& row : table.rows) {
    if (!category_from(row.category) && told.insert(row.category).second) {
      mistakes.push_back({table.file, row.line, unknown_category(row.category)});
    }
    entry(table.file, row.line, row.entry);
  }
  states(table.file, table.states);
}

void Checker::states(const std::string& file, const std::vector<StateRow>& rows) {
  for (const StateRow& row : rows) {
    if (!is_state_code(row.code)) {
      mistakes.push_back({file, row.line, "\"" + row.code + "\" is no ISO 3166-1 alpha-2 code, EU or XK"});
      continue;
    }
    entry(file, row.line, row.entry);
  }
}

void Checker::actors(const std::vector<ActorRow>& rows) {
  std::map<std::string, int> lines;
  for (const ActorRow& row : rows) {
    const auto [at, added] = lines.emplace(fold(row.canonical), row.line);
    if (!added)
      mistakes.push_back(
          {row.file, row.line, "actor \"" + row.canonical + "\" stands already in line " + std::to_string(at->second)});
    if (!row.kind.empty() && row.kind != "state" && row.kind != "crime" && row.kind != "hacktivism") {
      mistakes.push_back(
          {row.file, row.line,
           "actor \"" + row.canonical + "\" cannot be of kind \"" + row.kind + "\": state, crime or hacktivism"});
    }
    for (const auto& [state, source] : row.sponsors) {
      if (!is_state_code(state))
        mistakes.push_back({row.file, row.line,
                            "sponsor \"" + state + "\" of \"" + row.canonical + "\" is no ISO 3166-1 alpha-2 code"});
    }
    if (row.canonical.size() > 200) mistakes.push_back({row.file, row.line, "an actor's name is over 200 bytes"});
  }
}

}  // namespace

std::vector<TableMistake> check_tables(const KnowledgeTables& tables) {
  Checker checker;
  std::set<std::string> languages;
  for (const LexiconTable& table : tables.lexicons) {
    if (!languages.insert(table.language).second)
      checker.mistakes.push_back({table.file, 1, "a second lexicon for \"" + table.language + "\""});
    checker.lexicon(table);
  }
  checker.states(tables.states_file, tables.states);
  checker.actors(tables.actors);
  return std::move(checker.mistakes);
}

}  // namespace vigie::classifier
