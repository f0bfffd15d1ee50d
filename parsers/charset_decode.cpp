#include "parsers/charset_decode.h"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <memory>

#include "model/text.h"
#include "parsers/charset_tables.h"

namespace vigie::parsers {
namespace {

constexpr char32_t k_replacement = 0xFFFD;

Transcoded decode_utf8(std::string_view bytes) {
  Transcoded result;
  if (valid_utf8_bytes(bytes)) {
    result.text = std::string(bytes);
    return result;
  }
  result.text = valid_utf8(bytes);
  // A U+FFFD the author wrote is rare enough to be counted with the malformed bytes.
  for (std::size_t at = result.text.find("\xEF\xBF\xBD"); at != std::string::npos;
       at = result.text.find("\xEF\xBF\xBD", at + 3)) {
    ++result.replaced;
  }
  return result;
}

Transcoded decode_single_byte(std::string_view bytes, const char16_t* table) {
  Transcoded result;
  result.text.reserve(bytes.size() + bytes.size() / 2);
  while (!bytes.empty()) {
    const std::size_t plain = ascii_prefix(bytes);
    result.text.append(bytes.substr(0, plain));
    bytes.remove_prefix(plain);
    for (; !bytes.empty() && static_cast<unsigned char>(bytes[0]) >= 0x80; bytes.remove_prefix(1)) {
      const char32_t point = table[static_cast<unsigned char>(bytes[0]) - 0x80];
      if (point == k_replacement) ++result.replaced;
      append_utf8(result.text, point);
    }
  }
  return result;
}

enum class Endian { big, little };

Transcoded decode_utf16(std::string_view bytes, Endian endian) {
  Transcoded result;
  result.text.reserve(bytes.size());
  const auto unit = [&](std::size_t at) {
    const auto first = static_cast<unsigned char>(bytes[at]);
    const auto second = static_cast<unsigned char>(bytes[at + 1]);
    return static_cast<char32_t>(endian == Endian::big ? (first << 8) | second : (second << 8) | first);
  };
  std::size_t at = 0;
  for (; at + 1 < bytes.size(); at += 2) {
    char32_t point = unit(at);
    if (point >= 0xD800 && point <= 0xDFFF) {
      const bool pair = point <= 0xDBFF && at + 3 < bytes.size() && unit(at + 2) >= 0xDC00 && unit(at + 2) <= 0xDFFF;
      if (pair) {
        point = 0x10000 + ((point - 0xD800) << 10) + (unit(at + 2) - 0xDC00);
        at += 2;
      } else {
        point = k_replacement;
        ++result.replaced;
      }
    }
    append_utf8(result.text, point);
  }
  if (at < bytes.size()) {
    append_utf8(result.text, k_replacement);
    ++result.replaced;
  }
  return result;
}

Transcoded decode_utf32(std::string_view bytes, Endian endian) {
  Transcoded result;
  result.text.reserve(bytes.size() / 2);
  for (std::size_t at = 0; at + 3 < bytes.size(); at += 4) {
    std::uint32_t point = 0;
    for (std::size_t i = 0; i < 4; ++i) {
      const auto byte = static_cast<unsigned char>(bytes[at + (endian == Endian::big ? i : 3 - i)]);
      point = (point << 8) | byte;
    }
    if (point > 0x10FFFF || (point >= 0xD800 && point <= 0xDFFF)) {
      point = k_replacement;
      ++result.replaced;
    }
    append_utf8(result.text, static_cast<char32_t>(point));
  }
  return result;
}

// Names under which glibc's iconv does what the Encoding Standard asks for, and a second one for what the first lacks.
struct IconvNames {
  std::string_view encoding;
  const char* first;
  const char* second;
};

constexpr std::array k_iconv_names = std::to_array<IconvNames>({
    {"big5", "BIG5-HKSCS", "CP950"},
    {"euc-jp", "EUC-JP-MS", nullptr},
    {"euc-kr", "CP949", nullptr},
    {"gb18030", "GB18030", nullptr},
    {"gbk", "GB18030", nullptr},
    {"shift_jis", "CP932", nullptr},
});

struct IconvCloser {
  void operator()(void* handle) const { iconv_close(handle); }
};
using Iconv = std::unique_ptr<void, IconvCloser>;

Iconv open_iconv(const char* from) {
  iconv_t handle = iconv_open("UTF-8", from);
  if (handle == reinterpret_cast<iconv_t>(-1)) return nullptr;  // NOLINT: iconv's own error value
  return Iconv(handle);
}

// Length of the malformed sequence at the front: a lead byte takes its trail with it unless that is ASCII.
std::size_t malformed_length(std::string_view rest) {
  const bool trail =
      rest.size() > 1 && static_cast<unsigned char>(rest[0]) >= 0x80 && static_cast<unsigned char>(rest[1]) >= 0x80;
  return trail ? 2 : 1;
}

// Reads one two-byte character by another encoding; false when that does not know it either.
bool decode_pair(std::string_view pair, void* handle, std::string& out) {
  char* in = const_cast<char*>(pair.data());  // iconv's signature; it does not write there
  std::size_t left = pair.size();
  std::array<char, 16> buffer;
  char* to = buffer.data();
  std::size_t room = buffer.size();
  iconv(handle, nullptr, nullptr, nullptr, nullptr);
  if (iconv(handle, &in, &left, &to, &room) == static_cast<std::size_t>(-1) || left > 0) return false;
  out.append(buffer.data(), buffer.size() - room);
  return true;
}

bool decode_iconv(std::string_view bytes, const IconvNames& names, Transcoded& result) {
  const Iconv handle = open_iconv(names.first);
  if (handle == nullptr) return false;
  const Iconv other = names.second == nullptr ? nullptr : open_iconv(names.second);
  std::array<char, 16384> buffer;
  char* in = const_cast<char*>(bytes.data());
  std::size_t left = bytes.size();
  bool flushed = false;
  while (left > 0 || !flushed) {
    char* out = buffer.data();
    std::size_t room = buffer.size();
    flushed = left == 0;
    // With nothing left, a character held back for a possible combination comes out.
    const std::size_t outcome =
        flushed ? iconv(handle.get(), nullptr, nullptr, &out, &room) : iconv(handle.get(), &in, &left, &out, &room);
    const int error = errno;
    result.text.append(buffer.data(), buffer.size() - room);
    if (flushed || outcome != static_cast<std::size_t>(-1) || error == E2BIG) continue;
    const std::size_t skipped = error == EINVAL ? left : std::min(left, malformed_length({in, left}));
    if (skipped != 2 || other == nullptr || !decode_pair({in, 2}, other.get(), result.text)) {
      append_utf8(result.text, k_replacement);
      ++result.replaced;
    }
    in += skipped;
    left -= skipped;
  }
  return true;
}

// EUC-JP-MS reads six signs of JIS X 0208 as Microsoft's code page does; in EUC-JP they are the Japanese standard's
// own.
void use_jis_signs(std::string& text) {
  struct Sign {
    std::string_view microsoft;
    std::string_view jis;
  };
  static constexpr std::array k_signs = std::to_array<Sign>({{"\uFF5E", "\u301C"},
                                                             {"\u2225", "\u2016"},
                                                             {"\uFF0D", "\u2212"},
                                                             {"\uFFE0", "\u00A2"},
                                                             {"\uFFE1", "\u00A3"},
                                                             {"\uFFE2", "\u00AC"}});
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view rest = std::string_view(text).substr(at, 3);
    const auto sign = std::find_if(k_signs.begin(), k_signs.end(), [&](const Sign& s) { return s.microsoft == rest; });
    out.append(sign == k_signs.end() ? rest.substr(0, 1) : sign->jis);
    at += sign == k_signs.end() ? 1 : 3;
  }
  text = std::move(out);
}

// ISO-2022-JP switches character sets by escape sequences; each run of JIS X 0208 is EUC-JP with the high bits cleared.
Transcoded decode_iso_2022_jp(std::string_view bytes) {
  Transcoded result;
  enum class Set { ascii, roman, katakana, kanji } set = Set::ascii;
  std::string run;
  const auto flush = [&] {
    if (!run.empty()) decode_iconv(run, {"iso-2022-jp", "EUC-JP-MS", nullptr}, result);
    run.clear();
  };
  for (std::size_t at = 0; at < bytes.size();) {
    const std::string_view rest = bytes.substr(at);
    if (rest[0] == '\x1B' && rest.size() >= 3) {
      const std::string_view escape = rest.substr(1, 2);
      const bool known = escape == "(B" || escape == "(J" || escape == "(I" || escape == "$@" || escape == "$B";
      if (known) {
        flush();
        set = escape == "(B" ? Set::ascii : escape == "(J" ? Set::roman : escape == "(I" ? Set::katakana : Set::kanji;
        at += 3;
        continue;
      }
    }
    const auto byte = static_cast<unsigned char>(rest[0]);
    const bool graphic = byte > 0x20 && byte < 0x7F;
    if (set == Set::kanji && graphic && rest.size() > 1) {
      run += static_cast<char>(byte | 0x80);
      run += static_cast<char>(static_cast<unsigned char>(rest[1]) | 0x80);
      at += 2;
      continue;
    }
    flush();
    if (byte >= 0x80) {
      append_utf8(result.text, k_replacement);
      ++result.replaced;
    } else if (set == Set::katakana && graphic && byte < 0x60) {
      append_utf8(result.text, 0xFF61 + (byte - 0x21));
    } else {
      result.text += rest[0];
    }
    if (byte == '\n' && set == Set::kanji) set = Set::ascii;
    ++at;
  }
  flush();
  return result;
}

}  // namespace

