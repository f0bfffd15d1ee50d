#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vigie::classifier {

/// A state by its place in a table: small, and cheap to compare.
using StateId = std::uint16_t;
inline constexpr StateId k_no_state = 0xFFFF;

/// Whether `code` is an ISO 3166-1 alpha-2 code (2026), "EU" or "XK".
bool is_state_code(std::string_view code);

/// All states, numbered in order of their codes.
class StateCodes {
 public:
  StateCodes();
  /// The number of a code; k_no_state when is_state_code says no.
  StateId find(std::string_view code) const;
  const std::string& code(StateId id) const { return codes_[id]; }
  std::size_t size() const { return codes_.size(); }

 private:
  std::vector<std::string> codes_;
};

}  // namespace vigie::classifier
