#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/config.h"
#include "model/time.h"
#include "storage/ledger.h"

namespace vigie {

/// Where messages go: one recipient of [mail], or one [[webhook]]. A recipient whose server says no keeps no other
/// from getting theirs.
struct Channel {
  const WebhookConfig* webhook = nullptr;  // null: by mail
  std::string recipient;                   // of the mail

  const TellingRule& rule(const Config& config) const { return webhook != nullptr ? webhook->rule : config.mail.rule; }
  /// "mail/a@b" or "webhook/URL": the tail of its deliveries' keys.
  std::string name() const { return webhook != nullptr ? "webhook/" + webhook->url : "mail/" + recipient; }
};

/// The channels whose events hold `event`: "digest", "alert" or "health". They point into `config`.
std::vector<Channel> channels_for(const Config& config, std::string_view event);

/// When messages of an event went out by a channel, as far back as its cap looks: what may_tell wants.
std::vector<Time> read_times(const storage::Ledger& ledger, const std::string& setting);
void write_times(storage::Ledger& ledger, const std::string& setting, std::vector<Time> times, Time now);

}  // namespace vigie