std::size_t ascii_prefix(std::string_view bytes) {
  std::size_t at = 0;
  for (; at + 8 <= bytes.size(); at += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data() + at, 8);
    if ((word & 0x8080808080808080U) != 0) break;
  }
  while (at < bytes.size() && static_cast<unsigned char>(bytes[at]) < 0x80) ++at;
  return at;
}

bool valid_utf8_bytes(std::string_view bytes) {
  while (!bytes.empty()) {
    bytes.remove_prefix(ascii_prefix(bytes));
    std::size_t at = 0;
    // Runs of other scripts with their spaces and punctuation, up to the next long stretch of ASCII.
    while (at < bytes.size()) {
      const auto lead = static_cast<unsigned char>(bytes[at]);
      const auto trail = [&](std::size_t i, unsigned char low, unsigned char high) {
        if (at + i >= bytes.size()) return false;
        const auto byte = static_cast<unsigned char>(bytes[at + i]);
        return byte >= low && byte <= high;
      };
      if (lead < 0x80) {
        if (at + 16 <= bytes.size() && static_cast<unsigned char>(bytes[at + 1]) < 0x80) break;
        ++at;
      } else if (lead >= 0xC2 && lead <= 0xDF) {
        if (!trail(1, 0x80, 0xBF)) return false;
        at += 2;
      } else if (lead >= 0xE0 && lead <= 0xEF) {
        if (!trail(1, lead == 0xE0 ? 0xA0 : 0x80, lead == 0xED ? 0x9F : 0xBF) || !trail(2, 0x80, 0xBF)) return false;
        at += 3;
      } else if (lead >= 0xF0 && lead <= 0xF4) {
        if (!trail(1, lead == 0xF0 ? 0x90 : 0x80, lead == 0xF4 ? 0x8F : 0xBF) || !trail(2, 0x80, 0xBF) ||
            !trail(3, 0x80, 0xBF)) {
          return false;
        }
        at += 4;
      } else {
        return false;
      }
    }
    bytes.remove_prefix(at);
  }
  return true;
}

