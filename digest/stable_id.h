#pragma once

#include <string>
#include <string_view>

namespace vigie::digest {

/// UUID version 5 (RFC 9562 section 5.5) of `name` in vigie's own namespace: equal names, equal ids, on every machine.
std::string stable_uuid(std::string_view name);

/// UUID version 5 of `name` in the namespace given as a UUID in text form.
std::string uuid5(std::string_view name_space, std::string_view name);

/// HMAC-SHA256 (RFC 2104, FIPS 180-4) in lower-case hex.
std::string hmac_sha256(std::string_view key, std::string_view bytes);

}  // namespace vigie::digest
