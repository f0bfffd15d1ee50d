#pragma once

#include <cstdint>
#include <vector>

struct fts5_api;

namespace vigie::storage {

/// Registers "vigie_rank", the score of a hit by BM25 (Robertson and Zaragoza 2009, k1 = 1.2, b = 0.75) where phrases
/// that stand for one word of the query (its forms in each language, its aliases) count as one term, and a hit in the
/// title weighs as much as k_title_weight in the text: vigie_rank(search, groups, oldest, newest). groups: a blob of
/// one byte a phrase in the order of the MATCH expression, 255 for phrases that do not score. oldest, newest: the ids
/// the archive spans, from which a word's frequency is extrapolated.
void register_rank(fts5_api* api);

inline constexpr double k_title_weight = 4;

}  // namespace vigie::storage
