// A database that may not grow stands for a disk that is full.
#include <catch2/catch.hpp>
#include <chrono>
#include <string>

#include "storage/connection.h"
#include "tests/app/crawl_world.h"

using namespace vigie;
using test::World;

TEST_CASE("a daemon whose disk is full can be stopped, and the next run with room loses nothing") {
  World world;
  world.entries = 9;
  world.prepare = [](storage::Database& database) {
    database.connection().execute("PRAGMA max_page_count = 1");  // never below what there is
  };
  const auto begin = std::chrono::steady_clock::now();
  world.pass({world.source("ministry", "/feed.xml")}, true, [&] {
    Signals signals;
    // Long enough after the answer for a first attempt to store it.
    const auto log = world.server.log();
    const bool tried =
        !log.empty() && std::chrono::steady_clock::now() - log[0].arrived > std::chrono::milliseconds(500);
    signals.stops = tried ? 1 : 0;
    return signals;
  });
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(10));
  CHECK(world.articles() < 9);  // a small batch may still fit into pages that are there
  world.prepare = {};
  CHECK(world.pass({world.source("ministry", "/feed.xml")}) == 0);
  CHECK(world.articles() == 9);
}
