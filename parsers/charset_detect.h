#pragma once

#include <string>
#include <string_view>

namespace vigie::parsers {

/// The encoding undeclared bytes are most probably in (WHATWG name). `ascii` is the answer for bytes that say nothing.
std::string detect_encoding(std::string_view bytes, std::string_view ascii);

}  // namespace vigie::parsers
