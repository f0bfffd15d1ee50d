#include "parsers/html_elements.h"

#include <array>

namespace vigie::parsers {

bool is_raw_text(Tag tag, std::string_view name) {
  if (tag != Tag::other) return tag == Tag::script || tag == Tag::style || tag == Tag::iframe;
  return name == "noembed" || name == "noframes";
}

bool is_decoration(Tag tag, std::string_view name) {
  if (tag != Tag::other) {
    return tag == Tag::font || tag == Tag::tt || tag == Tag::wbr || tag == Tag::track || tag == Tag::source;
  }
  return name == "nobr" || name == "big" || name == "xmp" || name == "plaintext" || name == "param" ||
         name == "blink" || name == "marquee";
}

bool is_void(Tag tag, std::string_view name) {
  switch (tag) {
    case Tag::base:
    case Tag::br:
    case Tag::embed:
    case Tag::frame:
    case Tag::hr:
    case Tag::img:
    case Tag::input:
    case Tag::link:
    case Tag::meta:
    case Tag::source:
    case Tag::track:
    case Tag::wbr:
      return true;
    case Tag::other:
      return name == "area" || name == "col" || name == "param" || name == "keygen";
    default:
      return false;
  }
}

bool closes_itself(Tag tag) {
  switch (tag) {
    case Tag::p:
    case Tag::li:
    case Tag::dt:
    case Tag::dd:
    case Tag::td:
    case Tag::th:
    case Tag::tr:
    case Tag::thead:
    case Tag::tbody:
    case Tag::tfoot:
    case Tag::option:
    case Tag::optgroup:
    case Tag::html:
    case Tag::head:
    case Tag::body:
      return true;
    default:
      return false;
  }
}

bool parts_blocks(Tag tag) {
  switch (tag) {
    case Tag::div:
    case Tag::p:
    case Tag::ul:
    case Tag::ol:
    case Tag::li:
    case Tag::section:
    case Tag::article:
    case Tag::aside:
    case Tag::header:
    case Tag::footer:
    case Tag::nav:
    case Tag::main:
    case Tag::h1:
    case Tag::h2:
    case Tag::h3:
    case Tag::h4:
    case Tag::h5:
    case Tag::h6:
    case Tag::table:
    case Tag::tbody:
    case Tag::thead:
    case Tag::tr:
    case Tag::td:
    case Tag::th:
    case Tag::figure:
    case Tag::figcaption:
    case Tag::blockquote:
    case Tag::form:
    case Tag::head:
    case Tag::body:
    case Tag::html:
    case Tag::meta:
    case Tag::link:
    case Tag::title:
    case Tag::dl:
    case Tag::dt:
    case Tag::dd:
    case Tag::br:
    case Tag::hr:
      return true;
    default:
      return false;
  }
}

namespace {

// Attributes a reader looks at; `style` only where it hides. In order of length.
constexpr std::array<std::string_view, 29> k_read_attributes = {
    "id",         "dir",         "rel",         "href",        "lang",          "name",      "role",       "type",
    "class",      "title",       "hidden",      "itemid",      "content",       "data-qa",   "pubdate",    "datetime",
    "itemprop",   "itemtype",    "property",    "xml:lang",    "data-type",     "itemscope", "aria-label", "data-block",
    "http-equiv", "aria-hidden", "data-module", "data-testid", "data-component"};

}  // namespace

std::string_view read_name_of(std::string_view name) {
  for (std::string_view known : k_read_attributes) {
    if (known.size() > name.size()) break;
    if (known == name) return known;
  }
  return {};
}

bool minds_attributes(Tag tag, std::string_view name) {
  return tag == Tag::html || tag == Tag::body || tag == Tag::input || name == "annotation-xml";
}

bool is_formatting(Tag tag) {
  switch (tag) {
    case Tag::a:
    case Tag::b:
    case Tag::code:
    case Tag::em:
    case Tag::i:
    case Tag::s:
    case Tag::small:
    case Tag::strong:
    case Tag::u:
      return true;
    default:
      return tag == Tag::other;  // <strike>
  }
}

}  // namespace vigie::parsers
