#include "app/site.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "app/assessment_json.h"
#include "app/digest_source.h"
#include "app/query_expansion.h"
#include "app/record_json.h"
#include "app/serve_access.h"
#include "app/site_pages.h"
#include "app/text_forms.h"
#include "crawler/revisit.h"
#include "storage/article_store.h"
#include "storage/ledger.h"
#include "storage/source_store.h"

namespace vigie {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t k_hits_a_page = 20;
constexpr std::size_t k_last_page = 500;  // ten thousand hits back; `since:` and `until:` lead further
constexpr std::size_t k_stories = 100;
constexpr std::size_t k_stories_of_late = 15;

HttpAnswer json_answer(const Json& json, int status = 200) {
  return {status, "application/json", json_text(json) + "\n", {}};
}

HttpAnswer page_answer(std::string_view title, const Page& body, std::string_view query = {}, int status = 200) {
  return {status, "text/html; charset=utf-8", whole_page(title, query, body), {}};
}

HttpAnswer wrong(int status, const std::string& message, bool json, std::string_view query = {}) {
  if (json) return json_answer({{"error", message}}, status);
  Page body;
  body.markup("<p class=\"wrong\">").text(message).markup("</p>\n");
  return page_answer(status == 404 ? "Not found" : "Not understood", body, query, status);
}

std::optional<std::int64_t> number_of(std::string_view text) {
  std::int64_t number = 0;
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || stop != text.data() + text.size() || number <= 0) return std::nullopt;
  return number;
}

std::string parameter(const HttpRequest& request, const std::string& name) {
  const auto found = request.query.find(name);
  return found == request.query.end() ? "" : found->second;
}

std::string moment(Time at) { return at == Time{} ? "" : format_iso8601(at); }

}  // namespace

Expected<std::unique_ptr<Site>> Site::open(const Config& config, std::vector<Source> sources) {
  std::unique_ptr<Site> site(new Site(config, std::move(sources)));
  Expected<std::unique_ptr<storage::Database>> first = site->borrow();
  if (!first) return tl::unexpected(first.error());
  site->give_back(std::move(*first));
  return site;
}

Site::Site(const Config& config, std::vector<Source> sources)
    : config_(config),
      sources_(std::move(sources)),
      expansion_(query_expansion(config)),
      labels_(digest_labels(config)) {}

Expected<std::unique_ptr<storage::Database>> Site::borrow() {
  {
    const std::lock_guard lock(mutex_);
    if (!idle_.empty()) {
      std::unique_ptr<storage::Database> database = std::move(idle_.back());
      idle_.pop_back();
      return database;
    }
  }
  Expected<storage::Database> database = storage::Database::open_reader(config_.database);
  if (!database) return tl::unexpected(database.error());
  return std::make_unique<storage::Database>(std::move(*database));
}

void Site::give_back(std::unique_ptr<storage::Database> database) {
  const std::lock_guard lock(mutex_);
  idle_.push_back(std::move(database));
}

HttpAnswer Site::answer(const HttpRequest& request, Time now) {
  if (request.path == "/style.css") return {200, "text/css; charset=utf-8", std::string(page_style()), {}};
  const bool json = wants_json(request.accept);
  Expected<std::unique_ptr<storage::Database>> database = borrow();
  if (!database) return wrong(503, database.error().message, json);
  // A connection whose statement threw is closed, not kept.
  HttpAnswer answer = route({**database, request, now, json});
  give_back(std::move(*database));
  return answer;
}

HttpAnswer Site::route(const Asked& asked) {
  const std::string_view path = asked.request.path;
  if (path == "/metrics") {
    return {200, "text/plain; version=0.0.4; charset=utf-8", metrics_text(asked.database, sources_, asked.now), {}};
  }
  if (path == "/" || path == "/search") return search(asked);
  if (path == "/stories") return stories(asked);
  if (path == "/sources") return sources(asked);
  if (path == "/digests") return digests(asked);
  if (path.starts_with("/story/s")) return story(asked, path.substr(8));
  if (path.starts_with("/article/")) return article(asked, path.substr(9));
  if (path.starts_with("/digest/")) return digest_of(asked, std::string(path.substr(8)));
  return wrong(404, "there is no such page", asked.json);
}

