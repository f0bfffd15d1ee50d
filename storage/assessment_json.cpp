#include "storage/assessment_json.h"

#include <nlohmann/json.hpp>

#include "model/time.h"

namespace vigie::storage {
namespace {

using Json = nlohmann::json;

// Bytes that are no UTF-8 are replaced, never thrown at: what is stored has passed many hands.
std::string dump(const Json& json) {
  return json.empty() ? std::string() : json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json parsed(std::string_view text) {
  Json json = Json::parse(text, nullptr, false);
  return json.is_discarded() ? Json() : json;
}

void put(Json& json, const char* name, const std::string& value) {
  if (!value.empty()) json[name] = value;
}
void put(Json& json, const char* name, const std::vector<std::string>& value) {
  if (!value.empty()) json[name] = value;
}

std::string text_of(const Json& json, const char* name) {
  const auto found = json.is_object() ? json.find(name) : json.end();
  return json.is_object() && found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
}

double number_of(const Json& json, const char* name) {
  const auto found = json.is_object() ? json.find(name) : json.end();
  return json.is_object() && found != json.end() && found->is_number() ? found->get<double>() : 0.0;
}

const Json& array_of(const Json& json, const char* name) {
  static const Json k_none = Json::array();
  const auto found = json.is_object() ? json.find(name) : json.end();
  return json.is_object() && found != json.end() && found->is_array() ? *found : k_none;
}

std::vector<std::string> strings(const Json& array) {
  std::vector<std::string> out;
  for (const Json& item : array) {
    if (item.is_string()) out.push_back(item.get<std::string>());
  }
  return out;
}

// [begin, end] in the text, [begin, end, 1] in the title.
Json span_json(const Span& span) {
  Json json = {span.begin, span.end};
  if (span.field == Span::Field::title) json.push_back(1);
  return json;
}

Span read_span(const Json& json) {
  Span span;
  if (!json.is_array() || json.size() < 2 || !json[0].is_number() || !json[1].is_number()) return span;
  span.begin = json[0].get<std::uint32_t>();
  span.end = json[1].get<std::uint32_t>();
  if (json.size() > 2) span.field = Span::Field::title;
  return span;
}

Span span_of(const Json& json) {
  const auto found = json.is_object() ? json.find("span") : json.end();
  return json.is_object() && found != json.end() ? read_span(*found) : Span{};
}

Json party_json(const Party& party) {
  Json json = Json::object();
  put(json, "name", party.name);
  put(json, "state", party.state);
  put(json, "kind", party.kind);
  put(json, "sector", party.sector);
  put(json, "host", party.host);
  if (party.span.end != 0) json["span"] = span_json(party.span);
  return json;
}

Party read_party(const Json& json) {
  return {text_of(json, "name"),   text_of(json, "state"), text_of(json, "kind"),
          text_of(json, "sector"), span_of(json),          text_of(json, "host")};
}

Json evidence_list(const std::vector<Evidence>& list) {
  Json json = Json::array();
  for (const Evidence& evidence : list) {
    Json item = {{"span", span_json(evidence.span)}, {"rule", evidence.rule}};
    if (evidence.weight != 0) item["weight"] = evidence.weight;
    json.push_back(std::move(item));
  }
  return json;
}

std::vector<Evidence> read_evidence_array(const Json& array) {
  std::vector<Evidence> out;
  for (const Json& item : array) out.push_back({span_of(item), text_of(item, "rule"), number_of(item, "weight")});
  return out;
}

Json actor_json(const ActorMention& actor) {
  Json json = {{"name", actor.canonical}, {"as", actor.surface}, {"span", span_json(actor.span)}};
  if (!actor.known) json["known"] = false;
  put(json, "alternatives", actor.alternatives);
  put(json, "sponsors", actor.sponsors);
  put(json, "sponsor_sources", actor.sponsor_sources);
  return json;
}

ActorMention read_actor(const Json& json) {
  ActorMention actor;
  actor.canonical = text_of(json, "name");
  actor.surface = text_of(json, "as");
  actor.span = span_of(json);
  actor.known = !(json.is_object() && json.value("known", Json(true)) == Json(false));
  actor.alternatives = strings(array_of(json, "alternatives"));
  actor.sponsors = strings(array_of(json, "sponsors"));
  actor.sponsor_sources = strings(array_of(json, "sponsor_sources"));
  return actor;
}

void put_date(Json& json, const char* name, const std::optional<Date>& date) {
  if (date) json[name] = {date->at.time_since_epoch().count(), static_cast<int>(date->precision), date->zone_known};
}

std::optional<Date> read_date(const Json& json, const char* name) {
  const Json& array = array_of(json, name);
  if (array.size() != 3 || !array[0].is_number_integer() || !array[1].is_number_integer() || !array[2].is_boolean()) {
    return std::nullopt;
  }
  const int precision = std::clamp(array[1].get<int>(), 0, static_cast<int>(Precision::second));
  return Date{Time(seconds(array[0].get<std::int64_t>())), static_cast<Precision>(precision), array[2].get<bool>()};
}

}  // namespace

std::string judgement_json(const Assessment& assessment) {
  Json json = Json::object();
  put(json, "language", assessment.language);
  put(json, "lexicon", assessment.lexicon_version);
  // Stories are made of relevant articles only.
  if (assessment.relevant) put(json, "topics", assessment.topics);
  for (const Party& body : assessment.victim_bodies) json["victim_bodies"].push_back(party_json(body));
  for (const ActorMention& actor : assessment.actor_mentions) json["actor_mentions"].push_back(actor_json(actor));
  for (const Indicator& indicator : assessment.indicators) {
    json["indicators"].push_back(
        {{"kind", indicator.kind}, {"value", indicator.value}, {"span", span_json(indicator.span)}});
  }
  return dump(json);
}

void read_judgement(std::string_view text, Assessment& assessment) {
  const Json json = parsed(text);
  assessment.language = text_of(json, "language");
  assessment.lexicon_version = text_of(json, "lexicon");
  assessment.topics = strings(array_of(json, "topics"));
  for (const Json& body : array_of(json, "victim_bodies")) assessment.victim_bodies.push_back(read_party(body));
  for (const Json& actor : array_of(json, "actor_mentions")) assessment.actor_mentions.push_back(read_actor(actor));
  for (const Json& item : array_of(json, "indicators")) {
    assessment.indicators.push_back({text_of(item, "kind"), text_of(item, "value"), span_of(item)});
  }
}

std::string evidence_json(const Assessment& assessment) {
  Json json = Json::object();
  for (const StateMention& mention : assessment.state_mentions) {
    json["state_mentions"].push_back(
        {{"code", mention.code}, {"span", span_json(mention.span)}, {"rule", mention.rule}});
  }
  if (!assessment.evidence.empty()) json["evidence"] = evidence_list(assessment.evidence);
  return dump(json);
}

void read_evidence(std::string_view text, Assessment& assessment) {
  const Json json = parsed(text);
  for (const Json& item : array_of(json, "state_mentions")) {
    assessment.state_mentions.push_back({text_of(item, "code"), span_of(item), text_of(item, "rule")});
  }
  assessment.evidence = read_evidence_array(array_of(json, "evidence"));
}

std::string attribution_json(const Attribution& attribution) {
  Json json = Json::object();
  json["attributor"] = party_json(attribution.attributor);
  put(json, "accused_states", attribution.accused_states);
  put(json, "actors", attribution.actors);
  put(json, "victim_states", attribution.victim_states);
  for (const Party& victim : attribution.victims) json["victims"].push_back(party_json(victim));
  put(json, "date", attribution.date);
  return dump(json);
}

Attribution read_attribution(std::string_view text) {
  const Json json = parsed(text);
  Attribution attribution;
  if (json.is_object() && json.contains("attributor")) attribution.attributor = read_party(json["attributor"]);
  attribution.accused_states = strings(array_of(json, "accused_states"));
  attribution.actors = strings(array_of(json, "actors"));
  attribution.victim_states = strings(array_of(json, "victim_states"));
  for (const Json& victim : array_of(json, "victims")) attribution.victims.push_back(read_party(victim));
  attribution.date = text_of(json, "date");
  attribution.evidence = read_evidence_array(array_of(json, "evidence"));
  return attribution;
}

std::string evidence_list_json(const std::vector<Evidence>& list) {
  return list.empty() ? std::string() : dump(evidence_list(list));
}

std::vector<Evidence> read_evidence_list(std::string_view text) {
  const Json json = parsed(text);
  return json.is_array() ? read_evidence_array(json) : std::vector<Evidence>();
}

std::string list_json(const std::vector<std::string>& list) { return list.empty() ? std::string() : dump(Json(list)); }

std::vector<std::string> read_list(std::string_view text) {
  if (text.empty()) return {};
  const Json json = parsed(text);
  return json.is_array() ? strings(json) : std::vector<std::string>();
}

std::string entry_json(const FeedEntry& entry) {
  Json json = Json::object();
  put(json, "id", entry.id);
  put(json, "url", entry.url);
  put(json, "title", entry.title);
  put(json, "summary", entry.summary);
  put(json, "content", entry.content);
  put(json, "author", entry.author);
  put(json, "language", entry.language);
  put(json, "categories", entry.categories);
  put_date(json, "published", entry.published);
  put_date(json, "updated", entry.updated);
  return dump(json);
}

FeedEntry read_entry(std::string_view text) {
  const Json json = parsed(text);
  FeedEntry entry;
  entry.id = text_of(json, "id");
  entry.url = text_of(json, "url");
  entry.title = text_of(json, "title");
  entry.summary = text_of(json, "summary");
  entry.content = text_of(json, "content");
  entry.author = text_of(json, "author");
  entry.language = text_of(json, "language");
  entry.categories = strings(array_of(json, "categories"));
  entry.published = read_date(json, "published");
  entry.updated = read_date(json, "updated");
  return entry;
}

}  // namespace vigie::storage
