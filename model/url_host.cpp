#include <unicode/uidna.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <memory>

#include "model/text.h"
#include "model/url_record.h"

namespace vigie {
namespace {

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// https://url.spec.whatwg.org/#forbidden-host-code-point and #forbidden-domain-code-point
bool is_forbidden_host(char c) {
  return std::string_view("\0\t\n\r #/:<>?@[\\]^|", 17).find(c) != std::string_view::npos;
}
bool is_forbidden_domain(char c) {
  const unsigned char byte = static_cast<unsigned char>(c);
  return is_forbidden_host(c) || byte <= 0x1F || byte == '%' || byte == 0x7F;
}

bool in_set(unsigned char byte, EncodeSet set) {
  if (byte <= 0x1F || byte > 0x7E) return true;
  const auto among = [byte](std::string_view chars) { return chars.find(static_cast<char>(byte)) != chars.npos; };
  switch (set) {
    case EncodeSet::c0_control:
      return false;
    case EncodeSet::fragment:
      return among(" \"<>`");
    case EncodeSet::query:
      return among(" \"#<>");
    case EncodeSet::special_query:
      return among(" \"#<>'");
    case EncodeSet::path:
      return among(" \"#<>?^`{}");
    case EncodeSet::userinfo:
      return among(" \"#<>?^`{}/:;=@[\\]|");
  }
  return true;
}

// A number of an IPv4 address: decimal, 0octal or 0xhex. Null is failure; values past 2^32 are held at 2^32.
std::optional<std::uint64_t> parse_ipv4_number(std::string_view text) {
  if (text.empty()) return std::nullopt;
  std::uint64_t base = 10;
  if (text.size() >= 2 && text[0] == '0' && (text[1] | 0x20) == 'x') {
    base = 16;
    text.remove_prefix(2);
  } else if (text.size() >= 2 && text[0] == '0') {
    base = 8;
    text.remove_prefix(1);
  }
  std::uint64_t value = 0;
  for (const char c : text) {
    const int digit = hex_value(c);
    if (digit < 0 || static_cast<std::uint64_t>(digit) >= base) return std::nullopt;
    value = std::min<std::uint64_t>(value * base + static_cast<std::uint64_t>(digit), std::uint64_t{1} << 32);
  }
  return value;
}

std::vector<std::string_view> split_labels(std::string_view host) {
  std::vector<std::string_view> labels;
  while (true) {
    const std::size_t dot = host.find('.');
    labels.push_back(host.substr(0, dot));
    if (dot == host.npos) break;
    host.remove_prefix(dot + 1);
  }
  if (labels.size() > 1 && labels.back().empty()) labels.pop_back();
  return labels;
}

bool ends_in_number(std::string_view host) {
  const std::string_view last = split_labels(host).back();
  if (last.empty()) return false;
  return std::all_of(last.begin(), last.end(), [](char c) { return c >= '0' && c <= '9'; }) || parse_ipv4_number(last);
}

std::optional<std::string> parse_ipv4(std::string_view host) {
  const std::vector<std::string_view> labels = split_labels(host);
  if (labels.size() > 4) return std::nullopt;
  std::uint64_t address = 0;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const std::optional<std::uint64_t> number = parse_ipv4_number(labels[i]);
    if (!number) return std::nullopt;
    const bool last = i + 1 == labels.size();
    const std::uint64_t limit = last ? std::uint64_t{1} << (8 * (5 - labels.size())) : 256;
    if (*number >= limit) return std::nullopt;
    address += last ? *number : *number << (8 * (3 - i));
  }
  std::string out;
  for (int shift = 24; shift >= 0; shift -= 8) {
    out += std::to_string((address >> shift) & 255);
    if (shift > 0) out += '.';
  }
  return out;
}

using Ipv6 = std::array<std::uint16_t, 8>;

// The dotted tail of an IPv6 address: exactly four decimal bytes without leading zeros.
bool parse_ipv6_tail(std::string_view text, Ipv6& pieces, std::size_t at) {
  int seen = 0;
  while (!text.empty()) {
    if (seen > 0) {
      if (text[0] != '.' || seen == 4) return false;
      text.remove_prefix(1);
    }
    int value = -1;
    while (!text.empty() && text[0] >= '0' && text[0] <= '9') {
      if (value == 0) return false;
      value = std::max(value, 0) * 10 + (text[0] - '0');
      if (value > 255) return false;
      text.remove_prefix(1);
    }
    if (value < 0) return false;
    std::uint16_t& piece = pieces[at + static_cast<std::size_t>(seen / 2)];
    piece = static_cast<std::uint16_t>(piece * 256 + value);
    ++seen;
  }
  return seen == 4;
}

std::optional<Ipv6> parse_ipv6(std::string_view text) {
  Ipv6 pieces{};
  std::size_t count = 0;
  std::optional<std::size_t> compress;
  if (text.starts_with(':')) {
    if (!text.starts_with("::")) return std::nullopt;
    text.remove_prefix(2);
    compress = 0;
  }
  while (!text.empty()) {
    if (count == 8) return std::nullopt;
    if (text[0] == ':') {
      if (compress) return std::nullopt;
      text.remove_prefix(1);
      compress = count;
      continue;
    }
    std::size_t digits = 0;
    std::uint32_t value = 0;
    while (digits < 4 && digits < text.size() && hex_value(text[digits]) >= 0) {
      value = value * 16 + static_cast<std::uint32_t>(hex_value(text[digits++]));
    }
    if (digits < text.size() && text[digits] == '.') {
      if (digits == 0 || count > 6 || !parse_ipv6_tail(text, pieces, count)) return std::nullopt;
      count += 2;
      break;
    }
    text.remove_prefix(digits);
    if (text.starts_with(':')) {
      text.remove_prefix(1);
      if (text.empty()) return std::nullopt;
    } else if (!text.empty()) {
      return std::nullopt;
    }
    pieces[count++] = static_cast<std::uint16_t>(value);
  }
  if (!compress) return count == 8 ? std::optional(pieces) : std::nullopt;
  if (count == 8) return std::nullopt;
  std::rotate(pieces.begin() + static_cast<std::ptrdiff_t>(*compress),
              pieces.begin() + static_cast<std::ptrdiff_t>(count), pieces.end());
  return pieces;
}

std::string serialize_ipv6(const Ipv6& pieces) {
  std::size_t longest = 0;
  std::size_t from = 8;
  for (std::size_t i = 0; i < 8; ++i) {
    std::size_t run = 0;
    while (i + run < 8 && pieces[i + run] == 0) ++run;
    if (run > 1 && run > longest) {
      longest = run;
      from = i;
    }
  }
  std::string out = "[";
  for (std::size_t i = 0; i < 8; ++i) {
    if (i == from) {
      out += i == 0 ? "::" : ":";
      i += longest - 1;
      continue;
    }
    char buffer[8];
    std::snprintf(buffer, sizeof buffer, "%x", static_cast<unsigned>(pieces[i]));
    out += buffer;
    if (i < 7) out += ':';
  }
  return out + ']';
}

struct IdnaCloser {
  void operator()(UIDNA* idna) const { uidna_close(idna); }
};

}  // namespace

