#include <algorithm>
#include <array>
#include <chrono>

#include "parsers/date_items.h"
#include "parsers/date_zone.h"

namespace vigie::parsers {
namespace {

using std::chrono::days;

// A distance in calendar units; days and less are of fixed length.
struct Distance {
  long months = 0;
  long seconds = 0;
  TimeUnit smallest = TimeUnit::decade;

  void add(TimeUnit unit, long count) {
    static constexpr std::array<long, 5> k_seconds = {1, 60, 3600, 86400, 604800};
    if (unit <= TimeUnit::week) {
      seconds += count * k_seconds[static_cast<std::size_t>(unit)];
    } else {
      months += count * (unit == TimeUnit::month ? 1 : unit == TimeUnit::year ? 12 : 120);
    }
    smallest = std::min(smallest, unit);
  }
};

// Months first, held inside the month, then the rest: "one month ago" on March 31 is February 28.
std::optional<Time> move(Time from, const Distance& distance) {
  const auto day = std::chrono::floor<days>(from);
  std::chrono::year_month_day date(day);
  const std::chrono::year_month month = date.year() / date.month() + std::chrono::months(distance.months);
  date = month / std::min(date.day(), (month / std::chrono::last).day());
  if (!date.ok() || static_cast<int>(date.year()) < 1) return std::nullopt;
  return Time(std::chrono::sys_days(date)) + (from - day) + seconds(distance.seconds);
}

Precision precision_of(TimeUnit smallest) {
  switch (smallest) {
    case TimeUnit::second:
      return Precision::second;
    case TimeUnit::minute:
      return Precision::minute;
    case TimeUnit::hour:
    case TimeUnit::day:
      return Precision::day;
    case TimeUnit::week:
    case TimeUnit::month:
      return Precision::month;
    default:
      return Precision::year;
  }
}

// Whole units that stand for the calendar's own numbers ("3月", "5 日"): without "ago" they are a date's parts.
bool is_calendar_counter(const DateItem& item) {
  static constexpr std::array<std::string_view, 7> k_counters = {"月", "日", "号", "號", "월", "일", "月份"};
  return std::find(k_counters.begin(), k_counters.end(), item.text) != k_counters.end();
}

struct Step {
  TimeUnit unit;
  std::optional<long> count;
  int sign = 0;  // of a written + or -
};

class RelativeReader {
 public:
  RelativeReader(std::span<const DateItem> items, const DateContext& context)
      : items_(items), context_(context), used_(items.size(), false) {}

  std::optional<Date> read() {
    if (!context_.now) return std::nullopt;
    bool day_named = false;
    for (const DateItem& item : items_) {
      const Meaning* phrase = item.meaning(WordKind::phrase);
      phrase_ = phrase_ || phrase != nullptr;
      day_named = day_named || (phrase != nullptr && phrase->unit == TimeUnit::day);
    }
    ClockTime clock;
    bool timed = false;
    if (day_named) {
      const ClockResult result = take_clock(items_, used_, clock, clock_end_);
      if (result == ClockResult::invalid) return std::nullopt;
      timed = result == ClockResult::found;
    }
    if (!collect() || !pair() || (!phrase_ && steps_.empty())) return std::nullopt;
    if (timed) return read_timed(clock);
    const auto at = move(*context_.now, distance());
    if (!at) return std::nullopt;
    TimeUnit smallest = std::min(distance_.smallest, phrase_unit_);
    if (now_ && smallest == TimeUnit::decade) smallest = TimeUnit::minute;
    // A span from now is the same moment in every zone; a day's name is not.
    return Date{*at, precision_of(smallest), smallest <= TimeUnit::hour};
  }

 private:
  // "yesterday at 14:30": a day of the zone the page is written in.
  std::optional<Date> read_timed(const ClockTime& clock) {
    if (!steps_.empty() || phrase_unit_ != TimeUnit::day || clock.hour > 23) return std::nullopt;
    const ZoneReading zone =
        take_zone(items_, used_, clock_end_, zone_country(context_.country, {}, context_.language));
    const Zoned offset = apply_zone(*context_.now, zone, context_.zone_hint);
    const Time local_now = *context_.now + (*context_.now - offset.at);
    const auto moved = move(local_now, distance());
    if (!moved) return std::nullopt;
    const Time day = Time(std::chrono::floor<days>(*moved));
    const Time local = day + seconds(clock.hour * 3600 + clock.minute * 60 + std::max(clock.second, 0));
    const Zoned zoned = apply_zone(local, zone, context_.zone_hint);
    return Date{zoned.at, clock.second >= 0 ? Precision::second : Precision::minute, zoned.known};
  }

  // Every item has to have a part in a relative date.
  bool collect() {
    for (std::size_t i = 0; i < items_.size(); ++i) {
      if (used_[i]) continue;
      const DateItem& item = items_[i];
      if (item.is_number()) {
        if (item.value > 9999) return false;
        numbers_.push_back(static_cast<long>(item.value));
        order_.push_back('n');
      } else if (item.kind == DateToken::Kind::mark) {
        if (!collect_mark(i)) return false;
      } else if (!collect_word(item, i + 1 < items_.size() && items_[i + 1].is_number())) {
        return false;
      }
    }
    return true;
  }

  bool collect_mark(std::size_t i) {
    const DateItem& item = items_[i];
    static constexpr std::string_view k_tolerated = ".,()[]:;|'\"~@/";
    const bool sign = (item.is_mark('-') || item.is_mark('+') || item.text == "\u2212") && i + 1 < items_.size() &&
                      items_[i + 1].is_number() && (i == 0 || item.space_before || items_[i + 1].space_before);
    if (sign) {
      signs_.push_back({numbers_.size(), item.is_mark('+') ? 1 : -1});
      return true;
    }
    return item.text.size() > 1 || item.is_mark('-') || k_tolerated.find(item.text[0]) != k_tolerated.npos;
  }

