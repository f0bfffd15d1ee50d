// Writes parsers/date_names.cpp: month, day and relative names of every language ICU's CLDR knows, folded by
// model/text's fold(). Run again when Debian's ICU changes:
//   g++ -std=c++20 -O1 -I. script/generate_date_names.cpp parsers/date_tokens.cpp model/text.cpp
//     -o /tmp/names $(pkg-config --cflags --libs icu-i18n)
//   /tmp/names > parsers/date_names.cpp
#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>
#include <unicode/rbnf.h>
#include <unicode/reldatefmt.h>
#include <unicode/smpdtfmt.h>

#include <iostream>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "model/text.h"
#include "parsers/date_tokens.h"

namespace {

using Names = std::set<std::string>;

struct Row {
  std::vector<Names> months = std::vector<Names>(12);
  std::vector<Names> days = std::vector<Names>(7);
  std::vector<Names> half_days = std::vector<Names>(2);
  std::vector<Names> units = std::vector<Names>(7);
  std::vector<Names> numbers = std::vector<Names>(20);
  std::vector<Names> coming = std::vector<Names>(7);  // units in the form of "in … hours" that needs no word for "in"
  Names past, future, neutral;
  Names strong;  // markers of three units or more
  std::map<std::string, std::string> phrases;
  std::map<std::string, std::vector<Names>> calendars;
};

std::string utf8(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

// The words of a text as the reader of dates sees them.
std::vector<std::string> words(const std::string& text) {
  std::vector<std::string> out;
  for (const auto& token : vigie::parsers::tokenize_date(text, 64)) {
    if (token.kind == vigie::parsers::DateToken::Kind::word) out.push_back(token.text);
  }
  return out;
}

std::string joined(const std::string& text) {
  std::string out;
  for (const std::string& word : words(text)) out += (out.empty() ? "" : " ") + word;
  return out;
}

bool has_digit(const std::string& text) {
  for (const auto& token : vigie::parsers::tokenize_date(text, 64)) {
    if (token.kind == vigie::parsers::DateToken::Kind::number) return true;
  }
  return false;
}

// Han numerals are digits to the reader.
bool is_cjk_text(const std::string& word) { return vigie::is_cjk(vigie::code_point_at(word, 0).value); }

void add_names(std::vector<Names>& into, const icu::UnicodeString* names, int count, int skip) {
  for (int i = skip; i < count && i - skip < static_cast<int>(into.size()); ++i) {
    const std::string text = utf8(names[i]);
    const std::string name = joined(text);
    // "M01", "1月" and "tháng 1": the reader knows number + unit. One letter is no name of a day.
    const bool day = into.size() == 7;
    if (!name.empty() && !has_digit(text) && (!day || vigie::count_code_points(name) > 1))
      into[static_cast<std::size_t>(i - skip)].insert(name);
  }
}

void add_symbols(Row& row, const icu::Locale& locale) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::DateFormatSymbols symbols(locale, status);
  using S = icu::DateFormatSymbols;
  for (const auto context : {S::FORMAT, S::STANDALONE}) {
    for (const auto width : {S::WIDE, S::ABBREVIATED, S::SHORT}) {
      int count = 0;
      if (width != S::SHORT) {
        const icu::UnicodeString* months = symbols.getMonths(count, context, width);
        add_names(row.months, months, count, 0);
      }
      const icu::UnicodeString* days = symbols.getWeekdays(count, context, width);
      add_names(row.days, days, count, 1);
    }
  }
  int count = 0;
  const icu::UnicodeString* half = symbols.getAmPmStrings(count);
  add_names(row.half_days, half, count, 0);
}

void add_calendar(Row& row, const std::string& id, const std::string& calendar, int months) {
  const icu::Locale locale((id + "@calendar=" + calendar).c_str());
  const std::unique_ptr<icu::DateFormat> format(icu::DateFormat::createDateInstance(icu::DateFormat::kLong, locale));
  const auto* simple = dynamic_cast<const icu::SimpleDateFormat*>(format.get());
  if (simple == nullptr) return;
  const icu::DateFormatSymbols& symbols = *simple->getDateFormatSymbols();
  using S = icu::DateFormatSymbols;
  std::vector<Names>& names = row.calendars[calendar];
  names.resize(static_cast<std::size_t>(months));
  for (const auto context : {S::FORMAT, S::STANDALONE}) {
    for (const auto width : {S::WIDE, S::ABBREVIATED}) {
      int count = 0;
      const icu::UnicodeString* found = symbols.getMonths(count, context, width);
      add_names(names, found, count, 0);
    }
  }
}

// "three", "trois" … in every gender and case the locale's spell-out rules have.
void add_numbers(Row& row, const icu::Locale& locale, const Row* english) {
  UErrorCode status = U_ZERO_ERROR;
  icu::RuleBasedNumberFormat format(icu::URBNF_SPELLOUT, locale, status);
  if (U_FAILURE(status)) return;
  for (int32_t set = 0; set < format.getNumberOfRuleSetNames(); ++set) {
    const icu::UnicodeString name = format.getRuleSetName(set);
    if (utf8(name).find("cardinal") == std::string::npos) continue;
    for (int value = 1; value <= 20; ++value) {
      icu::UnicodeString text;
      UErrorCode formatted = U_ZERO_ERROR;
      icu::FieldPosition position;
      format.format(static_cast<int32_t>(value), name, text, position, formatted);
      const std::string word = joined(utf8(text));
      if (english != nullptr && english->numbers[static_cast<std::size_t>(value - 1)].contains(word)) continue;
      if (U_SUCCESS(formatted) && !word.empty() && !has_digit(utf8(text)) && !is_cjk_text(word)) {
        row.numbers[static_cast<std::size_t>(value - 1)].insert(word);
      }
    }
  }
}

const std::vector<URelativeDateTimeUnit> k_units = {UDAT_REL_UNIT_SECOND, UDAT_REL_UNIT_MINUTE, UDAT_REL_UNIT_HOUR,
                                                    UDAT_REL_UNIT_DAY,    UDAT_REL_UNIT_WEEK,   UDAT_REL_UNIT_MONTH,
                                                    UDAT_REL_UNIT_YEAR};

bool is_unspaced(const std::string& word) {
  return !word.empty() && vigie::is_unspaced_script(vigie::code_point_at(word, 0).value);
}

std::string common_suffix(const std::string& a, const std::string& b) {
  std::size_t n = 0;
  while (n < a.size() && n < b.size() && a[a.size() - 1 - n] == b[b.size() - 1 - n]) ++n;
  while (n > 0 && (static_cast<unsigned char>(a[a.size() - n]) & 0xC0) == 0x80) --n;
  return a.substr(a.size() - n);
}

// A script without spaces: what the patterns of all units end in is the word for "ago", the rest the unit's name.
void split_unspaced(std::vector<std::vector<std::string>>& patterns) {
  std::string suffix;
  bool first = true;
  for (const auto& pattern : patterns) {
    if (pattern.empty() || !is_unspaced(pattern.back())) return;
    suffix = first ? pattern.back() : common_suffix(suffix, pattern.back());
    first = false;
  }
  if (first || suffix.empty()) return;
  for (auto& pattern : patterns) {
    if (pattern.back().size() == suffix.size()) continue;
    pattern.back().resize(pattern.back().size() - suffix.size());
    pattern.push_back(suffix);
  }
}

// Words that stand in the patterns of several units are markers ("ago"), the others name the unit.
void add_relative(Row& row, const icu::Locale& locale, UDateRelativeDateTimeFormatterStyle style) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::RelativeDateTimeFormatter formatter(locale, nullptr, style, UDISPCTX_CAPITALIZATION_NONE, status);
  if (U_FAILURE(status)) return;
  std::map<std::string, std::set<std::size_t>> seen[2];
  for (const double number : {1., 2., 3., 5., 11., 21., 100., 1.5}) {
    for (int future = 0; future < 2; ++future) {
      std::vector<std::vector<std::string>> patterns;
      for (const URelativeDateTimeUnit unit : k_units) {
        icu::UnicodeString text;
        UErrorCode formatted = U_ZERO_ERROR;
        formatter.formatNumeric(future ? number : -number, unit, text, formatted);
        patterns.push_back(words(utf8(text)));
      }
      split_unspaced(patterns);
      for (std::size_t u = 0; u < patterns.size(); ++u) {
        for (const std::string& word : patterns[u]) seen[future][word].insert(u);
      }
    }
  }
  const auto is_marker = [&](const std::string& word) {
    return (seen[0].contains(word) && seen[0][word].size() > 1) || (seen[1].contains(word) && seen[1][word].size() > 1);
  };
  bool has_future_marker = false;
  for (const auto& [word, units] : seen[1]) {
    has_future_marker = has_future_marker || (is_marker(word) && !seen[0].contains(word));
  }
  for (int future = 0; future < 2; ++future) {
    for (const auto& [word, units] : std::map(seen[future])) {
      if (is_marker(word)) {
        const bool both = seen[0].contains(word) && seen[1].contains(word);
        (both ? row.neutral : future ? row.future : row.past).insert(word);
        if (units.size() > 2) row.strong.insert(word);
      } else {
        const bool coming = future == 1 && !has_future_marker && !seen[0].contains(word);
        for (const std::size_t unit : units) (coming ? row.coming : row.units)[unit].insert(word);
      }
    }
  }
}

