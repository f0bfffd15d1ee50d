#include "storage/ledger.h"

#include "storage/connection.h"

namespace vigie::storage {
namespace {

std::vector<DigestRecord> read_digests(SqlStatement& rows) {
  std::vector<DigestRecord> digests;
  while (rows.step()) digests.push_back({rows.text(0), rows.time(1), rows.text(2)});
  return digests;
}

constexpr std::string_view k_delivery =
    "SELECT id, key, channel, target, payload, message_id, state, attempts, last_error, created_at, next_try, done_at "
    "FROM deliveries ";

std::vector<Delivery> read_deliveries(SqlStatement& rows) {
  std::vector<Delivery> out;
  while (rows.step()) {
    Delivery delivery;
    delivery.id = rows.integer(0);
    delivery.key = rows.text(1);
    delivery.channel = rows.text(2);
    delivery.target = rows.text(3);
    delivery.payload = rows.text(4);
    delivery.message_id = rows.text(5);
    delivery.state = rows.text(6);
    delivery.attempts = static_cast<int>(rows.integer(7));
    delivery.last_error = rows.text(8);
    delivery.created_at = rows.time(9);
    delivery.next_try = rows.time(10);
    delivery.done_at = rows.time(11);
    out.push_back(std::move(delivery));
  }
  return out;
}

std::string delivery_query(std::string_view rest) { return std::string(k_delivery) + std::string(rest); }

}  // namespace

bool Ledger::add_digest(const DigestRecord& digest) {
  return database_.connection()
             .prepare("INSERT INTO digests(day, written_at, summary) VALUES(?, ?, ?) ON CONFLICT(day) DO NOTHING")
             .with(digest.day, digest.written_at, digest.summary)
             .run() > 0;
}

std::optional<DigestRecord> Ledger::digest(std::string_view day) const {
  SqlStatement rows = database_.connection().prepare("SELECT day, written_at, summary FROM digests WHERE day = ?");
  rows.bind(day);
  std::vector<DigestRecord> found = read_digests(rows);
  return found.empty() ? std::nullopt : std::optional(found.front());
}

std::optional<DigestRecord> Ledger::last_digest() const {
  std::vector<DigestRecord> found = digests(1);
  return found.empty() ? std::nullopt : std::optional(found.front());
}

std::vector<DigestRecord> Ledger::digests(std::size_t limit) const {
  SqlStatement rows =
      database_.connection().prepare("SELECT day, written_at, summary FROM digests ORDER BY day DESC LIMIT ?");
  rows.bind(static_cast<std::int64_t>(limit));
  return read_digests(rows);
}

bool Ledger::add_delivery(const Delivery& delivery) {
  return database_.connection()
             .prepare(
                 "INSERT INTO deliveries(key, channel, target, payload, message_id, state, attempts, last_error, "
                 "created_at, next_try, done_at) VALUES(?, ?, ?, ?, ?, 'pending', 0, '', ?, ?, 0) "
                 "ON CONFLICT(key) DO NOTHING")
             .with(delivery.key, delivery.channel, delivery.target, delivery.payload, delivery.message_id,
                   delivery.created_at, delivery.next_try)
             .run() > 0;
}

std::vector<Delivery> Ledger::due_deliveries(Time now, std::size_t limit) const {
  SqlStatement rows = database_.connection().prepare(
      delivery_query("WHERE state = 'pending' AND next_try <= ? ORDER BY next_try LIMIT ?"));
  rows.with(now, static_cast<std::int64_t>(limit));
  return read_deliveries(rows);
}

std::optional<Time> Ledger::next_delivery() const {
  SqlStatement rows = database_.connection().prepare("SELECT min(next_try) FROM deliveries WHERE state = 'pending'");
  return rows.step() && !rows.is_null(0) ? std::optional(rows.time(0)) : std::nullopt;
}

std::optional<Delivery> Ledger::delivery(std::string_view key) const {
  SqlStatement rows = database_.connection().prepare(delivery_query("WHERE key = ?"));
  rows.bind(key);
  std::vector<Delivery> found = read_deliveries(rows);
  return found.empty() ? std::nullopt : std::optional(found.front());
}

std::optional<Delivery> Ledger::delivery(std::int64_t id) const {
  SqlStatement rows = database_.connection().prepare(delivery_query("WHERE id = ?"));
  rows.bind(id);
  std::vector<Delivery> found = read_deliveries(rows);
  return found.empty() ? std::nullopt : std::optional(found.front());
}

void Ledger::delivered(std::int64_t id, Time now) {
  database_.connection()
      .prepare(
          "UPDATE deliveries SET state = 'delivered', attempts = attempts + 1, last_error = '', done_at = ? "
          "WHERE id = ?")
      .with(now, id)
      .run();
}

void Ledger::delivery_failed(std::int64_t id, std::string_view error, std::optional<Time> next_try, Time now) {
  database_.connection()
      .prepare(
          "UPDATE deliveries SET state = ?, attempts = attempts + 1, last_error = ?, next_try = ?, done_at = ? "
          "WHERE id = ?")
      .with(next_try ? "pending" : "given_up", error, next_try.value_or(Time{}), next_try ? Time{} : now, id)
      .run();
}

std::vector<Delivery> Ledger::deliveries(std::string_view key_prefix, std::size_t limit) const {
  SqlStatement rows = database_.connection().prepare(
      delivery_query("WHERE key >= ?1 AND substr(key, 1, length(?1)) = ?1 ORDER BY id DESC LIMIT ?2"));
  rows.with(key_prefix, static_cast<std::int64_t>(limit));
  return read_deliveries(rows);
}

void Ledger::put_query(const SavedQuery& query) {
  database_.connection()
      .prepare(
          "INSERT OR REPLACE INTO saved_queries(name, query, alert, seen_document, created_at) "
          "VALUES(?, ?, ?, ?, ?)")
      .with(query.name, query.query, query.alert ? 1 : 0, query.seen_arrival, query.created_at)
      .run();
}

bool Ledger::remove_query(std::string_view name) {
  return database_.connection().prepare("DELETE FROM saved_queries WHERE name = ?").with(name).run() > 0;
}

std::vector<SavedQuery> Ledger::queries() const {
  SqlStatement rows = database_.connection().prepare(
      "SELECT name, query, alert, seen_document, created_at FROM saved_queries ORDER BY name");
  std::vector<SavedQuery> queries;
  while (rows.step()) {
    queries.push_back({rows.text(0), rows.text(1), rows.integer(2) != 0, rows.integer(3), rows.time(4)});
  }
  return queries;
}

void Ledger::put_told(std::int64_t story, Time at, std::string_view snapshot) {
  database_.connection()
      .prepare("INSERT OR REPLACE INTO told(story, at, snapshot) VALUES(?, ?, ?)")
      .with(story, at, snapshot)
      .run();
}

std::vector<Ledger::Told> Ledger::told(const std::vector<std::int64_t>& stories) const {
  std::vector<Told> out;
  for (const std::int64_t story : stories) {
    SqlStatement rows = database_.connection().prepare("SELECT story, at, snapshot FROM told WHERE story = ?");
    rows.bind(story);
    if (rows.step()) out.push_back({rows.integer(0), rows.time(1), rows.text(2)});
  }
  return out;
}

void Ledger::put_gloss(std::string_view text, std::string_view language, std::string_view gloss,
                       std::string_view service, Time now) {
  database_.connection()
      .prepare("INSERT OR REPLACE INTO glosses(text, language, gloss, service, at) VALUES(?, ?, ?, ?, ?)")
      .with(text, language, gloss, service, now)
      .run();
}

std::optional<Ledger::Gloss> Ledger::gloss(std::string_view text, std::string_view language) const {
  SqlStatement rows =
      database_.connection().prepare("SELECT gloss, service FROM glosses WHERE text = ? AND language = ?");
  rows.with(text, language);
  return rows.step() ? std::optional(Gloss{rows.text(0), rows.text(1)}) : std::nullopt;
}

void Ledger::add_to_counter(std::string_view name, std::int64_t amount) {
  WriteScope scope(database_);
  database_.connection().pending.counters[std::string(name)] += amount;
  scope.done();
}

std::int64_t Ledger::counter(std::string_view name) const {
  SqlStatement rows = database_.connection().prepare("SELECT value FROM counters WHERE name = ?");
  rows.bind(name);
  return rows.step() ? rows.integer(0) : 0;
}

std::vector<Ledger::Counter> Ledger::counters() const {
  SqlStatement rows = database_.connection().prepare("SELECT name, value FROM counters ORDER BY name");
  std::vector<Counter> counters;
  while (rows.step()) counters.push_back({rows.text(0), rows.integer(1)});
  return counters;
}

void Ledger::put_setting(std::string_view name, std::string_view value) {
  database_.connection().prepare("INSERT OR REPLACE INTO settings(name, value) VALUES(?, ?)").with(name, value).run();
}

std::optional<std::string> Ledger::setting(std::string_view name) const {
  SqlStatement rows = database_.connection().prepare("SELECT value FROM settings WHERE name = ?");
  rows.bind(name);
  return rows.step() ? std::optional(rows.text(0)) : std::nullopt;
}

}  // namespace vigie::storage
