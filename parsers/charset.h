#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace vigie::parsers {

/// What kind of document the bytes claim to be; decides which declarations inside them count.
enum class Markup {
  html,   // <meta charset>, <meta http-equiv=content-type>
  xml,    // <?xml encoding="…"?>, the first bytes' pattern
  plain,  // nothing inside counts; detection only
};

/// Bytes turned into text.
struct Decoded {
  std::string text;          // UTF-8 without byte order mark; malformed bytes are U+FFFD, the rest is kept
  std::string encoding;      // WHATWG name, lower case: "utf-8", "windows-1252", "gb18030"
  std::string evidence;      // "bom", "http", "declaration" or "detection"
  std::size_t replaced = 0;  // number of malformed sequences
};

/// The WHATWG encoding (https://encoding.spec.whatwg.org/#names-and-labels) a label means, its name in lower case; null
/// for a label the standard does not know. White space around the label and its case do not count.
std::optional<std::string> encoding_for_label(std::string_view label);

/// Decides the encoding of `bytes` (byte order mark, then HTTP header, then the document's own declaration, then
/// detection) and decodes. A declaration the bytes prove wrong is overruled: text declared UTF-8 that is not, and text
/// declared otherwise that is valid UTF-8 beyond doubt. `content_type` is the HTTP header's value or empty.
Decoded decode(std::string_view bytes, std::string_view content_type, Markup markup);

/// What decode() would decide, without decoding: encoding and evidence.
struct EncodingChoice {
  std::string encoding;
  std::string evidence;
};
EncodingChoice choose_encoding(std::string_view bytes, std::string_view content_type, Markup markup);

}  // namespace vigie::parsers
