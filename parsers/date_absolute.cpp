#include <algorithm>
#include <array>

#include "parsers/date_draft.h"
#include "parsers/date_zone.h"

namespace vigie::parsers {
namespace {

struct MonthKind {
  WordKind kind;
  Calendar calendar;
};
constexpr std::array k_month_kinds = {
    MonthKind{WordKind::month, Calendar::gregorian}, MonthKind{WordKind::persian, Calendar::persian},
    MonthKind{WordKind::islamic, Calendar::islamic}, MonthKind{WordKind::hebrew, Calendar::hebrew},
    MonthKind{WordKind::ethiopic, Calendar::ethiopic}};

using Places = std::vector<std::size_t>;  // indices of items

Places months_of(const DateDraft& draft, WordKind kind) {
  Places found;
  for (std::size_t i = 0; i < draft.items.size(); ++i) {
    if (draft.is_open(i) && draft.item(i).meaning(kind) != nullptr) found.push_back(i);
  }
  return found;
}

// "mar. 3 mar." holds a day's name, "den 5 maj" an article: the one that can be nothing else is the month. Where both
// can be a day ("mar, 11 mar 2025"), the day's name stands in front.
void drop_other_readings(const DateDraft& draft, Places& months) {
  if (months.size() < 2) return;
  const auto is_other = [&draft](std::size_t i) {
    return draft.item(i).meaning(WordKind::weekday) != nullptr || draft.item(i).meaning(WordKind::filler) != nullptr;
  };
  if (std::all_of(months.begin(), months.end(), is_other)) {
    months.erase(months.begin());
  } else {
    std::erase_if(months, is_other);
  }
}

// "نيسان / أبريل", "Oktober (Oct)": one month by two of its names, with nothing but a mark between them.
bool name_one_month(const DateDraft& draft, const Places& months, WordKind kind) {
  for (std::size_t i = 1; i < months.size(); ++i) {
    const bool same = draft.item(months[i]).meaning(kind)->value == draft.item(months[0]).meaning(kind)->value;
    if (!same || months[i] - months[i - 1] > 2) return false;
    if (months[i] - months[i - 1] == 2 && draft.item(months[i] - 1).kind != DateToken::Kind::mark) return false;
  }
  return true;
}

bool take_month(DateDraft& draft) {
  for (const MonthKind& named : k_month_kinds) {
    Places months = months_of(draft, named.kind);
    if (months.size() > 1 && !name_one_month(draft, months, named.kind)) drop_other_readings(draft, months);
    if (months.empty()) continue;
    if (!name_one_month(draft, months, named.kind)) return false;
    draft.month_at = months[0];
    draft.month = draft.item(months[0]).meaning(named.kind)->value;
    draft.calendar = named.calendar;
    for (const std::size_t i : months) draft.used[i] = true;
    return true;
  }
  return true;
}

// "Thứ 4, 11/3/2026", "2ª-feira": days that go by their number, Monday the second.
void take_numbered_weekday(DateDraft& draft) {
  for (std::size_t i = 0; i < draft.items.size(); ++i) {
    if (!draft.number_at(i) || draft.item(i).value < 2 || draft.item(i).value > 7) continue;
    std::size_t word = i + 1;
    if (draft.language == "vi") {
      word = i - 1;
      if (!draft.is_open(word) || (draft.item(word).text != "thu" && draft.item(word).text != "th")) continue;
    } else if (draft.language == "pt") {
      while (draft.is_open(word) && (draft.item(word).is_mark('-') || draft.item(word).text == "a")) ++word;
      if (!draft.is_open(word) || draft.item(word).text != "feira" || draft.item(i).value > 6) continue;
    } else {
      return;
    }
    draft.weekday = static_cast<int>(draft.item(i).value) - 1;
    for (std::size_t at = std::min(i, word); at <= std::max(i, word); ++at) draft.used[at] = true;
    return;
  }
}

// "令和8", "民國115", "พ.ศ. 2567" in front of the year; "1445 هـ" behind it.
bool take_era(DateDraft& draft, std::size_t i) {
  const DateItem& item = draft.item(i);
  const Meaning& era = *item.meaning(WordKind::era);
  std::size_t year = i + 1;
  while (year < draft.items.size() && draft.item(year).is_mark('.')) ++year;
  const bool front = draft.number_at(year) && (era.value != 0 || draft.item(year).value > 999);
  if (!front) year = i == 0 ? draft.items.size() : i - 1;
  if (!draft.number_at(year)) return item.meaning(WordKind::filler) != nullptr || item.meanings.size() > 1;
  if (era.value < 0 && era.value != -543 && draft.item(year).value < 1000 && era.value != k_era_hebrew) return true;
  draft.used[i] = draft.used[year] = true;
  draft.era_year_at = year;
  draft.year = static_cast<int>(draft.item(year).value) + (era.value > 0 || era.value == -543 ? era.value : 0);
  if (draft.calendar == Calendar::gregorian && !draft.month) {
    if (era.value == k_era_islamic) draft.calendar = Calendar::islamic;
    if (era.value == k_era_persian) draft.calendar = Calendar::persian;
  }
  return true;
}

// Where the word stands that says what a number counts: right behind it, or behind its ending ("1-р сар").
std::size_t label_behind(const DateDraft& draft, std::size_t number) {
  const std::size_t ending = draft.mark_at(number + 1, '-') ? number + 2 : number + 1;
  const bool clings = draft.is_open(ending) && draft.item(ending).kind == DateToken::Kind::word &&
                      draft.item(ending).meanings.empty() && !draft.item(ending).space_before;
  return clings ? ending + 1 : number + 1;
}

bool take_label(DateDraft& draft, std::size_t number, std::size_t label, TimeUnit unit) {
  const int value = static_cast<int>(std::min<std::uint64_t>(draft.item(number).value, 99999));
  std::optional<int>& part = unit == TimeUnit::year ? draft.year : unit == TimeUnit::month ? draft.month : draft.day;
  if (part || (unit == TimeUnit::month && (value < 1 || value > 12)) ||
      (unit == TimeUnit::day && (value < 1 || value > 31))) {
    return true;  // left for take_date_numbers
  }
  part = value;
  // A small number of years is a span; of Chinese text it can be the Republic's year.
  if (unit == TimeUnit::year && value < 1000) {
    const bool republic = draft.language == "zh" && value > 85 && value < 200;
    if (!republic && draft.item(number).text.size() != 2) return false;
    part = republic ? value + 1911 : full_year(draft.item(number).value);
  }
  draft.used[number] = draft.used[label] = true;
  return true;
}

// What is left may only be punctuation and words without meaning.
bool rest_is_silent(const DateDraft& draft) {
  static constexpr std::string_view k_marks = ".,:;-/()[]|'\"@~<>_";
  for (std::size_t i = 0; i < draft.items.size(); ++i) {
    if (draft.used[i]) continue;
    const DateItem& rest = draft.item(i);
    if (rest.is_number()) return false;
    if (rest.kind == DateToken::Kind::mark) {
      if (rest.text.size() == 1 && k_marks.find(rest.text[0]) == k_marks.npos) return false;
      continue;
    }
    const bool label = draft.year && rest.unit() == TimeUnit::year;
    const bool half = draft.clock && rest.meaning(WordKind::half_day) != nullptr;
    const bool silent = (rest.meanings.empty() && rest.known) || rest.meaning(WordKind::filler) ||
                        rest.meaning(WordKind::at) || rest.meaning(WordKind::publish) ||
                        rest.meaning(WordKind::update) || label || half;
    if (!silent) return false;
  }
  return true;
}

}  // namespace

bool take_date_words(DateDraft& draft) {
  take_numbered_weekday(draft);
  if (!take_month(draft)) return false;
  for (std::size_t i = 0; i < draft.items.size(); ++i) {
    if (!draft.is_open(i)) continue;
    if (const Meaning* weekday = draft.item(i).meaning(WordKind::weekday)) {
      draft.weekday = weekday->value;
      draft.used[i] = true;
    } else if (draft.item(i).meaning(WordKind::era) != nullptr && !take_era(draft, i)) {
      return false;
    }
  }
  return true;
}

bool take_date_labels(DateDraft& draft) {
  static constexpr std::array<std::string_view, 5> k_label_first = {"vi", "km", "lo", "my", "th"};
  const bool label_first = std::find(k_label_first.begin(), k_label_first.end(), draft.language) != k_label_first.end();
  for (std::size_t i = 0; i < draft.items.size(); ++i) {
    if (!draft.item(i).is_number()) continue;
    const std::size_t label = label_first ? i - 1 : label_behind(draft, i);
    if (!draft.is_open(label)) continue;
    const std::optional<TimeUnit> unit = draft.item(label).unit();
    if (!unit || *unit < TimeUnit::day || *unit == TimeUnit::week || *unit == TimeUnit::decade) continue;
    if (draft.used[i]) {
      // The era's own year: 令和8年
      if (draft.era_year_at == i && *unit == TimeUnit::year) draft.used[label] = true;
    } else if (!take_label(draft, i, label, *unit)) {
      return false;
    }
  }
  return true;
}

std::optional<Date> read_absolute(std::span<const DateItem> items, std::string_view language,
                                  const DateContext& context) {
  DateDraft draft(items, language, context);
  ClockTime clock;
  const ClockResult result = take_clock(items, draft.used, clock, draft.clock_end);
  if (result == ClockResult::invalid) return std::nullopt;
  if (result == ClockResult::found) draft.clock = clock;
  if (!take_date_words(draft) || !take_date_labels(draft) || !take_date_numbers(draft)) return std::nullopt;
  draft.zone = take_zone(items, draft.used, draft.clock ? std::optional(draft.clock_end) : std::nullopt,
                         zone_country(context.country, {}, context.language));
  return rest_is_silent(draft) ? resolve_draft(std::move(draft)) : std::nullopt;
}

}  // namespace vigie::parsers
