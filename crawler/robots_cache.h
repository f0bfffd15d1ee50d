#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "crawler/job.h"
#include "crawler/network_settings.h"
#include "crawler/robots.h"
#include "crawler/tick.h"
#include "model/fetch.h"

namespace vigie::crawler {

/// What a robots.txt fetch came to.
enum class RobotsFetch {
  rules,        // 2xx: the group is what holds
  none,         // 4xx, too many redirects: everything is allowed (RFC 9309 2.3.1.3)
  unreachable,  // 5xx, 429, no answer: nothing is allowed, unless older rules are known (2.3.1.4)
  refused,      // its address must not be connected to, and so neither must the pages'
};

/// What every origin's robots.txt said, for a day each (RFC 9309 2.4), within a budget of memory; and the jobs that
/// wait for one. Rules once read hold on while the file cannot be had. No clock of its own.
class RobotsCache {
 public:
  struct Origin {
    enum class State : std::uint8_t { unknown, fetching, known } state = State::unknown;
    bool has_rules = false;                 // group holds an answer of some age
    OutcomeKind refusal = OutcomeKind::ok;  // of the last try: robots_unreachable or refused_address, for the reason
    std::string reason;
    RobotsGroup group;
    Tick expires{0};
    Tick used{0};
    int strikes = 0;       // failures in a row
    std::size_t cost = 0;  // counted in bytes()
    std::vector<JobPtr> parked;

    /// Nothing is allowed, since nothing is known.
    bool forbids_all() const { return refusal != OutcomeKind::ok && !has_rules; }
  };

  explicit RobotsCache(const NetworkSettings& settings) : settings_(settings) {}

  /// The origin's place, made if need be; what is known of it is unknown again once it has expired.
  Origin& look_up(const std::string& origin, Tick now);
  /// The same without marking it used; null where nothing is known.
  const Origin* find(const std::string& origin) const;

  /// What the fetch of an origin's robots.txt came to. Returns the jobs that waited for it. May forget others.
  std::vector<JobPtr> arrived(const std::string& origin, RobotsFetch result, RobotsGroup group, std::string_view reason,
                              Tick now);
  /// The fetch did not take place. Returns the jobs that waited for it.
  std::vector<JobPtr> put_off(const std::string& origin);
  /// All jobs that wait, for cancelling.
  std::vector<JobPtr> drain();

  /// What is known of an origin, to be kept over a restart.
  RobotsAnswer told(const std::string& origin, Time wall, Tick now) const;
  /// What was known before a restart: expired rules are kept for the case that the file cannot be had.
  void restore(const RobotsAnswer& answer, Time wall, Tick now);

  std::size_t bytes() const { return bytes_; }

 private:
  void count(Origin& origin);
  void trim(Tick now);

  const NetworkSettings& settings_;
  std::unordered_map<std::string, Origin> origins_;
  std::size_t bytes_ = 0;
};

}  // namespace vigie::crawler
