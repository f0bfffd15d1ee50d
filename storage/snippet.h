#pragma once

#include <string_view>
#include <vector>

#include "storage/fts_query.h"
#include "storage/search.h"
#include "storage/tokens.h"

namespace vigie::storage {

/// The part of a text where most of a query's terms stand closest together, with every hit in it marked; the beginning
/// of the text where none does. At most `width` characters (half of it in Chinese, Japanese and Korean), begun at a
/// sentence where one is near. Reads at most the first 400,000 bytes.
Snippet make_snippet(Tokenizer& tokenizer, std::string_view text, std::string_view language,
                     const std::vector<WordPattern>& patterns, std::size_t width = 240);

}  // namespace vigie::storage
