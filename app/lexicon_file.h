#pragma once

#include <string>

#include "app/table_reader.h"
#include "classifier/tables.h"

namespace vigie {

/// Adds the lexicon of one language to `tables`. Every mistake is noted; what could be read is added all the same.
void read_lexicon(TableReader& reader, const std::string& file, classifier::KnowledgeTables& tables);

/// Adds what names states in any language: services, seats and names of states.toml.
void read_state_services(TableReader& reader, const std::string& file, classifier::KnowledgeTables& tables);

}  // namespace vigie
