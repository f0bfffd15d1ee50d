#include "crawler/health.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

namespace vigie::crawler {
namespace {

struct Verdict {
  Health health;
  std::string reason;
};

std::string plain_span(seconds span) {
  const long long count = span.count();
  const auto say = [](long long number, const std::string& unit) {
    return std::to_string(number) + " " + unit + (number == 1 ? "" : "s");
  };
  if (count >= 172'800) return say(count / 86400, "day");
  if (count >= 7'200) return say(count / 3600, "hour");
  if (count >= 120) return say(count / 60, "minute");
  return say(count, "second");
}

bool refused_us(const PollResult& result) {
  return result.status == 401 || result.status == 403 || result.status == 451;
}

std::string what_happened(OutcomeKind kind, const PollResult& result) {
  if (kind == OutcomeKind::empty && result.kind == OutcomeKind::ok) {
    return "the answer holds no entries where there used to be some";
  }
  return result.message.empty() ? std::string(to_string(kind)) : result.message;
}

std::optional<Verdict> silent(const SourceState& state, const RevisitPolicy& policy, Time now) {
  const auto allowed = silence_allowed(state, policy);
  if (!allowed || now - state.last_new_entry_at <= *allowed) return std::nullopt;
  const seconds gap{std::llround(std::max(state.entry_gap, 1.0))};
  return Verdict{Health::silent, "no new entry for " + plain_span(now - state.last_new_entry_at) +
                                     "; usually one every " + plain_span(gap)};
}

Verdict after_success(const SourceState& state, const PollResult& result, const RevisitPolicy& policy, Time now) {
  if (auto verdict = silent(state, policy, now)) return std::move(*verdict);
  if (result.duration >= policy.slow_after) {
    return {Health::slow, "the last answer took " + std::to_string(result.duration.count() / 1000) + " s"};
  }
  return {Health::healthy, {}};
}

Verdict after_error(const SourceState& state, OutcomeKind kind, const PollResult& result, const RevisitPolicy& policy) {
  const std::string what = what_happened(kind, result);
  if (kind == OutcomeKind::gone) return {Health::gone, "answered 410 Gone; not polled any more"};
  if (kind == OutcomeKind::bot_check || kind == OutcomeKind::robots_denied) return {Health::blocked, what};
  if (kind == OutcomeKind::rate_limited || kind == OutcomeKind::unavailable || kind == OutcomeKind::waiting) {
    if (state.consecutive_errors < policy.failing_after) {
      return {Health::slow, "asked to wait until " + format_iso8601(state.next_check_at)};
    }
  }
  if (state.consecutive_errors >= policy.failing_after) {
    const Health health = refused_us(result) ? Health::blocked : Health::failing;
    return {health, std::to_string(state.consecutive_errors) + " errors in a row; the last: " + what};
  }
  if (kind == OutcomeKind::timeout && state.health == Health::healthy) return {Health::slow, what};
  // One error changes nothing yet but the reason.
  return {state.health, "the last poll failed: " + what};
}

void settle(SourceState& state, Verdict verdict, Time now) {
  if (state.health != verdict.health || state.health_since == Time{}) state.health_since = now;
  state.health = verdict.health;
  state.health_reason = std::move(verdict.reason);
}

}  // namespace

std::optional<seconds> silence_allowed(const SourceState& state, const RevisitPolicy& policy) {
  if (!(state.entry_gap > 0) || state.last_new_entry_at == Time{}) return std::nullopt;
  const double learned = std::min(3 * state.entry_gap + 4 * state.rhythm_deviation, 1e9);
  return std::max(policy.silent_least, seconds{std::llround(learned)});
}

SourceState with_health(SourceState state, OutcomeKind kind, const PollResult& result, const RevisitPolicy& policy,
                        Time now) {
  settle(state, is_success(kind) ? after_success(state, result, policy, now) : after_error(state, kind, result, policy),
         now);
  return state;
}

SourceState with_current_health(SourceState state, const RevisitPolicy& policy, Time now) {
  if (state.health != Health::healthy && state.health != Health::slow) return state;
  if (auto verdict = silent(state, policy, now)) settle(state, std::move(*verdict), now);
  return state;
}

}  // namespace vigie::crawler
