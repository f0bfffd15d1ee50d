#pragma once

#include <cstddef>
#include <cstdint>

#include "crawler/tick.h"

namespace vigie::crawler {

/// The cap on all transfers together. libcurl's own limit lets the first bytes of each through unbraked, so what has
/// come in is reckoned against a bucket that fills at the cap, and nothing is launched while it is overdrawn.
class Bandwidth {
 public:
  /// `rate`: bytes a second, 0 for no cap.
  Bandwidth(std::uint64_t rate, Tick now) : rate_(rate), filled_(now) {}

  bool capped() const { return rate_ > 0; }
  /// How long nothing may be launched.
  Tick wait(Tick now);
  void spend(std::uint64_t bytes) { bucket_ -= static_cast<double>(bytes); }
  /// What each of `transfers` may take, bytes a second.
  std::uint64_t share(std::size_t transfers) const;

 private:
  std::uint64_t rate_;
  Tick filled_;
  double bucket_ = 0;  // bytes that may come in, below zero when too many have
};

}  // namespace vigie::crawler
