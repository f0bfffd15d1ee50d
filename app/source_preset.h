#pragma once

#include <optional>
#include <string_view>

#include "model/source.h"

namespace vigie {

/// The source that one line makes of an account or a search: "telegram:NAME", "mastodon:@user@host",
/// "bluesky:HANDLE", "youtube:CHANNEL_ID", "govuk:WORDS", or the address a browser shows of it (https://t.me/NAME,
/// https://bsky.app/profile/HANDLE, https://www.youtube.com/channel/ID, a search or an
/// organisation of www.gov.uk). Id, kind, url, publisher and fetch are filled; nothing where it is none of these.
std::optional<Source> source_of_preset(std::string_view text);

}  // namespace vigie
