// Other people's WARC archives and the HTTP responses in them.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "parsers/warc.h"

using namespace vigie::parsers;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  WarcLimits limits;
  limits.block_bytes = 1'000'000;
  WarcReader reader = WarcReader::over(input, limits);
  std::uint64_t position = 0;
  // Every call gets on or says the end: an archive of n bytes holds at most n records and n mistakes.
  for (std::size_t calls = 0;; ++calls) {
    if (calls > 2 * size + 8) std::abort();
    const auto record = reader.next();
    if (reader.position() < position || reader.position() > size) std::abort();
    position = reader.position();
    if (record && !*record) break;
    if (record) (void)parse_http_response((*record)->block, 1'000'000);
  }
  (void)parse_http_response(input, 1'000'000);
  return 0;
}
