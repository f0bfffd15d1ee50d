#include "storage/warc_format.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <stdexcept>

#include "model/text.h"
#include "storage/sha256.h"

namespace vigie::storage {
namespace {

constexpr int k_gzip_window = 15 + 16;

// A header value in one line: what came from outside cannot begin a new header.
std::string one_line(std::string_view value) {
  std::string out(value);
  std::replace_if(
      out.begin(), out.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }, ' ');
  return out;
}

}  // namespace

std::string warc_record(const std::vector<std::pair<std::string, std::string>>& headers, std::string_view block) {
  std::string out = "WARC/1.1\r\n";
  for (const auto& [name, value] : headers) out += name + ": " + one_line(value) + "\r\n";
  out += "Content-Length: " + std::to_string(block.size()) + "\r\n\r\n";
  out += block;
  return out + "\r\n\r\n";
}

std::string gzip_member(std::string_view bytes) {
  z_stream stream{};
  if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, k_gzip_window, 8, Z_DEFAULT_STRATEGY) != Z_OK) {
    throw std::runtime_error("zlib does not start");
  }
  std::string out(deflateBound(&stream, static_cast<uLong>(bytes.size())) + 32, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const int result = deflate(&stream, Z_FINISH);
  out.resize(out.size() - stream.avail_out);
  deflateEnd(&stream);
  if (result != Z_STREAM_END) throw std::runtime_error("zlib does not finish a record");
  return out;
}

std::string gunzip_member(std::string_view bytes, std::size_t limit, std::size_t& length) {
  length = 0;
  z_stream stream{};
  if (inflateInit2(&stream, k_gzip_window) != Z_OK) throw std::runtime_error("zlib does not start");
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(std::min<std::size_t>(bytes.size(), 0x7FFFFFFF));
  std::string out;
  std::array<char, 65536> buffer{};
  int result = Z_OK;
  while (result == Z_OK && out.size() <= limit) {
    stream.next_out = reinterpret_cast<Bytef*>(buffer.data());
    stream.avail_out = static_cast<uInt>(buffer.size());
    result = inflate(&stream, Z_NO_FLUSH);
    out.append(buffer.data(), buffer.size() - stream.avail_out);
    if (stream.avail_in == 0 && result == Z_OK && stream.avail_out != 0) break;
  }
  const std::size_t used = stream.total_in;
  inflateEnd(&stream);
  if (result != Z_STREAM_END || out.size() > limit) return {};
  length = used;
  return out;
}

std::string record_id(std::string_view seed) {
  std::string hex = sha256_hex(seed).substr(0, 32);
  hex[12] = '8';
  hex[16] = "89ab"[static_cast<std::size_t>(hex[16]) & 3U];
  return "<urn:uuid:" + hex.substr(0, 8) + '-' + hex.substr(8, 4) + '-' + hex.substr(12, 4) + '-' + hex.substr(16, 4) +
         '-' + hex.substr(20) + '>';
}

std::string http_block(std::string_view raw_header, int status, std::string_view content_type, std::string_view body) {
  std::string out;
  std::size_t at = 0;
  bool first = true;
  while (at < raw_header.size()) {
    std::size_t end = raw_header.find('\n', at);
    if (end == std::string_view::npos) end = raw_header.size();
    std::string_view line = raw_header.substr(at, end - at);
    at = end + 1;
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (line.empty()) break;
    if (first) {
      // "HTTP/2 200" is no HTTP/1.1 status line; readers of WARC want one.
      const std::size_t space = line.find(' ');
      out = "HTTP/1.1" + std::string(space == std::string_view::npos ? " 200" : line.substr(space)) + "\r\n";
      first = false;
      continue;
    }
    const std::string name = ascii_lower(line.substr(0, line.find(':')));
    if (name == "content-encoding" || name == "transfer-encoding" || name == "content-length") {
      out += "X-Archive-Orig-";
    }
    out += std::string(line) + "\r\n";
  }
  if (first) {
    out = "HTTP/1.1 " + std::to_string(status == 0 ? 200 : status) + " \r\n";
    if (!content_type.empty()) out += "Content-Type: " + one_line(content_type) + "\r\n";
  }
  out += "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n";
  out += body;
  return out;
}

}  // namespace vigie::storage
