#pragma once

#include <string>
#include <string_view>

namespace vigie::parsers {

/// A headline for a post that has none (messages of channels and accounts): its first sentence, or as much of it as
/// fits into 140 characters, cut between words and marked by "…". White space is collapsed.
std::string post_headline(std::string_view text);

}  // namespace vigie::parsers
