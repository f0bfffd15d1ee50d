// Clock times and zones among the items of a date.
#include <algorithm>

#include "parsers/date_items.h"
#include "parsers/date_zone.h"

namespace vigie::parsers {
namespace {

bool is_unit(const DateItem& item, TimeUnit unit) {
  return std::any_of(item.meanings.begin(), item.meanings.end(),
                     [&](const Meaning& m) { return m.kind == WordKind::unit && m.unit == unit; });
}

class ClockReader {
 public:
  ClockReader(std::span<const DateItem> items, std::vector<bool>& used) : items_(items), used_(used) {}

  ClockResult take(ClockTime& clock, std::size_t& end) {
    for (std::size_t i = 0; i < items_.size(); ++i) {
      const ClockResult result = take_at(i);
      if (result == ClockResult::invalid) return result;
      if (result == ClockResult::none) continue;
      take_half_day(i);
      swallow_labels();
      if (hour_ > 24 || clock_.minute > 59 || clock_.second > 60) return ClockResult::invalid;
      finish();
      clock = clock_;
      end = end_;
      return ClockResult::found;
    }
    return take_word(clock, end);
  }

 private:
  bool number_at(std::size_t i, std::uint64_t limit) const {
    return i < items_.size() && !used_[i] && items_[i].is_number() && items_[i].value <= limit &&
           items_[i].text.size() <= 2;
  }
  bool mark_at(std::size_t i, char c) const { return i < items_.size() && !used_[i] && items_[i].is_mark(c); }
  bool unit_at(std::size_t i, TimeUnit unit) const {
    return i < items_.size() && !used_[i] && is_unit(items_[i], unit);
  }
  // The English "am" is a preposition to Germans and Welshmen.
  const Meaning* half_day_at(std::size_t i) const {
    if (i >= items_.size() || used_[i]) return nullptr;
    const Meaning* half = items_[i].meaning(WordKind::half_day);
    const bool shared = half != nullptr && half->language == 0;
    return shared && (items_[i].meaning(WordKind::filler) || items_[i].meaning(WordKind::at)) ? nullptr : half;
  }

  void use(std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < to; ++i) used_[i] = true;
    end_ = to;
  }

  ClockResult take_at(std::size_t i) {
    if (!number_at(i, 99)) return ClockResult::none;
    hour_ = static_cast<int>(items_[i].value);
    // "5: 08:07": the first colon ends the date.
    const bool joined = i + 2 < items_.size() && (!items_[i + 2].space_before || items_[i + 1].space_before);
    if (mark_at(i + 1, ':') && number_at(i + 2, 99) && joined) return take_colons(i);
    if (unit_at(i + 1, TimeUnit::hour) && hour_ <= 24) return take_units(i);
    if (mark_at(i + 1, '.') && number_at(i + 2, 59) && items_[i + 2].text.size() == 2 && !items_[i + 2].space_before &&
        hour_ <= 24 && !mark_at(i + 3, '.') && is_dotted_clock(i)) {
      clock_.minute = static_cast<int>(items_[i + 2].value);
      use(i, i + 3);
      return ClockResult::found;
    }
    const bool alone = !mark_at(i + 1, '/') && !mark_at(i + 1, '.') && !mark_at(i + 1, '-') && !mark_at(i + 1, ':');
    // "5 上午8:07": the half day belongs to the hour behind it.
    const bool next_clock = number_at(i + 2, 24) && (mark_at(i + 3, ':') || unit_at(i + 3, TimeUnit::hour));
    const bool half_behind = half_day_at(i + 1) != nullptr && !next_clock;
    if (hour_ >= 1 && hour_ <= 12 && (half_behind || (i > 0 && alone && half_day_at(i - 1) != nullptr))) {
      use(i, i + 1);
      return ClockResult::found;
    }
    const bool last = i + 1 == items_.size() || items_[i + 1].meaning(WordKind::filler) != nullptr;
    if (i > 0 && last && hour_ <= 24 && items_[i - 1].meaning(WordKind::at) != nullptr &&
        items_[i - 1].meaning(WordKind::filler) == nullptr && items_.size() > 2) {
      use(i, i + 1);
      return ClockResult::found;
    }
    return ClockResult::none;
  }

