#pragma once

#include <string_view>

#include "model/feed.h"

namespace vigie::parsers {

/// Reads a sitemap, news sitemap or sitemap index (https://www.sitemaps.org/protocol.html), also gzipped, also a plain
/// list of addresses. Feed::format is "sitemap" (entries: loc as url, news:title as title, news:publication_date or
/// lastmod as published and updated) or "sitemapindex" (entries: the child sitemaps, lastmod as updated). Newest
/// first; at most 50,000 entries. Errors: malformed, unsupported (an HTML page), limit.
Expected<Feed> read_sitemap(std::string_view bytes, std::string_view url, std::string_view content_type);

}  // namespace vigie::parsers
