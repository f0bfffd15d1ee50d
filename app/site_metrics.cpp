#include <map>

#include "app/site.h"
#include "crawler/revisit.h"
#include "storage/ledger.h"
#include "storage/source_store.h"
#include "storage/upkeep.h"

namespace vigie {
namespace {

void add_head(std::string& out, const std::string& name, const char* type, const char* help) {
  out += "# HELP " + name + " " + help + "\n# TYPE " + name + " " + type + "\n";
}

void add_gauge(std::string& out, const std::string& name, const char* help, std::int64_t value) {
  add_head(out, name, "gauge", help);
  out += name + " " + std::to_string(value) + "\n";
}

std::int64_t seconds_of(Time at) { return at.time_since_epoch().count(); }

// In a label's value only these three are escaped.
std::string label_value(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\' || c == '"') out += '\\';
    if (c == '\n') {
      out += "\\n";
    } else {
      out += c;
    }
  }
  return out;
}

void add_labelled(std::string& out, const std::string& name, const char* label,
                  const std::map<std::string, std::int64_t>& values) {
  for (const auto& [key, value] : values) {
    out += name + "{" + label + "=\"" + label_value(key) + "\"} " + std::to_string(value) + "\n";
  }
}

}  // namespace

std::string metrics_text(storage::Database& database, const std::vector<Source>& sources, Time now) {
  const storage::StatusCounts counts = storage::status_counts(database, now);
  std::string out;
  add_gauge(out, "vigie_articles", "Articles in the archive.", counts.articles);
  add_gauge(out, "vigie_articles_relevant", "Of them relevant.", counts.relevant);
  add_gauge(out, "vigie_stories", "Stories.", counts.stories);
  add_gauge(out, "vigie_urls", "Addresses ever seen.", counts.urls);
  add_gauge(out, "vigie_pages_queued", "Pages waiting to be fetched.", counts.queued_pages);
  add_gauge(out, "vigie_captures", "Pages kept as evidence.", counts.captures);
  add_gauge(out, "vigie_sources_due", "Sources whose next check has come.", counts.sources_due);
  add_gauge(out, "vigie_deliveries_pending", "Messages not yet delivered.", counts.pending_deliveries);
  add_gauge(out, "vigie_database_bytes", "Size of the database file.", database.file_bytes());
  add_gauge(out, "vigie_wal_bytes", "Size of its write-ahead log.", database.wal_bytes());
  add_gauge(out, "vigie_last_article_timestamp_seconds", "When the newest article arrived, Unix time.",
            seconds_of(counts.last_article_at));
  add_gauge(out, "vigie_last_fetch_timestamp_seconds", "When the last fetch ended, Unix time.",
            seconds_of(counts.last_outcome_at));
  std::map<std::string, std::int64_t> health;
  std::map<std::string, const Source*> enabled;
  for (const Source& source : sources) {
    if (source.enabled) enabled.emplace(source.id, &source);
  }
  storage::SourceStore store(database);
  for (const SourceState& state : store.all()) {
    if (!enabled.contains(state.source_id)) continue;
    ++health[std::string(to_string(crawler::with_current_health(state, crawler::RevisitPolicy{}, now).health))];
  }
  add_head(out, "vigie_sources", "gauge", "Sources by health.");
  add_labelled(out, "vigie_sources", "health", health);
  std::map<std::string, std::int64_t> fetches;
  for (const auto& count : store.count_outcomes(now - seconds{86400})) {
    fetches[std::string(to_string(count.kind))] = count.attempts;
  }
  add_head(out, "vigie_fetches_last_day", "gauge", "Fetches of the last 24 hours by outcome.");
  add_labelled(out, "vigie_fetches_last_day", "outcome", fetches);
  std::map<std::string, std::int64_t> counters;
  for (const auto& counter : storage::Ledger(database).counters()) counters[counter.name] = counter.value;
  add_head(out, "vigie_events_total", "counter", "What the daemon has counted since the archive began.");
  add_labelled(out, "vigie_events_total", "event", counters);
  return out;
}

}  // namespace vigie
