#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "crawler/network_settings.h"
#include "model/fetch.h"

namespace vigie::crawler {

/// Where the network thread takes requests from and leaves answers. All three are called on the network thread and
/// must not block. After making a request available, or room for answers, call Fetcher::wake().
struct FetchPort {
  virtual ~FetchPort() = default;
  /// The next request, or nothing at present.
  virtual std::optional<FetchRequest> next() = 0;
  /// Whether answers are taken; while not, nothing is launched (what is in flight is still delivered).
  virtual bool has_room() = 0;
  /// Takes an answer: exactly one for every request that next() gave.
  virtual void deliver(FetchResponse response) = 0;
  /// Takes what a robots.txt said, for whoever keeps it over a restart.
  virtual void learned(RobotsAnswer) {}
};

/// What the network thread is doing, a snapshot.
struct FetcherStatus {
  std::size_t in_flight = 0;      // transfers under way
  std::size_t queued = 0;         // requests held that are not under way
  std::size_t hosts_waiting = 0;  // hosts with requests held
  std::size_t paused = 0;         // hosts, domains and sources that asked us to wait
  std::uint64_t requests = 0;     // HTTP requests sent since the start: robots.txt and redirects too
  std::uint64_t delivered = 0;    // answers delivered since the start
  std::uint64_t wire_bytes = 0;   // received since the start, before decoding
};

/// The network thread: all of libcurl, robots.txt, politeness, pauses, redirects and address checks are behind it.
/// Members are called from one owning thread, but for wake(), status() and begin_stop(), which any thread may call.
class Fetcher {
 public:
  /// From before a restart: `pauses`, those of FetchResponse::pause still in force, and `robots`, what the port
  /// learned. `port` must outlive the fetcher. Throws std::invalid_argument where allow_addresses cannot be read
  /// (check_network_settings says it as a value).
  Fetcher(NetworkSettings settings, FetchPort& port, const std::vector<HostPause>& pauses = {},
          const std::vector<RobotsAnswer>& robots = {});
  ~Fetcher();  // stop(0)
  Fetcher(const Fetcher&) = delete;
  Fetcher& operator=(const Fetcher&) = delete;

  /// Starts the thread. Throws std::runtime_error when libcurl or the system has no room for it.
  void start();
  /// Says that the port has requests or room.
  void wake();
  /// Launches no more; what is in flight may finish for `grace`, then is cancelled; what is queued is cancelled at
  /// once. Returns without waiting; a second call can shorten the grace.
  void begin_stop(std::chrono::milliseconds grace);
  /// begin_stop, then waits for the thread. Every request taken has been delivered on return.
  void stop(std::chrono::milliseconds grace);
  /// Whether the thread has ended (or was never started).
  bool stopped() const;
  /// Lock-free.
  FetcherStatus status() const;

 private:
  class Engine;
  std::unique_ptr<Engine> engine_;
};

}  // namespace vigie::crawler
