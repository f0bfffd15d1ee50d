#include "app/work.h"

#include <exception>
#include <utility>

#include "storage/sha256.h"

namespace vigie {
namespace {

void read_page(WorkResult& result, const FetchTask& task) {
  FetchResponse& response = result.response;
  const Page page{response.body, response.final_url, response.content_type};
  DocumentContext context = context_of(*task.source, response.fetched_at);
  context.known_lines = task.known_lines.get();
  result.article = process_article(task.entry, page, context, *task.knowledge);
  if (response.gzip_body.empty()) return;
  // The evidence keeps the page as it came, a fifth of its size: the rest need not wait for the writer.
  response.body_sha256 = storage::sha256_hex(response.body);
  response.body = std::string();
}

void read_body(WorkResult& result, const FetchTask& task) {
  if (result.judged_entry) {
    const DocumentContext context = context_of(*task.source, result.response.fetched_at);
    result.article = process_entry(task.entry, context, *task.knowledge);
  } else if (result.response.kind != OutcomeKind::ok) {
    return;
  } else if (result.response.request.purpose == FetchPurpose::page) {
    read_page(result, task);
  } else {
    result.reading = read_source(result.response, *task.source, task.policy, task.candidate_threshold, *task.knowledge);
    result.response.body = std::string();
  }
}

}  // namespace

crawler::PollResult poll_result_of(const WorkResult& result, int new_entries) {
  crawler::PollResult poll = crawler::poll_result(result.response);
  if (!result.reading) return poll;
  poll.kind = result.reading->kind;
  if (!result.reading->message.empty()) poll.message = result.reading->message;
  poll.feed_wait = result.reading->feed.wait;
  poll.entries = static_cast<int>(result.reading->plans.size());
  poll.new_entries = new_entries;
  for (const EntryPlan& plan : result.reading->plans) {
    const std::optional<Date>& date = plan.entry.published ? plan.entry.published : plan.entry.updated;
    if (!date) continue;
    if (!poll.newest || date->at > *poll.newest) poll.newest = date->at;
    if (!poll.oldest || date->at < *poll.oldest) poll.oldest = date->at;
  }
  return poll;
}

void add_tally(crawler::PollResult& poll, const SitemapTally& tally) {
  poll.entries = tally.entries;
  poll.new_entries = tally.new_entries;
  poll.newest = tally.newest;
  poll.oldest = tally.oldest;
  if (tally.entries > 0) return;
  poll.kind = tally.failed.value_or(OutcomeKind::unchanged);
  if (tally.failed) poll.message = tally.message;
}

bool begins_index(const WorkResult& result) {
  return result.reading && is_success(result.reading->kind) && result.reading->feed.format == "sitemapindex" &&
         !result.tally && !result.response.request.task->child;
}

bool says_all_by_itself(const SitemapTally& tally) { return tally.dated && !tally.failed; }

WorkResult carry_out(Work work) {
  WorkResult result;
  result.response = std::move(work.response);
  result.judged_entry = work.judge_entry;
  try {
    read_body(result, *result.response.request.task);
  } catch (const std::exception& error) {
    const std::string message = std::string("a reader failed: ") + error.what();
    if (result.response.request.purpose == FetchPurpose::page || result.judged_entry) {
      result.article = failure(ErrorKind::malformed, message);
    } else {
      result.reading = SourceReading{};
      result.reading->kind = OutcomeKind::malformed;
      result.reading->message = message;
    }
  }
  return result;
}

}  // namespace vigie
