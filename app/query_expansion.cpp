#include "app/query_expansion.h"

#include <map>

#include "app/knowledge.h"
#include "app/session.h"
#include "model/text.h"

namespace vigie {
namespace {

using storage::NamedPhrase;
using storage::QueryExpansion;

// A lexicon entry as a phrase to search for: wildcards, gaps and alternatives have no form in a phrase, so the first
// alternative stands for its word and an entry with a gap is left out.
std::string searchable(const std::string& entry) {
  std::string out;
  for (std::size_t at = 0; at < entry.size(); ++at) {
    if (entry[at] == '{') {
      const std::size_t end = entry.find('}', at);
      const std::size_t comma = entry.find(',', at);
      if (end == std::string::npos) return {};
      out += entry.substr(at + 1, std::min(comma, end) - at - 1);
      at = end;
    } else if (entry[at] == '.' && entry.compare(at, 2, "..") == 0) {
      return {};
    } else if (entry[at] == '*') {
      if (at == 0 || at + 1 == entry.size() || entry[at + 1] != ' ') {
        if (at == 0) return {};
      }
    } else if (entry[at] != '=') {
      out += entry[at];
    }
  }
  return collapse_space(out);
}

std::string key_of(const std::string& name) { return collapse_space(fold(name)); }

void add_actors(QueryExpansion& expansion, const classifier::KnowledgeTables& tables) {
  for (const classifier::ActorRow& actor : tables.actors) {
    std::vector<NamedPhrase> names{{actor.canonical, ""}};
    for (const std::string& alias : actor.aliases) names.push_back({alias, ""});
    for (const NamedPhrase& name : names) {
      const std::string key = key_of(name.text);
      std::vector<NamedPhrase>& known = expansion.names[key];
      known.insert(known.end(), names.begin(), names.end());
      expansion.actors[key].push_back(actor.canonical);
    }
  }
}

void add_states(QueryExpansion& expansion, const classifier::KnowledgeTables& tables) {
  std::map<std::string, std::vector<NamedPhrase>> by_code;
  for (const classifier::LexiconTable& lexicon : tables.lexicons) {
    for (const classifier::StateRow& row : lexicon.states) {
      const std::string name = searchable(row.entry);
      if (row.part != classifier::StateRow::Part::name || name.empty()) continue;
      by_code[row.code].push_back({name, lexicon.language});
    }
  }
  for (const auto& [code, names] : by_code) {
    expansion.states.emplace(key_of(code), code);
    for (const NamedPhrase& name : names) {
      const std::string key = key_of(name.text);
      expansion.states.emplace(key, code);
      std::vector<NamedPhrase>& known = expansion.names[key];
      if (known.empty()) known = names;
    }
  }
}

void add_concepts(QueryExpansion& expansion, const classifier::KnowledgeTables& tables) {
  // Names an analyst would type, beside the lexicons' own categories.
  const std::map<std::string, std::string> k_names{{"operation", "cyberattack"}, {"deny", "denial"},
                                                   {"accuse", "accusation"},     {"sanction", "sanction"},
                                                   {"indict", "indictment"},     {"advisory", "advisory"}};
  for (const classifier::LexiconTable& lexicon : tables.lexicons) {
    for (const classifier::LexiconRow& row : lexicon.rows) {
      const std::string phrase = searchable(row.entry);
      if (phrase.empty()) continue;
      expansion.concepts[row.category].push_back({phrase, lexicon.language});
      const auto name = k_names.find(row.category);
      if (name != k_names.end()) expansion.concepts[name->second].push_back({phrase, lexicon.language});
    }
  }
}

}  // namespace

QueryExpansion query_expansion(const Config& config) {
  const LoadedTables loaded = read_tables(knowledge_files(config));
  QueryExpansion expansion;
  add_actors(expansion, loaded.tables);
  add_states(expansion, loaded.tables);
  add_concepts(expansion, loaded.tables);
  return expansion;
}

}  // namespace vigie
