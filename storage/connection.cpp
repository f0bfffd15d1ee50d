#include "storage/connection.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>

namespace vigie::storage {

void raise(const SQLite::Exception& error, std::string_view doing) {
  const int code = error.getErrorCode() & 0xFF;
  const int extended = error.getExtendedErrorCode();
  const std::string message = "cannot run \"" + std::string(doing.substr(0, 120)) + "\": " + error.what() +
                              " (sqlite " + std::to_string(code) + ")";
  // A full quota, or a shared-memory file that cannot grow, arrives as an I/O error.
  if (code == SQLITE_FULL || extended == SQLITE_IOERR_WRITE || extended == SQLITE_IOERR_SHMSIZE)
    throw DiskFull(message);
  if (code == SQLITE_CORRUPT || code == SQLITE_NOTADB) throw Damaged(message);
  if (code == SQLITE_BUSY || code == SQLITE_LOCKED) throw Locked(message);
  throw StorageFailure(message);
}

void PendingWrites::clear() { *this = PendingWrites{}; }

Connection::Connection(std::string path, std::unique_ptr<SQLite::Database> handle, int lock_descriptor,
                       UrlRules url_rules)
    : path_(std::move(path)),
      handle_(std::move(handle)),
      lock_descriptor_(lock_descriptor),
      url_rules_(std::move(url_rules)) {}

Connection::~Connection() {
  cache_.clear();
  handle_.reset();
  // Closing the descriptor gives the lock back; the file stays, for removing it would race with the next writer.
  if (lock_descriptor_ >= 0) ::close(lock_descriptor_);
}

SqlStatement Connection::prepare(std::string_view sql) {
  const auto make = [&] {
    try {
      return std::make_unique<PreparedStatement>(std::string(sql),
                                                 std::make_unique<SQLite::Statement>(*handle_, std::string(sql)));
    } catch (const SQLite::Exception& error) {
      raise(error, sql);
    }
  };
  const auto found = cache_.find(sql);
  if (found == cache_.end()) {
    std::unique_ptr<PreparedStatement> made = make();
    PreparedStatement& slot = *made;
    cache_.emplace(std::string_view(slot.sql), std::move(made));
    return SqlStatement(slot);
  }
  if (!found->second->busy) return SqlStatement(*found->second);
  std::unique_ptr<PreparedStatement> own = make();
  PreparedStatement& slot = *own;
  return SqlStatement(slot, std::move(own));
}

void Connection::execute(const std::string& sql) {
  try {
    handle_->exec(sql);
  } catch (const SQLite::Exception& error) {
    raise(error, sql);
  }
}

std::int64_t Connection::last_insert_id() const { return handle_->getLastInsertRowid(); }

void Connection::flush_pending() {
  std::sort(pending.articles.begin(), pending.articles.end(),
            [](const IndexedArticle& a, const IndexedArticle& b) { return a.id < b.id; });
  for (const IndexedArticle& article : pending.articles) {
    prepare("INSERT INTO search(rowid, body, title, facets) VALUES(?, ?, ?, ?)")
        .with(article.id, article.body, article.title, article.facets)
        .run();
  }
  for (const auto& [name, amount] : pending.counters) {
    prepare(
        "INSERT INTO counters(name, value) VALUES(?, ?) ON CONFLICT(name) DO UPDATE SET value = value + excluded.value")
        .with(name, amount)
        .run();
  }
  for (const auto& [language, amount] : pending.languages) {
    prepare(
        "INSERT INTO languages(language, articles) VALUES(?, ?) "
        "ON CONFLICT(language) DO UPDATE SET articles = articles + excluded.articles")
        .with(language, amount)
        .run();
  }
  for (const auto& [host, amount] : pending.hosts) {
    prepare("INSERT INTO hosts(host, urls) VALUES(?, ?) ON CONFLICT(host) DO UPDATE SET urls = urls + excluded.urls")
        .with(host, amount)
        .run();
  }
  for (const auto& [key, amount] : pending.url_states) {
    if (amount == 0) continue;
    prepare(
        "INSERT INTO url_counts(state, reason, urls) VALUES(?, ?, ?) "
        "ON CONFLICT(state, reason) DO UPDATE SET urls = urls + excluded.urls")
        .with(key.first, key.second, amount)
        .run();
  }
  pending.clear();
}

}  // namespace vigie::storage
