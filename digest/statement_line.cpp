#include "digest/statement_line.h"

#include <algorithm>
#include <optional>

#include "digest/outside_text.h"
#include "digest/party_name.h"
#include "digest/statements.h"
#include "digest/victims.h"
#include "model/text.h"

namespace vigie::digest {
namespace {

constexpr std::size_t k_longest_name = 80;
constexpr std::size_t k_most_victims = 5;
constexpr std::size_t k_most_actors = 8;

// Names from outside and the speaker travel through the patterns between private-use marks, so that the finished line
// can be parted. Outside text cannot hold these marks: clean_line drops private-use characters.
constexpr char32_t k_foreign = 0xE000, k_foreign_end = 0xE001, k_speaker = 0xE002, k_speaker_end = 0xE003;

std::string marked(std::string_view text, char32_t open, char32_t close) {
  std::string out;
  append_utf8(out, open);
  out += text;
  append_utf8(out, close);
  return out;
}

std::string foreign(std::string_view name) {
  return marked(clean_line(name, k_longest_name), k_foreign, k_foreign_end);
}

std::vector<LinePart> parted(std::string_view line) {
  std::vector<LinePart> out;
  LinePart part;
  const auto flush = [&] {
    if (!part.text.empty()) out.push_back(part);
    part.text.clear();
  };
  for (std::size_t at = 0; at < line.size();) {
    const CodePoint point = code_point_at(line, at);
    at = point.next;
    if (point.value < k_foreign || point.value > k_speaker_end) {
      append_utf8(part.text, point.value);
      continue;
    }
    flush();
    if (point.value <= k_foreign_end) part.foreign = point.value == k_foreign;
    if (point.value >= k_speaker) part.speaker = point.value == k_speaker;
  }
  flush();
  return out;
}

struct Words {
  const Labels& labels;
  const DigestEntry& entry;
  std::string_view time_zone;
};

/// Replaces {name} and {name:form} of a clause by `list(form)` of that name.
template <typename Accused, typename Victims>
std::string fill_clause(std::string_view pattern, const Accused& accused, const Victims& victims) {
  std::string out;
  while (!pattern.empty()) {
    const std::size_t open = pattern.find('{');
    const std::size_t close = open == std::string_view::npos ? open : pattern.find('}', open);
    out += pattern.substr(0, close == std::string_view::npos ? close : open);
    if (close == std::string_view::npos) break;
    const std::string_view slot = pattern.substr(open + 1, close - open - 1);
    const std::size_t colon = slot.find(':');
    const std::string_view name = slot.substr(0, colon);
    const std::string_view form = colon == std::string_view::npos ? std::string_view() : slot.substr(colon + 1);
    if (name == "accused") out += accused(form);
    if (name == "victims") out += victims(form);
    pattern.remove_prefix(close + 1);
  }
  return out;
}

const ActorMention* find_actor(const DigestEntry& entry, std::string_view name) {
  for (const ActorMention& actor : entry.actors) {
    if (actor.canonical == name) return &actor;
  }
  return nullptr;
}

/// The accused state an actor stands behind in the line: the only one, or the one that catalogues name.
std::optional<std::string> state_behind(const DigestEntry& entry, const std::string& actor,
                                        const std::vector<std::string>& accused) {
  const ActorMention* known = find_actor(entry, actor);
  if (known != nullptr && !known->sponsors.empty()) {
    for (const std::string& state : accused) {
      if (std::find(known->sponsors.begin(), known->sponsors.end(), state) != known->sponsors.end()) return state;
    }
    return std::nullopt;
  }
  return accused.size() == 1 ? std::optional<std::string>(accused.front()) : std::nullopt;
}

std::string names_of(const Words& words, const std::vector<std::string>& names) {
  std::string out;
  for (std::size_t i = 0; i < names.size() && i < k_most_actors; ++i) {
    out += (i == 0 ? "" : ", ") + foreign(names[i]);
  }
  if (names.size() > k_most_actors) {
    out += ", " + counted(words.labels, "count.others", static_cast<long>(names.size() - k_most_actors));
  }
  return out;
}

std::string accused_text(const Words& words, const Attribution& said, std::string_view form) {
  std::vector<ListItem> items;
  std::vector<std::string> unplaced;
  for (const std::string& actor : said.actors) {
    if (!state_behind(words.entry, actor, said.accused_states)) unplaced.push_back(actor);
  }
  for (const std::string& state : said.accused_states) {
    std::vector<std::string> actors;
    for (const std::string& actor : said.actors) {
      if (state_behind(words.entry, actor, said.accused_states) == state) actors.push_back(actor);
    }
    ListItem item{state_name(words.labels, state, form), {}};
    const std::string last = "state." + state + ".and";
    if (words.labels.has(last)) item.last_form = words.labels.get(last);
    if (!actors.empty()) {
      const std::string_view pattern = words.labels.get("line.accused_actors", "{state} ({actors})");
      const std::string list = names_of(words, actors);
      if (!item.last_form.empty()) item.last_form = fill(pattern, {{"state", item.last_form}, {"actors", list}});
      item.text = fill(pattern, {{"state", item.text}, {"actors", list}});
    }
    items.push_back(std::move(item));
  }
  for (std::size_t i = 0; i < unplaced.size() && i < k_most_actors; ++i) {
    // A form such as French "à {name}" holds for names of actors too.
    const std::string_view pattern = form.empty() ? "{name}" : words.labels.get("form." + std::string(form), "{name}");
    items.push_back({fill(pattern, {{"name", foreign(unplaced[i])}}), {}});
  }
  return joined(words.labels, items);
}

bool is_ministry(const Party& party) { return party.kind.starts_with("ministry_"); }

/// "its ministries of Defence and of the Interior": all ministries hit of one state.
std::string ministries_text(const Words& words, const std::vector<const Party*>& bodies, const std::string& own) {
  std::vector<ListItem> offices;
  for (const Party* body : bodies) {
    const std::string key = "ministry." + body->kind.substr(std::string_view("ministry_").size());
    offices.push_back({std::string(words.labels.get(key)), {}});
  }
  const std::string& state = bodies.front()->state;
  std::string key = state.empty() ? "ministry.bare" : state == own ? "ministry.own" : "ministry.of";
  key += offices.size() == 1 ? "_one" : "_other";
  std::string_view pattern = words.labels.get(key, "{offices}");
  const std::string list = joined(words.labels, offices);
  return fill(pattern, {{"offices", list},
                        {"state", state_name(words.labels, state)},
                        {"state:the", state_name(words.labels, state, "the")}});
}

/// "its parliament", "the parliament of Germany"; a body of another kind by its name, or by its kind where the article
/// names none ("companies"). Empty where neither says anything.
std::string body_text(const Words& words, const Party& body, const std::string& own) {
  const std::string kind = "body." + body.kind;
  const std::string& state = body.state;
  if (words.labels.has(kind + "_of")) {
    return fill(words.labels.get(kind + (state.empty()  ? "_bare"
                                         : state == own ? "_own"
                                                        : "_of")),
                {{"state", state_name(words.labels, state)}, {"state:the", state_name(words.labels, state, "the")}});
  }
  const std::string name =
      is_proper_name(body.name) ? foreign(body.name) : std::string(words.labels.get(kind + "_bare", ""));
  if (name.empty() || state.empty() || state == own) return name;
  return fill(words.labels.get("line.body_state", "{body} ({state})"),
              {{"body", name}, {"state", state_name(words.labels, state)}});
}

/// The bodies hit in words: ministries of one state together, then others, each text once.
std::vector<ListItem> bodies_text(const Words& words, const std::vector<Party>& bodies, const std::string& own) {
  std::vector<ListItem> items;
  std::vector<std::vector<const Party*>> ministries;
  std::vector<const Party*> others;
  for (const Party& body : bodies) {
    if (!is_ministry(body) || !words.labels.has("ministry." + body.kind.substr(9))) {
      others.push_back(&body);
      continue;
    }
    auto same = std::find_if(ministries.begin(), ministries.end(),
                             [&](const auto& group) { return group.front()->state == body.state; });
    if (same == ministries.end()) same = ministries.insert(same, std::vector<const Party*>());
    same->push_back(&body);
  }
  items.reserve(bodies.size());
  for (const auto& group : ministries) items.push_back({ministries_text(words, group, own), {}});
  for (const Party* body : others) {
    std::string text = body_text(words, *body, own);
    const bool known = std::any_of(items.begin(), items.end(), [&](const ListItem& item) { return item.text == text; });
    if (!text.empty() && !known) items.push_back({std::move(text), {}});
  }
  return items;
}

std::string victims_text(const Words& words, const Attribution& said, std::string_view form) {
  const std::vector<Party> told = told_victims(said.victims, said.accused_states, said.attributor.state);
  std::vector<ListItem> items = bodies_text(words, told, said.attributor.state);
  for (const std::string& state : said.victim_states) {
    const bool covered = std::any_of(told.begin(), told.end(), [&](const Party& body) { return body.state == state; });
    if (covered) continue;
    ListItem item{state_name(words.labels, state, form), {}};
    const std::string last = "state." + state + ".and";
    if (words.labels.has(last)) item.last_form = words.labels.get(last);
    items.push_back(std::move(item));
  }
  if (items.size() <= k_most_victims) return joined(words.labels, items);
  const long more = static_cast<long>(items.size() - (k_most_victims - 1));
  items.resize(k_most_victims - 1);
  items.push_back({counted(words.labels, "count.others", more), {}});
  return joined(words.labels, items);
}

/// Whether an earlier statement of the line is what this denial or response answers.
bool answers(const DigestEntry& entry, std::size_t index) {
  const Attribution& said = entry.statements[index].attribution;
  for (std::size_t i = 0; i < index; ++i) {
    const Attribution& before = entry.statements[i].attribution;
    if (before.act == Act::denial || before.act == Act::response) continue;
    for (const std::string& state : before.accused_states) {
      if (state == said.attributor.state) return true;
      if (std::find(said.accused_states.begin(), said.accused_states.end(), state) != said.accused_states.end())
        return true;
    }
    if (said.accused_states.empty() && said.actors.empty()) return true;
  }
  return false;
}

std::string_view variant_of(const Attribution& said, bool accused, bool victims) {
  const bool denies_itself = (said.act == Act::denial || said.act == Act::response) &&
                             said.accused_states.size() == 1 && said.accused_states.front() == said.attributor.state;
  if (denies_itself) accused = false;
  return accused && victims ? "full" : accused ? "accused" : victims ? "victims" : "bare";
}

std::string clause_text(const Words& words, std::size_t index, bool alone) {
  const Attribution& said = words.entry.statements[index].attribution;
  const bool unattributed =
      said.attributor.state.empty() && (said.attributor.name.empty() || said.attributor.kind == "media");
  const bool reported = unattributed && said.act != Act::advisory && said.act != Act::incident;
  const std::string act(to_string(reported ? Act::report : said.act));
  const std::string base = "clause." + act + ".";
  const bool reply = said.act == Act::denial || said.act == Act::response;
  const bool has_accused = !said.accused_states.empty() || !said.actors.empty();
  const bool has_victims = !victims_text(words, said, {}).empty();
  std::string key = base;
  key += !reported && reply && !alone && answers(words.entry, index) ? "answer"
                                                                     : variant_of(said, has_accused, has_victims);
  std::string text = fill_clause(
      words.labels.get(key, act), [&](std::string_view form) { return accused_text(words, said, form); },
      [&](std::string_view form) { return victims_text(words, said, form); });
  if (reported && said.act != Act::report)
    text += " (" + std::string(words.labels.get("act." + std::string(to_string(said.act)))) + ")";
  return text;
}

std::string speaker_text(const Party& speaker, const Labels& labels) {
  if (!is_official(speaker)) {
    const std::string office = "office." + speaker.kind;
    if (!is_proper_name(speaker.name) && !labels.get(office, "").empty()) return std::string(labels.get(office));
    return speaker.name.empty() ? state_name(labels, speaker.state) : foreign(speaker.name);
  }
  std::string state = state_name(labels, speaker.state);
  std::string office;
  if (speaker.kind == "embassy" && !speaker.host.empty()) {
    office = fill(labels.get("office.embassy_in", "embassy in {host}"),
                  {{"host", state_name(labels, speaker.host)},
                   {"host:in", state_name(labels, speaker.host, "in")},
                   {"host:the", state_name(labels, speaker.host, "the")}});
  } else {
    const std::string key = "office." + speaker.kind;
    if (speaker.kind.starts_with("ministry") && labels.has(key + "_person") && names_a_person(speaker.name)) {
      office = labels.get(key + "_person");
    } else if (labels.has(key)) {
      office = labels.get(key);
    } else if (!speaker.kind.empty()) {
      office = foreign(speaker.name);
    }
  }
  // Bodies are many ("agency", "election" …): their own name says which, where it is short enough to be one.
  constexpr std::size_t k_longest_office = 40;
  const bool named = !speaker.name.empty() && count_code_points(speaker.name) <= k_longest_office;
  if (speaker.kind == "agency" && named) office = foreign(speaker.name);
  // A union of states has no government to name.
  if ((speaker.state == "EU" || speaker.state == "UN") && speaker.kind == "government") office.clear();
  if (office.empty()) return state;
  return fill(labels.get("line.speaker_office", "{state}, {office}"), {{"state", state}, {"office", office}});
}

std::string day_of(const Statement& statement, std::string_view time_zone) {
  if (!statement.attribution.date.empty()) return statement.attribution.date;
  if (statement.at == Time{}) return {};
  const std::string utc = format_iso8601(statement.at);
  // Midnight sharp is how a date without a time of day is kept: no zone may move it to the day before.
  if (utc.ends_with("T00:00:00Z")) return utc.substr(0, 10);
  return local_day(statement.at, time_zone).value_or(utc.substr(0, 10));
}

std::string one_statement(const Words& words, std::size_t index, bool alone, const std::string& day_said) {
  const Statement& statement = words.entry.statements[index];
  const Party& attributor = statement.attribution.attributor;
  Party speaker = attributor;
  if (speaker.name.empty() && speaker.state.empty()) speaker.name = statement.publisher;
  std::string clause = clause_text(words, index, alone);
  const std::string day = day_of(statement, words.time_zone);
  if (!day.empty() && day != day_said) {
    clause = fill(words.labels.get("line.dated", "{clause}, {date}"),
                  {{"clause", clause}, {"date", day_name(words.labels, day)}});
  }
  return fill(words.labels.get("line.clause", "{speaker}: {clause}"),
              {{"speaker", marked(speaker_text(speaker, words.labels), k_speaker, k_speaker_end)}, {"clause", clause}});
}

}  // namespace

std::vector<LinePart> statement_line(const DigestEntry& entry, const Labels& labels, std::string_view time_zone,
                                     std::size_t most) {
  const Words words{labels, entry, time_zone};
  const std::string separator(labels.get("line.separator", "; "));
  std::string line;
  std::string day_said;
  const std::size_t count = std::min(most, entry.statements.size());
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0) line += separator;
    line += one_statement(words, i, false, day_said);
    if (i == 0) day_said = day_of(entry.statements[i], time_zone);
  }
  if (entry.statements.size() > count) {
    line += separator + counted(labels, "count.statements", static_cast<long>(entry.statements.size() - count));
  }
  return parted(line);
}

