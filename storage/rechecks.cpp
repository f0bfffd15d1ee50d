#include <array>
#include <chrono>

#include "storage/connection.h"
#include "storage/evidence.h"
#include "storage/url_key.h"

namespace vigie::storage {
namespace {

using std::chrono::hours;
constexpr std::array<seconds, 6> k_steps = {hours(1), hours(6), hours(24), hours(72), hours(168), hours(720)};

}  // namespace

void RecheckStore::begin(std::string_view url, std::string_view source_id, Time captured_at) {
  Connection& connection = database_.connection();
  connection
      .prepare(
          "INSERT INTO rechecks(url_key, url, source_id, started_at, step, due) VALUES(?, ?, ?, ?, 0, ?) "
          "ON CONFLICT(url_key) DO NOTHING")
      .with(url_key(url, connection.url_rules()).key, url, source_id, captured_at, captured_at + k_steps.front())
      .run();
}

std::vector<RecheckStore::Recheck> RecheckStore::due(Time now, std::size_t limit) const {
  SqlStatement rows = database_.connection().prepare(
      "SELECT url, source_id, step, due FROM rechecks WHERE due > 0 AND due <= ? ORDER BY due LIMIT ?");
  rows.with(now, static_cast<std::int64_t>(limit));
  std::vector<Recheck> found;
  while (rows.step()) found.push_back({rows.text(0), rows.text(1), static_cast<int>(rows.integer(2)), rows.time(3)});
  return found;
}

std::optional<Time> RecheckStore::next_due() const {
  SqlStatement row = database_.connection().prepare("SELECT min(due) FROM rechecks WHERE due > 0");
  return row.step() && !row.is_null(0) ? std::optional(row.time(0)) : std::nullopt;
}

void RecheckStore::done(std::string_view url, Time now) {
  Connection& connection = database_.connection();
  const std::string key = url_key(url, connection.url_rules()).key;
  std::size_t step = 0;
  Time started{};
  {
    SqlStatement row = connection.prepare("SELECT step, started_at FROM rechecks WHERE url_key = ?");
    row.bind(key);
    if (!row.step()) return;
    step = static_cast<std::size_t>(row.integer(0)) + 1;
    started = row.time(1);
  }
  // Looks missed while nobody was watching are not made up one after the other.
  while (step < k_steps.size() && started + k_steps[step] <= now) ++step;
  const Time next = step < k_steps.size() ? started + k_steps[step] : Time{};
  connection.prepare("UPDATE rechecks SET step = ?, due = ? WHERE url_key = ?")
      .with(static_cast<std::int64_t>(step), next, key)
      .run();
}

}  // namespace vigie::storage
