// What a hostile site, feed or page can try, case by case.
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <string>
#include <thread>

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

namespace {

// Every name leads to the server, and no address but public ones may be connected to.
NetworkSettings closed_settings(const LoopbackServer& server) {
  NetworkSettings settings = named_settings(server);
  settings.allow_addresses.clear();
  return settings;
}

}  // namespace

TEST_CASE("S1: addresses that are not public are refused in every spelling, and nothing is sent") {
  LoopbackServer canary;
  const std::string port = ":" + std::to_string(canary.port());
  NetworkSettings settings = loopback_settings();
  settings.allow_addresses.clear();
  std::vector<FetchRequest> requests;
  for (const std::string host : {"127.0.0.1",
                                 "127.1",
                                 "2130706433",
                                 "0x7f000001",
                                 "0177.0.0.1",
                                 "[::1]",
                                 "[::ffff:127.0.0.1]",
                                 "[0:0:0:0:0:ffff:7f00:1]",
                                 "localhost",
                                 "a.localhost",
                                 "0.0.0.0",
                                 "0",
                                 "10.0.0.1",
                                 "172.16.0.1",
                                 "192.168.0.1",
                                 "169.254.169.254",
                                 "100.64.0.1",
                                 "[fd00::1]",
                                 "[fe80::1]",
                                 "224.0.0.1",
                                 "[ff02::1]",
                                 "255.255.255.255",
                                 "[64:ff9b::7f00:1]",
                                 "[2002:7f00:1::]"}) {
    requests.push_back(feed_request("http://" + host + port + "/"));
  }
  for (const FetchResponse& answer : fetch_all(settings, requests)) {
    CAPTURE(answer.request.url, answer.message);
    CHECK(answer.kind == OutcomeKind::refused_address);
    CHECK_FALSE(answer.message.empty());
  }
  CHECK(canary.connections() == 0);
}

TEST_CASE("S2: a redirect to an address that is not public is not followed") {
  LoopbackServer server("127.0.0.2");
  LoopbackServer canary("127.0.0.3");
  NetworkSettings settings = loopback_settings();
  settings.allow_addresses = {"127.0.0.2"};
  server.route("/feed", redirect_response(302, canary.url("/", "127.0.0.3")));
  const FetchResponse response = fetch_one(settings, feed_request(server.url("/feed", "127.0.0.2")));
  CHECK(response.kind == OutcomeKind::refused_address);
  CHECK(response.message.find("127.0.0.3 is a loopback address") != std::string::npos);
  CHECK(canary.connections() == 0);
}

TEST_CASE("S3: a name that leads to an address that is not public is refused on the socket") {
  LoopbackServer canary;
  const FetchResponse response = fetch_one(closed_settings(canary), feed_request("http://rebind.example/feed"));
  CHECK(response.kind == OutcomeKind::refused_address);
  CHECK(response.message == "cannot connect to rebind.example: 127.0.0.1 is a loopback address");
  CHECK(canary.connections() == 0);
}

TEST_CASE("S3: a page of such a name is refused too, robots.txt and all") {
  LoopbackServer canary;
  const FetchResponse response = fetch_one(closed_settings(canary), page_request("http://rebind.example/page"));
  CHECK(response.kind == OutcomeKind::refused_address);
  CHECK(canary.connections() == 0);
}

TEST_CASE("S4: only http and https are fetched, at first and after a redirect") {
  LoopbackServer server;
  std::vector<FetchRequest> requests;
  for (const char* url : {"file:///etc/passwd", "gopher://127.0.0.1/_x", "dict://127.0.0.1/x", "ftp://a.example/",
                          "javascript:alert(1)", "data:text/html,x"}) {
    requests.push_back(page_request(url));
  }
  for (const FetchResponse& answer : fetch_all(loopback_settings(), requests)) {
    CHECK(answer.kind == OutcomeKind::refused_scheme);
  }
  server.route("/feed", redirect_response(301, "file:///etc/passwd"));
  const FetchResponse hop = fetch_one(loopback_settings(), feed_request(server.url("/feed")));
  CHECK(hop.kind == OutcomeKind::refused_scheme);
  CHECK(hop.body.empty());
}

TEST_CASE("what is no URL at all is malformed") {
  for (const char* url : {"", "http://", "http://[::1/", "not a url", "http://a b.example/"}) {
    CAPTURE(url);
    CHECK(fetch_one(loopback_settings(), page_request(url)).kind == OutcomeKind::malformed);
  }
}

