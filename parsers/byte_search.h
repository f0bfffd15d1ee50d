#pragma once

#include <cstddef>
#include <string_view>

namespace vigie::parsers {

/// Offset of the first `a` or `b` in `text` from `from` on; text.size() when there is none. std::string_view's
/// find_first_of calls memchr for every byte and takes five times as long.
inline std::size_t find_either(std::string_view text, char a, char b, std::size_t from = 0) {
  while (from < text.size() && text[from] != a && text[from] != b) ++from;
  return from;
}

}  // namespace vigie::parsers
