#include "crawler/bandwidth.h"

#include <algorithm>

namespace vigie::crawler {

Tick Bandwidth::wait(Tick now) {
  if (!capped()) return Tick{0};
  const auto rate = static_cast<double>(rate_) / 1000;  // bytes a millisecond
  const double burst = rate * 200;
  bucket_ = std::min(burst, bucket_ + rate * static_cast<double>((now - filled_).count()));
  filled_ = now;
  return bucket_ >= 0 ? Tick{0} : Tick{static_cast<long long>(-bucket_ / rate) + 1};
}

std::uint64_t Bandwidth::share(std::size_t transfers) const {
  return std::max<std::uint64_t>(1, rate_ / std::max<std::size_t>(1, transfers));
}

}  // namespace vigie::crawler
