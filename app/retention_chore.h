#pragma once

#include <vector>

#include "app/daemon.h"
#include "storage/upkeep.h"

namespace vigie {

/// Deletes once a day what the configuration's [retention] no longer keeps, a few articles at a time so that the daemon
/// goes on with its work in between. What went is counted and logged; its addresses stay known.
class RetentionChore : public Chore {
 public:
  RetentionChore(const Config& config, storage::Database& database);
  void run(Time now) override;
  void finish(Time now) override;

 private:
  std::vector<storage::RetentionRule> rules_;
  storage::Database& database_;
  Time next_{};
  storage::PruneReport pruned_;  // of the pass under way
};

}  // namespace vigie
