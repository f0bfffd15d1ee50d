#include "crawler/frontier.h"

#include <algorithm>
#include <utility>

#include "crawler/frontier_host.h"
#include "model/text.h"
#include "model/url.h"

namespace vigie::crawler {
namespace {

constexpr int k_most_strikes = 12;            // 2^12 times the first back-off is beyond every cap
constexpr std::size_t k_most_pauses = 10000;  // then those that have passed are forgotten
constexpr seconds k_back_off_cap{86400};      // of our own back-off

bool obeys_robots(const FetchRequest& request) {
  // A feed or sitemap is offered to programs and was named by a person; what is read off it is not.
  return request.purpose == FetchPurpose::page || request.purpose == FetchPurpose::listing;
}

}  // namespace

std::string_view host_of_origin(std::string_view origin) {
  const std::size_t begin = origin.find("://");
  std::string_view host = begin == std::string_view::npos ? origin : origin.substr(begin + 3);
  const std::size_t bracket = host.find(']');
  const std::size_t colon = host.find(':', bracket == std::string_view::npos ? 0 : bracket);
  return host.substr(0, colon);
}

std::string first_origin(const Job& job) {
  if (job.redirects.empty()) return job.origin;
  const auto url = parse_url(job.request.url);
  return url ? url->origin() : std::string();
}

std::string pause_scope(const FetchRequest& request, std::string_view host, OutcomeKind kind) {
  std::string_view scope = request.wait_scope;
  if (scope.empty()) scope = kind == OutcomeKind::rate_limited ? "domain" : "source";
  if (scope == "source" && !request.source_id.empty()) return "source:" + request.source_id;
  if (scope == "domain") return "domain:" + registrable_domain(host);
  return "host:" + std::string(host);
}

Frontier::Frontier(const NetworkSettings& settings) : settings_(settings), robots_(settings) {}
Frontier::~Frontier() = default;

FrontierHost& Frontier::host_of(const std::string& origin) {
  const std::string name(host_of_origin(origin));
  std::unique_ptr<FrontierHost>& host = hosts_[name];
  if (host == nullptr) {
    host = std::make_unique<FrontierHost>();
    host->name = name;
  }
  return *host;
}

void Frontier::add(JobPtr job, Tick now) {
  if (hosts_.size() > sweep_at_) sweep_hosts(now);
  enqueue(std::move(job), now, Place::back);
}

void Frontier::enqueue(JobPtr job, Tick now, Place place) {
  FrontierHost& host = host_of(job->origin);
  job->host = &host;
  if (host.count == 0) ++hosts_waiting_;
  host.push(std::move(job), place);
  ++queued_;
  schedule(host, now);
}

void Frontier::schedule(FrontierHost& host, Tick now) {
  if (host.scheduled || host.count == 0 || host.in_flight >= settings_.per_host) return;
  host.scheduled = true;
  slots_.push({std::max(now, host.free_at), ++order_, &host});
}

void Frontier::release_held(Tick now) {
  while (!held_.empty() && held_.begin()->first <= now) {
    JobPtr job = std::move(held_.begin()->second);
    held_.erase(held_.begin());
    --queued_;
    enqueue(std::move(job), now, Place::back);
  }
}

Frontier::Step Frontier::next(Tick now) {
  release_held(now);
  while (true) {
    if (!finished_.empty()) {
      Finish finish = std::move(finished_.front());
      finished_.pop_front();
      return finish;
    }
    const std::size_t counted = in_flight_ - std::min({slow_, in_flight_, settings_.max_concurrency});
    if (counted >= settings_.max_concurrency) return Wait{};
    std::optional<Tick> until;
    if (!held_.empty()) until = held_.begin()->first;
    if (slots_.empty() || slots_.top().at > now) {
      if (!slots_.empty()) until = std::min(until.value_or(slots_.top().at), slots_.top().at);
      return Wait{until};
    }
    FrontierHost& host = *slots_.top().host;
    slots_.pop();
    host.scheduled = false;
    if (host.free_at > now || host.in_flight >= settings_.per_host) {
      schedule(host, now);
      continue;
    }
    std::optional<Step> step = serve(host, now);
    schedule(host, now);
    if (step) return std::move(*step);
  }
}

std::optional<Frontier::Step> Frontier::serve(FrontierHost& host, Tick now) {
  JobPtr job = host.pop();
  if (job == nullptr) return std::nullopt;
  --queued_;
  if (host.count == 0) --hosts_waiting_;
  return gate(std::move(job), now);
}

// Lets a job through to the network, or says why not, or keeps it for later (nothing is returned then).
std::optional<Frontier::Step> Frontier::gate(JobPtr job, Tick now) {
  if (!pauses_.empty()) {
    const auto [scope, pause] = pause_of(*job, now);
    if (pause != nullptr) {
      const Tick left = pause->until - now;
      if (left <= settings_.hold_at_most) {
        ++queued_;
        held_.emplace(pause->until, std::move(job));
        return std::nullopt;
      }
      Finish finish{nullptr, OutcomeKind::waiting, {}, wall_span(left, settings_), pause->told};
      finish.message = scope + " asked to wait; " + format_span(*finish.wait) + " are left";
      if (job->robots) {
        for (JobPtr& waiting : robots_.put_off(job->robots_origin)) {
          --queued_;
          finished_.push_back({std::move(waiting), finish.kind, finish.message, finish.wait, finish.pause});
        }
        return std::nullopt;
      }
      finish.job = std::move(job);
      return finish;
    }
  }
  if (!job->robots && obeys_robots(job->request)) return through_robots(std::move(job), now);
  return launch(std::move(job), now);
}

Frontier::Step Frontier::launch(JobPtr job, Tick now) {
  FrontierHost& host = *job->host;
  ++host.in_flight;
  ++in_flight_;
  // Several at once to a host are spaced as well.
  host.free_at = std::max(host.free_at, now + settings_.politeness_delay);
  job->last_of_host = host.count == 0;
  return Launch{std::move(job)};
}

std::optional<Frontier::Step> Frontier::through_robots(JobPtr job, Tick now) {
  using Origin = RobotsCache::Origin;
  Origin& origin = robots_.look_up(job->origin, now);
  if (origin.state == Origin::State::unknown) {
    JobPtr robots = robots_job(*job);
    origin.state = Origin::State::fetching;
    ++queued_;
    origin.parked.push_back(std::move(job));
    robots->host = origin.parked.back()->host;
    return gate(std::move(robots), now);
  }
  if (origin.state == Origin::State::fetching) {
    ++queued_;
    origin.parked.push_back(std::move(job));
    return std::nullopt;
  }
  if (origin.forbids_all()) {
    return Finish{std::move(job), origin.refusal, origin.reason, wall_span(origin.expires - now, settings_), {}};
  }
  if (!origin.group.allowed(job->target)) {
    std::string message = job->origin + "/robots.txt forbids " + job->target;
    return Finish{std::move(job), OutcomeKind::robots_denied, std::move(message), {}, {}};
  }
  return launch(std::move(job), now);
}

JobPtr Frontier::robots_job(const Job& job) const {
  auto robots = std::make_unique<Job>();
  robots->robots = true;
  robots->robots_origin = robots->origin = job.origin;
  robots->target = job.origin + "/robots.txt";
  robots->request.url = robots->target;
  robots->request.source_id = job.request.source_id;
  robots->request.insecure_tls = job.request.insecure_tls;
  robots->request.wait_scope = job.request.wait_scope;
  return robots;
}

void Frontier::ended(const Job& job, Tick now) {
  FrontierHost& host = *job.host;
  --host.in_flight;
  --in_flight_;
  std::chrono::milliseconds delay = settings_.politeness_delay;
  if (const RobotsCache::Origin* origin = robots_.find(job.origin)) {
    const auto asked = origin->group.crawl_delay().value_or(std::chrono::milliseconds{0});
    delay = std::max(delay, std::min(asked, settings_.crawl_delay_cap));
  }
  host.free_at = std::max(host.free_at, now + delay);
  schedule(host, now);
}

void Frontier::robots_arrived(const Job& job, RobotsFetch result, RobotsGroup group, std::string_view reason,
                              Tick now) {
  if (result == RobotsFetch::rules) {
    // The rules may ask for more time than the one that fetched them was held to.
    FrontierHost& host = host_of(job.robots_origin);
    const auto asked = group.crawl_delay().value_or(std::chrono::milliseconds{0});
    host.free_at = std::max(host.free_at, now + std::min(asked, settings_.crawl_delay_cap));
  }
  std::vector<JobPtr> parked = robots_.arrived(job.robots_origin, result, std::move(group), reason, now);
  queued_ -= parked.size();
  // From the last to the first, each to the front: their order stays.
  for (auto waiting = parked.rbegin(); waiting != parked.rend(); ++waiting) {
    enqueue(std::move(*waiting), now, Place::front);
  }
}

std::pair<std::string, Frontier::Pause*> Frontier::pause_of(const Job& job, Tick now) {
  const std::string_view host = host_of_origin(job.origin);
  std::pair<std::string, Pause*> longest{{}, nullptr};
  const auto look = [&](std::string scope) {
    const auto found = pauses_.find(scope);
    if (found == pauses_.end() || found->second.until <= now) return;
    if (longest.second == nullptr || found->second.until > longest.second->until) {
      longest = {std::move(scope), &found->second};
    }
  };
  look("domain:" + registrable_domain(host));
  look("host:" + std::string(host));
  look("source:" + job.request.source_id);
  return longest;
}

std::optional<HostPause> Frontier::pause(const Job& job, OutcomeKind kind, std::optional<seconds> retry_after,
                                         Time wall, Tick now) {
  if (kind == OutcomeKind::unavailable && !retry_after) return std::nullopt;
  const std::string scope = pause_scope(job.request, host_of_origin(job.origin), kind);
  if (pauses_.size() >= k_most_pauses) {
    std::erase_if(pauses_, [now](const auto& held) { return held.second.until <= now; });
  }
  Pause& pause = pauses_[scope];
  seconds wait = retry_after.value_or(seconds{0});
  if (wait <= seconds{0}) {
    // No wait, or one that lies in the past: our own, doubling, and up to half as long again by chance.
    const int doublings = std::min(pause.strikes, k_most_strikes);
    wait = std::min(settings_.backoff_first * (1L << doublings), k_back_off_cap);
    const auto chance = hash64(scope, static_cast<std::uint64_t>(pause.strikes)) % 1024;
    wait += seconds{wait.count() * static_cast<long long>(chance) / 2048};
  }
  wait = std::min(wait, settings_.longest_pause);
  pause.strikes = std::min(pause.strikes + 1, k_most_strikes);
  pause.until = std::max(pause.until, now + schedule_span(wait, settings_));
  pause.told = HostPause{scope, wall + wall_span(pause.until - now, settings_), pause.strikes};
  return pause.told;
}

void Frontier::restore(const HostPause& pause, Time wall, Tick now) {
  // One that has just passed still counts when the next back-off is reckoned.
  if (pause.until + k_back_off_cap <= wall) return;
  pauses_[pause.scope] = {now + schedule_span(std::max(pause.until - wall, seconds{0}), settings_),
                          std::clamp(pause.strikes, 0, k_most_strikes), pause};
}

void Frontier::succeeded(const Job& job, Tick now) {
  if (pauses_.empty()) return;
  const std::string host(host_of_origin(job.origin));
  // A pause still in force was begun by a later answer than the one this was sent before.
  for (const std::string& scope :
       {"domain:" + registrable_domain(host), "host:" + host, "source:" + job.request.source_id}) {
    const auto found = pauses_.find(scope);
    if (found != pauses_.end() && found->second.until <= now) pauses_.erase(found);
  }
}

std::size_t Frontier::paused(Tick now) const {
  return static_cast<std::size_t>(
      std::count_if(pauses_.begin(), pauses_.end(), [now](const auto& pause) { return pause.second.until > now; }));
}

std::vector<JobPtr> Frontier::drain() {
  std::vector<JobPtr> jobs;
  const auto take = [&jobs](JobPtr job) {
    if (!job->robots) jobs.push_back(std::move(job));
  };
  for (auto& [name, host] : hosts_) {
    while (JobPtr job = host->pop()) take(std::move(job));
  }
  for (JobPtr& job : robots_.drain()) take(std::move(job));
  for (auto& [until, job] : held_) take(std::move(job));
  held_.clear();
  for (Finish& finish : finished_) take(std::move(finish.job));
  finished_.clear();
  queued_ = hosts_waiting_ = 0;
  return jobs;
}

void Frontier::sweep_hosts(Tick now) {
  for (auto at = hosts_.begin(); at != hosts_.end();) {
    const FrontierHost& host = *at->second;
    const bool idle = host.count == 0 && host.in_flight == 0 && !host.scheduled && host.free_at <= now;
    at = idle ? hosts_.erase(at) : std::next(at);
  }
  sweep_at_ = std::max<std::size_t>(4096, hosts_.size() * 2);
}

}  // namespace vigie::crawler
