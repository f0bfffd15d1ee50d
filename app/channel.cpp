#include "app/channel.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace vigie {
namespace {

constexpr seconds k_longest_cap{86400};

bool wants(const std::vector<std::string>& events, std::string_view event) {
  return std::find(events.begin(), events.end(), event) != events.end();
}

}  // namespace

std::vector<Channel> channels_for(const Config& config, std::string_view event) {
  std::vector<Channel> channels;
  if (!config.mail.smtp.empty() && wants(config.mail.events, event)) {
    for (const std::string& recipient : config.mail.to) channels.push_back({nullptr, recipient});
  }
  for (const WebhookConfig& webhook : config.webhooks) {
    if (wants(webhook.events, event)) channels.push_back({&webhook, ""});
  }
  return channels;
}

std::vector<Time> read_times(const storage::Ledger& ledger, const std::string& setting) {
  const auto stored =
      nlohmann::json::parse(ledger.setting(setting).value_or("[]"), nullptr, /*allow_exceptions=*/false);
  std::vector<Time> times;
  if (!stored.is_array()) return times;
  for (const nlohmann::json& at : stored) {
    if (at.is_number_integer()) times.emplace_back(seconds{at.get<std::int64_t>()});
  }
  return times;
}

void write_times(storage::Ledger& ledger, const std::string& setting, std::vector<Time> times, Time now) {
  nlohmann::json stored = nlohmann::json::array();
  for (const Time at : times) {
    if (at > now - k_longest_cap) stored.push_back(at.time_since_epoch().count());
  }
  ledger.put_setting(setting, stored.dump());
}

}  // namespace vigie
