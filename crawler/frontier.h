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

#include "crawler/network_settings.h"
#include "crawler/robots.h"
#include "model/fetch.h"

namespace vigie::crawler {

/// A moment of the scheduler's own clock: milliseconds from an arbitrary start, never going back.
using Tick = std::chrono::milliseconds;

struct FrontierHost;
enum class Place;

/// One thing to be fetched, hop after hop: a caller's request, or the robots.txt that a request needs.
struct Job {
  FetchRequest request;
  bool robots = false;              // the robots.txt of robots_origin; `request` is then our own
  std::string robots_origin;        // whose rules it brings
  std::string target;               // URL of this hop, without fragment and credentials
  std::string origin;               // of target: "https://example.org"
  std::vector<Redirect> redirects;  // hops behind it
  bool last_of_host = false;        // nothing else was queued for its host when it was launched
  // the frontier's own:
  FrontierHost* host = nullptr;
  std::unique_ptr<Job> next;
};
using JobPtr = std::unique_ptr<Job>;

/// What a robots.txt fetch came to.
enum class RobotsFetch {
  rules,        // 2xx: the group is what holds
  none,         // 4xx, too many redirects: everything is allowed (RFC 9309 2.3.1.3)
  unreachable,  // 5xx, 429, no answer: nothing is allowed, unless older rules are known (2.3.1.4)
  refused,      // its address must not be connected to, and so neither must the pages'
};

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
  /// A pause from before a restart.
  void restore(const HostPause& pause, Time wall, Tick now);
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
  std::size_t robots_bytes() const { return robots_bytes_; }

 private:
  struct Origin {
    enum class State : std::uint8_t { unknown, fetching, known } state = State::unknown;
    bool unreachable = false;                               // known: nothing is allowed, for the reason below
    OutcomeKind refusal = OutcomeKind::robots_unreachable;  // what pages are told then
    bool has_rules = false;                                 // group holds an answer of some age
    RobotsGroup group;
    std::string reason;
    std::size_t cost = 0;  // counted in robots_bytes_
    Tick expires{0};
    Tick used{0};
    int strikes = 0;  // failures in a row
    std::vector<JobPtr> parked;
  };
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
  void finish_parked(Origin& origin, const Finish& how);
  void trim_robots(Tick now);
  void sweep_hosts(Tick now);
  Tick schedule_span(seconds span) const;
  seconds wall_span(Tick span) const;

  const NetworkSettings& settings_;
  std::unordered_map<std::string, std::unique_ptr<FrontierHost>> hosts_;
  std::unordered_map<std::string, Origin> origins_;
  std::unordered_map<std::string, Pause> pauses_;  // by scope
  std::priority_queue<Slot, std::vector<Slot>, std::greater<>> slots_;
  std::multimap<Tick, JobPtr> held_;  // jobs of a short pause
  std::deque<Finish> finished_;
  std::uint64_t order_ = 0;
  std::size_t queued_ = 0;
  std::size_t in_flight_ = 0;
  std::size_t slow_ = 0;
  std::size_t hosts_waiting_ = 0;
  std::size_t robots_bytes_ = 0;
  std::size_t sweep_at_ = 4096;
};

/// Scope of a pause for a request: "domain:…", "host:…" or "source:…". `kind` is rate_limited or unavailable.
std::string pause_scope(const FetchRequest& request, std::string_view host, OutcomeKind kind);

/// Origin of the URL the caller asked for, whatever hop the job is at.
std::string first_origin(const Job& job);

/// Host of an origin: "https://example.org:8443" gives "example.org".
std::string_view host_of_origin(std::string_view origin);

}  // namespace vigie::crawler
