#include "digest/stable_id.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>
#include <stdexcept>

namespace vigie::digest {
namespace {

constexpr std::string_view k_hex = "0123456789abcdef";

/// UUIDv5 of "vigie" in the nil namespace: the root of every stable id of an export.
constexpr std::string_view k_namespace = "f22c902d-242f-5266-861a-0d77519c6743";

std::string hex(const unsigned char* bytes, std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) {
    out += k_hex[bytes[i] >> 4];
    out += k_hex[bytes[i] & 15];
  }
  return out;
}

std::string bytes_of_uuid(std::string_view uuid) {
  std::string out;
  int high = -1;
  for (char c : uuid) {
    const std::size_t digit = k_hex.find(c);
    if (digit == std::string_view::npos) continue;
    if (high < 0) {
      high = static_cast<int>(digit);
    } else {
      out += static_cast<char>(high * 16 + static_cast<int>(digit));
      high = -1;
    }
  }
  return out;
}

}  // namespace

std::string uuid5(std::string_view name_space, std::string_view name) {
  std::string input = bytes_of_uuid(name_space);
  input += name;
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int size = 0;
  if (EVP_Digest(input.data(), input.size(), digest.data(), &size, EVP_sha1(), nullptr) != 1) {
    throw std::runtime_error("cannot hash a name: libcrypto refuses SHA-1");
  }
  digest[6] = static_cast<unsigned char>((digest[6] & 0x0F) | 0x50);
  digest[8] = static_cast<unsigned char>((digest[8] & 0x3F) | 0x80);
  std::string out = hex(digest.data(), 16);
  for (std::size_t at : {8, 13, 18, 23}) out.insert(at, "-");
  return out;
}

std::string stable_uuid(std::string_view name) { return uuid5(k_namespace, name); }

std::string hmac_sha256(std::string_view key, std::string_view bytes) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int size = 0;
  if (HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), reinterpret_cast<const unsigned char*>(bytes.data()),
           bytes.size(), digest.data(), &size) == nullptr) {
    throw std::runtime_error("cannot sign a message: libcrypto refuses HMAC-SHA256");
  }
  return hex(digest.data(), size);
}

}  // namespace vigie::digest
