#pragma once

#include <chrono>

#include "model/time.h"

namespace vigie {

/// The wall clock, or one that runs `rate` times as fast from its making on (soak tests).
class Clock {
 public:
  explicit Clock(double rate = 1) : rate_(rate), start_(std::chrono::system_clock::now()) {}

  Time now() const {
    const auto wall = std::chrono::system_clock::now();
    if (rate_ == 1) return std::chrono::floor<seconds>(wall);
    const std::chrono::duration<double> passed = (wall - start_) * rate_;
    return std::chrono::floor<seconds>(start_ +
                                       std::chrono::duration_cast<std::chrono::system_clock::duration>(passed));
  }
  double rate() const { return rate_; }

 private:
  double rate_;
  std::chrono::system_clock::time_point start_;
};

}  // namespace vigie
