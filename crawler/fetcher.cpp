#include "crawler/fetcher.h"

#include <curl/curl.h>

#include <algorithm>
#include <atomic>
#include <limits>
#include <mutex>
#include <stdexcept>
#include <thread>
#include <utility>

#include "crawler/address.h"
#include "crawler/answer.h"
#include "crawler/bandwidth.h"
#include "crawler/body_room.h"
#include "crawler/frontier.h"
#include "crawler/redirect.h"
#include "crawler/transfer.h"
#include "model/url.h"

namespace vigie::crawler {
namespace {

constexpr Tick k_slow_after{10000};  // a transfer that takes longer counts against the second allowance
constexpr Tick k_look_again{1000};   // how often slow transfers are counted
// Launches between two looks at the sockets: where answers come at once, few transfers are under way and little memory
// is held; where they take long, all the concurrency is reached within 30 ms.
constexpr int k_launches = 16;
constexpr Tick k_launch_pause{2};
constexpr Tick k_room_look{100};               // without room for answers, in case nobody says that there is some
constexpr Tick k_idle{10000};                  // longest sleep with nothing to do
constexpr std::uint64_t k_least_share = 8192;  // bytes a second a transfer gets under a bandwidth cap
constexpr long k_most_connections =
    700;  // idle ones too; below the usual limit of 1024 descriptors with room for others
constexpr long long k_never = std::numeric_limits<long long>::max();

Tick steady_now() { return std::chrono::duration_cast<Tick>(std::chrono::steady_clock::now().time_since_epoch()); }

void initialise_libcurl() {
  static std::once_flag once;
  std::call_once(once, [] {
    if (curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) throw std::runtime_error("cannot initialise libcurl");
  });
}

AddressPolicy policy_of(const NetworkSettings& settings) {
  Expected<AddressPolicy> policy = AddressPolicy::from_blocks(settings.allow_addresses);
  if (!policy) throw std::invalid_argument(policy.error().message);
  return *policy;
}

NetworkSettings completed(NetworkSettings settings) {
  settings.max_concurrency = std::max<std::size_t>(1, settings.max_concurrency);
  settings.per_host = std::max<std::size_t>(1, settings.per_host);
  if (!(settings.clock_rate > 0)) settings.clock_rate = 1;
  if (settings.bandwidth > 0) {
    const std::uint64_t most = std::max<std::uint64_t>(1, settings.bandwidth / k_least_share);
    settings.max_concurrency = static_cast<std::size_t>(std::min<std::uint64_t>(settings.max_concurrency, most));
  }
  if (!settings.now) {
    settings.now = [] { return std::chrono::floor<seconds>(std::chrono::system_clock::now()); };
  }
  return settings;
}

struct MultiDeleter {
  void operator()(CURLM* multi) const { curl_multi_cleanup(multi); }
};

}  // namespace

class Fetcher::Engine {
 public:
  Engine(NetworkSettings given, FetchPort& port, const std::vector<HostPause>& pauses,
         const std::vector<RobotsAnswer>& robots)
      : settings_(completed(std::move(given))),
        policy_(policy_of(settings_)),
        port_(port),
        frontier_(settings_),
        bandwidth_(settings_.bandwidth, steady_now()),
        context_{settings_, policy_, user_agent(settings_), 0} {
    const Time wall = settings_.now();
    for (const HostPause& pause : pauses) frontier_.restore(pause, wall, steady_now());
    for (const RobotsAnswer& answer : robots) frontier_.restore(answer, wall, steady_now());
  }

  ~Engine() { stop(Tick{0}); }
  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;

  void start() {
    initialise_libcurl();
    multi_.reset(curl_multi_init());
    if (multi_ == nullptr) throw std::runtime_error("cannot create a libcurl multi handle");
    curl_multi_setopt(multi_.get(), CURLMOPT_MAXCONNECTS, k_most_connections);
    ended_ = false;
    thread_ = std::thread([this] {
      run();
      ended_ = true;
    });
  }

  void wake() {
    if (multi_ != nullptr) curl_multi_wakeup(multi_.get());
  }

