#include "parsers/html_strip.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "model/text.h"
#include "parsers/html_cursor.h"
#include "parsers/html_elements.h"

namespace vigie::parsers {
namespace {

constexpr int k_max_attributes = 24;  // of one tag; the tree builder's time is quadratic in them
constexpr std::size_t k_max_value = 4096;
constexpr std::size_t k_data_script = 2048;

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }
bool is_alpha(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool has_controls(std::string_view value) {
  return std::any_of(value.begin(), value.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte == '\r' || byte == 0x7F || (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\f');
  });
}

bool hides(std::string_view style) {
  const std::string folded = ascii_lower(style);
  const std::size_t at = folded.find("display");
  if (at != std::string::npos) {
    std::size_t value = at + 7;
    while (value < folded.size() && (is_space(folded[value]) || folded[value] == ':')) ++value;
    if (folded.compare(value, 4, "none") == 0) return true;
  }
  return folded.find("visibility:hidden") != std::string::npos;
}

class Stripper {
 public:
  Stripper(std::string_view page, Detail detail, int max_depth) : in_(page), detail_(detail), max_depth_(max_depth) {
    out_.html.reserve(page.size() / 2);
  }

  StrippedPage run() {
    while (in_.at < in_.page.size()) {
      const char* found =
          static_cast<const char*>(std::memchr(in_.page.data() + in_.at, '<', in_.page.size() - in_.at));
      const std::size_t tag = found ? static_cast<std::size_t>(found - in_.page.data()) : in_.page.size();
      text(in_.page.substr(in_.at, tag - in_.at));
      in_.at = tag;
      if (in_.at < in_.page.size()) markup();
    }
    return std::move(out_);
  }

 private:
  void text(std::string_view run) {
    if (run.empty()) return;
    if (detail_ == Detail::everything || preformatted_ > 0) {
      pending_space_ = false;
      out_.html.append(run);
      return;
    }
    run_.clear();
    std::size_t at = 0;
    while (at < run.size()) {
      if (is_space(run[at])) {
        pending_space_ = true;
        ++at;
        continue;
      }
      std::size_t end = at;
      while (end < run.size() && !is_space(run[end])) ++end;
      if (run_.empty()) {
        flush_space();
      } else {
        run_.push_back(' ');  // parts it from the word before
        pending_space_ = false;
      }
      run_.append(run.substr(at, end - at));
      at = end;
    }
    if (run_.empty()) return;
    after_block_ = false;
    out_.aside.put_text(run_, out_.html);
  }

  // White space is written when something inline follows it; next to block elements it parts nothing.
  void flush_space() {
    if (pending_space_ && !after_block_) out_.html.push_back(' ');
    pending_space_ = false;
  }

  void before_tag(bool block) {
    if (block) {
      pending_space_ = false;
      after_block_ = true;
    } else {
      flush_space();
    }
  }

  void markup() {
    const std::string_view rest = in_.page.substr(in_.at);
    if (rest.size() < 2) {
      in_.at = in_.page.size();
      return;
    }
    const char next = rest[1];
    if (next == '!') {
      declaration(rest);
    } else if (next == '?') {
      in_.skip_past('>');
    } else if (next == '/') {
      if (rest.size() > 2 && is_alpha(rest[2])) {
        end_tag();
      } else {
        in_.skip_past('>');
      }
    } else if (is_alpha(next)) {
      start_tag();
    } else {
      flush_space();
      out_.html.append("&lt;");
      after_block_ = false;
      ++in_.at;
    }
  }

  void declaration(std::string_view rest) {
    if (rest.starts_with("<!--")) {
      in_.skip_comment();
      return;
    }
    const std::size_t begin = in_.at;
    in_.skip_past('>');
    if (rest.size() > 9 && equals_ignoring_ascii_case(rest.substr(2, 7), "doctype") && begin < 4096) {
      out_.html.append("<!DOCTYPE html>");
    }
  }

  void start_tag() {
    const std::size_t begin = in_.at;
    ++in_.at;
    in_.read_name();
    if (!in_.read_attributes()) {
      in_.at = in_.page.size();  // a tag cut off at the end of input is no tag
      return;
    }
    Tag tag = tag_of(in_.name);
    if (is_raw_text(tag, in_.name)) {
      raw_text();
      return;
    }
    if (tag == Tag::svg) {
      if (in_.page[in_.at - 2] != '/') in_.skip_svg();
      return;
    }
    const bool reading = detail_ == Detail::reading;
    if (tag == Tag::textarea || (reading && tag == Tag::select)) {
      in_.skip_element();
      return;
    }
    if (reading && tag == Tag::noscript && skip_noscript()) return;
    if (is_decoration(tag, in_.name)) return;
    if (tag == Tag::other && in_.name == "image") {
      in_.name = "img";
      tag = Tag::img;
    }
    if (!is_void(tag, in_.name) && !closes_itself(tag)) {
      unsigned char& bucket = bucket_;
      bucket = static_cast<unsigned char>(hash64(in_.name) & 255);
      if (depth_ >= max_depth_) {
        ++skipped_[bucket];
        return;
      }
      ++depth_;
      ++open_[bucket];
    }
    if (tag == Tag::pre) ++preformatted_;
    before_tag(parts_blocks(tag));
    if (tag == Tag::title) {
      write_title();
      return;
    }
    if (reading) {
      write_start(tag);
    } else {
      write_everything(begin);
    }
  }

  void write_title() {
    // RCDATA: only its own end tag ends it.
    const std::size_t end = in_.find_end_tag("title", in_.at);
    out_.html.append("<title>");
    const std::string_view content = in_.page.substr(in_.at, end - in_.at);
    for (char c : content) {
      if (c == '<') {
        out_.html.append("&lt;");
      } else {
        out_.html.push_back(c);
      }
    }
    out_.html.append("</title>");
    in_.at = end;
    in_.skip_past('>');
    const unsigned char bucket = bucket_;
    if (open_[bucket] > 0) {
      --open_[bucket];
      --depth_;
    }
  }

  void write_attribute(std::string_view name, std::string_view value) {
    out_.html.push_back(' ');
    for (char c : name) out_.html.push_back(lower(c));
    if (value.empty()) return;
    const char quote = value.find('"') == std::string_view::npos ? '"' : '\'';
    out_.html.push_back('=');
    out_.html.push_back(quote);
    for (char c : value) {
      if (c == quote) {
        out_.html.append("&#39;");
      } else {
        out_.html.push_back(c);
      }
    }
    out_.html.push_back(quote);
  }

  void write_start(Tag tag) {
    out_.html.push_back('<');
    out_.html.append(in_.name);
    read_.clear();
    int taken = 0;
    for (const HtmlCursor::Attribute& raw : in_.attributes()) {
      if (taken >= k_max_attributes) break;
      if (raw.name.size() > 16) continue;
      std::array<char, 16> folded{};
      for (std::size_t c = 0; c < raw.name.size(); ++c) folded[c] = lower(raw.name[c]);
      const std::string_view name(folded.data(), raw.name.size());
      if (name == "style") {
        if (hides(raw.value)) {
          take_attribute("hidden", {});
          ++taken;
        }
        continue;
      }
      const std::string_view known = read_name_of(name);
      if (known.empty()) continue;
      const std::size_t limit = name == "content" ? 4 * k_max_value : k_max_value;
      std::string_view value = raw.value.size() > limit ? clip_utf8(raw.value, limit) : raw.value;
      if (name == "href" && value.size() > 512) value = clip_utf8(value, in_.name == "link" ? 2048 : 512);
      take_attribute(known, value);
      ++taken;
    }
    put_attributes(tag);
    out_.html.push_back('>');
  }

  // Of attributes of one name the first counts.
  void take_attribute(std::string_view name, std::string_view value) {
    const auto same = [name](const Attribute& other) { return other.name == name; };
    if (std::none_of(read_.begin(), read_.end(), same)) read_.push_back({name, value});
  }

  void put_attributes(Tag tag) {
    if (read_.empty()) return;
    const auto is_odd = [](const Attribute& attribute) { return has_controls(attribute.value); };
    if (minds_attributes(tag, in_.name) || std::any_of(read_.begin(), read_.end(), is_odd)) {
      for (const Attribute& attribute : read_) write_attribute(attribute.name, attribute.value);
      return;
    }
    const bool compared = is_formatting(tag);
    out_.aside.put_attributes(read_, compared ? HtmlAside::Equality::kept : HtmlAside::Equality::lost, out_.html);
  }

  void write_everything(std::size_t) {
    out_.html.push_back('<');
    out_.html.append(in_.name);
    int taken = 0;
    for (const HtmlCursor::Attribute& raw : in_.attributes()) {
      if (++taken > k_max_attributes * 2) break;
      if (raw.name.find_first_of("\"'<") != std::string_view::npos) continue;
      write_attribute(raw.name, clip_utf8(raw.value, 4 * k_max_value));
    }
    out_.html.push_back('>');
  }

  void end_tag() {
    in_.at += 2;
    in_.read_name();
    // Attributes of end tags mean nothing, yet a quoted ">" in one does not end the tag.
    if (!in_.read_attributes()) {
      in_.at = in_.page.size();
      return;
    }
    const Tag tag = tag_of(in_.name);
    if (is_raw_text(tag, in_.name) || tag == Tag::svg || is_decoration(tag, in_.name) || tag == Tag::textarea ||
        (detail_ == Detail::reading && tag == Tag::select)) {
      return;
    }
    if (!is_void(tag, in_.name) && !closes_itself(tag)) {
      const unsigned char bucket = static_cast<unsigned char>(hash64(in_.name) & 255);
      if (skipped_[bucket] > 0) {
        --skipped_[bucket];
        return;
      }
      if (open_[bucket] > 0) {
        --open_[bucket];
        --depth_;
      }
    }
    if (tag == Tag::pre && preformatted_ > 0) --preformatted_;
    before_tag(parts_blocks(tag));
    out_.html.append("</");
    out_.html.append(in_.name);
    out_.html.push_back('>');
  }

  void raw_text() {
    const std::size_t begin = in_.at;
    std::size_t end = in_.find_end_tag(in_.name, begin);
    if (in_.name == "script") {
      // <!-- <script> … </script> --> inside a script does not end it ("script data double escaped state").
      const std::string_view content = in_.page.substr(begin, end - begin);
      const std::size_t comment = content.rfind("<!--");
      if (comment != std::string_view::npos && content.find("-->", comment) == std::string_view::npos &&
          content.find("<script", comment) != std::string_view::npos) {
        end = in_.find_end_tag(in_.name, end + 2);
      }
      keep_script(in_.page.substr(begin, end - begin));
    }
    in_.at = end;
    in_.skip_past('>');
  }

  void keep_script(std::string_view content) {
    const std::string_view type = in_.attribute("type");
    const std::string folded = ascii_lower(type);
    if (folded.find("ld+json") != std::string::npos) {
      out_.json_ld.push_back(content);
    } else if (content.size() >= k_data_script && content.size() < (8u << 20)) {
      const auto names = [content](std::string_view word) {
        return ::memmem(content.data(), content.size(), word.data(), word.size()) != nullptr;
      };
      const bool json = folded.find("json") != std::string::npos;
      if (json || names("articleBody") || names("INITIAL_STATE") || names("__NEXT_DATA__") ||
          names("__PRELOADED_STATE__") || names("__NUXT__") || names("__APOLLO_STATE__") || names("__remixContext") ||
          names("Fusion.globalContent") || names("__next_f")) {
        out_.data.push_back(content);
      }
    }
  }

  /// <noscript> holds pixels and warnings, rarely an article.
  bool skip_noscript() {
    const std::size_t end = in_.find_end_tag("noscript", in_.at);
    if (end == in_.page.size()) return false;
    const std::string_view content = in_.page.substr(in_.at, end - in_.at);
    if (content.size() > 1500 &&
        (content.find("<p>") != std::string_view::npos || content.find("<P>") != std::string_view::npos)) {
      return false;
    }
    in_.at = end;
    in_.skip_past('>');
    return true;
  }

  HtmlCursor in_;
  Detail detail_;
  int max_depth_;
  std::vector<Attribute> read_;  // of the tag at hand
  std::string run_;              // of text
  int depth_ = 0;
  int preformatted_ = 0;
  bool pending_space_ = false;
  bool after_block_ = true;
  unsigned char bucket_ = 0;
  std::array<int, 256> open_{};
  std::array<int, 256> skipped_{};
  StrippedPage out_;
};

}  // namespace

StrippedPage strip_html(std::string_view page, Detail detail, int max_depth) {
  return Stripper(page, detail, max_depth).run();
}

}  // namespace vigie::parsers
