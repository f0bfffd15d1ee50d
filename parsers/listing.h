#pragma once

#include <string_view>

#include "model/feed.h"
#include "model/source.h"

namespace vigie::parsers {

/// Reads the article links of a page that lists them (a ministry's press page): those `rule.link` selects, or where it
/// is empty the links an automatic finder takes for dated headlines: links with a headline's worth of text that stand
/// in repeated blocks, most of which carry a date, outside navigation and footers. Feed::format is "listing"; entries
/// in order of the page, title from the link (or the heading around it), published from the block's date where it has
/// one. The public preview of a Telegram channel is read for its messages (parsers/telegram_preview.h). Errors:
/// malformed (no links found), invalid_config (a selector that cannot be read), limit.
Expected<Feed> read_listing(std::string_view bytes, std::string_view url, std::string_view content_type,
                            const ListingRule& rule);

}  // namespace vigie::parsers