  ClockResult take_colons(std::size_t i) {
    clock_.minute = static_cast<int>(items_[i + 2].value);
    std::size_t end = i + 3;
    if (mark_at(end, ':') && end + 1 < items_.size() && items_[end + 1].is_number()) {
      if (!number_at(end + 1, 60)) return ClockResult::invalid;
      clock_.second = static_cast<int>(items_[end + 1].value);
      end += 2;
      if (mark_at(end, ':')) return ClockResult::invalid;
      const bool fraction = (mark_at(end, '.') || mark_at(end, ',')) && end + 1 < items_.size() &&
                            items_[end + 1].is_number() && !items_[end].space_before && !items_[end + 1].space_before;
      if (fraction) end += 2;
    }
    if (hour_ > 24 || clock_.minute > 59) return ClockResult::invalid;
    use(i, end);
    return ClockResult::found;
  }

  // "14h40", "14 h 05 min", "21時40分", "7 гадзін 10 хвілін"
  ClockResult take_units(std::size_t i) {
    std::size_t end = i + 2;
    if (number_at(end, 59) && (unit_at(end + 1, TimeUnit::minute) || !is_date_part(end))) {
      clock_.minute = static_cast<int>(items_[end++].value);
      if (unit_at(end, TimeUnit::minute)) ++end;
      if (number_at(end, 59) && unit_at(end + 1, TimeUnit::second)) {
        clock_.second = static_cast<int>(items_[end].value);
        end += 2;
      }
    }
    use(i, end);
    return ClockResult::found;
  }

  // A number behind the hour that belongs to a date: "um 14 Uhr 5. März".
  bool is_date_part(std::size_t i) const {
    if (items_[i].text.size() != 2) return true;
    return i + 1 < items_.size() && (items_[i + 1].is_mark('.') || items_[i + 1].is_mark('/') ||
                                     items_[i + 1].is_mark('-') || items_[i + 1].meaning(WordKind::month) != nullptr);
  }

  bool is_dotted_clock(std::size_t i) const {
    const bool after_at = i > 0 && items_[i - 1].meaning(WordKind::at) != nullptr;
    const bool after_half = i > 0 && half_day_at(mark_at(i - 1, '.') && i > 1 ? i - 2 : i - 1) != nullptr;
    return after_at || after_half || unit_at(i + 3, TimeUnit::hour) || half_day_at(i + 3) != nullptr;
  }

  // "2:26 p.m.", "12:00 ч. пр.об.", "du. 2:26"
  void take_half_day(std::size_t from) {
    std::size_t behind = end_;
    if (unit_at(behind, TimeUnit::hour) && half_day_at(behind) == nullptr) ++behind;
    if (mark_at(behind, '.') || mark_at(behind, ',')) ++behind;
    const std::size_t front = from >= 2 && mark_at(from - 1, '.') ? from - 2 : from - 1;
    if (const Meaning* after = half_day_at(behind)) {
      half_ = after->value;
      use(end_, behind + 1);
      if (mark_at(end_, '.')) use(end_, end_ + 1);
    } else if (from > 0 && half_day_at(front) != nullptr) {
      half_ = half_day_at(front)->value;
      for (std::size_t i = front; i < from; ++i) used_[i] = true;
    } else if (from > 0 && !used_[from - 1] && items_[from - 1].meaning(WordKind::clock) != nullptr && hour_ <= 12) {
      // 中午12:05, "mezzogiorno 12:30"
      half_ = items_[from - 1].meaning(WordKind::clock)->value;
      if (half_ == 12 && hour_ == 11) half_ = 0;
      used_[from - 1] = true;
    }
  }

  // "18.37 Uhr", "14:30 h", "22:00 น."
  void swallow_labels() {
    while (end_ < items_.size() &&
           (unit_at(end_, TimeUnit::hour) || (mark_at(end_, '.') && end_ + 1 == items_.size()))) {
      use(end_, end_ + 1);
    }
  }

  void finish() {
    clock_.hour = hour_;
    if (half_ >= 0 && hour_ <= 12) clock_.hour = hour_ % 12 + half_;
    if (clock_.second == 60) clock_.second = 59;  // a leap second has no moment of its own
  }

  // "at noon", "в полночь"
  ClockResult take_word(ClockTime& clock, std::size_t& end) {
    for (std::size_t i = 0; i < items_.size(); ++i) {
      const Meaning* meaning = used_[i] ? nullptr : items_[i].meaning(WordKind::clock);
      if (meaning == nullptr) continue;
      use(i, i + 1);
      clock = ClockTime{meaning->value, 0, -1};
      end = end_;
      return ClockResult::found;
    }
    return ClockResult::none;
  }

