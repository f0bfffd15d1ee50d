#include "app/health_chore.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "app/delivery.h"
#include "app/log.h"

namespace vigie {
namespace {

constexpr seconds k_between{60};
constexpr seconds k_rest{3600};  // from one message to the next: a source that comes and goes is told once

using Told = std::map<std::string, std::string>;

Told read_told_health(const storage::Ledger& ledger, const std::string& channel) {
  const auto stored = nlohmann::json::parse(ledger.setting("health.told/" + channel).value_or("{}"), nullptr,
                                            /*allow_exceptions=*/false);
  Told told;
  if (!stored.is_object()) return told;
  for (const auto& [source, state] : stored.items()) {
    if (state.is_string()) told[source] = state.get<std::string>();
  }
  return told;
}

}  // namespace

digest::HealthNotice health_news(const Told& told, const std::vector<DigestHealth>& current,
                                 const std::vector<Source>& sources, Time now) {
  digest::HealthNotice notice;
  notice.at = now;
  std::map<std::string, bool> troubled;
  for (const DigestHealth& health : current) {
    troubled[health.source_id] = true;
    const auto before = told.find(health.source_id);
    if (before == told.end() || before->second != health.state) notice.troubled.push_back(health);
  }
  for (const Source& source : sources) {
    if (told.contains(source.id) && !troubled.contains(source.id)) {
      notice.recovered.push_back({source.id, source.publisher, "healthy", "", now});
    }
  }
  return notice;
}

void HealthChore::run(Time now) {
  if (now < next_look_) return;
  next_look_ = now + k_between;
  const std::vector<Channel> channels = channels_for(config_, "health");
  if (channels.empty()) return;
  const std::vector<DigestHealth> current = unhealthy_sources(database_, sources_, now);
  for (const Channel& channel : channels) tell(channel, current, now);
}

void HealthChore::finish(Time now) {
  next_look_ = Time{};
  run(now);
}

void HealthChore::tell(const Channel& channel, const std::vector<DigestHealth>& current, Time now) {
  const std::string name = channel.name();
  digest::HealthNotice notice = health_news(read_told_health(ledger_, name), current, sources_, now);
  if (notice.troubled.empty() && notice.recovered.empty()) return;
  std::vector<Time> times = read_times(ledger_, "health.times/" + name);
  const bool rests = !times.empty() && now < times.back() + k_rest;
  if (rests || !may_tell(channel.rule(config_), times, now, config_.digest.time_zone)) return;
  notice.time_zone = config_.digest.time_zone;
  nlohmann::json states = nlohmann::json::object();
  for (const DigestHealth& health : current) states[health.source_id] = health.state;
  times.push_back(now);
  storage::Transaction transaction(database_);
  if (const auto delivery = health_delivery(notice, channel, digest_labels(config_), config_, now)) {
    ledger_.add_delivery(*delivery);
  }
  ledger_.put_setting("health.told/" + name, states.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
  write_times(ledger_, "health.times/" + name, std::move(times), now);
  transaction.commit();
  LogEntry("notice")("channel", name)("troubled", static_cast<long long>(notice.troubled.size()))(
      "recovered", static_cast<long long>(notice.recovered.size()))
      .info();
}

}  // namespace vigie
