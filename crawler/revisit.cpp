#include "crawler/revisit.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "crawler/health.h"
#include "model/text.h"

namespace vigie::crawler {
namespace {

constexpr double k_smoothing = 0.25;  // weight of the newest gap
constexpr double k_growth = 1.5;      // of the interval after a poll that brought nothing
constexpr int k_most_doublings = 16;

seconds clamped(double span, seconds least, seconds most) {
  if (!(span > static_cast<double>(least.count()))) return least;  // NaN too
  if (span >= static_cast<double>(most.count())) return most;
  return seconds{std::llround(span)};
}

// 0..1 by the source's id and a count: the same for the same poll, different between sources.
double chance(const SourceState& state, int count) {
  return static_cast<double>(hash64(state.source_id, static_cast<std::uint64_t>(count)) % 4096) / 4096.0;
}

// Jitter only ever lengthens: a wait that someone asked for is not shortened by it.
seconds jittered(seconds span, double share) {
  return span + seconds{std::llround(static_cast<double>(span.count()) * share)};
}

void learn_rhythm(SourceState& state, const PollResult& result, Time now) {
  if (result.new_entries <= 0) return;
  if (state.last_new_entry_at == Time{}) {
    // The dates of the first body tell the rhythm before it has been watched.
    state.last_new_entry_at = result.newest ? std::min(*result.newest, now) : now;
    if (result.newest && result.oldest && *result.newest > *result.oldest && result.entries > 1) {
      state.entry_gap = static_cast<double>((*result.newest - *result.oldest).count()) / (result.entries - 1);
      state.rhythm_deviation = state.entry_gap / 4;
    }
    return;
  }
  const double silence = std::max(1.0, static_cast<double>((now - state.last_new_entry_at).count()));
  const double gap = silence / result.new_entries;
  state.entry_gap = state.entry_gap > 0 ? state.entry_gap + k_smoothing * (gap - state.entry_gap) : gap;
  state.rhythm_deviation += k_smoothing * (std::abs(silence - state.entry_gap) - state.rhythm_deviation);
  state.last_new_entry_at = now;
}

// The interval that the source's rhythm and the share of entries already seen ask for, in [floor, ceiling].
seconds adapted_interval(const SourceState& before, const SourceState& state, const PollResult& result,
                         const RevisitPolicy& policy, Time now) {
  double interval = static_cast<double>(before.interval.count());
  if (interval <= 0) {
    interval = state.entry_gap > 0 ? state.entry_gap : static_cast<double>(policy.initial.count());
  } else if (result.new_entries <= 0) {
    // What has brought nothing for long is asked less often, but never later than its rhythm or an eighth of the
    // silence.
    const double silence = static_cast<double>((now - state.last_new_entry_at).count());
    const double most = state.entry_gap > 0 ? std::max(state.entry_gap, silence / 8) : interval * k_growth;
    interval = std::clamp(interval * k_growth, std::min(interval, most), std::max(interval, most));
  } else {
    const double share = result.entries > 0 ? static_cast<double>(result.new_entries) / result.entries : 0;
    interval = result.entries > 1 && share >= 0.5 ? interval / 2 : (interval + state.entry_gap) / 2;
  }
  if (state.entry_gap > 0 && result.entries > 1) {
    // The window must not turn over between two polls, or entries are lost.
    interval = std::min(interval, state.entry_gap * result.entries / 2);
  }
  return clamped(interval, policy.floor, policy.ceiling);
}

// The longest wait the server's answer asks for, cut to our maximum.
seconds asked_wait(const SourceState& state, const PollResult& result, const RevisitPolicy& policy) {
  const seconds longest = std::max({result.max_age.value_or(seconds{0}), state.feed_wait, seconds{0}});
  return std::min(longest, policy.longest_wait);
}

bool has_authority_credentials(std::string_view url) {
  const std::size_t begin = url.find("://");
  if (begin == std::string_view::npos) return false;
  const std::string_view rest = url.substr(begin + 3);
  return rest.substr(0, rest.find_first_of("/?#")).find('@') != std::string_view::npos;
}

// P10: the last address that permanent redirects alone lead to is taken over once enough polls in a row agree on it.
void learn_redirect(SourceState& state, const PollResult& result, const RevisitPolicy& policy) {
  std::string target;
  for (const Redirect& hop : result.redirects) {
    if (hop.status != 301 && hop.status != 308) break;
    target = hop.to;
  }
  if (target.empty() || has_authority_credentials(state.url)) {
    state.redirect_candidate.clear();
    state.redirect_agreements = 0;
    return;
  }
  state.redirect_agreements = target == state.redirect_candidate ? state.redirect_agreements + 1 : 1;
  state.redirect_candidate = target;
  if (state.redirect_agreements < policy.redirect_agreements) return;
  state.url = target;
  state.redirect_candidate.clear();
  state.redirect_agreements = 0;
}

void after_success(const SourceState& before, SourceState& state, OutcomeKind kind, const PollResult& result,
                   const RevisitPolicy& policy, Time now) {
  state.consecutive_errors = 0;
  state.last_success_at = now;
  state.validators = result.validators;  // of a body that parsed, or of a 304
  if (kind != OutcomeKind::not_modified) state.body_hash = result.body_hash;
  if (kind == OutcomeKind::ok) {
    state.last_entry_count = result.entries;
    state.feed_wait = std::max(result.feed_wait.value_or(seconds{0}), seconds{0});
    learn_rhythm(state, result, now);
  }
  learn_redirect(state, result, policy);
  state.interval = adapted_interval(before, state, result, policy, now);
  seconds wait = jittered(state.interval, policy.jitter * chance(state, state.polls));
  const seconds asked = asked_wait(state, result, policy);
  const bool has_validators = !result.validators.etag.empty() || !result.validators.last_modified.empty();
  // P3. A server that says how long its answer is fresh has said when to come again.
  if (!has_validators && asked == seconds{0}) {
    wait = std::max(wait, jittered(policy.without_validators, policy.jitter * chance(state, state.polls)));
  }
  state.next_check_at = now + std::max({wait, asked, policy.floor, seconds{1}});
}

bool nothing_answered(OutcomeKind kind) {
  return kind == OutcomeKind::dns_error || kind == OutcomeKind::connect_error || kind == OutcomeKind::timeout;
}

void after_error(SourceState& state, OutcomeKind kind, const PollResult& result, const RevisitPolicy& policy,
                 Time now) {
  ++state.consecutive_errors;
  if (kind == OutcomeKind::gone) {
    state.next_check_at = k_never;
    return;
  }
  const int doublings = std::min(state.consecutive_errors - 1, k_most_doublings);
  const seconds ceiling = nothing_answered(kind) ? policy.network_error_ceiling : policy.error_ceiling;
  seconds wait = std::min(policy.error_first * (1L << doublings), ceiling);
  if (kind == OutcomeKind::robots_denied) wait = policy.error_ceiling;  // robots.txt is kept for a day
  wait = jittered(wait, 2 * policy.jitter * chance(state, state.polls));
  const seconds asked = std::clamp(result.retry_after.value_or(seconds{0}), seconds{0}, policy.longest_wait);
  // The server's word stands in place of ours; in the past or none, it is ours.
  if (asked > seconds{0}) wait = jittered(asked, policy.jitter * chance(state, state.polls));
  const seconds pause = std::min(result.pause, policy.longest_wait);
  state.next_check_at = now + std::max({wait, pause, policy.floor, seconds{1}});
}

}  // namespace

PollResult poll_result(const FetchResponse& response) {
  PollResult result;
  result.kind = response.kind;
  result.status = response.status;
  result.message = response.message;
  result.redirects = response.redirects;
  result.validators = response.validators;
  result.body_hash = response.body_hash;
  result.retry_after = response.retry_after;
  result.max_age = response.max_age;
  result.duration = response.duration;
  if (response.pause) result.pause = response.pause->until - response.fetched_at;
  return result;
}

OutcomeKind judged_kind(const SourceState& before, const PollResult& result) {
  const bool emptied = result.kind == OutcomeKind::ok && result.entries == 0 && before.last_entry_count > 0;
  return emptied ? OutcomeKind::empty : result.kind;
}

SourceState new_source_state(std::string_view source_id, std::string_view url) {
  SourceState state;
  state.source_id = source_id;
  state.url = url;
  return state;
}

SourceState revisit(const SourceState& before, const PollResult& result, const RevisitPolicy& policy, Time now) {
  const OutcomeKind kind = judged_kind(before, result);
  if (kind == OutcomeKind::cancelled) return before;  // our own doing: still due
  SourceState state = before;
  if (kind == OutcomeKind::waiting) {
    // Nothing was sent, so nothing was learned but how long to wait.
    const seconds asked = std::clamp(result.retry_after.value_or(seconds{0}), seconds{0}, policy.longest_wait);
    const Time until = now + std::max({asked, policy.floor, seconds{1}});
    // A plan so far ahead that only a clock that jumped can have made it is not kept.
    const bool sane = before.next_check_at <= now + policy.longest_wait * 2;
    state.next_check_at = sane ? std::max(until, before.next_check_at) : until;
    return with_health(std::move(state), kind, result, policy, now);
  }
  state.last_attempt_at = now;
  ++state.polls;
  if (is_success(kind)) {
    after_success(before, state, kind, result, policy, now);
  } else {
    after_error(state, kind, result, policy, now);
  }
  return with_health(std::move(state), kind, result, policy, now);
}

Time spread_start(const SourceState& state, Time now, seconds spread) {
  if (state.next_check_at > now) return state.next_check_at;
  return now + seconds{std::llround(chance(state, -1) * static_cast<double>(std::max(spread, seconds{0}).count()))};
}

}  // namespace vigie::crawler
