#pragma once

#include <string_view>

namespace vigie::digest {

/// The page of a digest as a mustache template; RenderOptions::html_template replaces it. Plain colours, no custom
/// properties, so that mail programs show it too.
std::string_view html_template();

/// The same told as a piece of HTML without page, style or pictures: what an Atom entry holds.
std::string_view html_fragment_template();

}  // namespace vigie::digest
