#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace vigie::storage {

/// Where the sentences of a text begin; the last element is its end. Line feeds end sentences; a full stop behind a
/// single letter ("U.S.", "J. Smith") or without a space behind it does not. Pure, for any script.
std::vector<std::size_t> sentence_bounds(std::string_view text);

}  // namespace vigie::storage
