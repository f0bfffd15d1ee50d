#include "storage/source_store.h"

#include "storage/connection.h"

namespace vigie::storage {
namespace {

constexpr std::string_view k_columns =
    "source_id, url, validators_url, etag, last_modified, body_hash, next_check_at, last_attempt_at, last_success_at, "
    "last_new_entry_at, interval, entry_gap, rhythm_deviation, consecutive_errors, polls, last_entry_count, "
    "redirect_candidate, redirect_agreements, health, health_since, health_reason, feed_wait";

SourceState read_state(const SqlStatement& row) {
  SourceState state;
  state.source_id = row.text(0);
  state.url = row.text(1);
  state.validators = {row.text(2), row.text(3), row.text(4)};
  state.body_hash = static_cast<std::uint64_t>(row.integer(5));
  state.next_check_at = row.time(6);
  state.last_attempt_at = row.time(7);
  state.last_success_at = row.time(8);
  state.last_new_entry_at = row.time(9);
  state.interval = seconds(row.integer(10));
  state.entry_gap = row.real(11);
  state.rhythm_deviation = row.real(12);
  state.consecutive_errors = static_cast<int>(row.integer(13));
  state.polls = static_cast<int>(row.integer(14));
  state.last_entry_count = static_cast<int>(row.integer(15));
  state.redirect_candidate = row.text(16);
  state.redirect_agreements = static_cast<int>(row.integer(17));
  state.health = health_from(row.view(18)).value_or(Health::healthy);
  state.health_since = row.time(19);
  state.health_reason = row.text(20);
  state.feed_wait = seconds(row.integer(21));
  return state;
}

std::vector<SourceState> read_states(SqlStatement& rows) {
  std::vector<SourceState> states;
  while (rows.step()) states.push_back(read_state(rows));
  return states;
}

constexpr std::string_view k_outcome_columns =
    "source_id, url, purpose, kind, status, message, bytes, duration_ms, entries, new_entries, at, next_check_at";

std::vector<FetchOutcome> read_outcomes(SqlStatement& rows) {
  std::vector<FetchOutcome> outcomes;
  while (rows.step()) {
    FetchOutcome outcome;
    outcome.source_id = rows.text(0);
    outcome.url = rows.text(1);
    outcome.purpose = fetch_purpose_from(rows.view(2)).value_or(FetchPurpose::page);
    outcome.kind = outcome_kind_from(rows.view(3)).value_or(OutcomeKind::malformed);
    outcome.status = static_cast<int>(rows.integer(4));
    outcome.message = rows.text(5);
    outcome.bytes = static_cast<std::uint64_t>(rows.integer(6));
    outcome.duration = std::chrono::milliseconds(rows.integer(7));
    outcome.entries = static_cast<int>(rows.integer(8));
    outcome.new_entries = static_cast<int>(rows.integer(9));
    outcome.at = rows.time(10);
    outcome.next_check_at = rows.time(11);
    outcomes.push_back(std::move(outcome));
  }
  return outcomes;
}

std::string select(std::string_view columns, std::string_view rest) {
  return "SELECT " + std::string(columns) + ' ' + std::string(rest);
}

}  // namespace

void SourceStore::put(const SourceState& state) {
  static const std::string k_sql = "INSERT OR REPLACE INTO sources(" + std::string(k_columns) +
                                   ") VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";
  database_.connection()
      .prepare(k_sql)
      .with(state.source_id, state.url, state.validators.url, state.validators.etag, state.validators.last_modified,
            static_cast<std::int64_t>(state.body_hash), state.next_check_at, state.last_attempt_at,
            state.last_success_at, state.last_new_entry_at, static_cast<std::int64_t>(state.interval.count()),
            state.entry_gap, state.rhythm_deviation, state.consecutive_errors, state.polls, state.last_entry_count,
            state.redirect_candidate, state.redirect_agreements, to_string(state.health), state.health_since,
            state.health_reason, static_cast<std::int64_t>(state.feed_wait.count()))
      .run();
}

std::optional<SourceState> SourceStore::find(std::string_view source_id) const {
  SqlStatement rows = database_.connection().prepare(select(k_columns, "FROM sources WHERE source_id = ?"));
  rows.bind(source_id);
  return rows.step() ? std::optional(read_state(rows)) : std::nullopt;
}

std::vector<SourceState> SourceStore::all() const {
  SqlStatement rows = database_.connection().prepare(select(k_columns, "FROM sources ORDER BY source_id"));
  return read_states(rows);
}

std::vector<SourceState> SourceStore::due(Time now, std::size_t limit) const {
  SqlStatement rows = database_.connection().prepare(
      select(k_columns, "FROM sources WHERE next_check_at <= ? ORDER BY next_check_at LIMIT ?"));
  rows.with(now, static_cast<std::int64_t>(limit));
  return read_states(rows);
}

std::optional<Time> SourceStore::next_due() const {
  SqlStatement rows = database_.connection().prepare("SELECT min(next_check_at) FROM sources");
  return rows.step() && !rows.is_null(0) ? std::optional(rows.time(0)) : std::nullopt;
}

void SourceStore::add_outcome(const FetchOutcome& outcome) {
  static const std::string k_sql =
      "INSERT INTO fetch_outcomes(" + std::string(k_outcome_columns) + ") VALUES(?,?,?,?,?,?,?,?,?,?,?,?)";
  database_.connection()
      .prepare(k_sql)
      .with(outcome.source_id, outcome.url, to_string(outcome.purpose), to_string(outcome.kind), outcome.status,
            outcome.message, static_cast<std::int64_t>(outcome.bytes),
            static_cast<std::int64_t>(outcome.duration.count()), outcome.entries, outcome.new_entries, outcome.at,
            outcome.next_check_at)
      .run();
}

std::vector<FetchOutcome> SourceStore::outcomes_of_source(std::string_view source_id, std::size_t limit) const {
  SqlStatement rows = database_.connection().prepare(
      select(k_outcome_columns, "FROM fetch_outcomes WHERE source_id = ? ORDER BY id DESC LIMIT ?"));
  rows.with(source_id, static_cast<std::int64_t>(limit));
  return read_outcomes(rows);
}

std::vector<FetchOutcome> SourceStore::outcomes_of_url(std::string_view url, std::size_t limit) const {
  SqlStatement rows = database_.connection().prepare(
      select(k_outcome_columns, "FROM fetch_outcomes WHERE url = ? ORDER BY id DESC LIMIT ?"));
  rows.with(url, static_cast<std::int64_t>(limit));
  return read_outcomes(rows);
}

std::vector<SourceStore::OutcomeCount> SourceStore::count_outcomes(Time from) const {
  SqlStatement rows =
      database_.connection().prepare("SELECT kind, count(*) FROM fetch_outcomes WHERE at >= ? GROUP BY kind");
  rows.bind(from);
  std::vector<OutcomeCount> counts;
  while (rows.step()) {
    if (const auto kind = outcome_kind_from(rows.view(0))) counts.push_back({*kind, rows.integer(1)});
  }
  return counts;
}

std::int64_t SourceStore::polled(Time from, Time until) const {
  SqlStatement rows = database_.connection().prepare(
      "SELECT count(DISTINCT source_id) FROM fetch_outcomes WHERE at >= ? AND at < ? AND purpose <> 'page'");
  rows.with(from, until);
  return rows.step() ? rows.integer(0) : 0;
}

void SourceStore::add_health_change(const HealthChange& change) {
  database_.connection()
      .prepare("INSERT INTO health_changes(at, source_id, before, after, reason) VALUES(?,?,?,?,?)")
      .with(change.at, change.source_id, to_string(change.before), to_string(change.after), change.reason)
      .run();
}

std::vector<HealthChange> SourceStore::health_changes(std::int64_t after, std::size_t limit) const {
  SqlStatement rows = database_.connection().prepare(
      "SELECT id, at, source_id, before, after, reason FROM health_changes WHERE id > ? ORDER BY id LIMIT ?");
  rows.with(after, static_cast<std::int64_t>(limit));
  std::vector<HealthChange> changes;
  while (rows.step()) {
    changes.push_back({rows.integer(0), rows.time(1), rows.text(2), health_from(rows.view(3)).value_or(Health::healthy),
                       health_from(rows.view(4)).value_or(Health::healthy), rows.text(5)});
  }
  return changes;
}

std::int64_t SourceStore::prune_outcomes(Time before, std::int64_t limit) {
  WriteScope scope(database_);
  Connection& connection = database_.connection();
  connection
      .prepare(
          "DELETE FROM health_changes WHERE id IN (SELECT id FROM health_changes WHERE at < ? ORDER BY at LIMIT ?)")
      .with(before, limit)
      .run();
  const std::int64_t gone =
      connection
          .prepare(
              "DELETE FROM fetch_outcomes WHERE id IN (SELECT id FROM fetch_outcomes WHERE at < ? ORDER BY at LIMIT ?)")
          .with(before, limit)
          .run();
  connection.pending.counters["outcomes_pruned"] += gone;
  scope.done();
  return gone;
}

}  // namespace vigie::storage
