// `vigie sources check` and `vigie sources add`: the two commands that ask sites something.
#include <algorithm>
#include <array>
#include <cstdio>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "app/commands.h"
#include "app/fetch_batch.h"
#include "app/network_settings.h"
#include "app/outcome.h"
#include "app/rows.h"
#include "app/source_preset.h"
#include "app/source_toml.h"
#include "app/terminal.h"
#include "crawler/robots.h"
#include "model/text.h"
#include "model/url.h"
#include "parsers/charset.h"
#include "parsers/feed.h"
#include "parsers/language.h"
#include "parsers/listing.h"
#include "parsers/sitemap.h"

namespace vigie {
namespace {

constexpr seconds k_patience{600};

FetchRequest request_of(const Source& source) {
  FetchRequest request;
  request.purpose = source.kind == SourceKind::feed      ? FetchPurpose::feed
                    : source.kind == SourceKind::sitemap ? FetchPurpose::sitemap
                                                         : FetchPurpose::listing;
  request.source_id = source.id;
  request.url = source.url;
  request.headers = source.headers;
  request.insecure_tls = source.insecure_tls;
  return request;
}

Expected<Feed> read_as(SourceKind kind, const FetchResponse& response, const ListingRule& rule) {
  if (kind == SourceKind::sitemap)
    return parsers::read_sitemap(response.body, response.final_url, response.content_type);
  if (kind == SourceKind::listing) {
    return parsers::read_listing(response.body, response.final_url, response.content_type, rule);
  }
  parsers::FeedContext context;
  context.url = response.final_url;
  context.content_type = response.content_type;
  return parsers::read_feed(response.body, context);
}

std::string newest_of(const Feed& feed) {
  std::optional<Date> newest;
  for (const FeedEntry& entry : feed.entries) {
    const std::optional<Date>& date = entry.published ? entry.published : entry.updated;
    if (date && (!newest || date->at > newest->at)) newest = date;
  }
  return newest ? format_date(*newest).substr(0, 10) : "";
}

std::vector<std::string> probe_row(const Source& source, const FetchResponse& response) {
  std::vector<std::string> row{source.id,
                               std::string(to_string(response.kind)),
                               response.status == 0 ? "" : std::to_string(response.status),
                               std::to_string(response.duration.count()),
                               "",
                               "",
                               response.message};
  if (response.kind != OutcomeKind::ok) return row;
  const Expected<Feed> feed = read_as(source.kind, response, source.listing);
  if (!feed) {
    row[1] = std::string(to_string(feed.error().kind));
    row[6] = feed.error().message;
    return row;
  }
  row[4] = std::to_string(feed->entries.size());
  row[5] = newest_of(*feed);
  if (response.final_url != source.url) row[6] = "redirected to " + response.final_url;
  return row;
}

// Where feeds stand on most sites that do not say so.
constexpr std::array<const char*, 12> k_common_paths = {"/feed",      "/rss",       "/rss.xml",   "/feed.xml",
                                                        "/atom.xml",  "/index.xml", "/rss/news",  "/feed/",
                                                        "/feed.json", "/en/rss",    "/news/feed", "/feeds/news.xml"};

// What was found at one address, if it can be polled.
struct Proposal {
  Source source;
  std::size_t entries = 0;
  std::string newest;
};

std::string country_of(const std::string& host) {
  const std::string top = host.substr(host.rfind('.') + 1);
  if (top.size() != 2) return top == "gov" || top == "mil" ? "US" : "";
  if (top == "uk") return "GB";
  std::string code;
  for (const char c : top) code += static_cast<char>(c - 'a' + 'A');
  return code == "EU" || code == "IO" || code == "AI" || code == "TV" || code == "CO" || code == "ME" ? "" : code;
}

Authority authority_of(const std::string& host) {
  for (const char* mark :
       {".gov", ".gouv.", ".gob.", ".gov.", ".mil", "ministr", ".go.jp", ".go.kr", ".bund.de", ".admin.ch"}) {
    if (("." + host).find(mark) != std::string::npos) return Authority::government;
  }
  return host.find("cert") != std::string::npos ? Authority::cert : Authority::press;
}

// A ceiling for sources that say so much that a day's wait would lose some: half the time their body covers.
std::optional<seconds> ceiling_for(const Feed& feed) {
  std::optional<Time> newest;
  std::optional<Time> oldest;
  for (const FeedEntry& entry : feed.entries) {
    const std::optional<Date>& date = entry.published ? entry.published : entry.updated;
    if (!date) continue;
    newest = std::max(newest.value_or(date->at), date->at);
    oldest = std::min(oldest.value_or(date->at), date->at);
  }
  if (!newest || *newest == *oldest) return std::nullopt;
  constexpr seconds k_day{86400};
  const seconds half = (*newest - *oldest) / 2;
  if (half >= k_day) return std::nullopt;
  const seconds step{half >= seconds{7200} ? 3600 : 900};
  return std::max(half / step * step, step);
}

std::optional<Proposal> proposal_of(const FetchResponse& response, SourceKind kind) {
  if (response.kind != OutcomeKind::ok) return std::nullopt;
  const Expected<Feed> feed = read_as(kind, response, {});
  if (!feed || feed->entries.empty()) return std::nullopt;
  const Expected<Url> url = parse_url(response.final_url);
  Proposal proposal;
  proposal.entries = feed->entries.size();
  proposal.newest = newest_of(*feed);
  Source& source = proposal.source;
  source.kind = kind;
  source.url = response.final_url;
  source.publisher = feed->title.empty() ? url->host : collapse_space(feed->title);
  source.country = country_of(url->host);
  source.authority = authority_of(url->host);
  if (source.authority != Authority::press) source.fetch = FetchPolicy::all;
  std::string titles;
  for (const FeedEntry& entry : feed->entries) titles += entry.title + ". " + entry.summary + "\n";
  source.language = parsers::detect_language(feed->title, titles, {feed->language, "", url->host});
  source.evidence = "vigie sources add";
  if (feed->format != "sitemapindex") source.interval_ceiling = ceiling_for(*feed);
  return proposal;
}

// Sitemaps that robots.txt names; those whose names promise news before the others, at most four.
std::vector<std::string> sitemaps_in(const FetchResponse& robots) {
  if (robots.kind != OutcomeKind::ok) return {};
  std::vector<std::string> named = crawler::RobotsRules::parse(robots.body).sitemaps();
  std::erase_if(named, [](const std::string& url) { return !parse_url(url); });
  std::stable_partition(named.begin(), named.end(),
                        [](const std::string& url) { return ascii_lower(url).find("news") != std::string::npos; });
  if (named.size() > 4) named.resize(4);
  return named;
}

std::vector<FetchRequest> candidates_on(const FetchResponse& page, const FetchResponse& robots) {
  std::vector<FetchRequest> requests;
  std::set<std::string> seen;
  const auto add = [&](const std::string& url, FetchPurpose purpose) {
    if (!seen.insert(url).second) return;
    FetchRequest request;
    request.purpose = purpose;
    request.url = url;
    requests.push_back(std::move(request));
  };
  const parsers::Decoded decoded = parsers::decode(page.body, page.content_type, parsers::Markup::html);
  for (const parsers::FeedLink& link : parsers::find_feed_links(decoded.text, page.final_url)) {
    add(link.url, FetchPurpose::feed);
  }
  const Expected<Url> base = parse_url(page.final_url);
  if (!base) return requests;
  for (const char* path : k_common_paths) add(base->origin() + path, FetchPurpose::feed);
  for (const std::string& url : sitemaps_in(robots)) add(url, FetchPurpose::sitemap);
  for (const char* path : {"/news-sitemap.xml", "/sitemap-news.xml", "/sitemap.xml"}) {
    add(base->origin() + path, FetchPurpose::sitemap);
  }
  return requests;
}

void print_proposal(Proposal proposal, int number) {
  const Expected<Url> url = parse_url(proposal.source.url);
  std::string id = proposal.source.id;
  if (id.empty()) {
    for (const char c : registrable_domain(url->host)) id += c == '.' ? '-' : c;
  }
  proposal.source.id = number == 1 ? id : id + "-" + std::to_string(number);
  std::fputs(source_toml(proposal.source).c_str(), stdout);
  say(proposal.source.url + ": " + std::to_string(proposal.entries) + " entries" +
      (proposal.newest.empty() ? "" : ", newest of " + proposal.newest));
}

}  // namespace

ExitCode command_sources_check(Session& session) {
  const std::vector<Source> sources = load_sources(session.config, session.mistakes);
  if (!tell_mistakes(session.mistakes)) return ExitCode::failed;
  const std::vector<std::string>& ids = session.line.arguments;
  std::vector<Source> chosen;
  for (const Source& source : sources) {
    const bool named = std::find(ids.begin(), ids.end(), source.id) != ids.end();
    if (ids.empty() ? source.enabled : named) chosen.push_back(source);
  }
  if (chosen.empty()) {
    say("no source of that id; `vigie sources list --all` names them");
    return ExitCode::nothing_found;
  }
  std::vector<FetchRequest> requests;
  for (const Source& source : chosen) requests.push_back(request_of(source));
  const Clock clock;
  const std::vector<FetchResponse> responses =
      fetch_batch(std::move(requests), network_settings(session.config.network, clock), k_patience);
  std::vector<std::vector<std::string>> rows;
  std::size_t failed = 0;
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    rows.push_back(probe_row(chosen[i], responses[i]));
    if (rows.back()[1] != "ok") ++failed;
  }
  print_rows({"id", "result", "status", "ms", "entries", "newest", "message"}, rows, session.line.format);
  say(std::to_string(chosen.size() - failed) + " of " + std::to_string(chosen.size()) + " sources can be polled");
  return failed == 0 ? ExitCode::done : ExitCode::failed;
}

