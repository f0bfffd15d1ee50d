#pragma once

#include <chrono>
#include <optional>

namespace vigie::parsers {

/// Calendars pages date themselves in. Each conversion is arithmetic: it needs no table and no observation of the moon.
enum class Calendar {
  gregorian,
  persian,   // Solar Hijri, the 33 year cycle: exact from 1799 to 2256
  islamic,   // tabular, civil epoch, leap years 2 5 7 10 13 16 18 21 24 26 29: within a day of what is announced
  hebrew,    // months from Tishri; 6 is Adar I, 7 Adar or Adar II
  ethiopic,  // months from Meskerem, 13 of them
};

/// The civil day of a date of `calendar`; null when there is no such day. Source: Reingold, Dershowitz, Calendrical
/// Calculations; https://www.unicode.org/reports/tr35/tr35-dates.html for the numbers of months.
std::optional<std::chrono::sys_days> to_civil(Calendar calendar, int year, int month, int day);

}  // namespace vigie::parsers
