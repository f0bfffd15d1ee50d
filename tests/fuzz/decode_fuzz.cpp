// Content codings: the first byte chooses, the rest is the body. Nothing over the limit comes out.
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "crawler/decode.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  constexpr std::array<std::string_view, 5> k_codings{"gzip", "deflate", "br", "zstd", "gzip, br"};
  constexpr std::size_t k_limit = 100'000;
  const auto decoded = vigie::crawler::decode(k_codings[data[0] % k_codings.size()],
                                              std::string(reinterpret_cast<const char*>(data) + 1, size - 1), k_limit);
  if (decoded.body.size() > k_limit) __builtin_trap();
  return 0;
}
