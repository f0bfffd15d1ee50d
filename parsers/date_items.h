#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "parsers/date.h"
#include "parsers/date_lexicon.h"
#include "parsers/date_tokens.h"

namespace vigie::parsers {

/// A token, or several that make one phrase, with what it can mean in one language.
struct DateItem {
  DateToken::Kind kind = DateToken::Kind::mark;
  std::string text;         // folded; of a phrase, its words parted by one space
  std::uint64_t value = 0;  // of a number
  bool space_before = false;
  bool known = true;              // false: a word the language's tables do not hold
  bool capitals = false;          // written in capitals, as zones are
  std::vector<Meaning> meanings;  // of a word; empty for one to be skipped (an ordinal's ending)
  std::size_t first_token = 0;
  std::size_t last_token = 0;

  bool is_number() const { return kind == DateToken::Kind::number; }
  bool is_mark(char c) const { return kind == DateToken::Kind::mark && text.size() == 1 && text[0] == c; }
  const Meaning* meaning(WordKind wanted) const;
  /// The unit a word names; the hand-made tables win over the CLDR's where letters have two ("m").
  std::optional<TimeUnit> unit() const;
  const Meaning* unit_meaning() const;
};

/// What to do with a word no table holds. Where words are kept, the text is more than a date: zones stand in capitals
/// there
/// ("10:30 ART", not "10:30 Art and culture").
enum class UnknownWord { give_up, keep };

/// The items of `tokens` read as `language` (an index of the lexicon); null when a word is unknown and that is to give
/// up.
std::optional<std::vector<DateItem>> read_items(const std::vector<DateToken>& tokens, std::uint16_t language,
                                                UnknownWord unknown);

/// Languages that know the first word of `tokens` that is neither English nor shared, heaviest first.
std::vector<std::uint16_t> candidate_languages(const std::vector<DateToken>& tokens);

/// A date told by distance: "2 days ago", "yesterday at 14:30". Null when it is none, or without context.now.
std::optional<Date> read_relative(std::span<const DateItem> items, const DateContext& context);

/// A date told by its parts. `language` is the primary subtag the items were read as, empty when it is not known.
std::optional<Date> read_absolute(std::span<const DateItem> items, std::string_view language,
                                  const DateContext& context);

/// A wall clock time among items, which are marked used.
struct ClockTime {
  int hour = 0;
  int minute = 0;
  int second = -1;  // -1: not written
};
enum class ClockResult { none, found, invalid };
ClockResult take_clock(std::span<const DateItem> items, std::vector<bool>& used, ClockTime& clock, std::size_t& end);

/// A zone among the unused items, or right behind the clock. `country` as zone_country says it.
struct ZoneReading {
  std::optional<int> minutes;  // east of UTC
  std::string identifier;      // of the tz database
  bool certain = true;
  bool found() const { return minutes.has_value() || !identifier.empty(); }
};
ZoneReading take_zone(std::span<const DateItem> items, std::vector<bool>& used, std::optional<std::size_t> clock_end,
                      std::string_view country);

/// `local` (wall clock) in UTC by the text's zone, else the hint's, else as it stands; and whether a zone was known.
struct Zoned {
  Time at{};
  bool known = false;
};
Zoned apply_zone(Time local, const ZoneReading& zone, std::string_view hint);

}  // namespace vigie::parsers
