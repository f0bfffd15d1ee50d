// Any bytes in any language: the detector terminates and answers a short tag.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "parsers/language.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::size_t line = bytes.find('\n');
  vigie::parsers::LanguageHints hints;
  hints.declared = std::string(bytes.substr(0, std::min<std::size_t>(8, size)));
  const std::string language = vigie::parsers::detect_language(
      bytes.substr(0, line), line == bytes.npos ? std::string_view() : bytes.substr(line + 1), hints);
  if (language.size() > 12) std::abort();
  return 0;
}
