// The numbers of a date that nothing but their order explains.
#include <algorithm>
#include <array>
#include <chrono>
#include <string>

#include "parsers/date_draft.h"

namespace vigie::parsers {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

enum class Order { day_month, month_day, year_first };

// Who writes the month first, the year first; the rest of the world writes the day first.
Order numeric_order(std::string_view language, std::string_view country) {
  static constexpr std::array<std::string_view, 13> k_year_first = {"ne",  "zh", "ja", "ko",  "hu", "lt", "mn",
                                                                    "yue", "eu", "fa", "ckb", "sv", "dz"};
  static constexpr std::array<std::string_view, 7> k_month_first = {"US", "CA", "PH", "FM", "PW", "MH", "PR"};
  const auto among = [](const auto& list, std::string_view what) {
    return std::find(list.begin(), list.end(), what) != list.end();
  };
  if (among(k_year_first, language)) return Order::year_first;
  if (language == "fil") return Order::month_day;
  if (!language.empty() && language != "en") return Order::day_month;
  return country.empty() || among(k_month_first, country) ? Order::month_day : Order::day_month;
}

using Numbers = std::vector<std::size_t>;  // indices of items

class NumberReader {
 public:
  explicit NumberReader(DateDraft& draft) : draft_(draft) {}

  bool take() {
    Numbers numbers;
    for (std::size_t i = 0; i < draft_.items.size(); ++i) {
      if (draft_.number_at(i) && !is_offset(i) && !is_named_offset(i)) numbers.push_back(i);
    }
    take_dotted_clock(numbers);
    if (numbers.empty()) return true;
    if (draft_.month) return take_with_month(numbers);
    if (numbers.size() == 1) return take_single(numbers[0]);
    if (numbers.size() == 2) return take_pair(numbers[0], numbers[1]);
    if (numbers.size() == 3) return take_triple(numbers);
    return false;
  }

 private:
  const DateItem& item(std::size_t i) const { return draft_.items[i]; }
  std::uint64_t value(std::size_t i) const { return item(i).value; }
  std::size_t digits(std::size_t i) const { return item(i).text.size(); }
  bool is_month(std::size_t i) const { return value(i) >= 1 && value(i) <= 12; }

  // An offset behind the clock is not the date's: "+0200", "-05:00".
  bool is_offset(std::size_t i) const {
    const std::size_t sign = draft_.clock_end;
    if (!draft_.clock || sign + 1 >= draft_.items.size() || !is_offset_sign(sign)) return false;
    return i == sign + 1 || (i == sign + 3 && draft_.mark_at(sign + 2, ':'));
  }

  bool is_offset_sign(std::size_t i) const {
    if (!(item(i).is_mark('+') || item(i).is_mark('-') || item(i).text == "\u2212") || !draft_.is_open(i)) return false;
    if (!item(i + 1).is_number() || item(i + 1).space_before) return false;
    const bool date = draft_.mark_at(i + 2, '-') || draft_.mark_at(i + 2, '/') || draft_.mark_at(i + 2, '.');
    return digits(i + 1) == 4 ? !date && value(i + 1) <= 1500 : digits(i + 1) <= 2 && !date;
  }

  // The digits of "GMT+0800".
  bool is_named_offset(std::size_t i) const {
    const auto is_zone = [this](std::size_t at) { return item(at).text == "gmt" || item(at).text == "utc"; };
    const auto is_sign = [this](std::size_t at) { return item(at).is_mark('+') || item(at).is_mark('-'); };
    if (i >= 2 && is_zone(i - 2) && is_sign(i - 1)) return true;
    return i >= 4 && is_zone(i - 4) && item(i - 1).is_mark(':') && is_sign(i - 3);
  }

