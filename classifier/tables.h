#pragma once

#include <string>
#include <utility>
#include <vector>

namespace vigie::classifier {

/// One entry of a lexicon as a person wrote it (docs/lexicons.md), with the line it stands on.
struct LexiconRow {
  std::string category;  // the key it stands under, e.g. "operation"
  std::string entry;     // "attaque{,s} informatique{,s}"
  int line = 0;          // counts from 1
};

/// One entry of a state in a lexicon or in states.toml.
struct StateRow {
  enum class Part { name, adjective, seat, service };
  std::string code;  // ISO 3166-1 alpha-2, "EU" or "XK"
  Part part = Part::name;
  std::string entry;
  int line = 0;
};

/// One lexicon file. `language` "mul" holds what is the same in every language.
struct LexiconTable {
  std::string file;                   // for messages
  std::string language;               // BCP 47 primary subtag
  std::string name;                   // in English, for people
  std::string order = "svo";          // svo, sov, vso
  std::string adjective = "before";   // before, after, both
  std::vector<std::string> prefixes;  // clitics glued before words
  std::vector<std::string> suffixes;  // particles glued behind words
  std::vector<std::string> months;    // twelve, in order, or none
  std::vector<LexiconRow> rows;
  std::vector<StateRow> states;
};

/// What catalogues say of one actor.
struct ActorRow {
  std::string canonical;
  std::string kind;  // "state", "crime", "hacktivism" or empty when no catalogue says
  std::vector<std::pair<std::string, std::string>> sponsors;  // ISO code, source ("misp", "cfr", "mitre" …)
  std::vector<std::string> aliases;
  std::vector<std::string> ordinary;  // of the names, those that are ordinary words: they need a cyber or actor context
  std::string file;
  int line = 0;
};

/// Everything a classifier is built from.
struct KnowledgeTables {
  std::vector<LexiconTable> lexicons;
  std::string states_file;
  std::vector<StateRow> states;  // services and units, the same in every language
  std::vector<ActorRow> actors;
  std::string version;  // hash of the files, for Assessment::lexicon_version
};

}  // namespace vigie::classifier