void add_phrases(Row& row, const icu::Locale& locale, UDateRelativeDateTimeFormatterStyle style, const Row* english) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::RelativeDateTimeFormatter formatter(locale, nullptr, style, UDISPCTX_CAPITALIZATION_NONE, status);
  struct Absolute {
    UDateAbsoluteUnit unit;
    char letter;
  };
  struct Direction {
    UDateDirection direction;
    const char* offset;
  };
  const auto add = [&](UDateDirection direction, UDateAbsoluteUnit unit, const std::string& meaning) {
    icu::UnicodeString text;
    UErrorCode formatted = U_ZERO_ERROR;
    formatter.format(direction, unit, text, formatted);
    const std::string phrase = joined(utf8(text));
    if (U_FAILURE(formatted) || phrase.empty() || has_digit(utf8(text))) return;
    if (english != nullptr && english->phrases.contains(phrase)) return;
    row.phrases.emplace(phrase, meaning);
  };
  for (const Absolute a : {Absolute{UDAT_ABSOLUTE_DAY, 'd'},
                           {UDAT_ABSOLUTE_WEEK, 'w'},
                           {UDAT_ABSOLUTE_MONTH, 'm'},
                           {UDAT_ABSOLUTE_YEAR, 'y'}}) {
    for (const Direction d : {Direction{UDAT_DIRECTION_THIS, "0"},
                              {UDAT_DIRECTION_LAST, "-1"},
                              {UDAT_DIRECTION_NEXT, "+1"},
                              {UDAT_DIRECTION_LAST_2, "-2"},
                              {UDAT_DIRECTION_NEXT_2, "+2"}}) {
      if (a.letter != 'd' && (d.direction == UDAT_DIRECTION_LAST_2 || d.direction == UDAT_DIRECTION_NEXT_2)) continue;
      add(d.direction, a.unit, std::string(1, a.letter) + d.offset);
    }
  }
  add(UDAT_DIRECTION_PLAIN, UDAT_ABSOLUTE_NOW, "s0");
}

