#include "storage/sql_statement.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include "storage/connection.h"

namespace vigie::storage {

PreparedStatement::PreparedStatement(std::string text, std::unique_ptr<SQLite::Statement> prepared)
    : sql(std::move(text)), statement(std::move(prepared)) {}
PreparedStatement::PreparedStatement(PreparedStatement&&) noexcept = default;
PreparedStatement::~PreparedStatement() = default;

SqlStatement::SqlStatement(PreparedStatement& slot, std::unique_ptr<PreparedStatement> owned)
    : slot_(&slot), owned_(std::move(owned)) {
  slot_->busy = true;
}

SqlStatement::SqlStatement(SqlStatement&& other) noexcept
    : slot_(std::exchange(other.slot_, nullptr)), owned_(std::move(other.owned_)), next_(other.next_) {}

SqlStatement::~SqlStatement() {
  if (slot_ == nullptr) return;
  slot_->statement->tryReset();
  slot_->busy = false;
}

SqlStatement& SqlStatement::bind(std::int64_t value) {
  slot_->statement->bind(next_++, value);
  return *this;
}

SqlStatement& SqlStatement::bind(double value) {
  slot_->statement->bind(next_++, value);
  return *this;
}

SqlStatement& SqlStatement::bind(std::string_view value) {
  slot_->statement->bind(next_++, std::string(value));
  return *this;
}

SqlStatement& SqlStatement::bind_blob(std::string_view bytes) {
  slot_->statement->bind(next_++, static_cast<const void*>(bytes.data()), static_cast<int>(bytes.size()));
  return *this;
}

SqlStatement& SqlStatement::bind_null() {
  slot_->statement->bind(next_++);
  return *this;
}

bool SqlStatement::step() {
  try {
    return slot_->statement->executeStep();
  } catch (const SQLite::Exception& error) {
    raise(error, slot_->sql);
  }
}

int SqlStatement::run() {
  try {
    return slot_->statement->exec();
  } catch (const SQLite::Exception& error) {
    raise(error, slot_->sql);
  }
}

void SqlStatement::rewind() {
  slot_->statement->tryReset();
  next_ = 1;
}

bool SqlStatement::is_null(int column) const { return slot_->statement->getColumn(column).isNull(); }
std::int64_t SqlStatement::integer(int column) const { return slot_->statement->getColumn(column).getInt64(); }
double SqlStatement::real(int column) const { return slot_->statement->getColumn(column).getDouble(); }
std::string SqlStatement::text(int column) const { return std::string(view(column)); }

std::string_view SqlStatement::view(int column) const {
  const SQLite::Column value = slot_->statement->getColumn(column);
  const void* bytes = value.getBlob();
  return {static_cast<const char*>(bytes), bytes == nullptr ? 0 : static_cast<std::size_t>(value.getBytes())};
}

}  // namespace vigie::storage
