#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "digest/compose.h"

namespace vigie::digest {
namespace {

using Json = nlohmann::json;

std::vector<std::string> sorted(std::vector<std::string> values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
  return values;
}

std::vector<std::string> texts(const Json& object, const char* key) {
  std::vector<std::string> out;
  const auto found = object.find(key);
  if (found == object.end() || !found->is_array()) return out;
  for (const Json& value : *found) {
    if (value.is_string()) out.push_back(value.get<std::string>());
  }
  return out;
}

}  // namespace

ToldStory told_state(const DigestEntry& entry, Time told_at) {
  ToldStory told;
  told.story = entry.story;
  told.told_at = told_at;
  for (const Statement& statement : entry.statements) told.statements.push_back(statement_key(statement));
  for (const ActorMention& actor : entry.actors) told.actors.push_back(actor.canonical);
  for (const DigestSource& source : entry.sources) {
    if (!source.language.empty()) told.languages.push_back(source.language.substr(0, source.language.find('-')));
  }
  told.statements = sorted(std::move(told.statements));
  told.actors = sorted(std::move(told.actors));
  told.languages = sorted(std::move(told.languages));
  told.accused = sorted(entry.accused_states);
  told.victims = sorted(entry.victim_states);
  told.independent_sources = entry.facts.independent_sources;
  told.headline = entry.headline;
  return told;
}

std::string write_told(const ToldStory& told) {
  return Json{{"story", told.story},           {"told_at", format_iso8601(told.told_at)},
              {"statements", told.statements}, {"actors", told.actors},
              {"accused", told.accused},       {"victims", told.victims},
              {"languages", told.languages},   {"independent_sources", told.independent_sources},
              {"headline", told.headline}}
      .dump(-1, ' ', false, Json::error_handler_t::replace);
}

Expected<ToldStory> read_told(std::string_view json) {
  const Json object = Json::parse(json, nullptr, false);
  if (!object.is_object()) return failure(ErrorKind::malformed, "cannot read what a digest told: not a JSON object");
  ToldStory told;
  const auto at = parse_iso8601(object.value("told_at", Json("")).is_string() ? object.value("told_at", "") : "");
  if (!object.contains("story") || !object["story"].is_number_integer() || !at) {
    return failure(ErrorKind::malformed, "cannot read what a digest told: no story or no time");
  }
  told.story = object["story"].get<std::int64_t>();
  told.told_at = at->at;
  told.statements = texts(object, "statements");
  told.actors = texts(object, "actors");
  told.accused = texts(object, "accused");
  told.victims = texts(object, "victims");
  told.languages = texts(object, "languages");
  if (const auto n = object.find("independent_sources"); n != object.end() && n->is_number_integer()) {
    told.independent_sources = n->get<int>();
  }
  if (const auto headline = object.find("headline"); headline != object.end() && headline->is_string()) {
    told.headline = headline->get<std::string>();
  }
  return told;
}

}  // namespace vigie::digest
