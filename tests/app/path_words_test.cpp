#include "app/path_words.h"

#include <catch2/catch.hpp>

using namespace vigie;

TEST_CASE("the last segment of an address spells its headline") {
  CHECK(words_of_path("/2026/11/hackers-attack-ministry-123.html") == "hackers attack ministry");
  CHECK(words_of_path("/news/apt31_blamed_for_breach/") == "apt31 blamed for breach");
  CHECK(words_of_path("/%D1%85%D0%B0%D0%BA%D0%B5%D1%80%D1%8B-%D0%B0%D1%82%D0%B0%D0%BA%D0%B0") == "хакеры атака");
  CHECK(words_of_path("/article/20261124").empty());
  CHECK(words_of_path("/").empty());
  CHECK(words_of_path("/a%FFb-c") == "a\uFFFDb c");
}
