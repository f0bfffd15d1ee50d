#include "model/url.h"

#include <libpsl.h>

#include <algorithm>

#include "model/text.h"
#include "model/url_record.h"

namespace vigie {
namespace {

constexpr std::size_t k_longest_shown = 200;

Expected<Url> web_url(std::optional<UrlRecord> record, std::string_view text) {
  if (!record) {
    return failure(ErrorKind::malformed, "cannot parse url " + escape_controls(clip_utf8(text, k_longest_shown)) +
                                             ": not a url by the WHATWG standard");
  }
  if (record->scheme != "http" && record->scheme != "https") {
    return failure(ErrorKind::unsupported, "cannot use url " + escape_controls(clip_utf8(text, k_longest_shown)) +
                                               ": its scheme is " + record->scheme + ", not http or https");
  }
  Url url;
  url.path = serialize_path(*record);
  url.scheme = std::move(record->scheme);
  url.userinfo = std::move(record->username);
  if (!record->password.empty()) url.userinfo += ':' + record->password;
  url.host = std::move(*record->host);
  url.port = record->port.value_or(default_port(url.scheme));
  if (record->query) url.query = '?' + *record->query;
  if (record->fragment) url.fragment = '#' + *record->fragment;
  return url;
}

}  // namespace

std::string Url::href() const { return href_without_fragment() + fragment; }

std::string Url::href_without_fragment() const {
  std::string out = scheme + "://";
  if (!userinfo.empty()) out += userinfo + '@';
  out += host;
  if (port != default_port(scheme)) out += ':' + std::to_string(port);
  return out + path + query;
}

std::string Url::origin() const {
  std::string out = scheme + "://" + host;
  if (port != default_port(scheme)) out += ':' + std::to_string(port);
  return out;
}

Expected<Url> parse_url(std::string_view text) { return web_url(parse_url_record(text, nullptr), text); }

Expected<Url> resolve_url(const Url& base, std::string_view reference) {
  const std::optional<UrlRecord> record = parse_url_record(base.href(), nullptr);
  if (!record) return failure(ErrorKind::malformed, "cannot resolve a reference: the base is not a url");
  return web_url(parse_url_record(reference, &*record), reference);
}

std::optional<std::string> whatwg_href(std::string_view input, std::string_view base) {
  std::optional<UrlRecord> base_record;
  if (!base.empty()) {
    base_record = parse_url_record(base, nullptr);
    if (!base_record) return std::nullopt;
  }
  const std::optional<UrlRecord> record = parse_url_record(input, base_record ? &*base_record : nullptr);
  if (!record) return std::nullopt;
  return serialize(*record);
}

std::string registrable_domain(std::string_view host) {
  std::string name = ascii_lower(host);
  if (name.ends_with('.')) name.pop_back();
  const bool ip = name.starts_with('[') || (!name.empty() && name.back() >= '0' && name.back() <= '9' &&
                                            name.find_first_not_of("0123456789.") == name.npos);
  const psl_ctx_t* list = psl_builtin();
  if (ip || list == nullptr || name.find('.') == name.npos) return name;
  // Null when the whole name is itself a public suffix: "co.uk" is its own domain.
  const char* domain = psl_registrable_domain(list, name.c_str());
  return domain != nullptr ? std::string(domain) : name;
}

}  // namespace vigie
