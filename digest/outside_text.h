#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace vigie::digest {

/// Text from outside made fit to be shown: valid UTF-8; control characters, bidirectional overrides and isolates,
/// zero-width and tag characters and noncharacters gone; white space of every kind one space; at most four combining
/// marks on a letter; at most `limit` code points, cut with an ellipsis. What remains is plain text of one line.
std::string clean_line(std::string_view text, std::size_t limit = 400);

/// The same, paragraphs (parted by blank lines) kept as "\n\n".
std::string clean_paragraphs(std::string_view text, std::size_t limit);

/// `url` in its normal form where it is http or https without credentials; otherwise empty: never a link.
std::string safe_link(std::string_view url);

/// Cleaned text for CommonMark and GitHub's dialect: no character of it is markup, a link, a mention or a template.
std::string markdown_text(std::string_view text);

/// For HTML text and quoted attributes; braces are escaped too, so that no template engine behind reads them.
std::string html_text(std::string_view text);

/// For XML text and attributes: as html_text, and without what XML 1.0 forbids.
std::string xml_text(std::string_view text);

/// True when the text's first strong letter is right-to-left.
bool is_right_to_left(std::string_view text);
/// True when any letter is right-to-left.
bool has_right_to_left(std::string_view text);

}  // namespace vigie::digest
