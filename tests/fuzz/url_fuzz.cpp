// URLs of any shape: parsing is idempotent, a resolved reference parses to itself, the keys terminate.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "model/url.h"

namespace {

const vigie::UrlRules k_rules{{"utm_*", "ref=rss", "fbclid"},
                              {"phpsessid", "jsessionid"},
                              {"sid"},
                              {"amp=1"},
                              {"www", "m", "amp"},
                              {"index.html"},
                              {{"blogspot.*", {"m=1"}, {}, ""}, {"example.org", {}, {"ref=rss"}, "example.com"}}};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::size_t line = bytes.find('\n');
  const std::string_view input = bytes.substr(0, line);
  const std::string_view base = line == bytes.npos ? std::string_view() : bytes.substr(line + 1);
  if (const auto href = vigie::whatwg_href(input, base)) {
    if (href->size() <= 65536 && vigie::whatwg_href(*href) != href) std::abort();
  }
  static_cast<void>(vigie::canonicalize_url(bytes));
  const auto url = vigie::parse_url(input);
  if (!url) return 0;
  static_cast<void>(vigie::canonical_key(*url, k_rules));
  const auto stripped = vigie::parse_url(vigie::strip_tracking(*url, k_rules));
  if (!stripped && url->href().size() <= 65536) std::abort();
  static_cast<void>(vigie::resolve_url(*url, base));
  static_cast<void>(vigie::registrable_domain(url->host));
  return 0;
}
