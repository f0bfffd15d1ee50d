#include "app/source_preset.h"

#include <algorithm>
#include <string>

#include "model/text.h"
#include "model/url.h"

namespace vigie {
namespace {

bool is_name(std::string_view text, std::string_view more) {
  return !text.empty() && text.size() <= 253 && std::all_of(text.begin(), text.end(), [&](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           more.find(c) != std::string_view::npos;
  });
}

// "telegram-some-channel" of "Telegram @some_channel".
std::string id_of(std::string_view publisher) {
  std::string id;
  for (const char c : ascii_lower(publisher)) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (plain) id += c;
    if (!plain && !id.empty() && id.back() != '-') id += '-';
  }
  while (id.ends_with('-')) id.pop_back();
  return id;
}

Source made(SourceKind kind, std::string url, std::string publisher) {
  Source source;
  source.id = id_of(publisher);
  source.kind = kind;
  source.url = std::move(url);
  source.publisher = std::move(publisher);
  source.fetch = FetchPolicy::feed_only;  // the post is all there is
  return source;
}

std::optional<Source> telegram(std::string_view name) {
  if (name.starts_with('@')) name.remove_prefix(1);
  if (!is_name(name, "_") || name.size() > 64) return std::nullopt;
  return made(SourceKind::listing, "https://t.me/s/" + std::string(name), "Telegram @" + std::string(name));
}

// "@user@host" or "user@host".
std::optional<Source> mastodon(std::string_view account) {
  if (account.starts_with('@')) account.remove_prefix(1);
  const std::size_t at = account.find('@');
  if (at == std::string_view::npos) return std::nullopt;
  const std::string_view user = account.substr(0, at);
  const std::string_view host = account.substr(at + 1);
  if (!is_name(user, "_.-") || !is_name(host, ".-") || host.find('.') == std::string_view::npos) return std::nullopt;
  return made(SourceKind::feed, "https://" + std::string(host) + "/@" + std::string(user) + ".rss",
              "@" + std::string(user) + "@" + std::string(host));
}

std::optional<Source> bluesky(std::string_view handle) {
  if (handle.starts_with('@')) handle.remove_prefix(1);
  if (!is_name(handle, ".-:")) return std::nullopt;
  return made(SourceKind::feed, "https://bsky.app/profile/" + std::string(handle) + "/rss",
              "Bluesky @" + std::string(handle));
}

std::optional<Source> youtube(std::string_view channel) {
  if (!channel.starts_with("UC") || !is_name(channel, "_-")) return std::nullopt;
  return made(SourceKind::feed, "https://www.youtube.com/feeds/videos.xml?channel_id=" + std::string(channel),
              "YouTube " + std::string(channel));
}

// GOV.UK offers every search and every organisation as Atom; what it names are pages worth reading. `query` with its
// "?".
std::optional<Source> govuk(const std::string& path, const std::string& query) {
  Source source = made(SourceKind::feed, "https://www.gov.uk" + path + ".atom" + query, "GOV.UK");
  source.fetch = FetchPolicy::all;
  source.country = "GB";
  source.language = "en";
  source.authority = Authority::government;
  return source;
}

std::optional<Source> govuk_search(std::string_view words) {
  std::string query;
  for (const char c : collapse_space(words)) {
    if (c != ' ' && !is_name({&c, 1}, "-_.")) return std::nullopt;
    query += c == ' ' ? '+' : c;
  }
  if (query.empty()) return std::nullopt;
  return govuk("/search/news-and-communications", "?keywords=" + query + "&order=updated-newest");
}

// What stands behind `prefix` in a path up to the next slash.
std::optional<std::string_view> segment_after(std::string_view path, std::string_view prefix) {
  if (!path.starts_with(prefix)) return std::nullopt;
  path.remove_prefix(prefix.size());
  return path.substr(0, path.find('/'));
}

std::optional<Source> of_address(const Url& url) {
  const std::string_view path = url.path;
  const std::string host = url.host.starts_with("www.") ? url.host.substr(4) : url.host;
  if (host == "t.me" || host == "telegram.me") {
    const auto name = path.starts_with("/s/") ? segment_after(path, "/s/") : segment_after(path, "/");
    return telegram(*name);
  }
  if (host == "bsky.app") {
    const auto handle = segment_after(path, "/profile/");
    return handle ? bluesky(*handle) : std::nullopt;
  }
  if (host == "youtube.com") {
    const auto channel = segment_after(path, "/channel/");
    return channel ? youtube(*channel) : std::nullopt;
  }
  if (host == "gov.uk") {
    const bool offered = path.starts_with("/search/") || path.starts_with("/government/organisations/");
    return offered && !path.ends_with(".atom") ? govuk(url.path, url.query) : std::nullopt;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Source> source_of_preset(std::string_view text) {
  text = trim_ascii(text);
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const std::string_view kind = text.substr(0, colon);
  const std::string_view rest = text.substr(colon + 1);
  if (kind == "telegram") return telegram(rest);
  if (kind == "mastodon") return mastodon(rest);
  if (kind == "bluesky") return bluesky(rest);
  if (kind == "youtube") return youtube(rest);
  if (kind == "govuk") return govuk_search(rest);
  const Expected<Url> url = parse_url(text);
  return url ? of_address(*url) : std::nullopt;
}

}  // namespace vigie
