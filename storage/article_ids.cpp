#include "storage/article_ids.h"

#include <algorithm>

#include "storage/connection.h"

namespace vigie::storage {
namespace {

constexpr std::int64_t k_epoch = 631'152'000;  // 1990-01-01T00:00:00Z

}  // namespace

std::int64_t first_id_at(Time at) {
  return std::max<std::int64_t>(1, (at.time_since_epoch().count() - k_epoch) * k_ids_per_second);
}

std::int64_t free_id(Connection& connection, Time at, std::uint64_t spread, std::int64_t seconds_wide) {
  std::int64_t id = first_id_at(at);
  const std::int64_t asked = id;
  if (seconds_wide > 0)
    id += static_cast<std::int64_t>(spread % static_cast<std::uint64_t>(seconds_wide * k_ids_per_second));
  // Many articles of one second: where the last one of them ended up is where the next free id is near.
  if (const auto hint = connection.next_free_id.find(asked);
      seconds_wide == 0 && hint != connection.next_free_id.end()) {
    id = std::max(id, hint->second);
  }
  SqlStatement taken = connection.prepare("SELECT id FROM articles WHERE id >= ? ORDER BY id");
  taken.bind(id);
  while (taken.step() && taken.integer(0) == id) ++id;
  if (seconds_wide == 0) {
    if (connection.next_free_id.size() > 100'000) connection.next_free_id.clear();
    connection.next_free_id[asked] = id + 1;
  }
  return id;
}

}  // namespace vigie::storage
