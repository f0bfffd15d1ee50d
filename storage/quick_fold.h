#pragma once

#include <string>
#include <string_view>

namespace vigie::storage {

/// fold() and fold_case() of model/text.h, by a table of single letters where every letter of the word folds by itself
/// (Latin, Greek, Cyrillic, Hebrew, Arabic without combining marks, kana, Han and Hangul): the same result without
/// ICU's set-up for each word.
std::string quick_fold(std::string_view word);
std::string quick_fold_case(std::string_view word);

/// Han, kana and Hangul syllables that are their own fold.
bool is_own_fold(char32_t code_point);

}  // namespace vigie::storage
