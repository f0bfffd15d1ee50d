#include <algorithm>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>

#include "digest/export_view.h"
#include "digest/outside_text.h"
#include "digest/stable_id.h"
#include "digest/stix_observables.h"
#include "digest/victims.h"
#include "model/text.h"

namespace vigie::digest {
namespace {

using Json = nlohmann::ordered_json;

/// Objects that stand for things of the world (states, bodies, groups) have no date of their own: one constant date of
/// creation keeps a second export, from another archive too, equal.
constexpr const char* k_created = "2020-01-01T00:00:00.000Z";

class Bundle {
 public:
  explicit Bundle(const ExportOptions& options) : options_(options) {
    producer_ = identity("producer:vigie", "vigie", "system", "");
  }

  void add_story(const Story& story);
  std::string text() const {
    std::string all;
    for (const auto& [id, place] : places_) all += id + "\n";
    const Json bundle{{"type", "bundle"}, {"id", "bundle--" + stable_uuid("bundle:" + all)}, {"objects", objects_}};
    return bundle.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
  }

 private:
  /// Adds the object unless it is there; its id either way.
  std::string add(Json object) {
    std::string id = object["id"].get<std::string>();
    if (places_.emplace(id, objects_.size()).second) objects_.push_back(std::move(object));
    return id;
  }

  Json start(const char* type, const std::string& key, const std::string& created, const std::string& modified) const {
    Json object{{"type", type},
                {"spec_version", "2.1"},
                {"id", std::string(type) + "--" + stable_uuid(std::string(type) + ":" + key)},
                {"created", created},
                {"modified", std::max(created, modified)}};
    if (!producer_.empty()) object["created_by_ref"] = producer_;
    return object;
  }

  std::string identity(const std::string& key, const std::string& name, const char* identity_class,
                       const char* sector) {
    Json object = start("identity", key, k_created, k_created);
    object["name"] = name;
    object["identity_class"] = identity_class;
    if (*sector != '\0') object["sectors"] = Json::array({sector});
    return add(std::move(object));
  }

  std::string location(const std::string& state) {
    Json object = start("location", state, k_created, k_created);
    object["name"] = state_name(options_.labels, state);
    if (state == "EU") {
      object["region"] = "europe";
    } else {
      object["country"] = state;
    }
    return add(std::move(object));
  }

  std::string party(const Party& who) {
    const bool official = !who.state.empty() && party_key(who).rfind("name:", 0) != 0;
    std::string id = identity(party_key(who), party_name(who, options_.labels), "organization",
                              official && who.kind != "igo" ? "government-national" : "");
    if (is_place(who.state)) relate(id, "located-at", location(who.state), "", "");
    return id;
  }

  /// The state as an actor: what an accusation without a group's name accuses, and what groups are attributed to.
  std::string state_actor(const std::string& state) {
    const std::string name = state_name(options_.labels, state);
    Json object = start("threat-actor", "state:" + state, k_created, k_created);
    object["name"] = "State-sponsored actors of " + state_name(options_.labels, state, "the");
    object["threat_actor_types"] = Json::array({"nation-state"});
    std::string id = add(std::move(object));
    Party government;
    government.state = state;
    government.kind = "state";
    relate(id, "attributed-to", party(government), "", "");
    if (is_place(state)) relate(id, "located-at", location(state), "", "");
    return id;
  }

  std::string intrusion_set(const ActorMention& actor, const StoryExport& view);
  std::string relate(const std::string& from, const char* type, const std::string& to, const std::string& key,
                     const std::string& description);
  std::vector<std::string> add_statement(const StoryExport& view, std::size_t index,
                                         const std::map<std::string, std::string>& actors);
  void add_note(const StoryExport& view, std::size_t index, std::vector<std::string> about, const std::string& report);
  std::vector<std::string> add_indicators(const StoryExport& view);
  Json references(const StoryExport& view) const;

  static bool is_place(const std::string& state) { return state.size() == 2 && state != "UN"; }

