#include "crawler/address.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <charconv>
#include <cstring>
#include <utility>

#include "model/enum_names.h"
#include "model/text.h"

namespace vigie::crawler {
namespace {

constexpr EnumNames<AddressKind, 12> k_kind_names{{"public", "unspecified", "loopback", "private", "link-local",
                                                   "metadata", "carrier-grade NAT", "multicast", "broadcast",
                                                   "documentation", "benchmarking", "reserved"}};

struct Range4 {
  std::uint32_t network;
  int prefix;
  AddressKind kind;
};
// IANA IPv4 special-purpose registry; first match decides.
constexpr Range4 k_ranges4[] = {
    {0xA9FEA9FE, 32, AddressKind::metadata},         // 169.254.169.254: AWS, Google, Azure, OpenStack
    {0xA9FEAA02, 32, AddressKind::metadata},         // 169.254.170.2: AWS task credentials
    {0x646464C8, 32, AddressKind::metadata},         // 100.100.100.200: Alibaba
    {0xC00000C0, 32, AddressKind::metadata},         // 192.0.0.192: Oracle
    {0x00000000, 8, AddressKind::unspecified},       // RFC 791: this network
    {0x7F000000, 8, AddressKind::loopback},          // RFC 1122
    {0x0A000000, 8, AddressKind::private_network},   // RFC 1918
    {0xAC100000, 12, AddressKind::private_network},  //
    {0xC0A80000, 16, AddressKind::private_network},  //
    {0xA9FE0000, 16, AddressKind::link_local},       // RFC 3927
    {0x64400000, 10, AddressKind::carrier_nat},      // RFC 6598
    {0xC0000200, 24, AddressKind::documentation},    // RFC 5737
    {0xC6336400, 24, AddressKind::documentation},    //
    {0xCB007100, 24, AddressKind::documentation},    //
    {0xC6120000, 15, AddressKind::benchmarking},     // RFC 2544
    {0xC0000000, 24, AddressKind::reserved},         // RFC 6890
    {0xC0586300, 24, AddressKind::reserved},         // RFC 7526: 6to4 relay anycast
    {0xE0000000, 4, AddressKind::multicast},         // RFC 5771
    {0xFFFFFFFF, 32, AddressKind::broadcast},        // RFC 919
    {0xF0000000, 4, AddressKind::reserved},          // RFC 1112
};

bool in_range(std::uint32_t address, const Range4& range) {
  return range.prefix == 0 || (address ^ range.network) >> (32 - range.prefix) == 0;
}

AddressKind classify4(std::uint32_t address) {
  for (const Range4& range : k_ranges4) {
    if (in_range(address, range)) return range.kind;
  }
  return AddressKind::public_address;
}

std::uint32_t word(const Address& address, std::size_t at) {
  return std::uint32_t{address.bytes[at]} << 24 | std::uint32_t{address.bytes[at + 1]} << 16 |
         std::uint32_t{address.bytes[at + 2]} << 8 | address.bytes[at + 3];
}

bool starts_with(const Address& address, std::initializer_list<std::uint8_t> prefix) {
  return std::equal(prefix.begin(), prefix.end(), address.bytes.begin());
}

AddressKind classify6(const Address& address) {
  const std::uint8_t first = address.bytes[0];
  const std::uint8_t second = address.bytes[1];
  if (starts_with(address, {0xfd, 0x00, 0x0e, 0xc2})) return AddressKind::metadata;       // AWS fd00:ec2::254
  if (starts_with(address, {0xfd, 0x20, 0x00, 0xce})) return AddressKind::metadata;       // Google fd20:ce::254
  if ((first & 0xfe) == 0xfc) return AddressKind::private_network;                        // RFC 4193
  if (first == 0xfe && (second & 0xc0) == 0x80) return AddressKind::link_local;           // RFC 4291
  if (first == 0xfe && (second & 0xc0) == 0xc0) return AddressKind::private_network;      // RFC 3879 site-local
  if (first == 0xff) return AddressKind::multicast;                                       // RFC 4291
  if (starts_with(address, {0x20, 0x01, 0x0d, 0xb8})) return AddressKind::documentation;  // RFC 3849
  if (starts_with(address, {0x3f, 0xff}) && (address.bytes[2] & 0xf0) == 0) return AddressKind::documentation;
  if (starts_with(address, {0x20, 0x01, 0x00, 0x02, 0x00, 0x00})) return AddressKind::benchmarking;  // RFC 5180
  if (starts_with(address, {0x20, 0x01}) && address.bytes[2] < 0x02) return AddressKind::reserved;   // RFC 2928
  return (first & 0xe0) == 0x20 ? AddressKind::public_address : AddressKind::reserved;  // 2000::/3 is the open network
}

// What an IPv6 address leads to when it wraps an IPv4 one.
std::optional<std::uint32_t> wrapped4(const Address& address) {
  const auto& b = address.bytes;
  const bool zero_to_10 = std::all_of(b.begin(), b.begin() + 10, [](std::uint8_t byte) { return byte == 0; });
  if (zero_to_10 && b[10] == 0xff && b[11] == 0xff) return word(address, 12);                     // v4-mapped
  if (zero_to_10 && b[10] == 0 && b[11] == 0 && word(address, 12) > 1) return word(address, 12);  // v4-compatible
  const bool zero_to_8 = std::all_of(b.begin(), b.begin() + 8, [](std::uint8_t byte) { return byte == 0; });
  if (zero_to_8 && b[8] == 0xff && b[9] == 0xff && b[10] == 0 && b[11] == 0) return word(address, 12);  // RFC 2765
  if (starts_with(address, {0x00, 0x64, 0xff, 0x9b})) return word(address, 12);   // NAT64, RFC 6052 and 8215
  if (starts_with(address, {0x20, 0x02})) return word(address, 2);                // 6to4, RFC 3056
  if (starts_with(address, {0x20, 0x01, 0x00, 0x00})) return ~word(address, 12);  // Teredo, RFC 4380
  return std::nullopt;
}

bool is_localhost_name(std::string_view host) {
  while (!host.empty() && host.back() == '.') host.remove_suffix(1);
  const std::string lower = ascii_lower(host);
  constexpr std::string_view k_suffix = ".localhost";
  return lower == "localhost" || lower == "localhost.localdomain" ||
         (lower.size() > k_suffix.size() &&
          lower.compare(lower.size() - k_suffix.size(), k_suffix.size(), k_suffix) == 0);
}

}  // namespace

std::string_view to_string(AddressKind kind) { return k_kind_names.name(kind); }

bool Address::is_v4() const {
  constexpr std::uint8_t k_mapped[12] = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
  return std::equal(std::begin(k_mapped), std::end(k_mapped), bytes.begin());
}

std::string Address::text() const {
  char buffer[INET6_ADDRSTRLEN];
  const bool v4 = is_v4();
  ::inet_ntop(v4 ? AF_INET : AF_INET6, bytes.data() + (v4 ? 12 : 0), buffer, sizeof buffer);
  return buffer;
}

std::optional<Address> parse_address(std::string_view text) {
  if (text.size() >= 2 && text.front() == '[' && text.back() == ']') text = text.substr(1, text.size() - 2);
  text = text.substr(0, text.find('%'));
  if (text.empty() || text.size() >= INET6_ADDRSTRLEN) return std::nullopt;
  const std::string terminated(text);
  Address address;
  if (::inet_pton(AF_INET6, terminated.c_str(), address.bytes.data()) == 1) return address;
  if (::inet_pton(AF_INET, terminated.c_str(), address.bytes.data() + 12) != 1) return std::nullopt;
  address.bytes[10] = address.bytes[11] = 0xff;
  return address;
}

std::optional<Address> address_of(const sockaddr& socket_address) {
  Address address;
  if (socket_address.sa_family == AF_INET) {
    sockaddr_in in;
    std::memcpy(&in, &socket_address, sizeof in);
    address.bytes[10] = address.bytes[11] = 0xff;
    std::memcpy(address.bytes.data() + 12, &in.sin_addr, 4);
    return address;
  }
  if (socket_address.sa_family == AF_INET6) {
    sockaddr_in6 in;
    std::memcpy(&in, &socket_address, sizeof in);
    std::memcpy(address.bytes.data(), &in.sin6_addr, 16);
    return address;
  }
  return std::nullopt;
}

AddressKind classify(const Address& address) {
  if (const auto inner = wrapped4(address)) return classify4(*inner);
  const bool zero_to_12 =
      std::all_of(address.bytes.begin(), address.bytes.begin() + 12, [](std::uint8_t byte) { return byte == 0; });
  if (zero_to_12 && word(address, 12) == 0) return AddressKind::unspecified;
  if (zero_to_12 && word(address, 12) == 1) return AddressKind::loopback;
  return classify6(address);
}

Expected<AddressPolicy> AddressPolicy::from_blocks(const std::vector<std::string>& blocks) {
  AddressPolicy policy;
  for (const std::string& text : blocks) {
    const std::size_t slash = text.find('/');
    const auto network = parse_address(trim_ascii(std::string_view(text).substr(0, slash)));
    const auto wrong = [&text] {
      return failure(
          ErrorKind::invalid_config,
          "cannot read \"" + text + "\" as a block of addresses: expected one such as 10.0.0.0/8 or fd00::/8");
    };
    if (!network) return wrong();
    const int width = network->is_v4() ? 32 : 128;
    int prefix = width;
    if (slash != std::string::npos) {
      const std::string_view digits = trim_ascii(std::string_view(text).substr(slash + 1));
      const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), prefix);
      if (error != std::errc{} || end != digits.data() + digits.size() || prefix < 0 || prefix > width) return wrong();
    }
    policy.blocks_.push_back({*network, prefix + 128 - width});
  }
  return policy;
}

