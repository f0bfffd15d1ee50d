#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace vigie::parsers {

/// The encoding a byte order mark names and the mark's length.
struct ByteOrderMark {
  std::string encoding;
  std::size_t length = 0;
};
std::optional<ByteOrderMark> byte_order_mark(std::string_view bytes);

/// The encoding of a Content-Type header's charset parameter; null without one or with one nobody knows.
std::optional<std::string> encoding_of_content_type(std::string_view content_type);

/// The encoding an XML document says or shows by its first bytes (XML 1.0 appendix F); null when it does neither.
std::optional<std::string> encoding_of_xml(std::string_view bytes);

/// The encoding an HTML document declares, by the standard's prescan
/// (https://html.spec.whatwg.org/#prescan-a-byte-stream-to-determine-its-encoding) over the first 16 KiB instead of the
/// first 1024 bytes; null when it declares none.
std::optional<std::string> encoding_of_html(std::string_view bytes);

/// The standard's label table, then iconv's, for encodings the standard left out and old feeds still name.
std::optional<std::string> any_encoding_for_label(std::string_view label);

}  // namespace vigie::parsers
