#include "crawler/robots_cache.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace vigie::crawler {
namespace {

constexpr int k_most_doublings = 6;

}  // namespace

RobotsCache::Origin& RobotsCache::look_up(const std::string& name, Tick now) {
  Origin& origin = origins_[name];
  origin.used = now;
  if (origin.state == Origin::State::known && origin.expires <= now) origin.state = Origin::State::unknown;
  return origin;
}

const RobotsCache::Origin* RobotsCache::find(const std::string& origin) const {
  const auto found = origins_.find(origin);
  return found == origins_.end() ? nullptr : &found->second;
}

std::vector<JobPtr> RobotsCache::arrived(const std::string& name, RobotsFetch result, RobotsGroup group,
                                         std::string_view reason, Tick now) {
  Origin& origin = origins_[name];
  origin.state = Origin::State::known;
  origin.used = now;
  origin.reason = reason;
  if (result == RobotsFetch::unreachable || result == RobotsFetch::refused) {
    origin.refusal = result == RobotsFetch::refused ? OutcomeKind::refused_address : OutcomeKind::robots_unreachable;
    const std::chrono::seconds again = settings_.robots_retry * (1 << std::min(origin.strikes++, k_most_doublings));
    origin.expires = now + schedule_span(std::min(again, settings_.robots_lifetime), settings_);
  } else {
    origin.refusal = OutcomeKind::ok;
    origin.group = result == RobotsFetch::rules ? std::move(group) : RobotsGroup();
    origin.has_rules = true;
    origin.strikes = 0;
    origin.expires = now + schedule_span(settings_.robots_lifetime, settings_);
  }
  std::vector<JobPtr> parked = std::exchange(origin.parked, {});
  count(origin);
  if (bytes_ > settings_.robots_cache_bytes) trim(now);
  return parked;
}

std::vector<JobPtr> RobotsCache::put_off(const std::string& name) {
  Origin& origin = origins_[name];
  origin.state = Origin::State::unknown;
  return std::exchange(origin.parked, {});
}

std::vector<JobPtr> RobotsCache::drain() {
  std::vector<JobPtr> jobs;
  for (auto& [name, origin] : origins_) {
    std::move(origin.parked.begin(), origin.parked.end(), std::back_inserter(jobs));
    origin.parked.clear();
  }
  return jobs;
}

RobotsAnswer RobotsCache::told(const std::string& name, Time wall, Tick now) const {
  RobotsAnswer answer;
  answer.origin = name;
  const Origin* origin = find(name);
  if (origin == nullptr) return answer;
  answer.has_rules = origin->has_rules;
  answer.rules = origin->group.text();
  answer.refusal = origin->refusal;
  answer.reason = origin->reason;
  answer.strikes = origin->strikes;
  answer.fetched_at = wall;
  answer.expires_at = wall + wall_span(std::max(origin->expires - now, Tick{0}), settings_);
  return answer;
}

void RobotsCache::restore(const RobotsAnswer& answer, Time wall, Tick now) {
  Origin& origin = origins_[answer.origin];
  origin.has_rules = answer.has_rules;
  origin.group = RobotsGroup::from_text(answer.rules);
  origin.refusal = answer.refusal;
  origin.reason = answer.reason;
  origin.strikes = std::clamp(answer.strikes, 0, k_most_doublings);
  // A clock that was set back does not make it hold for longer than it may.
  const auto left = std::clamp(answer.expires_at - wall, seconds{0}, seconds{settings_.robots_lifetime});
  origin.state = left > seconds{0} ? Origin::State::known : Origin::State::unknown;
  origin.expires = now + schedule_span(left, settings_);
  origin.used = now;
  count(origin);
  if (bytes_ > settings_.robots_cache_bytes) trim(now);
}

void RobotsCache::count(Origin& origin) {
  bytes_ -= origin.cost;
  origin.cost = origin.group.bytes() + 256;  // with its place in the table
  bytes_ += origin.cost;
}

// Forgets what has not been used for longest, down to three quarters of the budget.
void RobotsCache::trim(Tick now) {
  std::vector<std::pair<Tick, const std::string*>> by_use;
  for (const auto& [name, origin] : origins_) {
    if (origin.state != Origin::State::fetching && origin.cost > 0)
      by_use.emplace_back(origin.expires <= now ? Tick{0} : origin.used, &name);
  }
  std::sort(by_use.begin(), by_use.end());
  for (const auto& [used, name] : by_use) {
    if (bytes_ <= settings_.robots_cache_bytes / 4 * 3) break;
    const auto found = origins_.find(*name);
    bytes_ -= found->second.cost;
    origins_.erase(found);
  }
}

}  // namespace vigie::crawler
