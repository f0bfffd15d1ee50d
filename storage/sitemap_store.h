#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "model/fetch.h"
#include "storage/database.h"

namespace vigie::storage {

/// What is remembered of a sitemap that an index names.
struct SitemapChild {
  std::string url;
  std::string source_id;  // of the index
  Validators validators;  // of the last answer that was read
  std::uint64_t body_hash = 0;
  int failures = 0;  // in a row
  Time asked_at{};
};

/// The children of sitemap indexes between polls. Throws StorageFailure.
class SitemapStore {
 public:
  explicit SitemapStore(Database& database) : database_(database) {}

  /// Inserts or replaces what is known of child.url.
  void put(const SitemapChild& child);
  std::optional<SitemapChild> find(std::string_view url) const;
  /// Addresses of a source's children that failed when they were asked last, at most `most` times in a row.
  std::set<std::string> failed(std::string_view source_id, int most) const;
  /// Deletes what was asked last before `before`, at most `limit`; returns how many went.
  std::int64_t forget(Time before, std::int64_t limit);

 private:
  Database& database_;
};

}  // namespace vigie::storage
