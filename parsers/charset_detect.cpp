#include "parsers/charset_detect.h"

#include <uchardet/uchardet.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <optional>

#include "model/text.h"
#include "parsers/charset.h"
#include "parsers/charset_decode.h"
#include "parsers/charset_tables.h"

namespace vigie::parsers {
namespace {

constexpr std::size_t k_detect_bytes = 256u << 10;

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

bool is_letter_byte(unsigned char byte) { return byte >= 0xC0 || ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z'); }

// What the bytes above 0x7F look like, for the questions uchardet leaves open.
struct HighBytes {
  std::array<bool, 256> seen{};
  std::array<std::size_t, 256> in_word{};  // of each byte, how many stand right behind a letter
  std::size_t controls = 0;    // 0x80 to 0x9F: letters or quotes in Windows' and Mac's code pages, nothing in ISO 8859
  std::size_t letters = 0;     // 0xC0 and above
  std::size_t kana_pairs = 0;  // EUC-JP's hiragana and katakana
  std::size_t other_runs = 0;  // runs of high bytes that are not kana pairs from end to end
  bool capital_alpha = false;  // 0xB6 before a Greek letter, "Ά" in ISO 8859-7 and "¶" in windows-1253
  bool four_byte = false;      // GB 18030's four-byte sequences

  std::size_t count_in_word(std::string_view bytes) const {
    std::size_t sum = 0;
    for (const char c : bytes) sum += in_word[static_cast<unsigned char>(c)];
    return sum;
  }
};

void look_at_byte(std::string_view bytes, std::size_t at, HighBytes& found) {
  const unsigned char byte = byte_at(bytes, at);
  const auto next = [&](std::size_t i) { return at + i < bytes.size() ? byte_at(bytes, at + i) : std::uint8_t{0}; };
  const auto is_digit = [](unsigned char c) { return c >= '0' && c <= '9'; };
  found.seen[byte] = true;
  if (at > 0 && is_letter_byte(byte_at(bytes, at - 1))) ++found.in_word[byte];
  found.controls += byte < 0xA0 ? 1 : 0;
  found.letters += byte >= 0xC0 ? 1 : 0;
  if (byte == 0xB6 && next(1) >= 0xC0) found.capital_alpha = true;
  if (is_digit(next(1)) && next(2) >= 0x81 && is_digit(next(3))) found.four_byte = true;
}

HighBytes look_at(std::string_view bytes) {
  HighBytes found;
  for (std::size_t at = ascii_prefix(bytes); at < bytes.size(); at += ascii_prefix(bytes.substr(at))) {
    const std::size_t begin = at;
    bool kana = true;
    for (; at < bytes.size() && byte_at(bytes, at) >= 0x80; ++at) {
      const unsigned char byte = byte_at(bytes, at);
      if ((at - begin) % 2 == 0 && byte != 0xA1 && byte != 0xA4 && byte != 0xA5) kana = false;
      look_at_byte(bytes, at, found);
    }
    const std::size_t length = at - begin;
    if (kana && length % 2 == 0) {
      found.kana_pairs += length / 2;
    } else {
      ++found.other_runs;
    }
  }
  return found;
}

// Whether every byte seen means the same in both encodings.
bool reads_alike(const HighBytes& found, std::string_view one, std::string_view other) {
  const char16_t* a = single_byte_table(one);
  const char16_t* b = single_byte_table(other);
  for (std::size_t i = 0; a != nullptr && b != nullptr && i < 128; ++i) {
    if (found.seen[i + 128] && a[i] != b[i]) return false;
  }
  return a != nullptr && b != nullptr;
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

std::string settle(std::string encoding, const HighBytes& found) {
  if (encoding == "gb18030" && !found.four_byte) return "gbk";
  // Romanian was written in Windows' code page; nobody ever used ISO 8859-16.
  if (encoding == "iso-8859-16") return "windows-1250";
  // The Ukrainian letters of KOI8-U are box drawings in KOI8-R.
  if (encoding == "koi8-r" && found.count_in_word("\xA4\xA6\xA7\xAD\xB4\xB6\xB7\xBD") > 0) return "koi8-u";
  const bool iso = encoding.starts_with("iso-8859");
  const bool single_byte = iso || encoding.starts_with("windows-125");
  if (single_byte && found.other_runs == 0 && found.kana_pairs >= 2) return "euc-jp";
  // Quotes and dashes alone say nothing of the letters, which are all ASCII.
  if (single_byte && found.letters == 0 && found.controls > 0) return "windows-1252";
  if (iso && found.controls > 0) return windows_sibling(encoding);
  if (encoding == "windows-1253" && found.controls == 0 && found.capital_alpha) return "iso-8859-7";
  // "ą" and "ś" of ISO 8859-2 are signs in Windows' code page, where no sign stands in a word.
  if (encoding == "windows-1250" && found.controls == 0 && found.count_in_word("\xB1\xB6") > 0) return "iso-8859-2";
  // The rare parts of ISO 8859 are guesses where the bytes are Western just as well.
  if (iso && encoding != "iso-8859-2" && reads_alike(found, encoding, "windows-1252")) return "windows-1252";
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
