#include <algorithm>
#include <array>
#include <chrono>

#include "model/text.h"
#include "parsers/date_calendar.h"
#include "parsers/date_items.h"

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

int full_year(std::uint64_t year) {
  return static_cast<int>(year < 50 ? 2000 + year : year < 100 ? 1900 + year : year);
}

struct Parts {
  std::optional<int> year;
  std::optional<int> month;
  std::optional<int> day;
  std::optional<int> weekday;
  Calendar calendar = Calendar::gregorian;
};

class AbsoluteReader {
 public:
  AbsoluteReader(std::span<const DateItem> items, std::string_view language, const DateContext& context)
      : items_(items), language_(language), context_(context), used_(items.size(), false) {}

  std::optional<Date> read() {
    const ClockResult result = take_clock(items_, used_, clock_, clock_end_);
    if (result == ClockResult::invalid) return std::nullopt;
    timed_ = result == ClockResult::found;
    if (!take_words() || !take_labels() || !take_numbers()) return std::nullopt;
    zone_ = take_zone(items_, used_, timed_ ? std::optional(clock_end_) : std::nullopt, context_.country);
    if (!rest_is_silent()) return std::nullopt;
    settle_calendar();
    return finish();
  }

 private:
  const DateItem& item(std::size_t i) const { return items_[i]; }
  bool mark_at(std::size_t i, char c) const { return i < items_.size() && !used_[i] && items_[i].is_mark(c); }

  // Months, weekdays and eras.
  bool take_words() {
    const auto months_of = [this](WordKind kind) {
      std::vector<std::size_t> found;
      for (std::size_t i = 0; i < items_.size(); ++i) {
        if (!used_[i] && item(i).meaning(kind) != nullptr) found.push_back(i);
      }
      return found;
    };
    struct Named {
      WordKind kind;
      Calendar calendar;
    };
    for (const Named named : {Named{WordKind::month, Calendar::gregorian}, Named{WordKind::persian, Calendar::persian},
                              Named{WordKind::islamic, Calendar::islamic}, Named{WordKind::hebrew, Calendar::hebrew},
                              Named{WordKind::ethiopic, Calendar::ethiopic}}) {
      std::vector<std::size_t> found = months_of(named.kind);
      if (found.size() > 1) {
        // "mar. 3 mar." holds a day's name, "den 5 maj" an article: the one that can be nothing else is the month.
        std::erase_if(found, [this](std::size_t i) {
          return item(i).meaning(WordKind::weekday) || item(i).meaning(WordKind::filler);
        });
      }
      if (found.empty()) continue;
      if (found.size() > 1) return false;
      month_at_ = found[0];
      parts_.month = item(found[0]).meaning(named.kind)->value;
      parts_.calendar = named.calendar;
      used_[found[0]] = true;
      break;
    }
    for (std::size_t i = 0; i < items_.size(); ++i) {
      if (used_[i]) continue;
      if (const Meaning* weekday = item(i).meaning(WordKind::weekday)) {
        parts_.weekday = weekday->value;
        used_[i] = true;
      } else if (item(i).meaning(WordKind::era) != nullptr && !take_era(i)) {
        return false;
      }
    }
    return true;
  }

  // "令和8", "民國115", "พ.ศ. 2567" in front of the year; "1445 هـ" behind it.
  bool take_era(std::size_t i) {
    const Meaning& era = *item(i).meaning(WordKind::era);
    const auto is_year = [this](std::size_t at) { return at < items_.size() && !used_[at] && item(at).is_number(); };
    std::size_t year = i + 1;
    while (year < items_.size() && item(year).is_mark('.')) ++year;
    const bool front = is_year(year) && (era.value != 0 || item(year).value > 999);
    if (!front) year = i == 0 ? items_.size() : i - 1;
    if (!is_year(year)) return item(i).meaning(WordKind::filler) != nullptr || item(i).meanings.size() > 1;
    if (era.value < 0 && era.value != -543 && item(year).value < 1000 && era.value != k_era_hebrew) return true;
    used_[i] = used_[year] = true;
    year_at_ = year;
    parts_.year = static_cast<int>(item(year).value) + (era.value > 0 || era.value == -543 ? era.value : 0);
    if (parts_.calendar == Calendar::gregorian && !parts_.month) {
      if (era.value == k_era_islamic) parts_.calendar = Calendar::islamic;
      if (era.value == k_era_persian) parts_.calendar = Calendar::persian;
    }
    era_ = true;
    return true;
  }

