#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "model/fetch.h"
#include "storage/database.h"

namespace vigie::storage {

/// What each origin's robots.txt said last, so that a restart asks none again before its day is over (RFC 9309 2.4).
class RobotsStore {
 public:
  explicit RobotsStore(Database& database) : database_(database) {}

  /// Inserts or replaces what is known of answer.origin.
  void put(const RobotsAnswer& answer);
  /// What was fetched since `from`, the newest first.
  std::vector<RobotsAnswer> since(Time from, std::size_t limit) const;
  /// Deletes what was fetched before `before`, at most `limit`; returns how many went.
  std::int64_t forget(Time before, std::int64_t limit);

 private:
  Database& database_;
};

}  // namespace vigie::storage
