#include "parsers/warc.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <fstream>

#include "model/text.h"

namespace vigie::parsers {
namespace {

constexpr std::size_t k_piece = 65'536;
constexpr int k_gzip_window = 15 + 16;

bool is_gzip(std::string_view bytes) {
  return bytes.size() >= 3 && bytes[0] == '\x1f' && bytes[1] == '\x8b' && bytes[2] == '\x08';
}

// Text in clear, be its very first line damaged; a gzip member says it only once undone.
bool looks_plain(std::string_view bytes) {
  return bytes.find("WARC/1.") != std::string_view::npos || bytes.find("WARC/0.") != std::string_view::npos;
}

// The raw bytes of the archive, read piece by piece.
class Input {
 public:
  Input(std::string name, std::ifstream file, std::uint64_t size)
      : name_(std::move(name)), file_(std::move(file)), size_(size) {}
  explicit Input(std::string_view memory) : name_("input"), memory_(memory), size_(memory.size()) {}

  std::string read(std::uint64_t offset, std::size_t most) {
    if (offset >= size_) return {};
    const auto length = static_cast<std::size_t>(std::min<std::uint64_t>(most, size_ - offset));
    if (!file_.is_open()) return std::string(memory_.substr(offset, length));
    std::string bytes(length, '\0');
    file_.clear();
    file_.seekg(static_cast<std::streamoff>(offset));
    file_.read(bytes.data(), static_cast<std::streamsize>(length));
    bytes.resize(static_cast<std::size_t>(std::max<std::streamsize>(0, file_.gcount())));
    return bytes;
  }

  const std::string& name() const { return name_; }
  std::uint64_t size() const { return size_; }

 private:
  std::string name_;
  std::ifstream file_;
  std::string_view memory_;
  std::uint64_t size_;
};

// The archive's bytes with gzip undone, member after member; plain bytes as they are.
class Decoder {
 public:
  explicit Decoder(Input& input) : input_(input) {}
  Decoder(const Decoder&) = delete;
  Decoder& operator=(const Decoder&) = delete;
  ~Decoder() { end_member(); }

  void seek(std::uint64_t offset) {
    end_member();
    raw_ = offset;
    input_bytes_.clear();
    used_ = 0;
    start_ = offset;
    known_ = offset != 0 && known_;
    damaged_ = false;
  }

  // Appends some decoded bytes; false at the end of the archive or of what can be decoded. Whether an archive is plain
  // is told once, by its first bytes: a plain one may hold gzip in its blocks.
  bool more(std::string& out) {
    while (!damaged_) {
      if (!have(1)) {
        damaged_ = damaged_ || inside_;
        return false;
      }
      if (!inside_) {
        const bool gzip = have(3) && is_gzip(rest());
        if (!known_) plain_ = !gzip && looks_plain(rest());
        known_ = true;
        start_ = at();
        if (plain_) {
          out.append(rest());
          used_ = input_bytes_.size();
          return true;
        }
        if (!gzip) {
          damaged_ = true;
          return false;
        }
        begin_member();
      }
      const std::size_t before = out.size();
      if (!inflate_some(out)) return false;
      if (out.size() > before) return true;
    }
    return false;
  }

  std::uint64_t at() const { return raw_ - (input_bytes_.size() - used_); }  // of the next raw byte
  bool inside() const { return inside_; }
  std::uint64_t start() const { return start_; }  // of the member or piece the last bytes came from
  bool plain() const { return plain_; }
  bool damaged() const { return damaged_; }

 private:
  std::string_view rest() const { return std::string_view(input_bytes_).substr(used_); }

  // Whether at least `count` raw bytes are at hand or can be read.
  bool have(std::size_t count) {
    if (input_bytes_.size() - used_ >= count) return true;
    raw_ = at();
    input_bytes_ = input_.read(raw_, k_piece);
    used_ = 0;
    raw_ += input_bytes_.size();
    return input_bytes_.size() >= count;
  }

  void begin_member() {
    stream_ = z_stream{};
    inside_ = inflateInit2(&stream_, k_gzip_window) == Z_OK;
    damaged_ = !inside_;
  }

  void end_member() {
    if (inside_) inflateEnd(&stream_);
    inside_ = false;
  }

  bool inflate_some(std::string& out) {
    if (!inside_) return false;
    std::array<char, k_piece> buffer;
    stream_.next_in = reinterpret_cast<Bytef*>(input_bytes_.data() + used_);
    stream_.avail_in = static_cast<uInt>(input_bytes_.size() - used_);
    stream_.next_out = reinterpret_cast<Bytef*>(buffer.data());
    stream_.avail_out = static_cast<uInt>(buffer.size());
    const int result = inflate(&stream_, Z_NO_FLUSH);
    used_ = input_bytes_.size() - stream_.avail_in;
    out.append(buffer.data(), buffer.size() - stream_.avail_out);
    if (result == Z_STREAM_END) {
      end_member();
    } else if (result != Z_OK && !(result == Z_BUF_ERROR && used_ == input_bytes_.size())) {
      end_member();
      damaged_ = true;
      return false;
    }
    return true;
  }

