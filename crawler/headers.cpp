#include "crawler/headers.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>

#include "model/text.h"

namespace vigie::crawler {
namespace {

constexpr std::array<std::string_view, 12> k_months{"jan", "feb", "mar", "apr", "may", "jun",
                                                    "jul", "aug", "sep", "oct", "nov", "dec"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The digits at the start of `text`; values past the limit stay at it.
std::optional<std::int64_t> read_number(std::string_view text, std::int64_t limit) {
  if (text.empty() || !is_digit(text[0])) return std::nullopt;
  std::int64_t value = 0;
  for (const char c : text) {
    if (!is_digit(c)) break;
    value = std::min(limit, value * 10 + (c - '0'));
  }
  return value;
}

std::optional<int> month_of(std::string_view word) {
  const std::string lower = ascii_lower(word.substr(0, 3));
  for (std::size_t i = 0; i < k_months.size(); ++i) {
    if (k_months[i] == lower) return static_cast<int>(i + 1);
  }
  return std::nullopt;
}

struct DateParts {
  std::optional<int> day, month, year, time;
  bool short_year = false;
};

// "08:49:37" as seconds of the day; 60 seconds are allowed (RFC 9110 5.6.7).
std::optional<int> read_time(std::string_view word) {
  if (word.size() != 8 || word[2] != ':' || word[5] != ':') return std::nullopt;
  for (const std::size_t at : {0U, 1U, 3U, 4U, 6U, 7U}) {
    if (!is_digit(word[at])) return std::nullopt;
  }
  const auto two = [&word](std::size_t at) { return (word[at] - '0') * 10 + (word[at + 1] - '0'); };
  if (two(0) > 23 || two(3) > 59 || two(6) > 60) return std::nullopt;
  return two(0) * 3600 + two(3) * 60 + two(6);
}

bool take_word(std::string_view word, DateParts& parts) {
  if (word.find(':') != std::string_view::npos) {
    if (parts.time) return false;
    parts.time = read_time(word);
    return parts.time.has_value();
  }
  if (is_digit(word[0])) {
    int value = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (error != std::errc{} || end != word.data() + word.size()) return false;
    if (!parts.day && word.size() <= 2) {
      parts.day = value;
    } else if (!parts.year && (word.size() == 2 || word.size() == 4)) {
      parts.year = value;
      parts.short_year = word.size() == 2;
    } else {
      return false;
    }
    return true;
  }
  if (!parts.month) parts.month = month_of(word);
  return true;  // a weekday, or the zone: an HTTP-date is always in GMT
}

std::optional<Time> assemble(const DateParts& parts, Time now) {
  using namespace std::chrono;
  if (!parts.day || !parts.month || !parts.year || !parts.time) return std::nullopt;
  int y = *parts.year;
  if (parts.short_year) {
    const int this_year = static_cast<int>(year_month_day{floor<days>(now)}.year());
    y += this_year / 100 * 100;
    if (y > this_year + 50) y -= 100;
  }
  const year_month_day ymd{year{y}, month{static_cast<unsigned>(*parts.month)}, day{static_cast<unsigned>(*parts.day)}};
  if (!ymd.ok()) return std::nullopt;
  return Time{sys_days{ymd}} + seconds{*parts.time};
}

struct CacheControl {
  bool must_ask = false;  // no-cache or no-store
  std::optional<seconds> max_age;
};

// One directive with its value unquoted: "max-age=60", "max-age=\"60\"".
void take_directive(std::string_view directive, CacheControl& into) {
  directive = trim_ascii(directive);
  const std::size_t equals = directive.find('=');
  const std::string name = ascii_lower(trim_ascii(directive.substr(0, equals)));
  if (name == "no-cache" || name == "no-store") into.must_ask = true;
  if (name != "max-age") return;
  std::string_view value = equals == std::string_view::npos ? "" : trim_ascii(directive.substr(equals + 1));
  if (value.size() >= 2 && value.front() == '"' && value.back() == '"') value = value.substr(1, value.size() - 2);
  // What is not a number is stale already (RFC 9111 4.2.1); of two values the longer is obeyed.
  const seconds age{read_number(value, k_longest_wait.count()).value_or(0)};
  into.max_age = std::max(into.max_age.value_or(seconds{0}), age);
}

CacheControl read_cache_control(std::string_view text) {
  CacheControl result;
  bool quoted = false;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i == text.size() || (text[i] == ',' && !quoted)) {
      take_directive(text.substr(begin, i - begin), result);
      begin = i + 1;
    } else if (text[i] == '"') {
      quoted = !quoted;
    }
  }
  return result;
}

seconds clamped(seconds span) { return std::clamp(span, seconds{0}, k_longest_wait); }

}  // namespace

std::optional<Time> parse_http_date(std::string_view text, Time now) {
  if (text.size() > 64) return std::nullopt;
  DateParts parts;
  std::size_t at = 0;
  while (true) {
    at = text.find_first_not_of(" \t,-", at);
    if (at == std::string_view::npos) break;
    const std::size_t end = std::min(text.find_first_of(" \t,-", at), text.size());
    if (!take_word(text.substr(at, end - at), parts)) return std::nullopt;
    at = end;
  }
  return assemble(parts, now);
}

std::optional<seconds> parse_retry_after(std::string_view value, Time now, std::optional<Time> date) {
  value = trim_ascii(value);
  if (value.empty()) return std::nullopt;
  if (std::all_of(value.begin(), value.end(), is_digit)) return seconds{*read_number(value, k_longest_wait.count())};
  const std::optional<Time> until = parse_http_date(value, now);
  if (!until) return std::nullopt;
  return clamped(*until - date.value_or(now));
}

std::optional<seconds> parse_freshness(const FreshnessHeaders& headers, Time now) {
  const CacheControl control = read_cache_control(headers.cache_control);
  if (control.must_ask) return seconds{0};
  std::optional<seconds> fresh = control.max_age;
  if (!headers.expires.empty()) {
    // A date that cannot be read, "0" above all, lies in the past (RFC 9111 5.3). RFC 9111 lets max-age win over
    // Expires; the longer of the two is obeyed here, since it is a wait and not a right to serve.
    const Time base = parse_http_date(headers.date, now).value_or(now);
    const std::optional<Time> expires = parse_http_date(headers.expires, now);
    const seconds span = expires ? clamped(*expires - base) : seconds{0};
    fresh = std::max(fresh.value_or(seconds{0}), span);
  }
  if (!fresh) return std::nullopt;
  const seconds age{read_number(trim_ascii(headers.age), k_longest_wait.count()).value_or(0)};
  return clamped(*fresh - age);
}

std::optional<HeaderLine> split_header(std::string_view line) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || colon == 0) return std::nullopt;
  return HeaderLine{trim_ascii(line.substr(0, colon)), trim_ascii(line.substr(colon + 1))};
}

}  // namespace vigie::crawler
