#include "model/time.h"

#include <date/tz.h>

#include <array>
#include <charconv>
#include <cstdio>
#include <stdexcept>

namespace vigie {
namespace {

using namespace std::chrono;

// Reads exactly `digits` decimal digits at `at`, moving it; nullopt when they are not there.
std::optional<int> read_digits(std::string_view text, std::size_t& at, std::size_t digits) {
  if (at + digits > text.size()) return std::nullopt;
  int value = 0;
  for (std::size_t i = 0; i < digits; ++i) {
    const char c = text[at + i];
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  at += digits;
  return value;
}

bool take(std::string_view text, std::size_t& at, char c) {
  if (at >= text.size() || text[at] != c) return false;
  ++at;
  return true;
}

// "Z", "+HH:MM" or "+HHMM" at the end of the text, as seconds east of UTC.
std::optional<seconds> read_offset(std::string_view text, std::size_t& at) {
  if (take(text, at, 'Z') || take(text, at, 'z')) return seconds{0};
  const bool east = at < text.size() && text[at] == '+';
  if (!east && (at >= text.size() || text[at] != '-')) return std::nullopt;
  ++at;
  const auto hour = read_digits(text, at, 2);
  take(text, at, ':');
  const auto minute = read_digits(text, at, 2);
  if (!hour || !minute || *hour > 15 || *minute > 59) return std::nullopt;
  const seconds offset = hours{*hour} + minutes{*minute};
  return east ? offset : -offset;
}

std::optional<year_month_day> read_day(std::string_view day) {
  std::size_t at = 0;
  const auto y = read_digits(day, at, 4);
  if (!y || !take(day, at, '-')) return std::nullopt;
  const auto m = read_digits(day, at, 2);
  if (!m || !take(day, at, '-')) return std::nullopt;
  const auto d = read_digits(day, at, 2);
  if (!d || at != day.size()) return std::nullopt;
  const year_month_day result{year{*y}, month{static_cast<unsigned>(*m)}, std::chrono::day{static_cast<unsigned>(*d)}};
  if (!result.ok()) return std::nullopt;
  return result;
}

std::string write_day(year_month_day day) {
  std::array<char, 16> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "%04d-%02u-%02u", static_cast<int>(day.year()),
                static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
  return buffer.data();
}

Expected<const date::time_zone*> find_zone(std::string_view name) {
  try {
    return date::locate_zone(name);
  } catch (const std::exception&) {
    return failure(ErrorKind::invalid_config, "no time zone named \"" + std::string(name) + "\" in the tz database");
  }
}

}  // namespace

std::string format_iso8601(Time at) { return format_date({at, Precision::second, true}); }

std::string format_date(const Date& date) {
  const sys_days day = floor<days>(date.at);
  const std::string ymd = write_day(year_month_day{day});
  const hh_mm_ss clock{date.at - day};
  std::array<char, 16> buffer{};
  switch (date.precision) {
    case Precision::year:
      return ymd.substr(0, 4);
    case Precision::month:
      return ymd.substr(0, 7);
    case Precision::day:
      return ymd;
    case Precision::minute:
      std::snprintf(buffer.data(), buffer.size(), "T%02d:%02dZ", static_cast<int>(clock.hours().count()),
                    static_cast<int>(clock.minutes().count()));
      return ymd + buffer.data();
    case Precision::second:
      break;
  }
  std::snprintf(buffer.data(), buffer.size(), "T%02d:%02d:%02dZ", static_cast<int>(clock.hours().count()),
                static_cast<int>(clock.minutes().count()), static_cast<int>(clock.seconds().count()));
  return ymd + buffer.data();
}

std::optional<Date> parse_iso8601(std::string_view text) {
  std::size_t at = 0;
  const auto y = read_digits(text, at, 4);
  if (!y) return std::nullopt;
  Date result{sys_days{year{*y} / 1 / 1}, Precision::year, false};
  if (at == text.size()) return result;
  const auto m = take(text, at, '-') ? read_digits(text, at, 2) : std::nullopt;
  if (!m || *m < 1 || *m > 12) return std::nullopt;
  result.at = sys_days{year{*y} / *m / 1};
  result.precision = Precision::month;
  if (at == text.size()) return result;
  const auto ymd = at + 3 <= text.size() ? read_day(text.substr(0, at + 3)) : std::nullopt;
  if (!ymd) return std::nullopt;
  at += 3;
  result.at = sys_days{*ymd};
  result.precision = Precision::day;
  if (at == text.size()) return result;
  if (!take(text, at, 'T') && !take(text, at, ' ')) return std::nullopt;
  const auto hour = read_digits(text, at, 2);
  const auto minute = hour && take(text, at, ':') ? read_digits(text, at, 2) : std::nullopt;
  if (!hour || !minute || *hour > 24 || *minute > 59) return std::nullopt;
  result.at += hours{*hour} + minutes{*minute};
  result.precision = Precision::minute;
  if (take(text, at, ':')) {
    const auto second = read_digits(text, at, 2);
    if (!second || *second > 60) return std::nullopt;
    result.at += seconds{*second};
    result.precision = Precision::second;
    if (take(text, at, '.')) {
      while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
    }
  }
  if (at == text.size()) return result;
  const auto offset = read_offset(text, at);
  if (!offset || at != text.size()) return std::nullopt;
  result.at -= *offset;
  result.zone_known = true;
  return result;
}

Expected<seconds> parse_span(std::string_view text) {
  const auto wrong = [&] {
    return failure(ErrorKind::invalid_config, "cannot read \"" + std::string(text) +
                                                  "\" as a span: expected a form such as 90s, 15m, 12h, 7d or 2w");
  };
  long long value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || value < 0) return wrong();
  const std::string_view unit(end, static_cast<std::size_t>(text.data() + text.size() - end));
  long long factor = 0;
  if (unit.empty() || unit == "s") factor = 1;
  if (unit == "m" || unit == "min") factor = 60;
  if (unit == "h") factor = 3600;
  if (unit == "d") factor = 86400;
  if (unit == "w") factor = 604800;
  constexpr long long k_hundred_years = 3'155'760'000;
  if (factor == 0 || value > k_hundred_years / factor) return wrong();
  return seconds{value * factor};
}

std::string format_span(seconds span) {
  const long long value = span.count();
  if (value != 0 && value % 86400 == 0) return std::to_string(value / 86400) + "d";
  if (value != 0 && value % 3600 == 0) return std::to_string(value / 3600) + "h";
  if (value != 0 && value % 60 == 0) return std::to_string(value / 60) + "m";
  return std::to_string(value) + "s";
}

Expected<std::string> local_day(Time at, std::string_view zone) {
  const auto found = find_zone(zone);
  if (!found) return tl::unexpected(found.error());
  return write_day(year_month_day{sys_days{floor<days>(sys_seconds{(*found)->to_local(at).time_since_epoch()})}});
}

Expected<Time> local_moment(std::string_view day, seconds since_midnight, std::string_view zone) {
  const auto found = find_zone(zone);
  if (!found) return tl::unexpected(found.error());
  const auto ymd = read_day(day);
  if (!ymd) {
    return failure(ErrorKind::invalid_query, "cannot read \"" + std::string(day) + "\" as a day: expected YYYY-MM-DD");
  }
  const date::local_seconds wall{sys_days{*ymd}.time_since_epoch() + since_midnight};
  const date::local_info info = (*found)->get_info(wall);
  // A wall time that the spring change skips has no moment; the first one after the gap stands for it.
  if (info.result == date::local_info::nonexistent) return time_point_cast<seconds>(info.second.begin);
  return Time{(wall.time_since_epoch()) - info.first.offset};
}

Expected<std::string> shift_day(std::string_view day, int count) {
  const auto ymd = read_day(day);
  if (!ymd) {
    return failure(ErrorKind::invalid_query, "cannot read \"" + std::string(day) + "\" as a day: expected YYYY-MM-DD");
  }
  return write_day(year_month_day{sys_days{*ymd} + days{count}});
}

}  // namespace vigie
