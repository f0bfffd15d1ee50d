#include "storage/url_store.h"

#include "model/enum_names.h"
#include "storage/assessment_json.h"
#include "storage/connection.h"
#include "storage/url_key.h"

namespace vigie::storage {
namespace {

constexpr EnumNames<UrlState, 5> k_state_names{{"discovered", "queued", "fetched", "stored", "dropped"}};

std::int64_t number(UrlState state) { return static_cast<std::int64_t>(state); }

UrlState state_from(std::int64_t value) {
  return value < 0 || value > number(UrlState::dropped) ? UrlState::dropped : static_cast<UrlState>(value);
}

constexpr std::string_view k_record =
    "SELECT id, url, key, source_id, state, reason, title, entry, article, first_seen, changed_at, next_try, attempts "
    "FROM urls ";

UrlRecord read_record(const SqlStatement& row) {
  UrlRecord record;
  record.id = row.integer(0);
  record.url = row.text(1);
  record.key = row.text(2);
  record.source_id = row.text(3);
  record.state = state_from(row.integer(4));
  record.reason = row.text(5);
  record.title = row.text(6);
  if (!row.is_null(7)) record.summary = read_entry(row.view(7)).summary;
  record.article = row.integer(8);
  record.first_seen = row.time(9);
  record.changed_at = row.time(10);
  record.next_try = row.time(11);
  record.attempts = static_cast<int>(row.integer(12));
  return record;
}

// Inserts a URL as discovered unless its key is known; whether it was new.
bool insert(Connection& connection, std::string_view source_id, std::string_view url, const FeedEntry* entry,
            Time now) {
  if (url.empty()) return false;
  const UrlKey key = url_key(url, connection.url_rules());
  SqlStatement add = connection.prepare(
      "INSERT INTO urls(key, url, source_id, state, reason, first_seen, changed_at, next_try, attempts, title, "
      "title_key, entry) VALUES(?, ?, ?, 0, '', ?, ?, 0, 0, ?, ?, ?) ON CONFLICT(key) DO NOTHING");
  add.with(key.key, url, source_id, now, now);
  add.bind_or_null(entry == nullptr ? std::string_view() : std::string_view(entry->title));
  add.bind_or_null(entry == nullptr ? 0 : title_key(entry->title));
  add.bind_or_null(entry == nullptr ? std::string() : entry_json(*entry));
  if (add.run() == 0) return false;
  ++connection.pending.url_states[{number(UrlState::discovered), ""}];
  if (!key.host.empty()) ++connection.pending.hosts[key.host];
  return true;
}

struct Place {
  std::int64_t id = 0;
  std::int64_t state = 0;
  std::string reason;
};

// The row of a URL, made if need be.
Place place_of(Connection& connection, std::string_view url, Time now) {
  const UrlKey key = url_key(url, connection.url_rules());
  for (int attempt = 0; attempt < 2; ++attempt) {
    SqlStatement find = connection.prepare("SELECT id, state, reason FROM urls WHERE key = ?");
    find.bind(key.key);
    if (find.step()) return {find.integer(0), find.integer(1), find.text(2)};
    insert(connection, "", url, nullptr, now);
  }
  throw StorageFailure("cannot remember url " + std::string(url));
}

void count_move(Connection& connection, const Place& from, UrlState to, std::string_view reason) {
  --connection.pending.url_states[{from.state, from.reason}];
  ++connection.pending.url_states[{number(to), std::string(reason)}];
}

}  // namespace

std::string_view to_string(UrlState state) { return k_state_names.name(state); }
std::optional<UrlState> url_state_from(std::string_view name) { return k_state_names.value(name); }

std::vector<bool> UrlStore::remember(std::string_view source_id, const std::vector<FeedEntry>& entries, Time now) {
  WriteScope scope(database_);
  std::vector<bool> fresh;
  fresh.reserve(entries.size());
  for (const FeedEntry& entry : entries) {
    fresh.push_back(insert(database_.connection(), source_id, entry.url, &entry, now));
  }
  scope.done();
  return fresh;
}

bool UrlStore::remember(std::string_view source_id, std::string_view url, Time now) {
  WriteScope scope(database_);
  const bool fresh = insert(database_.connection(), source_id, url, nullptr, now);
  scope.done();
  return fresh;
}

void UrlStore::mark(std::string_view url, UrlState state, std::string_view reason, Time now) {
  WriteScope scope(database_);
  Connection& connection = database_.connection();
  const Place place = place_of(connection, url, now);
  if (place.state != number(UrlState::stored)) {
    const bool read = state == UrlState::stored || state == UrlState::dropped;
    connection
        .prepare(
            "UPDATE urls SET state = ?, reason = ?, changed_at = ?, attempts = attempts + ?, "
            "entry = CASE WHEN ? THEN NULL ELSE entry END WHERE id = ?")
        .with(number(state), reason, now, state == UrlState::fetched ? 1 : 0, read ? 1 : 0, place.id)
        .run();
    count_move(connection, place, state, reason);
  }
  scope.done();
}

void UrlStore::queue(std::string_view url, Time next_try, Time now) {
  WriteScope scope(database_);
  Connection& connection = database_.connection();
  const Place place = place_of(connection, url, now);
  if (place.state != number(UrlState::stored)) {
    connection.prepare("UPDATE urls SET state = 1, reason = '', changed_at = ?, next_try = ? WHERE id = ?")
        .with(now, next_try, place.id)
        .run();
    count_move(connection, place, UrlState::queued, "");
  }
  scope.done();
}

void UrlStore::retry(std::string_view url, std::string_view reason, Time next_try, Time now) {
  WriteScope scope(database_);
  Connection& connection = database_.connection();
  const Place place = place_of(connection, url, now);
  if (place.state != number(UrlState::stored)) {
    connection
        .prepare(
            "UPDATE urls SET state = 1, reason = ?, changed_at = ?, next_try = ?, attempts = attempts + 1 "
            "WHERE id = ?")
        .with(reason, now, next_try, place.id)
        .run();
    count_move(connection, place, UrlState::queued, reason);
  }
  scope.done();
}

std::vector<QueuedPage> UrlStore::due_pages(Time now, std::size_t limit, const Wanted& wanted) const {
  SqlStatement rows = database_.connection().prepare(
      "SELECT url, source_id, entry, title, first_seen, next_try, attempts FROM urls "
      "WHERE state = 1 AND next_try <= ? ORDER BY next_try LIMIT ?");
  rows.with(now, static_cast<std::int64_t>(limit));
  std::vector<QueuedPage> pages;
  while (rows.step()) {
    QueuedPage page;
    page.url = rows.text(0);
    if (wanted && !wanted(page.url)) continue;
    page.source_id = rows.text(1);
    if (!rows.is_null(2)) page.entry = read_entry(rows.view(2));
    if (page.entry.url.empty()) page.entry.url = page.url;
    if (page.entry.title.empty()) page.entry.title = rows.text(3);
    page.first_seen = rows.time(4);
    page.next_try = rows.time(5);
    page.attempts = static_cast<int>(rows.integer(6));
    pages.push_back(std::move(page));
  }
  return pages;
}

std::optional<Time> UrlStore::next_due_page() const {
  SqlStatement rows = database_.connection().prepare("SELECT min(next_try) FROM urls WHERE state = 1");
  return rows.step() && !rows.is_null(0) ? std::optional(rows.time(0)) : std::nullopt;
}

std::int64_t UrlStore::requeue_unfinished(Time now) {
  WriteScope scope(database_);
  Connection& connection = database_.connection();
  std::vector<Place> places;
  {
    SqlStatement rows = connection.prepare("SELECT id, state, reason FROM urls WHERE state = 2");
    while (rows.step()) places.push_back({rows.integer(0), rows.integer(1), rows.text(2)});
  }
  for (const Place& place : places) {
    connection.prepare("UPDATE urls SET state = 1, changed_at = ?, next_try = ? WHERE id = ?")
        .with(now, now, place.id)
        .run();
    count_move(connection, place, UrlState::queued, place.reason);
  }
  scope.done();
  return static_cast<std::int64_t>(places.size());
}

std::vector<UndecidedEntry> UrlStore::undecided(std::int64_t after, std::size_t limit) const {
  SqlStatement rows = database_.connection().prepare(
      "SELECT id, source_id, url, entry FROM urls WHERE state = 0 AND id > ? AND entry IS NOT NULL ORDER BY id LIMIT "
      "?");
  rows.with(after, static_cast<std::int64_t>(limit));
  std::vector<UndecidedEntry> entries;
  while (rows.step()) {
    UndecidedEntry undecided{rows.integer(0), rows.text(1), read_entry(rows.view(3))};
    undecided.entry.url = rows.text(2);
    entries.push_back(std::move(undecided));
  }
  return entries;
}

std::optional<UrlRecord> UrlStore::find(std::string_view url) const {
  static const std::string k_sql = std::string(k_record) + "WHERE key = ?";
  SqlStatement rows = database_.connection().prepare(k_sql);
  rows.bind(url_key(url, database_.connection().url_rules()).key);
  return rows.step() ? std::optional(read_record(rows)) : std::nullopt;
}

std::vector<UrlRecord> UrlStore::find_by_title(std::string_view title, std::size_t limit) const {
  std::vector<UrlRecord> records;
  const std::int64_t key = title_key(title);
  if (key == 0) return records;
  static const std::string k_sql = std::string(k_record) + "WHERE title_key = ? ORDER BY id DESC LIMIT ?";
  SqlStatement rows = database_.connection().prepare(k_sql);
  rows.with(key, static_cast<std::int64_t>(limit));
  while (rows.step()) records.push_back(read_record(rows));
  return records;
}

bool UrlStore::host_seen(std::string_view host) const {
  SqlStatement rows = database_.connection().prepare("SELECT 1 FROM hosts WHERE host = ?");
  rows.bind(host);
  return rows.step();
}

std::vector<UrlStore::StateCount> UrlStore::count_states() const {
  SqlStatement rows = database_.connection().prepare("SELECT state, reason, urls FROM url_counts WHERE urls <> 0");
  std::vector<StateCount> counts;
  while (rows.step()) counts.push_back({state_from(rows.integer(0)), rows.text(1), rows.integer(2)});
  return counts;
}

}  // namespace vigie::storage
