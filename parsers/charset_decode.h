#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace vigie::parsers {

/// Bytes turned into UTF-8 by a known encoding.
struct Transcoded {
  std::string text;
  std::size_t replaced = 0;  // malformed sequences, each one U+FFFD in `text`
};

/// Decodes `bytes` by `encoding` (a WHATWG name, "utf-32be", "utf-32le", or a name only iconv knows). Malformed bytes
/// become U+FFFD and the rest is kept. An encoding nobody knows is read as windows-1252.
Transcoded transcode(std::string_view bytes, std::string_view encoding);

/// Whether iconv knows an encoding the Encoding Standard does not ("ibm850").
bool iconv_knows(std::string_view label);

/// Number of ASCII bytes at the beginning of `bytes`.
std::size_t ascii_prefix(std::string_view bytes);

/// Whether `bytes` are well-formed UTF-8; fast on text that is mostly ASCII.
bool valid_utf8_bytes(std::string_view bytes);

/// Whether bytes that are not well-formed UTF-8 are so only by mishap: at least nine of ten sequences of bytes above
/// 0x7F are well-formed.
bool mostly_utf8(std::string_view bytes);

}  // namespace vigie::parsers
