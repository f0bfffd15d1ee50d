#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "crawler/frontier.h"
#include "crawler/headers.h"
#include "model/fetch.h"

namespace vigie::crawler {

/// Status and the headers that matter of one answer, from its header lines as they arrive. A new status line (after a
/// 1xx) starts it anew.
struct AnswerHead {
  int status = 0;
  std::string raw;  // status line and header lines as received
  std::string etag;
  std::string last_modified;
  std::string content_type;
  std::string location;
  std::string retry_after;
  std::string content_encoding;
  std::string mitigated;  // cf-mitigated, x-amzn-waf-action: a bot check says its name
  FreshnessHeaders freshness;

  void take_line(std::string_view line);
};

/// What one HTTP request brought, whatever it was.
struct Answer {
  OutcomeKind failure = OutcomeKind::ok;  // of the transport; ok when an HTTP answer came
  std::string message;                    // with a failure
  AnswerHead head;
  std::string body;
  std::string gzip_body;  // FetchResponse::gzip_body
  std::string raw_request;
  std::string remote_address;
  std::uint64_t wire_bytes = 0;
  std::chrono::milliseconds duration{0};
  bool conditional = false;  // validators were sent
};

/// A redirect that names where to: 301, 302, 303, 307 or 308 with a Location.
bool is_redirect(const Answer& answer);

/// The response to a caller: kind, message, validators, waits. `job` gives up its request; `answer` its body.
FetchResponse make_response(Job& job, Answer&& answer, Time now);

/// What a robots.txt answer means.
RobotsFetch robots_fetch(const Answer& answer);

}  // namespace vigie::crawler
