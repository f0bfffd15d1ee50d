#include <algorithm>

#include "model/text.h"
#include "model/url.h"
#include "model/url_record.h"

namespace vigie {
namespace {

bool is_unreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
         c == '_' || c == '~';
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const std::size_t at = text.find(separator);
    if (at != 0) parts.push_back(text.substr(0, at));
    if (at == text.npos) break;
    text.remove_prefix(at + 1);
  }
  return parts;
}

std::string_view query_of(const Url& url) { return std::string_view(url.query).substr(url.query.empty() ? 0 : 1); }

// %7e and ~ are one address, %2f and / are not (RFC 3986 6.2.2.2); the digits in upper case.
std::string normalize_escapes(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%' || i + 2 >= text.size()) {
      out += text[i];
      continue;
    }
    const std::string decoded = percent_decode(text.substr(i, 3));
    if (decoded.size() != 1) {
      out += text[i];
    } else if (is_unreserved(decoded[0])) {
      out += decoded;
      i += 2;
    } else {
      out += '%';
      for (const char digit : text.substr(i + 1, 2)) out += digit >= 'a' ? static_cast<char>(digit - 'a' + 'A') : digit;
      i += 2;
    }
  }
  return out;
}

// "m", "mobile" … in front of what is still a site: "m.example.org", "fr.m.example.org", not "m.org" or "amp.dev".
std::string fold_host(std::string_view host, const std::vector<std::string>& twin_labels) {
  if (host.ends_with('.')) host.remove_suffix(1);
  const std::string domain = registrable_domain(host);
  if (host.size() <= domain.size() || !host.ends_with(domain)) return std::string(host);
  std::string out;
  for (const std::string_view label : split(host.substr(0, host.size() - domain.size()), '.')) {
    if (std::find(twin_labels.begin(), twin_labels.end(), label) != twin_labels.end()) continue;
    out += label;
    out += '.';
  }
  return out + domain;
}

// A segment that looks like an article's own, not a section's: behind it "/amp" is the twin and not a topic.
bool is_article_segment(std::string_view segment) {
  return segment.size() >= 40 || segment.find_first_of("-_.0123456789%") != segment.npos;
}

struct Place {
  std::string host;
  std::vector<std::string> segments;
};

// https://amp.dev/documentation: "/c/s/example.org/path" on cdn.ampproject.org, "/amp/s/example.org/path" on Google.
void unwrap_amp_cache(Place& place, const UrlRules& rules) {
  const bool cache = place.host == "cdn.ampproject.org" || place.host.ends_with(".cdn.ampproject.org");
  const bool viewer = place.host.starts_with("google.") && !place.segments.empty() && place.segments[0] == "amp";
  if (!cache && !viewer) return;
  std::size_t at = 1;
  if (at < place.segments.size() && place.segments[at] == "s") ++at;
  if (at >= place.segments.size() || place.segments[at].find('.') == std::string::npos) return;
  place.host = fold_host(ascii_lower(place.segments[at]), rules.twin_labels);
  place.segments.erase(place.segments.begin(), place.segments.begin() + static_cast<std::ptrdiff_t>(at) + 1);
}

void fold_amp_path(std::vector<std::string>& segments) {
  if (segments.size() >= 2 && ascii_lower(segments.back()) == "amp" &&
      is_article_segment(segments[segments.size() - 2])) {
    segments.pop_back();
  }
  if (segments.size() >= 2 && ascii_lower(segments[0]) == "amp" && is_article_segment(segments.back())) {
    segments.erase(segments.begin());
  }
  if (segments.empty()) return;
  std::string& last = segments.back();
  if (last.ends_with(".amp")) {
    last.resize(last.size() - 4);
  } else if (const std::size_t at = last.rfind(".amp."); at != last.npos && last.size() - at <= 10) {
    last.erase(at, 4);
  }
}

// ";jsessionid=…" behind a segment and ASP.NET's "(S(…))" as one.
void drop_path_sessions(std::vector<std::string>& segments, const SiteUrlRules& site) {
  for (std::string& segment : segments) {
    const std::size_t at = segment.find(';');
    if (at != segment.npos && site.is_session(std::string_view(segment).substr(at + 1))) segment.resize(at);
  }
  std::erase_if(segments,
                [](const std::string& s) { return s.empty() || (s.starts_with("(S(") && s.ends_with("))")); });
}

std::string key_query(const Url& url, const SiteUrlRules& site) {
  std::string out;
  for (const std::string_view piece : split(query_of(url), '&')) {
    if (site.is_tracking(piece) || site.is_session(piece) || site.is_amp(piece)) continue;
    out += out.empty() ? '?' : '&';
    out += normalize_escapes(piece);
  }
  return out;
}

}  // namespace

std::string canonical_key(const Url& url, const UrlRules& rules) {
  const SiteUrlRules site(rules, url.host);
  Place place;
  place.host = fold_host(url.host, rules.twin_labels);
  for (const std::string_view segment : split(url.path, '/')) place.segments.push_back(normalize_escapes(segment));
  drop_path_sessions(place.segments, site);
  unwrap_amp_cache(place, rules);
  fold_amp_path(place.segments);
  if (!place.segments.empty()) {
    const std::string last = ascii_lower(place.segments.back());
    const std::vector<std::string>& documents = rules.default_documents;
    if (std::find(documents.begin(), documents.end(), last) != documents.end()) place.segments.pop_back();
  }
  if (const std::string_view other = SiteUrlRules(rules, place.host).same_as(); !other.empty()) place.host = other;
  std::string key = place.host;
  if (url.port != default_port(url.scheme)) key += ':' + std::to_string(url.port);
  for (const std::string& segment : place.segments) key += '/' + segment;
  key += key_query(url, site);
  // "#!/news/1" and "#/news/1" are routes that name the page.
  if (url.fragment.starts_with("#!") || url.fragment.starts_with("#/")) key += normalize_escapes(url.fragment);
  return key;
}

std::string strip_tracking(const Url& url, const UrlRules& rules, Fragment fragment) {
  Url out = url;
  const SiteUrlRules site(rules, url.host);
  const std::vector<std::string_view> pieces = split(query_of(url), '&');
  const auto tracks = [&](std::string_view piece) { return site.is_tracking(piece); };
  if (std::any_of(pieces.begin(), pieces.end(), tracks)) {
    out.query.clear();
    for (std::string_view piece : pieces) {
      if (tracks(piece)) continue;
      out.query += out.query.empty() ? '?' : '&';
      for (std::size_t at = piece.find("%20"); at != piece.npos; at = piece.find("%20")) {
        out.query += piece.substr(0, at);
        out.query += '+';
        piece.remove_prefix(at + 3);
      }
      out.query += piece;
    }
  }
  return fragment == Fragment::keep ? out.href() : out.href_without_fragment();
}

}  // namespace vigie
