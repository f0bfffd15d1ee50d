// Pages that list articles: the first line is the selector of a listing rule (empty: the automatic finder), the rest
// the page. The same line is tried as an XPath expression and the whole as a site's rule.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "model/text.h"
#include "parsers/html.h"
#include "parsers/listing.h"
#include "parsers/selector.h"
#include "parsers/site_rule.h"

using namespace vigie;
using namespace vigie::parsers;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const std::size_t end = input.find('\n');
  ListingRule rule;
  rule.link = input.substr(0, end);
  const std::string_view page = end == std::string_view::npos ? std::string_view() : input.substr(end + 1);
  const auto feed = read_listing(page, "https://ministry.example/press/", "text/html", rule);
  if (!feed && feed.error().message.empty()) std::abort();
  if (feed) {
    for (const FeedEntry& entry : feed->entries) {
      if (!is_valid_utf8(entry.title)) std::abort();
    }
  }
  if (const auto document = parse_html(page)) {
    (void)select(*document, rule.link);
    (void)select_xpath(*document, rule.link);
  }
  (void)read_site_rule(input);
  return 0;
}