// An account or a search: asked once, so that what is printed is known to work.
ExitCode add_preset(const Source& preset, const crawler::NetworkSettings& settings) {
  const FetchResponse response = fetch_batch({request_of(preset)}, settings, seconds{120}).front();
  std::optional<Proposal> found = proposal_of(response, preset.kind);
  if (!found) {
    const std::string why = response.message.empty() ? "no posts found there" : response.message;
    return tell({ErrorKind::io, "cannot make a source of " + preset.url + ": " + why});
  }
  found->source.id = preset.id;
  found->source.url = preset.url;
  found->source.fetch = preset.fetch;
  if (!preset.country.empty()) found->source.country = preset.country;
  if (found->source.authority == Authority::press) found->source.authority = preset.authority;
  print_proposal(std::move(*found), 1);
  return ExitCode::done;
}

ExitCode command_sources_add(Session& session) {
  const Clock clock;
  const crawler::NetworkSettings settings = network_settings(session.config.network, clock);
  if (const std::optional<Source> preset = source_of_preset(session.line.arguments.front())) {
    return add_preset(*preset, settings);
  }
  const Expected<Url> url = parse_url(session.line.arguments.front());
  if (!url) return tell({ErrorKind::invalid_query, url.error().message});
  FetchRequest first;
  first.purpose = FetchPurpose::listing;
  first.url = url->href_without_fragment();
  FetchRequest rules;
  rules.purpose = FetchPurpose::feed;
  rules.url = url->origin() + "/robots.txt";
  const std::vector<FetchResponse> answers = fetch_batch({first, rules}, settings, seconds{120});
  const FetchResponse& page = answers.front();
  if (page.kind != OutcomeKind::ok) {
    return tell({ErrorKind::io,
                 "cannot fetch " + first.url + ": " +
                     (page.message.empty() ? reason_in_words(reason_code(page.kind, page.status)) : page.message)});
  }
  if (std::optional<Proposal> feed = proposal_of(page, SourceKind::feed)) {
    print_proposal(std::move(*feed), 1);
    return ExitCode::done;
  }
  int number = 0;
  std::set<std::string> seen;
  for (const FetchResponse& response : fetch_batch(candidates_on(page, answers.back()), settings, k_patience)) {
    const SourceKind kind = response.request.purpose == FetchPurpose::sitemap ? SourceKind::sitemap : SourceKind::feed;
    // A sitemap stands in for feeds, it does not stand beside them.
    if (kind == SourceKind::sitemap && number > 0) continue;
    std::optional<Proposal> found = proposal_of(response, kind);
    if (found && seen.insert(found->source.url).second) print_proposal(std::move(*found), ++number);
  }
  if (number > 0) return ExitCode::done;
  if (std::optional<Proposal> listing = proposal_of(page, SourceKind::listing)) {
    say("no feed found; the page itself can be polled for its links");
    print_proposal(std::move(*listing), 1);
    return ExitCode::done;
  }
  say("no feed, news sitemap or list of dated links found on " + first.url);
  return ExitCode::nothing_found;
}

