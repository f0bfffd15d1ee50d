#include "crawler/revisit.h"

#include <catch2/catch.hpp>
#include <set>

using namespace vigie;
using namespace vigie::crawler;
using namespace std::chrono_literals;

namespace {

const Time k_start{1'700'000'000s};
const RevisitPolicy k_policy;

PollResult good(int entries, int fresh) {
  PollResult result;
  result.status = 200;
  result.validators = {"http://a.example/feed", "\"1\"", "Mon, 01 Jan 2024 00:00:00 GMT"};
  result.body_hash = 7;
  result.entries = entries;
  result.new_entries = fresh;
  return result;
}

PollResult failed(OutcomeKind kind, int status = 0) {
  PollResult result;
  result.kind = kind;
  result.status = status;
  result.message = "it failed";
  return result;
}

SourceState source() { return new_source_state("a", "http://a.example/feed"); }

seconds wait_after(const SourceState& state, const PollResult& result, const RevisitPolicy& policy = k_policy) {
  return revisit(state, result, policy, k_start).next_check_at - k_start;
}

// Polls a source that publishes every `gap` for as long as `span` and returns its state at the end.
SourceState watched(seconds gap, seconds span, const RevisitPolicy& policy = k_policy) {
  SourceState state = source();
  Time now = k_start;
  long long seen = 0;
  while (now - k_start < span) {
    const long long published = (now - k_start) / gap + 20;
    const int fresh = static_cast<int>(std::min<long long>(20, published - seen));
    seen = published;
    PollResult result = good(20, fresh);
    if (fresh == 0) result.kind = OutcomeKind::not_modified;
    state = revisit(state, result, policy, now);
    now = state.next_check_at;
  }
  return state;
}

}  // namespace

TEST_CASE("validators and body hash of a body that parsed are kept (P1)") {
  const SourceState state = revisit(source(), good(5, 5), k_policy, k_start);
  CHECK(state.validators.etag == "\"1\"");
  CHECK(state.validators.last_modified == "Mon, 01 Jan 2024 00:00:00 GMT");
  CHECK(state.body_hash == 7);
  CHECK(state.last_success_at == k_start);
  CHECK(state.last_entry_count == 5);
}

TEST_CASE("a 304 updates the validators and keeps the body hash (P2)") {
  const SourceState before = revisit(source(), good(5, 5), k_policy, k_start);
  PollResult result = good(0, 0);
  result.kind = OutcomeKind::not_modified;
  result.status = 304;
  result.validators.etag = "\"2\"";
  result.body_hash = before.body_hash;
  const SourceState after = revisit(before, result, k_policy, k_start + 600s);
  CHECK(after.validators.etag == "\"2\"");
  CHECK(after.body_hash == 7);
  CHECK(after.consecutive_errors == 0);
  CHECK(after.interval >= before.interval);
}

TEST_CASE("without validators and freshness a source is asked once a day at most (P3)") {
  PollResult result = good(5, 5);
  result.validators = {"http://a.example/feed", "", ""};
  CHECK(wait_after(source(), result) >= 24h);
  result.kind = OutcomeKind::unchanged;
  CHECK(wait_after(source(), result) >= 24h);
}

TEST_CASE("a server that says how long its answer is fresh has said when to come again (own choice, P3)") {
  PollResult result = good(5, 5);
  result.validators = {"http://a.example/feed", "", ""};
  result.max_age = 60s;
  CHECK(wait_after(source(), result) < 3600s);
}

TEST_CASE("the next poll is no sooner than the server's longest word (P5)") {
  PollResult result = good(5, 5);
  result.max_age = 43200s;
  CHECK(wait_after(source(), result) >= 43200s);
  result.feed_wait = 720min;
  result.max_age = 60s;
  CHECK(wait_after(source(), result) >= 43200s);
  result.feed_wait = 3600s;
  result.max_age = 50000s;
  CHECK(wait_after(source(), result) >= 50000s);
}

TEST_CASE("the feed's own ttl holds over answers without a body") {
  PollResult result = good(5, 5);
  result.feed_wait = 12h;
  const SourceState before = revisit(source(), result, k_policy, k_start);
  PollResult same = good(0, 0);
  same.kind = OutcomeKind::not_modified;
  CHECK(revisit(before, same, k_policy, k_start + 12h).next_check_at >= k_start + 24h);
}

TEST_CASE("absurd words of a server are cut, and no wait is ever zero or negative (P6)") {
  PollResult result = good(5, 5);
  result.max_age = seconds{315'360'000};
  CHECK(wait_after(source(), result) <= k_policy.longest_wait + k_policy.ceiling);
  for (const seconds word : {seconds{0}, seconds{-5}, seconds::min() / 4}) {
    result.max_age = word;
    result.feed_wait = word;
    result.retry_after = word;
    CHECK(wait_after(source(), result) >= k_policy.floor);
    PollResult error = failed(OutcomeKind::rate_limited, 429);
    error.retry_after = word;
    CHECK(wait_after(source(), error) >= k_policy.floor);
  }
  result = failed(OutcomeKind::unavailable, 503);
  result.retry_after = seconds::max();
  CHECK(wait_after(source(), result) <= k_policy.longest_wait * 12 / 10);
}

TEST_CASE("Retry-After is never shortened, and in the past it is our own wait (P7, P8)") {
  PollResult result = failed(OutcomeKind::rate_limited, 429);
  result.retry_after = 7200s;
  CHECK(wait_after(source(), result) >= 7200s);
  result = failed(OutcomeKind::unavailable, 503);
  result.retry_after = 90000s;
  CHECK(wait_after(source(), result) >= 90000s);
  result.retry_after = 0s;
  CHECK(wait_after(source(), result) >= k_policy.floor);
}

TEST_CASE("the pause that an answer began is a wait of its source too") {
  FetchResponse response;
  response.kind = OutcomeKind::rate_limited;
  response.fetched_at = k_start;
  response.pause = HostPause{"domain:a.example", k_start + 5000s, 1};
  CHECK(poll_result(response).pause == 5000s);
  CHECK(wait_after(source(), poll_result(response)) >= 5000s);
}

TEST_CASE("errors double the wait, with jitter, up to a ceiling, and give no source up (P9, P12)") {
  SourceState state = source();
  Time now = k_start;
  seconds last{0};
  for (int i = 0; i < 40; ++i) {
    state = revisit(state, failed(OutcomeKind::http_error, 500), k_policy, now);
    const seconds wait = state.next_check_at - now;
    CHECK(wait >= k_policy.floor);
    CHECK(wait <= k_policy.error_ceiling * 13 / 10);
    if (i < 5) CHECK(wait > last);
    last = wait;
    now = state.next_check_at;
  }
  CHECK(last >= k_policy.error_ceiling);
  state = revisit(state, good(5, 5), k_policy, now);
  CHECK(state.consecutive_errors == 0);
  CHECK(state.next_check_at - now <= k_policy.ceiling);
}

TEST_CASE("where nothing answered the wait stays shorter: it may be our own network") {
  SourceState state = source();
  Time now = k_start;
  for (int i = 0; i < 20; ++i) {
    state = revisit(state, failed(OutcomeKind::connect_error), k_policy, now);
    CHECK(state.next_check_at - now <= k_policy.network_error_ceiling * 13 / 10);
    now = state.next_check_at;
  }
}

TEST_CASE("jitter differs between sources and is the same for the same poll") {
  std::set<long long> waits;
  for (int i = 0; i < 50; ++i) {
    const SourceState state = new_source_state("source-" + std::to_string(i), "http://a.example/feed");
    const SourceState once = revisit(state, good(5, 5), k_policy, k_start);
    CHECK(once.next_check_at == revisit(state, good(5, 5), k_policy, k_start).next_check_at);
    CHECK(once.next_check_at - k_start >= once.interval);
    waits.insert((once.next_check_at - k_start).count());
  }
  CHECK(waits.size() > 20);
}

TEST_CASE("a permanent redirect is learned after several agreeing polls, another never (P10)") {
  SourceState state = source();
  PollResult moved = good(5, 1);
  moved.redirects = {{301, "http://b.example/feed"}};
  for (int i = 1; i < k_policy.redirect_agreements; ++i) {
    state = revisit(state, moved, k_policy, k_start);
    CHECK(state.url == "http://a.example/feed");
  }
  state = revisit(state, moved, k_policy, k_start);
  CHECK(state.url == "http://b.example/feed");
  CHECK(state.redirect_candidate.empty());

  state = source();
  for (const int status : {302, 303, 307}) {
    PollResult temporary = good(5, 1);
    temporary.redirects = {{status, "http://b.example/feed"}};
    for (int i = 0; i < 10; ++i) state = revisit(state, temporary, k_policy, k_start);
    CHECK(state.url == "http://a.example/feed");
  }
}

TEST_CASE("disagreement, errors and credentials keep the address (P10)") {
  SourceState state = source();
  PollResult moved = good(5, 1);
  for (int i = 0; i < 10; ++i) {
    moved.redirects = {{308, i % 2 == 0 ? "http://b.example/feed" : "http://c.example/feed"}};
    state = revisit(state, moved, k_policy, k_start);
  }
  CHECK(state.url == "http://a.example/feed");
  PollResult error = failed(OutcomeKind::not_a_feed, 200);
  error.redirects = {{301, "http://parking.example/"}};
  for (int i = 0; i < 10; ++i) state = revisit(state, error, k_policy, k_start);
  CHECK(state.url == "http://a.example/feed");
  state.url = "http://user:secret@a.example/feed";
  moved.redirects = {{301, "http://b.example/feed"}};
  for (int i = 0; i < 10; ++i) state = revisit(state, moved, k_policy, k_start);
  CHECK(state.url == "http://user:secret@a.example/feed");
}

TEST_CASE("of mixed redirects only what comes before the first temporary one is learned (P10)") {
  SourceState state = source();
  PollResult moved = good(5, 1);
  moved.redirects = {{301, "http://b.example/feed"}, {302, "http://b.example/today"}};
  for (int i = 0; i < 5; ++i) state = revisit(state, moved, k_policy, k_start);
  CHECK(state.url == "http://b.example/feed");
}

TEST_CASE("410 ends a source, 404 and 403 do not (P12)") {
  const SourceState gone = revisit(source(), failed(OutcomeKind::gone, 410), k_policy, k_start);
  CHECK(gone.next_check_at == k_never);
  CHECK(gone.health == Health::gone);
  for (const int status : {403, 404, 500}) {
    CHECK(wait_after(source(), failed(OutcomeKind::http_error, status)) <= 86400s);
  }
}

TEST_CASE("errors keep validators, hash and entries (P13)") {
  const SourceState before = revisit(source(), good(5, 5), k_policy, k_start);
  for (const OutcomeKind kind : {OutcomeKind::http_error, OutcomeKind::empty, OutcomeKind::timeout}) {
    PollResult result = failed(kind, 200);
    result.validators = {"http://a.example/feed", "\"bad\"", ""};
    result.body_hash = 99;
    const SourceState after = revisit(before, result, k_policy, k_start + 600s);
    CHECK(after.validators.etag == "\"1\"");
    CHECK(after.body_hash == 7);
    CHECK(after.last_entry_count == 5);
    CHECK(after.consecutive_errors == 1);
  }
}

TEST_CASE("validators of a body that did not parse are not kept (P14)") {
  for (const OutcomeKind kind : {OutcomeKind::malformed, OutcomeKind::not_a_feed, OutcomeKind::bot_check}) {
    PollResult result = good(0, 0);
    result.kind = kind;
    const SourceState after = revisit(source(), result, k_policy, k_start);
    CHECK(after.validators.etag.empty());
    CHECK(after.body_hash == 0);
  }
}

TEST_CASE("no entries where there used to be some is a failure") {
  const SourceState before = revisit(source(), good(5, 5), k_policy, k_start);
  const PollResult empty = good(0, 0);
  CHECK(judged_kind(source(), empty) == OutcomeKind::ok);
  CHECK(judged_kind(before, empty) == OutcomeKind::empty);
  const SourceState after = revisit(before, empty, k_policy, k_start + 600s);
  CHECK(after.consecutive_errors == 1);
  CHECK(after.validators.etag == before.validators.etag);
  CHECK(after.health_reason.find("no entries where there used to be some") != std::string::npos);
}

TEST_CASE("the interval follows the source's rhythm inside floor and ceiling (P19)") {
  const SourceState quick = watched(300s, 48h);
  CHECK(quick.interval >= k_policy.floor);
  CHECK(quick.interval <= 900s);
  const SourceState hourly = watched(3600s, 7 * 24h);
  CHECK(hourly.interval >= 900s);
  CHECK(hourly.interval <= 2 * 3600s);
  const SourceState monthly = watched(30 * 24h, 200 * 24h);
  CHECK(monthly.interval >= 12h);
  CHECK(monthly.interval <= k_policy.ceiling);
  CHECK(watched(10s, 24h).interval == k_policy.floor);
}

TEST_CASE("a source that was quiet is caught up with when it speaks often again (P19)") {
  SourceState state = watched(7 * 24h, 60 * 24h);
  CHECK(state.interval > 6h);
  Time now = state.next_check_at;
  for (int i = 0; i < 12; ++i) {
    state = revisit(state, good(20, 20), k_policy, now);
    now = state.next_check_at;
  }
  CHECK(state.interval <= 3600s);
}

TEST_CASE("the window of a feed does not turn over between two polls") {
  SourceState state = source();
  PollResult first = good(10, 10);
  first.newest = k_start;
  first.oldest = k_start - 9 * 600s;
  state = revisit(state, first, k_policy, k_start);
  CHECK(state.entry_gap == Approx(600));
  CHECK(state.interval <= 3000s);
}

TEST_CASE("a wait that the host asked for is no attempt") {
  SourceState before = revisit(source(), good(5, 5), k_policy, k_start);
  PollResult result = failed(OutcomeKind::waiting);
  result.retry_after = 7000s;
  const SourceState after = revisit(before, result, k_policy, k_start + 600s);
  CHECK(after.next_check_at >= k_start + 7600s);
  CHECK(after.consecutive_errors == 0);
  CHECK(after.polls == before.polls);
  CHECK(after.last_attempt_at == before.last_attempt_at);
}

TEST_CASE("a cancelled poll changes nothing") {
  const SourceState before = revisit(source(), good(5, 5), k_policy, k_start);
  const SourceState after = revisit(before, failed(OutcomeKind::cancelled), k_policy, k_start + 900s);
  CHECK(after.next_check_at == before.next_check_at);
  CHECK(after.polls == before.polls);
}

TEST_CASE("after a clock that jumped back a poll plans from the time it is told") {
  SourceState state = revisit(source(), good(5, 5), k_policy, k_start + 365 * 24h);
  state = revisit(state, good(5, 1), k_policy, k_start);
  CHECK(state.next_check_at > k_start);
  CHECK(state.next_check_at <= k_start + 2 * k_policy.ceiling);
}

TEST_CASE("a start spreads what is due and leaves the rest its time (P15, P16)") {
  std::set<long long> times;
  for (int i = 0; i < 200; ++i) {
    SourceState state = new_source_state("s" + std::to_string(i), "http://a.example/");
    const Time at = spread_start(state, k_start, 300s);
    CHECK(at >= k_start);
    CHECK(at <= k_start + 300s);
    times.insert(at.time_since_epoch().count());
    state.next_check_at = k_start + 1h;
    CHECK(spread_start(state, k_start, 300s) == k_start + 1h);
  }
  CHECK(times.size() > 60);
}

TEST_CASE("an hour without network gives no source up, and the return is no burst") {
  std::set<long long> minutes;
  for (int i = 0; i < 300; ++i) {
    SourceState state = new_source_state("s" + std::to_string(i), "http://a.example/");
    state = revisit(state, good(20, 20), k_policy, k_start);
    Time now = state.next_check_at;
    while (now < k_start + 2h) {
      state = revisit(state, failed(OutcomeKind::connect_error), k_policy, now);
      now = state.next_check_at;
    }
    CHECK(now <= k_start + 5h);
    minutes.insert((now - k_start) / 60s);
  }
  CHECK(minutes.size() > 20);
}
