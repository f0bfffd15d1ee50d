#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "parsers/date_calendar.h"
#include "parsers/date_items.h"

namespace vigie::parsers {

/// A date told by its parts, as far as it is read: which items stand for what, and which are still to be explained.
struct DateDraft {
  DateDraft(std::span<const DateItem> all, std::string_view read_as, const DateContext& known)
      : items(all), language(read_as), context(known), used(all.size(), false) {}

  std::span<const DateItem> items;
  std::string_view language;  // primary subtag the items were read as, empty when it is not known
  const DateContext& context;
  std::vector<bool> used;

  Calendar calendar = Calendar::gregorian;
  std::optional<int> year;
  std::optional<int> month;
  std::optional<int> day;
  std::optional<int> weekday;              // 0 Sunday
  std::optional<std::size_t> month_at;     // of a month told by its name
  std::optional<std::size_t> era_year_at;  // of a year an era names
  std::optional<ClockTime> clock;
  std::size_t clock_end = 0;
  ZoneReading zone;

  const DateItem& item(std::size_t i) const { return items[i]; }
  bool is_open(std::size_t i) const { return i < items.size() && !used[i]; }
  bool mark_at(std::size_t i, char c) const { return is_open(i) && items[i].is_mark(c); }
  bool number_at(std::size_t i) const { return is_open(i) && items[i].is_number(); }
};

/// Each takes what it can out of the open items. False: they make no date.
bool take_date_words(DateDraft& draft);    // names of months and weekdays, eras
bool take_date_labels(DateDraft& draft);   // "2026年3月2日", "ngày 2 tháng 3"
bool take_date_numbers(DateDraft& draft);  // what is left of numbers, by their order

/// The moment the parts name; null when there is none, or when it takes a `now` that the context lacks.
std::optional<Date> resolve_draft(DateDraft draft);

/// The year two digits stand for, by the window 1950 to 2049.
int full_year(std::uint64_t year);

}  // namespace vigie::parsers
