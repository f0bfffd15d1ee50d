#pragma once

#include <string>
#include <string_view>

namespace vigie {

/// The words that the last segment of a URL's path spells: "hackers attack ministry" of
/// "/2026/11/hackers-attack-ministry-123.html". UTF-8; percent-encoding undone, numbers and the ending left out; empty
/// where it spells none.
std::string words_of_path(std::string_view path);

}  // namespace vigie
