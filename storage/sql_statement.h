#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "model/time.h"

namespace SQLite {
class Statement;
}

namespace vigie::storage {

/// A slot of the connection's cache of prepared statements.
struct PreparedStatement {
  std::string sql;
  std::unique_ptr<SQLite::Statement> statement;
  bool busy = false;

  PreparedStatement(std::string text, std::unique_ptr<SQLite::Statement> prepared);
  PreparedStatement(PreparedStatement&&) noexcept;
  ~PreparedStatement();
};

/// A prepared statement in use; goes back to its cache at the end of its scope. Parameters are bound from left to
/// right. Every SQLite failure is thrown as StorageFailure, DiskFull, Damaged or Locked. Room-internal.
class SqlStatement {
 public:
  explicit SqlStatement(PreparedStatement& slot, std::unique_ptr<PreparedStatement> owned = nullptr);
  SqlStatement(SqlStatement&& other) noexcept;
  SqlStatement& operator=(SqlStatement&&) = delete;
  ~SqlStatement();

  SqlStatement& bind(std::int64_t value);
  SqlStatement& bind(int value) { return bind(static_cast<std::int64_t>(value)); }
  SqlStatement& bind(double value);
  SqlStatement& bind(std::string_view value);
  SqlStatement& bind(const std::string& value) { return bind(std::string_view(value)); }
  SqlStatement& bind(const char* value) { return bind(std::string_view(value)); }
  SqlStatement& bind(Time value) { return bind(static_cast<std::int64_t>(value.time_since_epoch().count())); }
  SqlStatement& bind_blob(std::string_view bytes);
  SqlStatement& bind_null();
  /// NULL for an empty text.
  SqlStatement& bind_or_null(std::string_view value) { return value.empty() ? bind_null() : bind(value); }
  /// NULL for zero.
  SqlStatement& bind_or_null(std::int64_t value) { return value == 0 ? bind_null() : bind(value); }

  template <typename... Values>
  SqlStatement& with(const Values&... values) {
    (bind(values), ...);
    return *this;
  }

  /// The next row; false at the end.
  bool step();
  /// Runs a statement that yields no rows; the number of rows changed.
  int run();
  /// Makes it ready to be bound and run again.
  void rewind();

  bool is_null(int column) const;
  std::int64_t integer(int column) const;
  double real(int column) const;
  std::string text(int column) const;
  /// Valid until the next step.
  std::string_view view(int column) const;
  Time time(int column) const { return Time(seconds(integer(column))); }

 private:
  PreparedStatement* slot_;
  std::unique_ptr<PreparedStatement> owned_;
  int next_ = 1;
};

}  // namespace vigie::storage