  // "26.10.21 14.12", "6.2.2025 7.13.00": numbers joined by dots behind, or in front of, a whole date.
  void take_dotted_clock(Numbers& numbers) {
    const auto of_date = static_cast<std::size_t>(!draft_.month + !draft_.year + !draft_.day);
    if (draft_.clock || numbers.size() < of_date + 2 || numbers.size() > of_date + 3) return;
    const std::size_t parts = numbers.size() - of_date;
    for (const std::size_t k : {numbers.size() - parts, std::size_t{0}}) {
      if (!is_dotted_clock(numbers, k, parts)) continue;
      const auto part = [&](std::size_t i) { return static_cast<int>(value(numbers[k + i])); };
      draft_.clock = ClockTime{part(0), part(1), parts == 3 ? part(2) : -1};
      draft_.clock_end = numbers[k + parts - 1] + 1;
      for (std::size_t i = 0; i < parts; ++i) draft_.used[numbers[k + i]] = true;
      const auto first = numbers.begin() + static_cast<std::ptrdiff_t>(k);
      numbers.erase(first, first + static_cast<std::ptrdiff_t>(parts));
      return;
    }
  }

  bool is_dotted_clock(const Numbers& numbers, std::size_t from, std::size_t parts) const {
    if (value(numbers[from]) > 23) return false;
    for (std::size_t i = from + 1; i < from + parts; ++i) {
      const bool joined = numbers[i] == numbers[i - 1] + 2 && draft_.mark_at(numbers[i] - 1, '.');
      if (!joined || digits(numbers[i]) != 2 || value(numbers[i]) > 59) return false;
    }
    return true;
  }

  bool set(std::optional<int>& part, std::size_t i, int number) {
    if (part) return false;
    part = number;
    draft_.used[i] = true;
    return true;
  }

  bool set_year(std::size_t i) {
    const bool two_digits = digits(i) <= 2;
    if (digits(i) != 4 && !two_digits) return false;
    // Thailand shortens the Buddhist year: 69 is 2569.
    const bool buddhist = two_digits && draft_.language == "th";
    const int number = static_cast<int>(value(i));
    return set(draft_.year, i, buddhist ? 2500 + number : two_digits ? full_year(value(i)) : number);
  }

  bool set_month(std::size_t i) { return is_month(i) && set(draft_.month, i, static_cast<int>(value(i))); }

  bool set_day(std::size_t i) {
    return value(i) >= 1 && value(i) <= 31 && set(draft_.day, i, static_cast<int>(value(i)));
  }

  bool is_long_year(std::size_t i) const { return digits(i) == 4 || (value(i) > 31 && value(i) < 100); }

  bool take_with_month(const Numbers& n) {
    if (n.size() == 1) {
      const bool apostrophe = n[0] > 0 && item(n[0] - 1).is_mark('\'');
      return is_long_year(n[0]) || apostrophe || draft_.day ? set_year(n[0]) : set_day(n[0]);
    }
    if (n.size() != 2) return false;
    if (is_long_year(n[0])) return set_year(n[0]) && set_day(n[1]);
    return set_day(n[0]) && set_year(n[1]);
  }

  // A number alone: the year, or digits run together (ISO 8601's basic format).
  bool take_single(std::size_t i) {
    const std::string& text = item(i).text;
    const auto part = [&text](std::size_t from, std::size_t count) { return std::stoi(text.substr(from, count)); };
    if (draft_.day || draft_.year) return false;
    if (text.size() == 4) return set_year(i);
    if (text.size() != 8 && (draft_.clock || (text.size() != 12 && text.size() != 14))) return false;
    draft_.year = part(0, 4);
    draft_.month = part(4, 2);
    draft_.day = part(6, 2);
    if (text.size() > 8) {
      draft_.clock = ClockTime{part(8, 2), part(10, 2), text.size() == 14 ? part(12, 2) : -1};
      draft_.clock_end = i + 1;
      if (draft_.clock->hour > 23 || draft_.clock->minute > 59 || draft_.clock->second > 59) return false;
    }
    draft_.used[i] = true;
    return *draft_.month >= 1 && *draft_.month <= 12;
  }

