#pragma once

#include <optional>
#include <string_view>

namespace vigie::crawler {

/// Names the product whose "are you human" page this body is ("Cloudflare", "Imperva" …), or nothing. Looks at the
/// first 64 kB only and for marks that the challenge alone carries: pages that merely load such a product's script are
/// none.
std::optional<std::string_view> bot_check(std::string_view body);

/// Whether a body begins as an HTML document: white space, byte order mark and comments skipped.
bool looks_like_html(std::string_view body);

}  // namespace vigie::crawler
