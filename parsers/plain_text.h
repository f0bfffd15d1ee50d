#pragma once

#include <string>
#include <string_view>

namespace vigie::parsers {

/// The words of an HTML fragment: UTF-8, tags stripped, entities decoded once, white space collapsed, paragraphs parted
/// by a blank line. Scripts, styles and other elements whose content nobody reads are left out. Never fails; time and
/// memory are linear in the input.
std::string plain_text(std::string_view html_fragment);

}  // namespace vigie::parsers