  // "2026年3月2日", "2015 წ.", "ngày 2 tháng 3 năm 2026": numbers that say what they count.
  bool take_labels() {
    static constexpr std::array<std::string_view, 5> k_label_first = {"vi", "km", "lo", "my", "th"};
    const bool label_first = std::find(k_label_first.begin(), k_label_first.end(), language_) != k_label_first.end();
    for (std::size_t i = 0; i < items_.size(); ++i) {
      if (used_[i] && !is_era_year(i)) continue;
      if (!item(i).is_number()) continue;
      const std::size_t label = label_first ? i - 1 : i + 1;
      if (label >= items_.size() || used_[label]) continue;
      const std::optional<TimeUnit> unit = item(label).unit();
      if (!unit || *unit < TimeUnit::day || *unit == TimeUnit::week || *unit == TimeUnit::decade) continue;
      if (!take_label(i, label, *unit)) return false;
    }
    return true;
  }

  bool is_era_year(std::size_t i) const { return era_ && item(i).is_number(); }

  bool take_label(std::size_t number, std::size_t label, TimeUnit unit) {
    const int value = static_cast<int>(std::min<std::uint64_t>(item(number).value, 99999));
    if (used_[number]) {
      // The era's own year: 令和8年
      if (unit == TimeUnit::year) used_[label] = true;
      return true;
    }
    std::optional<int>& part = unit == TimeUnit::year    ? parts_.year
                               : unit == TimeUnit::month ? parts_.month
                                                         : parts_.day;
    if (part || (unit == TimeUnit::month && (value < 1 || value > 12)) ||
        (unit == TimeUnit::day && (value < 1 || value > 31))) {
      return true;  // left for take_numbers
    }
    // A small number of years is a span; of Chinese text it can be the Republic's year.
    if (unit == TimeUnit::year && value < 1000) {
      const bool republic = language_ == "zh" && value > 85 && value < 200;
      const bool short_year = item(number).text.size() == 2;
      if (!republic && !short_year) return false;
      part = republic ? value + 1911 : full_year(item(number).value);
    } else {
      part = value;
    }
    used_[number] = used_[label] = true;
    return true;
  }

