#include "crawler/tick.h"

#include <algorithm>
#include <cmath>

namespace vigie::crawler {

Tick schedule_span(std::chrono::seconds span, const NetworkSettings& settings) {
  const std::chrono::seconds cut = std::clamp(span, std::chrono::seconds{0}, settings.longest_pause);
  return Tick{static_cast<long long>(static_cast<double>(Tick{cut}.count()) / settings.clock_rate)};
}

std::chrono::seconds wall_span(Tick span, const NetworkSettings& settings) {
  const double seconds = static_cast<double>(span.count()) / 1000.0 * settings.clock_rate;
  return std::chrono::seconds{std::llround(std::ceil(seconds))};
}

}  // namespace vigie::crawler
