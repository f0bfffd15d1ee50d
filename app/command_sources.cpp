#include <algorithm>
#include <cstdio>
#include <map>
#include <set>
#include <sstream>

#include "app/commands.h"
#include "app/input_file.h"
#include "app/rows.h"
#include "app/source_toml.h"
#include "app/terminal.h"
#include "crawler/revisit.h"
#include "model/text.h"
#include "model/url.h"
#include "parsers/opml.h"
#include "storage/source_store.h"

namespace vigie {
namespace {

using Row = std::vector<std::string>;

Expected<std::vector<Source>> sound_sources(Session& session) {
  std::vector<Source> sources = load_sources(session.config, session.mistakes);
  if (session.mistakes.empty()) return sources;
  return failure(ErrorKind::invalid_config, to_string(session.mistakes.front()) +
                                                (session.mistakes.size() > 1 ? "; `vigie check` lists all" : ""));
}

// "diplomatie-belgium-be" of https://diplomatie.belgium.be/feed, made unique by a number.
std::string id_for(const std::string& url, std::set<std::string>& taken) {
  const Expected<Url> parsed = parse_url(url);
  std::string base;
  for (const char c : parsed ? parsed->host : "source") {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (plain) base += c;
    if (!plain && !base.empty() && base.back() != '-') base += '-';
  }
  while (!base.empty() && base.back() == '-') base.pop_back();
  if (base.starts_with("www-")) base.erase(0, 4);
  std::string id = base;
  for (int number = 2; !taken.insert(id).second; ++number) id = base + "-" + std::to_string(number);
  return id;
}

Expected<std::vector<parsers::OpmlFeed>> read_list(const std::string& text) {
  const std::string_view begin = trim_ascii(text);
  if (begin.starts_with("<") || begin.starts_with("\xEF\xBB\xBF<")) return parsers::read_opml(text);
  std::vector<parsers::OpmlFeed> feeds;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    const std::string_view url = trim_ascii(line);
    if (!url.empty() && url.front() != '#') feeds.push_back({std::string(url), "", ""});
  }
  return feeds;
}

}  // namespace

ExitCode command_sources_list(Session& session) {
  const Expected<std::vector<Source>> sources = sound_sources(session);
  if (!sources) return tell(sources.error());
  std::vector<Row> rows;
  for (const Source& source : *sources) {
    if (!source.enabled && !session.line.all) continue;
    rows.push_back({source.id, std::string(to_string(source.kind)), std::string(to_string(source.authority)),
                    source.country, source.language,
                    std::string(to_string(source.fetch.value_or(session.config.fetch))), source.publisher, source.url});
    if (session.line.all) rows.back().push_back(source.enabled ? "" : source.disabled_reason);
  }
  std::vector<std::string> columns{"id", "kind", "authority", "country", "lang", "fetch", "publisher", "url"};
  if (session.line.all) columns.emplace_back("disabled");
  print_rows(columns, rows, session.line.format);
  return rows.empty() ? ExitCode::nothing_found : ExitCode::done;
}

ExitCode command_sources_health(Session& session) {
  const Expected<std::vector<Source>> sources = sound_sources(session);
  if (!sources) return tell(sources.error());
  Expected<storage::Database> database = open_archive(session);
  if (!database) return tell(database.error(), "`vigie run` fills the archive");
  const Time now = std::chrono::floor<seconds>(std::chrono::system_clock::now());
  std::map<std::string, SourceState> states;
  for (SourceState& state : storage::SourceStore(*database).all()) states.emplace(state.source_id, std::move(state));
  std::vector<Row> rows;
  for (const Source& source : *sources) {
    const auto found = states.find(source.id);
    if (found == states.end() || !source.enabled) continue;
    const SourceState state = crawler::with_current_health(found->second, crawler::RevisitPolicy{}, now);
    const bool moved = !state.url.empty() && state.url != source.url;
    if (state.health == Health::healthy && !moved && !session.line.all) continue;
    std::string reason = state.health_reason;
    if (moved) reason += (reason.empty() ? "" : "; ") + ("moved for good to " + state.url);
    rows.push_back({source.id, std::string(to_string(state.health)),
                    state.health_since == Time{} ? "" : format_iso8601(state.health_since),
                    state.next_check_at >= crawler::k_never ? "never" : format_iso8601(state.next_check_at), reason});
  }
  print_rows({"id", "health", "since", "next check", "reason"}, rows, session.line.format);
  if (rows.empty() && (session.line.format.empty() || session.line.format == "table")) say("all sources are healthy");
  return ExitCode::done;
}

ExitCode command_sources_import(Session& session) {
  const Expected<std::string> text = read_input(session.line.arguments.front());
  if (!text) return tell(text.error());
  const Expected<std::vector<parsers::OpmlFeed>> feeds = read_list(*text);
  if (!feeds) return tell(feeds.error());
  std::set<std::string> ids;
  std::set<std::string> urls;
  std::size_t refused = 0;
  for (const parsers::OpmlFeed& feed : *feeds) {
    const Expected<Url> url = parse_url(feed.url);
    if (!url || !urls.insert(url->href_without_fragment()).second) {
      say("skipped " + feed.url + ": " + (url ? "stands twice in the list" : url.error().message));
      ++refused;
      continue;
    }
    Source source;
    source.url = url->href_without_fragment();
    source.id = id_for(source.url, ids);
    source.publisher = feed.title.empty() ? url->host : collapse_space(feed.title);
    source.language = feed.language;
    std::fputs(source_toml(source).c_str(), stdout);
  }
  say(std::to_string(urls.size()) + " sources" + (refused > 0 ? ", " + std::to_string(refused) + " skipped" : ""));
  return urls.empty() ? ExitCode::nothing_found : ExitCode::done;
}

ExitCode command_sources_export(Session& session) {
  const Expected<std::vector<Source>> sources = sound_sources(session);
  if (!sources) return tell(sources.error());
  std::printf(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml "
      "version=\"2.0\">\n<head><title>vigie</title></head>\n<body>\n");
  for (const Source& source : *sources) {
    if (source.kind != SourceKind::feed || (!source.enabled && !session.line.all)) continue;
    std::printf("<outline type=\"rss\" text=\"%s\" title=\"%s\" xmlUrl=\"%s\" language=\"%s\"/>\n",
                escape_html(source.publisher).c_str(), escape_html(source.publisher).c_str(),
                escape_html(source.url).c_str(), escape_html(source.language).c_str());
  }
  std::printf("</body>\n</opml>\n");
  return ExitCode::done;
}

}  // namespace vigie
