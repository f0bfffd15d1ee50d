#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "storage/database.h"
#include "storage/sql_statement.h"

namespace SQLite {
class Database;
class Exception;
}  // namespace SQLite

namespace vigie::storage {

/// Throws the failure that stands for an SQLite exception; `doing` says what was tried.
[[noreturn]] void raise(const SQLite::Exception& error, std::string_view doing);

/// One article on its way into the search index.
struct IndexedArticle {
  std::int64_t id = 0;
  std::string body;  // as the index's tokenizer wants them (storage/fts_tokenizer.h)
  std::string title;
  std::string facets;
};

/// What a transaction gathers and writes at its end: the search index wants ascending ids (else it flushes for each),
/// and one update of a counter a batch is enough.
struct PendingWrites {
  std::vector<IndexedArticle> articles;
  std::map<std::string, std::int64_t> counters;
  std::map<std::string, std::int64_t> languages;
  std::map<std::string, std::int64_t> hosts;
  std::map<std::pair<std::int64_t, std::string>, std::int64_t> url_states;
  void clear();
};

/// An open SQLite handle with its prepared statements, its lock and its pending writes. Room-internal.
class Connection {
 public:
  Connection(std::string path, std::unique_ptr<SQLite::Database> handle, int lock_descriptor, UrlRules url_rules);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  /// A cached statement, ready to be bound.
  SqlStatement prepare(std::string_view sql);
  /// Runs SQL text of one or more statements without parameters.
  void execute(const std::string& sql);
  std::int64_t last_insert_id() const;

  SQLite::Database& handle() { return *handle_; }
  const std::string& path() const { return path_; }
  bool read_only() const { return lock_descriptor_ < 0; }
  const UrlRules& url_rules() const { return url_rules_; }

  PendingWrites pending;
  /// Hint for the first free article id at or behind a moment; see article_ids.h.
  std::unordered_map<std::int64_t, std::int64_t> next_free_id;

  /// Writes `pending`; inside a transaction.
  void flush_pending();
  bool in_transaction = false;

 private:
  std::string path_;
  std::unique_ptr<SQLite::Database> handle_;
  int lock_descriptor_;
  UrlRules url_rules_;
  std::unordered_map<std::string_view, std::unique_ptr<PreparedStatement>> cache_;
};

/// A transaction of its own for a write that stands outside of one; nothing within one. Room-internal.
class WriteScope {
 public:
  explicit WriteScope(Database& database);
  /// To be called at the end of the write.
  void done();

 private:
  std::unique_ptr<Transaction> own_;
};

}  // namespace vigie::storage
