#pragma once

#include <string_view>

namespace vigie::parsers {

/// HTML's named character references (https://html.spec.whatwg.org/multipage/named-characters.html), each followed by a
/// space: the name, ":" or, where HTML reads it without a semicolon too, "!", then one or two code points in
/// hexadecimal parted by a comma. Sorted by name.
extern const std::string_view k_entity_table;

}  // namespace vigie::parsers