  void begin_stop(std::chrono::milliseconds grace) {
    const long long deadline = (steady_now() + grace).count();
    long long held = stop_at_.load();
    while (deadline < held && !stop_at_.compare_exchange_weak(held, deadline)) {
    }
    wake();
  }

  void stop(std::chrono::milliseconds grace) {
    begin_stop(grace);
    if (thread_.joinable()) thread_.join();
  }

  bool stopped() const { return ended_; }

  FetcherStatus status() const {
    FetcherStatus status;
    status.in_flight = in_flight_;
    status.queued = queued_;
    status.hosts_waiting = hosts_waiting_;
    status.paused = paused_;
    status.requests = requests_;
    status.delivered = delivered_;
    status.wire_bytes = wire_bytes_;
    return status;
  }

 private:
  bool stopping() const { return stop_at_ != k_never; }

  void run() {
    while (true) {
      const Tick now = steady_now();
      if (stopping()) {
        cancel_queued();
        if (now.count() >= stop_at_) cancel_in_flight();
        if (active_.empty()) break;
      } else {
        take_requests(now);
      }
      context_.hold_bodies = !stopping() && !port_.has_room();
      let_bodies_in(context_, active_, stopping(), now);
      const Tick wait = stopping() ? Tick{stop_at_ - now.count()} : launch_ready(now);
      int running = 0;
      curl_multi_perform(multi_.get(), &running);
      const bool any = collect();
      tell_status(now);
      if (any) continue;  // slots are free: look for what can be launched before sleeping
      const auto sleep = std::clamp(wait, Tick{0}, k_idle);
      curl_multi_poll(multi_.get(), nullptr, 0, static_cast<int>(sleep.count()), nullptr);
    }
    tell_status(steady_now());
  }

  void take_requests(Tick now) {
    while (frontier_.queued() < settings_.max_queued) {
      std::optional<FetchRequest> request = port_.next();
      if (!request) return;
      accept(std::move(*request), now);
    }
  }

  // A request becomes a job, unless its address is refused at sight.
  void accept(FetchRequest request, Tick now) {
    auto job = std::make_unique<Job>();
    job->request = std::move(request);
    const Expected<Url> url = parse_url(job->request.url);
    if (!url) {
      const bool scheme = url.error().kind == ErrorKind::unsupported;
      job->target = job->request.url;
      return finish(std::move(job), scheme ? OutcomeKind::refused_scheme : OutcomeKind::malformed, url.error().message);
    }
    set_target(*job, *url);
    if (const Expected<void> allowed = policy_.check_host(url->host); !allowed) {
      return finish(std::move(job), OutcomeKind::refused_address, allowed.error().message);
    }
    frontier_.add(std::move(job), now);
  }

  // Launches what may be; the time until there may be more.
  Tick launch_ready(Tick now) {
    if (!active_.empty() && now - counted_slow_ >= k_look_again) count_slow(now);
    for (int launched = 0;;) {
      if (launched >= k_launches) return k_launch_pause;
      if (!port_.has_room()) return k_room_look;
      if (context_.no_room_to_begin()) return k_look_again;
      if (const Tick wait = bandwidth_.wait(now); wait > Tick{0}) return wait;
      Frontier::Step step = frontier_.next(now);
      if (auto* launch = std::get_if<Frontier::Launch>(&step)) {
        begin(std::move(launch->job), now);
        ++launched;
      } else if (auto* end = std::get_if<Frontier::Finish>(&step)) {
        finish(std::move(end->job), end->kind, std::move(end->message), end->wait, std::move(end->pause));
      } else {
        const Tick until = std::get<Frontier::Wait>(step).until.value_or(now + k_idle) - now;
        return active_.empty() ? until : std::min(until, k_look_again);
      }
    }
  }

  void count_slow(Tick now) {
    counted_slow_ = now;
    frontier_.set_slow(
        static_cast<std::size_t>(std::count_if(active_.begin(), active_.end(), [now](const auto& transfer) {
          return now - transfer->begun() > k_slow_after;
        })));
  }

