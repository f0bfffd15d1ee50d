#pragma once

#include <string_view>

#include "model/feed.h"
#include "parsers/html.h"

namespace vigie::parsers {

/// Whether a page may be the public preview of a Telegram channel (https://t.me/s/NAME). Cheap.
bool may_be_telegram_preview(std::string_view html);

/// The messages of such a preview, newest first: id and url from data-post, content and headline from the text,
/// published from the time. Messages without text are left out. Feed::format is "listing".
Feed read_telegram_preview(const Document& page);

}  // namespace vigie::parsers
