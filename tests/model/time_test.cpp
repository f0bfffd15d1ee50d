#include <catch2/catch.hpp>

#include "model/time.h"

using namespace vigie;

TEST_CASE("ISO dates keep the precision they were written with") {
  for (const char* text : {"2026", "2026-01", "2026-01-02", "2026-01-02T03:04Z", "2026-01-02T03:04:05Z"}) {
    const auto date = parse_iso8601(text);
    REQUIRE(date);
    CHECK(format_date(*date) == text);
  }
  CHECK_FALSE(parse_iso8601("2026-13-01"));
  CHECK_FALSE(parse_iso8601("2026-02-30"));
  CHECK(format_iso8601(parse_iso8601("2026-01-02T03:04:05+02:00")->at) == "2026-01-02T01:04:05Z");
}

TEST_CASE("spans are read and written with their unit") {
  CHECK(parse_span("90s")->count() == 90);
  CHECK(parse_span("7d")->count() == 604800);
  CHECK(format_span(std::chrono::hours{12}) == "12h");
  CHECK_FALSE(parse_span("soon"));
  CHECK_FALSE(parse_span("-1h"));
  CHECK_FALSE(parse_span("99999999999999w"));
}

TEST_CASE("a local day follows its zone over midnight and daylight saving") {
  CHECK(*local_day(parse_iso8601("2026-06-30T22:30:00Z")->at, "Europe/Brussels") == "2026-07-01");
  CHECK(format_iso8601(*local_moment("2026-01-15", std::chrono::hours{7}, "Europe/Brussels")) ==
        "2026-01-15T06:00:00Z");
  CHECK(format_iso8601(*local_moment("2026-07-15", std::chrono::hours{7}, "Europe/Brussels")) ==
        "2026-07-15T05:00:00Z");
  // 02:30 does not exist on this day; the moment after the gap stands for it.
  const auto skipped = local_moment("2026-03-29", std::chrono::minutes{150}, "Europe/Brussels");
  CHECK(format_iso8601(*skipped) == "2026-03-29T01:00:00Z");
  CHECK_FALSE(local_moment("2026-01-15", seconds{0}, "Europe/Atlantis"));
  CHECK_FALSE(local_moment("15.1.2026", seconds{0}, "Europe/Brussels"));
  CHECK(*shift_day("2026-03-01", -1) == "2026-02-28");
}
