#include "parsers/plain_text.h"

#include <algorithm>
#include <array>

#include "model/text.h"
#include "parsers/byte_search.h"
#include "parsers/entities.h"
#include "parsers/html_names.h"

namespace vigie::parsers {
namespace {

constexpr std::size_t k_none = std::string_view::npos;

enum ByteClass : unsigned char { k_ordinary, k_white, k_control, k_lead_of_white };

// C2, E2 and E3 begin the UTF-8 of some white space (U+00A0, U+2028, U+3000).
constexpr std::array<ByteClass, 256> k_byte_classes = [] {
  std::array<ByteClass, 256> classes{};
  for (std::size_t c = 0; c < 0x20; ++c) classes[c] = k_control;
  for (const char c : {' ', '\t', '\n', '\r', '\f', '\v'}) classes[static_cast<unsigned char>(c)] = k_white;
  classes[0x7F] = k_control;
  for (const int c : {0xC2, 0xE2, 0xE3}) classes[static_cast<std::size_t>(c)] = k_lead_of_white;
  return classes;
}();

std::size_t length_of_wide_space(std::string_view text) {
  if (text.starts_with("\xC2\xA0")) return 2;
  if (text.starts_with("\xE3\x80\x80") || text.starts_with("\xE2\x80\xA8") || text.starts_with("\xE2\x80\xA9") ||
      text.starts_with("\xE2\x80\xAF")) {
    return 3;
  }
  return 0;
}

// Collects words, collapsing what is between them.
class Words {
 public:
  explicit Words(std::size_t expected) { out_.reserve(expected); }

  void add(std::string_view text) {
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size();) {
      const ByteClass kind = k_byte_classes[static_cast<unsigned char>(text[at])];
      if (kind == k_ordinary) {
        ++at;
        continue;
      }
      const std::size_t wide = kind == k_lead_of_white ? length_of_wide_space(text.substr(at)) : 0;
      if (kind == k_lead_of_white && wide == 0) {
        ++at;
        continue;
      }
      flush(text.substr(begin, at - begin));
      if (kind != k_control) space_ = true;
      at += std::max<std::size_t>(wide, 1);
      begin = at;
    }
    flush(text.substr(begin));
  }

  void space() { space_ = true; }
  void add_line_feed() { breaks_ = std::min(breaks_ + 1, 2); }
  void end_line() { breaks_ = std::max(breaks_, 1); }
  void end_paragraph() { breaks_ = 2; }
  std::string take() { return nfc(out_); }

 private:
  void flush(std::string_view word) {
    if (word.empty()) return;
    if (!out_.empty()) {
      if (breaks_ > 0) {
        out_.append(static_cast<std::size_t>(breaks_), '\n');
      } else if (space_) {
        out_ += ' ';
      }
    }
    space_ = false;
    breaks_ = 0;
    out_.append(word);
  }

  std::string out_;
  bool space_ = false;
  int breaks_ = 0;
};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }

struct Tag {
  std::array<char, k_longest_element_name> buffer;
  std::string_view name;  // lower case, into buffer; empty when longer than any known one
  std::string_view written;
  bool closing = false;
  bool bare = false;  // no attributes
  std::size_t length = 0;
};

class Reader {
 public:
  Reader(std::string_view html, UnknownTags unknown) : html_(html), unknown_(unknown), words_(html.size()) {}

  std::string read() {
    while (at_ < html_.size()) {
      const std::size_t stop = std::min(find_either(html_, '<', '&', at_), cdata_end_);
      words_.add(html_.substr(at_, stop - at_));
      at_ = stop;
      if (at_ >= html_.size()) break;
      if (at_ >= cdata_end_) {
        at_ = std::min(std::max(at_, cdata_end_ + 3), html_.size());
        cdata_end_ = k_none;
        continue;
      }
      if (html_[at_] == '&') {
        reference();
      } else {
        markup();
      }
    }
    return words_.take();
  }

 private:
  void literal(std::size_t length) {
    words_.add(html_.substr(at_, length));
    at_ += length;
  }

  void reference() {
    buffer_.clear();
    const std::size_t length = read_reference(html_.substr(at_), ReferencePlace::html_text, buffer_);
    if (length == 0) return literal(1);
    words_.add(buffer_);
    at_ += length;
  }

  void markup() {
    if (at_ + 1 >= html_.size()) return literal(1);
    const char c = html_[at_ + 1];
    if (c == '!' || c == '?') return declaration();
    if (!is_letter(c) && !(c == '/' && at_ + 2 < html_.size() && is_letter(html_[at_ + 2]))) return literal(1);
    Tag tag;
    if (!read_tag(tag)) return literal(1);
    const TextFlow flow = tag.name.empty() ? TextFlow::unknown : text_flow(tag.name);
    if (flow == TextFlow::unknown && unknown_ == UnknownTags::keep && reads_as_text(tag)) return literal(tag.length);
    at_ += tag.length;
    if (flow == TextFlow::unread && !tag.closing) return skip_element(tag.name);
    if (flow == TextFlow::space) words_.space();
    if (flow == TextFlow::line) tag.name == "br" ? words_.add_line_feed() : words_.end_line();
    if (flow == TextFlow::paragraph) words_.end_paragraph();
  }

  // A comment, a document type, an instruction. What never closes is text, so that nothing behind it is lost.
  void declaration() {
    const bool comment = html_.substr(at_).starts_with("<!--");
    std::size_t end = comment ? find_once("-->", at_ + 2, no_comment_end_) : k_none;
    const std::size_t mark = end == k_none ? 1 : 3;
    if (end == k_none) end = find_once(">", at_ + 2, no_bracket_);
    if (end == k_none) return literal(comment ? 4 : 2);
    if (html_.substr(at_).starts_with("<![CDATA[")) {
      // A section inside a section is a mistake of whoever wrote the feed; its content is meant to be read.
      at_ += 9;
      cdata_end_ = find_once("]]>", at_, no_cdata_end_);
      return;
    }
    at_ = end + mark;
  }

