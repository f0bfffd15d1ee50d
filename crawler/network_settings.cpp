#include "crawler/network_settings.h"

#include <cstddef>
#include <string>

#include "crawler/address.h"

namespace vigie::crawler {

std::string user_agent(const NetworkSettings& settings) {
  std::string agent = settings.product + "/" + settings.version;
  if (!settings.contact.empty()) agent += " (+" + settings.contact + ")";
  return agent;
}

Expected<void> check_network_settings(const NetworkSettings& settings) {
  if (const auto policy = AddressPolicy::from_blocks(settings.allow_addresses); !policy) {
    return tl::unexpected(policy.error());
  }
  for (const std::string& entry : settings.connect_to) {
    // HOST:PORT:ADDRESS:PORT, where HOST and ADDRESS may be empty or a bracketed IPv6 address.
    std::size_t colons = 0;
    bool bracketed = false;
    for (const char c : entry) {
      if (c == '[') bracketed = true;
      if (c == ']') bracketed = false;
      if (c == ':' && !bracketed) ++colons;
    }
    if (colons != 3) {
      return failure(ErrorKind::invalid_config,
                     "cannot read connect_to \"" + entry + "\": expected HOST:PORT:ADDRESS:PORT");
    }
  }
  const std::string& proxy = settings.proxy;
  const bool known = proxy.empty() || proxy.find("://") == std::string::npos || proxy.rfind("http://", 0) == 0 ||
                     proxy.rfind("https://", 0) == 0 || proxy.rfind("socks5://", 0) == 0 ||
                     proxy.rfind("socks5h://", 0) == 0;
  if (!known) {
    return failure(ErrorKind::invalid_config,
                   "cannot use proxy \"" + proxy + "\": expected http://HOST:PORT or socks5://HOST:PORT");
  }
  return {};
}

}  // namespace vigie::crawler
