#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "model/digest.h"
#include "model/story.h"
#include "model/time.h"
#include "storage/database.h"

namespace vigie::storage {

/// What a digest of [from, until) is composed from.
struct DigestMaterial {
  std::vector<Story> stories;  // touched in the window, whole, articles without texts; by id
  std::int64_t articles_seen = 0;
  std::int64_t articles_relevant = 0;
};

/// Stories with at least one relevant article whose time lies in [from, until), or that arrived in it up to a week
/// after its time; no texts and no evidence beyond the
/// statements' quotations are loaded. `max_articles` bounds the articles of one story that are loaded (the oldest and
/// the newest are kept).
DigestMaterial digest_material(Database& database, Time from, Time until, std::size_t max_articles = 200);

/// Relevant articles per accused state between moments: bounds[i] <= t < bounds[i+1] is days[i].
std::vector<DigestCount> accusations_by_day(Database& database, const std::vector<Time>& bounds,
                                            const std::vector<std::string>& days);

/// Relevant articles in [from, until) by accused and victim state.
std::vector<DigestPair> accusation_pairs(Database& database, Time from, Time until);

}  // namespace vigie::storage
