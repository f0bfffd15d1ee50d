#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace vigie::parsers {

/// Lines known to repeat over the pages of one site: they are no part of any article of it.
struct BoilerplateLines {
  std::unordered_set<std::uint64_t> keys;  // line_key of each
  bool contains(std::string_view line) const;
};

/// What stands for a line in BoilerplateLines: a hash of its folded words, digits left out.
std::uint64_t line_key(std::string_view line);

/// The lines (paragraphs parted by a blank line) that at least `least` of the texts of one site hold, near-identical
/// texts counted once. `texts`: article texts as stored, newest first; a few dozen do.
BoilerplateLines learn_boilerplate(const std::vector<std::string_view>& texts, std::size_t least = 3);

}  // namespace vigie::parsers
