#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/error.h"

namespace vigie::parsers {

struct WarcLimits {
  std::size_t header_bytes = 65'536;     // of one record's header
  std::size_t block_bytes = 32'000'000;  // of one record's block; a longer one is skipped as an error
};

/// One record of a WARC file (ISO 28500, versions 0.17 to 1.1), gzip undone.
struct WarcRecord {
  std::string type;  // warcinfo, response, request, resource, metadata, revisit, conversion …
  std::string target_uri;
  std::string date;                                          // WARC-Date as written
  std::string content_type;                                  // of the block
  std::string payload_type;                                  // WARC-Identified-Payload-Type, or empty
  std::vector<std::pair<std::string, std::string>> headers;  // as written, in order
  std::string block;
  std::uint64_t offset = 0;  // of the record, or of its gzip member, in the file
};

/// Reads a WARC file record by record in flat memory: plain, gzip per record, or one gzip stream over all.
class WarcReader {
 public:
  /// Errors: not_found, io.
  static Expected<WarcReader> open(const std::string& path, const WarcLimits& limits = {});
  /// Over bytes that outlive the reader.
  static WarcReader over(std::string_view bytes, const WarcLimits& limits = {});

  WarcReader(WarcReader&&) noexcept;
  WarcReader& operator=(WarcReader&&) noexcept;
  ~WarcReader();

  /// The next record; nothing at the end. An error (malformed, limit) names file and offset and concerns one record
  /// only: the next call goes on behind it.
  Expected<std::optional<WarcRecord>> next();

  /// Where the next record is looked for; a reader opened anew and sent here by seek() goes on where this one stopped.
  std::uint64_t position() const;
  Expected<void> seek(std::uint64_t position);
  /// Size of the file in bytes.
  std::uint64_t size() const;

 private:
  struct State;
  explicit WarcReader(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

/// The HTTP response in a record's block: chunked and content-encoding (gzip, deflate, br, zstd are told as unsupported
/// where no library is at hand) undone.
struct HttpMessage {
  int status = 0;
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body;
  std::string header(std::string_view name) const;  // first value, name without regard to case
};
/// Errors: malformed, unsupported (a content-encoding), limit (decoded size).
Expected<HttpMessage> parse_http_response(std::string_view block, std::size_t max_body = 32'000'000);

}  // namespace vigie::parsers
