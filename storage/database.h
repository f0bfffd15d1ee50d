#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "model/error.h"
#include "model/url_rules.h"
#include "storage/failure.h"

namespace vigie::storage {

class Connection;

/// How a database is opened. The defaults are right for a daemon on a small machine.
struct DatabaseOptions {
  std::chrono::milliseconds busy_timeout{5000};  // how long a statement waits for another process's lock
  std::int64_t cache_bytes = 32'000'000;         // page cache; an import of years gains from 128 MB
  UrlRules url_rules;                            // which addresses are one; the configuration's (config/urls.toml)
};

/// An open database file. Not thread-safe: one thread at a time; the writer's is main. SQLite stays behind it.
class Database {
 public:
  /// Opens for writing, making the file (not its folder), migrating its schema and bringing the keys of its addresses
  /// in line with the URL rules where these are others than the last writer's. Holds flock on `<path>.lock` for life.
  /// Errors: refused (another process writes it; the message names its pid), io (no such folder, no permission),
  /// malformed (not a database, or damaged), unsupported (a newer vigie's schema).
  static Expected<Database> open_writer(const std::string& path, const DatabaseOptions& options = {});

  /// Opens read-only; never makes or changes a file. Errors: not_found, io, malformed, unsupported (schema newer than
  /// this vigie's, or older and not yet migrated).
  static Expected<Database> open_reader(const std::string& path, const DatabaseOptions& options = {});

  Database(Database&&) noexcept;
  Database& operator=(Database&&) noexcept;
  ~Database();

  const std::string& path() const;
  int schema_version() const;

  /// What integrity_check and foreign_key_check say; empty when all is well. Reads the whole file.
  std::vector<std::string> problems();

  /// Writes a consistent copy to `target` while others read and write (SQLite's online backup), by way of
  /// `<target>.part`. Errors: io (target exists, cannot be written).
  Expected<void> backup(const std::string& target);

  /// Moves the write-ahead log into the file; between batches, writer only.
  void checkpoint();

  /// Sizes for `status`.
  std::int64_t file_bytes() const;
  std::int64_t wal_bytes() const;

  /// For the other files of this room.
  Connection& connection() const { return *connection_; }

 private:
  explicit Database(std::unique_ptr<Connection> connection);
  std::unique_ptr<Connection> connection_;
};

/// Everything between construction and commit() happens or does not. Destroyed without commit, it rolls back. Throws
/// StorageFailure's kinds. Articles become searchable at commit.
class Transaction {
 public:
  explicit Transaction(Database& database);
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction();
  void commit();

 private:
  Database& database_;
  bool open_ = true;
};

}  // namespace vigie::storage
