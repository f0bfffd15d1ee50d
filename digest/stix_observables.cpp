#include "digest/stix_observables.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "digest/outside_text.h"
#include "digest/stable_id.h"
#include "model/text.h"

namespace vigie::digest {
namespace {

using Json = nlohmann::ordered_json;

/// Section 2.9 of STIX 2.1: the namespace of deterministic observable ids.
constexpr std::string_view k_observable_namespace = "00abedb4-aa42-466c-9c01-fed23315a9b7";

bool all_in(std::string_view text, std::string_view allowed) {
  return !text.empty() && text.find_first_not_of(allowed) == std::string_view::npos;
}

constexpr std::string_view k_digits = "0123456789";
constexpr std::string_view k_hex_digits = "0123456789abcdefABCDEF";

std::string observable(const char* type, const Json& contributing) {
  // The contributing properties in RFC 8785 form: keys sorted, no spaces. Ours hold one key each.
  const std::string id =
      uuid5(k_observable_namespace, contributing.dump(-1, ' ', false, Json::error_handler_t::replace));
  Json object{{"type", type}, {"spec_version", "2.1"}, {"id", std::string(type) + "--" + id}};
  object.update(contributing);
  return object.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

bool is_cve(std::string_view value) {
  if (!value.starts_with("CVE-") || value.size() < 13 || value[8] != '-') return false;
  const std::string_view number = value.substr(9);
  return all_in(value.substr(4, 4), k_digits) && all_in(number, k_digits) &&
         (number.size() == 4 || number.front() != '0');
}

std::string_view hash_name(std::string_view value) {
  if (!all_in(value, k_hex_digits)) return {};
  switch (value.size()) {
    case 32:
      return "md5";
    case 40:
      return "sha1";
    case 64:
      return "sha256";
    case 128:
      return "sha512";
    default:
      return {};
  }
}

bool is_ipv4(std::string_view value) {
  int parts = 0;
  for (std::size_t begin = 0; begin <= value.size(); ++parts) {
    const std::size_t end = std::min(value.find('.', begin), value.size());
    const std::string_view part = value.substr(begin, end - begin);
    if (!all_in(part, k_digits) || part.size() > 3 || std::stoi(std::string(part)) > 255) return false;
    begin = end + 1;
  }
  return parts == 4;
}

bool is_ipv6(std::string_view value) {
  if (value.size() > 39 || std::count(value.begin(), value.end(), ':') < 2) return false;
  if (!all_in(value, "0123456789abcdefABCDEF:") || value.find(":::") != std::string_view::npos) return false;
  return std::count(value.begin(), value.end(), ':') == 7 || value.find("::") != std::string_view::npos;
}

bool is_domain(std::string_view value) {
  if (value.size() > 253 || value.find('.') == std::string_view::npos || value.front() == '.' || value.back() == '.') {
    return false;
  }
  return value.find("..") == std::string_view::npos && !is_ipv4(value) &&
         all_in(ascii_lower(value), "abcdefghijklmnopqrstuvwxyz0123456789.-_");
}

std::string stix_observable(std::string_view kind, std::string_view value) {
  if (kind == "hash") {
    const std::string_view name = hash_name(value);
    if (name.empty()) return {};
    const char* key = name == "md5" ? "MD5" : name == "sha1" ? "SHA-1" : name == "sha256" ? "SHA-256" : "SHA-512";
    return observable("file", {{"hashes", {{key, ascii_lower(value)}}}});
  }
  if (kind == "domain" && is_domain(value)) return observable("domain-name", {{"value", ascii_lower(value)}});
  if (kind == "ip" && is_ipv4(value)) return observable("ipv4-addr", {{"value", value}});
  if (kind == "ip" && is_ipv6(value)) return observable("ipv6-addr", {{"value", ascii_lower(value)}});
  if (kind == "url") {
    const std::string url = safe_link(value);
    return url.empty() ? std::string() : observable("url", {{"value", url}});
  }
  if (kind == "email") {
    const std::size_t at = value.find('@');
    if (at == 0 || at == std::string_view::npos || !is_domain(value.substr(at + 1))) return {};
    return observable("email-addr", {{"value", value}});
  }
  return {};
}

}  // namespace vigie::digest
