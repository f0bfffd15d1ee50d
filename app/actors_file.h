#pragma once

#include <string>

#include "app/table_reader.h"
#include "classifier/tables.h"

namespace vigie {

/// Adds the actors of actors.toml to `tables`. Every mistake is noted; what could be read is added all the same.
void read_actors(TableReader& reader, const std::string& file, classifier::KnowledgeTables& tables);

/// Adds what actor_names.toml says of them: further names, kinds, sponsors, and which names are ordinary words.
void read_actor_names(TableReader& reader, const std::string& file, classifier::KnowledgeTables& tables);

}  // namespace vigie
