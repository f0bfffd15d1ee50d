#pragma once

#include <string>
#include <string_view>

namespace vigie::digest {

/// A STIX 2.1 cyber observable as JSON, with the deterministic id of section 2.9 (UUIDv5 of its contributing
/// properties), for an indicator of kind hash, domain, ip, url or email; empty where the value is none or the kind has
/// no observable.
std::string stix_observable(std::string_view kind, std::string_view value);

/// "CVE-2021-26855".
bool is_cve(std::string_view value);

/// "md5", "sha1", "sha256", "sha512" by the number of hex digits; empty for anything else.
std::string_view hash_name(std::string_view value);

bool is_ipv4(std::string_view value);
bool is_ipv6(std::string_view value);
bool is_domain(std::string_view value);

}  // namespace vigie::digest
