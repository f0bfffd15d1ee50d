#include "parsers/entities.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <vector>

#include "model/text.h"
#include "parsers/entities_table.h"

namespace vigie::parsers {
namespace {

struct Named {
  std::string_view name;
  std::string_view points;  // "C1" or "226A,20D2"
  bool legacy = false;      // read without a semicolon too
};

constexpr std::size_t k_longest_name = 32;
constexpr std::size_t k_longest_legacy = 6;

std::vector<Named> build_names() {
  std::vector<Named> names;
  names.reserve(2200);
  std::string_view rest = k_entity_table;
  while (!rest.empty()) {
    const std::size_t space = rest.find(' ');
    const std::string_view token = rest.substr(0, space);
    const std::size_t mark = token.find_first_of(":!");
    names.push_back({token.substr(0, mark), token.substr(mark + 1), token[mark] == '!'});
    rest.remove_prefix(space == std::string_view::npos ? rest.size() : space + 1);
  }
  return names;
}

const Named* find_name(std::string_view name) {
  static const std::vector<Named> names = build_names();
  const auto it = std::lower_bound(names.begin(), names.end(), name,
                                   [](const Named& named, std::string_view key) { return named.name < key; });
  return it != names.end() && it->name == name ? &*it : nullptr;
}

void append_points(std::string_view points, std::string& out) {
  while (!points.empty()) {
    std::uint32_t value = 0;
    const auto end = std::from_chars(points.data(), points.data() + points.size(), value, 16).ptr;
    append_utf8(out, static_cast<char32_t>(value));
    points.remove_prefix(std::min(points.size(), static_cast<std::size_t>(end - points.data()) + 1));
  }
}

bool is_alphanumeric(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// What windows-1252 puts where Unicode has C1 controls; pages mean these when they write &#146;.
constexpr std::array<char16_t, 32> k_windows_1252 = {0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                     0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
                                                     0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                     0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

void append_numeric(std::uint32_t value, std::string& out) {
  if (value >= 0x80 && value <= 0x9F) value = k_windows_1252[value - 0x80];
  const bool control = value < 0x20 && value != '\t' && value != '\n' && value != '\r';
  if (value == 0 || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) {
    append_utf8(out, 0xFFFD);
  } else if (!control && value != 0x7F) {
    append_utf8(out, static_cast<char32_t>(value));
  }
}

std::size_t read_numeric(std::string_view text, std::string& out) {
  const bool hex = text.size() > 2 && (text[2] == 'x' || text[2] == 'X');
  const std::size_t first = hex ? 3 : 2;
  std::uint32_t value = 0;
  std::size_t at = first;
  for (; at < text.size(); ++at) {
    const char c = text[at];
    std::uint32_t digit = 0;
    if (c >= '0' && c <= '9') {
      digit = static_cast<std::uint32_t>(c - '0');
    } else if (hex && ((c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'))) {
      digit = static_cast<std::uint32_t>((c | 0x20) - 'a' + 10);
    } else {
      break;
    }
    if (value <= 0x10FFFF) value = value * (hex ? 16 : 10) + digit;
  }
  if (at == first) return 0;
  append_numeric(value, out);
  return at < text.size() && text[at] == ';' ? at + 1 : at;
}

// The references that make up nearly all of those in feeds.
std::size_t read_common(std::string_view text, std::string& out) {
  switch (text[1]) {
    case 'l':
      if (text.starts_with("&lt;")) return out += '<', 4;
      break;
    case 'g':
      if (text.starts_with("&gt;")) return out += '>', 4;
      break;
    case 'a':
      if (text.starts_with("&amp;")) return out += '&', 5;
      if (text.starts_with("&apos;")) return out += '\'', 6;
      break;
    case 'q':
      if (text.starts_with("&quot;")) return out += '"', 6;
      break;
    default:
      break;
  }
  return 0;
}

std::size_t read_legacy(std::string_view text, std::size_t end, ReferencePlace place, std::string& out) {
  if (place == ReferencePlace::xml) return 0;
  for (std::size_t length = std::min(end - 1, k_longest_legacy); length >= 2; --length) {
    const Named* named = find_name(text.substr(1, length));
    if (named == nullptr || !named->legacy) continue;
    const std::size_t next = 1 + length;
    if (place == ReferencePlace::html_attribute && next < text.size() &&
        (text[next] == '=' || is_alphanumeric(text[next]))) {
      return 0;
    }
    append_points(named->points, out);
    return next;
  }
  return 0;
}

}  // namespace

std::size_t read_reference(std::string_view text, ReferencePlace place, std::string& out) {
  if (text.size() < 3 || text[0] != '&') return 0;
  if (text[1] == '#') return read_numeric(text, out);
  if (const std::size_t length = read_common(text, out)) return length;
  std::size_t end = 1;
  while (end < text.size() && end <= k_longest_name && is_alphanumeric(text[end])) ++end;
  if (end == 1) return 0;
  if (end < text.size() && text[end] == ';') {
    if (const Named* named = find_name(text.substr(1, end - 1))) {
      append_points(named->points, out);
      return end + 1;
    }
  }
  return read_legacy(text, end, place, out);
}

std::string decode_references(std::string_view text, ReferencePlace place) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const std::size_t ampersand = std::min(text.find('&'), text.size());
    out.append(text.substr(0, ampersand));
    text.remove_prefix(ampersand);
    if (text.empty()) break;
    const std::size_t length = read_reference(text, place, out);
    if (length == 0) out += '&';
    text.remove_prefix(std::max<std::size_t>(length, 1));
  }
  return out;
}

}  // namespace vigie::parsers