bool AddressPolicy::allows(const Address& address) const {
  if (classify(address) == AddressKind::public_address) return true;
  return std::any_of(blocks_.begin(), blocks_.end(), [&address](const Block& block) {
    const auto whole = static_cast<std::size_t>(block.prefix / 8);
    const int rest = block.prefix % 8;
    if (!std::equal(address.bytes.begin(), address.bytes.begin() + static_cast<std::ptrdiff_t>(whole),
                    block.network.bytes.begin())) {
      return false;
    }
    return rest == 0 || (address.bytes[whole] ^ block.network.bytes[whole]) >> (8 - rest) == 0;
  });
}

Expected<void> AddressPolicy::check_host(std::string_view host) const {
  if (const auto address = parse_address(host)) {
    if (allows(*address)) return {};
    return failure(ErrorKind::refused, describe(*address));
  }
  if (!is_localhost_name(host)) return {};
  Address loopback = *parse_address("127.0.0.1");
  if (allows(loopback)) return {};
  loopback = *parse_address("::1");
  if (allows(loopback)) return {};
  return failure(ErrorKind::refused, std::string(host) + " is a loopback name");
}

std::string describe(const Address& address) {
  return address.text() + " is a " + std::string(to_string(classify(address))) + " address";
}

}  // namespace vigie::crawler
