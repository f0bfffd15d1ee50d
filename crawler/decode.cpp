#include "crawler/decode.h"

#include <brotli/decode.h>
#include <zlib.h>
#include <zstd.h>
#ifdef VIGIE_LIBDEFLATE
#include <libdeflate.h>
#endif

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <new>
#include <optional>
#include <utility>
#include <vector>

#include "model/text.h"

namespace vigie::crawler {
namespace {

constexpr std::size_t k_most_codings = 3;
constexpr std::size_t k_chunk = 65'536;
constexpr std::size_t k_most_ratio = 1040;  // deflate makes 258 bytes of two bits
constexpr int k_zstd_window_log = 23;       // 8 MB, the most a sender may use (RFC 9659)

enum class Coding { gzip, deflate, brotli, zstd };

std::optional<std::vector<Coding>> read_codings(std::string_view header) {
  std::vector<Coding> codings;
  while (!header.empty()) {
    const std::size_t comma = std::min(header.find(','), header.size());
    const std::string name = ascii_lower(trim_ascii(header.substr(0, comma)));
    header.remove_prefix(std::min(comma + 1, header.size()));
    if (name.empty() || name == "identity") continue;
    if (name == "gzip" || name == "x-gzip") {
      codings.push_back(Coding::gzip);
    } else if (name == "deflate") {
      codings.push_back(Coding::deflate);
    } else if (name == "br") {
      codings.push_back(Coding::brotli);
    } else if (name == "zstd") {
      codings.push_back(Coding::zstd);
    } else {
      return std::nullopt;
    }
    if (codings.size() > k_most_codings) return std::nullopt;
  }
  return codings;
}

// Room at the end of `out` for a decoder: at least some bytes, never beyond `limit` + 1, by which too much is noticed.
std::size_t make_room(std::string& out, std::size_t used, std::size_t limit) {
  if (out.size() == used) out.resize(std::min(limit + 1, std::max(used + k_chunk, used * 2)));
  return out.size() - used;
}

// Size of the last member as its end says it (RFC 1952 2.3.1), where that can be.
std::size_t claimed_size(std::string_view member) {
  if (member.size() < 18) return 0;
  const auto byte = [&member](std::size_t back) {
    return static_cast<std::uint32_t>(static_cast<unsigned char>(member[member.size() - back]));
  };
  const std::size_t size = byte(4) | byte(3) << 8 | byte(2) << 16 | byte(1) << 24;
  return size / k_most_ratio > member.size() ? 0 : size;
}

// Whether more than `limit` bytes come out, found without keeping them.
bool inflates_over(std::string_view in, int window_bits, std::size_t limit) {
  z_stream stream{};
  if (::inflateInit2(&stream, window_bits) != Z_OK) throw std::bad_alloc();
  const std::unique_ptr<z_stream, int (*)(z_stream*)> closer(&stream, ::inflateEnd);
  std::vector<char> scratch(k_chunk);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(in.data()));
  stream.avail_in = static_cast<uInt>(in.size());
  int result = Z_OK;
  while (result == Z_OK && stream.total_out <= limit) {
    stream.next_out = reinterpret_cast<Bytef*>(scratch.data());
    stream.avail_out = static_cast<uInt>(scratch.size());
    result = ::inflate(&stream, Z_NO_FLUSH);
  }
  return stream.total_out > limit;
}

DecodeEnd inflate_all(std::string_view in, int window_bits, std::size_t limit, std::string& out) {
  z_stream stream{};
  if (::inflateInit2(&stream, window_bits) != Z_OK) throw std::bad_alloc();
  const std::unique_ptr<z_stream, int (*)(z_stream*)> closer(&stream, ::inflateEnd);
  std::size_t used = 0;
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(in.data()));
  stream.avail_in = static_cast<uInt>(in.size());
  bool member_ended = false;
  while (true) {
    const std::size_t room = make_room(out, used, limit);
    stream.next_out = reinterpret_cast<Bytef*>(out.data() + used);
    stream.avail_out = static_cast<uInt>(room);
    const int result = ::inflate(&stream, Z_NO_FLUSH);
    used += room - stream.avail_out;
    if (used > limit) {
      out.resize(limit);
      return DecodeEnd::over;
    }
    if (result == Z_STREAM_END) {
      // gzip members may follow each other; what is no member is padding.
      const bool more =
          window_bits > 15 && stream.avail_in > 1 && stream.next_in[0] == 0x1f && stream.next_in[1] == 0x8b;
      member_ended = true;
      if (more && ::inflateReset(&stream) == Z_OK) {
        member_ended = false;
        continue;
      }
    } else if (result == Z_OK && (stream.avail_in > 0 || stream.avail_out == 0)) {
      continue;
    }
    out.resize(used);
    if (member_ended) return DecodeEnd::complete;
    return result == Z_OK || result == Z_BUF_ERROR ? DecodeEnd::cut : DecodeEnd::broken;
  }
}

