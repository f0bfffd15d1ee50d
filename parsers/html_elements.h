#pragma once

#include <string_view>

#include "parsers/html.h"

namespace vigie::parsers {

// What HTML says of elements, as far as stripping a page asks. `name` is the lower-case tag name, for those that have
// no Tag of their own.

/// Elements whose whole content is left out. Nested ones of the same name are counted for `svg` alone; the others hold
/// raw text.
bool is_raw_text(Tag tag, std::string_view name);

/// Formatting elements that say nothing of an article's structure; gumbo pays dearly for them when they are unclosed.
bool is_decoration(Tag tag, std::string_view name);

/// Elements without content or end tag.
bool is_void(Tag tag, std::string_view name);

/// Elements the tree builder closes by itself when the next one opens: they do not nest without others in between.
bool closes_itself(Tag tag);

/// Elements around which white space means nothing.
bool parts_blocks(Tag tag);

/// The name of an attribute that a reader looks at, out of a table that lasts; empty for any other.
std::string_view read_name_of(std::string_view name);

/// Elements whose attributes decide how the tree builder goes on: it adds those of a second <html> or <body> to the
/// first, and asks an <input> and MathML's annotation for their kind.
bool minds_attributes(Tag tag, std::string_view name);

/// Elements the tree builder opens again behind a block, three equal ones at the most.
bool is_formatting(Tag tag);

}  // namespace vigie::parsers
