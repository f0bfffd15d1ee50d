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

/// The keys of a text's lines (paragraphs parted by a blank line), in order.
std::vector<std::uint64_t> line_keys(std::string_view text);

/// The lines that at least `least` of the articles of one site hold, near-identical articles counted once. `articles`:
/// line_keys of each article's text as stored, newest first; a few dozen do.
BoilerplateLines learn_boilerplate(const std::vector<std::vector<std::uint64_t>>& articles, std::size_t least = 3);

}  // namespace vigie::parsers
