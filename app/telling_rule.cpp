#include "app/telling_rule.h"

#include <algorithm>
#include <charconv>
#include <cstdio>

namespace vigie {
namespace {

bool in_quiet_hours(const TellingRule& rule, Time now, const std::string& time_zone) {
  if (rule.quiet_from == rule.quiet_until) return false;
  const Expected<std::string> day = local_day(now, time_zone);
  if (!day) return false;
  const Expected<Time> from = local_moment(*day, rule.quiet_from, time_zone);
  const Expected<Time> until = local_moment(*day, rule.quiet_until, time_zone);
  if (!from || !until) return false;
  // Hours over midnight are the evening and the morning of one day.
  return *from < *until ? now >= *from && now < *until : now >= *from || now < *until;
}

}  // namespace

Expected<void> read_quiet(std::string_view text, TellingRule& rule) {
  int from_hour = 0, from_minute = 0, until_hour = 0, until_minute = 0;
  char rest = 0;
  const std::string form(text);
  const int read =
      std::sscanf(form.c_str(), "%2d:%2d-%2d:%2d%c", &from_hour, &from_minute, &until_hour, &until_minute, &rest);
  const auto is_time = [](int hour, int minute) { return hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59; };
  if (read != 4 || !is_time(from_hour, from_minute) || !is_time(until_hour, until_minute)) {
    return failure(ErrorKind::invalid_config,
                   "cannot read \"" + form + "\" as hours: expected a form such as 22:00-06:00");
  }
  rule.quiet_from = std::chrono::hours{from_hour} + std::chrono::minutes{from_minute};
  rule.quiet_until = std::chrono::hours{until_hour} + std::chrono::minutes{until_minute};
  return {};
}

Expected<void> read_cap(std::string_view text, TellingRule& rule) {
  int cap = 0;
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), cap);
  const std::string_view unit = text.substr(static_cast<std::size_t>(stop - text.data()));
  if (error != std::errc{} || cap < 1 || cap > 100'000 || (unit != "/h" && unit != "/d")) {
    return failure(ErrorKind::invalid_config,
                   "cannot read \"" + std::string(text) + "\" as a cap: expected a form such as 10/h or 50/d");
  }
  rule.cap = cap;
  rule.cap_span = unit == "/h" ? seconds{3600} : seconds{86400};
  return {};
}

bool may_tell(const TellingRule& rule, const std::vector<Time>& told, Time now, const std::string& time_zone) {
  const auto lately = std::count_if(told.begin(), told.end(), [&](Time at) { return at > now - rule.cap_span; });
  return lately < rule.cap && !in_quiet_hours(rule, now, time_zone);
}

}  // namespace vigie
