#include "app/daemon.h"

#include <algorithm>
#include <atomic>
#include <nlohmann/json.hpp>
#include <utility>

#include "app/log.h"
#include "app/network_settings.h"
#include "app/outcome.h"
#include "model/url.h"

namespace vigie {
namespace {

using std::chrono::milliseconds;

constexpr std::size_t k_requests_ahead = 2000;     // requests handed to the network thread and not yet answered
constexpr int k_pages_per_host_ahead = 6;          // of them pages of one host: one busy host leaves room for others
constexpr std::size_t k_queue_looked_at = 20'000;  // queued pages among which those of hosts with room are looked for
constexpr std::size_t k_work_ahead = 32;           // answers waiting for a worker
constexpr std::size_t k_work_bytes = 2'000'000;    // their bodies together: some 25 pages
constexpr std::size_t k_results_ahead = 64;
constexpr std::size_t k_batch = 256;  // results stored in one transaction
constexpr milliseconds k_stop_grace{3000};
constexpr seconds k_robots_kept{30 * 86400};           // rules hold that long while robots.txt cannot be had
constexpr std::size_t k_most_robots = 20'000;          // origins known again after a start
constexpr std::size_t k_articles_learned_from = 3000;  // at the start, of all sources together

FetchPurpose purpose_of(SourceKind kind) {
  switch (kind) {
    case SourceKind::sitemap:
      return FetchPurpose::sitemap;
    case SourceKind::listing:
      return FetchPurpose::listing;
    case SourceKind::feed:
      break;
  }
  return FetchPurpose::feed;
}

crawler::RevisitPolicy revisit_policy(const PollingConfig& polling) {
  crawler::RevisitPolicy policy;
  policy.floor = polling.floor;
  policy.ceiling = polling.ceiling;
  policy.initial = polling.initial;
  return policy;
}

std::vector<HostPause> read_pauses(storage::Ledger& ledger) {
  std::vector<HostPause> pauses;
  const nlohmann::json stored =
      nlohmann::json::parse(ledger.setting("pauses").value_or("[]"), nullptr, /*allow_exceptions=*/false);
  if (!stored.is_array()) return pauses;
  for (const nlohmann::json& item : stored) {
    pauses.push_back({item.value("scope", ""), Time{seconds{item.value("until", 0LL)}}, item.value("strikes", 0)});
  }
  return pauses;
}

}  // namespace

// The network thread's view of the queues: nothing here blocks.
class Daemon::Port : public crawler::FetchPort {
 public:
  explicit Port(Daemon& daemon) : daemon_(daemon) {}

  std::optional<FetchRequest> next() override { return daemon_.requests_.try_pop(); }
  bool has_room() override { return daemon_.work_.has_room() && waiting_bytes_ < k_work_bytes; }
  void deliver(FetchResponse response) override {
    waiting_bytes_ += response.body.size();
    daemon_.work_.push_over(Work{std::move(response), false});
  }
  void learned(RobotsAnswer answer) override { daemon_.robots_learned_.push_over(std::move(answer)); }
  void taken(std::size_t bytes) { waiting_bytes_ -= bytes; }

