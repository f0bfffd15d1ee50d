#pragma once

#include <string_view>

#include "parsers/feed.h"

namespace vigie::parsers {

/// Reads a JSON Feed 1.0 or 1.1 (https://jsonfeed.org/version/1.1) out of `text` (UTF-8). A document that breaks off
/// yields the entries before the break. Errors: malformed (no JSON), unsupported (JSON that is no feed).
Expected<Feed> read_json_feed(std::string_view text, const FeedContext& context, const EntrySink& sink);

}  // namespace vigie::parsers
