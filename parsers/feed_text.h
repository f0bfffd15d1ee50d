#pragma once

#include <string>
#include <string_view>

#include "parsers/xml_scanner.h"

namespace vigie::parsers {

/// How the content of an element is to be understood.
enum class TextForm {
  plain,         // Atom type="text": what stands there, brackets included
  html,          // escaped or naked HTML
  xhtml,         // markup inline, references decoded once
  guess,         // RSS: HTML or plain, nobody says which
  base64,        // Atom with a media type that is no text: HTML underneath
  base64_plain,  // Atom 0.3's mode="base64" without a type
};

/// The form of an Atom text construct by its attributes (RFC 4287 3.1.1 and 4.1.3.3; Atom 0.3's type and mode).
/// `raw` is its content: an undeclared type whose content is escaped HTML is read as HTML.
TextForm atom_text_form(const XmlTag& tag, std::string_view raw);

/// The content `raw` of an element as plain text: paragraphs parted by a blank line.
std::string read_text(std::string_view raw, TextForm form, const XmlEntities& entities);

/// The same on one line.
std::string read_line(std::string_view raw, TextForm form, const XmlEntities& entities);

/// The content of an element that holds a token (an identifier, a date, an address): decoded, trimmed, tags kept.
std::string read_token(std::string_view raw, const XmlEntities& entities);

/// The bytes of base64 text, white space ignored; empty when it is none.
std::string decode_base64(std::string_view text);

}  // namespace vigie::parsers
