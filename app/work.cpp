#include "app/work.h"

#include <exception>
#include <utility>

namespace vigie {
namespace {

void read_page(WorkResult& result, const FetchTask& task) {
  const FetchResponse& response = result.response;
  const Page page{response.body, response.final_url, response.content_type};
  result.article = process_article(task.entry, page, context_of(*task.source, response.fetched_at), *task.knowledge);
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
