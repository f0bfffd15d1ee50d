#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <queue>
#include <string>
#include <string_view>
#include <unordered_map>
#include <variant>
#include <vector>

#include "crawler/job.h"
#include "crawler/network_settings.h"
#include "crawler/robots_cache.h"
#include "crawler/tick.h"
#include "model/fetch.h"

namespace vigie::crawler {

enum class Place;

/// Decides what is fetched when. A state machine without sockets, threads or clocks: everything that happens is told to
/// it, with the time; next() says what to do. One host is asked by one transfer at a time (per_host), the politeness
/// delay counts from the end of an answer, robots.txt comes before the first page of an origin, and a server's wait
/// stops its domain, host or source. Costs O(log hosts) a step, whatever is queued.
class Frontier {
 public:
  explicit Frontier(const NetworkSettings& settings);
  ~Frontier();
  Frontier(const Frontier&) = delete;
  Frontier& operator=(const Frontier&) = delete;

  /// Queues a job whose target and origin are set. One that has redirects goes before what waits at its host.
  void add(JobPtr job, Tick now);

  struct Launch {
    JobPtr job;
  };
  /// A job that ends without a request being sent: robots_denied, robots_unreachable or waiting.
  struct Finish {
    JobPtr job;
    OutcomeKind kind;
    std::string message;
    std::optional<seconds> wait;     // what is left of the server's wait, or of robots.txt's next try
    std::optional<HostPause> pause;  // waiting: the pause in force
  };
  struct Wait {
    std::optional<Tick> until;  // nothing: only an event changes anything
  };
  using Step = std::variant<Launch, Finish, Wait>;
  Step next(Tick now);

  /// The transfer of a launched job has ended: frees its slot; the delay to its host counts from `now`.
  void ended(const Job& job, Tick now);
  /// What the robots.txt job brought (after ended); the requests that waited for it go on.
  void robots_arrived(const Job& job, RobotsFetch result, RobotsGroup group, std::string_view reason, Tick now);

  /// A 429 or 503 answer: pauses its scope (RFC 6585, RFC 9110 15.6.4) and returns the pause, or nothing where a 503
  /// names no wait. A 429 without Retry-After backs off exponentially, jittered by a hash.
  std::optional<HostPause> pause(const Job& job, OutcomeKind kind, std::optional<seconds> retry_after, Time wall,
                                 Tick now);
  /// A pause, or what was known of a robots.txt, from before a restart.
  void restore(const HostPause& pause, Time wall, Tick now);
  void restore(const RobotsAnswer& answer, Time wall, Tick now) { robots_.restore(answer, wall, now); }
  /// What is known of an origin's robots.txt, to be kept over a restart.
  RobotsAnswer robots_told(const std::string& origin, Time wall, Tick now) const {
    return robots_.told(origin, wall, now);
  }
  /// An answer that was no refusal: the next back-off starts anew.
  void succeeded(const Job& job, Tick now);

  /// Transfers that have been under way for long: they count against an allowance of their own of the same size, so
  /// that many slow hosts do not take every slot.
  void set_slow(std::size_t count) { slow_ = count; }
  /// Everything that is not under way, for cancelling.
  std::vector<JobPtr> drain();

  std::size_t queued() const { return queued_; }
  std::size_t in_flight() const { return in_flight_; }
  std::size_t hosts_waiting() const { return hosts_waiting_; }
  std::size_t paused(Tick now) const;
  std::size_t hosts() const { return hosts_.size(); }
  std::size_t robots_bytes() const { return robots_.bytes(); }

 private:
  struct Pause {
    Tick until{0};
    int strikes = 0;
    HostPause told;  // as it is stored
  };
  struct Slot {
    Tick at;
    std::uint64_t order;
    FrontierHost* host;
    bool operator>(const Slot& other) const { return at != other.at ? at > other.at : order > other.order; }
  };

  FrontierHost& host_of(const std::string& origin);
  void enqueue(JobPtr job, Tick now, Place place);
  Step launch(JobPtr job, Tick now);
  void schedule(FrontierHost& host, Tick now);
  void release_held(Tick now);
  std::optional<Step> serve(FrontierHost& host, Tick now);
  std::optional<Step> gate(JobPtr job, Tick now);
  std::optional<Step> through_robots(JobPtr job, Tick now);
  JobPtr robots_job(const Job& job) const;
  std::pair<std::string, Pause*> pause_of(const Job& job, Tick now);
  void sweep_hosts(Tick now);

  const NetworkSettings& settings_;
  std::unordered_map<std::string, std::unique_ptr<FrontierHost>> hosts_;
  RobotsCache robots_;
  std::unordered_map<std::string, Pause> pauses_;  // by scope
  std::priority_queue<Slot, std::vector<Slot>, std::greater<>> slots_;
  std::multimap<Tick, JobPtr> held_;  // jobs of a short pause
  std::deque<Finish> finished_;
  std::uint64_t order_ = 0;
  std::size_t queued_ = 0;
  std::size_t in_flight_ = 0;
  std::size_t slow_ = 0;
  std::size_t hosts_waiting_ = 0;
  std::size_t sweep_at_ = 4096;
};

/// Scope of a pause for a request: "domain:…", "host:…" or "source:…". `kind` is rate_limited or unavailable.
std::string pause_scope(const FetchRequest& request, std::string_view host, OutcomeKind kind);

/// Host of an origin: "https://example.org:8443" gives "example.org".
std::string_view host_of_origin(std::string_view origin);

}  // namespace vigie::crawler
