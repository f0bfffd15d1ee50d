#include "parsers/xml_scanner.h"

#include <algorithm>

#include "model/text.h"
#include "parsers/byte_search.h"
#include "parsers/entities.h"

namespace vigie::parsers {
namespace {

constexpr std::size_t k_none = std::string_view::npos;
constexpr std::size_t k_max_attributes = 256;
constexpr std::size_t k_max_entities = 64;
constexpr std::size_t k_max_entity_bytes = 512;
constexpr std::size_t k_max_quoted_bytes = 64u << 10;  // of one attribute value; longer ones have lost their quote
constexpr std::string_view k_cdata_open = "<![CDATA[";
constexpr std::string_view k_cdata_close = "]]>";

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }

// XML has names in any script; those of feeds are ASCII, and a stray byte behind "<" is never one.
bool is_name_start(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

bool is_name_end(char c) { return is_space(c) || c == '>' || c == '/' || c == '<'; }

// Offset of the ">" that closes a tag whose attributes begin at `from`; a quoted value may hold one.
std::size_t find_tag_end(std::string_view text, std::size_t from) {
  for (std::size_t at = from; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '>') return at;
    if (c == '<') return at - 1;  // a tag that never closes ends before the next one
    if (c != '"' && c != '\'') continue;
    if (at == from || text[at - 1] == '=' || is_space(text[at - 1])) {
      const std::size_t close = text.substr(at + 1, k_max_quoted_bytes).find(c);
      if (close == k_none) return std::min(text.find('>', at), text.size() - 1);
      at += close + 1;
    }
  }
  return text.size() - 1;
}

}  // namespace

XmlTag XmlScanner::next() {
  while (at_ < text_.size()) {
    const std::size_t open = text_.find('<', at_);
    if (open == k_none || open + 1 >= text_.size()) break;
    const char c = text_[open + 1];
    if (c == '!') {
      at_ = skip_declaration(open);
    } else if (c == '?') {
      at_ = behind("?>", open + 2, no_instruction_end_);
    } else if (const std::optional<XmlTag> tag = read_tag(open)) {
      at_ = tag->end;
      return *tag;
    } else {
      at_ = open + 1;
    }
  }
  at_ = text_.size();
  return {XmlTag::Kind::done, {}, {}, text_.size(), text_.size()};
}

std::optional<XmlTag> XmlScanner::read_tag(std::size_t open) {
  XmlTag tag;
  tag.begin = open;
  std::size_t at = open + 1;
  tag.kind = text_[at] == '/' ? XmlTag::Kind::end : XmlTag::Kind::start;
  if (tag.kind == XmlTag::Kind::end) ++at;
  if (at >= text_.size() || !is_name_start(text_[at])) return std::nullopt;
  const std::size_t name_begin = at;
  while (at < text_.size() && !is_name_end(text_[at])) ++at;
  tag.name = text_.substr(name_begin, at - name_begin);
  const std::size_t close = find_tag_end(text_, at);
  tag.end = close + 1;
  tag.attributes = at < tag.end ? text_.substr(at, close - at + (text_[close] == '>' ? 0 : 1)) : std::string_view();
  if (tag.kind == XmlTag::Kind::start && text_[close] == '>' && text_[close - 1] == '/') {
    tag.kind = XmlTag::Kind::empty;
    if (!tag.attributes.empty()) tag.attributes.remove_suffix(1);
  }
  return tag;
}

std::size_t XmlScanner::behind(std::string_view mark, std::size_t from, bool& missing) const {
  if (!missing) {
    const std::size_t found = text_.find(mark, from);
    if (found != k_none) return found + mark.size();
    missing = true;
  }
  const std::size_t bracket = text_.find('>', from);
  return bracket == k_none ? text_.size() : bracket + 1;
}

std::size_t XmlScanner::skip_declaration(std::size_t open) {
  const std::string_view rest = text_.substr(open);
  if (rest.starts_with("<!--")) return behind("-->", open + 4, no_comment_end_);
  if (rest.starts_with(k_cdata_open)) {
    if (no_cdata_end_) return text_.size();
    const std::size_t end = text_.find(k_cdata_close, open + k_cdata_open.size());
    no_cdata_end_ = end == k_none;
    return no_cdata_end_ ? text_.size() : end + k_cdata_close.size();
  }
  const std::size_t stop = text_.find_first_of("[>", open);
  if (stop == k_none) return text_.size();
  if (text_[stop] == '>') return stop + 1;
  const std::size_t subset_end = text_.find(']', stop);
  if (subset_end == k_none) return stop + 1;
  read_entities(text_.substr(stop + 1, subset_end - stop - 1));
  const std::size_t close = text_.find('>', subset_end);
  return close == k_none ? text_.size() : close + 1;
}

void XmlScanner::read_entities(std::string_view subset) {
  constexpr std::string_view k_keyword = "<!ENTITY";
  while (entities_.size() < k_max_entities) {
    const std::size_t found = subset.find(k_keyword);
    if (found == k_none) return;
    subset.remove_prefix(found + k_keyword.size());
    const std::string_view declaration = trim_ascii(subset.substr(0, subset.find('>')));
    const std::size_t name_end = declaration.find_first_of(" \t\r\n");
    if (name_end == k_none) continue;
    const std::string_view value = trim_ascii(declaration.substr(name_end));
    if (value.size() < 2 || (value[0] != '"' && value[0] != '\'') || value.back() != value[0]) continue;
    const std::string_view inner = value.substr(1, value.size() - 2);
    if (inner.size() > k_max_entity_bytes || inner.find('<') != k_none) continue;
    // Only character references are decoded: an entity that names another one stays as it is written.
    entities_.emplace_back(std::string(declaration.substr(0, name_end)), decode_references(inner, ReferencePlace::xml));
  }
}

