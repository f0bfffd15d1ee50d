#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

namespace vigie {

/// Calls `work(0)` … `work(count - 1)`, spread over one thread a core; returns when all are done. `work` must not throw
/// and must be safe to call from several threads.
template <typename Work>
void for_each_on_all_cores(std::size_t count, const Work& work) {
  std::atomic<std::size_t> next{0};
  const auto run = [&] {
    for (std::size_t i = next++; i < count; i = next++) work(i);
  };
  const std::size_t helpers = std::min<std::size_t>(std::max(1U, std::thread::hardware_concurrency()), count);
  std::vector<std::jthread> threads;
  for (std::size_t i = 1; i < helpers; ++i) threads.emplace_back(run);
  run();
}

}  // namespace vigie