HttpAnswer Site::search(const Asked& asked) {
  HitList list;
  list.query = parameter(asked.request, "q");
  if (list.query.find_first_not_of(" \t\r\n") == std::string::npos) {
    const auto rows = storage::StoryStore(asked.database).list({{}, {}, "", k_stories_of_late});
    return asked.json ? json_answer({{"stories", story_rows_json(rows)}}) : page_answer("Search", front_page(rows));
  }
  const std::string page = parameter(asked.request, "page");
  list.page =
      page.empty() ? 1 : std::min<std::size_t>(k_last_page, static_cast<std::size_t>(number_of(page).value_or(1)));
  const Expected<storage::Query> query = storage::parse_query(list.query, asked.now);
  if (!query) return wrong(400, query.error().message, asked.json, list.query);
  storage::SearchOptions options;
  options.sort =
      parameter(asked.request, "sort") == "relevance" ? storage::SortOrder::relevance : storage::SortOrder::newest;
  options.limit = k_hits_a_page + 1;  // one more tells whether there is a next page
  options.offset = (list.page - 1) * k_hits_a_page;
  Expected<std::vector<storage::SearchHit>> hits = storage::search(asked.database, *query, options, expansion_);
  if (!hits) return wrong(400, hits.error().message, asked.json, list.query);
  list.more = hits->size() > k_hits_a_page && list.page < k_last_page;
  if (hits->size() > k_hits_a_page) hits->resize(k_hits_a_page);
  list.hits = std::move(*hits);
  if (!asked.json) return page_answer(list.query, hits_page(list), list.query);
  Json all = Json::array();
  for (const storage::SearchHit& hit : list.hits) all.push_back(hit_json(hit));
  return json_answer({{"query", list.query}, {"page", list.page}, {"more", list.more}, {"hits", all}});
}

HttpAnswer Site::stories(const Asked& asked) {
  const auto rows = storage::StoryStore(asked.database).list({{}, {}, "", k_stories});
  if (asked.json) return json_answer({{"stories", story_rows_json(rows)}});
  return page_answer("Stories", stories_page(rows));
}

HttpAnswer Site::story(const Asked& asked, std::string_view name) {
  const std::optional<std::int64_t> id = number_of(name);
  const std::optional<Story> found = id ? storage::StoryStore(asked.database).find(*id) : std::nullopt;
  if (!found) return wrong(404, "there is no such story", asked.json);
  if (asked.json) return json_answer(story_json(*found));
  return page_answer(found->headline, story_page(*found, labels_, config_.digest.time_zone));
}

HttpAnswer Site::article(const Asked& asked, std::string_view name) {
  const std::optional<std::int64_t> id = number_of(name);
  const auto found = id ? storage::ArticleStore(asked.database).find(*id) : std::nullopt;
  if (!found) return wrong(404, "there is no such article", asked.json);
  if (asked.json) return json_answer(article_json(*found));
  return page_answer(found->article.title,
                     article_page(*found, storage::captures_of(asked.database, found->article.url)));
}

HttpAnswer Site::sources(const Asked& asked) {
  std::map<std::string, SourceState> states;
  for (SourceState& state : storage::SourceStore(asked.database).all()) states[state.source_id] = std::move(state);
  std::vector<SourceRow> rows;
  for (const Source& source : sources_) {
    if (!source.enabled) continue;
    SourceRow row{source.id, source.publisher, source.url, "new", "", "", ""};
    if (const auto stored = states.find(source.id); stored != states.end()) {
      const SourceState state = crawler::with_current_health(stored->second, crawler::RevisitPolicy{}, asked.now);
      row.health = to_string(state.health);
      row.since = moment(state.health_since);
      row.next_check = state.next_check_at >= crawler::k_never ? "never" : moment(state.next_check_at);
      row.reason = state.health_reason;
    }
    rows.push_back(std::move(row));
  }
  std::stable_sort(rows.begin(), rows.end(), [](const SourceRow& a, const SourceRow& b) {
    return (a.health != "healthy" && a.health != "new") > (b.health != "healthy" && b.health != "new");
  });
  if (!asked.json) return page_answer("Sources", sources_page(rows));
  Json all = Json::array();
  for (const SourceRow& row : rows) {
    all.push_back({{"id", row.id},
                   {"publisher", row.publisher},
                   {"url", row.url},
                   {"health", row.health},
                   {"since", row.since},
                   {"next_check", row.next_check},
                   {"reason", row.reason}});
  }
  return json_answer({{"sources", all}});
}

HttpAnswer Site::digests(const Asked& asked) {
  std::vector<std::string> days;
  for (const storage::DigestRecord& record : storage::Ledger(asked.database).digests(400)) days.push_back(record.day);
  return asked.json ? json_answer({{"digests", days}}) : page_answer("Digests", digests_page(days));
}

// As it was delivered where it was, else composed from the archive.
HttpAnswer Site::digest_of(const Asked& asked, const std::string& day) {
  const Expected<DigestWindow> window = day_window(day, config_);
  if (!window) return wrong(404, "there is no such day", asked.json);
  const std::string form = asked.json ? "json" : "html";
  std::string text;
  if (storage::Ledger(asked.database).digest(window->date)) {
    std::ifstream file(std::filesystem::path(config_.digest.folder) / (window->date + "." + form), std::ios::binary);
    text.assign(std::istreambuf_iterator<char>(file), {});
  }
  if (text.empty()) {
    const Digest digest = compose_digest(asked.database, *window, config_, sources_, asked.now);
    text = render_digest(digest, labels_, form, asked.now);
  }
  HttpAnswer answer{200, asked.json ? "application/json" : "text/html; charset=utf-8", std::move(text), {}};
  // The digest is one file that holds its own style sheet.
  answer.headers.emplace_back("Content-Security-Policy",
                              "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; "
                              "form-action 'none'; frame-ancestors 'none'");
  return answer;
}

}  // namespace vigie