void for_each_attribute(std::string_view attributes,
                        const std::function<void(std::string_view, std::string_view)>& visit) {
  std::size_t at = 0;
  const auto skip_space = [&] {
    while (at < attributes.size() && (is_space(attributes[at]) || attributes[at] == '/')) ++at;
  };
  for (std::size_t count = 0; count < k_max_attributes; ++count) {
    skip_space();
    if (at >= attributes.size()) return;
    const std::size_t name_begin = at;
    while (at < attributes.size() && attributes[at] != '=' && !is_space(attributes[at])) ++at;
    const std::string_view name = attributes.substr(name_begin, at - name_begin);
    while (at < attributes.size() && is_space(attributes[at])) ++at;
    if (at >= attributes.size() || attributes[at] != '=') {
      if (!name.empty()) visit(name, {});
      continue;
    }
    ++at;
    while (at < attributes.size() && is_space(attributes[at])) ++at;
    if (at >= attributes.size()) return visit(name, {});
    const char quote = attributes[at];
    std::size_t value_begin = at;
    std::size_t value_end = k_none;
    if (quote == '"' || quote == '\'') {
      value_begin = at + 1;
      value_end = attributes.find(quote, value_begin);
      at = value_end == k_none ? attributes.size() : value_end + 1;
    } else {
      while (at < attributes.size() && !is_space(attributes[at])) ++at;
      value_end = at;
    }
    visit(name, attributes.substr(value_begin, value_end == k_none ? k_none : value_end - value_begin));
  }
}

std::optional<std::string> attribute(const XmlTag& tag, std::string_view name) {
  if (tag.attributes.size() <= name.size()) return std::nullopt;
  std::optional<std::string> found;
  for_each_attribute(tag.attributes, [&](std::string_view key, std::string_view raw) {
    if (!found && equals_ignoring_ascii_case(key, name)) found = decode_references(raw, ReferencePlace::html_attribute);
  });
  return found;
}

namespace {

const std::string* find_entity(std::string_view text, const XmlEntities& entities, std::size_t& length) {
  for (const auto& [name, value] : entities) {
    if (text.size() > name.size() + 1 && text[name.size() + 1] == ';' && text.substr(1, name.size()) == name) {
      length = name.size() + 2;
      return &value;
    }
  }
  return nullptr;
}

// Cuts a comment, CDATA section or instruction off the front of `raw`; returns CDATA's text.
std::string_view take_markup(std::string_view& raw) {
  const auto take = [&](std::string_view open, std::string_view close) {
    const std::size_t end = raw.find(close, open.size());
    const std::string_view inner = raw.substr(open.size(), end == k_none ? k_none : end - open.size());
    raw.remove_prefix(end == k_none ? raw.size() : end + close.size());
    return inner;
  };
  if (raw.starts_with(k_cdata_open)) return take(k_cdata_open, k_cdata_close);
  take(raw.starts_with("<!--") ? "<!--" : "<?", raw.starts_with("<!--") ? "-->" : "?>");
  return {};
}

bool opens_markup(std::string_view raw) {
  return raw.starts_with(k_cdata_open) || raw.starts_with("<!--") || raw.starts_with("<?");
}

}  // namespace

std::string decode_xml(std::string_view raw, const XmlEntities& entities) {
  std::string out;
  out.reserve(raw.size());
  while (!raw.empty()) {
    const std::size_t stop = find_either(raw, '&', '<');
    out.append(raw.substr(0, stop));
    raw.remove_prefix(stop);
    if (raw.empty()) break;
    if (raw[0] == '<') {
      if (opens_markup(raw)) {
        out.append(take_markup(raw));
      } else {
        out += '<';
        raw.remove_prefix(1);
      }
      continue;
    }
    std::size_t length = 0;
    if (const std::string* value = find_entity(raw, entities, length)) {
      out += *value;
    } else {
      length = read_reference(raw, ReferencePlace::xml, out);
      if (length == 0) out += '&';
    }
    raw.remove_prefix(std::max<std::size_t>(length, 1));
  }
  return out;
}

std::string inline_markup(std::string_view raw, const XmlEntities& entities) {
  std::string out;
  out.reserve(raw.size());
  while (!raw.empty()) {
    const std::size_t stop = find_either(raw, entities.empty() ? '<' : '&', '<');
    out.append(raw.substr(0, stop));
    raw.remove_prefix(stop);
    if (raw.empty()) break;
    std::size_t length = 0;
    if (opens_markup(raw)) {
      out.append(escape_html(take_markup(raw)));
    } else if (const std::string* value = raw[0] == '&' ? find_entity(raw, entities, length) : nullptr) {
      out.append(escape_html(*value));
      raw.remove_prefix(length);
    } else {
      out += raw[0];
      raw.remove_prefix(1);
    }
  }
  return out;
}

}  // namespace vigie::parsers
