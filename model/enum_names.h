#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace vigie {

/// The names of an enum class whose values count from 0, in order: as they stand in files, JSON and the database.
template <typename Enum, std::size_t Count>
struct EnumNames {
  std::array<std::string_view, Count> names;

  constexpr std::string_view name(Enum value) const { return names[static_cast<std::size_t>(value)]; }
  constexpr std::optional<Enum> value(std::string_view text) const {
    for (std::size_t i = 0; i < Count; ++i) {
      if (names[i] == text) return static_cast<Enum>(i);
    }
    return std::nullopt;
  }
};

}  // namespace vigie
