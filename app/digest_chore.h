#pragma once

#include "app/daemon.h"

namespace vigie {

/// Writes each day's digest at the configured local time, exactly once a day, also after a restart; days missed in an
/// outage (up to a week) are made up for, oldest first.
class DigestChore : public Chore {
 public:
  DigestChore(const Config& config, storage::Database& database) : config_(config), database_(database) {}
  void run(Time now) override;
  void reload(const Config& config, const std::vector<Source>&) override { config_ = config; }

 private:
  bool write_day(const std::string& day, Time now);

  Config config_;
  storage::Database& database_;
  Time next_look_{};
};

}  // namespace vigie
