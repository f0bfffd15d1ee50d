#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/site_rules.h"
#include "app/toml_reader.h"
#include "classifier/assess.h"
#include "classifier/tables.h"
#include "model/error.h"
#include "model/url_rules.h"

namespace vigie {

/// Where the tables of the judgement stand.
struct KnowledgeFiles {
  std::string lexicons;  // folder of <language>.toml
  std::string states;    // states.toml
  std::string actors;    // actors.toml; actor_names.toml beside it is read where present
  std::string sites{};   // folder of site rules
};

/// All that reading and judging rests on besides the document itself. Immutable, shared by the workers.
struct Knowledge {
  classifier::Classifier classifier;
  UrlRules url_rules;
  std::shared_ptr<const SiteRules> site_rules;
};

/// The tables as they stand in the files. With mistakes, `tables` holds what could be read, for further checks.
struct LoadedTables {
  classifier::KnowledgeTables tables;
  std::vector<Mistake> mistakes;  // sorted by file and line
};

/// Reads lexicons, states and actors and collects every mistake: of TOML, of structure, of entries. Never throws.
LoadedTables read_tables(const KnowledgeFiles& files);

/// Reads and compiles; `url_rules` are the configuration's. Errors: invalid_config with the first mistake and the
/// number of others.
Expected<Knowledge> load_knowledge(const KnowledgeFiles& files, UrlRules url_rules);

}  // namespace vigie