TEST_CASE("S8: a compressed bomb is cut at the cap after decoding") {
  LoopbackServer server;
  ServerResponse bomb = text_response(std::string(50'000'000, ' '));
  bomb.gzip = true;
  server.route("/feed", bomb);
  NetworkSettings settings = loopback_settings();
  settings.max_feed_bytes = 1'000'000;
  const FetchResponse response = fetch_one(settings, feed_request(server.url("/feed")));
  CHECK(response.kind == OutcomeKind::too_large);
  CHECK(response.body.empty());
  CHECK(response.wire_bytes < 1'000'000);
}

TEST_CASE("S8: an endless body is cut at the cap, a page sooner than a feed") {
  LoopbackServer server;
  ServerResponse endless = text_response(std::string(10'000, 'x'));
  endless.endless = true;
  server.route_rest([endless](const ServerRequest&) { return endless; });
  server.route("/robots.txt", status_response(404));
  NetworkSettings settings = loopback_settings();
  settings.max_feed_bytes = 3'000'000;
  settings.max_page_bytes = 1'000'000;
  const auto answers = fetch_all(settings, {feed_request(server.url("/feed")), page_request(server.url("/page"))});
  CHECK(answers[0].kind == OutcomeKind::too_large);
  CHECK(answers[0].wire_bytes >= 3'000'000);
  CHECK(answers[1].kind == OutcomeKind::too_large);
  CHECK(answers[1].wire_bytes < 2'000'000);
}

TEST_CASE("S8: endless bodies of an error, a redirect and robots.txt are cut short and read for what they are") {
  LoopbackServer server;
  ServerResponse endless = status_response(500, std::string(10'000, 'x'));
  endless.endless = true;
  server.route("/error", endless);
  endless = redirect_response(302, "/target");
  endless.body = std::string(10'000, 'x');
  endless.endless = true;
  server.route("/hop", endless);
  server.route("/target", text_response("target"));
  endless = text_response("User-agent: *\nDisallow: /error\n" + std::string(2000, '#') + "\n");
  endless.endless = true;
  server.route("/robots.txt", endless);
  const auto answers = fetch_all(
      loopback_settings(),
      {feed_request(server.url("/error")), page_request(server.url("/hop")), page_request(server.url("/error"))});
  CHECK(answers[0].kind == OutcomeKind::http_error);
  CHECK(answers[0].status == 500);
  CHECK(answers[1].kind == OutcomeKind::ok);
  CHECK(answers[1].body == "target");
  CHECK(answers[2].kind == OutcomeKind::robots_denied);
}

TEST_CASE("S8: a Content-Length that lies is an error, longer or shorter") {
  LoopbackServer server;
  ServerResponse more = text_response("short");
  more.headers = {{"Content-Length", "5000"}};
  more.cut_after = 2000;
  server.route("/more", more);
  CHECK(fetch_one(loopback_settings(), feed_request(server.url("/more"))).kind == OutcomeKind::connect_error);
  ServerResponse less = text_response("0123456789");
  less.headers = {{"Content-Length", "4"}, {"Connection", "close"}};
  server.route("/less", less);
  CHECK(fetch_one(loopback_settings(), feed_request(server.url("/less"))).body == "0123");
}

TEST_CASE("headers over their cap end the transfer, in one line or in many") {
  LoopbackServer server;
  ServerResponse line = text_response("x");
  line.headers = {{"X-Huge", std::string(2'000'000, 'h')}};
  server.route("/line", line);
  ServerResponse many = text_response("x");
  for (int i = 0; i < 20'000; ++i) many.headers.emplace_back("X-H" + std::to_string(i), "v");
  server.route("/many", many);
  for (const char* path : {"/line", "/many"}) {
    const FetchResponse response = fetch_one(loopback_settings(), feed_request(server.url(path)));
    CHECK(response.kind == OutcomeKind::too_large);
    CHECK(response.raw_response.size() <= 128 * 1024);
  }
}

TEST_CASE("S9: dripped headers and bodies, silence and slow connects end by the clock") {
  LoopbackServer server;
  ServerResponse drip = text_response(std::string(1000, 'x'));
  drip.drip = 1;
  drip.drip_every = 50ms;
  server.route("/drip", drip);
  ServerResponse hang;
  hang.hang = true;
  server.route("/hang", hang);
  NetworkSettings settings = loopback_settings();
  settings.timeout = 300ms;
  for (const char* path : {"/drip", "/hang"}) {
    const FetchResponse response = fetch_one(settings, feed_request(server.url(path)));
    CHECK(response.kind == OutcomeKind::timeout);
    CHECK(response.duration < 2s);
  }
}

TEST_CASE("S9: a transfer slower than the limit is ended before its deadline") {
  LoopbackServer server;
  ServerResponse drip = text_response(std::string(10'000, 'x'));
  drip.drip = 5;
  drip.drip_every = 100ms;
  server.route("/drip", drip);
  NetworkSettings settings = loopback_settings();
  settings.low_speed_time = 1s;
  settings.low_speed_bytes = 1000;
  const FetchResponse response = fetch_one(settings, feed_request(server.url("/drip")));
  CHECK(response.kind == OutcomeKind::timeout);
  CHECK(response.duration < 4s);
}

TEST_CASE("S12: headers and credentials of a source go to its own origin alone") {
  LoopbackServer server;
  NetworkSettings settings = named_settings(server);
  server.route("/feed", redirect_response(302, "/same"));
  server.route("/same", redirect_response(302, "http://other.example/end"));
  server.route("/end", text_response("end"));
  FetchRequest request = feed_request("http://user:p%40ss@own.example/feed");
  request.headers = {{"X-Api-Key", "secret"}, {"Cookie", "session=1"}, {"X-Bad", "a\r\nX-Injected: 1"}};
  const FetchResponse response = fetch_one(settings, request);
  CHECK(response.body == "end");
  const auto log = server.log();
  REQUIRE(log.size() == 3);
  for (std::size_t i = 0; i < 2; ++i) {
    CHECK(log[i].header("X-Api-Key") == "secret");
    CHECK(log[i].header("Authorization") == "Basic dXNlcjpwQHNz");  // user:p@ss
    CHECK_FALSE(log[i].has_header("X-Injected"));
  }
  CHECK_FALSE(log[2].has_header("X-Api-Key"));
  CHECK_FALSE(log[2].has_header("Cookie"));
  CHECK_FALSE(log[2].has_header("Authorization"));
  CHECK(response.final_url == "http://other.example/end");
}

TEST_CASE("S12: credentials inside a page's link are not sent, and evidence holds no secrets") {
  LoopbackServer server;
  server.route("/robots.txt", status_response(404));
  server.route("/page", text_response("page"));
  FetchRequest request = page_request("http://eve:pw@127.0.0.1:" + std::to_string(server.port()) + "/page");
  request.headers = {{"Authorization", "Bearer secret"}};
  const FetchResponse response = fetch_one(loopback_settings(), request);
  CHECK(server.log()[1].header("Authorization") == "Bearer secret");
  CHECK(response.raw_request.find("GET /page HTTP/1.1\r\n") == 0);
  CHECK(response.raw_request.find("secret") == std::string::npos);
  CHECK(response.raw_request.find("eve") == std::string::npos);
}

TEST_CASE("answers that are not HTTP are connection errors, told in words") {
  LoopbackServer server;
  const auto raw = [&](const char* path, std::string bytes) {
    ServerResponse response;
    response.raw = std::move(bytes);
    server.route(path, response);
  };
  raw("/banana", "HTTP/9.9 banana\r\n\r\nhello");
  raw("/none", "hello there\r\n");
  raw("/nul", std::string("\0\0\0\0", 4));
  ServerResponse reset;
  reset.reset = true;
  server.route("/reset", reset);
  for (const char* path : {"/banana", "/none", "/nul", "/reset"}) {
    const FetchResponse response = fetch_one(loopback_settings(), feed_request(server.url(path)));
    CAPTURE(path, response.message);
    CHECK(response.kind == OutcomeKind::connect_error);
    CHECK(response.message.find("cannot fetch http://127.0.0.1") == 0);
  }
}

TEST_CASE("odd but harmless answers are read: bare line feeds, HTTP/1.0, early hints") {
  LoopbackServer server;
  const auto raw = [&](const char* path, std::string bytes) {
    ServerResponse response;
    response.raw = std::move(bytes);
    server.route(path, response);
  };
  raw("/lf", "HTTP/1.1 200 OK\nContent-Type: text/xml\nConnection: close\n\nbody");
  raw("/10", "HTTP/1.0 200 OK\r\nContent-Type: text/xml\r\n\r\nbody");
  raw("/hints", "HTTP/1.1 103 Early Hints\r\nETag: \"no\"\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nbody");
  for (const char* path : {"/lf", "/10", "/hints"}) {
    const FetchResponse response = fetch_one(loopback_settings(), feed_request(server.url(path)));
    CAPTURE(path);
    CHECK(response.kind == OutcomeKind::ok);
    CHECK(response.body == "body");
    CHECK(response.validators.etag.empty());
  }
}

TEST_CASE("a server that speaks no TLS where it was asked for is a TLS error") {
  LoopbackServer server;
  const FetchResponse response =
      fetch_one(loopback_settings(), feed_request("https://127.0.0.1:" + std::to_string(server.port()) + "/"));
  CHECK(response.kind == OutcomeKind::tls_error);
}

TEST_CASE("a name that does not resolve and a port that refuses are told apart") {
  CHECK(fetch_one(loopback_settings(), feed_request("http://nowhere.invalid/")).kind == OutcomeKind::dns_error);
  // A port that was free a moment ago.
  const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in where{};
  where.sin_family = AF_INET;
  where.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof where;
  REQUIRE(::bind(fd, reinterpret_cast<sockaddr*>(&where), sizeof where) == 0);
  REQUIRE(::getsockname(fd, reinterpret_cast<sockaddr*>(&where), &size) == 0);
  const std::string url = "http://127.0.0.1:" + std::to_string(ntohs(where.sin_port)) + "/";
  CHECK(fetch_one(loopback_settings(), feed_request(url)).kind == OutcomeKind::connect_error);
  ::close(fd);
}

TEST_CASE("endless bodies that fill the memory keep no other host waiting") {
  LoopbackServer server;
  NetworkSettings settings = named_settings(server);
  settings.timeout = 1500ms;
  settings.max_buffered = 1'000'000;
  ServerResponse endless = text_response(std::string(550'000, 'x'));
  endless.endless = true;
  endless.drip = 600'000;
  endless.drip_every = 200ms;
  server.route("/endless", endless);
  server.route("/good", text_response(std::string(20'000, 'g')));
  TestPort port;
  for (std::uint64_t i = 0; i < 2; ++i) {
    FetchRequest bad = feed_request("http://bad" + std::to_string(i) + ".example/endless");
    bad.id = 1000 + i;
    port.ask(bad);
  }
  Fetcher fetcher(settings, port);
  const auto begin = std::chrono::steady_clock::now();
  fetcher.start();
  REQUIRE(server.wait_for_hits(2));
  std::this_thread::sleep_for(300ms);  // long enough for their bodies to be over their share
  for (std::uint64_t i = 0; i < 30; ++i) {
    FetchRequest good = feed_request("http://good" + std::to_string(i) + ".example/good");
    good.id = i;
    port.ask(good);
  }
  fetcher.wake();
  const auto good = port.answers(30);
  CHECK(std::chrono::steady_clock::now() - begin < 1400ms);
  CHECK(
      std::all_of(good.begin(), good.end(), [](const FetchResponse& answer) { return answer.body.size() == 20'000; }));
  CHECK(port.answers(2).size() == 2);
  fetcher.stop(0ms);
}

TEST_CASE("hostile hosts cost their own slots only") {
  LoopbackServer server;
  NetworkSettings settings = named_settings(server);
  settings.timeout = 1500ms;
  ServerResponse hang;
  hang.hang = true;
  server.route("/hang", hang);
  ServerResponse endless = text_response(std::string(1000, 'x'));
  endless.endless = true;
  endless.drip_every = 5ms;
  server.route("/endless", endless);
  server.route("/good", text_response("good"));
  TestPort port;
  for (std::uint64_t i = 0; i < 40; ++i) {
    FetchRequest bad = feed_request("http://bad" + std::to_string(i) + ".example/" + (i % 2 == 0 ? "hang" : "endless"));
    bad.id = 1000 + i;
    port.ask(bad);
  }
  for (std::uint64_t i = 0; i < 100; ++i) {
    FetchRequest good = feed_request("http://good" + std::to_string(i) + ".example/good");
    good.id = i;
    port.ask(good);
  }
  Fetcher fetcher(settings, port);
  const auto begin = std::chrono::steady_clock::now();
  fetcher.start();
  const auto good = port.answers(100);
  CHECK(std::chrono::steady_clock::now() - begin < 1s);
  CHECK(std::all_of(good.begin(), good.end(), [](const FetchResponse& answer) { return answer.body == "good"; }));
  const auto bad = port.answers(40);
  CHECK(bad.size() == 40);
  CHECK(std::all_of(bad.begin(), bad.end(), [](const auto& answer) { return answer.kind == OutcomeKind::timeout; }));
  fetcher.stop(0ms);
}
