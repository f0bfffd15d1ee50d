// How a well-behaved poller behaves, rule by rule: a real server counts what it is asked.
#include <catch2/catch.hpp>
#include <set>
#include <string>

#include "tests/crawler/poller.h"

using namespace vigie;
using namespace vigie::crawler;
using namespace vigie::crawler::test;
using vigie::test::LoopbackServer;
using vigie::test::redirect_response;
using vigie::test::ServerRequest;
using vigie::test::ServerResponse;
using vigie::test::status_response;
using vigie::test::text_response;

TEST_CASE("P1: the next request carries both validators byte for byte") {
  LoopbackServer server;
  server.route("/feed", feed_response());
  Poller poller(server.url("/feed"));
  poller.poll();
  poller.poll();
  const auto log = server.log();
  REQUIRE(log.size() == 2);
  CHECK_FALSE(log[0].has_header("If-None-Match"));
  CHECK_FALSE(log[0].has_header("If-Modified-Since"));
  CHECK(log[1].header("If-None-Match") == "W/\"v1\"");
  CHECK(log[1].header("If-Modified-Since") == "Mon, 01 Jan 2024 10:00:00 GMT");
}

TEST_CASE("P2: a 304 brings no body and updates the validators") {
  LoopbackServer server;
  server.route("/feed", [](const ServerRequest& request) {
    if (!request.has_header("If-None-Match")) return feed_response();
    ServerResponse response = status_response(304);
    response.headers = {{"ETag", "\"v2\""}};
    return response;
  });
  Poller poller(server.url("/feed"));
  poller.poll();
  poller.poll();
  CHECK(poller.last.kind == OutcomeKind::not_modified);
  CHECK(poller.last.body.empty());
  poller.poll();
  CHECK(server.log()[2].header("If-None-Match") == "\"v2\"");
  CHECK(server.log()[2].header("If-Modified-Since") == "Mon, 01 Jan 2024 10:00:00 GMT");
}

TEST_CASE("P3: without validators the body decides what is unchanged, and a day passes") {
  LoopbackServer server;
  server.route("/feed", text_response(k_feed));
  Poller poller(server.url("/feed"));
  CHECK(poller.poll() >= 24h);
  CHECK(poller.poll() >= 24h);
  CHECK(poller.last.kind == OutcomeKind::unchanged);
  server.route("/feed", text_response("<rss><item>3</item></rss>"));
  poller.poll();
  CHECK(poller.last.kind == OutcomeKind::ok);
}

TEST_CASE("P4: a malformed Last-Modified is echoed as it is") {
  LoopbackServer server;
  ServerResponse response = text_response(k_feed);
  response.headers = {{"Last-Modified", "yesterday, 25:61"}};
  server.route("/feed", response);
  Poller poller(server.url("/feed"));
  poller.poll();
  poller.poll();
  CHECK(server.log()[1].header("If-Modified-Since") == "yesterday, 25:61");
}

TEST_CASE("P5: max-age and Expires put the next poll off") {
  LoopbackServer server;
  ServerResponse response = feed_response();
  response.headers.emplace_back("Cache-Control", "public, max-age=43200");
  server.route("/feed", response);
  CHECK(Poller(server.url("/feed")).poll() >= 43200s);
  response = feed_response();
  response.headers.emplace_back("Date", "Tue, 14 Nov 2023 22:13:20 GMT");
  response.headers.emplace_back("Expires", "Wed, 15 Nov 2023 22:13:20 GMT");
  server.route("/feed", response);
  CHECK(Poller(server.url("/feed")).poll() >= 24h);
}

TEST_CASE("P6: ten years and negative ages are cut to reason") {
  LoopbackServer server;
  for (const char* word : {"max-age=315360000", "max-age=0", "max-age=-7", "max-age=99999999999999999999"}) {
    ServerResponse response = feed_response();
    response.headers.emplace_back("Cache-Control", word);
    server.route("/feed", response);
    Poller poller(server.url("/feed"));
    const seconds wait = poller.poll();
    CAPTURE(word);
    CHECK(wait >= poller.policy.floor);
    CHECK(wait <= poller.policy.longest_wait + 24h);
  }
}

