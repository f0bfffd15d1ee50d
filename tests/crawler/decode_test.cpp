#include "crawler/decode.h"

#include <catch2/catch.hpp>
#include <string>

#include "tests/support/loopback_server.h"

using namespace vigie::crawler;
using vigie::test::gzip;

namespace {

constexpr std::size_t k_limit = 1'000'000;
const std::string k_text = "once upon a time " + std::string(5000, '-') + " the end";
const std::string k_brotli("\x0b\x02\x80hello\x03", 9);
const std::string k_zstd("\x28\xB5\x2F\xFD\x20\x05\x29\x00\x00hello", 14);

}  // namespace

TEST_CASE("a body without content encoding is given back as it is") {
  CHECK(decode("", k_text, k_limit).body == k_text);
  CHECK(decode("identity", k_text, k_limit).body == k_text);
  CHECK(decode(" , ", k_text, k_limit).end == DecodeEnd::complete);
}

TEST_CASE("each coding is undone") {
  CHECK(decode("gzip", gzip(k_text), k_limit).body == k_text);
  CHECK(decode("X-GZip", gzip(k_text), k_limit).body == k_text);
  CHECK(decode("br", k_brotli, k_limit).body == "hello");
  CHECK(decode("zstd", k_zstd, k_limit).body == "hello");
}

TEST_CASE("deflate is undone with zlib's wrapping and without (RFC 9110 8.4.1.2)") {
  const std::string member = gzip(k_text);
  const std::string raw = member.substr(10, member.size() - 18);  // without gzip's header and trailer
  CHECK(decode("deflate", raw, k_limit).body == k_text);
  const std::string wrapped("\x78\x9c\xcb\x48\xcd\xc9\xc9\x07\x00\x06\x2c\x02\x15", 13);
  CHECK(decode("deflate", wrapped, k_limit).body == "hello");
}

TEST_CASE("codings over each other are undone from the last to the first") {
  CHECK(decode("gzip, gzip", gzip(gzip(k_text)), k_limit).body == k_text);
  CHECK(decode("gzip, br", k_brotli, k_limit).end == DecodeEnd::broken);
  CHECK(decode("gzip, gzip, gzip, gzip", gzip(k_text), k_limit).end == DecodeEnd::unknown);
}

TEST_CASE("gzip members in a row are one body, padding behind them is none") {
  CHECK(decode("gzip", gzip("one ") + gzip("two"), k_limit).body == "one two");
  CHECK(decode("gzip", gzip(k_text) + std::string(10, '\0'), k_limit).body == k_text);
  CHECK(decode("gzip", gzip(k_text) + std::string(10, '\0'), k_limit).end == DecodeEnd::complete);
}

TEST_CASE("a body that ends early is told from one that is none") {
  std::string cut = gzip(k_text);
  cut.resize(cut.size() - 9);
  CHECK(decode("gzip", cut, k_limit).end == DecodeEnd::cut);
  CHECK(k_text.find(decode("gzip", cut, k_limit).body) == 0);
  CHECK(decode("gzip", "plain text", k_limit).end == DecodeEnd::broken);
  CHECK(decode("br", k_brotli.substr(0, 6), k_limit).end == DecodeEnd::cut);
  CHECK(decode("zstd", k_zstd.substr(0, 12), k_limit).end == DecodeEnd::cut);
  CHECK(decode("zstd", "plain text", k_limit).end == DecodeEnd::broken);
  CHECK(decode("deflate", "\xff\xff\xff", k_limit).end == DecodeEnd::broken);
}

TEST_CASE("a wrong checksum is noticed") {
  std::string wrong = gzip(k_text);
  wrong[wrong.size() - 6] = static_cast<char>(wrong[wrong.size() - 6] ^ 1);
  CHECK(decode("gzip", wrong, k_limit).end == DecodeEnd::broken);
}

TEST_CASE("no more than the limit comes out, whatever the size at the end says") {
  std::string bomb = gzip(std::string(10'000'000, ' '));
  CHECK(decode("gzip", bomb, k_limit).end == DecodeEnd::over);
  CHECK(decode("gzip", bomb, k_limit).body.size() <= k_limit);
  for (std::size_t i = 1; i <= 4; ++i) bomb[bomb.size() - i] = static_cast<char>(i == 4 ? 100 : 0);  // claims 100 bytes
  CHECK(decode("gzip", bomb, k_limit).end == DecodeEnd::over);
  CHECK(decode("gzip, gzip", gzip(gzip(std::string(10'000'000, ' '))), k_limit).end == DecodeEnd::over);
  CHECK(decode("gzip", gzip(std::string(k_limit, 'x')), k_limit).end == DecodeEnd::complete);
  CHECK(decode("gzip", gzip(std::string(k_limit + 1, 'x')), k_limit).end == DecodeEnd::over);
  CHECK(decode("", std::string(k_limit + 1, 'x'), k_limit).end == DecodeEnd::over);
}

TEST_CASE("an unknown coding is said so, and an empty body needs none") {
  CHECK(decode("rot13", "uryyb", k_limit).end == DecodeEnd::unknown);
  CHECK(decode("gzip", "", k_limit).end == DecodeEnd::complete);
}