  Input& input_;
  std::uint64_t raw_ = 0;  // of the first byte behind input_bytes_
  std::string input_bytes_;
  std::size_t used_ = 0;
  std::uint64_t start_ = 0;
  z_stream stream_{};
  bool inside_ = false;
  bool damaged_ = false;
  bool known_ = false;
  bool plain_ = false;
};

struct Lines {
  std::string_view first;
  std::vector<std::pair<std::string, std::string>> headers;
};

// A first line and header fields; continuation lines (RFC 2616 2.2) are joined.
Lines read_lines(std::string_view text) {
  Lines lines;
  bool first = true;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string_view line = text.substr(at, end - at);
    at = end + 1;
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (first) {
      lines.first = line;
      first = false;
    } else if (!line.empty() && (line.front() == ' ' || line.front() == '\t') && !lines.headers.empty()) {
      lines.headers.back().second += ' ' + std::string(trim_ascii(line));
    } else if (const std::size_t colon = line.find(':'); colon != std::string_view::npos) {
      lines.headers.emplace_back(trim_ascii(line.substr(0, colon)), trim_ascii(line.substr(colon + 1)));
    }
  }
  return lines;
}

std::string find_header(const std::vector<std::pair<std::string, std::string>>& headers, std::string_view name) {
  for (const auto& [key, value] : headers) {
    if (equals_ignoring_ascii_case(key, name)) return value;
  }
  return {};
}

// Where a header block ends: behind the first empty line; npos when it does not.
std::size_t end_of_header(std::string_view text) {
  for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
    if (text.substr(at + 1, 1) == "\n") return at + 2;
    if (text.substr(at + 1, 2) == "\r\n") return at + 3;
  }
  return std::string_view::npos;
}

}  // namespace

struct WarcReader::State {
  State(Input from, const WarcLimits& the_limits) : input(std::move(from)), limits(the_limits), decoder(input) {}

  Input input;
  WarcLimits limits;
  Decoder decoder;
  std::string buffer;       // decoded, not yet taken
  std::uint64_t start = 0;  // of the record the buffer begins with
  bool plain = false;       // the buffer's bytes are the archive's own

  tl::unexpected<Error> wrong(ErrorKind kind, const std::string& what) const {
    return failure(kind,
                   "cannot read warc record in " + input.name() + " at offset " + std::to_string(start) + ": " + what);
  }

  bool grow() {
    const bool was_empty = buffer.empty();
    const bool more = decoder.more(buffer);
    if (was_empty && !buffer.empty()) {
      start = decoder.start();
      plain = decoder.plain();
    }
    return more;
  }

  void drop(std::size_t length) {
    buffer.erase(0, length);
    if (plain) start += length;
  }

  // Line ends between records.
  void skip_line_ends() {
    while (true) {
      const std::size_t next = buffer.find_first_not_of("\r\n");
      drop(std::min(next, buffer.size()));
      if (!buffer.empty() || !grow()) return;
    }
  }

  // On behind a damaged record: to the next gzip member, or the next line that begins one.
  void resynchronise() {
    if (plain) {
      while (true) {
        const std::size_t next = buffer.find("WARC/", 1);
        if (next != std::string::npos) return drop(next);
        drop(buffer.size() > 8 ? buffer.size() - 8 : 0);
        if (!grow()) return buffer.clear();
      }
    }
    buffer.clear();
    std::uint64_t at = start + 1;
    while (at < input.size()) {
      const std::string piece = input.read(at, k_piece);
      const std::size_t next = piece.find("\x1f\x8b\x08");
      if (next != std::string::npos) return restart(at + next);
      if (piece.size() < 3 || at + piece.size() >= input.size()) break;
      at += piece.size() - 2;
    }
    restart(input.size());
  }

  void restart(std::uint64_t at) {
    buffer.clear();
    decoder.seek(at);
    start = at;
  }

  Expected<std::string> take_header() {
    std::size_t end = end_of_header(buffer);
    while (end == std::string::npos && buffer.size() <= limits.header_bytes && grow()) end = end_of_header(buffer);
    if (end == std::string::npos || end > limits.header_bytes) {
      const bool ended = buffer.size() <= limits.header_bytes;
      return wrong(
          ended ? ErrorKind::malformed : ErrorKind::limit,
          ended ? "it ends within its header" : "its header is over " + std::to_string(limits.header_bytes) + " bytes");
    }
    return buffer.substr(0, end);
  }

  // False when the archive ends before.
  bool skip(std::uint64_t length) {
    while (length > 0) {
      if (buffer.empty() && !decoder.more(buffer)) return false;
      const std::uint64_t now = std::min<std::uint64_t>(length, buffer.size());
      buffer.erase(0, static_cast<std::size_t>(now));
      length -= now;
      if (plain) start += now;
    }
    return true;
  }
};

