#pragma once

#include <string>
#include <string_view>

namespace vigie::classifier {

/// A language by the script of a text alone, for texts whose language nobody told: "zh", "ja", "ko", "ru", "uk", "ar",
/// "fa", "he", "th", "hi", "el", "ka", "hy"; "en" for everything in Latin letters.
std::string guess_language(std::string_view title, std::string_view text);

}  // namespace vigie::classifier
