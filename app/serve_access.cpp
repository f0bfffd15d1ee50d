#include "app/serve_access.h"

#include <algorithm>
#include <cstdlib>

#include "model/text.h"

namespace vigie {
namespace {

constexpr std::string_view k_cookie = "vigie_token=";

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

// In time that depends on the lengths alone.
bool same_secret(std::string_view given, std::string_view secret) {
  unsigned difference = given.size() == secret.size() ? 0U : 1U;
  for (std::size_t i = 0; i < given.size(); ++i) {
    difference |= static_cast<unsigned char>(given[i]) ^ static_cast<unsigned char>(secret[i % secret.size()]);
  }
  return difference == 0;
}

std::string_view cookie_token(std::string_view cookies) {
  for (std::size_t at = cookies.find(k_cookie); at != std::string_view::npos; at = cookies.find(k_cookie, at + 1)) {
    if (at > 0 && cookies[at - 1] != ' ' && cookies[at - 1] != ';') continue;
    const std::string_view value = cookies.substr(at + k_cookie.size());
    return value.substr(0, value.find(';'));
  }
  return {};
}

bool has_token(const HttpRequest& request, const std::string& token) {
  const std::string_view authorization = request.authorization;
  if (lower(authorization.substr(0, 7)) == "bearer " && same_secret(trim_ascii(authorization.substr(7)), token)) {
    return true;
  }
  const std::string_view cookie = cookie_token(request.cookie);
  return !cookie.empty() && same_secret(cookie, token);
}

HttpAnswer plain_answer(int status, std::string message) {
  return {status, "text/plain; charset=utf-8", std::move(message) + "\n", {}};
}

// The quality of a media type in Accept; -1 where it is not named.
double quality_of(std::string_view accept, std::string_view type) {
  while (!accept.empty()) {
    const std::size_t comma = accept.find(',');
    const std::string range = lower(trim_ascii(accept.substr(0, comma)));
    accept = comma == std::string_view::npos ? std::string_view() : accept.substr(comma + 1);
    if (trim_ascii(std::string_view(range).substr(0, range.find(';'))) != type) continue;
    const std::size_t q = range.find("q=");
    return q == std::string::npos ? 1.0 : std::atof(range.c_str() + q + 2);
  }
  return -1;
}

}  // namespace

bool is_loopback(std::string_view address) { return address == "::1" || address.starts_with("127."); }

std::vector<std::string> served_hosts(const std::string& listen, int port, const std::vector<std::string>& configured) {
  const std::string suffix = ":" + std::to_string(port);
  const std::string bracketed = listen.find(':') == std::string::npos ? listen : "[" + listen + "]";
  std::vector<std::string> hosts{"127.0.0.1" + suffix, "localhost" + suffix, "[::1]" + suffix, bracketed + suffix};
  for (const std::string& host : configured) {
    hosts.push_back(lower(host));
    hosts.push_back(lower(host) + suffix);
  }
  return hosts;
}

std::optional<HttpAnswer> refusal(const HttpRequest& request, const ServeAccess& access) {
  if (std::find(access.hosts.begin(), access.hosts.end(), lower(request.host)) == access.hosts.end()) {
    return plain_answer(421, "this server answers for its own names alone; `hosts` in [serve] adds one");
  }
  if (request.method != "GET" && request.method != "HEAD") {
    HttpAnswer answer = plain_answer(405, "this page can only be read");
    answer.headers.emplace_back("Allow", "GET, HEAD");
    return answer;
  }
  if (access.token.empty()) return std::nullopt;
  if (const auto given = request.query.find("token"); given != request.query.end() && !given->second.empty()) {
    if (same_secret(given->second, access.token)) {
      // On to the front page, so that the token stands in no address bar.
      HttpAnswer answer = plain_answer(303, "welcome");
      answer.headers.emplace_back("Location", "/");
      answer.headers.emplace_back("Set-Cookie",
                                  std::string(k_cookie) + access.token + "; Path=/; HttpOnly; SameSite=Strict");
      return answer;
    }
  } else if (has_token(request, access.token)) {
    return std::nullopt;
  }
  HttpAnswer answer = plain_answer(401, "a token is needed: /?token=… in a browser, Authorization: Bearer … elsewhere");
  answer.headers.emplace_back("WWW-Authenticate", "Bearer");
  return answer;
}

bool wants_json(std::string_view accept) {
  const double json = quality_of(accept, "application/json");
  return json > 0 && json >= quality_of(accept, "text/html");
}

void add_safety_headers(HttpAnswer& answer) {
  const bool has_policy = std::any_of(answer.headers.begin(), answer.headers.end(),
                                      [](const auto& header) { return header.first == "Content-Security-Policy"; });
  if (!has_policy) {
    answer.headers.emplace_back(
        "Content-Security-Policy",
        "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
  }
  answer.headers.emplace_back("X-Content-Type-Options", "nosniff");
  answer.headers.emplace_back("X-Frame-Options", "DENY");
  answer.headers.emplace_back("Referrer-Policy", "no-referrer");
  answer.headers.emplace_back("Cross-Origin-Resource-Policy", "same-origin");
  answer.headers.emplace_back("Cache-Control", "no-store");
  answer.headers.emplace_back("Vary", "Accept");
}

}  // namespace vigie
