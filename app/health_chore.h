#pragma once

#include <map>
#include <string>
#include <vector>

#include "app/channel.h"
#include "app/daemon.h"
#include "app/digest_source.h"
#include "digest/message.h"

namespace vigie {

/// Tells which sources fell silent, fail, are blocked or gone, and which are watched again, by the channels whose
/// events hold "health": what differs from what that channel was last told, in one message an hour at most and none in
/// its quiet hours.
class HealthChore : public Chore {
 public:
  HealthChore(const Config& config, std::vector<Source> sources, storage::Database& database)
      : config_(config), sources_(std::move(sources)), database_(database), ledger_(database) {}
  void run(Time now) override;
  void finish(Time now) override;
  void reload(const Config& config, const std::vector<Source>& sources) override {
    config_ = config;
    sources_ = sources;
  }

 private:
  void tell(const Channel& channel, const std::vector<DigestHealth>& current, Time now);

  Config config_;
  std::vector<Source> sources_;
  storage::Database& database_;
  storage::Ledger ledger_;
  Time next_look_{};
};

/// What a channel that was told `told` (state by source id) has not heard of `current`, the sources in trouble.
digest::HealthNotice health_news(const std::map<std::string, std::string>& told,
                                 const std::vector<DigestHealth>& current, const std::vector<Source>& sources,
                                 Time now);

}  // namespace vigie