  std::span<const DateItem> items_;
  std::vector<bool>& used_;
  ClockTime clock_;
  int hour_ = 0;
  int half_ = -1;
  std::size_t end_ = 0;
};

bool is_sign(const DateItem& item) { return item.is_mark('+') || item.is_mark('-') || item.text == "\u2212"; }

// "+0200", "-5", "+05:30" from item `at` on; the offset's end.
std::optional<std::size_t> take_offset(std::span<const DateItem> items, std::vector<bool>& used, std::size_t at,
                                       int& minutes) {
  if (at + 1 >= items.size() || used[at] || !is_sign(items[at]) || !items[at + 1].is_number() ||
      items[at + 1].space_before) {
    return std::nullopt;
  }
  const DateItem& number = items[at + 1];
  std::size_t end = at + 2;
  int value = 0;
  if (number.text.size() == 4) {
    value = static_cast<int>(number.value / 100 * 60 + number.value % 100);
  } else if (number.text.size() <= 2) {
    value = static_cast<int>(number.value) * 60;
    const bool colon = end + 1 < items.size() && items[end].is_mark(':') && items[end + 1].is_number() &&
                       items[end + 1].text.size() == 2 && items[end + 1].value < 60;
    if (colon) value += static_cast<int>(items[end + 1].value);
    if (colon) end += 2;
    // "-10-2024" is the rest of a date.
    if (!colon && end < items.size() && (items[end].is_mark('-') || items[end].is_mark('/') || items[end].is_mark('.')))
      return std::nullopt;
  } else {
    return std::nullopt;
  }
  if (value > 15 * 60) return std::nullopt;
  for (std::size_t i = at; i < end; ++i) used[i] = true;
  minutes = items[at].is_mark('+') ? value : -value;
  return end;
}

}  // namespace

ClockResult take_clock(std::span<const DateItem> items, std::vector<bool>& used, ClockTime& clock, std::size_t& end) {
  return ClockReader(items, used).take(clock, end);
}

ZoneReading take_zone(std::span<const DateItem> items, std::vector<bool>& used, std::optional<std::size_t> clock_end,
                      std::string_view country) {
  ZoneReading zone;
  const auto note = [&zone](int minutes, bool certain) {
    if (zone.found()) return;
    zone.minutes = minutes;
    zone.certain = certain;
  };
  int minutes = 0;
  if (clock_end && take_offset(items, used, *clock_end, minutes)) note(minutes, true);
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (used[i] || items[i].kind != DateToken::Kind::word) continue;
    if (items[i].meanings.empty() && items[i].text.find('/') != std::string::npos) {
      if (!zone.found()) zone.identifier = items[i].text;
      used[i] = true;
      continue;
    }
    const std::optional<ZoneName> name = zone_by_name(items[i].text, country);
    // A word that means something else in the language is a zone only behind the clock and in capitals.
    const bool word = !items[i].meanings.empty() && !(clock_end && i >= *clock_end && items[i].capitals);
    if (!name || !items[i].known || word) continue;
    used[i] = true;
    const std::optional<std::size_t> end = name->minutes == 0 ? take_offset(items, used, i + 1, minutes) : std::nullopt;
    note(end ? minutes : name->minutes, end ? true : name->certain);
  }
  return zone;
}

Zoned apply_zone(Time local, const ZoneReading& zone, std::string_view hint) {
  const auto shifted = [&](int minutes) { return local - std::chrono::minutes(minutes); };
  const auto in_zone = [&](const std::string& identifier) -> std::optional<Time> {
    const auto day = std::chrono::floor<std::chrono::days>(local);
    const std::string text = format_iso8601(Time(day)).substr(0, 10);
    const Expected<Time> moment = local_moment(text, std::chrono::duration_cast<seconds>(local - day), identifier);
    return moment ? std::optional(*moment) : std::nullopt;
  };
  if (zone.minutes) return {shifted(*zone.minutes), zone.certain};
  if (!zone.identifier.empty()) {
    if (const auto moment = in_zone(zone.identifier)) return {*moment, true};
  } else if (!hint.empty()) {
    if (const auto minutes = parse_offset(hint)) return {shifted(*minutes), true};
    if (const auto moment = in_zone(std::string(hint))) return {*moment, true};
  }
  return {local, false};
}

}  // namespace vigie::parsers
