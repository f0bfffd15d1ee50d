#pragma once

#include <optional>
#include <string>

#include "crawler/address.h"
#include "crawler/answer.h"
#include "crawler/frontier.h"
#include "model/url.h"

namespace vigie::crawler {

/// Points a job at a URL: target without fragment and credentials, and origin.
void set_target(Job& job, const Url& url);

/// Where a redirect leads.
struct Hop {
  std::optional<OutcomeKind> refusal;  // not followed, for this reason
  std::string message;                 // with a refusal
};

/// Takes one hop: writes it into job->redirects and points the job at it, unless it is refused: scheme other than http
/// and https, downgrade from https, a refused literal address, a loop, or more than `limit` hops (P11, S2, S4).
Hop next_hop(Job& job, const AnswerHead& head, const AddressPolicy& policy, int limit);

}  // namespace vigie::crawler