ExitCode command_sources_coverage(Session& session) {
  const std::vector<Source> sources = load_sources(session.config, session.mistakes);
  if (!tell_mistakes(session.mistakes)) return ExitCode::failed;
  const std::vector<Authority> authorities{Authority::government, Authority::cert,  Authority::igo,
                                           Authority::agency,     Authority::press, Authority::infosec,
                                           Authority::vendor};
  std::map<std::string, std::map<Authority, int>> counts;
  for (const Source& source : sources) {
    if (!source.enabled) continue;
    ++counts[source.language.substr(0, source.language.find('-'))][source.authority];
    ++counts["all"][source.authority];
  }
  std::vector<std::vector<std::string>> rows;
  for (const auto& [language, by_authority] : counts) {
    std::vector<std::string> row{language};
    int total = 0;
    for (const Authority authority : authorities) {
      const auto found = by_authority.find(authority);
      const int count = found == by_authority.end() ? 0 : found->second;
      row.push_back(std::to_string(count));
      total += count;
    }
    row.push_back(std::to_string(total));
    rows.push_back(std::move(row));
  }
  std::stable_sort(rows.begin(), rows.end(),
                   [](const auto& a, const auto& b) { return std::stoi(a.back()) < std::stoi(b.back()); });
  std::reverse(rows.begin(), rows.end());
  std::vector<std::string> columns{"language"};
  for (const Authority authority : authorities) columns.emplace_back(to_string(authority));
  columns.emplace_back("all");
  print_rows(columns, rows, session.line.format);
  return ExitCode::done;
}

}  // namespace vigie
