#include <algorithm>
#include <map>
#include <set>

#include "digest/csv_row.h"
#include "digest/dataset_rows.h"
#include "digest/outside_text.h"
#include "digest/statements.h"

namespace vigie::digest {
namespace {

/// The header as the data set has it.
constexpr std::string_view k_columns =
    "ID,name,description,start_date,end_date,inclusion_criteria,inclusion_criteria_subcode,"
    "source_incident_detection_disclosure,incident_type,receiver_name,receiver_country,receiver_region,"
    "receiver_category,receiver_category_subcode,initiator_name,initiator_country,initiator_category,"
    "initiator_category_subcode,number_of_attributions,attribution_date,attribution_type,attribution_basis,"
    "attributing_actor,attribution_it_company,attributing_country,attributed_initiator,"
    "attributed_initiator_country,attributed_initiator_category,attributed_initiator_subcategory,"
    "sources_attribution,cyber_conflict_issue,offline_conflict_issue,offline_conflict_name_HIIK,"
    "offline_conflict_intensity,offline_conflict_intensity_subcode,number_of_political_responses,"
    "political_response_date,political_response_type,political_response_type_subcode,political_response_country,"
    "political_response_actor,zero_days,zero_days_subcode,MITRE_initial_access,MITRE_impact,user_interaction,"
    "has_disruption,data_theft,disruption,hijacking,physical_effects_spatial,physical_effects_temporal,"
    "unweighted_cyber_intensity,target_multiplier,weighted_cyber_intensity,impact_indicator,"
    "impact_indicator_value,functional_impact,intelligence_impact,political_impact_affected_entities,"
    "political_impact_affected_entities_exact_value,political_impact_third_countries,"
    "political_impact_third_countries_exact_value,economic_impact,economic_impact_exact_value,"
    "economic_impact_currency,state_responsibility_indicator,IL_breach_indicator,IL_breach_indicator_subcode,"
    "evidence_for_sanctions_indicator,number_of_legal_responses,legal_response_date,legal_response_type,"
    "legal_response_type_subcode,legal_response_country,legal_response_actor,legal_attribution_reference,"
    "legal_attribution_reference_subcode,legal_response_indicator,casualties,sources_url";

constexpr std::string_view k_state_institutions = "State institutions / political system";
constexpr std::string_view k_critical = "Critical infrastructure";
constexpr std::string_view k_corporate =
    "Corporate Targets (corporate targets only coded if the respective company is not part of the critical "
    "infrastructure definition)";

/// EuRepoC's receiver category and subcategory of a kind of body.
struct Receiver {
  std::string_view kind, category, subcategory;
};
constexpr Receiver k_receivers[] = {
    {"ministry", k_state_institutions, "Government / ministries"},
    {"ministry_foreign", k_state_institutions, "Government / ministries"},
    {"ministry_defence", k_state_institutions, "Government / ministries"},
    {"ministry_interior", k_state_institutions, "Government / ministries"},
    {"ministry_justice", k_state_institutions, "Government / ministries"},
    {"ministry_finance", k_state_institutions, "Government / ministries"},
    {"government", k_state_institutions, "Government / ministries"},
    {"president", k_state_institutions, "Government / ministries"},
    {"prime_minister", k_state_institutions, "Government / ministries"},
    {"parliament", k_state_institutions, "Legislative"},
    {"court", k_state_institutions, "Judiciary"},
    {"prosecutor", k_state_institutions, "Judiciary"},
    {"police", k_state_institutions, "Police"},
    {"military", k_state_institutions, "Military"},
    {"intelligence", k_state_institutions, "Intelligence agencies"},
    {"party", k_state_institutions, "Political parties"},
    {"election", k_state_institutions, "Election infrastructure / related systems"},
    {"local_government", k_state_institutions, "Civil service / administration"},
    {"agency", k_state_institutions, "Civil service / administration"},
    {"cert", k_state_institutions, "Civil service / administration"},
    {"embassy", k_state_institutions, "Other (e.g., embassies)"},
    {"energy", k_critical, "Energy"},
    {"water", k_critical, ""},
    {"transport", k_critical, "Transportation"},
    {"health", k_critical, "Health"},
    {"telecom", k_critical, "Telecommunications"},
    {"bank", k_critical, "Finance"},
    {"defence_industry", k_critical, "Defence industry"},
    {"critical_infrastructure", k_critical, ""},
    {"company", k_corporate, ""},
    {"media", "Media", ""},
    {"research", "Science", ""},
    {"education", "Science", ""},
    {"igo", "International / supranational organization", ""},
    {"ngo", "Social groups", "Advocacy / activists (e.g. human rights organizations)"},
    {"activist", "Social groups", "Advocacy / activists (e.g. human rights organizations)"},
};

/// EuRepoC writes most states as English does; these are its own.
std::string country(const std::string& code, const Labels& labels) {
  static const std::map<std::string, std::string> own = {{"KR", "Korea, Republic of"},
                                                         {"KP", "Korea, Democratic People's Republic of"},
                                                         {"IR", "Iran, Islamic Republic of"},
                                                         {"EU", "EU (region)"},
                                                         {"CZ", "Czech Republic"},
                                                         {"PS", "Palestine"},
                                                         {"US", "United States"},
                                                         {"GB", "United Kingdom"},
                                                         {"RU", "Russia"},
                                                         {"CN", "China"}};
  const auto found = own.find(code);
  return found != own.end() ? found->second : state_name(labels, code);
}

std::vector<std::string> countries(const std::vector<std::string>& codes, const Labels& labels) {
  std::vector<std::string> out;
  out.reserve(codes.size());
  for (const std::string& code : codes) out.push_back(country(code, labels));
  return out;
}

std::string day(Time at) { return at == Time{} ? std::string() : format_iso8601(at).substr(0, 10); }

bool is_vendor(const Statement& statement) {
  const std::string& kind = statement.attribution.attributor.kind;
  return kind == "infosec" || (kind == "company" && statement.authority == Authority::vendor);
}

bool attributes(const Statement& statement) {
  const Attribution& said = statement.attribution;
  const bool names = !said.accused_states.empty() || !said.actors.empty();
  return names && said.act != Act::denial && said.act != Act::response;
}

using Row = std::map<std::string, std::string>;

void add_receivers(Row& row, const StoryExport& view, const Labels& labels) {
  std::vector<std::vector<std::string>> names, categories, subcategories;
  std::vector<std::string> places;
  std::set<std::string> covered;
  for (const Party& victim : view.victims) {
    const auto* known = std::find_if(std::begin(k_receivers), std::end(k_receivers),
                                     [&](const Receiver& receiver) { return receiver.kind == victim.kind; });
    const bool found = known != std::end(k_receivers);
    names.push_back({clean_line(victim.name.empty() ? party_name(victim, labels) : victim.name, 200)});
    std::string category = !victim.sector.empty() ? victim.sector : found ? std::string(known->category) : "";
    categories.push_back(category.empty() ? std::vector<std::string>() : std::vector<std::string>{category});
    const std::string subcategory = found ? std::string(known->subcategory) : "";
    subcategories.push_back(subcategory.empty() ? std::vector<std::string>() : std::vector<std::string>{subcategory});
    places.push_back(victim.state.empty() ? "Unknown" : country(victim.state, labels));
    covered.insert(victim.state);
  }
  for (const std::string& state : view.entry.victim_states) {
    if (covered.count(state) > 0) continue;
    names.emplace_back();
    categories.emplace_back();
    subcategories.emplace_back();
    places.push_back(country(state, labels));
  }
  const auto filled = [](const auto& lists) {
    return std::any_of(lists.begin(), lists.end(), [](const auto& list) { return !list.empty(); });
  };
  if (filled(names)) row["receiver_name"] = nested_list(names);
  row["receiver_country"] = value_list(places);
  if (filled(categories)) row["receiver_category"] = nested_list(categories);
  if (filled(subcategories)) row["receiver_category_subcode"] = nested_list(subcategories);
  const bool political = std::any_of(categories.begin(), categories.end(), [](const auto& list) {
    return !list.empty() && list.front() == k_state_institutions;
  });
  const bool politicized =
      std::any_of(view.entry.statements.begin(), view.entry.statements.end(),
                  [](const Statement& s) { return is_official(s.attribution.attributor) && attributes(s); });
  std::vector<std::string> criteria;
  if (!view.entry.accused_states.empty() && view.entry.actors.empty()) {
    criteria.emplace_back(
        "Attack conducted by nation state (generic “state-attribution” or direct attribution towards specific "
        "state-entities, e.g., intelligence agencies)");
  }
  if (political) {
    criteria.push_back(std::string("Attack on (inter alia) political target(s), ") +
                       (politicized ? "politicized" : "not politicized"));
  }
  row["inclusion_criteria"] = value_list(criteria);
}

std::vector<std::string> initiator_categories(const std::vector<std::string>& actors,
                                              const std::vector<std::string>& states) {
  if (!actors.empty() && !states.empty()) return {"Non-state actor, state-affiliation suggested"};
  if (!states.empty()) return {"State"};
  return {};
}

void add_initiators(Row& row, const StoryExport& view, const Labels& labels) {
  std::vector<std::string> actors;
  for (const ActorMention& actor : view.entry.actors) actors.push_back(clean_line(actor.canonical, 120));
  row["initiator_name"] = value_list(actors);
  row["initiator_country"] = value_list(countries(view.entry.accused_states, labels));
  row["initiator_category"] = value_list(initiator_categories(actors, view.entry.accused_states));
}

std::string attribution_type(const Statement& statement) {
  if (statement.attribution.act == Act::indictment) return "Domestic legal action";
  if (is_official(statement.attribution.attributor)) {
    return "Political statement / report (e.g., on government / state agency websites)";
  }
  if (is_vendor(statement)) return "Technical report (e.g., by IT-companies, Citizen Lab, EFF)";
  if (statement.attribution.attributor.name.empty() || statement.attribution.attributor.kind == "media") {
    return "Media report (e.g., Reuters makes an attribution statement, without naming further sources)";
  }
  return "Attribution given, type unclear";
}

std::string attribution_basis(const Statement& statement, const StoryExport& view) {
  const Party& speaker = statement.attribution.attributor;
  if (speaker.state == "EU") return "Attribution by EU institution/agency";
  if (speaker.kind == "igo") return "Attribution by international organization";
  if (is_official(speaker)) {
    const auto& hit = view.entry.victim_states;
    const bool receiver = std::find(hit.begin(), hit.end(), speaker.state) != hit.end();
    return receiver ? "Attribution by receiver government / state entity" : "Attribution by third-party";
  }
  if (is_vendor(statement)) return "IT-security community attributes attacker";
  if (speaker.name.empty() || speaker.kind == "media") return "Media-based attribution";
  return "Attribution by third-party";
}

struct Attributions {
  std::vector<std::string> dates, types, bases, actors, companies, states, initiators, initiator_states, sources;
  int count = 0;
};

Attributions attributions_of(const StoryExport& view, const Labels& labels) {
  Attributions out;
  for (const Statement& statement : view.entry.statements) {
    if (!attributes(statement)) continue;
    const Attribution& said = statement.attribution;
    ++out.count;
    out.dates.push_back(said.date.empty() ? day(statement.at) : said.date);
    out.types.push_back(attribution_type(statement));
    out.bases.push_back(attribution_basis(statement, view));
    const std::string speaker = party_name(said.attributor, labels);
    out.actors.push_back(speaker == "unknown" ? clean_line(statement.publisher, 120) : speaker);
    if (is_vendor(statement)) out.companies.push_back(clean_line(said.attributor.name, 120));
    out.states.push_back(said.attributor.state.empty() ? "Unknown" : country(said.attributor.state, labels));
    out.initiators.insert(out.initiators.end(), said.actors.begin(), said.actors.end());
    for (const std::string& state : said.accused_states) out.initiator_states.push_back(country(state, labels));
    const std::string url = safe_link(statement.article_url);
    if (!url.empty()) out.sources.push_back(url);
  }
  return out;
}

std::vector<std::string> once(std::vector<std::string> values) {
  std::vector<std::string> out;
  for (std::string& value : values) {
    if (!value.empty() && std::find(out.begin(), out.end(), value) == out.end()) out.push_back(std::move(value));
  }
  return out;
}

void add_attributions(Row& row, const StoryExport& view, const Labels& labels) {
  Attributions all = attributions_of(view, labels);
  row["number_of_attributions"] = std::to_string(all.count);
  row["attribution_date"] = value_list(once(all.dates));
  row["attribution_type"] = value_list(all.types);
  row["attribution_basis"] = value_list(all.bases);
  row["attributing_actor"] = value_list(all.actors);
  row["attribution_it_company"] = value_list(once(all.companies));
  row["attributing_country"] = value_list(all.states);
  row["attributed_initiator"] = value_list(once(all.initiators));
  row["attributed_initiator_country"] = value_list(once(all.initiator_states));
  row["attributed_initiator_category"] = value_list(initiator_categories(all.initiators, all.initiator_states));
  row["sources_attribution"] = value_list(once(all.sources));
}

/// Political responses are told statements of states; legal ones sanctions and charges.
void add_responses(Row& row, const StoryExport& view, const Labels& labels) {
  std::vector<std::string> dates, types, subtypes, states, actors;
  std::vector<std::string> legal_dates, legal_types, legal_states, legal_actors;
  for (const Statement& statement : view.entry.statements) {
    const Attribution& said = statement.attribution;
    if (!is_official(said.attributor)) continue;
    const std::string date = said.date.empty() ? day(statement.at) : said.date;
    if (said.act == Act::accusation || said.act == Act::response) {
      dates.push_back(date);
      types.emplace_back(said.attributor.state == "EU" ? "EU: Stabilizing measures"
                                                       : "State Actors: Stabilizing measures");
      if (said.attributor.kind == "ministry_foreign") subtypes.emplace_back("Statement by minister of foreign affairs");
      states.push_back(country(said.attributor.state, labels));
      actors.push_back(party_name(said.attributor, labels));
    } else if (said.act == Act::sanction || said.act == Act::indictment) {
      legal_dates.push_back(date);
      legal_types.emplace_back(
          said.act == Act::sanction
              ? "Peaceful means: Retorsion (International Law)"
              : "Other legal measures on national level (e.g. law enforcement investigations, arrests)");
      if (said.act == Act::sanction) row["legal_response_type_subcode"] = value_list({"Economic sanctions"});
      legal_states.push_back(country(said.attributor.state, labels));
      legal_actors.push_back(party_name(said.attributor, labels));
    }
  }
  row["number_of_political_responses"] = std::to_string(dates.size());
  row["political_response_date"] = value_list(dates);
  row["political_response_type"] = value_list(types);
  row["political_response_type_subcode"] = value_list(subtypes);
  row["political_response_country"] = value_list(states);
  row["political_response_actor"] = value_list(actors);
  row["number_of_legal_responses"] = std::to_string(legal_dates.size());
  row["legal_response_date"] = value_list(legal_dates);
  row["legal_response_type"] = value_list(legal_types);
  row["legal_response_country"] = value_list(legal_states);
  row["legal_response_actor"] = value_list(legal_actors);
}

/// Who made the incident known: the foremost speaker's kind.
std::string disclosure(const StoryExport& view) {
  if (view.entry.statements.empty()) return {};
  const Statement& first = view.entry.statements.front();
  if (is_official(first.attribution.attributor)) {
    const auto& hit = view.entry.victim_states;
    const bool victim = std::find(hit.begin(), hit.end(), first.attribution.attributor.state) != hit.end();
    return victim
               ? "Incident disclosed by authorities of victim state"
               : "Incident disclosed by third-party-actor (e.g., Citizen Lab, Amnesty International, whistleblowers) "
                 "or authorities of another state";
  }
  if (is_vendor(first)) return "Incident disclosed by IT-security company";
  return "Incident disclosed by media (without further information on source)";
}

}  // namespace

const std::vector<std::string>& eurepoc_columns() {
  static const std::vector<std::string> columns = [] {
    std::vector<std::string> names;
    std::string_view rest = k_columns;
    for (std::size_t comma = 0; comma != std::string_view::npos; rest.remove_prefix(comma + 1)) {
      comma = rest.find(',');
      names.emplace_back(rest.substr(0, comma));
      if (comma == std::string_view::npos) break;
    }
    return names;
  }();
  return columns;
}

std::vector<std::string> eurepoc_row(const StoryExport& view, const ExportOptions& options) {
  Row row;
  row["ID"] = std::to_string(view.story->id);
  row["name"] = clean_line(view.entry.headline, 300);
  row["description"] = plain(statement_line(view.entry, options.labels, "UTC"));
  const std::string known_by = disclosure(view);
  if (!known_by.empty()) row["source_incident_detection_disclosure"] = value_list({known_by});
  add_receivers(row, view, options.labels);
  add_initiators(row, view, options.labels);
  add_attributions(row, view, options.labels);
  add_responses(row, view, options.labels);
  std::vector<std::string> urls;
  for (const DigestSource& source : view.entry.sources) urls.push_back(safe_link(source.url));
  row["sources_url"] = value_list(once(urls));
  std::vector<std::string> cells;
  for (const std::string& column : eurepoc_columns()) cells.push_back(row[column]);
  return cells;
}

}  // namespace vigie::digest
