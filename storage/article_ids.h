#pragma once

#include <cstdint>

#include "model/time.h"

namespace vigie::storage {

class Connection;

/// Ids of articles follow their time, so that newest-first is the order of the search index itself and a span of time
/// is a range of ids: id = seconds since 1990-01-01 times k_ids_per_second, plus what it takes to find a free one.
/// Denser ids make the index smaller, sparser ones keep the order exact when many articles share a second.
inline constexpr std::int64_t k_ids_per_second = 4;

/// The smallest id of articles at or after `at`. Times before 1990 share the first ids.
std::int64_t first_id_at(Time at);

/// A free id for an article of time `at`; `spread` moves it within the following `seconds_wide` seconds, for articles
/// of which only the day is known.
std::int64_t free_id(Connection& connection, Time at, std::uint64_t spread, std::int64_t seconds_wide);

}  // namespace vigie::storage
