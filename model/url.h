#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/error.h"
#include "model/url_rules.h"

namespace vigie {

/// An absolute http or https URL in its WHATWG serialisation, taken apart. Only parse_url and resolve_url make one.
struct Url {
  std::string scheme;        // "http" or "https"
  std::string userinfo;      // "user:password" or empty
  std::string host;          // lower case, punycode; IPv6 in brackets
  int port = 0;              // effective port, the scheme's default filled in
  std::string path;          // begins with "/"
  std::string query;         // with its "?", or empty
  std::string fragment;      // with its "#", or empty
  std::string href() const;  // the whole URL
  std::string href_without_fragment() const;
  std::string origin() const;  // "https://example.org" or "https://example.org:8443"
};

/// Parses an absolute URL as the WHATWG URL standard does (https://url.spec.whatwg.org/), http and https only.
/// Errors: malformed; unsupported for any other scheme.
Expected<Url> parse_url(std::string_view text);

/// Resolves `reference` against `base` by the same standard.
Expected<Url> resolve_url(const Url& base, std::string_view reference);

/// The WHATWG standard's answer for a URL of any scheme, resolved against `base` (empty for none) and serialised:
/// "ftp:", "mailto:" and "file:" links too. Null is the standard's failure.
std::optional<std::string> whatwg_href(std::string_view input, std::string_view base = {});

/// The address under which an article is one: fragment, credentials, tracking and session parameters, default port and
/// default documents gone, AMP and mobile twins and a site's other names folded, remaining query kept in order. Not
/// meant to be fetched.
std::string canonical_key(const Url& url, const UrlRules& rules);

/// `url` without tracking parameters and fragment, still fit to be fetched. What remains of the query keeps its order
/// and bytes, but for a space, which a form writes "+".
enum class Fragment { drop, keep };
std::string strip_tracking(const Url& url, const UrlRules& rules, Fragment fragment = Fragment::drop);

/// The dedupe key of w3lib's canonicalize_url, on absolute and relative references: query sorted and form-encoded, path
/// percent-encoding normalised, host in lower case and punycode, fragment dropped. Source:
/// https://w3lib.readthedocs.io/.
std::string canonicalize_url(std::string_view url);

/// The registrable domain ("example.co.uk") of a host by the Public Suffix List; an IP address or single label is
/// returned as it is.
std::string registrable_domain(std::string_view host);

}  // namespace vigie