  std::size_t find_once(std::string_view mark, std::size_t from, bool& missing) const {
    if (missing) return k_none;
    const std::size_t found = html_.find(mark, from);
    missing = found == k_none;
    return found;
  }

  bool read_tag(Tag& tag) {
    std::size_t at = at_ + 1;
    tag.closing = html_[at] == '/';
    if (tag.closing) ++at;
    const std::size_t begin = at;
    while (at < html_.size() && !is_space(html_[at]) && html_[at] != '>' && html_[at] != '/') ++at;
    tag.written = html_.substr(begin, at - begin);
    if (tag.written.size() <= tag.buffer.size()) {
      std::transform(tag.written.begin(), tag.written.end(), tag.buffer.begin(),
                     [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
      tag.name = std::string_view(tag.buffer.data(), tag.written.size());
    }
    const std::size_t end = find_end(at);
    if (end == k_none) return false;
    tag.bare = end == at || (end == at + 1 && html_[at] == '/');
    tag.length = end + 1 - at_;
    return true;
  }

  std::size_t find_end(std::size_t from) {
    for (std::size_t at = from; at < html_.size(); ++at) {
      const char c = html_[at];
      if (c == '>') return at;
      if ((c != '"' && c != '\'') || at == from || (html_[at - 1] != '=' && !is_space(html_[at - 1]))) continue;
      const std::size_t close = find_once(c == '"' ? "\"" : "'", at + 1, c == '"' ? no_double_quote_ : no_quote_);
      if (close == k_none) return find_once(">", at, no_bracket_);
      at = close;
    }
    return k_none;
  }

  // "<gorilla>" in "Nice <gorilla> what's he weigh?", but not "<my-widget>", "<o:p>" nor a pair with its closing tag.
  bool reads_as_text(const Tag& tag) const {
    if (tag.closing || !tag.bare) return false;
    if (!std::all_of(tag.written.begin(), tag.written.end(), is_letter)) return false;
    constexpr std::size_t k_reach = 1024;
    const std::string closing = "</" + std::string(tag.written) + ">";
    return html_.substr(at_, k_reach).find(closing) == k_none;
  }

  void skip_element(std::string_view name) {
    for (std::size_t at = html_.find("</", at_); at != k_none; at = html_.find("</", at + 2)) {
      const std::string_view rest = html_.substr(at + 2, name.size());
      if (!equals_ignoring_ascii_case(rest, name)) continue;
      const std::size_t end = html_.find('>', at);
      at_ = end == k_none ? html_.size() : end + 1;
      return;
    }
    at_ = html_.size();
  }

  std::string_view html_;
  UnknownTags unknown_;
  std::size_t at_ = 0;
  Words words_;
  std::string buffer_;
  std::size_t cdata_end_ = k_none;
  bool no_cdata_end_ = false;
  bool no_comment_end_ = false;  // what was searched for once and does not come is not searched for again
  bool no_bracket_ = false;
  bool no_quote_ = false;
  bool no_double_quote_ = false;
};

}  // namespace

std::string plain_text(std::string_view html_fragment, UnknownTags unknown) {
  return Reader(html_fragment, unknown).read();
}

std::string one_line(std::string_view text) {
  Words words(text.size());
  words.add(text);
  return words.take();
}

std::string tidy_lines(std::string_view text) {
  Words words(text.size());
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    words.add(text.substr(0, end));
    if (end < text.size()) words.add_line_feed();
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words.take();
}

std::string join_lines(std::string text) {
  std::size_t kept = 0;
  for (const char c : text) {
    if (c == '\n' && kept > 0 && text[kept - 1] == ' ') continue;
    text[kept++] = c == '\n' ? ' ' : c;
  }
  text.resize(kept);
  return text;
}

namespace {

// A "<" that opens or closes a known element.
struct KnownTag {
  std::string name;  // lower case
  bool closing = false;
  bool attributes = false;
};

// Calls `visit` for each known tag of `text` until it returns true; whether it did.
template <typename Visit>
bool any_known_tag(std::string_view text, Visit visit) {
  for (std::size_t at = text.find('<'); at != k_none; at = text.find('<', at + 1)) {
    std::size_t begin = at + 1;
    KnownTag tag;
    tag.closing = begin < text.size() && text[begin] == '/';
    if (tag.closing) ++begin;
    std::size_t end = begin;
    while (end < text.size() && (is_letter(text[end]) || (text[end] >= '1' && text[end] <= '6'))) ++end;
    if (end == begin || end - begin > k_longest_element_name || end >= text.size()) continue;
    if (text[end] != '>' && text[end] != '/' && !is_space(text[end])) continue;
    tag.name = ascii_lower(text.substr(begin, end - begin));
    if (text_flow(tag.name) == TextFlow::unknown) continue;
    const std::string_view rest = text.substr(end, 64);
    tag.attributes = is_space(text[end]) && rest.find("=\"") < rest.find('>');
    if (visit(tag)) return true;
  }
  return false;
}

}  // namespace

bool looks_like_html(std::string_view text) {
  return any_known_tag(text, [](const KnownTag& tag) {
    return tag.closing || tag.name == "br" || tag.name == "p" || tag.name == "img" || tag.name == "hr";
  });
}

bool is_escaped_html(std::string_view text) {
  int closings = 0;
  return any_known_tag(text, [&](const KnownTag& tag) { return tag.attributes || (tag.closing && ++closings >= 2); });
}

}  // namespace vigie::parsers
