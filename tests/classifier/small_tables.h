#pragma once

#include <string>
#include <utility>
#include <vector>

#include "classifier/tables.h"

/// Tables of a few words, so that a test shows every word its rule rests on.
inline vigie::classifier::LexiconTable small_lexicon(std::string language,
                                                     std::vector<std::pair<std::string, std::string>> rows) {
  using vigie::classifier::StateRow;
  vigie::classifier::LexiconTable table;
  table.language = language;
  table.file = language + ".toml";
  table.name = language;
  int line = 0;
  for (auto& [category, entry] : rows) table.rows.push_back({category, entry, ++line});
  table.states = {{"RU", StateRow::Part::name, "Russia", 1},      {"RU", StateRow::Part::adjective, "Russian", 1},
                  {"RU", StateRow::Part::seat, "Moscow", 1},      {"RU", StateRow::Part::service, "=GRU", 1},
                  {"CN", StateRow::Part::name, "China", 2},       {"CN", StateRow::Part::adjective, "Chinese", 2},
                  {"US", StateRow::Part::name, "=US", 3},         {"US", StateRow::Part::service, "=NSA", 3},
                  {"IR", StateRow::Part::name, "Iran", 4},        {"IR", StateRow::Part::adjective, "Iranian", 4},
                  {"AL", StateRow::Part::name, "Albania", 5},     {"NO", StateRow::Part::adjective, "Norwegian", 6},
                  {"NO", StateRow::Part::name, "Norway", 6},      {"BE", StateRow::Part::name, "Belgium", 7},
                  {"KP", StateRow::Part::name, "North Korea", 8}, {"KR", StateRow::Part::name, "Korea", 9}};
  return table;
}

inline vigie::classifier::KnowledgeTables small_tables() {
  vigie::classifier::KnowledgeTables tables;
  tables.version = "test";
  tables.lexicons.push_back(small_lexicon("en", {{"operation", "cyberattack{,s}"},
                                                 {"operation", "hacked"},
                                                 {"operation", "malware"},
                                                 {"operation_weak", "attack{,s}"},
                                                 {"cyber", "server{,s}"},
                                                 {"cyber", "network{,s}"},
                                                 {"hacker", "hacker{,s}"},
                                                 {"hacker", "hacking group"},
                                                 {"group", "group"},
                                                 {"hack", "hacked"},
                                                 {"attack", "attack{,s,ed,ing}"},
                                                 {"attack", "hit"},
                                                 {"suffer", "was hit by"},
                                                 {"sponsored", "state-sponsored"},
                                                 {"link", "linked to"},
                                                 {"link_after", "linked"},
                                                 {"behind", "is behind"},
                                                 {"service", "intelligence service{,s}"},
                                                 {"accuse", "accuse{,s,d}"},
                                                 {"deny", "den{y,ies,ied}"},
                                                 {"denial", "baseless"},
                                                 {"say", "say{,s}"},
                                                 {"say", "said"},
                                                 {"sanction", "sanction{,s,ed}"},
                                                 {"indict", "charge{s,d}"},
                                                 {"against", "against"},
                                                 {"against", "attack{,s} on"},
                                                 {"among", "countries .. including"},
                                                 {"advisory", "warn{,s,ed}"},
                                                 {"spokesperson", "spokesperson"},
                                                 {"by", "by"},
                                                 {"from", "from"},
                                                 {"from", "of"},
                                                 {"parliament", "parliament"},
                                                 {"embassy", "embassy"},
                                                 {"accusation", "accusation{,s}"},
                                                 {"intelligence", "intelligence"},
                                                 {"ministry_foreign", "foreign ministry"},
                                                 {"ransomware", "ransomware"},
                                                 {"crime", "stolen cards"},
                                                 {"hacktivism", "hacktivist{,s}"},
                                                 {"pro", "pro-Russian"},
                                                 {"metaphor", "life hack*"},
                                                 {"metaphor", "heart attack*"}}));
  vigie::classifier::LexiconTable all;
  all.language = "mul";
  all.file = "mul.toml";
  all.rows = {{"vendor", "Acme Security", 1},
              {"malware", "NotPetya", 2},
              {"vulnerability_name", "ProxyLogon", 3},
              {"product", "Exchange", 4}};
  tables.lexicons.push_back(std::move(all));
  tables.actors = {
      {"APT28", "state", {{"RU", "misp"}, {"RU", "mitre"}}, {"Fancy Bear", "MuddyPaw"}, {}, "actors.toml", 1},
      {"APT27", "state", {{"CN", "misp"}}, {"LuckyMouse"}, {}, "actors.toml", 2},
      {"APT30", "state", {{"CN", "misp"}}, {}, {}, "actors.toml", 3},
      {"Sandworm", "state", {{"RU", "cfr"}}, {}, {"Sandworm"}, "actors.toml", 4},
      {"Bear Twin", "state", {{"RU", "misp"}}, {"Shared Name"}, {}, "actors.toml", 5},
      {"Panda Twin", "state", {{"CN", "misp"}}, {"Shared Name"}, {}, "actors.toml", 6},
      {"UNC7314", "state", {{"CN", "misp"}}, {}, {}, "actors.toml", 7},
      {"Coin Gang", "crime", {{"RU", "misp"}}, {}, {}, "actors.toml", 8},
      {"OceanLotus", "state", {{"VN", "misp"}}, {"海莲花"}, {}, "actors.toml", 9}};
  return tables;
}
