#pragma once

#include <cstdint>

#include "model/time.h"
#include "storage/database.h"

namespace vigie::storage {

/// How fast articles come in, and how long after their publication.
struct Pace {
  std::int64_t articles = 0;     // stored in the span
  std::int64_t dated = 0;        // of them with a time of publication to the minute, at most 20,000 looked at
  seconds median_lag{0};         // from publication to arrival, over the dated ones
  seconds slowest_tenth_lag{0};  // nine in ten arrive sooner
};

/// The pace of the arrivals since `since`.
Pace pace(Database& database, Time since);

}  // namespace vigie::storage