std::string percent_encode(std::string_view bytes, EncodeSet set) {
  static constexpr char k_hex[] = "0123456789ABCDEF";
  std::string out;
  out.reserve(bytes.size());
  for (const char c : bytes) {
    const unsigned char byte = static_cast<unsigned char>(c);
    if (in_set(byte, set)) {
      out += '%';
      out += k_hex[byte >> 4];
      out += k_hex[byte & 15];
    } else {
      out += c;
    }
  }
  return out;
}

std::string percent_decode(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool escaped =
        text[i] == '%' && i + 2 < text.size() && hex_value(text[i + 1]) >= 0 && hex_value(text[i + 2]) >= 0;
    if (escaped) {
      out += static_cast<char>(hex_value(text[i + 1]) * 16 + hex_value(text[i + 2]));
      i += 2;
    } else {
      out += text[i];
    }
  }
  return out;
}

std::optional<std::string> domain_to_ascii(std::string_view domain, Idna idna) {
  const bool ascii =
      std::all_of(domain.begin(), domain.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (ascii) return ascii_lower(domain);
  std::uint32_t options = UIDNA_CHECK_BIDI | UIDNA_CHECK_CONTEXTJ;
  if (idna == Idna::nontransitional) options |= UIDNA_NONTRANSITIONAL_TO_ASCII | UIDNA_NONTRANSITIONAL_TO_UNICODE;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UIDNA, IdnaCloser> mapper(uidna_openUTS46(options, &status));
  if (U_FAILURE(status)) return std::nullopt;
  // Mapping and punycode of a label stay under five bytes for each byte of UTF-8.
  std::string out(domain.size() * 5 + 64, '\0');
  UIDNAInfo info = UIDNA_INFO_INITIALIZER;
  const std::int32_t length =
      uidna_nameToASCII_UTF8(mapper.get(), domain.data(), static_cast<std::int32_t>(domain.size()), out.data(),
                             static_cast<std::int32_t>(out.size()), &info, &status);
  // CheckHyphens and VerifyDnsLength are false in the standard.
  constexpr std::uint32_t k_tolerated = UIDNA_ERROR_EMPTY_LABEL | UIDNA_ERROR_LABEL_TOO_LONG |
                                        UIDNA_ERROR_DOMAIN_NAME_TOO_LONG | UIDNA_ERROR_LEADING_HYPHEN |
                                        UIDNA_ERROR_TRAILING_HYPHEN | UIDNA_ERROR_HYPHEN_3_4;
  if (U_FAILURE(status) || length < 0 || (info.errors & ~k_tolerated) != 0) return std::nullopt;
  out.resize(static_cast<std::size_t>(length));
  return out;
}

std::optional<std::string> parse_host(std::string_view input, HostKind kind) {
  if (input.starts_with('[')) {
    if (!input.ends_with(']')) return std::nullopt;
    const std::optional<Ipv6> address = parse_ipv6(input.substr(1, input.size() - 2));
    return address ? std::optional(serialize_ipv6(*address)) : std::nullopt;
  }
  if (kind == HostKind::opaque) {
    if (std::any_of(input.begin(), input.end(), is_forbidden_host)) return std::nullopt;
    return percent_encode(input, EncodeSet::c0_control);
  }
  const std::optional<std::string> ascii = domain_to_ascii(valid_utf8(percent_decode(input)), Idna::nontransitional);
  if (!ascii || ascii->empty() || std::any_of(ascii->begin(), ascii->end(), is_forbidden_domain)) return std::nullopt;
  return ends_in_number(*ascii) ? parse_ipv4(*ascii) : ascii;
}

}  // namespace vigie
