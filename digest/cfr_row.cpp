#include <algorithm>
#include <set>

#include "digest/dataset_rows.h"
#include "digest/outside_text.h"
#include "digest/statements.h"

namespace vigie::digest {
namespace {

/// CFR writes most states as the United Nations does.
std::string country(const std::string& code, const Labels& labels) {
  if (code == "RU") return "Russian Federation";
  if (code == "IR") return "Iran (Islamic Republic of)";
  if (code == "KP") return "Korea (Democratic People's Republic of)";
  if (code == "KR") return "Korea (Republic of)";
  if (code == "VN") return "Viet Nam";
  return state_name(labels, code);
}

std::string joined_list(const std::vector<std::string>& values) {
  std::string out;
  for (const std::string& value : values) out += (out.empty() ? "" : ", ") + value;
  return out;
}

std::string date_of(Time at) {
  if (at == Time{}) return {};
  const std::string iso = format_iso8601(at);
  const auto plain_number = [](const std::string& two) { return two.front() == '0' ? two.substr(1) : two; };
  return plain_number(iso.substr(5, 2)) + "/" + plain_number(iso.substr(8, 2)) + "/" + iso.substr(0, 4);
}

std::string_view response_kind(Act act) {
  switch (act) {
    case Act::denial:
      return "Denial";
    case Act::accusation:
      return "Denouncement";
    case Act::sanction:
      return "Sanctions";
    case Act::indictment:
      return "Criminal charges";
    case Act::response:
    case Act::advisory:
      return "Confirmation";
    default:
      return {};
  }
}

/// The kinds of response, each with where it is told: "Denouncement https://…, Denial https://…".
std::string responses(const StoryExport& view) {
  std::vector<std::string> out;
  std::set<std::string_view> told;
  for (const Statement& statement : view.entry.statements) {
    const std::string_view kind = response_kind(statement.attribution.act);
    if (kind.empty() || !is_official(statement.attribution.attributor) || !told.insert(kind).second) continue;
    const std::string url = safe_link(statement.article_url);
    out.push_back(std::string(kind) + (url.empty() ? "" : " " + url));
  }
  return joined_list(out);
}

std::string victims(const StoryExport& view, const Labels& labels) {
  std::vector<std::string> out;
  std::set<std::string> covered;
  for (const Party& victim : view.victims) {
    out.push_back(party_name(victim, labels));
    covered.insert(victim.state);
  }
  for (const std::string& state : view.entry.victim_states) {
    if (covered.count(state) == 0) out.push_back(country(state, labels));
  }
  return joined_list(out);
}

std::string category(const StoryExport& view) {
  std::vector<std::string> out;
  const auto add = [&](const char* name) {
    if (std::find(out.begin(), out.end(), name) == out.end()) out.emplace_back(name);
  };
  for (const Party& victim : view.victims) {
    if (victim.kind == "military" || victim.kind == "ministry_defence") {
      add("Military");
    } else if (is_official(victim)) {
      add("Government");
    } else if (victim.kind == "ngo" || victim.kind == "activist" || victim.kind == "media" ||
               victim.kind == "education") {
      add("Civil society");
    } else if (!victim.kind.empty() && victim.kind != "igo") {
      add("Private sector");
    }
  }
  return joined_list(out);
}

}  // namespace

const std::vector<std::string>& cfr_columns() {
  static const std::vector<std::string> columns = {"Title",    "Date",      "Affiliations", "Description",
                                                   "Response", "Victims",   "Sponsor",      "Type",
                                                   "Category", "Sources_1", "Sources_2",    "Sources_3"};
  return columns;
}

std::vector<std::string> cfr_row(const StoryExport& view, const ExportOptions& options) {
  std::vector<std::string> actors;
  for (const ActorMention& actor : view.entry.actors) actors.push_back(clean_line(actor.canonical, 120));
  std::vector<std::string> sponsors;
  for (const std::string& state : view.entry.accused_states) sponsors.push_back(country(state, options.labels));
  std::vector<std::string> urls;
  for (const DigestSource& source : view.entry.sources) {
    const std::string url = safe_link(source.url);
    if (!url.empty() && !source.duplicate) urls.push_back(url);
  }
  urls.resize(3);
  return {clean_line(view.entry.headline, 300),
          date_of(view.first),
          joined_list(actors),
          plain(statement_line(view.entry, options.labels, "UTC")),
          responses(view),
          victims(view, options.labels),
          joined_list(sponsors),
          "",  // espionage, sabotage …: the articles' words are not judged for it
          category(view),
          urls[0],
          urls[1],
          urls[2]};
}

}  // namespace vigie::digest
