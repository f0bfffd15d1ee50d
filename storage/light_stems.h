#pragma once

#include <string>
#include <string_view>

namespace vigie::storage {

/// Takes the endings of inflection off a case-folded word of a language that Snowball has no stemmer for: the longest
/// ending of the language's table that leaves three letters or more (Hebrew and Persian: also the article or prefix).
/// Light on purpose (Dolamic and Savoy 2009 for Czech, the same measure for the others): cases and number go,
/// derivation stays. `language`: the name in the table of stem classes, "ukrainian", "polish", "czech" …; a word of any
/// other is returned as it is. Pure.
std::string light_stem(std::string_view language, std::string_view word);

}  // namespace vigie::storage