  void begin(JobPtr job, Tick now) {
    std::unique_ptr<Transfer> transfer;
    if (idle_.empty()) {
      transfer = std::make_unique<Transfer>(context_);
    } else {
      transfer = std::move(idle_.back());
      idle_.pop_back();
    }
    transfer->begin(std::move(job), now);
    curl_multi_add_handle(multi_.get(), transfer->handle());
    ++requests_;
    active_.push_back(std::move(transfer));
    share_bandwidth();
  }

  void share_bandwidth() {
    if (!bandwidth_.capped()) return;
    for (const auto& transfer : active_) transfer->limit_speed(bandwidth_.share(active_.size()));
  }

  // Takes what has ended from libcurl. Whether there was any.
  bool collect() {
    bool any = false;
    int left = 0;
    while (CURLMsg* message = curl_multi_info_read(multi_.get(), &left)) {
      if (message->msg != CURLMSG_DONE) continue;
      void* user = nullptr;
      curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &user);
      complete(*static_cast<Transfer*>(user), message->data.result);
      any = true;
    }
    return any;
  }

  void complete(Transfer& transfer, int code) {
    curl_multi_remove_handle(multi_.get(), transfer.handle());
    Transfer::Ended ended = transfer.end(code);
    retire(transfer);
    const Tick now = steady_now();
    wire_bytes_ += ended.answer.wire_bytes;
    bandwidth_.spend(ended.answer.wire_bytes);
    frontier_.ended(*ended.job, now);
    if (is_redirect(ended.answer)) return follow(std::move(ended), now);
    if (ended.job->robots) return take_robots(*ended.job, ended.answer, now);
    FetchResponse response = make_response(*ended.job, std::move(ended.answer), settings_.now());
    // make_response took the request out of the job; the pause is about it.
    if (response.kind == OutcomeKind::rate_limited || response.kind == OutcomeKind::unavailable) {
      ended.job->request = response.request;
      response.pause = frontier_.pause(*ended.job, response.kind, response.retry_after, response.fetched_at, now);
    } else if (response.status >= 200 && response.status < 400) {
      ended.job->request.source_id = response.request.source_id;
      frontier_.succeeded(*ended.job, now);
    }
    deliver(std::move(response));
  }

  void retire(Transfer& transfer) {
    const auto found =
        std::find_if(active_.begin(), active_.end(), [&](const auto& held) { return held.get() == &transfer; });
    idle_.push_back(std::move(*found));
    *found = std::move(active_.back());
    active_.pop_back();
    share_bandwidth();
  }

  void follow(Transfer::Ended ended, Tick now) {
    JobPtr job = std::move(ended.job);
    const Hop hop = next_hop(*job, ended.answer.head, policy_, settings_.max_redirects);
    if (hop.refusal) {
      if (job->robots) {
        const bool many = hop.refusal == OutcomeKind::redirect_error;
        return learn_robots(*job, many ? RobotsFetch::none : RobotsFetch::unreachable, {}, hop.message, now);
      }
      FetchResponse response = make_response(*job, std::move(ended.answer), settings_.now());
      response.kind = *hop.refusal;
      response.message = hop.message;
      return deliver(std::move(response));
    }
    if (stopping()) {
      if (!job->robots) finish(std::move(job), OutcomeKind::cancelled, "stopped between two redirects");
      return;
    }
    frontier_.add(std::move(job), now);
  }

  void take_robots(const Job& job, const Answer& answer, Tick now) {
    const RobotsFetch result = robots_fetch(answer);
    RobotsGroup group;
    std::string reason;
    if (result == RobotsFetch::rules) group = RobotsRules::parse(answer.body).group(settings_.product);
    if (result == RobotsFetch::unreachable || result == RobotsFetch::refused) {
      reason = answer.failure == OutcomeKind::ok
                   ? job.robots_origin + "/robots.txt answered " + std::to_string(answer.head.status)
                   : answer.message;
    }
    const int status = answer.failure == OutcomeKind::ok ? answer.head.status : 0;
    if (status == 429 || status == 503) {
      const Time wall = settings_.now();
      const auto date = parse_http_date(answer.head.freshness.date, wall);
      frontier_.pause(job, status == 429 ? OutcomeKind::rate_limited : OutcomeKind::unavailable,
                      parse_retry_after(answer.head.retry_after, wall, date), wall, now);
    }
    learn_robots(job, result, std::move(group), reason, now);
  }

