#pragma once

#include <string>
#include <string_view>

#include "model/feed.h"
#include "model/url_rules.h"
#include "parsers/charset.h"
#include "parsers/date.h"

namespace vigie {

/// What `vigie inspect` tells a person of one input: a value a line behind its name, what is not there left out,
/// everything from outside made safe for a terminal.

/// The feed, what was repaired in it, and each entry.
std::string feed_report(const Feed& feed);

/// An address as a browser reads it, without what only tracks readers, and the key under which it is one with others.
/// Empty when it is none. `base` resolves a relative one and may be empty.
std::string url_report(std::string_view input, std::string_view base, const UrlRules& rules);

/// The moment a text names, how exact it is and how its zone is known. Empty when it is no date.
std::string date_report(std::string_view text, const parsers::DateContext& context);

/// What a robots.txt says to `agent`; of `url`, where it is not empty, whether it may be fetched.
std::string robots_report(std::string_view bytes, std::string_view agent, std::string_view url);

/// The encoding of a text, how it was told, what could not be read, and the text.
std::string charset_report(const parsers::Decoded& decoded);

}  // namespace vigie
