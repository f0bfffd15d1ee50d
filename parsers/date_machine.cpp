#include "parsers/date_machine.h"

#include <array>
#include <chrono>

#include "model/text.h"
#include "parsers/date_calendar.h"
#include "parsers/date_zone.h"

namespace vigie::parsers {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

class Scanner {
 public:
  explicit Scanner(std::string_view text) : rest_(text) {}

  bool done() const { return rest_.empty(); }
  std::string_view rest() const { return rest_; }
  bool take(char c) {
    if (rest_.empty() || rest_[0] != c) return false;
    rest_.remove_prefix(1);
    return true;
  }
  // Exactly `count` digits, not followed by a further one when `whole`.
  bool take_digits(std::size_t count, int& value) {
    if (rest_.size() < count) return false;
    value = 0;
    for (std::size_t i = 0; i < count; ++i) {
      if (!is_digit(rest_[i])) return false;
      value = value * 10 + (rest_[i] - '0');
    }
    rest_.remove_prefix(count);
    return true;
  }
  std::size_t digits() const {
    std::size_t n = 0;
    while (n < rest_.size() && is_digit(rest_[n])) ++n;
    return n;
  }
  void skip_spaces() {
    while (take(' ')) {
    }
  }
  std::string_view take_letters() {
    std::size_t n = 0;
    while (n < rest_.size() && ((rest_[n] | 0x20) >= 'a' && (rest_[n] | 0x20) <= 'z')) ++n;
    const std::string_view out = rest_.substr(0, n);
    rest_.remove_prefix(n);
    return out;
  }
  void drop(std::size_t n) { rest_.remove_prefix(n); }

