#pragma once

#include <vector>

#include "app/daemon.h"
#include "storage/upkeep.h"

namespace vigie {

/// Deletes once a day what the configuration's [retention] no longer keeps, articles and the rows of old fetches, a few
/// at a time so that the daemon goes on with its work in between; also what a month ago sites said of themselves. What
/// went is counted and logged; the addresses of articles stay known.
class RetentionChore : public Chore {
 public:
  RetentionChore(const Config& config, storage::Database& database);
  void run(Time now) override;
  void finish(Time now) override;
  void reload(const Config& config, const std::vector<Source>&) override { adopt(config); }

 private:
  void adopt(const Config& config);
  bool prune(Time now);

  std::vector<storage::RetentionRule> rules_;
  seconds attempts_kept_{0};
  storage::Database& database_;
  Time next_{};
  storage::PruneReport pruned_;       // of the pass under way
  std::int64_t attempts_pruned_ = 0;  // likewise
};

}  // namespace vigie
