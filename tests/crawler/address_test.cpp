#include "crawler/address.h"

#include <netinet/in.h>
#include <sys/socket.h>

#include <catch2/catch.hpp>
#include <cstring>

using namespace vigie;
using namespace vigie::crawler;

namespace {

AddressKind kind(std::string_view text) {
  const auto address = parse_address(text);
  REQUIRE(address);
  return classify(*address);
}

}  // namespace

TEST_CASE("addresses are sorted by the IANA special-purpose registries (S1)") {
  CHECK(kind("93.184.216.34") == AddressKind::public_address);
  CHECK(kind("0.0.0.0") == AddressKind::unspecified);
  CHECK(kind("0.1.2.3") == AddressKind::unspecified);
  CHECK(kind("127.0.0.1") == AddressKind::loopback);
  CHECK(kind("127.255.255.254") == AddressKind::loopback);
  CHECK(kind("10.1.2.3") == AddressKind::private_network);
  CHECK(kind("172.16.0.1") == AddressKind::private_network);
  CHECK(kind("172.31.255.255") == AddressKind::private_network);
  CHECK(kind("172.32.0.1") == AddressKind::public_address);
  CHECK(kind("192.168.1.1") == AddressKind::private_network);
  CHECK(kind("169.254.1.1") == AddressKind::link_local);
  CHECK(kind("169.254.169.254") == AddressKind::metadata);
  CHECK(kind("100.64.0.1") == AddressKind::carrier_nat);
  CHECK(kind("100.127.255.255") == AddressKind::carrier_nat);
  CHECK(kind("100.128.0.1") == AddressKind::public_address);
  CHECK(kind("192.0.2.1") == AddressKind::documentation);
  CHECK(kind("198.18.0.1") == AddressKind::benchmarking);
  CHECK(kind("192.0.0.8") == AddressKind::reserved);
  CHECK(kind("224.0.0.1") == AddressKind::multicast);
  CHECK(kind("240.0.0.1") == AddressKind::reserved);
  CHECK(kind("255.255.255.255") == AddressKind::broadcast);
}

TEST_CASE("IPv6 addresses are sorted too") {
  CHECK(kind("2606:4700::1111") == AddressKind::public_address);
  CHECK(kind("::") == AddressKind::unspecified);
  CHECK(kind("::1") == AddressKind::loopback);
  CHECK(kind("[::1]") == AddressKind::loopback);
  CHECK(kind("fe80::1%eth0") == AddressKind::link_local);
  CHECK(kind("fc00::1") == AddressKind::private_network);
  CHECK(kind("fd12:3456::1") == AddressKind::private_network);
  CHECK(kind("fec0::1") == AddressKind::private_network);
  CHECK(kind("fd00:ec2::254") == AddressKind::metadata);
  CHECK(kind("ff02::1") == AddressKind::multicast);
  CHECK(kind("2001:db8::1") == AddressKind::documentation);
  CHECK(kind("100::1") == AddressKind::reserved);
}

TEST_CASE("an IPv4 address inside an IPv6 one is what it wraps (S1)") {
  CHECK(kind("::ffff:127.0.0.1") == AddressKind::loopback);
  CHECK(kind("::127.0.0.1") == AddressKind::loopback);
  CHECK(kind("64:ff9b::10.0.0.1") == AddressKind::private_network);
  CHECK(kind("64:ff9b:1::192.168.0.1") == AddressKind::private_network);
  CHECK(kind("2002:7f00:1::") == AddressKind::loopback);
  CHECK(kind("2001:0:1:2:3:4:f5ff:fffe") == AddressKind::private_network);  // Teredo client 10.0.0.1
  CHECK(kind("64:ff9b::93.184.216.34") == AddressKind::public_address);
  CHECK(kind("::ffff:169.254.169.254") == AddressKind::metadata);
}

TEST_CASE("only canonical addresses are read; other spellings are the URL parser's") {
  for (const char* text : {"", "example.org", "127.1", "0x7f.0.0.1", "2130706433", "127.0.0.1.", "1.2.3.4.5", ":::1"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_address(text));
  }
}

TEST_CASE("a socket address of either family is read") {
  sockaddr_in in{};
  in.sin_family = AF_INET;
  in.sin_addr.s_addr = htonl(0x7F000001);
  sockaddr plain{};
  std::memcpy(&plain, &in, sizeof plain);
  REQUIRE(address_of(plain));
  CHECK(address_of(plain)->text() == "127.0.0.1");
  plain.sa_family = AF_UNIX;
  CHECK_FALSE(address_of(plain));
}

TEST_CASE("the policy refuses what is not public unless a block opens it") {
  const auto policy = AddressPolicy::from_blocks({"127.0.0.0/8", "fd00::/8", "10.1.2.3"});
  REQUIRE(policy);
  CHECK(policy->allows(*parse_address("93.184.216.34")));
  CHECK(policy->allows(*parse_address("127.9.9.9")));
  CHECK(policy->allows(*parse_address("::ffff:127.0.0.1")));
  CHECK(policy->allows(*parse_address("fd00::1")));
  CHECK(policy->allows(*parse_address("10.1.2.3")));
  CHECK_FALSE(policy->allows(*parse_address("10.1.2.4")));
  CHECK_FALSE(policy->allows(*parse_address("192.168.0.1")));
  CHECK_FALSE(policy->allows(*parse_address("::1")));
  CHECK_FALSE(AddressPolicy().allows(*parse_address("127.0.0.1")));
}

TEST_CASE("odd prefixes compare the bits they name") {
  const auto policy = AddressPolicy::from_blocks({"127.1.0.0/15"});
  REQUIRE(policy);
  CHECK(policy->allows(*parse_address("127.0.0.1")));
  CHECK(policy->allows(*parse_address("127.1.0.1")));
  CHECK_FALSE(policy->allows(*parse_address("127.2.0.1")));
}

TEST_CASE("a block that cannot be read is an error that shows it") {
  for (const char* block : {"localhost", "127.0.0.0/33", "10.0.0.0/", "10.0.0.0/x", "fd00::/129", "/8", ""}) {
    const auto policy = AddressPolicy::from_blocks({block});
    CAPTURE(block);
    REQUIRE_FALSE(policy);
    CHECK(policy.error().kind == ErrorKind::invalid_config);
  }
}

TEST_CASE("a URL's host is refused at sight where it is literal or a localhost name") {
  const AddressPolicy closed;
  CHECK(closed.check_host("example.org"));
  CHECK(closed.check_host("93.184.216.34"));
  REQUIRE_FALSE(closed.check_host("[::1]"));
  CHECK(closed.check_host("127.0.0.1").error().message == "127.0.0.1 is a loopback address");
  CHECK(closed.check_host("169.254.169.254").error().message == "169.254.169.254 is a metadata address");
  CHECK_FALSE(closed.check_host("localhost"));
  CHECK_FALSE(closed.check_host("s1.LocalHost."));
  CHECK(closed.check_host("notlocalhost"));
  const auto open = AddressPolicy::from_blocks({"127.0.0.0/8"});
  CHECK(open->check_host("localhost"));
}
