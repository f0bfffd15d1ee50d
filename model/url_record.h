#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vigie {

/// A URL of any scheme, taken apart as the WHATWG URL standard does (https://url.spec.whatwg.org/#concept-url).
struct UrlRecord {
  std::string scheme;
  std::string username;
  std::string password;
  std::optional<std::string> host;      // serialised; IPv6 in brackets
  std::optional<std::uint16_t> port;    // null for none and for the scheme's default
  std::vector<std::string> path;        // segments, unless opaque
  std::optional<std::string> opaque;    // the path of "mailto:…" and its like
  std::optional<std::string> query;     // without "?"
  std::optional<std::string> fragment;  // without "#"
};

/// The standard's "basic URL parser" without state override. Null is the standard's failure. `input` is UTF-8;
/// malformed bytes read as U+FFFD. Input over 64 KiB fails (own choice).
std::optional<UrlRecord> parse_url_record(std::string_view input, const UrlRecord* base);

/// The standard's URL serialiser.
std::string serialize(const UrlRecord& url);
std::string serialize_path(const UrlRecord& url);

/// http, https, ws, wss, ftp and file.
bool is_special_scheme(std::string_view scheme);

/// The port a special scheme implies, 0 for none.
std::uint16_t default_port(std::string_view scheme);

/// The standard's host parser, serialised (https://url.spec.whatwg.org/#concept-host-parser). Null is failure.
enum class HostKind { domain, opaque };  // of a special scheme; of any other
std::optional<std::string> parse_host(std::string_view input, HostKind kind);

/// The percent-encode sets of the standard's section 1.3.
enum class EncodeSet { c0_control, fragment, query, special_query, path, userinfo };
std::string percent_encode(std::string_view bytes, EncodeSet set);
std::string percent_decode(std::string_view text);

/// A host name in ASCII by UTS #46. Null when it cannot be.
enum class Idna { nontransitional, transitional };  // WHATWG's; IDNA 2003's mapping of ß and final sigma
std::optional<std::string> domain_to_ascii(std::string_view domain, Idna idna);

}  // namespace vigie
