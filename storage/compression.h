#pragma once

#include <string>
#include <string_view>

namespace vigie::storage {

/// Packs a text for a BLOB column: one byte 'z' and a zstd frame, or 'r' and the bytes where that is not shorter.
std::string pack(std::string_view text);

/// The inverse. Throws Damaged when the blob is not one of pack()'s or claims more than 64 MB.
std::string unpack(std::string_view blob);

}  // namespace vigie::storage
