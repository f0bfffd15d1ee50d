#include <glob.h>

#include <algorithm>
#include <map>

#include "app/config.h"
#include "app/source_preset.h"
#include "model/url.h"

namespace vigie {
namespace {

std::vector<std::string> expand(const std::string& pattern) {
  std::vector<std::string> files;
  glob_t found{};
  if (::glob(pattern.c_str(), 0, nullptr, &found) == 0) {
    for (std::size_t i = 0; i < found.gl_pathc; ++i) files.emplace_back(found.gl_pathv[i]);
  }
  ::globfree(&found);
  return files;
}

bool is_valid_id(std::string_view id) {
  return !id.empty() && id.front() != '-' && std::all_of(id.begin(), id.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
  });
}

void read_requests(TomlReader& row, Source& source) {
  if (auto listing = row.table("listing")) {
    listing->text("link", source.listing.link);
    listing->text("date", source.listing.date);
    listing->finish();
  }
  row.pairs("headers", source.headers);
  row.flag("insecure_tls", source.insecure_tls);
  row.choice("wait_scope", {"source", "host", "domain"}, [&](std::string_view value) { source.wait_scope = value; });
}

Source read_source(TomlReader& row) {
  Source source;
  row.text("id", source.id);
  std::string preset;
  if (row.text("preset", preset)) {
    if (std::optional<Source> known = source_of_preset(preset)) {
      if (!source.id.empty()) known->id = std::move(source.id);
      source = std::move(*known);
    } else {
      row.mistake("preset", "\"" + preset + "\" is no telegram:NAME, mastodon:@USER@HOST, bluesky:HANDLE, " +
                                "youtube:CHANNEL_ID or govuk:WORDS");
    }
  }
  row.text("url", source.url);
  row.text("publisher", source.publisher);
  row.text("country", source.country);
  row.text("language", source.language);
  row.choice("kind", {"feed", "sitemap", "listing"},
             [&](std::string_view value) { source.kind = *source_kind_from(value); });
  row.choice("authority", {"government", "cert", "agency", "press", "infosec", "vendor", "igo"},
             [&](std::string_view value) { source.authority = *authority_from(value); });
  row.choice("fetch", {"candidates", "all", "feed_only"},
             [&](std::string_view value) { source.fetch = fetch_policy_from(value); });
  row.flag("enabled", source.enabled);
  row.text("disabled_reason", source.disabled_reason);
  row.text("evidence", source.evidence);
  seconds span{0};
  if (row.span("interval_floor", span)) source.interval_floor = span;
  if (row.span("interval_ceiling", span)) source.interval_ceiling = span;
  read_requests(row, source);
  row.finish();
  if (!is_valid_id(source.id)) {
    row.mistake("id", source.id.empty() ? "a source without an id"
                                        : "id \"" + source.id + "\" may hold only a-z, 0-9, - _ and .");
  }
  const Expected<Url> url = parse_url(source.url);
  if (!url) row.mistake("url", "source " + source.id + ": " + url.error().message);
  if (source.publisher.empty()) source.publisher = url ? url->host : source.id;
  return source;
}

}  // namespace

std::vector<Source> load_sources(const Config& config, std::vector<Mistake>& mistakes) {
  std::vector<Source> sources;
  std::map<std::string, std::string> seen;  // id or URL -> where
  for (const std::string& pattern : config.sources) {
    const std::vector<std::string> files = expand(pattern);
    if (files.empty()) mistakes.push_back({config.file, 0, "no sources file matches " + pattern});
    for (const std::string& file : files) {
      std::optional<TomlReader> root = TomlReader::open(file, mistakes);
      if (!root) continue;
      for (TomlReader& row : root->tables("source")) {
        Source source = read_source(row);
        const std::string here = file + ":" + std::to_string(row.line("id"));
        const std::string keys[] = {"id " + source.id, "url " + source.url};
        bool twice = source.id.empty();
        for (const std::string& key : keys) {
          const auto [at, is_new] = seen.emplace(key, here);
          if (is_new) continue;
          twice = true;
          row.mistake("id", key + " stands already at " + at->second);
        }
        if (!twice && parse_url(source.url)) sources.push_back(std::move(source));
      }
      root->finish();
    }
  }
  return sources;
}

}  // namespace vigie
