#include "parsers/charset_declared.h"

#include <algorithm>
#include <vector>

#include "model/text.h"
#include "parsers/charset.h"
#include "parsers/charset_decode.h"

namespace vigie::parsers {
namespace {

constexpr std::size_t k_none = std::string_view::npos;
constexpr std::size_t k_prescan_bytes = 16384;
constexpr std::size_t k_xml_declaration_bytes = 1024;

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }

// The value behind "charset" in a meta element's content, by the standard's algorithm.
std::optional<std::string> charset_in_content(std::string_view content) {
  const std::string folded = ascii_lower(content);
  for (std::size_t at = folded.find("charset"); at != k_none; at = folded.find("charset", at)) {
    at += 7;
    while (at < folded.size() && is_space(folded[at])) ++at;
    if (at >= folded.size() || folded[at] != '=') continue;
    ++at;
    while (at < folded.size() && is_space(folded[at])) ++at;
    if (at >= folded.size()) return std::nullopt;
    if (folded[at] == '"' || folded[at] == '\'') {
      const std::size_t close = folded.find(folded[at], at + 1);
      if (close == k_none) return std::nullopt;
      return encoding_for_label(std::string_view(folded).substr(at + 1, close - at - 1));
    }
    const std::size_t end = folded.find_first_of(" \t\r\n\f;", at);
    return encoding_for_label(std::string_view(folded).substr(at, end == k_none ? k_none : end - at));
  }
  return std::nullopt;
}

struct Attribute {
  std::string name;
  std::string value;
};

class Prescan {
 public:
  explicit Prescan(std::string_view bytes) : bytes_(bytes.substr(0, k_prescan_bytes)) {}

  std::optional<std::string> run() {
    while (at_ < bytes_.size()) {
      if (starts("<!--")) {
        // "<!-->" is a whole comment.
        const std::size_t end = bytes_.find("-->", at_ + 2);
        if (end == k_none) return std::nullopt;
        at_ = end + 3;
      } else if (starts_meta()) {
        at_ += 6;
        if (std::optional<std::string> found = read_meta()) return found;
        ++at_;
      } else if (starts_tag()) {
        at_ = std::min(bytes_.find_first_of(" \t\r\n\f>", at_), bytes_.size());
        Attribute attribute;
        while (next_attribute(attribute)) {
        }
        ++at_;
      } else if (starts("<!") || starts("</") || starts("<?")) {
        const std::size_t end = bytes_.find('>', at_);
        if (end == k_none) return std::nullopt;
        at_ = end + 1;
      } else {
        at_ = std::min(bytes_.find('<', at_ + 1), bytes_.size());
      }
    }
    return std::nullopt;
  }

 private:
  bool starts(std::string_view mark) const { return bytes_.substr(at_).starts_with(mark); }

  bool starts_meta() const {
    const std::string_view rest = bytes_.substr(at_, 6);
    return rest.size() == 6 && equals_ignoring_ascii_case(rest.substr(0, 5), "<meta") &&
           (is_space(rest[5]) || rest[5] == '/');
  }

  bool starts_tag() const {
    const std::string_view rest = bytes_.substr(at_, 3);
    if (rest.size() < 2 || rest[0] != '<') return false;
    return is_letter(rest[1]) || (rest.size() == 3 && rest[1] == '/' && is_letter(rest[2]));
  }

  std::optional<std::string> read_meta() {
    std::vector<std::string> seen;
    bool pragma = false;
    std::optional<bool> needs_pragma;
    std::optional<std::string> encoding;
    Attribute attribute;
    while (next_attribute(attribute)) {
      if (std::find(seen.begin(), seen.end(), attribute.name) != seen.end()) continue;
      seen.push_back(attribute.name);
      if (attribute.name == "http-equiv") {
        pragma = pragma || attribute.value == "content-type";
      } else if (attribute.name == "content") {
        std::optional<std::string> found = charset_in_content(attribute.value);
        if (found && !encoding) {
          encoding = std::move(found);
          needs_pragma = true;
        }
      } else if (attribute.name == "charset") {
        encoding = encoding_for_label(attribute.value);
        needs_pragma = false;
      }
    }
    // A meta element the document breaks off in says nothing.
    if (at_ >= bytes_.size() || !needs_pragma || (*needs_pragma && !pragma) || !encoding) return std::nullopt;
    if (encoding->starts_with("utf-16")) return "utf-8";
    if (*encoding == "x-user-defined") return "windows-1252";
    return encoding;
  }

  // The standard's "get an attribute"; false at the end of the tag or of the bytes.
  bool next_attribute(Attribute& attribute) {
    attribute = {};
    while (at_ < bytes_.size() && (is_space(bytes_[at_]) || bytes_[at_] == '/')) ++at_;
    if (at_ >= bytes_.size() || bytes_[at_] == '>') return false;
    for (;; ++at_) {
      if (at_ >= bytes_.size()) return false;
      const char c = bytes_[at_];
      if (c == '=' && !attribute.name.empty()) break;
      if (is_space(c)) {
        while (at_ < bytes_.size() && is_space(bytes_[at_])) ++at_;
        if (at_ >= bytes_.size()) return false;
        if (bytes_[at_] != '=') return true;
        break;
      }
      if (c == '/' || c == '>') return true;
      attribute.name += lower(c);
    }
    ++at_;
    while (at_ < bytes_.size() && is_space(bytes_[at_])) ++at_;
    if (at_ >= bytes_.size()) return false;
    return read_value(attribute.value);
  }

