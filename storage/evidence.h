#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/error.h"
#include "model/fetch.h"
#include "storage/database.h"

namespace vigie::storage {

struct EvidenceOptions {
  std::string folder;                         // of the WARC files; made when missing (not its parents)
  std::int64_t rotate_bytes = 1'000'000'000;  // a file this long is closed
  std::string software = "vigie";             // into warcinfo
};

/// A fetched page kept as evidence: where its response record stands. Rows of table captures.
struct Capture {
  std::int64_t id = 0;
  std::string url;
  Time captured_at{};
  std::string file;            // name within the folder
  std::int64_t offset = 0;     // of the response record's gzip member
  std::int64_t length = 0;     // of that member
  std::string sha256;          // hex, of the record (the member decompressed)
  std::string payload_sha256;  // hex, of the page's bytes, content-encoding undone
  int status = 0;
  std::string chain;  // hex: sha256 over the chain before and this row
};

/// Writes captures into WARC 1.1 files (ISO 28500:2017), one gzip member a record, response and request, warcinfo
/// first; rotated by size and by UTC day. Writer thread only. A page is committed with the transaction its row is in:
/// bytes behind the last committed record are cut off when the file is next opened.
class EvidenceWriter {
 public:
  EvidenceWriter(Database& database, EvidenceOptions options);
  ~EvidenceWriter();

  /// Appends response and request of a page; within a Transaction. Errors: io (message names the file).
  Expected<Capture> keep(const FetchResponse& response);
  /// Makes what was appended durable (fdatasync): before the transaction's commit.
  Expected<void> sync();

 private:
  struct File;
  std::string path_of(const std::string& name) const;
  Expected<void> reopen(const std::string& day);
  Expected<void> open_new(const std::string& day, Time now);
  Expected<void> file_for(Time now);

  Database& database_;
  EvidenceOptions options_;
  std::unique_ptr<File> file_;
};

/// Captures of a URL (by canonical key), oldest first.
std::vector<Capture> captures_of(Database& database, std::string_view url);
std::optional<Capture> capture(Database& database, std::int64_t id);

/// What a capture holds, read back from its WARC file and checked against its sha256.
struct CapturedPage {
  int status = 0;
  std::string content_type;
  std::string headers;  // status line and headers as received
  std::string body;     // content-encoding undone, charset not
};
Expected<CapturedPage> read_capture(const std::string& folder, const Capture& capture);

/// The verdict on the evidence.
struct VerifyReport {
  std::int64_t captures = 0;  // checked
  std::int64_t files = 0;
  std::string broken;                // empty, or the first break: "file X, offset N: …" or "row N (URL): …"
  std::vector<std::string> remarks;  // for people: bytes behind the last committed record, files of no row
  bool sound() const { return broken.empty(); }
};
/// Recomputes the hash chain and every record's hash; names the first break.
VerifyReport verify_evidence(Database& database, const std::string& folder);

/// One difference between two captures' texts.
struct TextChange {
  enum class Kind { absent, added };  // absent in the later capture; only in the later capture
  Kind kind = Kind::absent;
  std::string text;  // a paragraph or sentence
};
/// Compares texts by sentence, in order of the earlier text. Pure; white space does not count. Linear memory; texts
/// over 10,000 sentences are compared by paragraph.
std::vector<TextChange> diff_texts(std::string_view earlier, std::string_view later);

/// Pages looked at again: 1 h, 6 h, 1 d, 3 d, 7 d and 30 d after the first capture.
class RecheckStore {
 public:
  explicit RecheckStore(Database& database) : database_(database) {}
  /// Begins the schedule of a URL; nothing when it has one.
  void begin(std::string_view url, std::string_view source_id, Time captured_at);
  struct Recheck {
    std::string url;
    std::string source_id;
    int step = 0;
    Time due{};
  };
  std::vector<Recheck> due(Time now, std::size_t limit) const;
  std::optional<Time> next_due() const;
  /// The look at `step` is done (or failed for good): on to the next step, or to the end.
  void done(std::string_view url, Time now);

 private:
  Database& database_;
};

}  // namespace vigie::storage
