#pragma once

#include <string_view>
#include <vector>

#include "model/error.h"

namespace vigie::storage {

class Connection;

/// One step of the schema. A published step is never edited: the next change is a new one.
struct Migration {
  int version;           // of the schema after it, from 1 without gaps
  std::string_view why;  // for people
  std::string_view sql;
};

/// All steps, in order.
const std::vector<Migration>& migrations();

/// The newest schema this program knows.
int newest_schema();

/// "vigi": PRAGMA application_id of our files.
inline constexpr int k_application_id = 0x76696769;

/// The schema version of an open file (PRAGMA user_version).
int schema_version(Connection& connection);

/// Brings the schema up to `target` (0: the newest), each step in a transaction of its own. Errors: unsupported when
/// the file's schema is newer than this program's.
Expected<void> migrate(Connection& connection, int target = 0);

}  // namespace vigie::storage
