#include <catch2/catch.hpp>

#include <algorithm>
#include <sstream>

#include "app/config.h"
#include "tests/support/temporary_folder.h"

using namespace vigie;
using test::TemporaryFolder;

namespace {

bool has_mistake(const LoadedConfig& loaded, int line, std::string_view part) {
  return std::any_of(loaded.mistakes.begin(), loaded.mistakes.end(), [&](const Mistake& mistake) {
    return mistake.line == line && mistake.message.find(part) != std::string::npos;
  });
}

}  // namespace

TEST_CASE("the shipped configuration is sound, and so is every setting in its comments") {
  CHECK(load_config(std::string(VIGIE_CONFIG) + "/vigie.toml").mistakes.empty());

  std::istringstream shipped(test::read_file(std::string(VIGIE_CONFIG) + "/vigie.toml"));
  std::ostringstream uncommented;
  for (std::string line; std::getline(shipped, line);) {
    const bool setting = line.starts_with("# ") && line.size() > 2 &&
                         (line[2] == '[' || (line.find(" = ") != std::string::npos && line[2] >= 'a'));
    uncommented << (setting ? line.substr(2) : line) << "\n";
  }
  TemporaryFolder folder;
  const LoadedConfig loaded = load_config(folder.write("vigie.toml", uncommented.str()));
  for (const Mistake& mistake : loaded.mistakes) FAIL_CHECK(to_string(mistake));
  const Config defaults;
  CHECK(loaded.config.network.timeout == defaults.network.timeout);
  CHECK(loaded.config.network.max_page_bytes == defaults.network.max_page_bytes);
  CHECK(loaded.config.polling.ceiling == defaults.polling.ceiling);
  CHECK(loaded.config.digest.time == defaults.digest.time);
  CHECK(loaded.config.judgement.candidate_threshold == defaults.judgement.candidate_threshold);
  CHECK(loaded.config.log.max_bytes == defaults.log.max_bytes);
}

TEST_CASE("every mistake is told with its line, an unknown key with the nearest valid one") {
  TemporaryFolder folder;
  const LoadedConfig loaded = load_config(folder.write("vigie.toml", R"(
databse = "x.db"
fetch = "candidate"
[network]
politeness_delay = "soon"
concurrency = 0
[digest]
time = "7 o'clock"
time_zone = "Europe/Atlantis"
[polling]
floor = "2h"
ceiling = "1h"
)"));
  CHECK(has_mistake(loaded, 2, "did you mean \"database\"?"));
  CHECK(has_mistake(loaded, 3, "did you mean \"candidates\"?"));
  CHECK(has_mistake(loaded, 5, "cannot read \"soon\" as a span"));
  CHECK(has_mistake(loaded, 6, "whole number from 1"));
  CHECK(has_mistake(loaded, 8, "expected a form such as 07:00"));
  CHECK(has_mistake(loaded, 9, "no time zone named"));
  CHECK(has_mistake(loaded, 12, "ceiling must not be below floor"));
}

TEST_CASE("a file that is not TOML is one mistake with its line") {
  TemporaryFolder folder;
  const LoadedConfig loaded = load_config(folder.write("vigie.toml", "database = \"a\"\nfetch = = 3\n"));
  REQUIRE(loaded.mistakes.size() == 1);
  CHECK(loaded.mistakes[0].line == 2);
  CHECK(load_config(folder.file("absent.toml")).mistakes.size() == 1);
}

TEST_CASE("paths are relative to the file that holds them") {
  TemporaryFolder folder;
  const LoadedConfig loaded = load_config(folder.write("etc/vigie.toml", "database = \"../data/v.db\"\n"));
  CHECK(loaded.config.database == folder.file("data/v.db"));
  CHECK(loaded.config.sources.at(0) == folder.file("etc/sources/*.toml"));
}

TEST_CASE("a catalogue refuses a second source of the same id or address") {
  TemporaryFolder folder;
  folder.write("sources/a.toml", R"(
[[source]]
id = "one"
url = "https://a.example/feed"
[[source]]
id = "one"
url = "https://b.example/feed"
[[source]]
id = "two"
url = "https://a.example/feed"
[[source]]
id = "three"
url = "ftp://c.example/feed"
authority = "goverment"
)");
  LoadedConfig loaded = load_config(folder.write("vigie.toml", ""));
  const std::vector<Source> sources = load_sources(loaded.config, loaded.mistakes);
  CHECK(sources.size() == 1);
  CHECK(has_mistake(loaded, 6, "id one stands already"));
  CHECK(has_mistake(loaded, 9, "url https://a.example/feed stands already"));
  CHECK(has_mistake(loaded, 14, "did you mean \"government\"?"));
}

TEST_CASE("retention is told by authority, and a day is the least") {
  TemporaryFolder folder;
  const LoadedConfig loaded = load_config(
      folder.write("vigie.toml", "[retention]\npress = \"180d\"\npress_relevant = \"1h\"\nblogs = \"7d\"\nattempts = \"1d\"\n"));
  REQUIRE(loaded.config.retention.size() == 2);
  CHECK(loaded.config.retention.front().authority == Authority::press);
  CHECK_FALSE(loaded.config.retention.front().relevant);
  CHECK(loaded.config.retention.front().keep == std::chrono::hours(24 * 180));
  CHECK(has_mistake(loaded, 3, "a day at least"));
  CHECK(has_mistake(loaded, 4, "blogs"));
  CHECK(has_mistake(loaded, 5, "two days at least"));
}
