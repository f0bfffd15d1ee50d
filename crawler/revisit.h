#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/fetch.h"
#include "model/time.h"

namespace vigie::crawler {

/// When a source is looked at again. Defaults are [polling]'s.
struct RevisitPolicy {
  seconds floor{300};                   // never sooner, whatever the rhythm
  seconds ceiling{86400};               // never later by our own choice; a server's wait or back-off may be longer
  seconds initial{1800};                // until the rhythm is known
  seconds without_validators{86400};    // least interval where the server gives neither validators nor freshness (P3)
  seconds longest_wait{7 * 86400};      // a server's word is cut to this (P5, P6)
  seconds error_first{600};             // wait after the first error; doubles
  seconds error_ceiling{86400};         // longest wait of our own after errors that the site answered
  seconds network_error_ceiling{7200};  // the same where nothing answered: it may be our own network
  double jitter = 0.1;                  // share of an interval by which it is lengthened at most, by a hash
  int redirect_agreements = 3;          // consecutive polls that must agree on a permanent redirect (P10)
  int failing_after = 3;                // consecutive errors that make a source failing
  std::chrono::milliseconds slow_after{10000};  // an answer that takes longer makes it slow
  seconds silent_least{36 * 3600};              // never silent sooner than this
};

/// What one poll brought: the network's part from poll_result, the reader's part by whoever parsed the body.
struct PollResult {
  OutcomeKind kind = OutcomeKind::ok;
  int status = 0;
  std::string message;
  std::vector<Redirect> redirects;
  Validators validators;
  std::uint64_t body_hash = 0;
  std::optional<seconds> retry_after;
  seconds pause{0};  // of FetchResponse::pause: the server's wait, or the fetcher's own back-off
  std::optional<seconds> max_age;
  std::chrono::milliseconds duration{0};
  // the reader's part
  std::optional<seconds> feed_wait;  // Feed::wait: the larger of ttl and sy:update*
  int entries = 0;                   // in the body; ignored unless kind is ok
  int new_entries = 0;               // of them not seen before
  std::optional<Time> newest;        // latest date among the entries
  std::optional<Time> oldest;        // earliest date among the entries
};

/// The network's part of a poll.
PollResult poll_result(const FetchResponse& response);

/// The kind a poll ends as, in the light of what is known: an `ok` without entries where there used to be some is
/// `empty`. For FetchOutcome::kind; revisit applies it by itself.
OutcomeKind judged_kind(const SourceState& before, const PollResult& result);

/// A source that has never been polled, due at once.
SourceState new_source_state(std::string_view source_id, std::string_view url);

/// The state after a poll, with next_check_at. Pure: jitter comes from a hash of the source's id and its poll count.
/// Validators and body hash change only on a body that parsed (P14) or a 304 (P2); errors keep them (P13).
SourceState revisit(const SourceState& before, const PollResult& result, const RevisitPolicy& policy, Time now);

/// Health without a poll: turns a source silent when its own rhythm says an entry is overdue. Call before showing it.
SourceState with_current_health(SourceState state, const RevisitPolicy& policy, Time now);

/// When a source that is due is polled after a start: spread over `spread` by a hash of its id, so that a start does
/// not burst; one that is not due yet keeps its time.
Time spread_start(const SourceState& state, Time now, seconds spread);

/// next_check_at of a source that is never polled again by itself (410 Gone): the end of year 9999.
inline constexpr Time k_never{seconds{253402300799}};

}  // namespace vigie::crawler
