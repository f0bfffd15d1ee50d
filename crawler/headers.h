#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/time.h"

namespace vigie::crawler {

/// The longest wait a server can impose: what is longer, or overflows, is cut to it.
inline constexpr seconds k_longest_wait{30 * 86400};

/// An HTTP-date in any of the three forms of RFC 9110 5.6.7 (IMF-fixdate, RFC 850, asctime). Two-digit years over 50
/// years ahead of `now` lie in the past.
std::optional<Time> parse_http_date(std::string_view text, Time now);

/// Retry-After (RFC 9110 10.2.3), seconds or HTTP-date, as a span from `now` in [0, k_longest_wait]. Nothing when it is
/// neither. A date is measured against the server's own `date` header where it has one, so that a wrong clock on
/// either side does not lengthen or shorten the wait.
std::optional<seconds> parse_retry_after(std::string_view value, Time now, std::optional<Time> date = {});

/// How long an answer stays fresh by its own word (RFC 9111 4.2.1): Cache-Control's max-age, else Expires minus Date;
/// Age is subtracted. In [0, k_longest_wait]; zero for no-cache and no-store; nothing when the answer says nothing.
/// s-maxage is for shared caches and is ignored.
struct FreshnessHeaders {
  std::string cache_control;  // all field lines joined by ", "
  std::string expires;
  std::string date;
  std::string age;
};
std::optional<seconds> parse_freshness(const FreshnessHeaders& headers, Time now);

/// A field line "Name: value" taken apart; white space around the value trimmed. Nothing without a colon.
struct HeaderLine {
  std::string_view name;
  std::string_view value;
};
std::optional<HeaderLine> split_header(std::string_view line);

}  // namespace vigie::crawler
