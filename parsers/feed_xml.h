#pragma once

#include <string_view>

#include "parsers/feed.h"

namespace vigie::parsers {

/// Reads an RSS, RDF, Atom or CDF feed out of `text` (UTF-8) beginning at its root element's tag.
/// Precondition: `root` is the offset of a tag find_feed_root found.
Feed read_xml_feed(std::string_view text, std::size_t root, const FeedContext& context, const EntrySink& sink);

/// Offset of the tag that opens a feed (<rss>, <rdf:RDF>, <feed>, <channel>, <entry>) in the first `limit` bytes; npos
/// when there is none.
std::size_t find_feed_root(std::string_view text, std::size_t limit);

}  // namespace vigie::parsers
