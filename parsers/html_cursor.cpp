#include "parsers/html_cursor.h"

#include "model/text.h"

namespace vigie::parsers {
namespace {

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

}  // namespace

void HtmlCursor::skip_past(char c) {
  const std::size_t end = page.find(c, at);
  at = end == std::string_view::npos ? page.size() : end + 1;
}

void HtmlCursor::skip_comment() {
  const std::string_view rest = page.substr(at);
  if (rest.starts_with("<!-->")) {
    at += 5;
  } else if (rest.starts_with("<!--->")) {
    at += 6;
  } else {
    const std::size_t end = rest.find("-->", 4);
    const std::size_t bang = rest.substr(0, end).find("--!>", 4);
    if (bang != std::string_view::npos) {
      at += bang + 4;
    } else {
      at = end == std::string_view::npos ? page.size() : at + end + 3;
    }
  }
}

void HtmlCursor::skip_svg() {
  int open = 1;
  while (at < page.size() && open > 0) {
    const std::size_t tag = page.find('<', at);
    if (tag == std::string_view::npos) {
      at = page.size();
      return;
    }
    const bool end = page.substr(tag, 2) == "</";
    const std::string_view element = page.substr(tag + (end ? 2 : 1), 3);
    at = tag + 1;
    if (!equals_ignoring_ascii_case(element, "svg")) continue;
    skip_past('>');
    if (end) {
      --open;
    } else if (page[at - 2] != '/') {
      ++open;
    }
  }
}

void HtmlCursor::skip_element() {
  const std::size_t end = find_end_tag(name, at);
  if (end == page.size()) return;  // never closed: its content is the page
  at = end;
  skip_past('>');
}

void HtmlCursor::read_name() {
  name.clear();
  while (at < page.size() && !is_space(page[at]) && page[at] != '/' && page[at] != '>') {
    if (name.size() < 64) name.push_back(lower(page[at]));
    ++at;
  }
}

bool HtmlCursor::read_attributes() {
  count_ = 0;
  for (;;) {
    while (at < page.size() && (is_space(page[at]) || page[at] == '/')) ++at;
    if (at >= page.size()) return false;
    if (page[at] == '>') {
      ++at;
      return true;
    }
    const std::size_t begin = at;
    ++at;  // a leading "=" belongs to the name
    while (at < page.size() && !is_space(page[at]) && page[at] != '/' && page[at] != '>' && page[at] != '=') ++at;
    Attribute attribute{page.substr(begin, at - begin), {}};
    std::size_t look = at;
    while (look < page.size() && is_space(page[look])) ++look;
    if (look < page.size() && page[look] == '=') {
      at = look + 1;
      if (!read_value(attribute.value)) return false;
    }
    if (count_ < attributes_.size()) attributes_[count_++] = attribute;
  }
}

std::string_view HtmlCursor::attribute(std::string_view wanted) const {
  for (std::size_t i = 0; i < count_; ++i) {
    if (equals_ignoring_ascii_case(attributes_[i].name, wanted)) return attributes_[i].value;
  }
  return {};
}

std::size_t HtmlCursor::find_end_tag(std::string_view element, std::size_t from) const {
  while (from < page.size()) {
    const std::size_t tag = page.find("</", from);
    if (tag == std::string_view::npos) return page.size();
    const std::string_view found = page.substr(tag + 2, element.size());
    const std::size_t behind = tag + 2 + element.size();
    if (equals_ignoring_ascii_case(found, element) &&
        (behind >= page.size() || is_space(page[behind]) || page[behind] == '>' || page[behind] == '/')) {
      return tag;
    }
    from = tag + 2;
  }
  return page.size();
}

bool HtmlCursor::read_value(std::string_view& value) {
  while (at < page.size() && is_space(page[at])) ++at;
  if (at >= page.size()) return false;
  const char quote = page[at];
  if (quote == '"' || quote == '\'') {
    const std::size_t end = page.find(quote, at + 1);
    if (end == std::string_view::npos) {
      at = page.size();
      return false;
    }
    value = page.substr(at + 1, end - at - 1);
    at = end + 1;
    return true;
  }
  const std::size_t begin = at;
  while (at < page.size() && !is_space(page[at]) && page[at] != '>') ++at;
  value = page.substr(begin, at - begin);
  return at < page.size();
}

}  // namespace vigie::parsers
