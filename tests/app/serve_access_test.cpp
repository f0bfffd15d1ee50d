#include "app/serve_access.h"

#include <catch2/catch.hpp>

using namespace vigie;

namespace {

HttpRequest request_for(const char* host) {
  HttpRequest request;
  request.method = "GET";
  request.path = "/";
  request.host = host;
  return request;
}

ServeAccess on_loopback() { return {served_hosts("127.0.0.1", 8480, {"vigie.example.org"}), ""}; }

ServeAccess with_token() { return {served_hosts("192.0.2.1", 8480, {}), "0123456789abcdef"}; }

int status_of(const HttpRequest& request, const ServeAccess& access) {
  const std::optional<HttpAnswer> refused = refusal(request, access);
  return refused ? refused->status : 200;
}

}  // namespace

TEST_CASE("a request for another host's name is misdirected: a rebound name reads nothing") {
  const ServeAccess access = on_loopback();
  for (const char* host : {"127.0.0.1:8480", "localhost:8480", "LOCALHOST:8480", "[::1]:8480", "vigie.example.org",
                           "vigie.example.org:8480"}) {
    CHECK(status_of(request_for(host), access) == 200);
  }
  for (const char* host : {"", "evil.example", "evil.example:8480", "127.0.0.1", "127.0.0.1:80", "localhost",
                           "127.0.0.1:8480.evil.example", "evil.example@127.0.0.1:8480", "0.0.0.0:8480"}) {
    CHECK(status_of(request_for(host), access) == 421);
  }
}

TEST_CASE("the page can only be read") {
  HttpRequest request = request_for("localhost:8480");
  request.method = "HEAD";
  CHECK(status_of(request, on_loopback()) == 200);
  for (const char* method : {"POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "get"}) {
    request.method = method;
    CHECK(status_of(request, on_loopback()) == 405);
  }
}

TEST_CASE("where a token is asked for, only a right one opens") {
  HttpRequest request = request_for("192.0.2.1:8480");
  CHECK(status_of(request, with_token()) == 401);
  for (const char* header : {"Bearer 0123456789abcdef", "bearer  0123456789abcdef "}) {
    request.authorization = header;
    CHECK(status_of(request, with_token()) == 200);
  }
  for (const char* header : {"Bearer", "Bearer ", "Bearer 0123456789abcde", "Bearer 0123456789abcdef0",
                             "Basic 0123456789abcdef", "0123456789abcdef"}) {
    request.authorization = header;
    CHECK(status_of(request, with_token()) == 401);
  }
  request.authorization.clear();
  request.cookie = "a=b; vigie_token=0123456789abcdef; c=d";
  CHECK(status_of(request, with_token()) == 200);
  request.cookie = "not_vigie_token=0123456789abcdef";
  CHECK(status_of(request, with_token()) == 401);
}

TEST_CASE("a link with the token sets a cookie no script can read and leads away from itself") {
  HttpRequest request = request_for("192.0.2.1:8480");
  request.query["token"] = "0123456789abcdef";
  const std::optional<HttpAnswer> answer = refusal(request, with_token());
  REQUIRE(answer);
  CHECK(answer->status == 303);
  std::string headers;
  for (const auto& [name, value] : answer->headers) headers += name + ": " + value + "\n";
  CHECK(headers.find("Location: /\n") != std::string::npos);
  CHECK(headers.find("HttpOnly; SameSite=Strict") != std::string::npos);
  request.query["token"] = "wrong";
  CHECK(status_of(request, with_token()) == 401);
}

TEST_CASE("JSON is given to who asks for it") {
  for (const char* accept : {"application/json", "text/plain, application/json;q=0.9", "application/json, */*",
                             "text/html;q=0.5, application/json"}) {
    CHECK(wants_json(accept));
  }
  for (const char* accept : {"", "*/*", "text/html,application/xhtml+xml,*/*;q=0.8",
                             "text/html, application/json;q=0.9", "application/json;q=0", "application/jsonx"}) {
    CHECK_FALSE(wants_json(accept));
  }
}

TEST_CASE("all of 127.0.0.0/8 and ::1 are loopback and nothing else is") {
  CHECK(is_loopback("127.0.0.1"));
  CHECK(is_loopback("127.9.9.9"));
  CHECK(is_loopback("::1"));
  for (const char* address : {"0.0.0.0", "::", "192.0.2.1", "10.0.0.1", "localhost"}) CHECK_FALSE(is_loopback(address));
}
