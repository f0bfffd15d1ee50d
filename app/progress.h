#pragma once

#include <chrono>
#include <cstddef>
#include <string>

namespace vigie {

/// Progress of long work on stderr: a line rewritten in place on a terminal, a line every ten seconds elsewhere.
class Progress {
 public:
  enum class Mode { show, silent };
  explicit Progress(Mode mode);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  struct State {
    std::string what;  // "sources"
    std::size_t done = 0;
    std::size_t total = 0;     // 0 where it is not known
    std::size_t articles = 0;  // stored so far
    std::size_t waiting = 0;   // pages still to be fetched
  };
  /// Cheap to call often; prints when it is time to.
  void show(const State& state);
  /// Prints the last state for good.
  void finish(const State& state);

 private:
  std::string line(const State& state) const;
  Mode mode_;
  bool terminal_;
  bool drawn_ = false;
  std::chrono::steady_clock::time_point start_;
  std::chrono::steady_clock::time_point last_;
};

}  // namespace vigie
