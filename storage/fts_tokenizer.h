#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace SQLite {
class Database;
}

namespace vigie::storage {

/// Registers the tokenizer "vigie" and the ranking function "vigie_rank" with FTS5 on a handle; a database cannot be
/// searched or written without. Queries hand their tokens over ready-made, joined by k_token_separator.
void register_tokenizer(SQLite::Database& handle);

inline constexpr char k_token_separator = '\x1f';

/// A text as the indexed columns take it: cut into words by the rules of `language` (storage/tokens.h).
std::string index_text(std::string_view text, std::string_view language);

/// Ready-made words as the indexed columns take them.
std::string index_words(const std::vector<std::string>& words);

}  // namespace vigie::storage
