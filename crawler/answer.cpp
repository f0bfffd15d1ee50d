#include "crawler/answer.h"

#include <array>
#include <optional>
#include <utility>

#include "crawler/bot_check.h"
#include "model/text.h"

namespace vigie::crawler {
namespace {

constexpr std::size_t k_small_page = 32'768;

// Status of "HTTP/1.1 200 OK" or "HTTP/2 200".
int read_status(std::string_view line) {
  const std::size_t space = line.find(' ');
  if (space == std::string_view::npos || space + 3 >= line.size()) return 0;
  int status = 0;
  for (std::size_t i = space + 1; i < space + 4; ++i) {
    if (line[i] < '0' || line[i] > '9') return 0;
    status = status * 10 + (line[i] - '0');
  }
  return status;
}

void join(std::string& list, std::string_view value) {
  if (!list.empty()) list += ", ";
  list += value;
}

std::string status_message(const Answer& answer) {
  const int status = answer.head.status;
  std::string message = "answered " + std::to_string(status);
  if (status == 304) message += " to a request without validators";
  if (status == 206) message += " though no part was asked for";
  return message;
}

OutcomeKind kind_of_status(const Answer& answer) {
  const int status = answer.head.status;
  if (status == 304 && answer.conditional) return OutcomeKind::not_modified;
  if (status == 410) return OutcomeKind::gone;
  if (status == 429) return OutcomeKind::rate_limited;
  if (status == 503) return OutcomeKind::unavailable;
  if (status >= 200 && status < 300 && status != 206) return OutcomeKind::ok;
  return OutcomeKind::http_error;
}

// The product behind a page that is shown instead of the content; its own header says it surest.
std::optional<std::string> find_bot_check(const Answer& answer, OutcomeKind kind, FetchPurpose purpose) {
  const int status = answer.head.status;
  if (!answer.head.mitigated.empty()) return answer.head.mitigated;
  const bool refusal = status == 401 || status == 403 || status == 429 || status == 503 || status == 202;
  const bool out_of_place = kind == OutcomeKind::ok && purpose != FetchPurpose::page && looks_like_html(answer.body);
  // A page of this size holds an article; interstitials are small.
  const bool small = kind == OutcomeKind::ok && answer.body.size() < k_small_page;
  if (!refusal && !out_of_place && !small) return std::nullopt;
  if (const auto product = bot_check(answer.body)) return std::string(*product);
  return std::nullopt;
}

}  // namespace

void AnswerHead::take_line(std::string_view line) {
  if (line.substr(0, 5) == "HTTP/") {
    *this = AnswerHead{};
    status = read_status(line);
    raw = line;
    return;
  }
  raw += line;
  const std::optional<HeaderLine> field = split_header(line);
  if (!field) return;
  struct Known {
    std::string_view name;
    std::string AnswerHead::*value;
  };
  constexpr std::array k_known{
      Known{"etag", &AnswerHead::etag},
      Known{"last-modified", &AnswerHead::last_modified},
      Known{"location", &AnswerHead::location},
      Known{"content-type", &AnswerHead::content_type},
      Known{"retry-after", &AnswerHead::retry_after},
      Known{"content-encoding", &AnswerHead::content_encoding},
  };
  for (const Known& known : k_known) {
    if (equals_ignoring_ascii_case(field->name, known.name)) {
      this->*known.value = field->value;
      return;
    }
  }
  if (equals_ignoring_ascii_case(field->name, "cache-control")) join(freshness.cache_control, field->value);
  if (equals_ignoring_ascii_case(field->name, "expires")) freshness.expires = field->value;
  if (equals_ignoring_ascii_case(field->name, "date")) freshness.date = field->value;
  if (equals_ignoring_ascii_case(field->name, "age")) freshness.age = field->value;
  if (equals_ignoring_ascii_case(field->name, "cf-mitigated") && field->value == "challenge") mitigated = "Cloudflare";
  if (equals_ignoring_ascii_case(field->name, "x-amzn-waf-action")) mitigated = "AWS WAF";
}

bool is_redirect(const Answer& answer) {
  const int status = answer.head.status;
  const bool redirects = status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
  return answer.failure == OutcomeKind::ok && redirects && !answer.head.location.empty();
}

FetchResponse make_response(Job& job, Answer&& answer, Time now) {
  FetchResponse response;
  response.request = std::move(job.request);
  const FetchRequest& request = response.request;
  response.final_url = job.target;
  response.redirects = std::move(job.redirects);
  response.status = answer.head.status;
  response.fetched_at = now;
  response.duration = answer.duration;
  response.raw_request = std::move(answer.raw_request);
  response.remote_address = std::move(answer.remote_address);
  response.wire_bytes = answer.wire_bytes;
  response.content_type = answer.head.content_type;
  response.max_age = parse_freshness(answer.head.freshness, now);
  response.retry_after =
      parse_retry_after(answer.head.retry_after, now, parse_http_date(answer.head.freshness.date, now));
  if (answer.failure != OutcomeKind::ok) {
    response.kind = answer.failure;
    response.message = std::move(answer.message);
    response.raw_response = std::move(answer.head.raw);
    return response;
  }
  response.kind = kind_of_status(answer);
  if (!is_success(response.kind)) response.message = status_message(answer);
  if (const auto product = find_bot_check(answer, response.kind, request.purpose)) {
    // What a 429 asks for is obeyed whoever wrote it.
    if (response.kind != OutcomeKind::rate_limited) response.kind = OutcomeKind::bot_check;
    response.message = "a bot check of " + *product + " stands in place of the content";
  }
  response.raw_response = std::move(answer.head.raw);
  response.validators = {response.redirects.empty() ? request.url : job.target, std::move(answer.head.etag),
                         std::move(answer.head.last_modified)};
  if (response.kind == OutcomeKind::not_modified) {
    // A 304 repeats only what changed (RFC 9110 15.4.5).
    if (response.validators.etag.empty()) response.validators.etag = request.validators.etag;
    if (response.validators.last_modified.empty()) response.validators.last_modified = request.validators.last_modified;
    response.body_hash = request.body_hash;
  }
  if (response.kind != OutcomeKind::ok) return response;
  if (answer.body.empty()) {
    response.kind = OutcomeKind::empty;
    response.message = "answered " + std::to_string(response.status) + " with an empty body";
    return response;
  }
  if (request.purpose != FetchPurpose::page || request.body_hash != 0) {
    response.body_hash = hash64(answer.body);
    if (response.body_hash == request.body_hash) {
      response.kind = OutcomeKind::unchanged;
      return response;
    }
  }
  response.body = std::move(answer.body);
  response.gzip_body = std::move(answer.gzip_body);
  return response;
}

RobotsFetch robots_fetch(const Answer& answer) {
  if (answer.failure == OutcomeKind::refused_address) return RobotsFetch::refused;
  if (answer.failure != OutcomeKind::ok) return RobotsFetch::unreachable;
  const int status = answer.head.status;
  if (status >= 200 && status < 300) return RobotsFetch::rules;
  if (status == 429 || status >= 500 || status < 200) return RobotsFetch::unreachable;
  return RobotsFetch::none;
}

}  // namespace vigie::crawler
