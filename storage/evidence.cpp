#include "storage/evidence.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>

#include "model/text.h"
#include "storage/capture_rows.h"
#include "storage/connection.h"
#include "storage/sha256.h"
#include "storage/url_key.h"
#include "storage/warc_format.h"

namespace vigie::storage {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t k_longest_record = 256'000'000;

std::string day_of(Time at) {
  std::string day = format_iso8601(at).substr(0, 10);
  std::erase(day, '-');
  return day;
}

Error cannot_write(const std::string& path, const std::string& why) {
  return {ErrorKind::io, "cannot write evidence to " + path + ": " + why};
}

}  // namespace

struct EvidenceWriter::File {
  std::string name;
  std::string day;
  int descriptor = -1;
  std::int64_t length = 0;
  bool unsynced = false;

  File() = default;
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  ~File() {
    if (descriptor >= 0) ::close(descriptor);
  }

  Expected<void> append(std::string_view bytes, const std::string& path) {
    for (std::size_t done = 0; done < bytes.size();) {
      const ssize_t wrote = ::pwrite(descriptor, bytes.data() + done, bytes.size() - done,
                                     static_cast<off_t>(length + static_cast<std::int64_t>(done)));
      if (wrote < 0 && errno == EINTR) continue;
      if (wrote <= 0) return tl::unexpected(cannot_write(path, std::strerror(errno)));
      done += static_cast<std::size_t>(wrote);
    }
    length += static_cast<std::int64_t>(bytes.size());
    unsynced = true;
    return {};
  }
};

EvidenceWriter::EvidenceWriter(Database& database, EvidenceOptions options)
    : database_(database), options_(std::move(options)) {}
EvidenceWriter::~EvidenceWriter() = default;

std::string EvidenceWriter::path_of(const std::string& name) const {
  return (fs::path(options_.folder) / name).string();
}

// Takes up the newest file of the day if it has room: behind its last committed record.
Expected<void> EvidenceWriter::reopen(const std::string& day) {
  SqlStatement row = database_.connection().prepare(
      "SELECT file, length FROM warc_files WHERE closed = 0 AND file LIKE ? ORDER BY file DESC LIMIT 1");
  row.bind("vigie-" + day + "-%");
  if (!row.step()) return {};
  auto file = std::make_unique<File>();
  file->name = row.text(0);
  file->day = day;
  file->length = row.integer(1);
  const std::string path = path_of(file->name);
  file->descriptor = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
  // A file that is gone or too short is `verify`'s business; captures go on in a new one.
  std::error_code error;
  const auto size = fs::file_size(path, error);
  if (file->descriptor < 0 || error || static_cast<std::int64_t>(size) < file->length) return {};
  if (::ftruncate(file->descriptor, static_cast<off_t>(file->length)) != 0) {
    return tl::unexpected(cannot_write(path, std::strerror(errno)));
  }
  file_ = std::move(file);
  return {};
}