 private:
  std::string_view rest_;
};

struct Clock {
  int hour = 0;
  int minute = 0;
  int second = -1;
  std::optional<int> offset;
};

std::optional<Date> assemble(int year, int month, int day, const Clock& clock) {
  if (year < 1000 || clock.hour > 24 || clock.minute > 59 || clock.second > 60) return std::nullopt;
  const auto civil = to_civil(Calendar::gregorian, year, month, day);
  if (!civil) return std::nullopt;
  seconds of_day(clock.hour * 3600 + clock.minute * 60 + std::max(0, std::min(clock.second, 59)));
  if (clock.hour == 24 && clock.minute > 0) of_day -= std::chrono::hours(24);
  Date date;
  date.at = Time(*civil) + of_day - std::chrono::minutes(clock.offset.value_or(0));
  date.precision = clock.second >= 0 ? Precision::second : Precision::minute;
  date.zone_known = clock.offset.has_value();
  return date;
}

// "Z", "+02:00", "-0530", "GMT" to the end of the text. False when something else stands there.
bool take_offset(Scanner& scanner, Clock& clock) {
  scanner.skip_spaces();
  if (scanner.done()) return true;
  // "-05:00Z" is what a broken template of a large platform writes.
  std::string_view text = scanner.rest();
  if (text.size() > 1 && (text.back() == 'Z' || text.back() == 'z') && is_digit(text[text.size() - 2]))
    text.remove_suffix(1);
  clock.offset = parse_offset(text);
  if (clock.offset && text[0] != '+' && text[0] != '-') {
    const auto named = zone_by_name(ascii_lower(text), "");
    if (named && !named->certain) return false;  // the reader of words knows the country
  }
  scanner.drop(scanner.rest().size());
  return clock.offset.has_value();
}

// hh:mm[:ss[.f…]] or hhmm[ss]
bool take_clock(Scanner& scanner, Clock& clock) {
  if (!scanner.take_digits(2, clock.hour)) return false;
  const bool colon = scanner.take(':');
  if (!scanner.take_digits(2, clock.minute)) return false;
  if (colon ? scanner.take(':') : scanner.digits() >= 2) {
    if (!scanner.take_digits(2, clock.second)) return false;
    if (scanner.rest().size() > 1 && (scanner.rest()[0] == '.' || scanner.rest()[0] == ',') &&
        is_digit(scanner.rest()[1])) {
      scanner.drop(1);
      scanner.drop(scanner.digits());
    }
  }
  return scanner.digits() == 0;
}

std::optional<Date> day_only(int year, int month, int day) {
  std::optional<Date> date = assemble(year, month, day, Clock{});
  if (date) date->precision = Precision::day;
  return date;
}

std::optional<Date> ordinal(int year, int of_year) {
  if (year < 1000 || of_year < 1 || of_year > (std::chrono::year(year).is_leap() ? 366 : 365)) return std::nullopt;
  const std::chrono::sys_days day =
      std::chrono::sys_days(std::chrono::year(year) / 1 / 1) + std::chrono::days(of_year - 1);
  return Date{Time(day), Precision::day, false};
}

int full_year(int two_digits) { return two_digits < 50 ? 2000 + two_digits : 1900 + two_digits; }

// Digits run together: the basic formats and Unix times.
std::optional<Date> read_digits(std::string_view text) {
  if (text.size() > 13) return std::nullopt;
  std::uint64_t value = 0;
  for (const char c : text) value = value * 10 + static_cast<std::uint64_t>(c - '0');
  const int n = static_cast<int>(value % 100'000'000);
  switch (text.size()) {
    case 4: {
      std::optional<Date> date = day_only(n, 1, 1);
      if (date) date->precision = Precision::year;
      return date;
    }
    case 5:
      return ordinal(full_year(n / 1000), n % 1000);
    case 6:
      return day_only(full_year(n / 10000), n / 100 % 100, n % 100);
    case 7:
      return ordinal(n / 1000, n % 1000);
    case 8:
      return day_only(n / 10000, n / 100 % 100, n % 100);
    case 10:
    case 13: {
      const std::uint64_t unix = text.size() == 13 ? value / 1000 : value;
      if (unix < 100'000'000 || unix > 4'102'444'800) return std::nullopt;  // 1973 to 2100
      return Date{Time(seconds(static_cast<long>(unix))), Precision::second, true};
    }
    default:
      return std::nullopt;
  }
}

// ISO 8601:1988 without the century: "-03-12", "-0312", "-03".
std::optional<Date> read_truncated(std::string_view text) {
  Scanner scanner(text);
  int year = 0;
  int month = 1;
  if (!scanner.take('-') || !scanner.take_digits(2, year)) return std::nullopt;
  const bool has_month = !scanner.done();
  scanner.take('-');
  if (has_month && (!scanner.take_digits(2, month) || !scanner.done())) return std::nullopt;
  std::optional<Date> date = day_only(full_year(year), month, 1);
  if (date) date->precision = has_month ? Precision::month : Precision::year;
  return date;
}

std::optional<Date> read_iso(std::string_view text) {
  Scanner scanner(text);
  int year = 0;
  int month = 1;
  int day = 1;
  if (!scanner.take_digits(4, year)) return std::nullopt;
  const bool dashed = scanner.take('-');
  if (!dashed && scanner.digits() != 4) return std::nullopt;
  if (dashed && scanner.digits() == 3 && scanner.rest().size() == 3) {
    scanner.take_digits(3, day);
    return ordinal(year, day);
  }
  if (!scanner.take_digits(2, month)) return std::nullopt;
  if (scanner.done()) {
    std::optional<Date> date = day_only(year, month, 1);
    if (date) date->precision = Precision::month;
    return date;
  }
  if (dashed != scanner.take('-') || !scanner.take_digits(2, day)) return std::nullopt;
  if (scanner.done()) return day_only(year, month, day);
  if (!scanner.take('T') && !scanner.take('t') && !scanner.take(' ')) return std::nullopt;
  Clock clock;
  if (!take_clock(scanner, clock) || !take_offset(scanner, clock)) return std::nullopt;
  return assemble(year, month, day, clock);
}

int month_number(std::string_view letters) {
  static constexpr std::array<std::string_view, 12> k_months = {"jan", "feb", "mar", "apr", "may", "jun",
                                                                "jul", "aug", "sep", "oct", "nov", "dec"};
  if (letters.size() != 3) return 0;
  for (std::size_t i = 0; i < k_months.size(); ++i) {
    if (equals_ignoring_ascii_case(letters, k_months[i])) return static_cast<int>(i) + 1;
  }
  return 0;
}

// [day-name ","] day month year hour ":" minute [":" second] zone
std::optional<Date> read_rfc5322(std::string_view text) {
  Scanner scanner(text);
  if (!scanner.take_letters().empty() && !scanner.take(',')) return std::nullopt;
  scanner.skip_spaces();
  int day = 0;
  int year = 0;
  const std::size_t day_digits = scanner.digits();
  if (day_digits < 1 || day_digits > 2 || !scanner.take_digits(day_digits, day) || !scanner.take(' '))
    return std::nullopt;
  scanner.skip_spaces();
  const int month = month_number(scanner.take_letters());
  scanner.skip_spaces();
  const std::size_t year_digits = scanner.digits();
  if (month == 0 || (year_digits != 4 && year_digits != 2) || !scanner.take_digits(year_digits, year) ||
      !scanner.take(' ')) {
    return std::nullopt;
  }
  scanner.skip_spaces();
  Clock clock;
  if (scanner.rest().size() < 5 || scanner.rest()[2] != ':') return std::nullopt;
  if (!take_clock(scanner, clock) || !take_offset(scanner, clock)) return std::nullopt;
  return assemble(year_digits == 2 ? full_year(year) : year, month, day, clock);
}

}  // namespace

std::optional<Date> read_machine_date(std::string_view text) {
  if (text.empty()) return std::nullopt;
  if (is_digit(text[0])) {
    if (text.find_first_not_of("0123456789") == text.npos) return read_digits(text);
    if (const auto date = read_iso(text)) return date;
  }
  if (text[0] == '-') return read_truncated(text);
  return read_rfc5322(text);
}

}  // namespace vigie::parsers
