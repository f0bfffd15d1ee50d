#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace vigie::crawler {

/// How undoing a Content-Encoding ended.
enum class DecodeEnd {
  complete,
  cut,      // the input ends before its end: what came is decoded
  broken,   // no such encoding inside; what came before the fault is decoded
  over,     // more than the limit came out
  unknown,  // a coding nobody here can undo
};

struct Decoded {
  DecodeEnd end = DecodeEnd::complete;
  std::string body;
};

/// The codings that decode() undoes, as Accept-Encoding says them.
inline constexpr std::string_view k_accept_encoding = "gzip, deflate, br, zstd";

/// Undoes the codings of a Content-Encoding header (RFC 9110 8.4: gzip, deflate, br, zstd, identity; the last applied
/// is undone first, three at most). `body` is given back unchanged where there is none. Never more than `limit` bytes
/// come out, whatever the input promises: it is decoded whole and at once, so that nothing of a bomb is held before.
Decoded decode(std::string_view content_encoding, std::string body, std::size_t limit);

}  // namespace vigie::crawler
