#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "model/error.h"

namespace vigie::parsers {

/// One group of attackers as a public catalogue tells it.
struct CatalogueActor {
  std::string name;
  std::vector<std::string> aliases;  // without the name itself, each once
  std::string sponsor;               // ISO 3166-1 alpha-2, or empty where the catalogue names none
  std::string kind;                  // "state", "crime", "hacktivism", or empty where the catalogue does not say
};

struct ThreatCatalogue {
  std::string source;  // who makes the claims: "misp" or "mitre"
  std::vector<CatalogueActor> actors;
};

/// Reads a MISP galaxy cluster of threat actors (threat-actor.json) or a STIX 2.x bundle with intrusion sets (MITRE
/// ATT&CK). Revoked and deprecated groups are left out; names are one line, at most 200 bytes, without the characters
/// that mean something in actors.toml. Errors: malformed (no JSON, or nothing of either kind in it), limit (nested over
/// 64 deep, over 20,000 groups).
Expected<ThreatCatalogue> read_threat_catalogue(std::string_view json);

}  // namespace vigie::parsers