bool mostly_utf8(std::string_view bytes) {
  std::size_t good = 0;
  std::size_t bad = 0;
  for (std::size_t at = ascii_prefix(bytes); at < bytes.size();) {
    const CodePoint point = code_point_at(bytes, at);
    const bool genuine = point.value != k_replacement || bytes.substr(at, 3) == "\xEF\xBF\xBD";
    ++(genuine ? good : bad);
    at = point.next;
    at += ascii_prefix(bytes.substr(at));
  }
  return good >= 9 * bad;
}

bool iconv_knows(std::string_view label) {
  constexpr std::size_t k_longest = 40;
  const bool plain = !label.empty() && label.size() <= k_longest && std::all_of(label.begin(), label.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_';
  });
  return plain && open_iconv(std::string(label).c_str()) != nullptr;
}

Transcoded transcode(std::string_view bytes, std::string_view encoding) {
  if (encoding == "utf-8") return decode_utf8(bytes);
  if (encoding == "utf-16be") return decode_utf16(bytes, Endian::big);
  if (encoding == "utf-16le") return decode_utf16(bytes, Endian::little);
  if (encoding == "utf-32be") return decode_utf32(bytes, Endian::big);
  if (encoding == "utf-32le") return decode_utf32(bytes, Endian::little);
  if (encoding == "iso-2022-jp") return decode_iso_2022_jp(bytes);
  if (encoding == "iso-8859-8-i") return decode_single_byte(bytes, single_byte_table("iso-8859-8"));
  if (const char16_t* table = single_byte_table(encoding)) return decode_single_byte(bytes, table);
  Transcoded result;
  result.text.reserve(bytes.size() * 2);
  const std::string name(encoding);
  const auto known = std::find_if(k_iconv_names.begin(), k_iconv_names.end(),
                                  [&](const IconvNames& names) { return names.encoding == encoding; });
  if (decode_iconv(bytes, known != k_iconv_names.end() ? *known : IconvNames{encoding, name.c_str(), nullptr},
                   result)) {
    if (encoding == "euc-jp") use_jis_signs(result.text);
    if (valid_utf8_bytes(result.text)) return result;
    // iconv writes values past U+10FFFF ("ucs4") in the five and six bytes of an older UTF-8.
    Transcoded sound = decode_utf8(result.text);
    sound.replaced += result.replaced;
    return sound;
  }
  return decode_single_byte(bytes, single_byte_table("windows-1252"));
}

}  // namespace vigie::parsers