  const ExportOptions& options_;
  std::string producer_;
  Json objects_ = Json::array();
  std::map<std::string, std::size_t> places_;
};

std::string Bundle::relate(const std::string& from, const char* type, const std::string& to, const std::string& key,
                           const std::string& description) {
  Json object = start("relationship", from + "|" + type + "|" + to + "|" + key, k_created, k_created);
  object["relationship_type"] = type;
  if (!description.empty()) object["description"] = description;
  object["source_ref"] = from;
  object["target_ref"] = to;
  return add(std::move(object));
}

std::string Bundle::intrusion_set(const ActorMention& actor, const StoryExport& view) {
  std::vector<std::string> aliases;
  const auto add_alias = [&](const std::string& name) {
    const std::string clean = clean_line(name, 120);
    if (!clean.empty() && clean != actor.canonical &&
        std::find(aliases.begin(), aliases.end(), clean) == aliases.end()) {
      aliases.push_back(clean);
    }
  };
  const auto known = options_.actor_aliases.find(actor.canonical);
  if (known != options_.actor_aliases.end()) std::for_each(known->second.begin(), known->second.end(), add_alias);
  for (std::string_view rest = actor.surface; !rest.empty();) {
    const std::size_t comma = rest.find(", ");
    add_alias(std::string(rest.substr(0, comma)));
    rest = comma == std::string_view::npos ? std::string_view() : rest.substr(comma + 2);
  }
  Json object = start("intrusion-set", actor.canonical, k_created, stix_time(view.last));
  const auto place = places_.find(object["id"].get<std::string>());
  if (place != places_.end()) {
    Json& there = objects_[place->second];
    there["modified"] = std::max(there["modified"].get<std::string>(), object["modified"].get<std::string>());
    for (const std::string& alias : aliases) {
      if (!there.contains("aliases")) there["aliases"] = Json::array();
      if (std::find(there["aliases"].begin(), there["aliases"].end(), Json(alias)) == there["aliases"].end()) {
        there["aliases"].push_back(alias);
      }
    }
    return place->first;
  }
  object["name"] = clean_line(actor.canonical, 120);
  if (!aliases.empty()) object["aliases"] = aliases;
  if (!actor.sponsors.empty()) {
    std::string claim = "Catalogues that name a sponsor:";
    for (std::size_t i = 0; i < actor.sponsors.size(); ++i) {
      claim += (i == 0 ? " " : "; ") + state_name(options_.labels, actor.sponsors[i]);
      if (i < actor.sponsor_sources.size()) claim += " (" + clean_line(actor.sponsor_sources[i], 60) + ")";
    }
    object["description"] = claim + ".";
  }
  return add(std::move(object));
}

std::vector<std::string> Bundle::add_statement(const StoryExport& view, std::size_t index,
                                               const std::map<std::string, std::string>& actors) {
  const Statement& statement = view.entry.statements[index];
  const Attribution& said = statement.attribution;
  std::vector<std::string> about;
  const bool has_speaker = !said.attributor.name.empty() || !said.attributor.state.empty();
  if (has_speaker) about.push_back(party(said.attributor));
  std::vector<std::string> doers;
  for (const std::string& name : said.actors) {
    const auto found = actors.find(name);
    if (found != actors.end()) doers.push_back(found->second);
  }
  std::vector<std::string> states;
  for (const std::string& state : said.accused_states) states.push_back(state_actor(state));
  about.insert(about.end(), doers.begin(), doers.end());
  about.insert(about.end(), states.begin(), states.end());
  // A denial relates nothing: it is told in its note, about the relationships that others assert.
  if (said.act == Act::denial || said.act == Act::response) return about;
  const std::string speaker = has_speaker ? party_key(said.attributor) : "press";
  const std::string line = statement_text(view, index, options_.labels);
  for (const std::string& doer : doers) {
    // With several accused states a sentence does not say which group is whose.
    if (states.size() == 1) about.push_back(relate(doer, "attributed-to", states.front(), speaker, line));
  }
  std::vector<std::string> victims;
  for (const Party& victim : told_victims(said.victims, said.accused_states, said.attributor.state)) {
    victims.push_back(party(victim));
  }
  for (const std::string& state : said.victim_states) {
    if (is_place(state)) victims.push_back(location(state));
  }
  for (const std::string& from : doers.empty() ? states : doers) {
    for (const std::string& victim : victims) about.push_back(relate(from, "targets", victim, speaker, line));
  }
  return about;
}

void Bundle::add_note(const StoryExport& view, std::size_t index, std::vector<std::string> about,
                      const std::string& report) {
  const Statement& statement = view.entry.statements[index];
  const std::string act(to_string(statement.attribution.act));
  const std::string at = stix_time(statement.at == Time{} ? view.first : statement.at);
  Json note = start("note", view.seed + "|" + party_key(statement.attribution.attributor) + "|" + act, at, at);
  note["labels"] = Json::array({act, std::string(to_string(statement.attribution.stance))});
  note["abstract"] = statement_text(view, index, options_.labels);
  std::string content = clean_line(statement.quotation, 1000);
  if (content.empty()) content = note["abstract"].get<std::string>();
  if (statement.captured_at != Time{}) content += "\n\nCaptured " + format_iso8601(statement.captured_at) + ".";
  note["content"] = content;
  const std::string speaker = party_name(statement.attribution.attributor, options_.labels);
  if (speaker != "unknown") note["authors"] = Json::array({speaker});
  about.push_back(report);
  std::sort(about.begin(), about.end());
  about.erase(std::unique(about.begin(), about.end()), about.end());
  note["object_refs"] = about;
  const std::string url = safe_link(statement.article_url);
  if (!url.empty()) {
    const std::string publisher = clean_line(statement.publisher, 120);
    note["external_references"] =
        Json::array({{{"source_name", publisher.empty() ? "article" : publisher}, {"url", url}}});
  }
  add(std::move(note));
}

std::vector<std::string> Bundle::add_indicators(const StoryExport& view) {
  std::vector<std::string> ids;
  for (const Indicator& indicator : view.indicators) {
    const std::string value = clean_line(indicator.value, 300);
    if (value.empty()) continue;
    Json object;
    if (indicator.kind == "cve" || indicator.kind == "vulnerability") {
      object = start("vulnerability", value, k_created, k_created);
      object["name"] = value;
      if (is_cve(value))
        object["external_references"] = Json::array({{{"source_name", "cve"}, {"external_id", value}}});
    } else if (indicator.kind == "malware") {
      object = start("malware", value, k_created, k_created);
      object["name"] = value;
      object["is_family"] = true;
    } else if (indicator.kind == "tool") {
      object = start("tool", value, k_created, k_created);
      object["name"] = value;
    } else if (indicator.kind == "technique") {
      object = start("attack-pattern", value, k_created, k_created);
      object["name"] = value;
      object["external_references"] = Json::array({{{"source_name", "mitre-attack"}, {"external_id", value}}});
    } else {
      const std::string observable = stix_observable(indicator.kind, value);
      if (observable.empty()) continue;
      object = Json::parse(observable);
    }
    ids.push_back(add(std::move(object)));
  }
  return ids;
}

Json Bundle::references(const StoryExport& view) const {
  Json out = Json::array();
  for (const DigestSource& source : view.entry.sources) {
    const std::string url = safe_link(source.url);
    if (url.empty()) continue;
    const std::string publisher = clean_line(source.publisher, 120);
    out.push_back({{"source_name", publisher.empty() ? "article" : publisher},
                   {"description", clean_line(source.title, 300)},
                   {"url", url}});
  }
  return out;
}

void Bundle::add_story(const Story& story) {
  const StoryExport view = export_view(story, options_);
  Json report = start("report", view.seed, stix_time(view.first), stix_time(view.last));
  const std::string report_id = report["id"].get<std::string>();
  std::map<std::string, std::string> actors;
  for (const ActorMention& actor : view.entry.actors) actors[actor.canonical] = intrusion_set(actor, view);
  std::vector<std::string> about;
  const auto all = [&](const std::vector<std::string>& ids) { about.insert(about.end(), ids.begin(), ids.end()); };
  for (const auto& [name, id] : actors) about.push_back(id);
  for (const std::string& state : view.entry.accused_states) about.push_back(state_actor(state));
  for (const std::string& state : view.entry.victim_states) {
    if (is_place(state)) about.push_back(location(state));
  }
  for (const Party& victim : view.victims) about.push_back(party(victim));
  all(add_indicators(view));
  std::vector<std::vector<std::string>> of_statement;
  for (std::size_t i = 0; i < view.entry.statements.size(); ++i) {
    of_statement.push_back(add_statement(view, i, actors));
    all(of_statement.back());
  }
  if (about.empty()) about.push_back(producer_);
  std::sort(about.begin(), about.end());
  about.erase(std::unique(about.begin(), about.end()), about.end());
  const std::string headline = clean_line(view.entry.headline, 400);
  report["name"] = headline.empty() ? view.seed : headline;
  if (!view.entry.language.empty()) report["lang"] = clean_line(view.entry.language, 35);
  report["description"] = plain(statement_line(view.entry, options_.labels, "UTC"));
  if (report["description"].get<std::string>().empty()) report.erase("description");
  report["report_types"] = Json::array({"threat-actor"});
  report["published"] = stix_time(view.first);
  report["object_refs"] = about;
  const Json sources = references(view);
  if (!sources.empty()) report["external_references"] = sources;
  // Two stories of one address cannot be: the second would be another version of the first.
  if (places_.count(report_id) > 0) return;
  add(std::move(report));
  for (std::size_t i = 0; i < of_statement.size(); ++i) {
    std::vector<std::string> noted = of_statement[i];
    // A denial's note stands at the relationships that the story's other statements assert.
    const Act act = view.entry.statements[i].attribution.act;
    if (act == Act::denial || act == Act::response) {
      std::copy_if(about.begin(), about.end(), std::back_inserter(noted),
                   [](const std::string& id) { return id.starts_with("relationship--"); });
    }
    add_note(view, i, std::move(noted), report_id);
  }
}

}  // namespace

std::string export_stix(const std::vector<Story>& stories, const ExportOptions& options) {
  Bundle bundle(options);
  for (const Story& story : stories) bundle.add_story(story);
  return bundle.text();
}

}  // namespace vigie::digest
