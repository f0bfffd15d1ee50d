#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/error.h"

struct sockaddr;

namespace vigie::crawler {

/// Where an IP address leads, by the IANA special-purpose registries (RFC 6890) and the clouds' metadata services.
enum class AddressKind {
  public_address,
  unspecified,      // 0.0.0.0/8, ::
  loopback,         // 127.0.0.0/8, ::1
  private_network,  // RFC 1918, fc00::/7, fec0::/10
  link_local,       // 169.254.0.0/16, fe80::/10
  metadata,         // 169.254.169.254, fd00:ec2::254 and the like
  carrier_nat,      // 100.64.0.0/10
  multicast,        // 224.0.0.0/4, ff00::/8
  broadcast,        // 255.255.255.255
  documentation,    // 192.0.2.0/24, 2001:db8::/32 …
  benchmarking,     // 198.18.0.0/15, 2001:2::/48
  reserved,         // 240.0.0.0/4, 192.0.0.0/24 and what else is not for the open network
};
std::string_view to_string(AddressKind kind);

/// An IP address of either family in 16 bytes; IPv4 as ::ffff:a.b.c.d.
struct Address {
  std::array<std::uint8_t, 16> bytes{};
  bool is_v4() const;
  /// "192.0.2.1" or "2001:db8::1".
  std::string text() const;
  friend bool operator==(const Address&, const Address&) = default;
};

/// Reads "127.0.0.1", "::1" or "[::1]"; a zone ("%eth0") is dropped. Only the canonical dotted quad: the decimal, octal
/// and short forms are the URL parser's to normalise.
std::optional<Address> parse_address(std::string_view text);
/// The address of an AF_INET or AF_INET6 socket address; nothing for other families.
std::optional<Address> address_of(const sockaddr& socket_address);

/// Kind of an address. An IPv4 address wrapped in IPv6 (v4-mapped, v4-compatible, NAT64 64:ff9b::/96 and
/// 64:ff9b:1::/48, 6to4 2002::/16, Teredo 2001::/32) is of the worst kind of what it wraps.
AddressKind classify(const Address& address);

/// "127.0.0.1 is a loopback address".
std::string describe(const Address& address);

/// Which addresses may be connected to: public ones, and what `[network] allow_addresses` opens.
class AddressPolicy {
 public:
  AddressPolicy() = default;
  /// From CIDR blocks ("127.0.0.0/8", "fd00::/8") or single addresses. Errors: invalid_config.
  static Expected<AddressPolicy> from_blocks(const std::vector<std::string>& blocks);

  bool allows(const Address& address) const;
  /// For a URL's host: refuses a literal address that is not allowed, and "localhost" names unless loopback is open.
  /// Names are otherwise allowed: what they resolve to is checked when it is connected to. A refusal says why:
  /// `127.0.0.1 is a loopback address`.
  Expected<void> check_host(std::string_view host) const;

 private:
  struct Block {
    Address network;
    int prefix;  // of 128
  };
  std::vector<Block> blocks_;
};

}  // namespace vigie::crawler