TEST_CASE("P7: a 429 stops the whole domain for as long as it says, over a restart too") {
  LoopbackServer server;
  ServerResponse busy = status_response(429);
  busy.headers = {{"Retry-After", "7200"}};
  server.route("/feed", busy);
  Poller poller(server.url("/feed"));
  CHECK(poller.poll() >= 7200s);
  REQUIRE(poller.last.pause);
  CHECK(poller.last.pause->until == k_start + 7200s);
  // Another source of that host, after a restart that gave the pause back.
  Poller other(server.url("/other"));
  other.pauses = poller.pauses;
  other.now = k_start + 7000s;
  CHECK(other.poll() >= 200s);
  CHECK(other.last.kind == OutcomeKind::waiting);
  CHECK(server.hits() == 1);
  other.now = k_start + 7200s;
  other.poll();
  CHECK(server.hits() == 2);
}

TEST_CASE("P7: requests that were queued behind a 429 are not sent") {
  LoopbackServer server;
  ServerResponse busy = status_response(429);
  busy.headers = {{"Retry-After", "3600"}};
  server.route_rest([busy](const ServerRequest&) { return busy; });
  std::vector<FetchRequest> requests;
  for (int i = 0; i < 20; ++i) requests.push_back(feed_request(server.url("/" + std::to_string(i))));
  const auto answers = fetch_all(loopback_settings(), requests);
  REQUIRE(answers.size() == 20);
  CHECK(server.hits() == 1);
  CHECK(std::count_if(answers.begin(), answers.end(), [](const FetchResponse& answer) {
          return answer.kind == OutcomeKind::waiting && answer.retry_after >= 3590s;
        }) == 19);
}

TEST_CASE("P8: Retry-After of a 503 as a date; one in the past is our own wait") {
  LoopbackServer server;
  ServerResponse down = status_response(503);
  down.headers = {{"Date", "Tue, 14 Nov 2023 22:13:20 GMT"}, {"Retry-After", "Wed, 15 Nov 2023 04:13:20 GMT"}};
  server.route("/feed", down);
  Poller poller(server.url("/feed"));
  CHECK(poller.poll() >= 6h);
  CHECK(poller.last.pause->scope == "source:source");
  down.headers[1].second = "Mon, 13 Nov 2023 04:13:20 GMT";
  server.route("/feed", down);
  Poller past(server.url("/feed"));
  CHECK(past.poll() >= past.policy.floor);
  CHECK(past.state.next_check_at <= k_start + 1h);
}

TEST_CASE("P9: a 429 without Retry-After backs off longer each time") {
  LoopbackServer server;
  server.route("/feed", status_response(429));
  Poller poller(server.url("/feed"));
  seconds last{0};
  for (int i = 0; i < 5; ++i) {
    const seconds wait = poller.poll();
    CHECK(poller.last.kind == OutcomeKind::rate_limited);
    CHECK(poller.last.pause);
    CHECK(wait > last);
    last = wait;
    poller.now = poller.state.next_check_at;
  }
}

TEST_CASE("P10: 301 and 308 are learned after agreement, 302 and 307 never") {
  for (const int status : {301, 308, 302, 307}) {
    LoopbackServer server;
    server.route("/old", redirect_response(status, "/new"));
    server.route("/new", feed_response());
    Poller poller(server.url("/old"));
    for (int i = 0; i < 6; ++i) poller.poll();
    CAPTURE(status);
    const bool permanent = status == 301 || status == 308;
    CHECK(server.hits("/old") == (permanent ? 3 : 6));
    CHECK(server.hits("/new") == 6);
    // The validators belong to the URL they came from, and are sent there alone.
    for (const ServerRequest& request : server.log()) {
      if (request.path == "/old") CHECK_FALSE(request.has_header("If-None-Match"));
    }
    CHECK(server.log().back().header("If-None-Match") == "W/\"v1\"");
  }
}

