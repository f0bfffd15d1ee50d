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

TEST_CASE("robots.txt is asked before the first page of an origin, once, and obeyed") {
  LoopbackServer server;
  server.route("/robots.txt", text_response("User-agent: *\nDisallow: /private/\n"));
  server.route_rest([](const ServerRequest&) { return text_response("<p>page</p>", "text/html"); });
  std::vector<FetchRequest> requests;
  for (const char* path : {"/1", "/private/2", "/3", "/4"}) requests.push_back(page_request(server.url(path)));
  const auto answers = fetch_all(loopback_settings(), requests);
  REQUIRE(answers.size() == 4);
  CHECK(answers[1].kind == OutcomeKind::robots_denied);
  CHECK(server.hits("/robots.txt") == 1);
  CHECK(server.hits("/private/2") == 0);
  CHECK(server.log()[0].path == "/robots.txt");
  CHECK(server.hits() == 4);
}

TEST_CASE("the group that names vigie is obeyed, not the one for all") {
  LoopbackServer server;
  server.route("/robots.txt", text_response("User-agent: *\nDisallow: /\n\nUser-agent: Vigie\nDisallow: /x\n"));
  server.route("/page", text_response("page"));
  CHECK(fetch_one(loopback_settings(), page_request(server.url("/page"))).kind == OutcomeKind::ok);
}

TEST_CASE("a feed is polled whatever robots.txt says, and does not ask for it") {
  LoopbackServer server;
  server.route("/robots.txt", text_response("User-agent: *\nDisallow: /\n"));
  server.route("/feed", feed_response());
  CHECK(fetch_one(loopback_settings(), feed_request(server.url("/feed"))).kind == OutcomeKind::ok);
  CHECK(server.hits("/robots.txt") == 0);
}

TEST_CASE("robots.txt that answers 5xx or nothing forbids all pages; 4xx allows them") {
  LoopbackServer server;
  server.route("/page", text_response("page"));
  server.route("/robots.txt", status_response(503));
  const FetchResponse down = fetch_one(loopback_settings(), page_request(server.url("/page")));
  CHECK(down.kind == OutcomeKind::robots_unreachable);
  CHECK(down.message.find("/robots.txt answered 503") != std::string::npos);
  ServerResponse reset;
  reset.reset = true;
  server.route("/robots.txt", reset);
  CHECK(fetch_one(loopback_settings(), page_request(server.url("/page"))).kind == OutcomeKind::robots_unreachable);
  CHECK(server.hits("/page") == 0);
  server.route("/robots.txt", status_response(404));
  CHECK(fetch_one(loopback_settings(), page_request(server.url("/page"))).kind == OutcomeKind::ok);
}

TEST_CASE("robots.txt is read behind redirects; too many of them mean none (RFC 9309 2.3.1.2)") {
  LoopbackServer server;
  server.route("/robots.txt", redirect_response(301, "/elsewhere.txt"));
  server.route("/elsewhere.txt", text_response("User-agent: *\nDisallow: /page\n"));
  server.route("/page", text_response("page"));
  CHECK(fetch_one(loopback_settings(), page_request(server.url("/page"))).kind == OutcomeKind::robots_denied);
  server.route("/elsewhere.txt", redirect_response(301, "/robots.txt"));
  CHECK(fetch_one(loopback_settings(), page_request(server.url("/page"))).kind == OutcomeKind::ok);
}

TEST_CASE("a page that redirects to another host obeys that host's robots.txt and spacing") {
  LoopbackServer server;
  NetworkSettings settings = named_settings(server);
  server.route("/robots.txt", [](const ServerRequest& request) {
    return text_response(request.host == "b.example" ? "User-agent: *\nDisallow: /secret\n" : "");
  });
  server.route("/go", redirect_response(302, "http://b.example/secret"));
  server.route("/secret", text_response("secret"));
  const FetchResponse response = fetch_one(settings, page_request("http://a.example/go"));
  CHECK(response.kind == OutcomeKind::robots_denied);
  CHECK(server.hits("/secret") == 0);
  CHECK(server.hits("/robots.txt") == 2);
}

TEST_CASE("Crawl-delay spaces the pages of a host") {
  LoopbackServer server;
  server.route("/robots.txt", text_response("User-agent: *\nCrawl-delay: 0.1\n"));
  server.route_rest([](const ServerRequest&) { return text_response("page"); });
  std::vector<FetchRequest> requests;
  for (int i = 0; i < 4; ++i) requests.push_back(page_request(server.url("/" + std::to_string(i))));
  fetch_all(loopback_settings(), requests);
  const auto log = server.log();
  REQUIRE(log.size() == 5);
  for (std::size_t i = 1; i < log.size(); ++i) CHECK(log[i].arrived - log[i - 1].answered >= 99ms);
}

TEST_CASE("the spacing counts from the end of a slow answer, redirects and robots.txt included") {
  LoopbackServer server;
  ServerResponse slow = text_response("page");
  slow.delay = 60ms;
  server.route_rest([slow](const ServerRequest&) { return slow; });
  ServerResponse hop = redirect_response(302, "/target");
  hop.delay = 60ms;
  server.route("/hop", hop);
  NetworkSettings settings = loopback_settings();
  settings.politeness_delay = 50ms;
  fetch_all(settings, {page_request(server.url("/hop")), page_request(server.url("/2"))});
  const auto log = server.log();
  REQUIRE(log.size() == 4);
  CHECK(log[2].path == "/target");
  for (std::size_t i = 1; i < log.size(); ++i) CHECK(log[i].arrived - log[i - 1].answered >= 49ms);
}
