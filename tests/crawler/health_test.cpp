#include "crawler/health.h"

#include <catch2/catch.hpp>

using namespace vigie;
using namespace vigie::crawler;
using namespace std::chrono_literals;

namespace {

const Time k_start{1'700'000'000s};
const RevisitPolicy k_policy;

PollResult good(int fresh) {
  PollResult result;
  result.status = 200;
  result.validators = {"u", "\"1\"", ""};
  result.entries = 20;
  result.new_entries = fresh;
  return result;
}

PollResult failed(OutcomeKind kind, int status, std::string message) {
  PollResult result;
  result.kind = kind;
  result.status = status;
  result.message = std::move(message);
  return result;
}

// A source whose first body shows entries every `gap`, the newest at k_start.
SourceState with_rhythm(seconds gap) {
  PollResult first = good(20);
  first.newest = k_start;
  first.oldest = k_start - 19 * gap;
  return revisit(new_source_state("s", "http://a.example/"), first, k_policy, k_start);
}

}  // namespace

TEST_CASE("silence is measured by the source's own rhythm") {
  const SourceState weekly = with_rhythm(7 * 24h);
  CHECK(with_current_health(weekly, k_policy, k_start + 48h).health == Health::healthy);
  CHECK(with_current_health(weekly, k_policy, k_start + 14 * 24h).health == Health::healthy);
  CHECK(with_current_health(weekly, k_policy, k_start + 60 * 24h).health == Health::silent);
  const SourceState hourly = with_rhythm(1h);
  CHECK(with_current_health(hourly, k_policy, k_start + 12h).health == Health::healthy);
  const SourceState silent = with_current_health(hourly, k_policy, k_start + 48h);
  CHECK(silent.health == Health::silent);
  CHECK(silent.health_since == k_start + 48h);
  CHECK(silent.health_reason == "no new entry for 2 days; usually one every 60 minutes");
}

TEST_CASE("a silent source is healthy again with its next entry") {
  SourceState state = with_rhythm(1h);
  PollResult nothing = good(0);
  nothing.kind = OutcomeKind::not_modified;
  state = revisit(state, nothing, k_policy, k_start + 72h);
  CHECK(state.health == Health::silent);
  state = revisit(state, good(1), k_policy, k_start + 80h);
  CHECK(state.health == Health::healthy);
  CHECK(state.health_since == k_start + 80h);
}

TEST_CASE("a source that speaks in bursts is not silent between them once they are known") {
  SourceState state = with_rhythm(60s);
  Time now = k_start;
  for (int i = 0; i < 6; ++i) {
    now += 7 * 24h;
    state = revisit(state, good(20), k_policy, now);
  }
  CHECK(with_current_health(state, k_policy, now + 8 * 24h).health == Health::healthy);
  CHECK(with_current_health(state, k_policy, now + 60 * 24h).health == Health::silent);
}

TEST_CASE("a source that has been dead for long is silent from its first poll") {
  PollResult first = good(20);
  first.newest = k_start - 700 * 24h;
  first.oldest = k_start - 800 * 24h;
  CHECK(revisit(new_source_state("s", "u"), first, k_policy, k_start).health == Health::silent);
}

TEST_CASE("a source without known rhythm is never silent") {
  const SourceState state = revisit(new_source_state("s", "u"), good(20), k_policy, k_start);
  CHECK(with_current_health(state, k_policy, k_start + 900 * 24h).health == Health::healthy);
}

TEST_CASE("errors in a row make a source failing, with the count and the last reason") {
  SourceState state = with_rhythm(1h);
  for (int i = 1; i <= 3; ++i) {
    state = revisit(state, failed(OutcomeKind::http_error, 500, "answered 500"), k_policy, k_start + i * 1h);
    CHECK((state.health == Health::failing) == (i >= 3));
  }
  CHECK(state.health_reason == "3 errors in a row; the last: answered 500");
  CHECK(state.health_since == k_start + 3h);
  state = revisit(state, failed(OutcomeKind::http_error, 500, "answered 500"), k_policy, k_start + 4h);
  CHECK(state.health_since == k_start + 3h);
  state = revisit(state, good(1), k_policy, k_start + 5h);
  CHECK(state.health == Health::healthy);
  CHECK(state.health_reason.empty());
}

TEST_CASE("refusals in a row and bot checks make a source blocked") {
  SourceState state = with_rhythm(1h);
  const SourceState checked =
      revisit(state, failed(OutcomeKind::bot_check, 403, "a bot check of Cloudflare stands in place of the content"),
              k_policy, k_start + 1h);
  CHECK(checked.health == Health::blocked);
  CHECK(checked.health_reason.find("Cloudflare") != std::string::npos);
  for (int i = 1; i <= 3; ++i) {
    state = revisit(state, failed(OutcomeKind::http_error, 403, "answered 403"), k_policy, k_start + i * 1h);
  }
  CHECK(state.health == Health::blocked);
}

TEST_CASE("a long answer and a server that asks to wait make a source slow") {
  PollResult late = good(1);
  late.duration = 15s;
  const SourceState slow = revisit(with_rhythm(1h), late, k_policy, k_start + 1h);
  CHECK(slow.health == Health::slow);
  CHECK(slow.health_reason == "the last answer took 15 s");
  PollResult busy = failed(OutcomeKind::rate_limited, 429, "answered 429");
  busy.retry_after = 7200s;
  const SourceState told = revisit(with_rhythm(1h), busy, k_policy, k_start);
  CHECK(told.health == Health::slow);
  CHECK(told.health_reason.find("asked to wait until 20") != std::string::npos);
}
