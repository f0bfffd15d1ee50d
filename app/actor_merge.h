#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "classifier/tables.h"
#include "parsers/threat_catalogue.h"

namespace vigie {

/// What a catalogue adds to a file of actors.
struct ActorMerge {
  std::string text;  // the whole file as it would be
  std::size_t new_actors = 0;
  std::size_t new_names = 0;
  std::size_t new_claims = 0;
  std::vector<std::string> changes;  // one line each, for people, in order of the catalogue
  std::vector<std::string> left;     // what could not be added, and why
};

/// Merges `catalogue` into `text`, the content of `file` (actors.toml's form). `rows`: all actors known, from that file
/// and from those beside it. Nothing that stands in the file is changed or removed: names and sponsor claims are added
/// to the row of an actor that bears the same name, others become new rows at the end. A new name that looks like an
/// ordinary word is marked as one. Pure.
ActorMerge merge_actors(std::string_view text, const std::string& file, const std::vector<classifier::ActorRow>& rows,
                        const parsers::ThreatCatalogue& catalogue);

}  // namespace vigie