  bool read_value(std::string& value) {
    const char quote = bytes_[at_];
    if (quote == '"' || quote == '\'') {
      for (++at_; at_ < bytes_.size() && bytes_[at_] != quote; ++at_) value += lower(bytes_[at_]);
      if (at_ < bytes_.size()) ++at_;
      return at_ < bytes_.size();
    }
    for (; at_ < bytes_.size() && !is_space(bytes_[at_]) && bytes_[at_] != '>'; ++at_) value += lower(bytes_[at_]);
    return at_ < bytes_.size();
  }

  std::string_view bytes_;
  std::size_t at_ = 0;
};

// Encoding families told apart by how "<?" or "<x" looks in them.
std::optional<std::string> family_of(std::string_view bytes) {
  if (bytes.size() < 4) return std::nullopt;
  const std::string_view four = bytes.substr(0, 4);
  using namespace std::string_view_literals;
  if (four == "\0\0\0<"sv) return "utf-32be";
  if (four == "<\0\0\0"sv) return "utf-32le";
  if (four[0] == '\0' && four[1] == '<' && four[2] == '\0' && four[3] != '\0') return "utf-16be";
  if (four[0] == '<' && four[1] == '\0' && four[2] != '\0' && four[3] == '\0') return "utf-16le";
  return std::nullopt;
}

bool is_ebcdic(std::string_view bytes) { return bytes.starts_with("\x4C\x6F\xA7\x94"); }

std::string_view declared_name(std::string_view declaration) {
  const std::size_t end = declaration.find("?>");
  declaration = declaration.substr(0, end == k_none ? declaration.find('>') : end);
  std::size_t at = declaration.find("encoding");
  if (at == k_none) return {};
  at += 8;
  while (at < declaration.size() && (is_space(declaration[at]) || declaration[at] == '=')) ++at;
  if (at >= declaration.size()) return {};
  const char quote = declaration[at];
  if (quote != '"' && quote != '\'') {
    return declaration.substr(at, declaration.find_first_of(" \t\r\n?>", at) - at);
  }
  const std::size_t close = declaration.find(quote, at + 1);
  return close == k_none ? std::string_view() : declaration.substr(at + 1, close - at - 1);
}

}  // namespace

std::optional<ByteOrderMark> byte_order_mark(std::string_view bytes) {
  using namespace std::string_view_literals;
  if (bytes.starts_with("\xEF\xBB\xBF")) return ByteOrderMark{"utf-8", 3};
  if (bytes.starts_with("\xFF\xFE\0\0"sv)) return ByteOrderMark{"utf-32le", 4};
  if (bytes.starts_with("\0\0\xFE\xFF"sv)) return ByteOrderMark{"utf-32be", 4};
  if (bytes.starts_with("\xFE\xFF")) return ByteOrderMark{"utf-16be", 2};
  if (bytes.starts_with("\xFF\xFE")) return ByteOrderMark{"utf-16le", 2};
  return std::nullopt;
}

std::optional<std::string> any_encoding_for_label(std::string_view label) {
  if (std::optional<std::string> known = encoding_for_label(label)) {
    return *known == "replacement" ? std::nullopt : known;
  }
  std::string name = ascii_lower(trim_ascii(label));
  std::string dashed = name;
  std::replace(dashed.begin(), dashed.end(), '_', '-');
  if (std::optional<std::string> known = encoding_for_label(dashed)) return known;
  if (dashed == "u8" || dashed == "utf") return "utf-8";
  if (dashed == "u16" || dashed == "ucs-2" || dashed == "iso-10646-ucs-2") return "utf-16le";
  if (dashed == "utf-32be" || dashed == "utf-32le") return dashed;
  if (dashed == "utf-32" || dashed == "ucs-4" || dashed == "u32") return "utf-32le";
  // Code page numbers alone, and Python's and Java's ways to write the names.
  for (const std::string& spelling : {name, dashed, "cp" + name, "ibm" + name}) {
    if (iconv_knows(spelling)) return spelling;
  }
  return std::nullopt;
}

std::optional<std::string> encoding_of_content_type(std::string_view content_type) {
  const std::string folded = ascii_lower(content_type);
  for (std::size_t at = folded.find("charset"); at != k_none; at = folded.find("charset", at)) {
    at += 7;
    while (at < folded.size() && is_space(folded[at])) ++at;
    if (at >= folded.size() || folded[at] != '=') continue;
    const std::string_view rest = trim_ascii(std::string_view(folded).substr(at + 1));
    if (rest.empty()) return std::nullopt;
    const bool quoted = rest[0] == '"' || rest[0] == '\'';
    const std::size_t end = rest.find_first_of(quoted ? rest.substr(0, 1) : std::string_view(" ;,\t"), quoted ? 1 : 0);
    const std::size_t begin = quoted ? 1 : 0;
    return any_encoding_for_label(rest.substr(begin, end == k_none ? k_none : end - begin));
  }
  return std::nullopt;
}

std::optional<std::string> encoding_of_xml(std::string_view bytes) {
  if (std::optional<std::string> family = family_of(bytes)) return family;
  if (is_ebcdic(bytes)) {
    const Transcoded head = transcode(bytes.substr(0, 256), "IBM037");
    const std::string_view name = declared_name(head.text);
    return iconv_knows(name) ? ascii_lower(name) : "ibm037";
  }
  const std::size_t open = bytes.substr(0, k_xml_declaration_bytes).find("<?xml");
  if (open == k_none) return std::nullopt;
  std::optional<std::string> declared =
      any_encoding_for_label(declared_name(bytes.substr(open, k_xml_declaration_bytes)));
  // Bytes in which "<?xml" can be read one by one are in no encoding of two or four bytes a character.
  if (declared && (declared->starts_with("utf-16") || declared->starts_with("utf-32"))) return "utf-8";
  return declared;
}

std::optional<std::string> encoding_of_html(std::string_view bytes) { return Prescan(bytes).run(); }

}  // namespace vigie::parsers
