#include "app/missed.h"

#include "app/outcome.h"
#include "model/url.h"

namespace vigie {
namespace {

std::string words_for(const storage::UrlRecord& record) {
  switch (record.state) {
    case storage::UrlState::stored:
      return "in the archive";
    case storage::UrlState::queued:
      return record.reason.empty() ? "waiting to be fetched"
                                   : "tried, to be tried again: " + reason_in_words(record.reason);
    case storage::UrlState::fetched:
      return "being read";
    case storage::UrlState::discovered:
      return "seen in a feed, not yet decided on";
    case storage::UrlState::dropped:
      break;
  }
  return reason_in_words(record.reason);
}

}  // namespace

MissedJudge::MissedJudge(storage::Database& database, const std::vector<Source>& sources)
    : urls_(database), articles_(database) {
  for (const Source& source : sources) {
    if (source.enabled) watched_[registrable_domain(host_of(source.url))] = source.id;
  }
}

Verdict MissedJudge::judge(const Wanted& wanted) const {
  Verdict verdict;
  verdict.what = wanted.urls.empty() ? wanted.title : wanted.urls.front();
  for (const std::string& url : wanted.urls) {
    const std::optional<storage::UrlRecord> record = urls_.find(url);
    if (record && take_record(verdict, *record)) return verdict;
  }
  if (!wanted.title.empty()) {
    for (const storage::UrlRecord& record : urls_.find_by_title(wanted.title, 5)) {
      if (take_record(verdict, record)) return verdict;
    }
  }
  if (verdict.reason.empty()) explain_unseen(verdict, wanted);
  return verdict;
}

bool MissedJudge::take_record(Verdict& verdict, const storage::UrlRecord& record) const {
  verdict.found = false;
  verdict.reason = record.reason.empty() ? std::string(to_string(record.state)) : record.reason;
  verdict.words = words_for(record);
  if (record.state != storage::UrlState::stored) return false;
  const std::optional<AssessedArticle> article = articles_.find(record.article, storage::Load::judgement);
  if (article && !article->assessment.relevant) {
    const std::string& kind = article->assessment.kind;
    verdict.reason = "not_relevant";
    verdict.words = "stored, but judged not relevant" + (kind.empty() ? std::string() : ": " + kind);
    return false;
  }
  verdict.found = true;
  verdict.reason.clear();
  return true;
}

void MissedJudge::explain_unseen(Verdict& verdict, const Wanted& wanted) const {
  verdict.reason = wanted.urls.empty() ? "title_not_seen" : "host_not_watched";
  verdict.words =
      wanted.urls.empty() ? "no entry of this title was seen" : "no source of this site is in the catalogue";
  for (const std::string& url : wanted.urls) {
    const auto source = watched_.find(registrable_domain(host_of(url)));
    if (source == watched_.end()) continue;
    verdict.reason = "not_in_feed";
    verdict.words = "the site is watched (" + source->second + "), but this address was in no feed when it was polled";
  }
}

}  // namespace vigie
