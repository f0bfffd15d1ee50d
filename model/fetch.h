#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/source.h"
#include "model/time.h"

namespace vigie {

/// What a fetch is for; decides robots, size cap and what reads the body.
enum class FetchPurpose { feed, sitemap, listing, page };

/// Validators of RFC 9110, byte for byte as the server sent them. They belong to `url` alone.
struct Validators {
  std::string url;
  std::string etag;
  std::string last_modified;
};

/// What the caller wants to have at hand when the answer comes; only the caller knows what is in it.
struct FetchTask;

struct FetchRequest {
  std::uint64_t id = 0;  // the caller's; comes back in the response
  FetchPurpose purpose = FetchPurpose::page;
  std::string source_id;
  std::string url;
  Validators validators;        // sent only when validators.url == url
  std::uint64_t body_hash = 0;  // of the last body that parsed, 0 when none: an equal body is OutcomeKind::unchanged
  std::vector<std::pair<std::string, std::string>> headers;
  bool insecure_tls = false;
  std::string wait_scope;                 // Source::wait_scope
  std::shared_ptr<const FetchTask> task;  // the caller's; comes back in the response
};

/// How an attempt ended. Exactly one is stored for every attempt.
enum class OutcomeKind {
  ok,            // a body to read
  not_modified,  // 304 to a conditional request
  unchanged,     // 200 with the body we already read
  http_error,    // 4xx, 5xx but for those below; 206; 304 to an unconditional request
  gone,          // 410
  rate_limited,  // 429
  unavailable,   // 503
  dns_error,
  connect_error,  // refused, reset, closed early, protocol error
  tls_error,
  timeout,          // total deadline or low speed
  too_large,        // over the cap after decoding, or headers over theirs
  bad_encoding,     // Content-Encoding that does not decode
  redirect_error,   // loop, too many, downgrade from https
  refused_address,  // loopback, private, link-local, metadata … (S1-S3)
  refused_scheme,   // anything but http and https
  robots_denied,
  robots_unreachable,  // robots.txt answered 5xx or nothing: complete disallow (RFC 9309 2.3.1.4)
  waiting,             // the host asked to wait; nothing was sent
  cancelled,           // shutdown
  // set by the readers, after the network's part went well:
  empty,       // no bytes, or a feed without entries where there used to be some
  not_a_feed,  // HTML or something else where a feed was expected
  bot_check,   // an interstitial in place of the content
  malformed,   // did not parse
  no_article,  // a page without an article
};

std::string_view to_string(OutcomeKind kind);
std::optional<OutcomeKind> outcome_kind_from(std::string_view name);
/// ok, not_modified and unchanged.
bool is_success(OutcomeKind kind);

struct Redirect {
  int status = 0;
  std::string to;  // absolute URL
};

/// A server's wait, wider than one request: stored by the caller and given back to the fetcher after a restart.
struct HostPause {
  std::string scope;  // "domain:example.org", "host:www.example.org" or "source:be-mfa"
  Time until{};
  int strikes = 0;  // how many in a row; back-off grows with it
};

/// What is known of an origin's robots.txt: like a pause, stored by the caller and given back after a restart.
struct RobotsAnswer {
  std::string origin;                     // "https://example.org"
  bool has_rules = false;                 // it was read, or was not there, at some time
  std::string rules;                      // what it says for vigie, as crawler::RobotsGroup::text; empty allows all
  OutcomeKind refusal = OutcomeKind::ok;  // of the last try: ok, robots_unreachable or refused_address …
  std::string reason;                     // … in words
  int strikes = 0;                        // failures in a row
  Time fetched_at{};
  Time expires_at{};  // then it is asked again
};

/// What came back. `body`: content-encoding undone, charset not.
struct FetchResponse {
  FetchRequest request;
  OutcomeKind kind = OutcomeKind::ok;
  int status = 0;       // last HTTP status, 0 when there was none
  std::string message;  // for people: what went wrong, empty on success
  std::string final_url;
  std::vector<Redirect> redirects;
  std::string content_type;
  Validators validators;  // from this answer; validators.url is the URL that was asked
  std::uint64_t body_hash = 0;
  std::optional<seconds> retry_after;  // the server's word, as a span from fetched_at, clamped
  std::optional<seconds> max_age;      // Cache-Control max-age or Expires, as a span from fetched_at, clamped
  std::string raw_request;             // request line and headers as sent (evidence)
  std::string raw_response;            // status line and headers as received (evidence)
  std::string remote_address;
  std::string body;
  std::string gzip_body;         // of a page: the body as received where its one coding is gzip, else empty (evidence)
  std::string body_sha256;       // hex, of `body`; set by whoever lets the body go before the evidence is kept
  std::uint64_t wire_bytes = 0;  // received, before decoding
  Time fetched_at{};
  std::chrono::milliseconds duration{0};
  std::optional<HostPause> pause;  // this answer (or its robots.txt) began a pause: to be stored
};

/// One row for every attempt, whatever happened. Drives revisit and `status`.
struct FetchOutcome {
  std::string source_id;
  std::string url;
  FetchPurpose purpose = FetchPurpose::feed;
  OutcomeKind kind = OutcomeKind::ok;
  int status = 0;
  std::string message;
  std::uint64_t bytes = 0;
  std::chrono::milliseconds duration{0};
  int entries = 0;      // entries the body held
  int new_entries = 0;  // of them not seen before
  Time at{};
  Time next_check_at{};
};

std::string_view to_string(FetchPurpose purpose);
std::optional<FetchPurpose> fetch_purpose_from(std::string_view name);

/// Health of a source in words a person acts on.
enum class Health { healthy, slow, failing, silent, gone, blocked };
std::string_view to_string(Health health);
std::optional<Health> health_from(std::string_view name);

/// What is remembered of a source between polls: the input and the output of crawler/revisit. Times are UTC; a Time{}
/// of zero means never.
struct SourceState {
  std::string source_id;
  std::string url;  // where it is polled now (a learned redirect may differ from Source::url)
  Validators validators;
  std::uint64_t body_hash = 0;
  Time next_check_at{};
  Time last_attempt_at{};
  Time last_success_at{};
  Time last_new_entry_at{};
  seconds interval{0};          // the adaptive interval now in force
  double entry_gap = 0;         // smoothed seconds between new entries, 0 while unknown
  double rhythm_deviation = 0;  // smoothed mean deviation of that gap
  int consecutive_errors = 0;
  int polls = 0;
  int last_entry_count = 0;
  std::string redirect_candidate;  // permanent redirect seen on recent polls
  int redirect_agreements = 0;
  Health health = Health::healthy;
  Time health_since{};
  std::string health_reason;
  seconds feed_wait{0};  // ttl or sy:update* of the last body that parsed; holds over 304s
};

}  // namespace vigie