void print_entries(const std::string& text) {
  std::cout << "\n     \"";
  std::size_t column = 0;
  for (std::size_t at = 0; at < text.size();) {
    const vigie::CodePoint c = vigie::code_point_at(text, at);
    if (++column > 110) {
      std::cout << "\"\n     \"";
      column = 1;
    }
    std::cout << text.substr(at, c.next - at);
    at = c.next;
  }
  std::cout << "\"";
}

void add_entry(std::string& out, const std::string& key, const Names& names) {
  if (names.empty()) return;
  out += (out.empty() ? "" : ";") + key + ':';
  bool first = true;
  for (const std::string& name : names) {
    out += (first ? "" : "|") + name;
    first = false;
  }
}

void print_row(const std::string& language, const Row& row) {
  std::string out;
  Row cleaned = row;
  // "dans" in the one unit a narrow style spells out is no name of that unit.
  for (Names& names : cleaned.units) {
    Names kept;
    for (const std::string& name : names) {
      if (!row.strong.contains(name)) kept.insert(name);
    }
    if (!kept.empty()) names = kept;
  }
  const auto numbered = [&](const std::string& key, const std::vector<Names>& fields, std::size_t from) {
    for (std::size_t i = 0; i < fields.size(); ++i) add_entry(out, key + std::to_string(i + from), fields[i]);
  };
  numbered("m", row.months, 1);
  numbered("w", row.days, 0);
  add_entry(out, "am", row.half_days[0]);
  add_entry(out, "pm", row.half_days[1]);
  static const std::string k_letters = "sihdwmy";
  for (std::size_t u = 0; u < row.units.size(); ++u) add_entry(out, std::string("u") + k_letters[u], cleaned.units[u]);
  for (std::size_t u = 0; u < row.coming.size(); ++u) {
    Names coming;
    for (const std::string& word : row.coming[u]) {
      if (!row.units[u].contains(word) && !row.strong.contains(word)) coming.insert(word);
    }
    add_entry(out, std::string("f") + k_letters[u], coming);
  }
  add_entry(out, "past", row.past);
  add_entry(out, "future", row.future);
  add_entry(out, "of", row.neutral);
  std::map<std::string, Names> phrases;
  for (const auto& [phrase, meaning] : row.phrases) phrases[meaning].insert(phrase);
  for (const auto& [meaning, names] : phrases) add_entry(out, "p" + meaning, names);
  numbered("n", row.numbers, 1);
  for (const auto& [calendar, names] : row.calendars) numbered(calendar + '-', names, 1);
  std::cout << "    {\"" << language << "\",";
  print_entries(out);
  std::cout << "},\n";
}

