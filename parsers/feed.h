#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "model/feed.h"

namespace vigie::parsers {

/// Where a feed came from and how much of it is read.
struct FeedContext {
  std::string url;                        // final address, base of relative links; may be empty
  std::string content_type;               // HTTP header's value; may be empty
  std::string content_language;           // HTTP Content-Language; the feed's language where it says none
  std::string country;                    // of the source, ISO 3166-1 alpha-2; for zones such as "IST"; may be empty
  std::size_t max_bytes = 64u << 20;      // longer bodies are an error (limit)
  std::size_t max_entries = 50'000;       // entries behind these are dropped and told in repairs
  std::size_t max_text_bytes = 2u << 20;  // of one field; longer ones are cut and told in repairs
  int max_depth = 256;                    // of element nesting; deeper elements are read as text
};

/// Called once for each entry, in document order; false stops reading.
using EntrySink = std::function<bool(FeedEntry&& entry)>;

/// Reads RSS 0.90 to 2.0, RSS 1.0, Atom 0.3 and 1.0, CDF and JSON Feed 1.0 and 1.1 out of bytes in any encoding,
/// mending what real feeds break (Feed::repairs tells what). Nothing is fetched, no external entity is read. Errors:
/// malformed (empty body, no feed element, no JSON), unsupported (an HTML page or a bot check served as a feed, other
/// formats; the message names which), limit.
Expected<Feed> read_feed(std::string_view bytes, const FeedContext& context);

/// The same with the entries handed to `sink` as they are read, Feed::entries staying empty: memory stays flat. A feed
/// element that stands behind entries (a channel title at the end) is in the returned Feed all the same; entries
/// inherit only what stood before them.
Expected<Feed> read_feed(std::string_view bytes, const FeedContext& context, const EntrySink& sink);

/// A feed an HTML page names: <link rel="alternate" type="application/rss+xml" href="…">.
struct FeedLink {
  std::string url;    // absolute
  std::string title;  // as the page says it, or empty
  std::string type;   // media type, lower case
};

/// The feeds an HTML page (UTF-8) at `url` names, in order, without duplicates; at most 64.
std::vector<FeedLink> find_feed_links(std::string_view html, std::string_view url);

}  // namespace vigie::parsers