  bool collect_word(const DateItem& item, bool before_number) {
    if (item.meanings.empty()) return false;
    // "8 tuần trước": behind a number, "last week" is "weeks ago"; "1 ora fa": "now" is an hour.
    const bool after_number = !order_.empty() && order_.back() == 'n';
    const Meaning* phrase = item.meaning(WordKind::phrase);
    if (phrase != nullptr && after_number && phrase->value != 0 && std::abs(phrase->value) <= 2) {
      (phrase->value < 0 ? past_ : future_) = true;
      push_unit(Meaning{WordKind::unit, phrase->unit, 0, 0});
      return true;
    }
    if (phrase != nullptr && !(after_number && item.unit())) {
      // "now" adds nothing to the distance, nor to how exact it is: "now - 2 hours", "acum 2 ore".
      const bool now = phrase->unit == TimeUnit::second && phrase->value == 0;
      phrase_unit_ = std::min(phrase_unit_, now ? TimeUnit::decade : phrase->unit);
      now_ = now_ || now;
      if (!now) distance_.add(phrase->unit, phrase->value);
      return true;
    }
    past_ = past_ || item.meaning(WordKind::past) != nullptr;
    future_ = future_ || (item.meaning(WordKind::future) != nullptr && item.meaning(WordKind::past) == nullptr);
    // "sau 5 phút nữa": in front of a number, "after" and not six.
    const Meaning* number = before_number ? nullptr : item.meaning(WordKind::number);
    const Meaning* unit = item.unit_meaning();
    // "sat" the hour or the seventh day, "năm" five or year: a number stands in front of a unit.
    if (unit && (number == nullptr || after_number)) {
      if (item.meaning(WordKind::past) != nullptr && after_unit()) return true;
      push_unit(*unit);
      counter_ = counter_ || is_calendar_counter(item);
      return true;
    }
    if (number != nullptr && !after_number) {
      numbers_.push_back(number->value);
      order_.push_back('n');
      return true;
    }
    return item.meaning(WordKind::past) || item.meaning(WordKind::future) || item.meaning(WordKind::filler) ||
           item.meaning(WordKind::at) || item.meaning(WordKind::publish) || item.meaning(WordKind::update) || number;
  }

  void push_unit(const Meaning& unit) {
    units_.push_back(unit.unit);
    duals_.push_back(unit.value == 2);
    future_ = future_ || unit.value == 1;
    order_.push_back('u');
  }

  // "a" of "il y a" after a unit is no year.
  bool after_unit() const { return !order_.empty() && order_.back() == 'u'; }

  // Numbers and units in turn: "3 hours 5 minutes", "pɛsaŋ 3"; a unit alone counts one.
  bool pair() {
    const bool unit_first = !order_.empty() && order_.front() == 'u' && order_.back() == 'n';
    std::size_t number = 0;
    std::size_t unit = 0;
    std::optional<std::size_t> pending;
    for (std::size_t i = 0; i < order_.size(); ++i) {
      if (unit_first) {
        if (order_[i] == 'u') {
          if (i + 1 >= order_.size() || order_[i + 1] != 'n') return false;
          push_step(unit++, number++);
        } else if (i == 0 || order_[i - 1] != 'u') {
          return false;
        }
      } else if (order_[i] == 'n') {
        if (pending) return false;
        pending = number++;
      } else {
        // Two words that name one unit: "uair an chloig".
        if (!pending && i > 0 && order_[i - 1] == 'u' && units_[unit] == units_[unit - 1]) {
          ++unit;
          continue;
        }
        push_step(unit++, pending);
        pending.reset();
      }
    }
    return !pending && is_relative();
  }

  void push_step(std::size_t unit, std::optional<std::size_t> number) {
    Step step{units_[unit], std::nullopt, 0};
    if (duals_[unit]) step.count = 2;
    if (number) {
      step.count = numbers_[*number];
      for (const Sign& sign : signs_) {
        if (sign.number == *number) step.sign = sign.sign;
      }
    }
    steps_.push_back(step);
  }

  // A duration is a distance when it says so, or when it is counted and could be nothing else.
  bool is_relative() const {
    if (steps_.empty()) return phrase_;
    const bool counted =
        std::all_of(steps_.begin(), steps_.end(), [](const Step& s) { return s.count && *s.count < 1000; });
    if (!past_ && !future_ && signs_.empty()) return counted && !counter_;
    return std::all_of(steps_.begin(), steps_.end(), [](const Step& s) { return s.count.value_or(1) < 1000; });
  }

  const Distance& distance() {
    for (const Step& step : steps_) {
      const int sign = step.sign != 0 ? step.sign : future_ && !past_ ? 1 : -1;
      distance_.add(step.unit, sign * step.count.value_or(1));
    }
    steps_.clear();
    return distance_;
  }

  struct Sign {
    std::size_t number;
    int sign;
  };
  std::span<const DateItem> items_;
  const DateContext& context_;
  std::vector<bool> used_;
  std::vector<long> numbers_;
  std::vector<TimeUnit> units_;
  std::vector<bool> duals_;  // of units_: a word for two of them
  std::vector<char> order_;
  std::vector<Sign> signs_;
  std::vector<Step> steps_;
  Distance distance_;
  TimeUnit phrase_unit_ = TimeUnit::decade;
  std::size_t clock_end_ = 0;
  bool phrase_ = false;
  bool now_ = false;
  bool past_ = false;
  bool future_ = false;
  bool counter_ = false;
};

}  // namespace

std::optional<Date> read_relative(std::span<const DateItem> items, const DateContext& context) {
  return RelativeReader(items, context).read();
}

}  // namespace vigie::parsers