#ifdef VIGIE_LIBDEFLATE
// Two to three times as fast as zlib on one whole member, which nearly all answers are. False: zlib is to have a look.
bool gunzip_at_once(std::string_view in, std::size_t limit, std::string& out) {
  const std::size_t size = claimed_size(in);
  if (size == 0 || size > limit) return false;
  const std::unique_ptr<libdeflate_decompressor, void (*)(libdeflate_decompressor*)> decompressor(
      libdeflate_alloc_decompressor(), libdeflate_free_decompressor);
  if (decompressor == nullptr) throw std::bad_alloc();
  out.resize(size);
  std::size_t taken = 0;
  std::size_t given = 0;
  const libdeflate_result result =
      libdeflate_gzip_decompress_ex(decompressor.get(), in.data(), in.size(), out.data(), out.size(), &taken, &given);
  if (result == LIBDEFLATE_SUCCESS && taken == in.size() && given == size) return true;
  out.clear();
  return false;
}
#else
bool gunzip_at_once(std::string_view, std::size_t, std::string&) { return false; }
#endif

DecodeEnd gunzip(std::string_view in, std::size_t limit, std::string& out) {
  if (gunzip_at_once(in, limit, out)) return DecodeEnd::complete;
  // What says itself that it is too large is not given the memory to prove it.
  if (claimed_size(in) > limit && inflates_over(in, 15 + 16, limit)) return DecodeEnd::over;
  return inflate_all(in, 15 + 16, limit, out);
}

// "deflate" is zlib's format, and raw deflate in what some servers send.
DecodeEnd undo_deflate(std::string_view in, std::size_t limit, std::string& out) {
  const DecodeEnd end = inflate_all(in, 15, limit, out);
  if (end != DecodeEnd::broken || !out.empty()) return end;
  return inflate_all(in, -15, limit, out);
}

DecodeEnd undo_brotli(std::string_view in, std::size_t limit, std::string& out) {
  const std::unique_ptr<BrotliDecoderState, void (*)(BrotliDecoderState*)> state(
      BrotliDecoderCreateInstance(nullptr, nullptr, nullptr), BrotliDecoderDestroyInstance);
  if (state == nullptr) throw std::bad_alloc();
  std::size_t used = 0;
  std::size_t left = in.size();
  const auto* next_in = reinterpret_cast<const std::uint8_t*>(in.data());
  while (true) {
    std::size_t room = make_room(out, used, limit);
    const std::size_t before = room;
    auto* next_out = reinterpret_cast<std::uint8_t*>(out.data() + used);
    const BrotliDecoderResult result =
        BrotliDecoderDecompressStream(state.get(), &left, &next_in, &room, &next_out, nullptr);
    used += before - room;
    if (used > limit) {
      out.resize(limit);
      return DecodeEnd::over;
    }
    if (result == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT) continue;
    out.resize(used);
    if (result == BROTLI_DECODER_RESULT_SUCCESS) return DecodeEnd::complete;
    return result == BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT ? DecodeEnd::cut : DecodeEnd::broken;
  }
}

DecodeEnd undo_zstd(std::string_view in, std::size_t limit, std::string& out) {
  const std::unique_ptr<ZSTD_DStream, std::size_t (*)(ZSTD_DStream*)> stream(ZSTD_createDStream(), ZSTD_freeDStream);
  if (stream == nullptr) throw std::bad_alloc();
  ZSTD_DCtx_setParameter(stream.get(), ZSTD_d_windowLogMax, k_zstd_window_log);
  std::size_t used = 0;
  ZSTD_inBuffer input{in.data(), in.size(), 0};
  while (true) {
    const std::size_t room = make_room(out, used, limit);
    ZSTD_outBuffer output{out.data() + used, room, 0};
    const std::size_t result = ZSTD_decompressStream(stream.get(), &output, &input);
    used += output.pos;
    if (used > limit) {
      out.resize(limit);
      return DecodeEnd::over;
    }
    if (result == 0 && input.pos == input.size) {
      out.resize(used);
      return DecodeEnd::complete;
    }
    if (ZSTD_isError(result) == 0 && (input.pos < input.size || output.pos == output.size)) continue;
    out.resize(used);
    return ZSTD_isError(result) != 0 ? DecodeEnd::broken : DecodeEnd::cut;
  }
}

DecodeEnd undo(Coding coding, std::string_view in, std::size_t limit, std::string& out) {
  switch (coding) {
    case Coding::gzip:
      return gunzip(in, limit, out);
    case Coding::deflate:
      return undo_deflate(in, limit, out);
    case Coding::brotli:
      return undo_brotli(in, limit, out);
    case Coding::zstd:
      return undo_zstd(in, limit, out);
  }
  return DecodeEnd::unknown;
}

}  // namespace

Decoded decode(std::string_view content_encoding, std::string body, std::size_t limit) {
  const auto codings = read_codings(content_encoding);
  if (!codings) return {DecodeEnd::unknown, {}};
  Decoded decoded{DecodeEnd::complete, std::move(body)};
  if (codings->empty()) {
    if (decoded.body.size() > limit) decoded = {DecodeEnd::over, {}};
    return decoded;
  }
  if (decoded.body.empty()) return decoded;  // nothing was encoded: the caller sees an empty body
  for (auto coding = codings->rbegin(); coding != codings->rend(); ++coding) {
    std::string out;
    const DecodeEnd end = undo(*coding, decoded.body, limit, out);
    decoded.body = std::move(out);
    decoded.end = std::max(decoded.end, end);
    if (end != DecodeEnd::complete && end != DecodeEnd::cut) break;
  }
  return decoded;
}

}  // namespace vigie::crawler
