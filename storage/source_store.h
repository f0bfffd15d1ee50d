#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/fetch.h"
#include "model/time.h"
#include "storage/database.h"

namespace vigie::storage {

/// A source's health became another: an event to be told once.
struct HealthChange {
  std::int64_t id = 0;  // given by the store, growing
  Time at{};
  std::string source_id;
  Health before = Health::healthy;
  Health after = Health::healthy;
  std::string reason;  // in words; empty where it is healthy again
};

/// What is remembered of sources between polls, and every attempt's outcome. Writing members want a Transaction for
/// speed; all throw StorageFailure.
class SourceStore {
 public:
  explicit SourceStore(Database& database) : database_(database) {}

  /// Inserts or replaces the state of state.source_id.
  void put(const SourceState& state);
  std::optional<SourceState> find(std::string_view source_id) const;
  std::vector<SourceState> all() const;

  /// States with next_check_at <= now, the longest overdue first.
  std::vector<SourceState> due(Time now, std::size_t limit) const;
  /// The earliest next_check_at of all, if any source is known.
  std::optional<Time> next_due() const;

  /// One row for an attempt, whatever happened.
  void add_outcome(const FetchOutcome& outcome);
  /// Newest first.
  std::vector<FetchOutcome> outcomes_of_source(std::string_view source_id, std::size_t limit) const;
  std::vector<FetchOutcome> outcomes_of_url(std::string_view url, std::size_t limit) const;
  /// Attempts from `from` on, by kind of outcome.
  struct OutcomeCount {
    OutcomeKind kind = OutcomeKind::ok;
    std::int64_t attempts = 0;
  };
  std::vector<OutcomeCount> count_outcomes(Time from) const;
  /// Sources polled (feed, sitemap or listing attempts) in [from, until).
  std::int64_t polled(Time from, Time until) const;

  void add_health_change(const HealthChange& change);
  /// Changes with an id above `after`, in order: whoever tells them remembers the last id told.
  std::vector<HealthChange> health_changes(std::int64_t after, std::size_t limit) const;

  /// Deletes outcomes and changes of health older than `before`, at most `limit` of each; returns how many outcomes
  /// went, which is also added to the counter "outcomes_pruned".
  std::int64_t prune_outcomes(Time before, std::int64_t limit);

 private:
  Database& database_;
};

}  // namespace vigie::storage
