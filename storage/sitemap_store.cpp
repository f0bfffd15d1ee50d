#include "storage/sitemap_store.h"

#include "storage/connection.h"

namespace vigie::storage {

void SitemapStore::put(const SitemapChild& child) {
  database_.connection()
      .prepare(
          "INSERT OR REPLACE INTO sitemap_children(url, source_id, validators_url, etag, last_modified, body_hash, "
          "failures, asked_at) VALUES(?, ?, ?, ?, ?, ?, ?, ?)")
      .with(child.url, child.source_id, child.validators.url, child.validators.etag, child.validators.last_modified,
            static_cast<std::int64_t>(child.body_hash), child.failures, child.asked_at)
      .run();
}

std::optional<SitemapChild> SitemapStore::find(std::string_view url) const {
  SqlStatement row = database_.connection().prepare(
      "SELECT url, source_id, validators_url, etag, last_modified, body_hash, failures, asked_at "
      "FROM sitemap_children WHERE url = ?");
  row.bind(url);
  if (!row.step()) return std::nullopt;
  SitemapChild child;
  child.url = row.text(0);
  child.source_id = row.text(1);
  child.validators = {row.text(2), row.text(3), row.text(4)};
  child.body_hash = static_cast<std::uint64_t>(row.integer(5));
  child.failures = static_cast<int>(row.integer(6));
  child.asked_at = row.time(7);
  return child;
}

std::set<std::string> SitemapStore::failed(std::string_view source_id, int most) const {
  SqlStatement rows = database_.connection().prepare(
      "SELECT url FROM sitemap_children WHERE source_id = ? AND failures BETWEEN 1 AND ?");
  rows.with(source_id, most);
  std::set<std::string> urls;
  while (rows.step()) urls.insert(rows.text(0));
  return urls;
}

std::int64_t SitemapStore::forget(Time before, std::int64_t limit) {
  return database_.connection()
      .prepare(
          "DELETE FROM sitemap_children WHERE url IN (SELECT url FROM sitemap_children WHERE asked_at < ? "
          "ORDER BY asked_at LIMIT ?)")
      .with(before, limit)
      .run();
}

}  // namespace vigie::storage
