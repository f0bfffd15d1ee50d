#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vigie::parsers {

/// One row of the tables: "key:word|word;key:word…". Keys:
/// m1..m12 Gregorian months · w0..w6 Sunday to Saturday · am, pm, noon, midnight · u + one of s i h d w m y D (decade)
/// the names of units, u2 + one of two of them, f + one of units to come · past, future ("ago", "in") · p + unit +
/// offset a whole phrase ("pd-1" yesterday) · n1..n20 number words · of words without meaning · at those in front of a
/// clock time · persian-, islamic-, hebrew-, ethiopic-
/// + number months of other calendars · era-N the year counted from N ("era-1911": Minguo), era-ah, era-ap, era-am the
/// calendars · update, publish words that say which of two dates a date is.
struct DateWords {
  std::string_view language;  // primary subtag; empty: true in every language
  std::string_view entries;
};

std::span<const DateWords> date_names();  // from the CLDR, generated
std::span<const DateWords> date_words();  // what the CLDR lacks, by hand

enum class WordKind : std::uint8_t {
  month,
  weekday,
  half_day,
  clock,
  unit,
  past,
  future,
  phrase,
  number,
  filler,
  at,
  persian,
  islamic,
  hebrew,
  ethiopic,
  era,
  update,
  publish
};

enum class TimeUnit : std::uint8_t { second, minute, hour, day, week, month, year, decade };

struct Meaning {
  WordKind kind = WordKind::filler;
  TimeUnit unit = TimeUnit::second;  // of unit and phrase
  std::int16_t value = 0;  // month 1.., weekday 0.., half day or clock 0 or 12, number, offset, units to come 1, two
                           // units 2, era's year 0
  std::uint16_t language = 0;  // index; 0 is every language
};

/// Values of an era that names a calendar instead of counting years.
enum EraCalendar : std::int16_t { k_era_islamic = -1, k_era_persian = -2, k_era_hebrew = -3, k_era_common = 0 };

/// The tables, indexed once. Lookups are thread safe.
class DateLexicon {
 public:
  static const DateLexicon& instance();

  struct Entry {
    std::string_view word;
    Meaning meaning;
  };
  /// All entries of a folded phrase, words parted by one space.
  std::span<const Entry> find(std::string_view phrase) const;
  /// All entries whose phrase begins with `prefix`, at most `limit`.
  std::span<const Entry> begins_with(std::string_view prefix, std::size_t limit) const;

  /// Index of a BCP 47 tag's language in the tables, its near relative where it has none; 0 when unknown.
  std::uint16_t language(std::string_view tag) const;
  std::string_view tag(std::uint16_t language) const;
  /// All languages, the ones most news is written in first.
  const std::vector<std::uint16_t>& by_weight() const { return by_weight_; }

 private:
  DateLexicon();
  void add_row(const DateWords& row, bool fold_words);
  void add_entry(std::string_view key, std::string_view word, std::uint16_t language);

  std::vector<std::string> storage_;
  std::vector<Entry> entries_;
  std::vector<std::string_view> tags_;
  std::vector<std::uint16_t> by_weight_;
};

}  // namespace vigie::parsers
