#pragma once

#include <memory>
#include <optional>
#include <set>
#include <vector>

#include "app/channel.h"
#include "app/config.h"
#include "app/daemon.h"
#include "app/postman.h"
#include "digest/labels.h"
#include "digest/message.h"
#include "model/digest.h"
#include "storage/ledger.h"

namespace vigie {

/// The messages that carry a digest: one mail to all recipients, one POST a webhook that wants digests. Stored in the
/// transaction that records the digest, they reach each recipient exactly once a day.
std::vector<storage::Delivery> digest_deliveries(const Digest& digest, const digest::Labels& labels,
                                                 const Config& config, Time now);

/// The message that tells an alert by one channel; nothing where it cannot be written (the log says why).
std::optional<storage::Delivery> alert_delivery(const digest::Alert& alert, const Channel& channel,
                                                const digest::Labels& labels, const Config& config, Time now);

/// Likewise of the sources' health.
std::optional<storage::Delivery> health_delivery(const digest::HealthNotice& notice, const Channel& channel,
                                                 const digest::Labels& labels, const Config& config, Time now);

/// Sends what is due through a Postman and records what became of it: doubling waits between tries, given up after
/// [mail] retry_for.
class DeliveryChore : public Chore {
 public:
  DeliveryChore(const Config& config, storage::Database& database);
  void run(Time now) override;
  void finish(Time now) override;
  void reload(const Config& config, const std::vector<Source>&) override { adopt(config); }
  void stop(Time now) override;

 private:
  void adopt(const Config& config);
  void record(const std::vector<Receipt>& receipts, Time now);

  std::shared_ptr<const PostSettings> settings_;
  storage::Database& database_;
  storage::Ledger ledger_;
  Postman postman_;
  std::set<std::int64_t> under_way_;
  Time next_look_{};
};

}  // namespace vigie
