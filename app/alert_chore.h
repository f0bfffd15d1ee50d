#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "app/channel.h"
#include "app/daemon.h"
#include "app/digest_source.h"
#include "storage/search.h"

namespace vigie {

/// Tells new hits of the saved queries that have `alert = true`, by the channels whose events hold "alert". In a
/// channel's quiet hours and beyond its cap hits are gathered and told together afterwards. What was looked at, what
/// waits and what was told are in the database: a restart neither forgets a hit nor tells it twice.
class AlertChore : public Chore {
 public:
  /// Queries that are new, or whose words changed, begin with what arrives from here on; so after a reload().
  AlertChore(const Config& config, storage::Database& database);
  void run(Time now) override;
  void finish(Time now) override;
  void reload(const Config& config, const std::vector<Source>& sources) override;

 private:
  void adopt_queries();
  /// Looks at what arrived; true while more has arrived than one look takes.
  bool gather(const SavedQueryConfig& saved, Time now);
  void tell(const Channel& channel, Time now);

  Config config_;
  storage::Database& database_;
  storage::Ledger ledger_;
  std::vector<SavedQueryConfig> queries_;  // those that alert; none where no channel wants alerts
  storage::QueryExpansion expansion_;
  digest::Labels labels_;
  Time next_look_{};
};

}  // namespace vigie
