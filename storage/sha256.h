#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace vigie::storage {

/// SHA-256 (FIPS 180-4) as 64 lower-case hex digits.
std::string sha256_hex(std::string_view bytes);

/// The same as the 32 bytes.
std::string sha256(std::string_view bytes);

std::string to_hex(std::string_view bytes);

/// SHA-256 over pieces.
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  void add(std::string_view bytes);
  std::string hex();  // ends it

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace vigie::storage
