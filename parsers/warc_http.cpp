#include <zlib.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "model/text.h"
#include "parsers/warc.h"

namespace vigie::parsers {
namespace {

// The body of a chunked message (RFC 9112 7.1); nothing when it is not chunked after all, as in archives that keep the
// header field and undo the coding.
std::optional<std::string> unchunked(std::string_view body) {
  std::string out;
  for (std::size_t at = 0; at < body.size();) {
    const std::size_t end = body.find('\n', at);
    if (end == std::string_view::npos) return std::nullopt;
    std::string_view line = trim_ascii(body.substr(at, end - at));
    line = line.substr(0, line.find(';'));
    std::size_t length = 0;
    const auto [stop, error] = std::from_chars(line.data(), line.data() + line.size(), length, 16);
    if (line.empty() || error != std::errc{} || stop != line.data() + line.size()) return std::nullopt;
    at = end + 1;
    if (length == 0) return out;
    if (at > body.size() || length > body.size() - at) {
      out += body.substr(std::min(at, body.size()));  // cut off: what there is
      return out;
    }
    out += body.substr(at, length);
    at += length;
    while (at < body.size() && (body[at] == '\r' || body[at] == '\n')) ++at;
  }
  return out;
}

struct Inflated {
  std::string bytes;
  bool sound = false;
  bool too_long = false;
};

Inflated inflated(std::string_view body, int window, std::size_t most) {
  Inflated result;
  z_stream stream{};
  if (inflateInit2(&stream, window) != Z_OK) return result;
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(body.data()));
  stream.avail_in = static_cast<uInt>(std::min<std::size_t>(body.size(), 0x7FFFFFFF));
  std::array<char, 65'536> buffer;
  int state = Z_OK;
  while (state == Z_OK) {
    stream.next_out = reinterpret_cast<Bytef*>(buffer.data());
    stream.avail_out = static_cast<uInt>(buffer.size());
    state = inflate(&stream, Z_NO_FLUSH);
    const std::size_t got = buffer.size() - stream.avail_out;
    result.bytes.append(buffer.data(), got);
    result.too_long = result.bytes.size() > most;
    if (result.too_long || got == 0) break;
  }
  inflateEnd(&stream);
  result.sound = state == Z_STREAM_END || !result.bytes.empty();
  return result;
}

// Undoes one content coding in place. Archives often keep the field and undo the coding, so bytes that are not in the
// coding pass as they are.
Expected<void> undo(const std::string& coding, std::string& body, std::size_t most) {
  if (coding.empty() || coding == "identity") return {};
  const bool gzip = coding == "gzip" || coding == "x-gzip";
  if (!gzip && coding != "deflate") {
    return failure(ErrorKind::unsupported,
                   "cannot read http response: its content-encoding is " + escape_controls(coding));
  }
  if (gzip && body.substr(0, 2) != "\x1f\x8b") return {};
  Inflated result = inflated(body, gzip ? 15 + 16 : 15, most);
  // "deflate" is sent with and without its zlib wrapper.
  if (!result.sound && !gzip) result = inflated(body, -15, most);
  if (result.too_long) {
    return failure(ErrorKind::limit,
                   "cannot read http response: its body is over " + std::to_string(most) + " bytes decoded");
  }
  if (!result.sound) {
    if (!gzip) return {};
    return failure(ErrorKind::malformed, "cannot read http response: its gzip body is damaged");
  }
  body = std::move(result.bytes);
  return {};
}

}  // namespace

std::string HttpMessage::header(std::string_view name) const {
  for (const auto& [key, value] : headers) {
    if (equals_ignoring_ascii_case(key, name)) return value;
  }
  return {};
}

Expected<HttpMessage> parse_http_response(std::string_view block, std::size_t max_body) {
  HttpMessage message;
  if (block.substr(0, 5) != "HTTP/") {
    return failure(ErrorKind::malformed, "cannot read http response: it does not begin with HTTP/");
  }
  std::size_t at = 0;
  bool first = true;
  while (at < block.size()) {
    const std::size_t end = std::min(block.find('\n', at), block.size());
    std::string_view line = block.substr(at, end - at);
    at = std::min(end + 1, block.size());
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (first) {
      const std::size_t space = line.find(' ');
      const std::string_view code = space == std::string_view::npos ? std::string_view() : line.substr(space + 1, 3);
      std::from_chars(code.data(), code.data() + code.size(), message.status);
      first = false;
    } else if (line.empty()) {
      break;
    } else if (const std::size_t colon = line.find(':');
               colon != std::string_view::npos && message.headers.size() < 1000) {
      message.headers.emplace_back(trim_ascii(line.substr(0, colon)), trim_ascii(line.substr(colon + 1)));
    }
  }
  message.body = block.substr(at);
  if (ascii_lower(message.header("Transfer-Encoding")).find("chunked") != std::string::npos) {
    if (std::optional<std::string> whole = unchunked(message.body)) message.body = std::move(*whole);
  }
  // Codings are listed in the order they were applied.
  std::string codings = ascii_lower(message.header("Content-Encoding"));
  int undone = 0;
  while (!codings.empty() && ++undone <= 3) {
    const std::size_t comma = codings.rfind(',');
    const std::string last(trim_ascii(codings.substr(comma == std::string::npos ? 0 : comma + 1)));
    if (Expected<void> done = undo(last, message.body, max_body); !done) return tl::unexpected(done.error());
    codings.resize(comma == std::string::npos ? 0 : comma);
  }
  if (message.body.size() > max_body) {
    return failure(ErrorKind::limit,
                   "cannot read http response: its body is over " + std::to_string(max_body) + " bytes");
  }
  return message;
}

}  // namespace vigie::parsers
