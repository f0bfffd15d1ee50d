#include "parsers/date.h"

#include <algorithm>
#include <chrono>

#include "model/text.h"
#include "parsers/date_items.h"
#include "parsers/date_machine.h"

namespace vigie::parsers {
namespace {

constexpr std::size_t k_longest_text = 512;
constexpr std::size_t k_most_tokens = 96;

bool is_paren(const DateToken& token, char c) {
  return token.kind == DateToken::Kind::mark && token.text[0] == c && token.text.size() == 1;
}

// Without its parenthesised comments (RFC 5322 3.2.2), which may nest.
std::vector<DateToken> without_comments(const std::vector<DateToken>& tokens) {
  std::vector<DateToken> out;
  int depth = 0;
  for (const DateToken& token : tokens) {
    if (is_paren(token, '(')) ++depth;
    if (depth == 0) out.push_back(token);
    if (is_paren(token, ')') && depth > 0) --depth;
  }
  return out;
}

// One day by two calendars: "20 رمضان 1447 هـ - 9 مارس 2026 م". The Islamic months follow the moon and the table is a
// day off at times: the other calendar is believed.
std::optional<Date> read_twofold(std::span<const DateItem> items, std::string_view language,
                                 const DateContext& context) {
  const auto is_islamic = [](std::span<const DateItem> part) {
    return std::any_of(part.begin(), part.end(), [](const DateItem& item) { return item.meaning(WordKind::islamic); });
  };
  const auto is_year = [](const DateItem& item) { return item.is_number() && item.text.size() == 4; };
  if (std::count_if(items.begin(), items.end(), is_year) != 2) return std::nullopt;
  for (std::size_t i = 3; i + 3 <= items.size(); ++i) {
    const std::size_t behind = items[i].kind == DateToken::Kind::mark || items[i].meaning(WordKind::filler) ? i + 1 : i;
    const std::span<const DateItem> first = items.first(i);
    const std::span<const DateItem> second = items.subspan(behind);
    const std::optional<Date> one = read_absolute(first, language, context);
    if (!one || one->precision < Precision::day) continue;
    const std::optional<Date> other = read_absolute(second, language, context);
    if (!other || other->precision < Precision::day) continue;
    const auto apart = std::chrono::abs(std::chrono::floor<std::chrono::days>(one->at) -
                                        std::chrono::floor<std::chrono::days>(other->at));
    if (apart > std::chrono::days(is_islamic(first) != is_islamic(second) ? 1 : 0)) continue;
    return is_islamic(first) || other->precision > one->precision ? other : one;
  }
  return std::nullopt;
}

std::optional<Date> read_as(const std::vector<DateToken>& tokens, std::uint16_t language, const DateContext& context) {
  const auto items = read_items(tokens, language, UnknownWord::give_up);
  if (!items) return std::nullopt;
  if (const auto relative = read_relative(*items, context)) return relative;
  const std::string_view tag = DateLexicon::instance().tag(language);
  if (const auto absolute = read_absolute(*items, tag, context)) return absolute;
  return read_twofold(*items, tag, context);
}

// The first language that makes sense of the whole text; the one the text is said to be in before all others.
std::optional<Date> read_tokens(const std::vector<DateToken>& tokens, const DateContext& context) {
  const DateLexicon& lexicon = DateLexicon::instance();
  const std::uint16_t own = lexicon.language(context.language);
  if (const auto date = read_as(tokens, own, context)) return date;
  if (own == 0 ||
      std::none_of(tokens.begin(), tokens.end(), [](const DateToken& t) { return t.kind == DateToken::Kind::word; })) {
    const std::uint16_t english = lexicon.language("en");
    if (own != english) {
      if (const auto date = read_as(tokens, english, context)) return date;
    }
  }
  // A bare year is what is left when a language takes the month's name for a word without meaning.
  std::optional<Date> year;
  for (const std::uint16_t language : candidate_languages(tokens)) {
    if (language == own) continue;
    const auto date = read_as(tokens, language, context);
    if (date && date->precision > Precision::year) return date;
    if (!year) year = date;
  }
  return year;
}

std::optional<Date> read_text(std::string_view text, const DateContext& context) {
  const std::vector<DateToken> tokens = tokenize_date(text, k_most_tokens);
  if (tokens.empty() || tokens.size() >= k_most_tokens) return std::nullopt;
  if (const auto date = read_tokens(tokens, context)) return date;
  const std::vector<DateToken> plain = without_comments(tokens);
  if (plain.size() == tokens.size() || plain.empty()) return std::nullopt;
  return read_tokens(plain, context);
}

// Korea has one zone and no summer time: a feed that dates itself in Korean words means it.
bool is_korean(std::string_view text) {
  return text.find("오전") != text.npos || text.find("오후") != text.npos || text.find("년") != text.npos;
}

}  // namespace

std::optional<Date> parse_feed_date(std::string_view text, std::string_view country) {
  text = trim_ascii(text);
  if (text.empty() || text.size() > k_longest_text) return std::nullopt;
  if (const auto date = read_machine_date(text)) return date;
  DateContext context;
  context.country = country;
  if (is_korean(text)) {
    context.language = "ko";
    context.zone_hint = "+09:00";
  }
  std::optional<Date> date = read_text(text, context);
  if (date && !context.zone_hint.empty()) date->zone_known = false;
  return date;
}

std::optional<Date> parse_date(std::string_view text, const DateContext& context) {
  text = trim_ascii(text);
  if (text.empty() || text.size() > k_longest_text) return std::nullopt;
  if (std::optional<Date> date = read_machine_date(text)) {
    if (date->zone_known || date->precision < Precision::minute || context.zone_hint.empty()) return date;
    const Zoned zoned = apply_zone(date->at, ZoneReading{}, context.zone_hint);
    return Date{zoned.at, date->precision, zoned.known};
  }
  if (context.language.empty() && context.zone_hint.empty() && is_korean(text)) return parse_feed_date(text);
  return read_text(text, context);
}

}  // namespace vigie::parsers
