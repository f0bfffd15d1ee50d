#include "app/network_settings.h"

namespace vigie {

crawler::NetworkSettings network_settings(const NetworkConfig& config, const Clock& clock) {
  crawler::NetworkSettings settings;
  settings.version = VIGIE_VERSION;
  settings.contact = config.contact;
  settings.politeness_delay = config.politeness_delay;
  settings.crawl_delay_cap = config.crawl_delay_cap;
  settings.max_concurrency = static_cast<std::size_t>(config.concurrency);
  settings.per_host = static_cast<std::size_t>(config.per_host);
  settings.connect_timeout = config.connect_timeout;
  settings.timeout = config.timeout;
  settings.max_feed_bytes = static_cast<std::size_t>(config.max_feed_bytes);
  settings.max_page_bytes = static_cast<std::size_t>(config.max_page_bytes);
  settings.bandwidth = static_cast<std::uint64_t>(config.bandwidth);
  settings.proxy = config.proxy;
  settings.connect_to = config.connect_to;
  settings.allow_addresses = config.allow_addresses;
  settings.ca_file = config.ca_file;
  settings.clock_rate = clock.rate();
  settings.now = [&clock] { return clock.now(); };
  return settings;
}

}  // namespace vigie
