#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace vigie::parsers {

/// Who names the author: markup made for it may say "gizmo", running text may not.
enum class Trust { marked, loose };

/// A line without the "by" it begins with, in some fifteen languages.
std::string_view without_byline_prefix(std::string_view text);

/// Whether a segment of a byline can be somebody's name.
bool looks_like_name(std::string_view text, Trust trust);

/// The names of a byline in its order: "By Ada Example and Bob Sample, Berlin".
std::vector<std::string> split_names(std::string_view byline, Trust trust);

}  // namespace vigie::parsers
