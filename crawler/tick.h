#pragma once

#include <chrono>

#include "crawler/network_settings.h"

namespace vigie::crawler {

/// A moment of the scheduler's own clock: milliseconds from an arbitrary start, never going back.
using Tick = std::chrono::milliseconds;

/// How long a span of the world's clock lasts on the scheduler's, which may run fast (clock_rate): cut to
/// longest_pause.
Tick schedule_span(std::chrono::seconds span, const NetworkSettings& settings);

/// The reverse, rounded up.
std::chrono::seconds wall_span(Tick span, const NetworkSettings& settings);

}  // namespace vigie::crawler
