#include "storage/capture_rows.h"

#include "storage/connection.h"
#include "storage/sha256.h"
#include "storage/url_key.h"

namespace vigie::storage {

std::string chain_value(std::string_view before, const CaptureRow& row) {
  const Capture& capture = row.capture;
  std::string said(before);
  const auto add = [&said](const std::string& value) { said += '\n' + std::to_string(value.size()) + ':' + value; };
  add(std::to_string(capture.id));
  add(capture.url);
  add(format_iso8601(capture.captured_at));
  add(capture.file);
  add(std::to_string(capture.offset));
  add(std::to_string(capture.length));
  add(std::to_string(row.request_length));
  add(std::to_string(capture.status));
  add(capture.sha256);
  add(capture.payload_sha256);
  add(row.stored_sha256);
  return sha256_hex(said);
}

void add_capture(Connection& connection, CaptureRow& row) {
  std::string before;
  {
    // The highest number ever given, also of a row that is gone: its gap must stay visible.
    SqlStatement given = connection.prepare("SELECT seq FROM sqlite_sequence WHERE name = 'captures'");
    row.capture.id = given.step() ? given.integer(0) + 1 : 1;
    SqlStatement last = connection.prepare("SELECT chain FROM captures ORDER BY id DESC LIMIT 1");
    if (last.step()) before = last.text(0);
  }
  row.capture.chain = chain_value(before, row);
  const Capture& capture = row.capture;
  connection
      .prepare(
          "INSERT INTO captures(id, url, url_key, captured_at, file, offset, length, request_length, status, "
          "sha256, payload_sha256, stored_sha256, chain) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
      .with(capture.id, capture.url, url_key(capture.url, connection.url_rules()).key, capture.captured_at,
            capture.file, capture.offset, capture.length, row.request_length, capture.status, capture.sha256,
            capture.payload_sha256, row.stored_sha256, capture.chain)
      .run();
}

SqlStatement select_captures(Connection& connection, std::string_view rest) {
  return connection.prepare(
      "SELECT id, url, captured_at, file, offset, length, status, sha256, payload_sha256, chain, request_length, "
      "stored_sha256 FROM captures " +
      std::string(rest));
}

CaptureRow read_capture_row(const SqlStatement& row) {
  CaptureRow out;
  Capture& capture = out.capture;
  capture.id = row.integer(0);
  capture.url = row.text(1);
  capture.captured_at = row.time(2);
  capture.file = row.text(3);
  capture.offset = row.integer(4);
  capture.length = row.integer(5);
  capture.status = static_cast<int>(row.integer(6));
  capture.sha256 = row.text(7);
  capture.payload_sha256 = row.text(8);
  capture.chain = row.text(9);
  out.request_length = row.integer(10);
  out.stored_sha256 = row.text(11);
  return out;
}

}  // namespace vigie::storage