  std::vector<std::size_t> open_numbers() const {
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < items_.size(); ++i) {
      if (!used_[i] && item(i).is_number()) out.push_back(i);
    }
    return out;
  }

  // "26.10.21 14.12": two numbers joined by a dot behind, or in front of, a whole date.
  void take_dotted_clock(std::vector<std::size_t>& numbers) {
    const std::size_t date_numbers = static_cast<std::size_t>(!parts_.month + !parts_.year + !parts_.day);
    if (timed_ || numbers.size() != date_numbers + 2) return;
    for (const std::size_t k : {numbers.size() - 2, std::size_t{0}}) {
      const std::size_t hour = numbers[k];
      const std::size_t minute = numbers[k + 1];
      if (minute != hour + 2 || !mark_at(hour + 1, '.') || item(minute).text.size() != 2) continue;
      if (item(hour).value > 23 || item(minute).value > 59) continue;
      clock_ = ClockTime{static_cast<int>(item(hour).value), static_cast<int>(item(minute).value), -1};
      timed_ = true;
      clock_end_ = minute + 1;
      used_[hour] = used_[minute] = true;
      numbers.erase(numbers.begin() + static_cast<std::ptrdiff_t>(k),
                    numbers.begin() + static_cast<std::ptrdiff_t>(k) + 2);
      return;
    }
  }

  bool take_numbers() {
    std::vector<std::size_t> numbers = open_numbers();
    // An offset behind the clock is not the date's.
    if (timed_ && clock_end_ + 1 < items_.size() && !numbers.empty() && is_offset_sign(clock_end_)) {
      std::erase_if(numbers, [this](std::size_t i) {
        return i == clock_end_ + 1 || (i == clock_end_ + 3 && mark_at(clock_end_ + 2, ':'));
      });
    }
    std::erase_if(numbers, [this](std::size_t i) { return is_named_offset(i); });
    take_dotted_clock(numbers);
    if (numbers.empty()) return true;
    if (parts_.month) return take_with_month(numbers);
    if (numbers.size() == 1) return take_single(numbers[0]);
    if (numbers.size() == 2) return take_pair(numbers[0], numbers[1]);
    if (numbers.size() == 3) return take_triple(numbers);
    return false;
  }

  bool is_offset_sign(std::size_t i) const {
    if (!(item(i).is_mark('+') || item(i).is_mark('-') || item(i).text == "\u2212") || used_[i]) return false;
    if (!item(i + 1).is_number() || item(i + 1).space_before) return false;
    const std::size_t digits = item(i + 1).text.size();
    const bool date = i + 2 < items_.size() && (mark_at(i + 2, '-') || mark_at(i + 2, '/') || mark_at(i + 2, '.'));
    return digits == 4 ? !date && item(i + 1).value <= 1500 : digits <= 2 && !date;
  }

  // The digits of "GMT+0800".
  bool is_named_offset(std::size_t i) const {
    const auto is_zone = [this](std::size_t at) { return item(at).text == "gmt" || item(at).text == "utc"; };
    if (i >= 2 && is_zone(i - 2) && (item(i - 1).is_mark('+') || item(i - 1).is_mark('-'))) return true;
    return i >= 4 && is_zone(i - 4) && item(i - 1).is_mark(':') &&
           (item(i - 3).is_mark('+') || item(i - 3).is_mark('-'));
  }

  bool set(std::optional<int>& part, std::size_t i, int value) {
    if (part) return false;
    part = value;
    used_[i] = true;
    return true;
  }

  bool set_year(std::size_t i) {
    const bool two_digits = item(i).text.size() <= 2;
    if (item(i).text.size() != 4 && !two_digits) return false;
    // Thailand shortens the Buddhist year: 69 is 2569.
    const bool buddhist = two_digits && language_ == "th";
    const int value = static_cast<int>(item(i).value);
    return set(parts_.year, i, buddhist ? 2500 + value : two_digits ? full_year(item(i).value) : value);
  }

  bool set_day(std::size_t i) {
    return item(i).value >= 1 && item(i).value <= 31 && set(parts_.day, i, static_cast<int>(item(i).value));
  }

  bool is_long_year(std::size_t i) const {
    return item(i).text.size() == 4 || (item(i).value > 31 && item(i).value < 100);
  }

  bool take_with_month(const std::vector<std::size_t>& numbers) {
    if (numbers.size() == 1) {
      const bool year =
          is_long_year(numbers[0]) || (numbers[0] > 0 && item(numbers[0] - 1).is_mark('\'')) || parts_.day;
      return year ? set_year(numbers[0]) : set_day(numbers[0]);
    }
    if (numbers.size() != 2) return false;
    if (is_long_year(numbers[0])) return set_year(numbers[0]) && set_day(numbers[1]);
    return set_day(numbers[0]) && set_year(numbers[1]);
  }

  // A number alone: the year, or digits run together (ISO 8601's basic format).
  bool take_single(std::size_t i) {
    const std::string& text = item(i).text;
    const auto digits = [&text](std::size_t from, std::size_t count) { return std::stoi(text.substr(from, count)); };
    if (parts_.day || parts_.year) return false;
    if (text.size() == 4) return set_year(i);
    const bool basic = text.size() == 8 || (text.size() == 14 && !timed_) || (text.size() == 12 && !timed_);
    if (!basic) return false;
    parts_.year = digits(0, 4);
    parts_.month = digits(4, 2);
    parts_.day = digits(6, 2);
    if (text.size() > 8) {
      clock_ = ClockTime{digits(8, 2), digits(10, 2), text.size() == 14 ? digits(12, 2) : -1};
      if (clock_.hour > 23 || clock_.minute > 59 || clock_.second > 59) return false;
      timed_ = true;
      clock_end_ = i + 1;
    }
    used_[i] = true;
    return *parts_.month >= 1 && *parts_.month <= 12;
  }

  // "2026-03", "03/2026", "24.12.", "2026-123"; with the year told apart, day and month.
  bool take_pair(std::size_t a, std::size_t b) {
    if (parts_.year && !parts_.day) return take_day_month(a, b);
    if (item(a).text.size() == 4 && item(b).text.size() == 3 && mark_at(a + 1, '-')) return take_ordinal(a, b);
    if (parts_.day) return false;
    const bool year_first = item(a).text.size() == 4;
    if (year_first || item(b).text.size() == 4) {
      const std::size_t month = year_first ? b : a;
      if (item(month).value < 1 || item(month).value > 12) return false;
      return set_year(year_first ? a : b) && set(parts_.month, month, static_cast<int>(item(month).value));
    }
    const bool dotted = mark_at(a + 1, '.') && (mark_at(b + 1, '.') || timed_ || parts_.weekday);
    return context_.now && (dotted || (mark_at(a + 1, '/') && (timed_ || parts_.weekday))) && take_day_month(a, b);
  }

  bool take_day_month(std::size_t a, std::size_t b) {
    Order order = numeric_order(language_, context_.country);
    if (mark_at(a + 1, '.') && order == Order::month_day) order = Order::day_month;
    const bool month_first = order != Order::day_month || (year_at_ && *year_at_ + 2 == a);
    std::size_t month = month_first ? a : b;
    std::size_t day = month_first ? b : a;
    if (item(month).value > 12) std::swap(month, day);
    if (item(month).value < 1 || item(month).value > 12) return false;
    return set(parts_.month, month, static_cast<int>(item(month).value)) && set_day(day);
  }

  bool take_ordinal(std::size_t year, std::size_t day) {
    const int of_year = static_cast<int>(item(day).value);
    const std::chrono::year y(static_cast<int>(item(year).value));
    if (of_year < 1 || of_year > (y.is_leap() ? 366 : 365)) return false;
    const std::chrono::year_month_day date(sys_days(y / 1 / 1) + days(of_year - 1));
    used_[day] = true;
    parts_.month = static_cast<int>(static_cast<unsigned>(date.month()));
    parts_.day = static_cast<int>(static_cast<unsigned>(date.day()));
    return set_year(year);
  }

  bool take_triple(const std::vector<std::size_t>& n) {
    if (parts_.year || parts_.day) return false;
    Order order = numeric_order(language_, context_.country);
    const bool dotted = mark_at(n[0] + 1, '.') || mark_at(n[1] + 1, '.');
    if (dotted && order == Order::month_day) order = Order::day_month;
    if (item(n[0]).text.size() == 4 || (item(n[0]).value > 31 && item(n[2]).value <= 31)) return take_year_first(n);
    if (item(n[2]).text.size() != 4 && order == Order::year_first && item(n[1]).value <= 12 && item(n[2]).value <= 31 &&
        language_ != "sv" && !(dotted && item(n[0]).value <= 31 && language_ == "fa")) {
      return take_year_first(n);
    }
    if (item(n[2]).text.size() != 4 && item(n[2]).text.size() != 2) return false;
    bool month_first = order == Order::month_day || (order == Order::year_first && item(n[1]).value > 12);
    if (order == Order::month_day && ambiguous(n)) month_first = weekday_says_month_first(n);
    std::size_t month = month_first ? n[0] : n[1];
    std::size_t day = month_first ? n[1] : n[0];
    if (item(month).value > 12) std::swap(month, day);
    if (item(month).value < 1 || item(month).value > 12) return false;
    return set_year(n[2]) && set(parts_.month, month, static_cast<int>(item(month).value)) && set_day(day);
  }

  // Nobody writes year, day, month.
  bool take_year_first(const std::vector<std::size_t>& n) {
    if (item(n[1]).value < 1 || item(n[1]).value > 12) return false;
    return set_year(n[0]) && set(parts_.month, n[1], static_cast<int>(item(n[1]).value)) && set_day(n[2]);
  }

  bool ambiguous(const std::vector<std::size_t>& n) const { return item(n[0]).value <= 12 && item(n[1]).value <= 12; }

  // A weekday beside "03/04/2026" says which of the two days is meant.
  bool weekday_says_month_first(const std::vector<std::size_t>& n) const {
    if (!parts_.weekday) return true;
    const int year = item(n[2]).text.size() == 4 ? static_cast<int>(item(n[2]).value) : full_year(item(n[2]).value);
    const auto swapped =
        to_civil(Calendar::gregorian, year, static_cast<int>(item(n[1]).value), static_cast<int>(item(n[0]).value));
    return !swapped || static_cast<int>(std::chrono::weekday(*swapped).c_encoding()) != *parts_.weekday;
  }

  // What is left may only be punctuation and words without meaning.
  bool rest_is_silent() const {
    static constexpr std::string_view k_marks = ".,:;-/()[]|'\"@~<>_";
    for (std::size_t i = 0; i < items_.size(); ++i) {
      if (used_[i]) continue;
      const DateItem& rest = item(i);
      if (rest.is_number()) return false;
      if (rest.kind == DateToken::Kind::mark) {
        if (rest.text.size() == 1 && k_marks.find(rest.text[0]) == k_marks.npos) return false;
        continue;
      }
      const bool label = parts_.year && rest.unit() == TimeUnit::year;
      const bool half = timed_ && rest.meaning(WordKind::half_day) != nullptr;
      const bool silent = (rest.meanings.empty() && rest.known) || rest.meaning(WordKind::filler) ||
                          rest.meaning(WordKind::at) || rest.meaning(WordKind::publish) ||
                          rest.meaning(WordKind::update) || label || half;
      if (!silent) return false;
    }
    return true;
  }

  // Years of other calendars that no word names but the language: ๒๕๖๙, ۱۴۰۴/۱۲/۱۱.
  void settle_calendar() {
    if (!parts_.year) return;
    const auto is_one_of = [this](std::initializer_list<std::string_view> list) {
      return std::find(list.begin(), list.end(), language_) != list.end();
    };
    if (parts_.calendar != Calendar::gregorian) return;
    if (*parts_.year >= 2400 && *parts_.year < 2700 && is_one_of({"th", "lo"})) {
      parts_.year = *parts_.year - 543;
    } else if (*parts_.year >= 1250 && *parts_.year < 1500 && !month_at_ && is_one_of({"fa", "ps", "ckb"})) {
      parts_.calendar = Calendar::persian;
    } else if (*parts_.year < 200 && *parts_.year > 85 && language_ == "zh") {
      parts_.year = *parts_.year + 1911;
    }
  }

  std::optional<Date> finish() {
    if (!parts_.year && !parts_.month && !parts_.day) return finish_without_date();
    if (!parts_.year) return finish_without_year();
    // Beyond this no publisher of news has written: a mistyped or foreign year.
    const bool own_calendar = parts_.calendar != Calendar::gregorian;
    if (!own_calendar && (*parts_.year < 1000 || *parts_.year > 9999)) return std::nullopt;
    if (parts_.day && !parts_.month) return std::nullopt;
    const auto day = to_civil(parts_.calendar, *parts_.year, parts_.month.value_or(1), parts_.day.value_or(1));
    if (!day) return std::nullopt;
    if (!parts_.day) {
      // A clock without a day, or a month that begins inside another one, is no date.
      if (timed_ || own_calendar) return std::nullopt;
      return Date{Time(*day), parts_.month ? Precision::month : Precision::year, false};
    }
    return with_clock(*day);
  }

  std::optional<Date> with_clock(sys_days day) {
    if (!timed_) {
      const bool zone = zone_.found() && zone_.minutes == 0;
      return Date{Time(day), Precision::day, zone};
    }
    seconds of_day(clock_.hour * 3600 + clock_.minute * 60 + std::max(clock_.second, 0));
    // 24:00 ends the day (ISO 8601); 24:05 is a clock that counts from 1 to 24.
    if (clock_.hour == 24 && clock_.minute > 0) of_day -= std::chrono::hours(24);
    const Zoned zoned = apply_zone(Time(day) + of_day, zone_, context_.zone_hint);
    return Date{zoned.at, clock_.second >= 0 ? Precision::second : Precision::minute, zoned.known};
  }

  // How far ahead of `now` a date without a year or day may lie: the furthest zone from UTC.
  static constexpr std::chrono::hours k_ahead{14};

  // "3 May": the last one before now.
  std::optional<Date> finish_without_year() {
    if (!context_.now || !parts_.month || !parts_.day || parts_.calendar != Calendar::gregorian) return std::nullopt;
    const std::chrono::year_month_day today(std::chrono::floor<days>(*context_.now + k_ahead));
    for (int year = static_cast<int>(today.year()); year > static_cast<int>(today.year()) - 8; --year) {
      const auto day = to_civil(Calendar::gregorian, year, *parts_.month, *parts_.day);
      if (day && *day <= sys_days(today)) return with_clock(*day);
    }
    return std::nullopt;
  }

  // "Friday", "Fri 17:15", "13:05"
  std::optional<Date> finish_without_date() {
    if (!context_.now || (!parts_.weekday && !timed_)) return std::nullopt;
    sys_days day = std::chrono::floor<days>(*context_.now);
    if (parts_.weekday) {
      const std::chrono::weekday wanted(static_cast<unsigned>(*parts_.weekday));
      day -= std::chrono::weekday(day) - wanted;
    }
    std::optional<Date> date = with_clock(day);
    if (date && timed_ && date->at > *context_.now + (date->zone_known ? seconds(0) : seconds(k_ahead))) {
      date = with_clock(day - days(parts_.weekday ? 7 : 1));
    }
    return date;
  }

  std::span<const DateItem> items_;
  std::string_view language_;
  const DateContext& context_;
  std::vector<bool> used_;
  Parts parts_;
  std::optional<std::size_t> month_at_;
  std::optional<std::size_t> year_at_;  // of a year an era names
  ClockTime clock_;
  std::size_t clock_end_ = 0;
  bool timed_ = false;
  bool era_ = false;
  ZoneReading zone_;
};

}  // namespace

std::optional<Date> read_absolute(std::span<const DateItem> items, std::string_view language,
                                  const DateContext& context) {
  return AbsoluteReader(items, language, context).read();
}

}  // namespace vigie::parsers
