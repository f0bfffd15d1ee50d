#pragma once

#include <string>
#include <string_view>

namespace vigie::parsers {

/// What becomes of a tag no version of HTML knows ("<gorilla>"): dropped as browsers do, or kept as the text it may
/// well be in a field that is sometimes HTML and sometimes plain. Custom elements and tags with attributes are always
/// dropped.
enum class UnknownTags { drop, keep };

/// The words of an HTML fragment: UTF-8, NFC, tags stripped, entities decoded once, white space collapsed, paragraphs
/// parted by a blank line, lines of lists, tables and <br> by a line feed. Scripts, styles and other elements whose
/// content nobody reads are left out, and so are control characters. Never fails; time and memory are linear in the
/// input.
std::string plain_text(std::string_view html_fragment, UnknownTags unknown = UnknownTags::drop);

/// White space collapsed to single spaces, ends trimmed, control characters dropped, NFC. For text that is not HTML.
std::string one_line(std::string_view text);

/// The same with the paragraphs (two or more line feeds) and lines kept.
std::string tidy_lines(std::string_view text);

/// Lines and paragraphs of `text` put on one line.
std::string join_lines(std::string text);

/// Whether plain text made from a fragment without tags of its own is HTML that was escaped once too often: it holds
/// two closing tags of known elements, or a tag with attributes. One pair alone may be what a text on HTML speaks of.
bool is_escaped_html(std::string_view text);

/// Whether a text that may be HTML or not is HTML: it holds a closing tag of a known element, or one that stands alone
/// such as <br>, <p> or <img>.
bool looks_like_html(std::string_view text);

}  // namespace vigie::parsers
