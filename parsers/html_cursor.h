#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace vigie::parsers {

/// Walks over a page's markup as HTML5 tokenizes it
/// (https://html.spec.whatwg.org/multipage/parsing.html#tokenization), nothing copied but the name of a tag.
class HtmlCursor {
 public:
  struct Attribute {
    std::string_view name;   // as written
    std::string_view value;  // as written, without its quotes
  };

  explicit HtmlCursor(std::string_view whole) : page(whole) {}

  /// Past the next `c`, or to the end of input.
  void skip_past(char c);
  /// Past a comment, which begins here.
  void skip_comment();
  /// Past the end tag of an <svg> whose start tag was read.
  void skip_svg();
  /// Past the end tag of the element whose start tag was read; not at all where none follows.
  void skip_element();
  /// Reads the name of a tag, in lower case, into `name`.
  void read_name();
  /// Reads attributes up to and past the tag's ">"; false at the end of input.
  bool read_attributes();

  /// Of the tag read last: its first 64 attributes.
  std::span<const Attribute> attributes() const { return {attributes_.data(), count_}; }
  /// The value of one, empty where it is absent.
  std::string_view attribute(std::string_view wanted) const;
  /// The offset of "</name" followed by what may end a tag's name, or the end of input.
  std::size_t find_end_tag(std::string_view element, std::size_t from) const;

  std::string_view page;
  std::size_t at = 0;
  std::string name;

 private:
  bool read_value(std::string_view& value);

  std::array<Attribute, 64> attributes_{};
  std::size_t count_ = 0;
};

}  // namespace vigie::parsers
