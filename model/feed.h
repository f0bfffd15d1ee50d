#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/time.h"

namespace vigie {

/// One entry as the publisher wrote it, nothing inferred. Text is UTF-8, NFC, plain (tags stripped, entities decoded,
/// paragraphs parted by a blank line); links are absolute.
struct FeedEntry {
  std::string id;   // guid, atom:id, or empty
  std::string url;  // link to the article, or empty
  std::string title;
  std::string summary;
  std::string content;  // full text where the feed carries it
  std::string author;
  std::string language;  // BCP 47, inherited from the feed where not its own
  std::vector<std::string> categories;
  std::optional<Date> published;
  std::optional<Date> updated;
};

struct Feed {
  std::string format;    // "rss2", "rss1", "rss0.9x", "atom1", "atom0.3", "json", "sitemap", "listing"
  std::string encoding;  // WHATWG name
  std::string title;
  std::string link;
  std::string self;  // the feed's own address where it says one
  std::string language;
  std::string description;
  std::string author;
  std::optional<Date> published;
  std::optional<Date> updated;
  std::optional<seconds> wait;       // the largest of ttl and sy:update*, as a span
  std::vector<std::string> repairs;  // what had to be mended to read it, for people
  std::vector<FeedEntry> entries;
};

}  // namespace vigie
