#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>

#include "storage/capture_rows.h"
#include "storage/connection.h"
#include "storage/evidence.h"
#include "storage/sha256.h"
#include "storage/warc_format.h"

namespace vigie::storage {
namespace {

namespace fs = std::filesystem;

struct WarcFileRow {
  std::int64_t info_length = 0;
  std::string info_sha256;
  std::int64_t length = 0;
};

std::map<std::string, WarcFileRow> file_rows(Connection& connection) {
  SqlStatement rows = connection.prepare("SELECT file, info_length, info_sha256, length FROM warc_files");
  std::map<std::string, WarcFileRow> files;
  while (rows.step()) files[rows.text(0)] = {rows.integer(1), rows.text(2), rows.integer(3)};
  return files;
}

// Reads the evidence files one after the other, keeping the last one open.
class Files {
 public:
  explicit Files(std::string folder) : folder_(std::move(folder)) {}

  /// The bytes, or fewer where the file ends.
  std::string read(const std::string& name, std::int64_t offset, std::int64_t length) {
    if (name != open_) {
      stream_ = std::ifstream(fs::path(folder_) / name, std::ios::binary);
      open_ = name;
    }
    std::string bytes(static_cast<std::size_t>(std::clamp<std::int64_t>(length, 0, 1'000'000'000)), '\0');
    stream_.clear();
    stream_.seekg(offset);
    stream_.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(std::max<std::streamsize>(0, stream_.gcount())));
    return bytes;
  }

 private:
  std::string folder_;
  std::string open_;
  std::ifstream stream_;
};

class Verifier {
 public:
  Verifier(Connection& connection, const std::string& folder)
      : connection_(connection), folder_(folder), files_(folder), rows_(file_rows(connection)) {}

  VerifyReport run() {
    for (const auto& [name, row] : rows_) {
      ends_[name] = row.info_length;
      ++report_.files;
      if (sha256_hex(files_.read(name, 0, row.info_length)) != row.info_sha256) {
        return broken("file " + name + ", offset 0: the warcinfo record is missing or changed");
      }
    }
    SqlStatement rows = select_captures(connection_, "ORDER BY id");
    while (rows.step()) {
      const CaptureRow row = read_capture_row(rows);
      if (!check(row)) return report_;
      ++report_.captures;
    }
    for (const auto& [name, row] : rows_) {
      if (ends_[name] != row.length) {
        return broken("file " + name + ": its row says " + std::to_string(row.length) + " bytes, its captures end at " +
                      std::to_string(ends_[name]) + "; a capture's row is gone");
      }
    }
    if (const std::string lost = last_row_lost(); !lost.empty()) return broken(lost);
    look_around();
    return report_;
  }

 private:
  VerifyReport broken(const std::string& what) {
    report_.broken = what;
    return report_;
  }

  bool check(const CaptureRow& row) {
    const Capture& capture = row.capture;
    const std::string as_row = "row " + std::to_string(capture.id) + " (" + capture.url + "): ";
    const std::string as_file = "file " + capture.file + ", offset " + std::to_string(capture.offset) + " (row " +
                                std::to_string(capture.id) + ", " + capture.url + "): ";
    if (capture.id != report_.captures + 1) {
      report_.broken = "row " + std::to_string(report_.captures + 1) + ": it is gone";
    } else if (chain_value(chain_, row) != capture.chain) {
      report_.broken = as_row + "it does not fit the hash chain: this row or the one before was changed";
    } else if (rows_.find(capture.file) == rows_.end()) {
      report_.broken = as_row + "its file " + capture.file + " is unknown";
    } else if (ends_[capture.file] != capture.offset) {
      report_.broken = as_row + "it does not follow the record before it in " + capture.file;
    } else {
      const std::int64_t length = capture.length + row.request_length;
      const std::string stored = files_.read(capture.file, capture.offset, length);
      if (static_cast<std::int64_t>(stored.size()) != length) {
        report_.broken = as_file + "the file is missing or ends too early";
      } else if (sha256_hex(stored) != row.stored_sha256) {
        report_.broken = as_file + "the record's bytes were changed";
      } else {
        std::size_t used = 0;
        const std::string record = gunzip_member(stored, 256'000'000, used);
        if (sha256_hex(record) != capture.sha256) report_.broken = as_file + "the record's sha256 differs";
      }
      ends_[capture.file] = capture.offset + length;
    }
    chain_ = capture.chain;
    return report_.broken.empty();
  }

  // AUTOINCREMENT remembers the highest id ever given.
  std::string last_row_lost() {
    SqlStatement row = connection_.prepare("SELECT seq FROM sqlite_sequence WHERE name = 'captures'");
    if (!row.step() || row.integer(0) <= report_.captures) return {};
    return "row " + std::to_string(report_.captures + 1) + ": it is gone";
  }

  void look_around() {
    std::error_code error;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder_, error)) {
      const std::string name = entry.path().filename().string();
      const auto row = rows_.find(name);
      if (row == rows_.end()) {
        if (name.find(".warc") != std::string::npos)
          report_.remarks.push_back("file " + name + " belongs to no capture");
        continue;
      }
      const auto size = static_cast<std::int64_t>(entry.file_size(error));
      if (size > row->second.length) {
        report_.remarks.push_back("file " + name + ": " + std::to_string(size - row->second.length) +
                                  " bytes behind the last committed record");
      }
    }
  }

  Connection& connection_;
  const std::string& folder_;
  Files files_;
  std::map<std::string, WarcFileRow> rows_;
  std::map<std::string, std::int64_t> ends_;
  std::string chain_;
  VerifyReport report_;
};

}  // namespace

VerifyReport verify_evidence(Database& database, const std::string& folder) {
  return Verifier(database.connection(), folder).run();
}

}  // namespace vigie::storage
