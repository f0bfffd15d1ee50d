#include "storage/database.h"

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/SQLiteCpp.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <optional>

#include "storage/connection.h"
#include "storage/fts_tokenizer.h"
#include "storage/migrations.h"
#include "storage/url_rekey.h"

namespace vigie::storage {
namespace {

namespace fs = std::filesystem;

std::string cannot_open(const std::string& path) { return "cannot open database " + path + ": "; }

// Closes a descriptor unless it is handed on.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&&) = delete;
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  int number() const { return number_; }
  int release() { return std::exchange(number_, -1); }

 private:
  int number_;
};

// The descriptor that holds the lock. flock goes with the process, also after kill -9.
Expected<Descriptor> take_lock(const std::string& path) {
  const std::string lock_path = path + ".lock";
  Descriptor descriptor(::open(lock_path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644));
  if (descriptor.number() < 0)
    return failure(ErrorKind::io, cannot_open(path) + std::strerror(errno) + " for " + lock_path);
  if (::flock(descriptor.number(), LOCK_EX | LOCK_NB) != 0) {
    std::array<char, 32> pid{};
    const ssize_t read = ::pread(descriptor.number(), pid.data(), pid.size() - 1, 0);
    std::string holder(pid.data(), read > 0 ? static_cast<std::size_t>(read) : 0);
    while (!holder.empty() && holder.back() == '\n') holder.pop_back();
    return failure(ErrorKind::refused, cannot_open(path) + "process " + (holder.empty() ? "?" : holder) +
                                           " is writing to it (it holds " + lock_path + ")");
  }
  const std::string pid = std::to_string(::getpid()) + '\n';
  if (::ftruncate(descriptor.number(), 0) != 0 ||
      ::pwrite(descriptor.number(), pid.data(), pid.size(), 0) != static_cast<ssize_t>(pid.size())) {
    return failure(ErrorKind::io, cannot_open(path) + "cannot write " + lock_path + ": " + std::strerror(errno));
  }
  return descriptor;
}

ErrorKind kind_of(const SQLite::Exception& error) {
  const int code = error.getErrorCode() & 0xFF;
  return code == SQLITE_NOTADB || code == SQLITE_CORRUPT ? ErrorKind::malformed : ErrorKind::io;
}

void set_up(SQLite::Database& handle, const DatabaseOptions& options) {
  handle.setBusyTimeout(static_cast<int>(options.busy_timeout.count()));
  handle.exec("PRAGMA cache_size = -" + std::to_string(options.cache_bytes / 1024));
  handle.exec("PRAGMA temp_store = MEMORY");
  handle.exec("PRAGMA foreign_keys = ON");
}

std::int64_t pragma(SQLite::Database& handle, const std::string& name) {
  return handle.execAndGet("PRAGMA " + name).getInt64();
}

// Somebody else's SQLite file has tables and not our mark; an empty file is nobody's.
std::optional<std::string> stranger(SQLite::Database& handle) {
  const std::int64_t tables = handle.execAndGet("SELECT count(*) FROM sqlite_master").getInt64();
  if (tables == 0 || pragma(handle, "application_id") == k_application_id) return std::nullopt;
  return "it is an SQLite database, but not vigie's";
}

void set_up_writer(SQLite::Database& handle) {
  handle.exec("PRAGMA journal_mode = WAL");
  handle.exec("PRAGMA synchronous = NORMAL");
  // Debian's SQLite overwrites deleted bytes with zeros, which doubles the work of merging the search index.
  handle.exec("PRAGMA secure_delete = OFF");
  handle.exec("PRAGMA wal_autocheckpoint = 4000");
  handle.exec("PRAGMA journal_size_limit = 67108864");
}

// Read-only needs the -shm file; where the folder cannot be written and no log is left, the file alone is the truth.
std::unique_ptr<SQLite::Database> open_read_only(const std::string& path, const DatabaseOptions& options) {
  auto handle = std::make_unique<SQLite::Database>(path, SQLite::OPEN_READONLY);
  try {
    set_up(*handle, options);  // the first look at the file
    (void)pragma(*handle, "schema_version");
    return handle;
  } catch (const SQLite::Exception& error) {
    const int code = error.getErrorCode() & 0xFF;
    if ((code != SQLITE_CANTOPEN && code != SQLITE_READONLY) || fs::exists(path + "-wal")) throw;
  }
  std::string uri = "file:";
  for (const char c : fs::absolute(path).string()) {
    static constexpr std::string_view k_hex = "0123456789ABCDEF";
    const auto byte = static_cast<unsigned char>(c);
    if (c == '%' || c == '?' || c == '#') {
      uri += {'%', k_hex[byte >> 4], k_hex[byte & 15]};
    } else {
      uri += c;
    }
  }
  handle = std::make_unique<SQLite::Database>(uri + "?immutable=1", SQLite::OPEN_READONLY | SQLite::OPEN_URI);
  set_up(*handle, options);
  return handle;
}

}  // namespace

