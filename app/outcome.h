#pragma once

#include <string>

#include "model/error.h"
#include "model/fetch.h"

namespace vigie {

/// The row stored of an attempt, as far as the network knows it.
FetchOutcome outcome_of(const FetchResponse& response);

/// One log line for it: info for sources, debug for pages.
void log_outcome(const FetchOutcome& outcome);

/// Whether another try may mend this failure of a page.
bool is_passing(OutcomeKind kind, int status);

/// The kind a reader's error ends an attempt with.
OutcomeKind kind_of(const Error& error);

/// The reason code a URL is dropped or retried with: "http_404", "no_article", "robots_denied" …
std::string reason_code(OutcomeKind kind, int status);

/// The reason in words, for `vigie why`.
std::string reason_in_words(const std::string& code);

/// Whether two URLs are of one origin: scheme, host and port.
bool same_origin(const std::string& a, const std::string& b);

/// The host of a URL, or empty.
std::string host_of(const std::string& url);

}  // namespace vigie
