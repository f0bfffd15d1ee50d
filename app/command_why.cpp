#include <cstdio>
#include <nlohmann/json.hpp>

#include "app/commands.h"
#include "app/outcome.h"
#include "app/terminal.h"
#include "app/text_forms.h"
#include "crawler/address.h"
#include "model/text.h"
#include "model/url.h"
#include "storage/article_store.h"
#include "storage/source_store.h"
#include "storage/url_store.h"

namespace vigie {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t k_attempts_shown = 10;

// All that is known of one address.
struct Findings {
  std::string url;
  std::optional<storage::UrlRecord> record;
  std::vector<FetchOutcome> outcomes;  // newest first
  const Source* source = nullptr;      // the address is a source's
  std::optional<SourceState> state;
  std::optional<AssessedArticle> article;
  std::string refusal;  // why the address would not be connected to
};

Findings find_out(storage::Database& database, const std::string& url, const std::vector<Source>& sources,
                  const Config& config) {
  Findings found;
  found.url = url;
  found.record = storage::UrlStore(database).find(url);
  storage::SourceStore store(database);
  found.outcomes = store.outcomes_of_url(url, k_attempts_shown);
  for (const Source& source : sources) {
    if (source.url == url) found.source = &source;
  }
  if (found.source == nullptr) {
    for (const SourceState& state : store.all()) {
      if (state.url == url) found.state = state;
    }
  } else {
    found.state = store.find(found.source->id);
  }
  if (found.record && found.record->article != 0) {
    found.article = storage::ArticleStore(database).find(found.record->article, storage::Load::judgement);
  }
  const Expected<Url> parsed = parse_url(url);
  const Expected<crawler::AddressPolicy> policy = crawler::AddressPolicy::from_blocks(config.network.allow_addresses);
  if (!parsed) {
    found.refusal = parsed.error().message;
  } else if (policy) {
    if (const Expected<void> allowed = policy->check_host(parsed->host); !allowed)
      found.refusal = allowed.error().message;
  }
  return found;
}

bool is_known(const Findings& found) {
  return found.record || !found.outcomes.empty() || found.source != nullptr || found.state;
}

Json outcome_json(const FetchOutcome& outcome) {
  return {{"at", format_iso8601(outcome.at)},  {"kind", to_string(outcome.kind)}, {"status", outcome.status},
          {"message", outcome.message},        {"bytes", outcome.bytes},          {"entries", outcome.entries},
          {"new_entries", outcome.new_entries}};
}

Json findings_json(const Findings& found) {
  Json json{{"url", found.url}, {"known", is_known(found)}};
  if (found.record) {
    const storage::UrlRecord& record = *found.record;
    json["state"] = to_string(record.state);
    json["reason"] = record.reason;
    json["reason_in_words"] = record.reason.empty() ? "" : reason_in_words(record.reason);
    json["source"] = record.source_id;
    json["title"] = record.title;
    json["first_seen"] = format_iso8601(record.first_seen);
    json["changed_at"] = format_iso8601(record.changed_at);
    json["attempts"] = record.attempts;
    if (record.state == storage::UrlState::queued) json["next_try"] = format_iso8601(record.next_try);
    if (record.article != 0) json["article"] = record.article;
  }
  if (found.article) json["relevant"] = found.article->assessment.relevant;
  if (found.state) {
    json["polled_source"] = found.state->source_id;
    json["health"] = to_string(found.state->health);
    json["health_reason"] = found.state->health_reason;
    json["next_check_at"] = format_iso8601(found.state->next_check_at);
  }
  if (!found.refusal.empty()) json["refused"] = found.refusal;
  json["fetches"] = Json::array();
  for (const FetchOutcome& outcome : found.outcomes) json["fetches"].push_back(outcome_json(outcome));
  return json;
}

void print_record(const storage::UrlRecord& record) {
  std::string state = std::string(to_string(record.state));
  if (!record.reason.empty()) state += ": " + record.reason + " (" + reason_in_words(record.reason) + ")";
  std::printf("state       %s\n", escape_controls(state).c_str());
  if (!record.title.empty()) std::printf("title       %s\n", escape_controls(record.title).c_str());
  std::printf("source      %s\nfirst seen  %s\nsince       %s\n", escape_controls(record.source_id).c_str(),
              format_iso8601(record.first_seen).c_str(), format_iso8601(record.changed_at).c_str());
  if (record.state == storage::UrlState::queued) {
    std::printf("next try    %s\n", format_iso8601(record.next_try).c_str());
  }
  if (record.attempts > 0) std::printf("attempts    %d\n", record.attempts);
}

void print_findings(const Findings& found) {
  std::printf("%s\n", escape_controls(found.url).c_str());
  if (found.record) print_record(*found.record);
  if (found.article) {
    const Assessment& judged = found.article->assessment;
    std::string verdict = judged.relevant ? "relevant, " + std::string(to_string(judged.act)) : "not relevant";
    if (!judged.kind.empty()) verdict += " (" + judged.kind + ")";
    std::printf("article     %lld, %s; `vigie show %lld`\n", static_cast<long long>(found.article->id), verdict.c_str(),
                static_cast<long long>(found.article->id));
  }
  if (found.source != nullptr && !found.source->enabled) {
    std::printf("source      %s, disabled: %s\n", found.source->id.c_str(),
                escape_controls(found.source->disabled_reason).c_str());
  }
  if (found.state) {
    std::printf("polled as   %s, %s%s%s\nnext check  %s\n", found.state->source_id.c_str(),
                std::string(to_string(found.state->health)).c_str(), found.state->health_reason.empty() ? "" : ": ",
                escape_controls(found.state->health_reason).c_str(),
                format_iso8601(found.state->next_check_at).c_str());
  }
  if (!found.refusal.empty()) std::printf("refused     %s\n", escape_controls(found.refusal).c_str());
  for (const FetchOutcome& outcome : found.outcomes) {
    std::printf("fetch       %s  %s", format_iso8601(outcome.at).c_str(), std::string(to_string(outcome.kind)).c_str());
    if (outcome.status != 0) std::printf(" %d", outcome.status);
    if (!outcome.message.empty()) std::printf("  %s", escape_controls(outcome.message).c_str());
    std::printf("\n");
  }
}

}  // namespace

ExitCode command_why(Session& session) {
  Expected<storage::Database> database = open_archive(session);
  if (!database) return tell(database.error(), "`vigie run` fills the archive");
  const std::vector<Source> sources = load_sources(session.config, session.mistakes);
  const Findings found = find_out(*database, session.line.arguments.front(), sources, session.config);
  if (session.line.format == "json") {
    std::printf("%s\n", json_text(findings_json(found), 2).c_str());
  } else if (is_known(found) || !found.refusal.empty()) {
    print_findings(found);
  } else {
    const std::string host = host_of(found.url);
    const bool host_seen = storage::UrlStore(*database).host_seen(host);
    say("never seen: " + found.url +
        (host_seen ? "; other addresses of this host were" : "; nor any other of this host"));
  }
  return is_known(found) ? ExitCode::done : ExitCode::nothing_found;
}

}  // namespace vigie
