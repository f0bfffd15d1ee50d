#pragma once

#include <cstdint>
#include <string_view>

namespace vigie::classifier {

/// A 64-bit simhash (Charikar 2002) of a text's word shingles, folded: near-duplicates differ in few bits. 0 for texts
/// too short to tell (under 25 words, or 50 characters of a script without word spaces).
std::uint64_t signature(std::string_view text);

/// Number of differing bits.
int signature_distance(std::uint64_t a, std::uint64_t b);

}  // namespace vigie::classifier
