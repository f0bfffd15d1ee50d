#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "digest/export_view.h"
#include "digest/outside_text.h"
#include "digest/stable_id.h"
#include "digest/stix_observables.h"
#include "model/text.h"

namespace vigie::digest {
namespace {

using Json = nlohmann::ordered_json;

// All scalars of MISP's format are strings but for booleans (misp-core-format, section 2.2).
std::string epoch(Time at) { return std::to_string(std::max<std::int64_t>(0, at.time_since_epoch().count())); }

class Event {
 public:
  Event(const StoryExport& view, const ExportOptions& options) : view_(view), options_(options) {}

  Json json() {
    uuid_ = stable_uuid("misp-event:" + view_.seed);
    add_tags();
    add_sources();
    add_statements();
    add_targets();
    add_indicators();
    const std::string headline = clean_line(view_.entry.headline, 300);
    return {{"uuid", uuid_},
            {"info", headline.empty() ? view_.seed : headline},
            {"date", format_iso8601(view_.first).substr(0, 10)},
            {"threat_level_id", "4"},  // undefined: vigie tells what is said, it does not rate
            {"analysis", "0"},         // initial
            {"distribution", "0"},     // your organisation only: the receiver decides on more
            {"published", false},
            {"timestamp", epoch(view_.last)},
            {"Orgc", {{"name", "vigie"}, {"uuid", stable_uuid("misp-org:vigie")}}},
            {"Tag", tags_},
            {"Attribute", attributes_},
            {"EventReport", Json::array({report()})}};
  }

 private:
  void tag(const std::string& name, const char* colour) {
    if (known_tags_.insert(name).second) tags_.push_back({{"name", name}, {"colour", colour}});
  }

  void attribute(const char* category, const char* type, const std::string& value, const std::string& comment) {
    if (value.empty() || !known_attributes_.insert(std::string(type) + ":" + value).second) return;
    attributes_.push_back({{"uuid", stable_uuid("misp-attribute:" + uuid_ + ":" + type + ":" + value)},
                           {"category", category},
                           {"type", type},
                           {"value", value},
                           {"comment", comment},
                           {"to_ids", false},  // words of an article, not detections
                           {"distribution", "5"},
                           {"timestamp", epoch(view_.last)}});
  }

  static std::string quoted(const std::string& text) {
    std::string out = clean_line(text, 120);
    std::replace(out.begin(), out.end(), '"', '\'');
    return "\"" + out + "\"";
  }

  void add_tags() {
    tag("tlp:clear", "#ffffff");
    for (const ActorMention& actor : view_.entry.actors) {
      tag("misp-galaxy:threat-actor=" + quoted(actor.canonical), "#0088cc");
    }
    for (const std::string& state : view_.entry.accused_states) {
      tag("misp-galaxy:country=" + quoted(ascii_lower(state_name(options_.labels, state))), "#0088cc");
    }
    for (const std::string& state : view_.entry.victim_states) {
      tag("misp-galaxy:target-information=" + quoted(state_name(options_.labels, state)), "#0088cc");
    }
    std::set<std::string> acts;
    for (const Statement& statement : view_.entry.statements) acts.emplace(to_string(statement.attribution.act));
    for (const std::string& act : acts) tag("vigie:act=" + quoted(act), "#5b3a8e");
  }

  void add_sources() {
    for (const DigestSource& source : view_.entry.sources) {
      const std::string comment = clean_line(source.publisher, 80) + " (" + std::string(to_string(source.authority)) +
                                  "): " + clean_line(source.title, 200);
      attribute("External analysis", "link", safe_link(source.url), comment);
    }
  }

  void add_statements() {
    for (std::size_t i = 0; i < view_.entry.statements.size(); ++i) {
      const Statement& statement = view_.entry.statements[i];
      attribute("Attribution", "text", statement_text(view_, i, options_.labels), clean_line(statement.quotation, 600));
    }
    for (const ActorMention& actor : view_.entry.actors) {
      attribute("Attribution", "threat-actor", clean_line(actor.canonical, 120), clean_line(actor.surface, 300));
    }
  }

  void add_targets() {
    for (const Party& victim : view_.victims) {
      attribute("Targeting data", "target-org", party_name(victim, options_.labels), clean_line(victim.name, 200));
    }
    for (const std::string& state : view_.entry.victim_states) {
      attribute("Targeting data", "target-location", state_name(options_.labels, state), "");
    }
  }

  void add_indicators() {
    for (const Indicator& indicator : view_.indicators) {
      const std::string value = clean_line(indicator.value, 300);
      if (indicator.kind == "cve" && is_cve(value)) {
        attribute("External analysis", "vulnerability", value, "");
      } else if (indicator.kind == "hash" && !hash_name(value).empty()) {
        attribute("Payload delivery", std::string(hash_name(value)).c_str(), ascii_lower(value), "");
      } else if (indicator.kind == "domain" && is_domain(value)) {
        attribute("Network activity", "domain", ascii_lower(value), "");
      } else if (indicator.kind == "ip" && (is_ipv4(value) || is_ipv6(value))) {
        attribute("Network activity", "ip-dst", value, "");
      } else if (indicator.kind == "url") {
        attribute("Network activity", "url", safe_link(value), "");
      } else if (indicator.kind == "malware" || indicator.kind == "tool" || indicator.kind == "technique" ||
                 indicator.kind == "vulnerability") {
        attribute("External analysis", "text", value, indicator.kind);
      }
    }
  }

  /// The evidence for people, in Markdown: the line, then each quotation with its capture time.
  Json report() const {
    std::string content = "# " + markdown_text(clean_line(view_.entry.headline, 300)) + "\n\n" +
                          markdown_text(plain(statement_line(view_.entry, options_.labels, "UTC"))) + "\n\n";
    for (const Statement& statement : view_.entry.statements) {
      const std::string quotation = clean_line(statement.quotation, 600);
      if (quotation.empty()) continue;
      content += "> " + markdown_text(quotation) + "\n>\n> " + markdown_text(clean_line(statement.publisher, 80));
      if (statement.captured_at != Time{}) content += ", captured " + format_iso8601(statement.captured_at);
      const std::string url = safe_link(statement.article_url);
      if (!url.empty()) content += ", <" + url + ">";
      content += "\n\n";
    }
    for (const DigestSource& source : view_.entry.sources) {
      const std::string url = safe_link(source.url);
      content +=
          "- " + markdown_text(clean_line(source.publisher, 80)) + ", " + std::string(to_string(source.authority));
      content += url.empty() ? "\n" : ": <" + url + ">\n";
    }
    return {{"uuid", stable_uuid("misp-report:" + view_.seed)},
            {"name", "vigie: statements and evidence"},
            {"content", content},
            {"distribution", "5"},
            {"timestamp", epoch(view_.last)}};
  }

  const StoryExport& view_;
  const ExportOptions& options_;
  std::string uuid_;
  Json tags_ = Json::array();
  Json attributes_ = Json::array();
  std::set<std::string> known_tags_;
  std::set<std::string> known_attributes_;
};

}  // namespace

std::string export_misp(const std::vector<Story>& stories, const ExportOptions& options) {
  Json events = Json::array();
  std::set<std::string> seeds;
  for (const Story& story : stories) {
    const StoryExport view = export_view(story, options);
    if (seeds.insert(view.seed).second) events.push_back({{"Event", Event(view, options).json()}});
  }
  const Json out = events.size() == 1 ? events.front() : Json{{"response", events}};
  return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace vigie::digest
