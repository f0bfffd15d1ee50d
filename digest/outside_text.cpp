#include "digest/outside_text.h"

#include "model/text.h"
#include "model/url.h"

namespace vigie::digest {
namespace {

bool is_space(char32_t c) {
  return c == ' ' || (c >= 0x09 && c <= 0x0D) || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

/// Characters that draw nothing and can hide, reorder or break text. Joiners (U+200C, U+200D) stay: Persian, Indic
/// scripts and emoji need them.
bool is_harmful(char32_t c) {
  if (c < 0x20 || (c >= 0x7F && c <= 0x9F)) return true;
  if (c == 0xAD || c == 0x61C || c == 0x180E || c == 0x200B || c == 0x200E || c == 0x200F || c == 0xFEFF) return true;
  if ((c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F)) return true;
  if ((c >= 0xFFF0 && c <= 0xFFFC) || (c >= 0xE0000 && c <= 0xE0FFF)) return true;
  if ((c >= 0xD800 && c <= 0xDFFF) || (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE || c > 0x10FFFF)
    return true;
  return c >= 0xE000 && c <= 0xF8FF;
}

/// Marks that stack on a letter; the ranges that are used to flood a line.
bool is_stacking_mark(char32_t c) {
  return (c >= 0x300 && c <= 0x36F) || (c >= 0x483 && c <= 0x489) || (c >= 0x1AB0 && c <= 0x1AFF) ||
         (c >= 0x1DC0 && c <= 0x1DFF) || (c >= 0x20D0 && c <= 0x20FF) || (c >= 0xFE20 && c <= 0xFE2F);
}

constexpr int k_most_marks = 4;

bool is_rtl_letter(char32_t c) {
  return (c >= 0x590 && c <= 0x8FF) || (c >= 0xFB1D && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFE) ||
         (c >= 0x10800 && c <= 0x10FFF) || (c >= 0x1E800 && c <= 0x1EFFF);
}

bool is_ltr_letter(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0x58F) || (c >= 0x900 && c <= 0x1FFF) ||
         (c >= 0x2E80 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF);
}

class Cleaner {
 public:
  explicit Cleaner(std::size_t limit) : limit_(limit) {}

  /// False once the limit is reached.
  bool add(char32_t c) {
    if (is_space(c)) {
      space_ = !out_.empty();
      return true;
    }
    if (is_harmful(c)) return true;
    if (is_stacking_mark(c)) {
      if (out_.empty() || ++marks_ > k_most_marks) return true;
    } else {
      marks_ = 0;
    }
    if (count_ >= limit_) {
      out_ += "…";
      return false;
    }
    if (space_) {
      out_ += ' ';
      ++count_;
    }
    space_ = false;
    append_utf8(out_, c);
    ++count_;
    return true;
  }

  std::string take() { return std::move(out_); }

 private:
  std::string out_;
  std::size_t limit_;
  std::size_t count_ = 0;
  int marks_ = 0;
  bool space_ = false;
};

/// Where "www.", "scheme://" or "mailto:" would become a link of its own in GitHub's dialect.
bool begins_autolink(std::string_view text, std::size_t at) {
  const std::string_view before = text.substr(0, at);
  if (text[at] == ':') {
    const std::string lower = ascii_lower(before.substr(before.size() < 6 ? 0 : before.size() - 6));
    return text.substr(at).starts_with("://") || lower.ends_with("mailto") || lower.ends_with("xmpp");
  }
  return text[at] == '.' && before.size() >= 3 && ascii_lower(before.substr(before.size() - 3)) == "www";
}

/// Whether the character at `at` could begin a list where the text begins a line: "-", "+", "1.", "1)".
bool begins_list(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c == '-' || c == '+') return at == 0;
  if (c != '.' && c != ')') return false;
  return at > 0 && at <= 9 && text.substr(0, at).find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace

std::string clean_line(std::string_view text, std::size_t limit) {
  Cleaner cleaner(limit);
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (!cleaner.add(point.value)) break;
    at = point.next;
  }
  return cleaner.take();
}

std::string clean_paragraphs(std::string_view text, std::size_t limit) {
  std::string out;
  while (!text.empty() && limit > 0) {
    const std::size_t end = text.find("\n\n");
    const std::string paragraph = clean_line(text.substr(0, end), limit);
    if (!paragraph.empty()) {
      if (!out.empty()) out += "\n\n";
      out += paragraph;
      const std::size_t used = count_code_points(paragraph);
      limit = used >= limit ? 0 : limit - used;
    }
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 2);
  }
  return out;
}

std::string safe_link(std::string_view url) {
  constexpr std::size_t k_longest = 2000;  // browsers and mail programs cope with this
  if (url.size() > k_longest) return {};
  const Expected<Url> parsed = parse_url(url);
  if (!parsed || !parsed->userinfo.empty() || (parsed->scheme != "http" && parsed->scheme != "https")) return {};
  std::string out;
  for (char c : parsed->href()) {
    // Whatever could end an attribute, a Markdown or Slack destination or a line is percent-encoded besides what the
    // URL standard encodes.
    static constexpr std::string_view k_hex = "0123456789ABCDEF";
    const auto byte = static_cast<unsigned char>(c);
    if (byte <= 0x20 || byte >= 0x7F || std::string_view("\"<>\\^`{|}").find(c) != std::string_view::npos) {
      out += '%';
      out += k_hex[byte >> 4];
      out += k_hex[byte & 15];
    } else {
      out += c;
    }
  }
  return out;
}

std::string markdown_text(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '<' || c == '>') {
      out += c == '<' ? "&lt;" : "&gt;";
      continue;
    }
    const bool always = std::string_view("\\`*_{}[]#|~$@&^=!").find(c) != std::string_view::npos;
    if (always || begins_autolink(text, at) || begins_list(text, at)) out += '\\';
    out += c;
  }
  return out;
}

std::string html_text(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 8);
  for (char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      case '{':
        out += "&#123;";
        break;
      case '}':
        out += "&#125;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string xml_text(std::string_view text) {
  std::string legal;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    const char32_t c = point.value;
    const bool allowed =
        c == 0x9 || c == 0xA || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
    if (allowed) append_utf8(legal, c);
    at = point.next;
  }
  return html_text(legal);
}

bool is_right_to_left(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (is_rtl_letter(point.value)) return true;
    if (is_ltr_letter(point.value)) return false;
    at = point.next;
  }
  return false;
}

bool has_right_to_left(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (is_rtl_letter(point.value)) return true;
    at = point.next;
  }
  return false;
}

}  // namespace vigie::digest
