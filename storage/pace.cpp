#include "storage/pace.h"

#include <algorithm>
#include <vector>

#include "storage/connection.h"

namespace vigie::storage {
namespace {

constexpr std::size_t k_most_dated = 20'000;

seconds at_share(std::vector<std::int64_t>& lags, double share) {
  const auto nth = lags.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(lags.size() - 1));
  std::nth_element(lags.begin(), nth, lags.end());
  return seconds{*nth};
}

}  // namespace

Pace pace(Database& database, Time since) {
  Pace found;
  std::vector<std::int64_t> lags;
  // In order of arrival, newest first: the index ends the walk at the first older one.
  SqlStatement rows = database.connection().prepare(
      "SELECT first_seen, published, published_precision FROM articles ORDER BY document DESC");
  while (rows.step() && rows.time(0) >= since) {
    ++found.articles;
    const bool to_the_minute = !rows.is_null(1) && rows.integer(2) >= static_cast<std::int64_t>(Precision::minute);
    // A date ahead of its arrival says nothing about the way.
    if (to_the_minute && rows.time(1) <= rows.time(0) && lags.size() < k_most_dated)
      lags.push_back((rows.time(0) - rows.time(1)).count());
  }
  found.dated = static_cast<std::int64_t>(lags.size());
  if (lags.empty()) return found;
  found.median_lag = at_share(lags, 0.5);
  found.slowest_tenth_lag = at_share(lags, 0.9);
  return found;
}

}  // namespace vigie::storage