WarcReader::WarcReader(std::unique_ptr<State> state) : state_(std::move(state)) {}
WarcReader::WarcReader(WarcReader&&) noexcept = default;
WarcReader& WarcReader::operator=(WarcReader&&) noexcept = default;
WarcReader::~WarcReader() = default;

Expected<WarcReader> WarcReader::open(const std::string& path, const WarcLimits& limits) {
  std::ifstream file(path, std::ios::binary | std::ios::ate);
  if (!file) {
    return failure(errno == ENOENT ? ErrorKind::not_found : ErrorKind::io,
                   "cannot open warc file " + path + ": " + std::strerror(errno));
  }
  const auto size = file.tellg();
  if (size < 0) return failure(ErrorKind::io, "cannot open warc file " + path + ": it is not a file");
  return WarcReader(std::make_unique<State>(Input(path, std::move(file), static_cast<std::uint64_t>(size)), limits));
}

WarcReader WarcReader::over(std::string_view bytes, const WarcLimits& limits) {
  return WarcReader(std::make_unique<State>(Input(bytes), limits));
}

Expected<std::optional<WarcRecord>> WarcReader::next() {
  State& state = *state_;
  state.skip_line_ends();
  if (state.buffer.empty()) {
    if (!state.decoder.damaged()) return std::optional<WarcRecord>();
    state.start = state.decoder.start();
    const auto error = state.wrong(ErrorKind::malformed, "its gzip data is damaged or cut off");
    state.resynchronise();
    return error;
  }
  const auto give_up = [&](tl::unexpected<Error> error) {
    state.resynchronise();
    return error;
  };
  const Expected<std::string> header = state.take_header();
  if (!header) return give_up(tl::unexpected(header.error()));
  const Lines lines = read_lines(*header);
  if (lines.first.substr(0, 5) != "WARC/")
    return give_up(state.wrong(ErrorKind::malformed, "it does not begin with WARC/"));
  const std::string length_text = find_header(lines.headers, "Content-Length");
  std::uint64_t length = 0;
  const auto [end, error] = std::from_chars(length_text.data(), length_text.data() + length_text.size(), length);
  if (length_text.empty() || error != std::errc{} || end != length_text.data() + length_text.size()) {
    return give_up(state.wrong(ErrorKind::malformed, "it has no usable Content-Length"));
  }
  WarcRecord record;
  record.offset = state.start;
  if (length > state.limits.block_bytes) {
    const auto too_long =
        state.wrong(ErrorKind::limit, "its block of " + std::to_string(length) + " bytes is over the limit of " +
                                          std::to_string(state.limits.block_bytes));
    if (!state.skip(header->size()) || !state.skip(length)) state.resynchronise();
    return too_long;
  }
  while (state.buffer.size() - header->size() < length) {
    if (state.grow()) continue;
    return give_up(
        state.wrong(ErrorKind::malformed, "it ends before its block of " + std::to_string(length) + " bytes does"));
  }
  record.block = state.buffer.substr(header->size(), static_cast<std::size_t>(length));
  state.drop(header->size() + static_cast<std::size_t>(length));
  state.skip_line_ends();
  // The checksum of a member is read behind its record.
  if (!state.plain && state.decoder.damaged() && state.decoder.start() == record.offset) {
    state.start = record.offset;
    return give_up(state.wrong(ErrorKind::malformed, "its gzip data is damaged or cut off"));
  }
  record.headers = lines.headers;
  record.type = ascii_lower(find_header(record.headers, "WARC-Type"));
  record.target_uri = find_header(record.headers, "WARC-Target-URI");
  // Some writers put the address between angle brackets, as WARC 1.0's grammar had it.
  if (record.target_uri.size() > 2 && record.target_uri.front() == '<' && record.target_uri.back() == '>') {
    record.target_uri = record.target_uri.substr(1, record.target_uri.size() - 2);
  }
  record.date = find_header(record.headers, "WARC-Date");
  record.content_type = find_header(record.headers, "Content-Type");
  record.payload_type = find_header(record.headers, "WARC-Identified-Payload-Type");
  return std::optional(std::move(record));
}

std::uint64_t WarcReader::position() const {
  if (!state_->buffer.empty()) return state_->start;
  const Decoder& decoder = state_->decoder;
  return decoder.inside() || decoder.damaged() ? decoder.start() : decoder.at();
}

Expected<void> WarcReader::seek(std::uint64_t position) {
  if (position > size()) {
    return failure(ErrorKind::malformed, "cannot go on in " + state_->input.name() + " at offset " +
                                             std::to_string(position) + ": it has " + std::to_string(size()) +
                                             " bytes");
  }
  state_->restart(position);
  return {};
}

std::uint64_t WarcReader::size() const { return state_->input.size(); }

}  // namespace vigie::parsers
