#include "parsers/html_tags.h"

#include <array>

namespace vigie::parsers {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(Tag::count_)> k_tag_names = {
    "#text",      "#other",   "a",      "abbr",   "address",  "article", "aside",  "audio",   "b",        "base",
    "blockquote", "body",     "br",     "button", "caption",  "center",  "cite",   "code",    "data",     "dd",
    "del",        "details",  "dialog", "div",    "dl",       "dt",      "em",     "embed",   "fieldset", "figcaption",
    "figure",     "font",     "footer", "form",   "frame",    "h1",      "h2",     "h3",      "h4",       "h5",
    "h6",         "head",     "header", "hr",     "html",     "i",       "iframe", "img",     "input",    "ins",
    "kbd",        "label",    "legend", "li",     "link",     "main",    "map",    "mark",    "menu",     "meta",
    "nav",        "noscript", "object", "ol",     "optgroup", "option",  "p",      "picture", "pre",      "q",
    "rb",         "rp",       "rt",     "ruby",   "s",        "samp",    "script", "section", "select",   "small",
    "source",     "span",     "strong", "style",  "sub",      "summary", "sup",    "svg",     "table",    "tbody",
    "td",         "textarea", "tfoot",  "th",     "thead",    "time",    "title",  "tr",      "track",    "tt",
    "u",          "ul",       "var",    "video",  "wbr"};

}  // namespace

Tag tag_of(std::string_view name) {
  // Buckets by first letter: the table is sorted by name behind its two pseudo elements.
  static const auto k_first = [] {
    std::array<std::uint8_t, 28> first{};
    std::size_t at = 2;
    for (std::size_t letter = 0; letter < 27; ++letter) {
      first[letter] = static_cast<std::uint8_t>(at);
      while (at < k_tag_names.size() && k_tag_names[at][0] == static_cast<char>('a' + letter)) ++at;
    }
    first[27] = static_cast<std::uint8_t>(at);
    return first;
  }();
  if (name.empty() || name[0] < 'a' || name[0] > 'z') return Tag::other;
  const std::size_t letter = static_cast<std::size_t>(name[0] - 'a');
  for (std::size_t i = k_first[letter]; i < k_first[letter + 1]; ++i) {
    if (k_tag_names[i] == name) return static_cast<Tag>(i);
  }
  return Tag::other;
}

bool joins_words(Tag tag) {
  switch (tag) {
    case Tag::a:
    case Tag::abbr:
    case Tag::b:
    case Tag::cite:
    case Tag::code:
    case Tag::em:
    case Tag::font:
    case Tag::i:
    case Tag::ins:
    case Tag::kbd:
    case Tag::mark:
    case Tag::q:
    case Tag::s:
    case Tag::small:
    case Tag::span:
    case Tag::strong:
    case Tag::sub:
    case Tag::sup:
    case Tag::time:
    case Tag::u:
    case Tag::var:
    case Tag::wbr:
    case Tag::ruby:
    case Tag::rb:
    case Tag::del:
    case Tag::img:
      return true;
    default:
      return false;
  }
}

}  // namespace vigie::parsers
