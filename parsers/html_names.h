#pragma once

#include <cstdint>
#include <string_view>

namespace vigie::parsers {

/// What an HTML element does to the flow of plain text.
enum class TextFlow : std::uint8_t {
  unknown,    // no element of HTML, SVG or MathML
  within,     // inline: nothing
  space,      // table cells: a space
  line,       // br, list items, rows: a new line
  paragraph,  // blocks: a blank line
  unread,     // its content is not for readers: script, style
};

/// Longest name text_flow knows, in bytes.
inline constexpr std::size_t k_longest_element_name = 16;

/// The flow of the element called `name`, in lower case.
TextFlow text_flow(std::string_view name);

}  // namespace vigie::parsers
