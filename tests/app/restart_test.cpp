// What a restart must not forget: every pass here is a daemon of its own on the database of the one before.
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <csignal>
#include <string>

#include "tests/app/crawl_world.h"

using namespace vigie;
using test::ServerRequest;
using test::World;

namespace {

SourceState state_of(World& world, const std::string& id) {
  return world.look([&](storage::Database& database) { return storage::SourceStore(database).find(id).value(); });
}

}  // namespace

TEST_CASE("P16: ten restarts poll nothing that is not due") {
  World world;
  world.pass({world.source("ministry", "/feed.xml")});
  world.server.clear_log();
  for (int i = 0; i < 10; ++i) world.pass({world.source("ministry", "/feed.xml")}, false);
  CHECK(world.server.hits() == 0);
}

TEST_CASE("P5: the wait a feed asks for in its own words holds over 304s and restarts") {
  World world;
  const std::string words =
      "<rss version=\"2.0\"><channel><title>Slow</title><ttl>720</ttl><item><title>One</title></item></channel></rss>";
  world.server.route("/slow", [&](const ServerRequest& request) {
    if (request.has_header("If-None-Match")) return test::status_response(304);
    test::ServerResponse response = test::text_response(words, "application/rss+xml");
    response.headers = {{"ETag", "\"v1\""}};
    return response;
  });
  for (int i = 0; i < 3; ++i) {
    world.pass({world.source("slow", "/slow")});
    const SourceState state = state_of(world, "slow");
    CHECK(state.next_check_at - state.last_attempt_at >= seconds{720 * 60});
  }
  CHECK(world.server.hits("/slow") == 3);
}

TEST_CASE("P7: a domain that asked to wait is left alone after a restart, even by --all") {
  World world;
  world.server.route("/busy", [](const ServerRequest&) {
    test::ServerResponse response = test::status_response(429);
    response.headers = {{"Retry-After", "7200"}};
    return response;
  });
  world.pass({world.source("busy", "/busy")});
  world.server.clear_log();
  world.pass({world.source("busy", "/busy"), world.source("ministry", "/feed.xml")});
  CHECK(world.server.hits() == 0);
}

TEST_CASE("a change of a source's health is kept as an event, once") {
  World world;
  for (int i = 0; i < 5; ++i) world.pass({world.source("missing", "/missing")});
  const auto changes =
      world.look([](storage::Database& database) { return storage::SourceStore(database).health_changes(0, 10); });
  REQUIRE(changes.size() == 1);
  CHECK(changes[0].source_id == "missing");
  CHECK(changes[0].before == Health::healthy);
  CHECK(changes[0].after == Health::failing);
  CHECK(changes[0].reason.find("404") != std::string::npos);
}

TEST_CASE("robots.txt is asked once a day, however often vigie is started") {
  World world;
  const auto source = [&] { return world.source("ministry", "/feed.xml"); };
  world.pass({source()});
  CHECK(world.server.hits("/robots.txt") == 1);
  world.entries = 6;
  world.server.route("/feed.xml", test::text_response(test::rss(world.server.url("", "127.0.0.1"), 6), "text/xml"));
  world.pass({source()});
  CHECK(world.server.hits("/robots.txt") == 1);
  CHECK(world.server.hits("/a/5.html") == 1);
  CHECK(world.server.hits("/a/2.html") == 0);  // still obeyed
}

TEST_CASE("entries that were remembered and not judged when vigie was killed are judged by the next run") {
  World world;
  world.entries = 9;
  Source source = world.source("ministry", "/feed.xml");
  source.fetch = FetchPolicy::feed_only;
  test::shipped_knowledge();  // before the fork: the child is to find it
  const pid_t child = ::fork();
  if (child == 0) {
    // Killed in the first look at the signals after the feed's entries were committed: nothing of them is judged yet.
    world.pass({source}, true, [&] {
      const auto known =
          world.look([](storage::Database& database) { return storage::UrlStore(database).undecided(0, 100).size(); });
      if (known > 0) ::raise(SIGKILL);
      return Signals{};
    });
    ::_exit(1);
  }
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  REQUIRE(WIFSIGNALED(status));
  CHECK(world.articles() == 0);
  world.server.clear_log();
  world.pass({source}, false);
  CHECK(world.server.hits() == 0);  // the feed is not due; its entries are judged all the same
  CHECK(world.articles() == 9);
  CHECK(world.look([](storage::Database& database) { return storage::UrlStore(database).undecided(0, 100).empty(); }));
}
