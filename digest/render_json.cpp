#include <nlohmann/json.hpp>

#include "digest/entry_view.h"
#include "digest/outside_text.h"
#include "digest/render.h"
#include "digest/statements.h"
#include "model/text.h"

namespace vigie::digest {
namespace {

using Json = nlohmann::ordered_json;

// JSON holds what the article says, whole: valid UTF-8, its characters escaped by JSON's own rules. Only links are
// filtered, since programs follow them.
Json text(std::string_view value) { return valid_utf8(value); }
Json time_or_null(Time at) { return at == Time{} ? Json(nullptr) : Json(format_iso8601(at)); }
Json link(const std::string& url) {
  const std::string safe = safe_link(url);
  return safe.empty() ? Json(nullptr) : Json(safe);
}

Json texts(const std::vector<std::string>& values) {
  Json out = Json::array();
  for (const std::string& value : values) out.push_back(text(value));
  return out;
}

Json party(const Party& who) {
  Json out{{"name", text(who.name)}, {"state", text(who.state)}, {"kind", text(who.kind)}};
  if (!who.sector.empty()) out["sector"] = text(who.sector);
  if (!who.host.empty()) out["host"] = text(who.host);
  return out;
}

Json statement(const DigestEntry& entry, std::size_t index, const Digest& digest, const Labels& labels) {
  const Statement& said = entry.statements[index];
  const Attribution& what = said.attribution;
  Json victims = Json::array();
  for (const Party& victim : what.victims) victims.push_back(party(victim));
  return {{"stance", std::string(to_string(what.stance))},
          {"act", std::string(to_string(what.act))},
          {"attributor", party(what.attributor)},
          {"accused_states", texts(what.accused_states)},
          {"actors", texts(what.actors)},
          {"victim_states", texts(what.victim_states)},
          {"victims", victims},
          {"date", what.date.empty() ? Json(nullptr) : text(what.date)},
          {"at", time_or_null(said.at)},
          {"line", plain(statement_clause(entry, index, labels, digest.time_zone))},
          {"quotation", text(said.quotation)},
          {"lang", text(said.language)},
          {"captured_at", time_or_null(said.captured_at)},
          {"url", link(said.article_url)},
          {"source", text(said.source_id)},
          {"publisher", text(said.publisher)},
          {"authority", std::string(to_string(said.authority))}};
}

Json actor_details(const DigestEntry& entry) {
  Json out = Json::array();
  for (const ActorMention& actor : entry.actors) {
    Json aliases = Json::array();
    std::string_view rest = actor.surface;
    while (!rest.empty()) {
      const std::size_t comma = rest.find(", ");
      aliases.push_back(text(rest.substr(0, comma)));
      rest = comma == std::string_view::npos ? std::string_view() : rest.substr(comma + 2);
    }
    out.push_back({{"name", text(actor.canonical)},
                   {"named_as", aliases},
                   {"known", actor.known},
                   {"alternatives", texts(actor.alternatives)},
                   {"sponsors", texts(actor.sponsors)},
                   {"sponsor_sources", texts(actor.sponsor_sources)}});
  }
  return out;
}

Json articles(const DigestEntry& entry) {
  Json out = Json::array();
  for (const DigestSource& source : entry.sources) {
    out.push_back({{"url", link(source.url)},
                   {"source", text(source.source_id)},
                   {"publisher", text(source.publisher)},
                   {"authority", std::string(to_string(source.authority))},
                   {"title", text(source.title)},
                   {"lang", text(source.language)},
                   {"published", time_or_null(source.published)},
                   {"duplicate", source.duplicate}});
  }
  return out;
}

Json changes(const DigestEntry& entry, const Digest& digest, const Labels& labels) {
  Json out = Json::array();
  for (const DigestChange& change : entry.changes) {
    Json item{{"kind", change.kind}, {"text", change_text(entry, change, labels, digest.time_zone)}};
    if (change.kind == "statement") {
      item["statement"] = change.statement;
    } else {
      item["value"] = text(change.value);
    }
    out.push_back(item);
  }
  return out;
}

Json story(const DigestEntry& entry, const Digest& digest, const Labels& labels) {
  Json actors = Json::array();
  for (const ActorMention& actor : entry.actors) actors.push_back(text(actor.canonical));
  Json statements = Json::array();
  for (std::size_t i = 0; i < entry.statements.size(); ++i) statements.push_back(statement(entry, i, digest, labels));
  Json gloss = nullptr;
  if (!entry.gloss.empty()) gloss = {{"text", text(entry.gloss)}, {"service", text(entry.gloss_service)}};
  return {{"id", entry.story},
          {"section", std::string(to_string(entry.section))},
          {"headline", text(entry.headline)},
          {"lang", text(entry.language)},
          {"gloss", gloss},
          {"line", plain(statement_line(entry, labels, digest.time_zone))},
          {"statements", statements},
          {"accused_states", texts(entry.accused_states)},
          {"victim_states", texts(entry.victim_states)},
          {"actors", actors},
          {"actor_details", actor_details(entry)},
          {"significance", entry.significance},
          {"significance_reason", significance_text(entry, labels)},
          {"told_at", time_or_null(entry.told_at)},
          {"changes", changes(entry, digest, labels)},
          {"first_seen", time_or_null(entry.first_seen)},
          {"articles", articles(entry)}};
}

}  // namespace

std::string render_json(const Digest& digest, const Labels& labels, const RenderOptions& options) {
  Json stories = Json::array();
  for (const DigestEntry& entry : digest.entries) stories.push_back(story(entry, digest, labels));
  Json health = Json::array();
  for (const DigestHealth& source : digest.health) {
    health.push_back({{"source", text(source.source_id)},
                      {"publisher", text(source.publisher)},
                      {"state", text(source.state)},
                      {"reason", text(source.reason)},
                      {"since", time_or_null(source.since)}});
  }
  Json history = Json::array();
  for (const DigestCount& count : digest.history) {
    history.push_back({{"day", text(count.day)}, {"state", text(count.state)}, {"articles", count.articles}});
  }
  Json pairs = Json::array();
  for (const DigestPair& pair : digest.pairs) {
    pairs.push_back({{"accused", text(pair.accused)}, {"victim", text(pair.victim)}, {"articles", pair.articles}});
  }
  const Json out{{"date", text(digest.date)},
                 {"time_zone", text(digest.time_zone)},
                 {"from", format_iso8601(digest.from)},
                 {"until", format_iso8601(digest.until)},
                 {"language", text(labels.language)},
                 {"quiet", digest.entries.empty()},
                 {"summary", summary_of(digest, labels)},
                 {"stories", stories},
                 {"sources_polled", digest.sources_polled},
                 {"sources_total", digest.sources_total},
                 {"articles_seen", digest.articles_seen},
                 {"articles_relevant", digest.articles_relevant},
                 {"health", health},
                 {"history", history},
                 {"pairs", pairs},
                 {"generator", text(options.generator)},
                 {"generated_at", time_or_null(options.generated_at)}};
  return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace vigie::digest