Expected<void> EvidenceWriter::open_new(const std::string& day, Time now) {
  std::error_code error;
  fs::create_directory(options_.folder, error);
  if (!fs::is_directory(options_.folder))
    return tl::unexpected(cannot_write(options_.folder, "there is no such folder"));
  auto file = std::make_unique<File>();
  file->day = day;
  for (int number = 1; file->descriptor < 0; ++number) {
    std::array<char, 16> digits{};
    std::snprintf(digits.data(), digits.size(), "%05d", number);
    file->name = "vigie-" + day + '-' + digits.data() + ".warc.gz";
    file->descriptor = ::open(path_of(file->name).c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
    if (file->descriptor < 0 && errno != EEXIST) {
      return tl::unexpected(cannot_write(path_of(file->name), std::strerror(errno)));
    }
  }
  const std::string block = "software: " + options_.software +
                            "\r\nformat: WARC File Format 1.1\r\n"
                            "conformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/"
                            "\r\nisPartOf: vigie\r\n";
  const std::string info =
      gzip_member(warc_record({{"WARC-Type", "warcinfo"},
                               {"WARC-Date", format_iso8601(now)},
                               {"WARC-Record-ID", record_id("warcinfo " + file->name + format_iso8601(now))},
                               {"WARC-Filename", file->name},
                               {"Content-Type", "application/warc-fields"}},
                              block));
  if (Expected<void> written = file->append(info, path_of(file->name)); !written) return written;
  database_.connection()
      .prepare("INSERT INTO warc_files(file, opened_at, info_length, info_sha256, length) VALUES(?, ?, ?, ?, ?)")
      .with(file->name, now, static_cast<std::int64_t>(info.size()), sha256_hex(info), file->length)
      .run();
  file_ = std::move(file);
  return {};
}

Expected<void> EvidenceWriter::file_for(Time now) {
  const std::string day = day_of(now);
  // A transaction that was rolled back took the file's row or its last captures with it.
  if (file_) {
    SqlStatement row = database_.connection().prepare("SELECT length FROM warc_files WHERE file = ?");
    row.bind(file_->name);
    if (!row.step() || row.integer(0) != file_->length) file_.reset();
  }
  if (file_ && (file_->day != day || file_->length >= options_.rotate_bytes)) {
    if (Expected<void> synced = sync(); !synced) return synced;
    database_.connection().prepare("UPDATE warc_files SET closed = 1 WHERE file = ?").with(file_->name).run();
    file_.reset();
  }
  if (!file_) {
    if (Expected<void> again = reopen(day); !again) return again;
  }
  if (file_ && file_->length >= options_.rotate_bytes) file_.reset();
  return file_ ? Expected<void>() : open_new(day, now);
}

Expected<Capture> EvidenceWriter::keep(const FetchResponse& response) {
  WriteScope scope(database_);
  if (Expected<void> ready = file_for(response.fetched_at); !ready) return tl::unexpected(ready.error());
  const std::string& url = response.final_url.empty() ? response.request.url : response.final_url;
  const std::string date = format_iso8601(response.fetched_at);
  const std::string seed = url + '\n' + date + '\n' + file_->name + '\n' + std::to_string(file_->length);
  const std::string response_id = record_id("response " + seed);
  CaptureRow row;
  row.capture.url = response.request.url;
  row.capture.captured_at = response.fetched_at;
  row.capture.file = file_->name;
  row.capture.offset = file_->length;
  row.capture.status = response.status;
  row.capture.payload_sha256 = response.body_sha256.empty() ? sha256_hex(response.body) : response.body_sha256;
  // A gzip body stands in the archive byte for byte as it came: nothing is compressed twice.
  const bool as_received = !response.gzip_body.empty();
  const std::string& body = as_received ? response.gzip_body : response.body;
  const std::string block = http_block(response, body, as_received ? BodyForm::as_received : BodyForm::decoded);
  std::vector<std::pair<std::string, std::string>> headers = {
      {"WARC-Type", "response"},
      {"WARC-Target-URI", url},
      {"WARC-Date", date},
      {"WARC-Record-ID", response_id},
      {"Content-Type", "application/http;msgtype=response"},
      {"WARC-Block-Digest", "sha256:" + sha256_hex(block)},
      {"WARC-Payload-Digest", "sha256:" + (as_received ? sha256_hex(body) : row.capture.payload_sha256)}};
  if (!response.remote_address.empty()) headers.emplace_back("WARC-IP-Address", response.remote_address);
  const std::string record = warc_record(headers, block);
  row.capture.sha256 = sha256_hex(record);
  std::string stored = as_received ? stored_gzip_member(record) : gzip_member(record);
  row.capture.length = static_cast<std::int64_t>(stored.size());
  const std::string request = response.raw_request.empty() ? "GET " + url + " HTTP/1.1\r\n\r\n" : response.raw_request;
  stored += stored_gzip_member(warc_record({{"WARC-Type", "request"},
                                            {"WARC-Target-URI", url},
                                            {"WARC-Date", date},
                                            {"WARC-Record-ID", record_id("request " + seed)},
                                            {"WARC-Concurrent-To", response_id},
                                            {"Content-Type", "application/http;msgtype=request"}},
                                           request));
  row.request_length = static_cast<std::int64_t>(stored.size()) - row.capture.length;
  row.stored_sha256 = sha256_hex(stored);
  if (Expected<void> written = file_->append(stored, path_of(file_->name)); !written) {
    file_.reset();
    return tl::unexpected(written.error());
  }
  add_capture(database_.connection(), row);
  database_.connection()
      .prepare("UPDATE warc_files SET length = ? WHERE file = ?")
      .with(file_->length, file_->name)
      .run();
  scope.done();
  return row.capture;
}

Expected<void> EvidenceWriter::sync() {
  if (!file_ || !file_->unsynced) return {};
  if (::fdatasync(file_->descriptor) != 0) {
    return tl::unexpected(cannot_write(path_of(file_->name), std::strerror(errno)));
  }
  file_->unsynced = false;
  return {};
}

Expected<CapturedPage> read_capture(const std::string& folder, const Capture& capture) {
  const std::string path = (fs::path(folder) / capture.file).string();
  const std::string where = "cannot read capture " + std::to_string(capture.id) + " from " + path + " at offset " +
                            std::to_string(capture.offset) + ": ";
  std::ifstream file(path, std::ios::binary);
  if (!file) return failure(ErrorKind::io, where + "the file cannot be opened");
  std::string stored(static_cast<std::size_t>(std::max<std::int64_t>(0, capture.length)), '\0');
  file.seekg(capture.offset);
  if (!file.read(stored.data(), static_cast<std::streamsize>(stored.size()))) {
    return failure(ErrorKind::io, where + "the file is too short");
  }
  std::size_t used = 0;
  const std::string record = gunzip_member(stored, k_longest_record, used);
  if (used == 0 || sha256_hex(record) != capture.sha256) {
    return failure(ErrorKind::malformed, where + "the record is not the one that was written (its sha256 differs)");
  }
  const std::size_t block = record.find("\r\n\r\n");
  const std::size_t body = record.find("\r\n\r\n", block + 4);
  if (block == std::string::npos || body == std::string::npos || record.size() < body + 8) {
    return failure(ErrorKind::malformed, where + "the record holds no http response");
  }
  CapturedPage page;
  page.status = capture.status;
  page.headers = record.substr(block + 4, body - block);
  page.content_type = header_value(page.headers, "content-type");
  const std::string_view kept = std::string_view(record).substr(body + 4, record.size() - body - 8);
  const bool as_received = !header_value(page.headers, "content-encoding").empty();
  page.body = as_received ? gunzip_members(kept, k_longest_record) : std::string(kept);
  return page;
}

std::vector<Capture> captures_of(Database& database, std::string_view url) {
  SqlStatement rows = select_captures(database.connection(), "WHERE url_key = ? ORDER BY id");
  rows.bind(url_key(url, database.connection().url_rules()).key);
  std::vector<Capture> captures;
  while (rows.step()) captures.push_back(read_capture_row(rows).capture);
  return captures;
}

std::optional<Capture> capture(Database& database, std::int64_t id) {
  SqlStatement rows = select_captures(database.connection(), "WHERE id = ?");
  rows.bind(id);
  return rows.step() ? std::optional(read_capture_row(rows).capture) : std::nullopt;
}

}  // namespace vigie::storage
