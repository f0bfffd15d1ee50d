#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/http_server.h"

namespace vigie {

/// Who may ask. A page on loopback must not be readable by a web site that points its own name at 127.0.0.1 (DNS
/// rebinding): only requests for a name on the list are answered.
struct ServeAccess {
  std::vector<std::string> hosts;  // as they stand in Host: "127.0.0.1:8480", lower case
  std::string token;               // empty: none is asked for
};

/// "127.0.0.1" and "::1" and all of 127.0.0.0/8.
bool is_loopback(std::string_view address);

/// The names answered: loopback's with the port, the address listened on, and each of `configured`, with the port where
/// it has none of its own and without (behind a proxy on 80 or 443).
std::vector<std::string> served_hosts(const std::string& listen, int port, const std::vector<std::string>& configured);

/// The answer to a request that is refused: 421 for another host's, 405 for other methods than GET and HEAD, 401
/// without the token, 303 for a link with a right `token` (the cookie it sets is asked for from there on). Nothing for
/// a request to be served. The token is taken from `Authorization: Bearer`, or the cookie.
std::optional<HttpAnswer> refusal(const HttpRequest& request, const ServeAccess& access);

/// Whether JSON is preferred to HTML (RFC 9110 section 12.5.1): named in Accept with a quality not below text/html's.
bool wants_json(std::string_view accept);

/// Headers of every answer: a Content-Security-Policy that allows our own style sheet and form and nothing else; no
/// sniffing, no framing, no referrer, no keeping.
void add_safety_headers(HttpAnswer& answer);

}  // namespace vigie
