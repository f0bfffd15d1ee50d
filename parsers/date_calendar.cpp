#include "parsers/date_calendar.h"

#include <array>

namespace vigie::parsers {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

// Days of Rata Die (1 is 0001-01-01) to the Unix epoch's.
constexpr long k_unix_epoch = 719163;
sys_days from_fixed(long fixed) { return sys_days(days(fixed - k_unix_epoch)); }

std::optional<sys_days> gregorian(int year, int month, int day) {
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  if (!date.ok()) return std::nullopt;
  return sys_days(date);
}

// Eight leap years in 33: 1, 5, 9, 13, 17, 22, 26, 30.
bool is_persian_leap(int year) { return (25 * year + 11) % 33 < 8; }

std::optional<sys_days> persian(int year, int month, int day) {
  const int length = month <= 6 ? 31 : month <= 11 || is_persian_leap(year) ? 30 : 29;
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > length) return std::nullopt;
  constexpr long k_epoch = 226894;
  const long leaps = (8L * (year - 1) + 29) / 33;
  const long before = month <= 7 ? 31L * (month - 1) : 30L * (month - 1) + 6;
  return from_fixed(k_epoch + 365L * (year - 1) + leaps + before + day);
}

std::optional<sys_days> islamic(int year, int month, int day) {
  const bool leap = (14 + 11 * year) % 30 < 11;
  const int length = month % 2 == 1 || (month == 12 && leap) ? 30 : 29;
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > length) return std::nullopt;
  constexpr long k_epoch = 227015;
  return from_fixed(k_epoch - 1 + 354L * (year - 1) + (3 + 11L * year) / 30 + 29L * (month - 1) + month / 2 + day);
}

bool is_hebrew_leap(long year) { return (7 * year + 1) % 19 < 7; }

// Days from the epoch to Tishri 1, with the postponements of molad.
long hebrew_elapsed(long year) {
  const long months = (235 * year - 234) / 19;
  const long parts = 12084 + 13753 * months;
  const long day = 29 * months + parts / 25920;
  return (3 * (day + 1)) % 7 < 3 ? day + 1 : day;
}

long hebrew_new_year(long year) {
  const long before = hebrew_elapsed(year - 1);
  const long at = hebrew_elapsed(year);
  const long after = hebrew_elapsed(year + 1);
  const long correction = after - at == 356 ? 2 : at - before == 382 ? 1 : 0;
  constexpr long k_epoch = -1373427;
  return k_epoch + at + correction;
}

std::optional<sys_days> hebrew(int year, int month, int day) {
  if (year < 1 || month < 1 || month > 13 || day < 1) return std::nullopt;
  const long start = hebrew_new_year(year);
  const long length = hebrew_new_year(year + 1) - start;
  const bool leap = is_hebrew_leap(year);
  std::array<int, 13> months = {30, 29, 30, 29, 30, 30, 29, 30, 29, 30, 29, 30, 29};
  if (length % 10 == 5) months[1] = 30;  // a complete year: 355 or 385 days
  if (length % 10 == 3) months[2] = 29;  // a deficient one: 353 or 383
  if (!leap) months[5] = 0;
  // "Adar" of a leap year without a number is taken as the second one, as in the numbering.
  if (month == 6 && !leap) month = 7;
  if (day > months[static_cast<std::size_t>(month - 1)]) return std::nullopt;
  long fixed = start;
  for (int m = 1; m < month; ++m) fixed += months[static_cast<std::size_t>(m - 1)];
  return from_fixed(fixed + day - 1);
}

std::optional<sys_days> ethiopic(int year, int month, int day) {
  const int length = month <= 12 ? 30 : year % 4 == 3 ? 6 : 5;
  if (year < 1 || month < 1 || month > 13 || day < 1 || day > length) return std::nullopt;
  constexpr long k_epoch = 2796;
  return from_fixed(k_epoch + 365L * (year - 1) + year / 4 + 30L * (month - 1) + day - 1);
}

}  // namespace

std::optional<std::chrono::sys_days> to_civil(Calendar calendar, int year, int month, int day) {
  switch (calendar) {
    case Calendar::gregorian:
      return gregorian(year, month, day);
    case Calendar::persian:
      return persian(year, month, day);
    case Calendar::islamic:
      return islamic(year, month, day);
    case Calendar::hebrew:
      return hebrew(year, month, day);
    case Calendar::ethiopic:
      return ethiopic(year, month, day);
  }
  return std::nullopt;
}

}  // namespace vigie::parsers
