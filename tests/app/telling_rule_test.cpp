#include "app/telling_rule.h"

#include <catch2/catch.hpp>

using namespace vigie;

namespace {

Time at(const char* moment) { return parse_iso8601(moment)->at; }

TellingRule quiet(const char* hours) {
  TellingRule rule;
  REQUIRE(read_quiet(hours, rule));
  return rule;
}

}  // namespace

TEST_CASE("quiet hours over midnight are the reader's evening and morning") {
  const TellingRule rule = quiet("22:00-06:30");
  CHECK(may_tell(rule, {}, at("2026-11-24T20:59:00Z"), "Europe/Brussels"));
  CHECK_FALSE(may_tell(rule, {}, at("2026-11-24T21:00:00Z"), "Europe/Brussels"));
  CHECK_FALSE(may_tell(rule, {}, at("2026-11-25T05:29:00Z"), "Europe/Brussels"));
  CHECK(may_tell(rule, {}, at("2026-11-25T05:30:00Z"), "Europe/Brussels"));
}

TEST_CASE("quiet hours of one day leave the night to be told") {
  const TellingRule rule = quiet("12:00-13:00");
  CHECK_FALSE(may_tell(rule, {}, at("2026-11-24T12:30:00Z"), "UTC"));
  CHECK(may_tell(rule, {}, at("2026-11-24T13:00:00Z"), "UTC"));
  CHECK(may_tell(rule, {}, at("2026-11-24T03:00:00Z"), "UTC"));
}

TEST_CASE("no more messages than the cap go out in its span") {
  TellingRule rule;
  REQUIRE(read_cap("2/h", rule));
  const Time now = at("2026-11-24T12:00:00Z");
  CHECK(may_tell(rule, {now - seconds{60}}, now, "UTC"));
  CHECK_FALSE(may_tell(rule, {now - seconds{3000}, now - seconds{60}}, now, "UTC"));
  CHECK(may_tell(rule, {now - seconds{3600}, now - seconds{60}}, now, "UTC"));
  REQUIRE(read_cap("2/d", rule));
  CHECK_FALSE(may_tell(rule, {now - seconds{3600}, now - seconds{60}}, now, "UTC"));
}

TEST_CASE("hours and caps that are none are refused") {
  TellingRule rule;
  for (const char* text : {"", "22:00", "22-06", "25:00-06:00", "22:00-06:60", "22:00-06:00x"}) {
    CHECK_FALSE(read_quiet(text, rule));
  }
  for (const char* text : {"", "10", "0/h", "-1/h", "10/w", "ten/h", "10 /h"}) CHECK_FALSE(read_cap(text, rule));
}
