#include "crawler/headers.h"

#include <catch2/catch.hpp>

using namespace vigie;
using namespace vigie::crawler;

namespace {

Time at(std::string_view text) { return parse_iso8601(text)->at; }

const Time k_now = at("2026-11-24T12:00:00Z");

std::optional<seconds> fresh(FreshnessHeaders headers) { return parse_freshness(headers, k_now); }

}  // namespace

TEST_CASE("the three forms of an HTTP-date are read (RFC 9110 5.6.7)") {
  const Time expected = at("1994-11-06T08:49:37Z");
  CHECK(parse_http_date("Sun, 06 Nov 1994 08:49:37 GMT", k_now) == expected);
  CHECK(parse_http_date("Sunday, 06-Nov-94 08:49:37 GMT", k_now) == expected);
  CHECK(parse_http_date("Sun Nov  6 08:49:37 1994", k_now) == expected);
}

TEST_CASE("a two-digit year lies at most fifty years ahead (RFC 9110 5.6.7)") {
  CHECK(parse_http_date("Friday, 01-Jan-27 00:00:00 GMT", k_now) == at("2027-01-01T00:00:00Z"));
  CHECK(parse_http_date("Saturday, 01-Jan-77 00:00:00 GMT", k_now) == at("1977-01-01T00:00:00Z"));
}

TEST_CASE("what is no HTTP-date is none") {
  for (const char* text : {"", "0", "-1", "tomorrow", "Sun, 31 Feb 2026 08:00:00 GMT", "Sun, 06 Nov 1994", "99:99:99",
                           "Sun, 06 Nov 1994 24:00:00 GMT", "2026-11-24T12:00:00Z", "06 06 Nov 1994 1994 08:49:37"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_http_date(text, k_now));
  }
}

TEST_CASE("Retry-After is read in both forms (RFC 9110 10.2.3)") {
  CHECK(parse_retry_after("120", k_now) == seconds(120));
  CHECK(parse_retry_after(" 0 ", k_now) == seconds(0));
  CHECK(parse_retry_after("Tue, 24 Nov 2026 14:00:00 GMT", k_now) == seconds(7200));
}

TEST_CASE("Retry-After in the past is no wait, one that overflows the longest") {
  CHECK(parse_retry_after("Mon, 23 Nov 2026 14:00:00 GMT", k_now) == seconds(0));
  CHECK(parse_retry_after("99999999999999999999999999", k_now) == k_longest_wait);
  CHECK(parse_retry_after("Tue, 24 Nov 2099 14:00:00 GMT", k_now) == k_longest_wait);
  CHECK_FALSE(parse_retry_after("-5", k_now));
  CHECK_FALSE(parse_retry_after("soon", k_now));
  CHECK_FALSE(parse_retry_after("", k_now));
}

TEST_CASE("a date of Retry-After is measured on the server's own clock") {
  const Time theirs = k_now + seconds(3600);  // their clock is an hour fast
  CHECK(parse_retry_after("Tue, 24 Nov 2026 13:10:00 GMT", k_now, theirs) == seconds(600));
}

TEST_CASE("freshness comes from max-age, less Age (RFC 9111 4.2)") {
  CHECK(fresh({"public, max-age=600", {}, {}, {}}) == seconds(600));
  CHECK(fresh({"Max-Age=\"600\"", {}, {}, "100"}) == seconds(500));
  CHECK(fresh({"max-age=60", {}, {}, "100"}) == seconds(0));
}

TEST_CASE("freshness comes from Expires, measured on the server's clock") {
  CHECK(fresh({{}, "Tue, 24 Nov 2026 13:00:00 GMT", "Tue, 24 Nov 2026 12:30:00 GMT", {}}) == seconds(1800));
  CHECK(fresh({{}, "0", {}, {}}) == seconds(0));
  CHECK(fresh({{}, "Tue, 24 Nov 2026 11:00:00 GMT", {}, {}}) == seconds(0));
}

TEST_CASE("the longer of max-age and Expires is obeyed (own choice, P5)") {
  CHECK(fresh({"max-age=60", "Tue, 24 Nov 2026 13:00:00 GMT", {}, {}}) == seconds(3600));
}

TEST_CASE("absurd ages are cut: ten years, negative, overflowing (P6)") {
  CHECK(fresh({"max-age=315360000", {}, {}, {}}) == k_longest_wait);
  CHECK(fresh({"max-age=-5", {}, {}, {}}) == seconds(0));
  CHECK(fresh({"max-age=999999999999999999999999", {}, {}, {}}) == k_longest_wait);
  CHECK(fresh({"max-age=", {}, {}, {}}) == seconds(0));
}

TEST_CASE("no-cache and no-store mean asking each time; silence says nothing") {
  CHECK(fresh({"no-cache, max-age=600", {}, {}, {}}) == seconds(0));
  CHECK(fresh({"no-store", "Tue, 24 Nov 2026 13:00:00 GMT", {}, {}}) == seconds(0));
  CHECK_FALSE(fresh({}));
  CHECK_FALSE(fresh({"public", {}, {}, {}}));
  CHECK_FALSE(fresh({"s-maxage=600", {}, {}, {}}));
}

TEST_CASE("a comma inside a quoted value parts nothing") {
  CHECK(fresh({"private=\"a, max-age=5\", max-age=7", {}, {}, {}}) == seconds(7));
}

TEST_CASE("a field line is taken apart at its first colon") {
  const auto line = split_header("ETag:  W/\"a:b\" \r\n");
  REQUIRE(line);
  CHECK(line->name == "ETag");
  CHECK(line->value == "W/\"a:b\"");
  CHECK_FALSE(split_header("no colon"));
  CHECK_FALSE(split_header(": no name"));
}
