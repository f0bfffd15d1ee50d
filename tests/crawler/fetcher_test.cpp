#include "crawler/fetcher.h"

#include <catch2/catch.hpp>
#include <set>
#include <string>
#include <thread>

#include "model/text.h"
#include "tests/crawler/harness.h"

using namespace vigie;
using namespace vigie::crawler;
using namespace vigie::crawler::test;
using vigie::test::LoopbackServer;
using vigie::test::redirect_response;
using vigie::test::ServerRequest;
using vigie::test::ServerResponse;
using vigie::test::status_response;
using vigie::test::text_response;

TEST_CASE("an answer tells all that later stages need") {
  LoopbackServer server;
  server.route("/robots.txt", status_response(404));
  ServerResponse page = text_response("<p>hello</p>", "text/html; charset=windows-1251");
  page.headers = {{"ETag", "\"1\""}, {"Cache-Control", "max-age=60"}};
  server.route("/page", page);
  server.route("/start", redirect_response(301, "/page#part"));
  NetworkSettings settings = loopback_settings();
  settings.now = [] { return Time{1'700'000'000s}; };
  FetchRequest request = page_request(server.url("/start"));
  request.source_id = "press";
  const FetchResponse response = fetch_one(settings, request);
  CHECK(response.kind == OutcomeKind::ok);
  CHECK(response.request.url == server.url("/start"));
  CHECK(response.request.source_id == "press");
  CHECK(response.final_url == server.url("/page"));
  REQUIRE(response.redirects.size() == 1);
  CHECK(response.redirects[0].status == 301);
  CHECK(response.status == 200);
  CHECK(response.content_type == "text/html; charset=windows-1251");
  CHECK(response.validators.url == server.url("/page"));
  CHECK(response.validators.etag == "\"1\"");
  CHECK(response.max_age == 60s);
  CHECK(response.body == "<p>hello</p>");
  CHECK(response.remote_address == "127.0.0.1");
  CHECK(response.fetched_at == Time{1'700'000'000s});
  CHECK(response.wire_bytes > response.body.size());
  CHECK(response.raw_request.find("GET /page HTTP/1.1\r\nHost: 127.0.0.1:") == 0);
  CHECK(response.raw_request.substr(response.raw_request.size() - 4) == "\r\n\r\n");
  CHECK(response.raw_response.find("HTTP/1.1 200 X\r\n") == 0);
  CHECK(response.raw_response.substr(response.raw_response.size() - 4) == "\r\n\r\n");
}

TEST_CASE("validators are sent only to the URL they came from") {
  LoopbackServer server;
  server.route_rest([](const ServerRequest&) { return text_response("x"); });
  FetchRequest own = feed_request(server.url("/own"));
  own.validators = {server.url("/own"), "\"1\"", ""};
  FetchRequest other = feed_request(server.url("/other"));
  other.validators = {server.url("/own"), "\"1\"", ""};
  fetch_all(loopback_settings(), {own, other});
  for (const ServerRequest& request : server.log()) {
    CHECK(request.has_header("If-None-Match") == (request.path == "/own"));
  }
}

TEST_CASE("connections are kept and used again") {
  LoopbackServer server;
  server.route_rest([](const ServerRequest&) { return text_response("x"); });
  std::vector<FetchRequest> requests;
  for (int i = 0; i < 50; ++i) requests.push_back(feed_request(server.url("/" + std::to_string(i))));
  CHECK(fetch_all(loopback_settings(), requests).size() == 50);
  CHECK(server.connections() == 1);
}

TEST_CASE("requests can be given at any time, with a wake") {
  LoopbackServer server;
  server.route_rest([](const ServerRequest& request) { return text_response(request.path); });
  TestPort port;
  Fetcher fetcher(loopback_settings(), port);
  fetcher.start();
  for (std::uint64_t i = 0; i < 20; ++i) {
    FetchRequest request = feed_request(server.url("/" + std::to_string(i)));
    request.id = i;
    port.ask(request);
    fetcher.wake();
    const auto answers = port.answers(1);
    REQUIRE(answers.size() == 1);
    CHECK(answers[0].body == "/" + std::to_string(i));
  }
  fetcher.stop(0ms);
  const FetcherStatus status = fetcher.status();
  CHECK(status.delivered == 20);
  CHECK(status.requests == 20);
  CHECK(status.queued == 0);
  CHECK(status.wire_bytes > 0);
}

TEST_CASE("without room for answers nothing is launched") {
  LoopbackServer server;
  server.route_rest([](const ServerRequest&) { return text_response("x"); });
  NetworkSettings settings = named_settings(server);
  TestPort port;
  port.set_room(0);
  for (int i = 0; i < 10; ++i) port.ask(feed_request("http://h" + std::to_string(i) + ".example/"));
  Fetcher fetcher(settings, port);
  fetcher.start();
  CHECK(port.answers(1, 200ms).empty());
  CHECK(server.hits() == 0);
  CHECK(fetcher.status().queued == 10);
  port.set_room(100);
  fetcher.wake();
  CHECK(port.answers(10).size() == 10);
}

TEST_CASE("a stop lets what is under way finish and cancels what is queued") {
  LoopbackServer server;
  ServerResponse slow = text_response("slow");
  slow.delay = 200ms;
  server.route_rest([slow](const ServerRequest&) { return slow; });
  TestPort port;
  for (std::uint64_t i = 0; i < 5; ++i) {
    FetchRequest request = feed_request(server.url("/" + std::to_string(i)));
    request.id = i;
    port.ask(request);
  }
  Fetcher fetcher(loopback_settings(), port);
  fetcher.start();
  REQUIRE(server.wait_for_hits(1));
  fetcher.stop(5s);
  CHECK(fetcher.stopped());
  const auto answers = port.answers(5, 0ms);
  REQUIRE(answers.size() == 5);
  CHECK(answers[0].body == "slow");
  for (std::size_t i = 1; i < 5; ++i) CHECK(answers[i].kind == OutcomeKind::cancelled);
  CHECK(server.hits() == 1);
}

TEST_CASE("a stop with two hundred transfers under way is quick, and each is told of") {
  LoopbackServer server;
  ServerResponse hang;
  hang.hang = true;
  server.route_rest([hang](const ServerRequest&) { return hang; });
  TestPort port;
  for (int i = 0; i < 300; ++i) port.ask(feed_request("http://h" + std::to_string(i) + ".example/"));
  Fetcher fetcher(named_settings(server), port);
  fetcher.start();
  REQUIRE(server.wait_for_hits(200));
  const auto begin = std::chrono::steady_clock::now();
  fetcher.stop(100ms);
  CHECK(std::chrono::steady_clock::now() - begin < 3s);
  const auto answers = port.answers(300, 0ms);
  CHECK(answers.size() == 300);
  for (const FetchResponse& answer : answers) CHECK(answer.kind == OutcomeKind::cancelled);
}

TEST_CASE("a second stop shortens the grace") {
  LoopbackServer server;
  ServerResponse hang;
  hang.hang = true;
  server.route_rest([hang](const ServerRequest&) { return hang; });
  TestPort port;
  port.ask(feed_request(server.url("/")));
  Fetcher fetcher(loopback_settings(), port);
  fetcher.start();
  REQUIRE(server.wait_for_hits(1));
  const auto begin = std::chrono::steady_clock::now();
  fetcher.begin_stop(60s);
  fetcher.stop(50ms);
  CHECK(std::chrono::steady_clock::now() - begin < 3s);
  CHECK(port.answers(1, 0ms).size() == 1);
}

TEST_CASE("a stop between two redirects cancels, and every request is told of once") {
  LoopbackServer server;
  server.route_rest([](const ServerRequest& request) {
    ServerResponse hop = redirect_response(302, request.path + "x");
    hop.delay = 50ms;
    return hop;
  });
  TestPort port;
  port.ask(feed_request(server.url("/")));
  Fetcher fetcher(loopback_settings(), port);
  fetcher.start();
  REQUIRE(server.wait_for_hits(1));
  fetcher.stop(2s);
  const auto answers = port.answers(1, 0ms);
  REQUIRE(answers.size() == 1);
  CHECK(answers[0].kind == OutcomeKind::cancelled);
}

TEST_CASE("five hundred starts and stops neither hang nor lose a request") {
  LoopbackServer server;
  server.route_rest([](const ServerRequest&) { return text_response("x"); });
  std::size_t taken = 0;
  std::size_t told = 0;
  for (int i = 0; i < 500; ++i) {
    TestPort port;
    Fetcher fetcher(loopback_settings(), port);
    fetcher.start();
    if (i % 3 != 0) port.ask(feed_request(server.url("/")));
    if (i % 2 == 0) fetcher.wake();
    while (i % 6 == 2 && port.taken() == 0) std::this_thread::yield();
    fetcher.stop(i % 5 == 0 ? 1000ms : 0ms);
    CHECK(fetcher.stopped());
    taken += port.taken();
    told += port.answers(0, 0ms).size();
  }
  CHECK(taken == told);
  CHECK(taken > 0);
}

TEST_CASE("a fetcher that was never started can be stopped and destroyed") {
  TestPort port;
  Fetcher fetcher(loopback_settings(), port);
  fetcher.wake();
  CHECK(fetcher.stopped());
  fetcher.stop(0ms);
}

TEST_CASE("concurrency is bounded over all hosts") {
  LoopbackServer server;
  ServerResponse slow = text_response("x");
  slow.delay = 20ms;
  server.route_rest([slow](const ServerRequest&) { return slow; });
  NetworkSettings settings = named_settings(server);
  settings.max_concurrency = 7;
  std::vector<FetchRequest> requests;
  for (int i = 0; i < 60; ++i) requests.push_back(feed_request("http://h" + std::to_string(i) + ".example/"));
  CHECK(fetch_all(settings, requests).size() == 60);
  CHECK(server.most_at_once() <= 7);
  CHECK(server.most_at_once() >= 4);
}

TEST_CASE("a bandwidth cap slows transfers down") {
  LoopbackServer server;
  server.route_rest([](const ServerRequest&) { return text_response(std::string(30'000, 'x')); });
  NetworkSettings settings = loopback_settings();
  settings.bandwidth = 300'000;
  std::vector<FetchRequest> requests;
  for (int i = 0; i < 10; ++i) requests.push_back(feed_request(server.url("/" + std::to_string(i))));
  const auto begin = std::chrono::steady_clock::now();
  CHECK(fetch_all(settings, requests).size() == 10);
  CHECK(std::chrono::steady_clock::now() - begin > 800ms);
}

TEST_CASE("bodies wait at their sender while memory is short, and all arrive") {
  LoopbackServer server;
  server.route_rest([](const ServerRequest&) { return text_response(std::string(400'000, 'x')); });
  NetworkSettings settings = named_settings(server);
  settings.max_buffered = 500'000;
  std::vector<FetchRequest> requests;
  for (int i = 0; i < 40; ++i) requests.push_back(feed_request("http://h" + std::to_string(i) + ".example/"));
  const auto answers = fetch_all(settings, requests);
  REQUIRE(answers.size() == 40);
  for (const FetchResponse& answer : answers) CHECK(answer.body.size() == 400'000);
}

TEST_CASE("an http proxy is asked for everything, and literal addresses stay refused") {
  LoopbackServer proxy;
  proxy.route_rest([](const ServerRequest& request) { return text_response("through " + request.target); });
  NetworkSettings settings = loopback_settings();
  settings.proxy = "http://127.0.0.1:" + std::to_string(proxy.port());
  settings.allow_addresses.clear();  // the proxy itself is the configuration's word
  const FetchResponse response = fetch_one(settings, feed_request("http://nowhere.invalid/feed?a=1"));
  CHECK(response.body == "through http://nowhere.invalid/feed?a=1");
  for (const char* url : {"http://127.0.0.1/", "http://localhost/", "http://[::1]/", "http://10.0.0.1/"}) {
    CHECK(fetch_one(settings, feed_request(url)).kind == OutcomeKind::refused_address);
  }
  CHECK(proxy.hits() == 1);
}

TEST_CASE("a socks5 proxy is spoken to as one") {
  LoopbackServer proxy;  // it does not speak SOCKS, and what it is told is no HTTP
  NetworkSettings settings = loopback_settings();
  settings.proxy = "socks5h://127.0.0.1:" + std::to_string(proxy.port());
  settings.timeout = 500ms;
  const FetchResponse response = fetch_one(settings, feed_request("http://nowhere.invalid/"));
  CHECK_FALSE(is_success(response.kind));
  CHECK(proxy.connections() == 1);
  CHECK(proxy.hits() == 0);
}

TEST_CASE("the environment's proxies are not used") {
  LoopbackServer server;
  server.route("/feed", text_response("direct"));
  ::setenv("http_proxy", "http://127.0.0.1:1", 1);
  const FetchResponse response = fetch_one(loopback_settings(), feed_request(server.url("/feed")));
  ::unsetenv("http_proxy");
  CHECK(response.body == "direct");
}

TEST_CASE("settings that cannot be used are said so") {
  NetworkSettings settings;
  CHECK(check_network_settings(settings));
  settings.allow_addresses = {"10.0.0.0/99"};
  CHECK_FALSE(check_network_settings(settings));
  settings = {};
  settings.connect_to = {"a.example:80:127.0.0.1"};
  CHECK_FALSE(check_network_settings(settings));
  settings.connect_to = {"a.example:80:[::1]:8080", "::127.0.0.1:8080"};
  CHECK(check_network_settings(settings));
  settings.proxy = "ftp://a.example";
  CHECK_FALSE(check_network_settings(settings));
  settings.proxy = "socks5://127.0.0.1:1080";
  CHECK(check_network_settings(settings));
}

TEST_CASE("the User-Agent names product and contact") {
  NetworkSettings settings;
  CHECK(user_agent(settings) == "vigie/0.1");
  settings.contact = "https://example.org/bot";
  CHECK(user_agent(settings) == "vigie/0.1 (+https://example.org/bot)");
}
