#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "model/error.h"
#include "model/time.h"

namespace vigie::crawler {

/// How the network thread behaves. Units are in the types; the defaults suit a small machine on the open network.
struct NetworkSettings {
  std::string product = "vigie";  // product token: of the User-Agent and in robots.txt (RFC 9309 2.2.1)
  std::string version = "0.1";    // behind the token in the User-Agent
  std::string contact;            // URL or address where a site's owner reaches us; in the User-Agent

  std::chrono::milliseconds politeness_delay{1000};  // end of an answer to the next request to that host; 0 to measure
  std::chrono::milliseconds crawl_delay_cap{30000};  // a robots.txt cannot ask for more
  std::size_t max_concurrency = 200;                 // transfers at once over all hosts
  std::size_t per_host = 1;                          // transfers at once to one host
  std::size_t max_queued = 300000;       // requests held; beyond it none is taken from the port. About 0.6 kB each
  std::size_t max_buffered = 8'000'000;  // body bytes in flight, a quarter of them for large bodies; bounds memory

  std::chrono::milliseconds connect_timeout{15000};
  std::chrono::milliseconds timeout{60000};         // one transfer, first byte to last
  std::chrono::milliseconds low_speed_time{20000};  // slower than low_speed_bytes a second for this long: timeout
  long low_speed_bytes = 100;                       // bytes a second
  std::size_t max_feed_bytes = 16'000'000;          // feeds, sitemaps and listings, after decoding
  std::size_t max_page_bytes = 8'000'000;           // pages, after decoding
  std::size_t max_header_bytes = 131'072;           // all response header lines together
  int max_redirects = 5;
  std::uint64_t bandwidth = 0;  // bytes a second over all transfers, 0 for no cap

  std::string proxy;  // "http://host:port" or "socks5://host:port"; the environment's proxies are not used.
                      // Behind a proxy only literal addresses can be checked: names resolve where we cannot see.
  std::vector<std::string> connect_to;       // "HOST:PORT:ADDRESS:PORT", as curl's --connect-to
  std::vector<std::string> allow_addresses;  // CIDR blocks opened although they are not public
  std::string ca_file;                       // PEM file of certificates to trust; empty: the system's

  std::chrono::seconds robots_lifetime{86400};    // how long a robots.txt is used (RFC 9309 2.4: a day)
  std::chrono::seconds robots_retry{600};         // an unreachable robots.txt is asked again after this
  std::size_t robots_cache_bytes = 16'000'000;    // rules of all origins; the oldest go first
  std::chrono::milliseconds hold_at_most{10000};  // a paused host's requests wait here this long; longer: `waiting`
  std::chrono::seconds longest_pause{7 * 86400};  // a server's wait is cut to this
  std::chrono::seconds backoff_first{60};         // 429 without Retry-After: doubles with each, jittered
  double clock_rate = 1;                          // schedules (pauses, robots) run this many times as fast
  std::function<Time()> now;                      // wall clock of stored times; empty: the system's
};

/// Checks what a configuration says of the network: CIDR blocks, connect_to entries, proxy. Errors: invalid_config.
Expected<void> check_network_settings(const NetworkSettings& settings);

/// The User-Agent: "vigie/0.1 (+https://example.org/bot)".
std::string user_agent(const NetworkSettings& settings);

}  // namespace vigie::crawler
