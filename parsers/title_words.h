#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace vigie::parsers {

/// The words of a title, hashed and sorted, to see which part of a page speaks of it: runs of at least four letters,
/// and pairs of characters in scripts without spaces.
std::vector<std::uint64_t> title_words(std::string_view text);
/// The same of text that fold() has folded.
std::vector<std::uint64_t> folded_words(std::string_view folded);

}  // namespace vigie::parsers
