#include "app/outcome.h"

#include <array>
#include <utility>

#include "app/log.h"
#include "model/url.h"

namespace vigie {

FetchOutcome outcome_of(const FetchResponse& response) {
  FetchOutcome outcome;
  outcome.source_id = response.request.source_id;
  outcome.url = response.request.url;
  outcome.purpose = response.request.purpose;
  outcome.kind = response.kind;
  outcome.status = response.status;
  outcome.message = response.message;
  outcome.bytes = response.wire_bytes;
  outcome.duration = response.duration;
  outcome.at = response.fetched_at;
  return outcome;
}

void log_outcome(const FetchOutcome& outcome) {
  LogEntry entry("fetch");
  entry("source", outcome.source_id)("kind", to_string(outcome.kind))("status", outcome.status);
  entry("ms", outcome.duration.count())("kb", static_cast<long long>(outcome.bytes / 1000));
  if (outcome.purpose == FetchPurpose::page) {
    entry("url", outcome.url);
    if (!outcome.message.empty()) entry("message", outcome.message);
    return entry.debug();
  }
  entry("entries", outcome.entries)("new", outcome.new_entries)("next", format_iso8601(outcome.next_check_at));
  if (!outcome.message.empty()) entry("message", outcome.message);
  entry.info();
}

bool is_passing(OutcomeKind kind, int status) {
  switch (kind) {
    case OutcomeKind::rate_limited:
    case OutcomeKind::unavailable:
    case OutcomeKind::dns_error:
    case OutcomeKind::connect_error:
    case OutcomeKind::tls_error:
    case OutcomeKind::timeout:
    case OutcomeKind::waiting:
    case OutcomeKind::robots_unreachable:
    case OutcomeKind::bad_encoding:
      return true;
    case OutcomeKind::http_error:
      return status >= 500 || status == 408 || status == 425;
    default:
      return false;
  }
}

OutcomeKind kind_of(const Error& error) {
  if (error.kind == ErrorKind::no_article) return OutcomeKind::no_article;
  return error.kind == ErrorKind::limit ? OutcomeKind::too_large : OutcomeKind::malformed;
}

std::string reason_code(OutcomeKind kind, int status) {
  if (kind == OutcomeKind::http_error && status != 0) return "http_" + std::to_string(status);
  return std::string(to_string(kind));
}

std::string reason_in_words(const std::string& code) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 24> k_words{{
      {"not_candidate", "title and summary do not look like a cyber operation; the page was not fetched"},
      {"no_link", "the entry has no link"},
      {"bad_link", "the entry's link is not an http or https address"},
      {"duplicate_url", "another address of an article already stored"},
      {"no_article", "the page holds no article"},
      {"malformed", "the page could not be read"},
      {"too_large", "the page is over the size limit"},
      {"robots_denied", "robots.txt forbids it"},
      {"robots_unreachable", "robots.txt could not be had, which means no (RFC 9309 2.3.1.4)"},
      {"gone", "the server says it is gone for good (410)"},
      {"rate_limited", "the server asked to slow down (429)"},
      {"unavailable", "the server asked to come back later (503)"},
      {"dns_error", "the host's name does not resolve"},
      {"connect_error", "the connection was refused, reset or broken off"},
      {"tls_error", "the certificate could not be verified"},
      {"timeout", "the answer took too long"},
      {"bad_encoding", "the answer's content encoding does not decode"},
      {"redirect_error", "the redirects loop, are too many, or lead from https to http"},
      {"refused_address", "the address is not public and not allowed by [network] allow_addresses"},
      {"refused_scheme", "the address is neither http nor https"},
      {"waiting", "the host asked to wait"},
      {"pruned", "stored once, then deleted by the retention rules"},
      {"empty", "the answer had no content"},
      {"bot_check", "the site showed a bot check instead of the content"},
  }};
  for (const auto& [known, words] : k_words) {
    if (known == code) return std::string(words);
  }
  if (code.starts_with("http_")) return "the server answered with status " + code.substr(5);
  return code;
}

bool same_origin(const std::string& a, const std::string& b) {
  const Expected<Url> first = parse_url(a);
  const Expected<Url> second = parse_url(b);
  return first && second && first->origin() == second->origin();
}

std::string host_of(const std::string& url) {
  const Expected<Url> parsed = parse_url(url);
  return parsed ? parsed->host : std::string();
}

}  // namespace vigie
