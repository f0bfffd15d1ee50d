// Bytes in any encoding. The first byte picks the markup, the first line is the Content-Type: what comes out is UTF-8
// and at most six times as long.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "model/text.h"
#include "parsers/charset.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  const std::size_t line = bytes.find('\n');
  if (line == bytes.npos) return 0;
  const auto markup = static_cast<vigie::parsers::Markup>(data[0] % 3);
  const std::string_view body = bytes.substr(line + 1);
  const auto decoded = vigie::parsers::decode(body, bytes.substr(0, line), markup);
  if (!vigie::is_valid_utf8(decoded.text) || decoded.text.size() > body.size() * 6 + 6) std::abort();
  if (decoded.encoding.empty() || decoded.evidence.empty()) std::abort();
  return 0;
}
