#pragma once

#include <set>
#include <string>
#include <vector>

#include "model/feed.h"
#include "model/time.h"

namespace vigie::crawler {

/// Most children of an index that one poll reads.
inline constexpr std::size_t k_most_children = 8;

/// Which children of a sitemap index (Feed::format "sitemapindex") are worth reading now, the most promising first:
/// those whose lastmod is not older than a day before `last_success` (Time{} at the first poll) or that are `owed`,
/// since they failed when they were asked for it (URLs as returned here); of those without lastmod the ones whose names
/// speak of news, posts or articles before those that speak of tags, authors or images, and the highest number of a
/// series first. Only children of the index's own registrable domain (https://www.sitemaps.org/protocol.html#location),
/// at most k_most_children.
std::vector<std::string> children_to_read(const Feed& index, const std::string& index_url, Time last_success,
                                          const std::set<std::string>& owed = {});

}  // namespace vigie::crawler
