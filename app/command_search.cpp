#include <cstdio>
#include <nlohmann/json.hpp>

#include "app/commands.h"
#include "app/query_expansion.h"
#include "app/record_json.h"
#include "app/terminal.h"
#include "app/text_forms.h"
#include "model/text.h"
#include "storage/search.h"

namespace vigie {
namespace {

using storage::SearchHit;

constexpr int k_default_limit = 20;

void print_hit(const SearchHit& hit, bool colour) {
  const std::string day = format_iso8601(hit.time).substr(0, 10);
  const auto safe = [](std::string_view text) { return escape_controls(text); };
  std::printf("%s%s%s  [%s] %s\n", colour ? "\x1b[1m" : "", escape_controls(hit.title).c_str(), colour ? "\x1b[0m" : "",
              escape_controls(hit.language).c_str(), day.c_str());
  if (!hit.snippet.text.empty()) {
    std::printf(
        "  %s\n",
        (colour ? hit.snippet.marked("\x1b[1;33m", "\x1b[0m", safe) : hit.snippet.marked("", "", safe)).c_str());
  }
  std::string facts;
  if (hit.relevant) {
    facts = std::string(to_string(hit.act));
    if (!hit.accused_states.empty()) facts += ", accused " + joined(hit.accused_states, " ");
    if (!hit.victim_states.empty()) facts += ", victim " + joined(hit.victim_states, " ");
    if (!hit.actors.empty()) facts += ", " + joined(hit.actors, ", ");
    if (hit.story != 0) facts += ", story s" + std::to_string(hit.story);
    std::printf("  %s\n", escape_controls(facts).c_str());
  }
  std::printf("  %lld  %s  %s\n\n", static_cast<long long>(hit.id), escape_controls(hit.source_id).c_str(),
              escape_controls(hit.url).c_str());
}

void print_csv(const std::vector<SearchHit>& hits) {
  std::printf("id,published,lang,source,act,accused_states,victim_states,actors,story,title,url\n");
  for (const SearchHit& hit : hits) {
    std::printf("%s\n",
                csv_line({std::to_string(hit.id), hit.published ? format_date(*hit.published) : "", hit.language,
                          hit.source_id, hit.relevant ? std::string(to_string(hit.act)) : "",
                          joined(hit.accused_states, " "), joined(hit.victim_states, " "), joined(hit.actors, "; "),
                          hit.story == 0 ? "" : std::to_string(hit.story), hit.title, hit.url})
                    .c_str());
  }
}

void print_hits(const std::vector<SearchHit>& hits, const std::string& format) {
  if (format == "json") {
    nlohmann::ordered_json all = nlohmann::ordered_json::array();
    for (const SearchHit& hit : hits) all.push_back(hit_json(hit));
    std::printf("%s\n", json_text(all, 2).c_str());
  } else if (format == "jsonl") {
    for (const SearchHit& hit : hits) std::printf("%s\n", json_text(hit_json(hit)).c_str());
  } else if (format == "csv") {
    print_csv(hits);
  } else {
    const bool colour = colour_on_stdout();
    for (const SearchHit& hit : hits) print_hit(hit, colour);
  }
}

}  // namespace

ExitCode command_search(Session& session) {
  const Time now = std::chrono::floor<seconds>(std::chrono::system_clock::now());
  std::string text = joined(session.line.arguments, " ");
  if (!session.line.saved.empty()) {
    const SavedQueryConfig* saved = find_saved_query(session.config, session.line.saved);
    if (saved == nullptr) {
      say("no [[query]] named \"" + session.line.saved + "\" in " + session.config.file);
      return ExitCode::usage;
    }
    text = text.empty() ? saved->query : "(" + saved->query + ") " + text;
  }
  const Expected<storage::Query> query = storage::parse_query(text, now);
  if (!query) return tell(query.error());
  Expected<storage::Database> database = open_archive(session);
  if (!database) return tell(database.error(), "`vigie run` fills the archive");
  storage::SearchOptions options;
  options.sort = session.line.sort == "relevance" ? storage::SortOrder::relevance : storage::SortOrder::newest;
  options.limit = static_cast<std::size_t>(session.line.limit == 0 ? k_default_limit : session.line.limit);
  const Expected<std::vector<SearchHit>> hits =
      storage::search(*database, *query, options, query_expansion(session.config));
  if (!hits) return tell(hits.error());
  print_hits(*hits, session.line.format);
  return hits->empty() ? ExitCode::nothing_found : ExitCode::done;
}

}  // namespace vigie