Expected<Database> Database::open_writer(const std::string& path, const DatabaseOptions& options) {
  const fs::path folder = fs::absolute(path).parent_path();
  std::error_code ignored;
  if (!fs::is_directory(folder, ignored)) {
    return failure(ErrorKind::io, cannot_open(path) + "there is no folder " + folder.string());
  }
  Expected<Descriptor> lock = take_lock(path);
  if (!lock) return tl::unexpected(lock.error());
  try {
    auto handle = std::make_unique<SQLite::Database>(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    auto connection = std::make_unique<Connection>(path, std::move(handle), lock->release(), options.url_rules);
    set_up(connection->handle(), options);
    if (const auto not_ours = stranger(connection->handle())) {
      return failure(ErrorKind::malformed, cannot_open(path) + *not_ours);
    }
    register_tokenizer(connection->handle());
    set_up_writer(connection->handle());
    if (Expected<void> migrated = migrate(*connection); !migrated) return tl::unexpected(migrated.error());
    rekey_urls(*connection);
    return Database(std::move(connection));
  } catch (const SQLite::Exception& error) {
    return failure(kind_of(error), cannot_open(path) + error.what());
  } catch (const Damaged& error) {
    return failure(ErrorKind::malformed, cannot_open(path) + error.what());
  } catch (const StorageFailure& error) {
    return failure(ErrorKind::io, cannot_open(path) + error.what());
  }
}

Expected<Database> Database::open_reader(const std::string& path, const DatabaseOptions& options) {
  std::error_code ignored;
  if (!fs::exists(path, ignored)) {
    return failure(ErrorKind::not_found, cannot_open(path) + "there is no such file");
  }
  try {
    std::unique_ptr<SQLite::Database> handle = open_read_only(path, options);
    if (const auto not_ours = stranger(*handle)) return failure(ErrorKind::malformed, cannot_open(path) + *not_ours);
    const auto version = static_cast<int>(pragma(*handle, "user_version"));
    if (version == 0) return failure(ErrorKind::malformed, cannot_open(path) + "it holds no archive yet");
    if (version != newest_schema()) {
      return failure(ErrorKind::unsupported, cannot_open(path) + "its schema is number " + std::to_string(version) +
                                                 ", this vigie's is " + std::to_string(newest_schema()) +
                                                 (version < newest_schema() ? "; `vigie run` brings it up to date"
                                                                            : "; use the vigie that made it"));
    }
    register_tokenizer(*handle);
    return Database(std::make_unique<Connection>(path, std::move(handle), -1, options.url_rules));
  } catch (const SQLite::Exception& error) {
    return failure(kind_of(error), cannot_open(path) + error.what());
  }
}

Database::Database(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;
Database::~Database() = default;

const std::string& Database::path() const { return connection_->path(); }
int Database::schema_version() const { return storage::schema_version(*connection_); }

std::vector<std::string> Database::problems() {
  std::vector<std::string> found;
  const auto collect = [&](std::string_view sql, std::string_view what) {
    try {
      SqlStatement check = connection_->prepare(sql);
      while (check.step()) {
        const std::string line = check.text(0);
        if (line != "ok") found.push_back(std::string(what) + ": " + line);
      }
    } catch (const StorageFailure& error) {
      found.push_back(std::string(what) + ": " + error.what());
    }
  };
  collect("PRAGMA integrity_check", "integrity check");
  collect("PRAGMA foreign_key_check", "foreign keys");
  if (!connection_->read_only()) {
    try {
      connection_->prepare("INSERT INTO search(search) VALUES('integrity-check')").run();
    } catch (const StorageFailure& error) {
      found.push_back(std::string("search index: ") + error.what());
    }
  }
  collect(
      "SELECT 'article ' || id || ' has no text' FROM articles "
      "WHERE document NOT IN (SELECT id FROM documents) LIMIT 20",
      "articles");
  collect(
      "SELECT 'url ' || url || ' is stored, and its article is gone' FROM urls WHERE state = 3 AND "
      "article NOT IN (SELECT id FROM articles) LIMIT 20",
      "urls");
  return found;
}

Expected<void> Database::backup(const std::string& target) {
  std::error_code error;
  if (fs::exists(target, error)) return failure(ErrorKind::io, "cannot back up to " + target + ": the file exists");
  const std::string part = target + ".part";
  fs::remove(part, error);
  try {
    {
      SQLite::Database copy(part, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
      SQLite::Backup backup(copy, connection_->handle());
      backup.executeStep(-1);
    }
    fs::rename(part, target, error);
    if (error) return failure(ErrorKind::io, "cannot back up to " + target + ": " + error.message());
    return {};
  } catch (const SQLite::Exception& failed) {
    fs::remove(part, error);
    return failure(ErrorKind::io, "cannot back up to " + target + ": " + failed.what());
  }
}

void Database::checkpoint() {
  SqlStatement run = connection_->prepare("PRAGMA wal_checkpoint(TRUNCATE)");
  while (run.step()) {
  }
}

std::int64_t Database::file_bytes() const {
  std::error_code error;
  const auto size = fs::file_size(path(), error);
  return error ? 0 : static_cast<std::int64_t>(size);
}

std::int64_t Database::wal_bytes() const {
  std::error_code error;
  const auto size = fs::file_size(path() + "-wal", error);
  return error ? 0 : static_cast<std::int64_t>(size);
}

Transaction::Transaction(Database& database) : database_(database) {
  database_.connection().execute("BEGIN IMMEDIATE");
  database_.connection().in_transaction = true;
}

Transaction::~Transaction() {
  if (!open_) return;
  Connection& connection = database_.connection();
  connection.pending.clear();
  connection.next_free_id.clear();
  connection.in_transaction = false;
  try {
    connection.execute("ROLLBACK");
  } catch (const StorageFailure&) {
    // A full disk or a damaged page has rolled back already.
  }
}

WriteScope::WriteScope(Database& database) {
  if (!database.connection().in_transaction) own_ = std::make_unique<Transaction>(database);
}

void WriteScope::done() {
  if (own_) own_->commit();
}

void Transaction::commit() {
  Connection& connection = database_.connection();
  connection.flush_pending();
  connection.execute("COMMIT");
  connection.in_transaction = false;
  open_ = false;
}

}  // namespace vigie::storage
