#include "app/daemon.h"

#include <atomic>
#include <catch2/catch.hpp>
#include <string>

#include "tests/app/crawl_world.h"

using namespace vigie;
using test::World;

TEST_CASE("a pass stores every article of a feed and obeys robots.txt") {
  World world;
  CHECK(world.pass({world.source("ministry", "/feed.xml")}) == 0);
  CHECK(world.server.hits("/a/0.html") == 1);
  CHECK(world.server.hits("/a/2.html") == 0);
  CHECK(world.server.hits("/robots.txt") == 1);
  // The page robots.txt forbids is kept as what the feed said of it.
  CHECK(world.articles() == 4);
  CHECK(world.url("/a/0.html")->state == storage::UrlState::stored);
  const auto stored = world.look([&](storage::Database& database) {
    return storage::ArticleStore(database).find_by_url(world.server.url("/a/0.html", "127.0.0.1"));
  });
  REQUIRE(stored);
  CHECK(stored->article.title == "Statement /a/0.html");
  CHECK(stored->article.published.has_value());
  CHECK(stored->assessment.relevant);
  CHECK(stored->story != 0);
}

TEST_CASE("a second pass asks conditionally and fetches no article twice") {
  World world;
  world.pass({world.source("ministry", "/feed.xml")});
  world.server.clear_log();
  CHECK(world.pass({world.source("ministry", "/feed.xml")}) == 0);
  CHECK(world.server.hits("/feed.xml") == 1);
  CHECK(world.server.log().front().header("If-None-Match") == "\"v1\"");
  CHECK(world.server.hits("/a/0.html") == 0);
  CHECK(world.articles() == 4);
}

TEST_CASE("a pass without --all leaves alone what is not due") {
  World world;
  world.pass({world.source("ministry", "/feed.xml")});
  world.server.clear_log();
  world.pass({world.source("ministry", "/feed.xml")}, false);
  CHECK(world.server.hits() == 0);
}

TEST_CASE("broken sources leave their outcome and do not disturb the others") {
  World world;
  world.server.route("/html", test::text_response("<html><body><h1>Welcome</h1></body></html>", "text/html"));
  world.server.route("/empty", test::text_response("", "application/rss+xml"));
  world.server.route("/garbage",
                     test::text_response(std::string("\x00\xFF\xFE\x01garbage\x9C", 12), "application/rss+xml"));
  world.server.route("/down", test::status_response(503));
  const std::size_t failed =
      world.pass({world.source("html", "/html"), world.source("empty", "/empty"), world.source("garbage", "/garbage"),
                  world.source("down", "/down"), world.source("ministry", "/feed.xml")});
  CHECK(failed == 4);
  CHECK(world.articles() == 4);
  world.look([](storage::Database& database) {
    storage::SourceStore store(database);
    CHECK(store.outcomes_of_source("html", 5).at(0).kind == OutcomeKind::not_a_feed);
    CHECK(store.outcomes_of_source("empty", 5).at(0).kind == OutcomeKind::empty);
    CHECK(store.outcomes_of_source("garbage", 5).at(0).kind == OutcomeKind::malformed);
    CHECK(store.outcomes_of_source("down", 5).at(0).kind == OutcomeKind::unavailable);
    return 0;
  });
}

TEST_CASE("a page that cannot be had is told and kept as what the feed said") {
  World world;
  world.server.route("/a/1.html", test::status_response(404));
  world.server.route("/a/3.html", test::text_response("", "text/html"));
  world.pass({world.source("ministry", "/feed.xml")});
  CHECK(world.articles() == 4);
  world.look([&](storage::Database& database) {
    const auto outcomes = storage::SourceStore(database).outcomes_of_url(world.server.url("/a/1.html", "127.0.0.1"), 5);
    REQUIRE(outcomes.size() == 1);
    CHECK(outcomes[0].status == 404);
    return 0;
  });
}

TEST_CASE("a page that fails for the moment is tried again later") {
  World world;
  world.server.route("/a/1.html", test::status_response(500));
  world.pass({world.source("ministry", "/feed.xml")});
  const auto record = world.url("/a/1.html");
  REQUIRE(record);
  CHECK(record->state == storage::UrlState::queued);
  CHECK(record->reason == "http_500");
  CHECK(record->attempts == 1);
}

TEST_CASE("a second daemon on one database is refused in one clear line") {
  World world;
  const Expected<storage::Database> first = storage::Database::open_writer(world.config.database);
  REQUIRE(first);
  const Expected<storage::Database> second = storage::Database::open_writer(world.config.database);
  REQUIRE_FALSE(second);
  CHECK(second.error().kind == ErrorKind::refused);
}

TEST_CASE("a reload brings new sources, and one with mistakes leaves what was in force") {
  World world;
  Expected<storage::Database> database = storage::Database::open_writer(world.config.database);
  REQUIRE(database);
  struct Told : Chore {
    explicit Told(std::string& where) : to(where) {}
    void run(Time) override {}
    void reload(const Config& config, const std::vector<Source>& sources) override {
      to += config.mail.smtp + " " + std::to_string(sources.size());
    }
    std::string& to;
  };
  std::string told;
  int looks = 0;
  int reloads = 0;
  const auto signals = [&] {
    Signals now;
    ++looks;
    now.reload = looks == 1 || looks == 2;
    now.stops = world.server.hits("/other.xml") > 0 || looks > 500 ? 1 : 0;
    return now;
  };
  const auto reload = [&]() -> std::optional<Reloaded> {
    if (++reloads == 1) return std::nullopt;
    Reloaded fresh{world.config, {world.source("other", "/other.xml")}, test::shipped_knowledge()};
    fresh.config.mail.smtp = "smtp://new";
    return fresh;
  };
  RunOptions options;
  options.progress = Progress::Mode::silent;
  world.config.polling.initial = seconds{3600};
  Daemon daemon(options, world.config, {world.source("ministry", "/feed.xml")}, test::shipped_knowledge(), *database,
                signals, reload);
  daemon.add_chore(std::make_unique<Told>(told));
  CHECK(daemon.run() == ExitCode::done);
  CHECK(reloads == 2);
  CHECK(told == "smtp://new 1");
  CHECK(world.server.hits("/other.xml") == 1);
}

TEST_CASE("a stop stores every answer that came before it, and the rest is fetched by the next run") {
  World world;
  world.entries = 9;
  std::atomic<int> looks{0};
  world.pass({world.source("ministry", "/feed.xml")}, true, [&] {
    Signals signals;
    signals.stops = world.server.hits("/a/0.html") > 0 && looks++ == 0 ? 1 : 0;
    return signals;
  });
  world.pass({world.source("ministry", "/feed.xml")});
  CHECK(world.articles() == 9);
  for (const char* path : {"/a/0.html", "/a/1.html", "/a/8.html"}) CHECK(world.server.hits(path) == 1);
}
