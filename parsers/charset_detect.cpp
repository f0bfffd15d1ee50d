#include "parsers/charset_detect.h"

#include <uchardet/uchardet.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

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

unsigned char byte_at(std::string_view bytes, std::size_t at) { return static_cast<unsigned char>(bytes[at]); }

// UTF-16 of mostly ASCII text has a zero in every other byte.
std::optional<std::string> utf16_by_zeros(std::string_view bytes) {
  std::array<std::size_t, 2> zeros{};
  for (std::size_t at = 0; at < bytes.size(); ++at) zeros[at % 2] += bytes[at] == '\0' ? 1 : 0;
  const std::size_t pairs = bytes.size() / 2;
  if (pairs < 8) return std::nullopt;
  if (zeros[1] * 10 > pairs * 4 && zeros[0] * 10 < pairs) return "utf-16le";
  if (zeros[0] * 10 > pairs * 4 && zeros[1] * 10 < pairs) return "utf-16be";
  return std::nullopt;
}

// What the bytes above 0x7F look like, for the questions uchardet leaves open.
struct HighBytes {
  std::size_t count = 0;
  std::size_t controls = 0;    // 0x80 to 0x9F: letters or quotes in Windows' and Mac's code pages, nothing in ISO 8859
  std::size_t letters = 0;     // 0xC0 and above
  std::size_t kana_pairs = 0;  // EUC-JP's hiragana and katakana
  std::size_t other_runs = 0;  // runs of high bytes that are not kana pairs from end to end
  std::size_t capital_alpha = 0;  // 0xB6 before a Greek letter, "Ά" in ISO 8859-7 and "¶" in windows-1253
  bool four_byte = false;         // GB 18030's four-byte sequences
};

HighBytes look_at(std::string_view bytes) {
  HighBytes seen;
  for (std::size_t at = ascii_prefix(bytes); at < bytes.size(); at += ascii_prefix(bytes.substr(at))) {
    const std::size_t begin = at;
    bool kana = true;
    for (; at < bytes.size() && byte_at(bytes, at) >= 0x80; ++at) {
      const unsigned char byte = byte_at(bytes, at);
      const bool second = (at - begin) % 2 == 1;
      if (!second && byte != 0xA4 && byte != 0xA5 && byte != 0xA1) kana = false;
      seen.controls += byte < 0xA0 ? 1 : 0;
      seen.letters += byte >= 0xC0 ? 1 : 0;
      if (byte == 0xB6 && at + 1 < bytes.size() && byte_at(bytes, at + 1) >= 0xC0) ++seen.capital_alpha;
      if (at + 3 < bytes.size() && bytes[at + 1] >= '0' && bytes[at + 1] <= '9' && byte_at(bytes, at + 2) >= 0x81 &&
          bytes[at + 3] >= '0' && bytes[at + 3] <= '9') {
        seen.four_byte = true;
      }
    }
    const std::size_t length = at - begin;
    seen.count += length;
    if (kana && length % 2 == 0) {
      seen.kana_pairs += length / 2;
    } else {
      ++seen.other_runs;
    }
  }
  return seen;
}

// The Windows code page that holds an ISO 8859 part's letters.
std::string windows_sibling(std::string_view encoding) {
  if (encoding == "iso-8859-2") return "windows-1250";
  if (encoding == "iso-8859-7") return "windows-1253";
  if (encoding == "iso-8859-8") return "windows-1255";
  if (encoding == "iso-8859-13") return "windows-1257";
  if (encoding == "iso-8859-15") return "windows-1252";
  return std::string(encoding);
}

std::string settle(std::string encoding, const HighBytes& seen) {
  if (encoding == "gb18030" && !seen.four_byte) return "gbk";
  // Romanian was written in Windows' code page; nobody ever used ISO 8859-16.
  if (encoding == "iso-8859-16") return "windows-1250";
  const bool single_byte = encoding.starts_with("iso-8859") || encoding.starts_with("windows-125");
  if (single_byte && seen.other_runs == 0 && seen.kana_pairs >= 2) return "euc-jp";
  // Quotes and dashes alone say nothing of the letters, which are all ASCII.
  if (single_byte && seen.letters == 0 && seen.controls > 0) return "windows-1252";
  if (encoding.starts_with("iso-8859") && seen.controls > 0) return windows_sibling(encoding);
  if (encoding == "windows-1253" && seen.controls == 0 && seen.capital_alpha > 0) return "iso-8859-7";
  return encoding;
}

}  // namespace

std::string detect_encoding(std::string_view bytes, std::string_view ascii) {
  bytes = bytes.substr(0, k_detect_bytes);
  if (const std::optional<std::string> wide = utf16_by_zeros(bytes)) return *wide;
  if (valid_utf8_bytes(bytes)) {
    if (bytes.find("\x1B$") != std::string_view::npos) return "iso-2022-jp";
    return ascii_prefix(bytes) == bytes.size() ? std::string(ascii) : "utf-8";
  }
  const std::string name = ask_uchardet(bytes);
  // Names of iconv's that the Encoding Standard does not know.
  if (name == "UHC") return "euc-kr";
  if (name == "MAC-CYRILLIC") return "x-mac-cyrillic";
  if (name == "UTF-8") return "utf-8";
  return settle(encoding_for_label(name).value_or("windows-1252"), look_at(bytes));
}

}  // namespace vigie::parsers