  // "2026-03", "03/2026", "24.12.", "2026-123"; with the year told apart, day and month.
  bool take_pair(std::size_t a, std::size_t b) {
    if (draft_.year && !draft_.day) return take_day_month(a, b);
    if (digits(a) == 4 && digits(b) == 3 && draft_.mark_at(a + 1, '-')) return take_ordinal(a, b);
    if (draft_.day) return false;
    if (digits(a) == 4) return set_month(b) && set_year(a);
    if (digits(b) == 4) return set_month(a) && set_year(b);
    const bool told = draft_.clock || draft_.weekday;
    const bool dotted = draft_.mark_at(a + 1, '.') && (draft_.mark_at(b + 1, '.') || told);
    return draft_.context.now && (dotted || (draft_.mark_at(a + 1, '/') && told)) && take_day_month(a, b);
  }

  bool take_day_month(std::size_t a, std::size_t b) {
    Order order = numeric_order(draft_.language, draft_.context.country);
    if (draft_.mark_at(a + 1, '.') && order == Order::month_day) order = Order::day_month;
    const bool month_first = order != Order::day_month || (draft_.era_year_at && *draft_.era_year_at + 2 == a);
    return month_first ? set_month_and_day(a, b) : set_month_and_day(b, a);
  }

  // A month past 12 is the day.
  bool set_month_and_day(std::size_t month, std::size_t day) {
    if (value(month) > 12) std::swap(month, day);
    return set_month(month) && set_day(day);
  }

  bool take_ordinal(std::size_t year, std::size_t day) {
    const int of_year = static_cast<int>(value(day));
    const std::chrono::year y(static_cast<int>(value(year)));
    if (of_year < 1 || of_year > (y.is_leap() ? 366 : 365)) return false;
    const std::chrono::year_month_day date(sys_days(y / 1 / 1) + days(of_year - 1));
    draft_.used[day] = true;
    draft_.month = static_cast<int>(static_cast<unsigned>(date.month()));
    draft_.day = static_cast<int>(static_cast<unsigned>(date.day()));
    return set_year(year);
  }

  bool take_triple(const Numbers& n) {
    if (draft_.year || draft_.day) return false;
    Order order = numeric_order(draft_.language, draft_.context.country);
    const bool dotted = draft_.mark_at(n[0] + 1, '.') || draft_.mark_at(n[1] + 1, '.');
    if (dotted && order == Order::month_day) order = Order::day_month;
    if (digits(n[0]) == 4 || (value(n[0]) > 31 && value(n[2]) <= 31)) return take_year_first(n);
    const bool short_years = draft_.language != "sv" && !(dotted && value(n[0]) <= 31 && draft_.language == "fa");
    if (order == Order::year_first && digits(n[2]) != 4 && is_month(n[1]) && value(n[2]) <= 31 && short_years)
      return take_year_first(n);
    if (digits(n[2]) != 4 && digits(n[2]) != 2) return false;
    bool month_first = order == Order::month_day || (order == Order::year_first && value(n[1]) > 12);
    if (order == Order::month_day && is_month(n[0]) && is_month(n[1])) month_first = weekday_says_month_first(n);
    const bool named = month_first ? set_month_and_day(n[0], n[1]) : set_month_and_day(n[1], n[0]);
    return named && set_year(n[2]);
  }

  // Nobody writes year, day, month.
  bool take_year_first(const Numbers& n) { return set_year(n[0]) && set_month(n[1]) && set_day(n[2]); }

  // A weekday beside "03/04/2026" says which of the two days is meant.
  bool weekday_says_month_first(const Numbers& n) const {
    if (!draft_.weekday) return true;
    const int year = digits(n[2]) == 4 ? static_cast<int>(value(n[2])) : full_year(value(n[2]));
    const auto swapped =
        to_civil(Calendar::gregorian, year, static_cast<int>(value(n[1])), static_cast<int>(value(n[0])));
    return !swapped || static_cast<int>(std::chrono::weekday(*swapped).c_encoding()) != *draft_.weekday;
  }

  DateDraft& draft_;
};

}  // namespace

bool take_date_numbers(DateDraft& draft) { return NumberReader(draft).take(); }

}  // namespace vigie::parsers
