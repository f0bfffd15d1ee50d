#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "storage/evidence.h"
#include "storage/sql_statement.h"

namespace vigie::storage {

class Connection;

/// A row of table captures.
struct CaptureRow {
  Capture capture;
  std::int64_t request_length = 0;  // of the request record's gzip member, which follows the response's
  std::string stored_sha256;        // hex, of both members as they stand in the file
};

/// The chain value of a row that follows one with `before`: sha256 over all it says.
std::string chain_value(std::string_view before, const CaptureRow& row);

/// Appends a row: sets its id and chain.
void add_capture(Connection& connection, CaptureRow& row);

SqlStatement select_captures(Connection& connection, std::string_view rest);
CaptureRow read_capture_row(const SqlStatement& row);

}  // namespace vigie::storage
