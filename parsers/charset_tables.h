#pragma once

#include <string_view>

namespace vigie::parsers {

/// What the bytes 0x80 to 0xFF mean in a single-byte encoding of the Encoding Standard: 128 code units, U+FFFD for a
/// byte that means nothing. Null when `encoding` (WHATWG name) is none of them.
const char16_t* single_byte_table(std::string_view encoding);

}  // namespace vigie::parsers
