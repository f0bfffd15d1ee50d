// From the parts of a date to the moment they name.
#include <algorithm>
#include <chrono>

#include "parsers/date_draft.h"

namespace vigie::parsers {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

// How far ahead of `now` a date without a year or day may lie: the furthest zone from UTC.
constexpr std::chrono::hours k_ahead{14};

// Years of other calendars that no word names but the language: ๒๕๖๙, ۱۴۰۴/۱۲/۱۱.
void settle_calendar(DateDraft& draft) {
  if (!draft.year || draft.calendar != Calendar::gregorian) return;
  const auto is_one_of = [&draft](std::initializer_list<std::string_view> list) {
    return std::find(list.begin(), list.end(), draft.language) != list.end();
  };
  if (*draft.year >= 2400 && *draft.year < 2700 && is_one_of({"th", "lo"})) {
    draft.year = *draft.year - 543;
  } else if (*draft.year >= 1250 && *draft.year < 1500 && !draft.month_at && is_one_of({"fa", "ps", "ckb"})) {
    draft.calendar = Calendar::persian;
  } else if (*draft.year < 200 && *draft.year > 85 && draft.language == "zh") {
    draft.year = *draft.year + 1911;
  }
}

Date with_clock(const DateDraft& draft, sys_days day) {
  if (!draft.clock) {
    const bool zone = draft.zone.found() && draft.zone.minutes == 0;
    return Date{Time(day), Precision::day, zone};
  }
  const ClockTime& clock = *draft.clock;
  seconds of_day(clock.hour * 3600 + clock.minute * 60 + std::max(clock.second, 0));
  // 24:00 ends the day (ISO 8601); 24:05 is a clock that counts from 1 to 24.
  if (clock.hour == 24 && clock.minute > 0) of_day -= std::chrono::hours(24);
  const Zoned zoned = apply_zone(Time(day) + of_day, draft.zone, draft.context.zone_hint);
  return Date{zoned.at, clock.second >= 0 ? Precision::second : Precision::minute, zoned.known};
}

// "3 May": the last one before now.
std::optional<Date> resolve_without_year(const DateDraft& draft) {
  if (!draft.context.now || !draft.month || !draft.day || draft.calendar != Calendar::gregorian) return std::nullopt;
  const std::chrono::year_month_day today(std::chrono::floor<days>(*draft.context.now + k_ahead));
  for (int year = static_cast<int>(today.year()); year > static_cast<int>(today.year()) - 8; --year) {
    const auto day = to_civil(Calendar::gregorian, year, *draft.month, *draft.day);
    if (day && *day <= sys_days(today)) return with_clock(draft, *day);
  }
  return std::nullopt;
}

// "Friday", "Fri 17:15", "13:05"
std::optional<Date> resolve_without_date(const DateDraft& draft) {
  if (!draft.context.now || (!draft.weekday && !draft.clock)) return std::nullopt;
  const Time now = *draft.context.now;
  sys_days day = std::chrono::floor<days>(now);
  if (draft.weekday) {
    const std::chrono::weekday wanted(static_cast<unsigned>(*draft.weekday));
    day -= std::chrono::weekday(day) - wanted;
  }
  const Date date = with_clock(draft, day);
  if (draft.clock && date.at > now + (date.zone_known ? seconds(0) : seconds(k_ahead))) {
    return with_clock(draft, day - days(draft.weekday ? 7 : 1));
  }
  return date;
}

}  // namespace

int full_year(std::uint64_t year) {
  return static_cast<int>(year < 50 ? 2000 + year : year < 100 ? 1900 + year : year);
}

std::optional<Date> resolve_draft(DateDraft draft) {
  settle_calendar(draft);
  if (!draft.year && !draft.month && !draft.day) return resolve_without_date(draft);
  if (!draft.year) return resolve_without_year(draft);
  // Beyond this no publisher of news has written: a mistyped or foreign year.
  const bool own_calendar = draft.calendar != Calendar::gregorian;
  if (!own_calendar && (*draft.year < 1000 || *draft.year > 9999)) return std::nullopt;
  if (draft.day && !draft.month) return std::nullopt;
  const auto day = to_civil(draft.calendar, *draft.year, draft.month.value_or(1), draft.day.value_or(1));
  if (!day || *day < sys_days(std::chrono::year(1000) / 1 / 1)) return std::nullopt;
  if (draft.day) return with_clock(draft, *day);
  // A clock without a day, or a month that begins inside another one, is no date.
  if (draft.clock || own_calendar) return std::nullopt;
  return Date{Time(*day), draft.month ? Precision::month : Precision::year, false};
}

}  // namespace vigie::parsers