  void learn_robots(const Job& job, RobotsFetch result, RobotsGroup group, std::string_view reason, Tick now) {
    frontier_.robots_arrived(job, result, std::move(group), reason, now);
    port_.learned(frontier_.robots_told(job.robots_origin, settings_.now(), now));
  }

  void cancel_queued() {
    for (JobPtr& job : frontier_.drain()) {
      finish(std::move(job), OutcomeKind::cancelled, "stopped before it was sent");
    }
  }

  void cancel_in_flight() {
    while (!active_.empty()) {
      std::unique_ptr<Transfer> transfer = std::move(active_.back());
      active_.pop_back();
      curl_multi_remove_handle(multi_.get(), transfer->handle());
      Transfer::Ended ended = transfer->end(CURLE_ABORTED_BY_CALLBACK);
      frontier_.ended(*ended.job, steady_now());
      if (!ended.job->robots) finish(std::move(ended.job), OutcomeKind::cancelled, "stopped while under way");
    }
    cancel_queued();
  }

  void finish(JobPtr job, OutcomeKind kind, std::string message, std::optional<seconds> wait = {},
              std::optional<HostPause> pause = {}) {
    FetchResponse response;
    response.request = std::move(job->request);
    response.kind = kind;
    response.message = std::move(message);
    response.final_url = std::move(job->target);
    response.redirects = std::move(job->redirects);
    response.retry_after = wait;
    response.pause = std::move(pause);
    response.fetched_at = settings_.now();
    deliver(std::move(response));
  }

  void deliver(FetchResponse response) {
    ++delivered_;
    port_.deliver(std::move(response));
  }

  void tell_status(Tick now) {
    in_flight_ = active_.size();
    queued_ = frontier_.queued();
    hosts_waiting_ = frontier_.hosts_waiting();
    if (now - counted_paused_ < k_look_again) return;
    counted_paused_ = now;
    paused_ = frontier_.paused(now);
  }

  const NetworkSettings settings_;
  const AddressPolicy policy_;
  FetchPort& port_;
  Frontier frontier_;
  Bandwidth bandwidth_;
  TransferContext context_;
  std::unique_ptr<CURLM, MultiDeleter> multi_;
  std::vector<std::unique_ptr<Transfer>> active_;
  std::vector<std::unique_ptr<Transfer>> idle_;
  Tick counted_slow_{0};
  Tick counted_paused_{0};
  std::thread thread_;
  std::atomic<long long> stop_at_{k_never};  // ticks
  std::atomic<bool> ended_{true};
  std::atomic<std::size_t> in_flight_{0};
  std::atomic<std::size_t> queued_{0};
  std::atomic<std::size_t> hosts_waiting_{0};
  std::atomic<std::size_t> paused_{0};
  std::atomic<std::uint64_t> requests_{0};
  std::atomic<std::uint64_t> delivered_{0};
  std::atomic<std::uint64_t> wire_bytes_{0};
};

Fetcher::Fetcher(NetworkSettings settings, FetchPort& port, const std::vector<HostPause>& pauses,
                 const std::vector<RobotsAnswer>& robots)
    : engine_(std::make_unique<Engine>(std::move(settings), port, pauses, robots)) {}
Fetcher::~Fetcher() = default;

void Fetcher::start() { engine_->start(); }
void Fetcher::wake() { engine_->wake(); }
void Fetcher::begin_stop(std::chrono::milliseconds grace) { engine_->begin_stop(grace); }
void Fetcher::stop(std::chrono::milliseconds grace) { engine_->stop(grace); }
bool Fetcher::stopped() const { return engine_->stopped(); }
FetcherStatus Fetcher::status() const { return engine_->status(); }

}  // namespace vigie::crawler
