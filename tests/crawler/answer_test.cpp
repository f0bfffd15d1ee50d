#include "crawler/answer.h"

#include <catch2/catch.hpp>
#include <initializer_list>
#include <string>

#include "crawler/redirect.h"
#include "model/text.h"
#include "model/url.h"

using namespace vigie;
using namespace vigie::crawler;
using namespace std::chrono_literals;

namespace {

const Time k_now{1'700'000'000s};

Answer answer(int status, std::initializer_list<std::string> lines = {}, std::string body = "body") {
  Answer made;
  made.head.take_line("HTTP/1.1 " + std::to_string(status) + " X\r\n");
  for (const std::string& line : lines) made.head.take_line(line + "\r\n");
  made.body = std::move(body);
  return made;
}

Job job(FetchPurpose purpose = FetchPurpose::feed, const std::string& url = "https://a.example/feed") {
  Job made;
  made.request.purpose = purpose;
  made.request.url = url;
  set_target(made, *parse_url(url));
  return made;
}

FetchResponse respond(Answer&& given, FetchPurpose purpose = FetchPurpose::feed) {
  Job asked = job(purpose);
  return make_response(asked, std::move(given), k_now);
}

}  // namespace

TEST_CASE("a status becomes the kind that callers decide by") {
  CHECK(respond(answer(200)).kind == OutcomeKind::ok);
  CHECK(respond(answer(203)).kind == OutcomeKind::ok);
  CHECK(respond(answer(206)).kind == OutcomeKind::http_error);
  CHECK(respond(answer(304)).kind == OutcomeKind::http_error);
  CHECK(respond(answer(403)).kind == OutcomeKind::http_error);
  CHECK(respond(answer(404)).kind == OutcomeKind::http_error);
  CHECK(respond(answer(410)).kind == OutcomeKind::gone);
  CHECK(respond(answer(429)).kind == OutcomeKind::rate_limited);
  CHECK(respond(answer(500)).kind == OutcomeKind::http_error);
  CHECK(respond(answer(503)).kind == OutcomeKind::unavailable);
  CHECK(respond(answer(999)).kind == OutcomeKind::http_error);
  CHECK(respond(answer(200, {}, "")).kind == OutcomeKind::empty);
}

TEST_CASE("a 304 is a success only where validators were sent (P13)") {
  Answer conditional = answer(304, {"ETag: \"new\""}, "");
  conditional.conditional = true;
  Job asked = job();
  asked.request.validators = {"https://a.example/feed", "\"old\"", "Mon, 01 Jan 2024 00:00:00 GMT"};
  asked.request.body_hash = 5;
  const FetchResponse response = make_response(asked, std::move(conditional), k_now);
  CHECK(response.kind == OutcomeKind::not_modified);
  CHECK(response.validators.etag == "\"new\"");  // updated by the 304 (P2)
  CHECK(response.validators.last_modified == "Mon, 01 Jan 2024 00:00:00 GMT");
  CHECK(response.body_hash == 5);
  CHECK(respond(answer(304)).message == "answered 304 to a request without validators");
}

TEST_CASE("validators are kept byte for byte, whatever they are (P1, P4)") {
  const FetchResponse response = respond(answer(200, {"eTag:  W/\"a b\"", "Last-modified: yesterday, about noon"}));
  CHECK(response.validators.url == "https://a.example/feed");
  CHECK(response.validators.etag == "W/\"a b\"");
  CHECK(response.validators.last_modified == "yesterday, about noon");
}

TEST_CASE("validators belong to the hop they came from") {
  Job asked = job();
  asked.redirects.push_back({301, "https://b.example/feed"});
  set_target(asked, *parse_url("https://b.example/feed"));
  const FetchResponse response = make_response(asked, answer(200, {"ETag: \"1\""}), k_now);
  CHECK(response.validators.url == "https://b.example/feed");
  CHECK(response.final_url == "https://b.example/feed");
}

TEST_CASE("a body that was read before is unchanged, and not carried along") {
  Job asked = job();
  asked.request.body_hash = hash64("body");
  const FetchResponse response = make_response(asked, answer(200), k_now);
  CHECK(response.kind == OutcomeKind::unchanged);
  CHECK(response.body.empty());
  CHECK(respond(answer(200)).body_hash == hash64("body"));
}

TEST_CASE("waits are told as spans from the answer") {
  const FetchResponse response = respond(answer(503, {"Retry-After: 60", "Cache-Control: max-age=120"}));
  CHECK(response.retry_after == 60s);
  CHECK(response.max_age == 120s);
}

TEST_CASE("a new status line starts the headers anew: 1xx answers leave nothing behind") {
  AnswerHead head;
  head.take_line("HTTP/1.1 103 Early Hints\r\n");
  head.take_line("ETag: \"hint\"\r\n");
  head.take_line("HTTP/1.1 200 OK\r\n");
  CHECK(head.status == 200);
  CHECK(head.etag.empty());
  CHECK(head.raw == "HTTP/1.1 200 OK\r\n");
}

TEST_CASE("a status line that is none has status 0") {
  for (const char* line : {"HTTP/1.1", "HTTP/1.1 ", "HTTP/1.1 abc", "HTTP/1.1 20", "HTTP/9.9 banana"}) {
    AnswerHead head;
    head.take_line(line);
    CHECK(head.status == 0);
  }
}

TEST_CASE("a bot check is named, by its header or by its page, but a 429 stays one") {
  const std::string page = "<html><title>Just a moment...</title></html>";
  CHECK(respond(answer(403, {"cf-mitigated: challenge"}, "")).kind == OutcomeKind::bot_check);
  const FetchResponse named = respond(answer(503, {}, page));
  CHECK(named.kind == OutcomeKind::bot_check);
  CHECK(named.message == "a bot check of Cloudflare stands in place of the content");
  CHECK(respond(answer(200, {}, page)).kind == OutcomeKind::bot_check);
  CHECK(respond(answer(200, {}, page), FetchPurpose::page).kind == OutcomeKind::bot_check);
  CHECK(respond(answer(429, {}, page)).kind == OutcomeKind::rate_limited);
  CHECK(respond(answer(404, {}, page)).kind == OutcomeKind::http_error);
}

TEST_CASE("a large page that mentions a bot check is a page") {
  const std::string page = "<html>" + std::string(40'000, 'x') + "_cf_chl_opt</html>";
  CHECK(respond(answer(200, {}, page), FetchPurpose::page).kind == OutcomeKind::ok);
}

TEST_CASE("what robots.txt answers means (RFC 9309 2.3.1)") {
  CHECK(robots_fetch(answer(200)) == RobotsFetch::rules);
  for (const int status : {400, 401, 403, 404, 410}) CHECK(robots_fetch(answer(status)) == RobotsFetch::none);
  for (const int status : {429, 500, 503, 599}) CHECK(robots_fetch(answer(status)) == RobotsFetch::unreachable);
  Answer none;
  none.failure = OutcomeKind::timeout;
  CHECK(robots_fetch(none) == RobotsFetch::unreachable);
}
