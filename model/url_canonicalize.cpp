#include <algorithm>
#include <utility>

#include "model/text.h"
#include "model/url.h"
#include "model/url_record.h"

namespace vigie {
namespace {

bool is_alphanumeric(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

// Percent-encodes all but letters, digits, "-._~" and `safe`.
std::string quote(std::string_view bytes, std::string_view safe) {
  static constexpr char k_hex[] = "0123456789ABCDEF";
  std::string out;
  for (const char c : bytes) {
    if (is_alphanumeric(c) || std::string_view("-._~").find(c) != std::string_view::npos || safe.find(c) != safe.npos) {
      out += c;
      continue;
    }
    const unsigned char byte = static_cast<unsigned char>(c);
    out += '%';
    out += k_hex[byte >> 4];
    out += k_hex[byte & 15];
  }
  return out;
}

constexpr std::string_view k_path_safe = ":/?[]@!$&'()*+,;=|%";

// An escaped slash or question mark stays escaped: decoded it would be another address.
std::string normalize_path(std::string_view path) {
  std::string kept;
  for (std::size_t i = 0; i < path.size(); ++i) {
    kept += path[i];
    const std::string code = ascii_lower(path.substr(i + 1, 2));
    if (path[i] == '%' && (code == "2f" || code == "3f")) {
      kept += "25" + code.substr(0, 1) + 'F';
      i += 2;
    }
  }
  return quote(percent_decode(kept), k_path_safe);
}

std::string form_decode(std::string_view text) {
  std::string plain(text);
  std::replace(plain.begin(), plain.end(), '+', ' ');
  return percent_decode(plain);
}

std::string form_encode(std::string_view text) {
  std::string out = quote(text, " ");
  std::replace(out.begin(), out.end(), ' ', '+');
  return out;
}

std::string sort_query(std::string_view query) {
  std::vector<std::pair<std::string, std::string>> pairs;
  while (!query.empty()) {
    const std::size_t end = query.find('&');
    const std::string_view piece = query.substr(0, end);
    const std::size_t equals = piece.find('=');
    const std::string_view value = equals == piece.npos ? std::string_view() : piece.substr(equals + 1);
    if (!piece.empty()) pairs.emplace_back(form_decode(piece.substr(0, equals)), form_decode(value));
    query.remove_prefix(end == query.npos ? query.size() : end + 1);
  }
  std::sort(pairs.begin(), pairs.end());
  std::string out;
  for (const auto& [name, value] : pairs) {
    if (!out.empty()) out += '&';
    out += form_encode(name) + '=' + form_encode(value);
  }
  return out;
}

// A host that has no ASCII form (empty or overlong labels) stays as it was written.
std::string normalize_authority(std::string_view authority) {
  const std::size_t at = authority.rfind('@');
  const std::string_view userinfo = at == authority.npos ? std::string_view() : authority.substr(0, at + 1);
  std::string_view host = authority.substr(userinfo.size());
  std::string_view port;
  if (const std::size_t colon = host.rfind(':'); colon != host.npos && host.find(']', colon) == host.npos) {
    port = host.substr(colon);
    host = host.substr(0, colon);
  }
  const bool empty_label = host.starts_with('.') || host.find("..") != host.npos;
  const std::optional<std::string> ascii = empty_label ? std::nullopt : domain_to_ascii(host, Idna::transitional);
  std::string out(userinfo);
  out += ascii ? *ascii : ascii_lower(host);
  if (port.size() > 1) out += port;
  return out;
}

std::string tidy(std::string_view url) {
  const auto is_edge = [](char c) { return static_cast<unsigned char>(c) <= 0x20; };
  while (!url.empty() && is_edge(url.front())) url.remove_prefix(1);
  while (!url.empty() && is_edge(url.back())) url.remove_suffix(1);
  std::string out = valid_utf8(url);
  std::erase_if(out, [](char c) { return c == '\t' || c == '\n' || c == '\r'; });
  return out;
}

}  // namespace

std::string canonicalize_url(std::string_view url) {
  const std::string text = tidy(url);
  std::string_view rest = text;
  rest = rest.substr(0, rest.find('#'));
  std::string out;
  const std::size_t colon = rest.find(':');
  const bool scheme = colon != rest.npos && colon > 0 && !(rest[0] >= '0' && rest[0] <= '9') &&
                      std::all_of(rest.begin(), rest.begin() + static_cast<std::ptrdiff_t>(colon),
                                  [](char c) { return is_alphanumeric(c) || c == '+' || c == '-' || c == '.'; });
  if (scheme) {
    out = ascii_lower(rest.substr(0, colon + 1));
    rest.remove_prefix(colon + 1);
  }
  std::string query;
  if (const std::size_t mark = rest.find('?'); mark != rest.npos) {
    query = sort_query(rest.substr(mark + 1));
    rest = rest.substr(0, mark);
  }
  if (rest.starts_with("//")) {
    const std::size_t end = std::min(rest.find('/', 2), rest.size());
    out += "//" + normalize_authority(rest.substr(2, end - 2));
    rest.remove_prefix(end);
  }
  const std::string path = normalize_path(rest);
  out += path.empty() ? "/" : path;
  if (!query.empty()) out += '?' + query;
  return out;
}

}  // namespace vigie
