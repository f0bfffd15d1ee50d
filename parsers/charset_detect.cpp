#include "parsers/charset_detect.h"

#include <uchardet/uchardet.h>

#include <algorithm>
#include <memory>

#include "model/text.h"
#include "parsers/charset.h"
#include "parsers/charset_decode.h"

namespace vigie::parsers {
namespace {

constexpr std::size_t k_detect_bytes = 256 * 1024;

struct DetectorDeleter {
  void operator()(uchardet* detector) const { uchardet_delete(detector); }
};

std::string ask_uchardet(std::string_view bytes) {
  const std::unique_ptr<uchardet, DetectorDeleter> detector(uchardet_new());
  uchardet_handle_data(detector.get(), bytes.data(), bytes.size());
  uchardet_data_end(detector.get());
  return uchardet_get_charset(detector.get());
}

}  // namespace

std::string detect_encoding(std::string_view bytes, std::string_view ascii) {
  if (valid_utf8_bytes(bytes)) {
    if (bytes.find("\x1B$") != std::string_view::npos) return "iso-2022-jp";
    return ascii_prefix(bytes) == bytes.size() ? std::string(ascii) : "utf-8";
  }
  const std::string name = ask_uchardet(bytes.substr(0, k_detect_bytes));
  if (name == "UHC") return "euc-kr";
  if (std::optional<std::string> known = encoding_for_label(name)) return *known;
  return "windows-1252";
}

}  // namespace vigie::parsers