 private:
  Daemon& daemon_;
  std::atomic<std::size_t> waiting_bytes_{0};
};

Daemon::Daemon(RunOptions options, Config config, std::vector<Source> sources,
               std::shared_ptr<const Knowledge> knowledge, storage::Database& database,
               std::function<Signals()> signals, std::function<std::optional<Reloaded>()> reload)
    : options_(options),
      config_(std::move(config)),
      clock_(options.clock_rate),
      revisit_(revisit_policy(config_.polling)),
      knowledge_(std::move(knowledge)),
      database_(database),
      signals_(std::move(signals)),
      reload_(std::move(reload)),
      source_store_(database),
      urls_(database),
      ledger_(database),
      rechecks_(database),
      robots_(database),
      sitemaps_(database),
      archive_(database, evidence_options(config_.evidence), clock_.now()),
      requests_(k_requests_ahead),
      work_(k_work_ahead),
      results_(k_results_ahead),
      robots_learned_(k_requests_ahead) {
  adopt(std::move(sources));
}

Daemon::~Daemon() { stop_threads(milliseconds{0}); }

void Daemon::adopt(std::vector<Source> sources) {
  sources_.clear();
  for (Source& source : sources) {
    if (!source.enabled) continue;
    auto kept = std::make_shared<const Source>(std::move(source));
    sources_.emplace(kept->id, kept);
  }
}

// Brings the catalogue and the stored states together: new sources get a state, a start does not burst.
void Daemon::take_in_sources(Time now) {
  states_.clear();
  for (SourceState& state : source_store_.all()) {
    if (sources_.contains(state.source_id)) states_.emplace(state.source_id, std::move(state));
  }
  storage::Transaction transaction(database_);
  for (const auto& [id, source] : sources_) {
    const auto found = states_.find(id);
    const bool is_new = found == states_.end();
    SourceState state = is_new ? crawler::new_source_state(id, source->url) : found->second;
    const Time before = state.next_check_at;
    if (!options_.once) state.next_check_at = crawler::spread_start(state, now, config_.polling.start_spread);
    if (is_new || state.next_check_at != before) source_store_.put(state);
    states_[id] = std::move(state);
    const bool gone = states_[id].health == Health::gone;  // 410: asked no more, not even by --all
    if (options_.once && !gone && (options_.all || states_[id].next_check_at <= now)) pass_.insert(id);
  }
  transaction.commit();
}

void Daemon::start_threads() {
  port_ = std::make_unique<Port>(*this);
  const std::vector<HostPause> pauses = read_pauses(ledger_);
  for (const HostPause& pause : pauses) pauses_[pause.scope] = pause;
  fetcher_ = std::make_unique<crawler::Fetcher>(network_settings(config_.network, clock_), *port_, pauses,
                                                robots_.since(clock_.now() - k_robots_kept, k_most_robots));
  const std::int64_t configured = config_.judgement.workers;
  const std::size_t count =
      configured > 0 ? static_cast<std::size_t>(configured) : std::max(1U, std::thread::hardware_concurrency());
  for (std::size_t i = 0; i < count; ++i) {
    workers_.emplace_back([this] {
      while (std::optional<Work> work = work_.pop()) {
        if (!work->judge_entry) port_->taken(work->response.body.size());
        WorkResult result = carry_out(std::move(*work));
        fetcher_->wake();
        if (!results_.push(std::move(result))) return;
      }
    });
  }
  fetcher_->start();
}

// Launches no more, lets what is in flight end within `grace`, and stores every answer that came.
void Daemon::stop_threads(milliseconds grace) {
  if (!fetcher_) return;
  fetcher_->begin_stop(grace);
  while (!fetcher_->stopped() || !(is_idle() || gave_up_)) {
    std::vector<WorkResult> results = results_.pop_some(k_batch, milliseconds{20});
    absorb(std::move(results));
    if (signals_().stops > 0) fetcher_->begin_stop(milliseconds{0});
    if (fetcher_->stopped() && requests_.size() > 0) {
      // Requests the network thread never took go back to the database's queue by doing nothing.
      while (std::optional<FetchRequest> request = requests_.try_pop()) {
        sources_in_flight_.erase(request->source_id);
        pages_in_flight_.erase(request->url);
      }
    }
  }
  fetcher_->stop(milliseconds{0});
  work_.close();
  results_.close();
  for (std::thread& worker : workers_) worker.join();
  workers_.clear();
  absorb(results_.pop_some(k_results_ahead * 4, milliseconds{0}));
  fetcher_.reset();
}

ExitCode Daemon::run() {
  Progress progress(options_.once ? options_.progress : Progress::Mode::silent);
  take_in_sources(clock_.now());
  learn_site_lines();
  const std::int64_t requeued = urls_.requeue_unfinished(clock_.now());
  LogEntry("start")("sources", static_cast<long long>(sources_.size()))("requeued", requeued).info();
  start_threads();
  manager_.ready();
  while (!stopping_) {
    const Time now = clock_.now();
    manager_.alive(status_line());
    react_to_signals(now);
    if (stopping_) break;
    schedule(now);
    if (now >= next_chores_ && !options_.once) {
      for (const std::unique_ptr<Chore>& chore : chores_) chore->run(now);
      next_chores_ = now + seconds{1};
    }
    absorb(results_.pop_some(k_batch, milliseconds{options_.once ? 50 : 200}));
    progress.show(progress_state());
    if (options_.once && pass_is_over(clock_.now())) break;
  }
  manager_.stopping();
  stop_threads(k_stop_grace);
  progress.finish(progress_state());
  if (options_.once && !stopping_) {
    for (const std::unique_ptr<Chore>& chore : chores_) chore->finish(clock_.now());
  }
  for (const std::unique_ptr<Chore>& chore : chores_) chore->stop(clock_.now());
  database_.checkpoint();
  LogEntry("stop")("stored", static_cast<long long>(stored_))("polled", static_cast<long long>(polled_)).info();
  return ExitCode::done;
}

void Daemon::react_to_signals(Time now) {
  const Signals told = signals_();
  if (told.stops > 0) stopping_ = true;
  if (!told.reload || stopping_) return;
  manager_.reloading();
  std::optional<Reloaded> fresh = reload_();
  manager_.ready();
  if (!fresh) return;  // the reloader has said why
  config_.polling = fresh->config.polling;
  config_.judgement.candidate_threshold = fresh->config.judgement.candidate_threshold;
  config_.fetch = fresh->config.fetch;
  revisit_ = revisit_policy(config_.polling);
  knowledge_ = std::move(fresh->knowledge);
  for (const std::unique_ptr<Chore>& chore : chores_) chore->reload(fresh->config, fresh->sources);
  adopt(std::move(fresh->sources));
  take_in_sources(now);
  LogEntry("reload")("sources", static_cast<long long>(sources_.size())).info();
}

void Daemon::schedule(Time now) {
  schedule_sources(now);
  schedule_pages(now);
  schedule_entries(now);
  schedule_rechecks(now);
}

void Daemon::schedule_sources(Time now) {
  if (options_.once) {
    for (auto it = pass_.begin(); it != pass_.end() && sources_in_flight_.size() < k_requests_ahead;) {
      request_source(states_.at(*it));
      it = pass_.erase(it);
    }
    return;
  }
  for (const SourceState& due : source_store_.due(now, k_requests_ahead)) {
    if (sources_in_flight_.size() >= k_requests_ahead) break;
    const auto state = states_.find(due.source_id);
    if (state == states_.end() || sources_in_flight_.contains(due.source_id)) continue;
    request_source(state->second);
  }
}

void Daemon::request_source(const SourceState& state) {
  const std::shared_ptr<const Source>& source = sources_.at(state.source_id);
  auto task = std::make_shared<FetchTask>();
  task->source = source;
  task->knowledge = knowledge_;
  task->policy = source->fetch.value_or(config_.fetch);
  task->candidate_threshold = config_.judgement.candidate_threshold;
  FetchRequest request;
  request.id = next_request_id_++;
  request.purpose = purpose_of(source->kind);
  request.source_id = source->id;
  request.url = state.url.empty() ? source->url : state.url;
  request.validators = state.validators;
  request.body_hash = state.body_hash;
  request.headers = source->headers;
  request.insecure_tls = source->insecure_tls;
  request.wait_scope = source->wait_scope;
  request.task = std::move(task);
  sources_in_flight_.insert(source->id);
  requests_.push_over(std::move(request));
  fetcher_->wake();
}

void Daemon::schedule_pages(Time now) {
  // A look at the queue costs as much as reading some pages: it has to be worth while, or a second old.
  if (now < next_page_look_ && pages_in_flight_.size() >= pages_left_to_look_) return;
  if (pages_in_flight_.size() >= k_requests_ahead) return;
  waiting_pages_ = 0;
  std::size_t room = k_requests_ahead - pages_in_flight_.size();
  const auto is_wanted = [&](const std::string& url) {
    if (pages_in_flight_.contains(url)) return false;
    int* of_host = room == 0 ? nullptr : &pages_per_host_[host_of(url)];
    if (of_host == nullptr || *of_host >= k_pages_per_host_ahead) {
      ++waiting_pages_;
      return false;
    }
    ++*of_host;
    --room;
    return true;
  };
  for (const storage::QueuedPage& page : urls_.due_pages(now, pages_in_flight_.size() + k_queue_looked_at, is_wanted)) {
    request_page(page, false);
  }
  pages_left_to_look_ = pages_in_flight_.size() - pages_in_flight_.size() / 4;
  next_page_look_ = now + seconds{1};
}

// What the sites' pages repeat is learned from the articles that came last.
void Daemon::learn_site_lines() {
  const storage::ArticleStore articles(database_);
  const std::int64_t last = articles.last_arrival();
  for (const std::int64_t id :
       articles.arrived_after(last - static_cast<std::int64_t>(k_articles_learned_from), k_articles_learned_from)) {
    const std::optional<AssessedArticle> article = articles.find(id);
    if (article) site_lines_.add(article->source_id, article->article.text);
  }
}

// One that has left the catalogue since is known by its id alone; what it brought is still read.
std::shared_ptr<const Source> Daemon::source_of(const std::string& id) const {
  const auto source = sources_.find(id);
  if (source != sources_.end()) return source->second;
  auto gone = std::make_shared<Source>();
  gone->id = id;
  return gone;
}

// Gives the workers entries to be judged by what the feed says. The database holds what is owed: an entry was
// remembered with its poll, and stays undecided until its judgement is stored, whoever dies in between.
void Daemon::schedule_entries(Time now) {
  if (!owes_entries_ || !work_.has_room()) return;
  std::vector<storage::UndecidedEntry> owed = urls_.undecided(last_entry_given_, k_work_ahead);
  owes_entries_ = owed.size() == k_work_ahead;
  for (storage::UndecidedEntry& undecided : owed) {
    auto task = std::make_shared<FetchTask>();
    task->source = source_of(undecided.source_id);
    task->knowledge = knowledge_;
    task->entry = std::move(undecided.entry);
    Work work;
    work.judge_entry = true;
    work.response.fetched_at = now;
    work.response.request.purpose = FetchPurpose::page;
    work.response.request.url = task->entry.url;
    work.response.request.source_id = undecided.source_id;
    work.response.request.task = std::move(task);
    last_entry_given_ = undecided.id;
    ++judging_;
    work_.push_over(std::move(work));
  }
}

void Daemon::request_page(const storage::QueuedPage& page, bool recheck) {
  auto task = std::make_shared<FetchTask>();
  task->source = source_of(page.source_id);
  task->knowledge = knowledge_;
  task->known_lines = site_lines_.of(page.source_id);
  task->entry = page.entry;
  task->attempts = page.attempts;
  task->recheck = recheck;
  FetchRequest request;
  request.id = next_request_id_++;
  request.purpose = FetchPurpose::page;
  request.source_id = page.source_id;
  request.url = page.url;
  // A source's headers and its certificate's exception are for its own site, not for wherever a feed links to.
  if (same_origin(page.url, task->source->url)) {
    request.headers = task->source->headers;
    request.insecure_tls = task->source->insecure_tls;
  }
  request.wait_scope = task->source->wait_scope;
  request.task = std::move(task);
  pages_in_flight_.insert(page.url);
  requests_.push_over(std::move(request));
  fetcher_->wake();
}

// Pages behind government statements and relevant articles are looked at again for changes.
void Daemon::schedule_rechecks(Time now) {
  if (options_.once || !config_.evidence.enabled) return;
  for (const storage::RecheckStore::Recheck& due : rechecks_.due(now, 50)) {
    if (pages_in_flight_.contains(due.url)) continue;
    storage::QueuedPage page;
    page.url = due.url;
    page.source_id = due.source_id;
    ++pages_per_host_[host_of(page.url)];
    request_page(page, true);
  }
}

bool Daemon::is_idle() const { return sources_in_flight_.empty() && pages_in_flight_.empty() && judging_ == 0; }

bool Daemon::pass_is_over(Time now) const {
  return pass_.empty() && is_idle() && !owes_entries_ && urls_.due_pages(now, 1).empty();
}

std::string Daemon::status_line() const {
  return std::to_string(sources_.size()) + " sources, " + std::to_string(polled_) + " polls, " +
         std::to_string(stored_) + " articles stored since the start, " + std::to_string(pages_in_flight_.size()) +
         " pages on their way";
}

Progress::State Daemon::progress_state() const {
  Progress::State state;
  state.what = "sources";
  state.done = polled_;
  state.total = polled_ + pass_.size() + sources_in_flight_.size();
  state.articles = stored_;
  state.waiting = pages_in_flight_.size() + waiting_pages_;
  return state;
}

}  // namespace vigie
