#include "parsers/date.h"

#include <algorithm>

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

std::optional<Date> read_as(const std::vector<DateToken>& tokens, std::uint16_t language, const DateContext& context) {
  const auto items = read_items(tokens, language, UnknownWord::give_up);
  if (!items) return std::nullopt;
  if (const auto relative = read_relative(*items, context)) return relative;
  return read_absolute(*items, DateLexicon::instance().tag(language), context);
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
  for (const std::uint16_t language : candidate_languages(tokens)) {
    if (language == own) continue;
    if (const auto date = read_as(tokens, language, context)) return date;
  }
  return std::nullopt;
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

std::optional<Date> parse_feed_date(std::string_view text) {
  text = trim_ascii(text);
  if (text.empty() || text.size() > k_longest_text) return std::nullopt;
  if (const auto date = read_machine_date(text)) return date;
  DateContext context;
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
