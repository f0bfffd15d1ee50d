#pragma once

#include <vector>

#include "crawler/network_settings.h"
#include "model/fetch.h"

namespace vigie {

/// Fetches a handful of addresses with the daemon's own network thread, as politely, and waits for all of them. Answers
/// are in order of the requests; ids are set here. At most `patience` is waited, then what is left is cancelled.
std::vector<FetchResponse> fetch_batch(std::vector<FetchRequest> requests, const crawler::NetworkSettings& settings,
                                       seconds patience);

}  // namespace vigie