const std::map<std::string, std::vector<std::pair<std::string, int>>> k_calendars = {
    {"fa", {{"persian", 12}, {"islamic", 12}}},
    {"ps", {{"persian", 12}, {"islamic", 12}}},
    {"ckb", {{"persian", 12}}},
    {"ar", {{"islamic", 12}}},
    {"ur", {{"islamic", 12}}},
    {"tr", {{"islamic", 12}}},
    {"he", {{"hebrew", 13}}},
    {"am", {{"ethiopic", 13}}},
    {"ti", {{"ethiopic", 13}}},
    {"en", {{"persian", 12}, {"islamic", 12}, {"hebrew", 13}}}};

}  // namespace

int main() {
  int32_t count = 0;
  const icu::Locale* locales = icu::Locale::getAvailableLocales(count);
  std::map<std::string, Row> rows;
  const auto add = [&](const icu::Locale& locale, const Row* english) {
    Row& row = rows[locale.getLanguage()];
    add_symbols(row, locale);
    for (const auto style : {UDAT_STYLE_LONG, UDAT_STYLE_SHORT, UDAT_STYLE_NARROW}) {
      add_relative(row, locale, style);
      add_phrases(row, locale, style, english);
    }
    add_numbers(row, locale, english);
  };
  add(icu::Locale("en"), nullptr);
  const Row english = rows["en"];
  for (int32_t i = 0; i < count; ++i)
    add(locales[i], std::string(locales[i].getLanguage()) == "en" ? nullptr : &english);
  for (const auto& [language, calendars] : k_calendars) {
    for (const auto& [calendar, months] : calendars) add_calendar(rows[language], language, calendar, months);
  }
  std::cout << "// Generated by script/generate_date_names.cpp from the Unicode CLDR (ICU " U_ICU_VERSION
               ", Unicode licence). Do not edit:\n// what CLDR lacks stands in parsers/date_words.cpp.\n"
               "#include \"parsers/date_lexicon.h\"\n\nnamespace vigie::parsers {\n\n// clang-format off\n"
               "constexpr DateWords k_rows[] = {\n";
  for (auto& [language, row] : rows) print_row(language, row);
  std::cout << "};\n// clang-format on\n\nstd::span<const DateWords> date_names() { return k_rows; }\n\n}  // "
               "namespace vigie::parsers\n";
}
