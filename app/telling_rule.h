#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/error.h"
#include "model/time.h"

namespace vigie {

/// When a channel may tell of alerts and of sources' health at once. The defaults tell at any hour, ten an hour.
struct TellingRule {
  seconds quiet_from{0};  // of the day, wall clock; equal to quiet_until: never quiet
  seconds quiet_until{0};
  int cap = 10;            // messages …
  seconds cap_span{3600};  // … within this long
};

/// Reads "22:00-06:00" into the rule. Errors: invalid_config.
Expected<void> read_quiet(std::string_view text, TellingRule& rule);

/// Reads "10/h" or "20/d" into the rule. Errors: invalid_config.
Expected<void> read_cap(std::string_view text, TellingRule& rule);

/// Whether a message may go out: not in the quiet hours of `time_zone`, and fewer than the cap among `told`, the times
/// of the messages before.
bool may_tell(const TellingRule& rule, const std::vector<Time>& told, Time now, const std::string& time_zone);

}  // namespace vigie
