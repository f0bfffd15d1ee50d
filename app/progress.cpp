#include "app/progress.h"

#include <unistd.h>

#include <algorithm>
#include <cstdio>

namespace vigie {
namespace {

using std::chrono::duration_cast;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

std::string duration_text(double in_seconds) {
  const long long whole = static_cast<long long>(in_seconds + 0.5);
  if (whole < 60) return std::to_string(whole) + " s";
  if (whole < 3600) return std::to_string(whole / 60) + " min " + std::to_string(whole % 60) + " s";
  return std::to_string(whole / 3600) + " h " + std::to_string(whole % 3600 / 60) + " min";
}

// At the pace of what is done; 0 while there is none.
double seconds_left(std::size_t done, std::size_t left, double passed) {
  return done == 0 ? 0 : static_cast<double>(left) * passed / static_cast<double>(done);
}

}  // namespace

Progress::Progress(Mode mode)
    : mode_(mode), terminal_(::isatty(STDERR_FILENO) != 0), start_(steady_clock::now()), last_(start_) {}

Progress::~Progress() {
  if (drawn_ && terminal_) std::fputc('\n', stderr);
}

std::string Progress::line(const State& state) const {
  const double passed = std::chrono::duration<double>(steady_clock::now() - start_).count();
  std::string out = state.what + " " + std::to_string(state.done);
  if (state.total > 0) out += "/" + std::to_string(state.total);
  out += ", articles stored " + std::to_string(state.articles);
  if (state.waiting > 0) out += ", pages waiting " + std::to_string(state.waiting);
  if (passed >= 1) {
    out += ", " + std::to_string(static_cast<long long>(static_cast<double>(state.articles) / passed)) + " articles/s";
    const double left = std::max(seconds_left(state.done, state.total - std::min(state.done, state.total), passed),
                                 seconds_left(state.articles, state.waiting, passed));
    if (left > 0) out += ", about " + duration_text(left) + " left";
  }
  return out;
}

void Progress::show(const State& state) {
  if (mode_ == Mode::silent) return;
  const auto now = steady_clock::now();
  if (now - last_ < (terminal_ ? milliseconds{200} : milliseconds{10'000})) return;
  last_ = now;
  std::fprintf(stderr, terminal_ ? "\r\x1b[K%s" : "%s\n", line(state).c_str());
  std::fflush(stderr);
  drawn_ = true;
}

void Progress::finish(const State& state) {
  if (mode_ == Mode::silent) return;
  const double passed = std::chrono::duration<double>(steady_clock::now() - start_).count();
  std::fprintf(stderr, "%s%s, done in %s\n", terminal_ && drawn_ ? "\r\x1b[K" : "", line(state).c_str(),
               duration_text(passed).c_str());
  drawn_ = false;
}

}  // namespace vigie
