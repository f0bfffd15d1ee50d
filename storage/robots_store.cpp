#include "storage/robots_store.h"

#include "storage/connection.h"

namespace vigie::storage {

void RobotsStore::put(const RobotsAnswer& answer) {
  database_.connection()
      .prepare(
          "INSERT OR REPLACE INTO robots(origin, has_rules, rules, refusal, reason, strikes, fetched_at, expires_at) "
          "VALUES(?, ?, ?, ?, ?, ?, ?, ?)")
      .with(answer.origin, answer.has_rules ? 1 : 0, answer.rules, to_string(answer.refusal), answer.reason,
            answer.strikes, answer.fetched_at, answer.expires_at)
      .run();
}

std::vector<RobotsAnswer> RobotsStore::since(Time from, std::size_t limit) const {
  SqlStatement rows = database_.connection().prepare(
      "SELECT origin, has_rules, rules, refusal, reason, strikes, fetched_at, expires_at FROM robots "
      "WHERE fetched_at >= ? ORDER BY fetched_at DESC LIMIT ?");
  rows.with(from, static_cast<std::int64_t>(limit));
  std::vector<RobotsAnswer> answers;
  while (rows.step()) {
    RobotsAnswer answer;
    answer.origin = rows.text(0);
    answer.has_rules = rows.integer(1) != 0;
    answer.rules = rows.text(2);
    answer.refusal = outcome_kind_from(rows.view(3)).value_or(OutcomeKind::ok);
    answer.reason = rows.text(4);
    answer.strikes = static_cast<int>(rows.integer(5));
    answer.fetched_at = rows.time(6);
    answer.expires_at = rows.time(7);
    answers.push_back(std::move(answer));
  }
  return answers;
}

std::int64_t RobotsStore::forget(Time before, std::int64_t limit) {
  return database_.connection()
      .prepare(
          "DELETE FROM robots WHERE origin IN (SELECT origin FROM robots WHERE fetched_at < ? ORDER BY fetched_at "
          "LIMIT ?)")
      .with(before, limit)
      .run();
}

}  // namespace vigie::storage