TEST_CASE("P11: loops and long chains end, and count as errors") {
  LoopbackServer server;
  server.route("/a", redirect_response(302, "/b"));
  server.route("/b", redirect_response(302, "/a"));
  Poller loop(server.url("/a"));
  loop.poll();
  CHECK(loop.last.kind == OutcomeKind::redirect_error);
  CHECK(loop.state.consecutive_errors == 1);
  CHECK(server.hits() == 2);
  server.clear_log();
  server.route_rest([](const ServerRequest& request) {
    return redirect_response(302, "/chain" + std::to_string(std::stoi(request.path.substr(6)) + 1));
  });
  Poller chain(server.url("/chain0"));
  chain.poll();
  CHECK(chain.last.kind == OutcomeKind::redirect_error);
  CHECK(server.hits() == 6);  // the first and five hops
}

TEST_CASE("P12: 410 ends a source, 404 and 403 and 500 slow it down") {
  LoopbackServer server;
  server.route("/feed", status_response(410));
  Poller poller(server.url("/feed"));
  poller.poll();
  CHECK(poller.state.next_check_at == k_never);
  CHECK(poller.state.health == Health::gone);
  for (const int status : {403, 404, 500}) {
    server.route("/feed", status_response(status));
    Poller kept(server.url("/feed"));
    const seconds first = kept.poll();
    CHECK(kept.poll() > first);
    CHECK(kept.state.next_check_at < k_never);
  }
}

TEST_CASE("P13: a 304 nobody asked for, an empty body and a 206 are errors that keep what is known") {
  LoopbackServer server;
  server.route("/fresh", status_response(304));
  Poller fresh(server.url("/fresh"));
  fresh.poll();
  CHECK(fresh.last.kind == OutcomeKind::http_error);
  for (const ServerResponse& bad : {status_response(200, ""), status_response(206, "<rss><item>x</item></rss>")}) {
    server.route("/feed", feed_response());
    Poller poller(server.url("/feed"));
    poller.poll();
    server.route("/feed", bad);
    poller.poll();
    CHECK(poller.state.consecutive_errors == 1);
    CHECK(poller.state.validators.etag == "W/\"v1\"");
    CHECK(poller.state.last_entry_count == 2);
  }
}

TEST_CASE("P14: validators of a body that is no feed are not saved") {
  LoopbackServer server;
  ServerResponse broken = text_response("<html>oops</html>", "application/rss+xml");
  broken.headers = {{"ETag", "\"broken\""}};
  server.route("/feed", broken);
  Poller poller(server.url("/feed"));
  poller.poll();
  poller.poll();
  CHECK_FALSE(server.log()[1].has_header("If-None-Match"));
}

TEST_CASE("P15: many feeds of one host come one at a time, spaced") {
  LoopbackServer server;
  server.route_rest([](const ServerRequest&) { return feed_response(); });
  NetworkSettings settings = loopback_settings();
  settings.politeness_delay = 20ms;
  std::vector<FetchRequest> requests;
  for (int i = 0; i < 30; ++i) requests.push_back(feed_request(server.url("/" + std::to_string(i))));
  CHECK(fetch_all(settings, requests).size() == 30);
  CHECK(server.most_at_once() == 1);
  CHECK(server.connections() == 1);
  const auto log = server.log();
  for (std::size_t i = 1; i < log.size(); ++i) CHECK(log[i].arrived - log[i - 1].answered >= 19ms);
}

TEST_CASE("P17: no cookies, no referrer, a truthful User-Agent") {
  LoopbackServer server;
  ServerResponse response = feed_response();
  response.headers.emplace_back("Set-Cookie", "id=1; Path=/");
  server.route("/feed", response);
  ServerResponse redirect = redirect_response(302, "/feed");
  redirect.headers.emplace_back("Set-Cookie", "hop=1");
  server.route("/hop", redirect);
  Poller poller(server.url("/hop"));
  poller.poll();
  poller.poll();
  REQUIRE(server.hits() == 4);
  for (const ServerRequest& request : server.log()) {
    CHECK_FALSE(request.has_header("Cookie"));
    CHECK_FALSE(request.has_header("Referer"));
    CHECK(request.query.empty());
    CHECK(request.header("User-Agent") == "vigie/0.1 (+https://example.org/bot)");
  }
}

