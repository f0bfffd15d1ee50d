#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace vigie::parsers {

/// Where a character reference stands; decides whether it may lack its semicolon.
enum class ReferencePlace {
  xml,             // semicolon needed, but for what is broken beyond doubt ("&#39 ")
  html_text,       // HTML's legacy names count without a semicolon
  html_attribute,  // the same, but not before "=" or a letter or digit, so that queries keep their parameters
};

/// Reads the character reference at the beginning of `text` (text[0] == '&'), appends what it means to `out` as UTF-8
/// and returns its length in bytes; 0 and nothing appended when there is none. Numeric references are read as HTML
/// does: 128 to 159 as windows-1252, zero and surrogates as U+FFFD, control characters as nothing. Source:
/// https://html.spec.whatwg.org/multipage/parsing.html#character-reference-state.
std::size_t read_reference(std::string_view text, ReferencePlace place, std::string& out);

/// `text` with every character reference decoded once.
std::string decode_references(std::string_view text, ReferencePlace place);

}  // namespace vigie::parsers
