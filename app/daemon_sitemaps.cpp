// A further part of Daemon: a sitemap index is one poll of several requests. Its children are read first, each batch
// with its entries; then the index's own result goes through absorb_source with what they held together.
#include <algorithm>
#include <utility>

#include "app/daemon.h"
#include "app/log.h"
#include "app/outcome.h"
#include "crawler/sitemap_index.h"
#include "model/url.h"

namespace vigie {
namespace {

constexpr int k_most_failures = 10;  // of a child in a row; then only a new lastmod has it asked again

void widen(SitemapTally& all, const SitemapTally& one) {
  all.entries += one.entries;
  all.new_entries += one.new_entries;
  if (one.newest) all.newest = std::max(all.newest.value_or(*one.newest), *one.newest);
  if (one.oldest) all.oldest = std::min(all.oldest.value_or(*one.oldest), *one.oldest);
  if (one.failed) {
    all.failed = one.failed;
    all.message = one.message;
  }
}

bool all_dated(const Feed& index) {
  return std::all_of(index.entries.begin(), index.entries.end(),
                     [](const FeedEntry& entry) { return entry.updated || entry.published; });
}

}  // namespace

void Daemon::follow_index(WorkResult& result) {
  const FetchRequest request = result.response.request;
  const auto state = states_.find(request.source_id);
  const Feed& feed = result.reading->feed;
  SitemapTally tally;
  tally.dated = all_dated(feed);
  std::vector<std::string> children;
  if (state != states_.end() && !stopping_) {
    children = crawler::children_to_read(feed, result.response.final_url, state->second.last_success_at,
                                         sitemaps_.failed(request.source_id, k_most_failures));
  }
  result.reading->feed.entries.clear();
  if (children.empty()) {
    result.tally = tally;
    results_.push_over(std::move(result));
    return;
  }
  indexes_[request.source_id] = {std::move(result), children.size(), false, std::move(tally)};
  for (const std::string& url : children) request_child(request, url);
}

void Daemon::request_child(const FetchRequest& index, const std::string& url) {
  auto task = std::make_shared<FetchTask>(*index.task);
  task->child = true;
  FetchRequest request = index;
  request.id = next_request_id_++;
  request.url = url;
  request.validators = {};
  request.body_hash = 0;
  if (const std::optional<storage::SitemapChild> known = sitemaps_.find(url)) {
    request.validators = known->validators;
    request.body_hash = known->body_hash;
  }
  if (!same_origin(url, task->source->url)) {
    request.headers.clear();
    request.insecure_tls = false;
  }
  request.task = std::move(task);
  requests_.push_over(std::move(request));
  fetcher_->wake();
}

void Daemon::absorb_child(WorkResult& result, Time now) {
  const FetchResponse& response = result.response;
  if (response.kind == OutcomeKind::cancelled) return;
  const int fresh = result.reading ? absorb_entries(*result.reading, *response.request.task, now) : 0;
  const crawler::PollResult poll = poll_result_of(result, fresh);
  SitemapTally tally;
  tally.entries = poll.entries;
  tally.new_entries = poll.new_entries;
  tally.newest = poll.newest;
  tally.oldest = poll.oldest;
  storage::SitemapChild child = sitemaps_.find(response.request.url).value_or(storage::SitemapChild{});
  child.url = response.request.url;
  child.source_id = response.request.source_id;
  child.asked_at = now;
  if (is_success(poll.kind)) {
    child.failures = 0;
    child.validators = response.validators;
    child.body_hash = response.body_hash;
  } else {
    ++child.failures;
    tally.failed = poll.kind;
    tally.message = poll.message;
  }
  sitemaps_.put(child);
  result.tally = std::move(tally);
  FetchOutcome outcome = outcome_of(response);
  outcome.kind = poll.kind;
  outcome.message = poll.message;
  outcome.entries = poll.entries;
  outcome.new_entries = fresh;
  source_store_.add_outcome(outcome);
  log_outcome(outcome);
}

void Daemon::settle_child(const WorkResult& child) {
  const auto found = indexes_.find(child.response.request.source_id);
  if (found == indexes_.end()) return;
  IndexPoll& poll = found->second;
  if (child.tally) {
    widen(poll.tally, *child.tally);
  } else {
    poll.cancelled = true;
  }
  if (--poll.left > 0) return;
  IndexPoll done = std::move(poll);
  indexes_.erase(found);
  if (done.cancelled) {
    // Our own stop: the source is still due, and what was read of it stays.
    sources_in_flight_.erase(child.response.request.source_id);
    return;
  }
  done.index.tally = std::move(done.tally);
  results_.push_over(std::move(done.index));
}

}  // namespace vigie
