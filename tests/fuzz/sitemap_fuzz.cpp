// Sitemaps of any shape, gzipped or not: every entry has a web address.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "parsers/sitemap.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto feed = vigie::parsers::read_sitemap(bytes, "https://a.example/sitemap.xml", "");
  if (!feed) return 0;
  for (const vigie::FeedEntry& entry : feed->entries) {
    if (feed->format == "sitemap" && entry.url.empty() && entry.title.empty() && entry.id.empty()) continue;
    if (feed->format == "sitemapindex" && entry.url.empty()) std::abort();
  }
  return 0;
}