std::vector<LinePart> statement_clause(const DigestEntry& entry, std::size_t index, const Labels& labels,
                                       std::string_view time_zone) {
  if (index >= entry.statements.size()) return {};
  return parted(one_statement({labels, entry, time_zone}, index, true, {}));
}

std::string plain(const std::vector<LinePart>& parts) {
  std::string out;
  for (const LinePart& part : parts) {
    const bool isolate = part.foreign && has_right_to_left(part.text);
    out += (isolate ? "\u2068" : "") + part.text + (isolate ? "\u2069" : "");
  }
  return out;
}

std::string speaker_name(const Party& speaker, const Labels& labels) {
  return plain(parted(speaker_text(speaker, labels)));
}

std::string significance_text(const DigestEntry& entry, const Labels& labels) {
  const SignificanceFacts& facts = entry.facts;
  std::string out(labels.get(facts.state_to_state ? "significance.state_to_state"
                             : facts.official     ? "significance.official"
                                                  : "significance.unofficial"));
  out += ", " + std::string(labels.get(facts.new_statement ? "significance.new" : "significance.known"));
  out += "; " + fill(labels.get("significance.carried_by", "{authority}"),
                     {{"authority", std::string(labels.get("authority." + std::string(to_string(facts.speaker))))}});
  out += "; " + fill(labels.get("significance.sources_languages", "{sources}, {languages}"),
                     {{"sources", counted(labels, "count.independent", facts.independent_sources)},
                      {"languages", counted(labels, "count.languages", facts.languages)}});
  return out;
}

std::string change_text(const DigestEntry& entry, const DigestChange& change, const Labels& labels,
                        std::string_view time_zone) {
  std::string line;
  if (change.kind == "statement") line = plain(statement_clause(entry, change.statement, labels, time_zone));
  return fill(labels.get("change." + change.kind, "{line}{name}"), {{"line", line},
                                                                    {"name", clean_line(change.value, k_longest_name)},
                                                                    {"state", state_name(labels, change.value)},
                                                                    {"language", clean_line(change.value, 20)},
                                                                    {"n", change.value}});
}

}  // namespace vigie::digest
