#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "model/error.h"

namespace vigie {

/// A moment in UTC, to the second. Every time stored or passed is one of these.
using Time = std::chrono::sys_seconds;
using std::chrono::seconds;

/// How much of a published date was really written down. A date without a time of day is `day`.
enum class Precision { year, month, day, minute, second };

/// A date as a publisher wrote it, never more exact than that. `at` is the start of the year, month, day or minute
/// in UTC (in the zone the text gave, else UTC).
struct Date {
  Time at{};
  Precision precision = Precision::second;
  bool zone_known = false;  // the text, feed or page named a zone or offset
  friend bool operator==(const Date&, const Date&) = default;
};

/// "2026-01-02T03:04:05Z".
std::string format_iso8601(Time at);

/// As much as is known: "2026", "2026-01", "2026-01-02", "2026-01-02T03:04Z" or "2026-01-02T03:04:05Z".
std::string format_date(const Date& date);

/// Reads what format_iso8601 and format_date write (and an offset in place of Z). For our own stored forms; dates from
/// outside are parsers/date.h's.
std::optional<Date> parse_iso8601(std::string_view text);

/// A span such as "90s", "15m", "12h", "7d", "2w"; a bare number is seconds. Errors: invalid_config.
Expected<seconds> parse_span(std::string_view text);

/// "90s", "15m", "12h", "7d": the largest unit that divides the span evenly.
std::string format_span(seconds span);

/// The civil day of `at` in the named zone of the tz database ("Europe/Brussels"), as "YYYY-MM-DD".
/// Errors: invalid_config when there is no such zone.
Expected<std::string> local_day(Time at, std::string_view zone);

/// The moment of "YYYY-MM-DD" at `since_midnight` (wall-clock) in the zone; a wall time that daylight saving skips is
/// moved forward, one that it repeats is the first. Errors: invalid_config (zone), invalid_query (day).
Expected<Time> local_moment(std::string_view day, seconds since_midnight, std::string_view zone);

/// "YYYY-MM-DD" moved by a number of days. Errors: invalid_query.
Expected<std::string> shift_day(std::string_view day, int days);

}  // namespace vigie
