#pragma once

#include <stdexcept>
#include <string>

namespace vigie::storage {

/// The database failed under a statement: a bug, or one of the two below. what() names the statement's purpose and
/// SQLite's words. Thrown, not returned: whoever writes cannot go on.
class StorageFailure : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// No room on the disk. The transaction is rolled back; what it held can be written again once there is room.
class DiskFull : public StorageFailure {
 public:
  using StorageFailure::StorageFailure;
};

/// The file is damaged or is not a database. Nothing more should be written to it.
class Damaged : public StorageFailure {
 public:
  using StorageFailure::StorageFailure;
};

/// Another process held the database locked for longer than the busy timeout.
class Locked : public StorageFailure {
 public:
  using StorageFailure::StorageFailure;
};

}  // namespace vigie::storage
