// The other half of Daemon: what becomes of the workers' results, in one transaction a batch.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <thread>
#include <utility>

#include "app/daemon.h"
#include "app/log.h"
#include "app/outcome.h"
#include "model/url.h"
#include "storage/failure.h"

namespace vigie {
namespace {

constexpr std::size_t k_robots_at_once = 1000;

bool is_looked_at_again(const AssessedArticle& article) {
  return article.assessment.relevant || article.authority == Authority::government;
}

}  // namespace

void Daemon::absorb(std::vector<WorkResult> results) {
  if (results.empty()) return;
  // A lock held elsewhere or a full disk is waited out: what was fetched is not thrown away.
  for (int attempt = 0; !commit_batch(results, clock_.now()); ++attempt) {
    if (disk_full_ && stopping_) {
      gave_up_ = true;
      return;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds{std::min(100 << std::min(attempt, 6), 1000)});
    if (signals_().stops > 0) stopping_ = true;
  }
}

bool Daemon::commit_batch(std::vector<WorkResult>& results, Time now) {
  batch_ = {};
  try {
    storage::Transaction transaction(database_);
    for (WorkResult& result : results) {
      remember_pause(result.response);
      if (result.judged_entry) {
        store_article(result, now);
      } else if (result.response.request.purpose == FetchPurpose::page) {
        absorb_page(result, now);
      } else if (result.response.request.task->child) {
        absorb_child(result, now);
      } else if (!begins_index(result)) {
        absorb_source(result, now);
      }
    }
    remember_robots();
    if (const Expected<void> synced = archive_.sync(); !synced) {
      LogEntry("evidence")("error", synced.error().message).error();
    }
    transaction.commit();
  } catch (const storage::DiskFull& error) {
    if (!disk_full_)
      LogEntry("store")("error", error.what())("hint", "free some room; storing resumes by itself").error();
    disk_full_ = true;
    archive_.restore(now);
    return false;
  } catch (const storage::Locked& error) {
    LogEntry("store")("waiting", error.what()).warn();
    archive_.restore(now);
    return false;
  }
  if (disk_full_) LogEntry("store")("resumed", "there is room again").warn();
  disk_full_ = false;
  settle(results);
  return true;
}

// What a committed batch changes in memory: a batch that was rolled back and is tried again has changed nothing.
void Daemon::settle(std::vector<WorkResult>& results) {
  for (WorkResult& result : results) {
    const FetchRequest& request = result.response.request;
    if (result.judged_entry) {
      --judging_;
    } else if (request.purpose == FetchPurpose::page) {
      if (pages_in_flight_.erase(request.url) > 0) {
        const auto host = pages_per_host_.find(host_of(request.url));
        if (host != pages_per_host_.end() && --host->second <= 0) pages_per_host_.erase(host);
      }
    } else if (request.task->child) {
      settle_child(result);
    } else if (begins_index(result)) {
      follow_index(result);
    } else {
      sources_in_flight_.erase(request.source_id);
      if (result.response.kind == OutcomeKind::cancelled) continue;
      ++polled_;
      crawler::PollResult poll = poll_result_of(result, 0);
      if (result.tally) add_tally(poll, *result.tally);
      if (!is_success(poll.kind)) ++failed_;
    }
  }
  for (SourceState& state : batch_.states) states_[state.source_id] = std::move(state);
  stored_ += batch_.stored;
  if (batch_.queued_pages) next_page_look_ = Time{};
  if (batch_.owes_entries) owes_entries_ = true;
  batch_ = {};
  robots_to_keep_.clear();
}

void Daemon::absorb_source(WorkResult& result, Time now) {
  const FetchRequest& request = result.response.request;
  const auto known = states_.find(request.source_id);
  if (known == states_.end() || result.response.kind == OutcomeKind::cancelled) return;
  const int new_entries = result.reading ? absorb_entries(*result.reading, *request.task, now) : 0;
  crawler::PollResult poll = poll_result_of(result, new_entries);
  if (result.tally) add_tally(poll, *result.tally);
  const SourceState before = known->second;
  SourceState after = crawler::revisit(before, poll, revisit_for(*request.task->source), now);
  if (result.tally && !says_all_by_itself(*result.tally)) {
    after.validators = {};
    after.body_hash = 0;
  }
  source_store_.put(after);

  FetchOutcome outcome = outcome_of(result.response);
  outcome.kind = crawler::judged_kind(before, poll);
  outcome.message = poll.message;
  outcome.entries = poll.entries;
  outcome.new_entries = poll.new_entries;
  outcome.next_check_at = after.next_check_at;
  source_store_.add_outcome(outcome);
  log_outcome(outcome);
  note_health(before, after, now);
  batch_.states.push_back(std::move(after));
}

// Remembers the entries of a source and does with the new ones what was planned. Returns how many were new.
int Daemon::absorb_entries(SourceReading& reading, const FetchTask& task, Time now) {
  std::vector<FeedEntry> entries;
  entries.reserve(reading.plans.size());
  for (const EntryPlan& plan : reading.plans) entries.push_back(plan.entry);
  const std::vector<bool> is_new = urls_.remember(task.source->id, entries, now);
  int count = 0;
  for (std::size_t i = 0; i < reading.plans.size(); ++i) {
    if (!is_new[i]) continue;
    ++count;
    const EntryPlan& plan = reading.plans[i];
    switch (plan.action) {
      case EntryAction::fetch_page:
        urls_.queue(plan.entry.url, now, now);
        batch_.queued_pages = true;
        break;
      case EntryAction::judge_entry:
        batch_.owes_entries = true;
        break;
      case EntryAction::drop:
        urls_.mark(plan.entry.url, storage::UrlState::dropped, plan.reason, now);
        break;
    }
  }
  return count;
}

void Daemon::absorb_page(WorkResult& result, Time now) {
  const FetchResponse& response = result.response;
  if (response.kind == OutcomeKind::cancelled) return;  // stays queued in the database
  if (response.request.task->recheck) return absorb_recheck(result, now);
  if (response.kind != OutcomeKind::ok) return page_failed(result, response.kind, response.message, now);
  const Expected<AssessedArticle>& article = *result.article;
  if (!article) return page_failed(result, kind_of(article.error()), article.error().message, now);
  store_article(result, now);
  record_page(response, OutcomeKind::ok, "", now);
}

void Daemon::page_failed(const WorkResult& result, OutcomeKind kind, const std::string& message, Time now) {
  const FetchResponse& response = result.response;
  const FetchTask& task = *response.request.task;
  const std::string& url = response.request.url;
  const std::string reason = reason_code(kind, response.status);
  Time next{};
  if (kind == OutcomeKind::waiting) {
    // Nothing was sent: the wait is the host's, not a failed attempt of the page.
    next = now + response.retry_after.value_or(config_.polling.page_retry);
    urls_.queue(url, next, now);
  } else if (is_passing(kind, response.status) && task.attempts + 1 < config_.polling.page_attempts) {
    const seconds backoff = config_.polling.page_retry * (1LL << std::min(task.attempts, 10));
    next = now + std::max(backoff, response.retry_after.value_or(seconds{0}));
    urls_.retry(url, reason, next, now);
  } else {
    urls_.mark(url, storage::UrlState::dropped, reason, now);
    if (!task.entry.title.empty()) store_what_the_feed_said(response.request, now);
  }
  record_page(response, kind, message, next);
}

// A page that cannot be had does not lose the news. In the same transaction as the page's end: nothing asks again
// later.
void Daemon::store_what_the_feed_said(const FetchRequest& request, Time now) {
  WorkResult told;
  told.judged_entry = true;
  told.response.request = request;
  told.article = process_entry(request.task->entry, context_of(*request.task->source, now), *request.task->knowledge);
  store_article(told, now);
}

void Daemon::absorb_recheck(WorkResult& result, Time now) {
  const FetchResponse& response = result.response;
  if (response.kind == OutcomeKind::ok) {
    if (const Expected<bool> kept = archive_.keep_capture(response); !kept) {
      LogEntry("evidence")("url", response.request.url)("error", kept.error().message).error();
    }
  }
  rechecks_.done(response.request.url, now);
  record_page(response, response.kind, response.message, now);
}

void Daemon::store_article(WorkResult& result, Time now) {
  Expected<AssessedArticle>& article = *result.article;
  const FetchRequest& request = result.response.request;
  if (!article) {
    urls_.mark(request.url, storage::UrlState::dropped, reason_code(kind_of(article.error()), 0), now);
    return;
  }
  const FetchResponse* page = result.judged_entry ? nullptr : &result.response;
  if (page != nullptr) site_lines_.add(request.source_id, article->article.text);
  const Archive::Stored stored = archive_.store(*article, page, now);
  if (!stored.evidence_error.empty()) LogEntry("evidence")("url", request.url)("error", stored.evidence_error).error();
  if (!stored.added) {
    urls_.mark(request.url, storage::UrlState::dropped, "duplicate_url", now);
    return;
  }
  ++batch_.stored;
  if (page != nullptr && config_.evidence.enabled && is_looked_at_again(*article)) {
    rechecks_.begin(request.url, request.source_id, now);
  }
}

void Daemon::record_page(const FetchResponse& response, OutcomeKind kind, const std::string& message, Time next) {
  FetchOutcome outcome = outcome_of(response);
  outcome.kind = kind;
  outcome.message = message;
  outcome.next_check_at = next;
  source_store_.add_outcome(outcome);
  log_outcome(outcome);
}

// A server's wait outlives the process: it is stored and given back to the fetcher at the next start.
void Daemon::remember_pause(const FetchResponse& response) {
  if (!response.pause) return;
  pauses_[response.pause->scope] = *response.pause;
  nlohmann::json stored = nlohmann::json::array();
  for (const auto& [scope, pause] : pauses_) {
    // A day longer than it holds, so that the next back-off goes on where this one stood.
    if (pause.until + seconds{86400} < response.fetched_at) continue;
    stored.push_back({{"scope", scope}, {"until", pause.until.time_since_epoch().count()}, {"strikes", pause.strikes}});
  }
  ledger_.put_setting("pauses", stored.dump());
}

void Daemon::remember_robots() {
  for (RobotsAnswer& answer : robots_learned_.pop_some(k_robots_at_once, std::chrono::milliseconds{0})) {
    robots_to_keep_.push_back(std::move(answer));
  }
  for (const RobotsAnswer& answer : robots_to_keep_) robots_.put(answer);
}

// Once a change, not once an attempt: a line of the log, and an event for whoever tells of it.
void Daemon::note_health(const SourceState& before, const SourceState& after, Time now) {
  if (before.health == after.health) return;
  source_store_.add_health_change({0, now, after.source_id, before.health, after.health, after.health_reason});
  LogEntry entry("health");
  entry("source", after.source_id)("from", to_string(before.health))("to", to_string(after.health));
  entry("reason", after.health_reason).warn();
}

crawler::RevisitPolicy Daemon::revisit_for(const Source& source) const {
  crawler::RevisitPolicy policy = revisit_;
  if (source.interval_floor) policy.floor = *source.interval_floor;
  if (source.interval_ceiling) policy.ceiling = *source.interval_ceiling;
  policy.ceiling = std::max(policy.ceiling, policy.floor);
  return policy;
}

}  // namespace vigie