TEST_CASE("P18: every encoding is offered and undone; a wrong one is an error") {
  LoopbackServer server;
  ServerResponse zipped = text_response(k_feed);
  zipped.gzip = true;
  server.route("/gzip", zipped);
  const auto encoded = [](std::string name, std::string body) {
    ServerResponse response = text_response(std::move(body));
    response.headers = {{"Content-Encoding", std::move(name)}};
    return response;
  };
  server.route("/br", encoded("br", std::string("\x0b\x02\x80hello\x03", 9)));
  server.route("/zstd", encoded("zstd", std::string("\x28\xB5\x2F\xFD\x20\x05\x29\x00\x00hello", 14)));
  server.route("/identity", encoded("identity", "hello"));
  server.route("/lie", encoded("gzip", "<rss>this was never compressed</rss>"));
  server.route("/unknown", encoded("rot13", "uryyb"));
  std::string cut = vigie::test::gzip(std::string(5000, 'x') + k_feed);
  cut.resize(cut.size() - 12);
  server.route("/cut", encoded("gzip", cut));
  std::vector<FetchRequest> requests;
  for (const char* path : {"/gzip", "/br", "/zstd", "/identity", "/lie", "/unknown", "/cut"}) {
    requests.push_back(feed_request(server.url(path)));
  }
  const auto answers = fetch_all(loopback_settings(), requests);
  REQUIRE(answers.size() == 7);
  CHECK(answers[0].body == k_feed);
  CHECK(answers[1].body == "hello");
  CHECK(answers[2].body == "hello");
  CHECK(answers[3].body == "hello");
  CHECK(answers[4].kind == OutcomeKind::bad_encoding);
  CHECK(answers[5].kind == OutcomeKind::bad_encoding);
  CHECK(answers[6].kind == OutcomeKind::bad_encoding);
  for (const ServerRequest& request : server.log()) {
    for (const char* name : {"gzip", "deflate", "br", "zstd"}) {
      CHECK(request.header("Accept-Encoding").find(name) != std::string::npos);
    }
  }
}

TEST_CASE("P19: a busy source is asked every few minutes, one that speaks once a month once a day") {
  LoopbackServer server;
  Poller poller(server.url("/feed"));
  seconds every{300};
  server.route("/feed", [&](const ServerRequest&) {
    std::string body = "<rss>";
    const long long newest = (poller.now - k_start) / every;
    for (long long i = newest; i > newest - 20; --i) body += "<item>" + std::to_string(i) + "</item>";
    ServerResponse response = feed_response(body + "</rss>");
    response.headers[0].second = "\"" + std::to_string(newest) + "\"";
    return response;
  });
  while (poller.now < k_start + 12h) poller.now += poller.poll();
  CHECK(server.hits() > 36);
  CHECK(server.hits() <= static_cast<std::size_t>(12h / poller.policy.floor));
  CHECK(poller.seen.size() >= static_cast<std::size_t>(12h / every));  // none was missed
  Poller rare(server.url("/feed"));
  every = seconds{30 * 86400};
  poller.now = k_start;
  server.clear_log();
  while (poller.now < k_start + 30 * 24h) {
    rare.now = poller.now;
    poller.now += rare.poll();
  }
  CHECK(server.hits() >= 27);
  CHECK(server.hits() < 60);
}

TEST_CASE("of a page in gzip the bytes as received come along") {
  LoopbackServer server;
  ServerResponse zipped = text_response("<p>hello</p>", "text/html");
  zipped.gzip = true;
  server.route("/gzip", zipped);
  server.route_rest([](const ServerRequest&) { return text_response("<p>hello</p>", "text/html"); });
  const auto answers =
      fetch_all(loopback_settings(), {page_request(server.url("/gzip")), page_request(server.url("/"))});
  REQUIRE(answers.size() == 2);
  CHECK(answers[0].body == "<p>hello</p>");
  CHECK(answers[0].gzip_body == vigie::test::gzip("<p>hello</p>"));
  CHECK(answers[1].gzip_body.empty());
}
