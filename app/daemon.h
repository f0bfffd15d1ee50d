#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <thread>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "app/archive.h"
#include "app/clock.h"
#include "app/config.h"
#include "app/exit_code.h"
#include "app/progress.h"
#include "app/queue.h"
#include "app/service_manager.h"
#include "app/site_lines.h"
#include "app/work.h"
#include "crawler/fetcher.h"
#include "crawler/revisit.h"
#include "storage/database.h"
#include "storage/ledger.h"
#include "storage/robots_store.h"
#include "storage/sitemap_store.h"
#include "storage/source_store.h"
#include "storage/url_store.h"

namespace vigie {

/// How `vigie run` was asked to run.
struct RunOptions {
  bool once = false;  // one pass over what is due, then leave
  bool all = false;   // with once: over every source
  double clock_rate = 1;
  Progress::Mode progress = Progress::Mode::show;
};

/// What the process was told by signals since the last look.
struct Signals {
  int stops = 0;        // SIGTERM, SIGINT
  bool reload = false;  // SIGHUP
};

/// What a reload brings: nothing where it was not valid (the old one stays).
struct Reloaded {
  Config config;
  std::vector<Source> sources;
  std::shared_ptr<const Knowledge> knowledge;
};

/// Things the daemon does beside crawling, each looked at once a second by main: the digest, deliveries, housekeeping.
struct Chore {
  virtual ~Chore() = default;
  /// Does what is due. In no transaction; failures of the outside world are logged, StorageFailure may be thrown.
  virtual void run(Time now) = 0;
  /// The same at the end of a --once pass: waits for what it began.
  virtual void finish(Time now) { run(now); }
  /// Another configuration is in force (SIGHUP). What is under way goes on by the one it began with.
  virtual void reload(const Config&, const std::vector<Source>&) {}
  /// The daemon leaves: lets what is under way end and records it, begins nothing.
  virtual void stop(Time) {}
};

/// The running crawler: main's loop (this class, the clock and the only database writer), the network thread
/// (crawler::Fetcher) and the workers. What is due is a query, so a restart forgets nothing.
class Daemon {
 public:
  Daemon(RunOptions options, Config config, std::vector<Source> sources, std::shared_ptr<const Knowledge> knowledge,
         storage::Database& database, std::function<Signals()> signals,
         std::function<std::optional<Reloaded>()> reload);
  ~Daemon();

  void add_chore(std::unique_ptr<Chore> chore) { chores_.push_back(std::move(chore)); }

  /// Runs until stopped, or until the pass is over. Every answer received before a stop is stored on return.
  ExitCode run();

  /// Sources whose poll failed in this run.
  std::size_t failed_sources() const { return failed_; }
  std::size_t polled_sources() const { return polled_; }

 private:
  class Port;

  void adopt(std::vector<Source> sources);
  void learn_site_lines();
  void take_in_sources(Time now);
  void start_threads();
  void stop_threads(std::chrono::milliseconds grace);
  void react_to_signals(Time now);

  void schedule(Time now);
  void schedule_sources(Time now);
  void schedule_pages(Time now);
  void schedule_entries(Time now);
  void schedule_rechecks(Time now);
  void request_source(const SourceState& state);
  void request_page(const storage::QueuedPage& page, bool recheck);
  std::shared_ptr<const Source> source_of(const std::string& id) const;
  bool pass_is_over(Time now) const;
  bool is_idle() const;

  void absorb(std::vector<WorkResult> results);
  bool commit_batch(std::vector<WorkResult>& results, Time now);
  void absorb_source(WorkResult& result, Time now);
  int absorb_entries(SourceReading& reading, const FetchTask& task, Time now);
  void store_what_the_feed_said(const FetchRequest& request, Time now);
  void absorb_page(WorkResult& result, Time now);
  void page_failed(const WorkResult& result, OutcomeKind kind, const std::string& message, Time now);
  void store_article(WorkResult& result, Time now);
  void remember_pause(const FetchResponse& response);
  void remember_robots();
  void absorb_recheck(WorkResult& result, Time now);
  void record_page(const FetchResponse& response, OutcomeKind kind, const std::string& message, Time next);
  void settle(std::vector<WorkResult>& results);
  // daemon_sitemaps.cpp: a sitemap index is one poll of several requests
  void absorb_child(WorkResult& result, Time now);
  void settle_child(const WorkResult& child);
  void follow_index(WorkResult& result);
  void request_child(const FetchRequest& index, const std::string& url);
  crawler::RevisitPolicy revisit_for(const Source& source) const;
  void note_health(const SourceState& before, const SourceState& after, Time now);
  Progress::State progress_state() const;
  std::string status_line() const;  // for the service manager

  RunOptions options_;
  Config config_;
  Clock clock_;
  crawler::RevisitPolicy revisit_;
  std::map<std::string, std::shared_ptr<const Source>, std::less<>> sources_;
  std::shared_ptr<const Knowledge> knowledge_;
  storage::Database& database_;
  std::function<Signals()> signals_;
  std::function<std::optional<Reloaded>()> reload_;

  storage::SourceStore source_store_;
  storage::UrlStore urls_;
  storage::Ledger ledger_;
  storage::RecheckStore rechecks_;
  storage::RobotsStore robots_;
  storage::SitemapStore sitemaps_;
  Archive archive_;
  SiteLines site_lines_;
  std::vector<std::unique_ptr<Chore>> chores_;

  std::unordered_map<std::string, SourceState> states_;  // by source id
  std::map<std::string, HostPause> pauses_;              // by scope
  std::unordered_set<std::string> sources_in_flight_;
  std::unordered_set<std::string> pages_in_flight_;      // URLs
  std::unordered_map<std::string, int> pages_per_host_;  // in flight
  std::set<std::string> pass_;                           // sources still to be polled in a --once pass

  // A sitemap index whose children are being read.
  struct IndexPoll {
    WorkResult index;
    std::size_t left = 0;  // children without an answer
    bool cancelled = false;
    SitemapTally tally;
  };
  std::unordered_map<std::string, IndexPoll> indexes_;  // by source id
  BoundedQueue<FetchRequest> requests_;
  BoundedQueue<Work> work_;
  BoundedQueue<WorkResult> results_;
  BoundedQueue<RobotsAnswer> robots_learned_;
  std::unique_ptr<Port> port_;
  std::unique_ptr<crawler::Fetcher> fetcher_;
  std::vector<std::thread> workers_;

  std::vector<RobotsAnswer> robots_to_keep_;  // learned, not committed yet

  // What a batch will change in memory once it is committed.
  struct Batch {
    std::vector<SourceState> states;
    std::size_t stored = 0;
    bool queued_pages = false;
    bool owes_entries = false;
  };
  Batch batch_;
  std::size_t judging_ = 0;            // entries given to the workers without a fetch
  bool owes_entries_ = true;           // the database may hold some that were not given, as after a start
  std::int64_t last_entry_given_ = 0;  // its row: those behind it were not
  std::size_t polled_ = 0;
  std::size_t failed_ = 0;
  ServiceManager manager_;
  std::size_t stored_ = 0;
  std::size_t waiting_pages_ = 0;
  std::uint64_t next_request_id_ = 1;
  Time next_chores_{};
  Time next_page_look_{};
  std::size_t pages_left_to_look_ = 0;  // fewer pages in flight are a reason to look at the queue before that
  bool stopping_ = false;
  bool disk_full_ = false;
  bool gave_up_ = false;  // stopped with the disk full: what was not stored is fetched again by the next run
};

}  // namespace vigie
