#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "parsers/html.h"

namespace vigie::parsers {

/// Text and attributes that pass by the tree builder: it reads character by character, which costs it more than all
/// else. The markup holds a stand-in for each, one code point of plane 15 for a run of text, one short attribute for
/// all attributes of a tag; where they belong in the tree is found without knowing what they say.
class HtmlAside {
 public:
  /// The name of the attribute that stands for a tag's attributes.
  static constexpr std::string_view k_name = "a";

  /// Whether equal lists of attributes are to be equal to the tree builder too, which compares formatting elements.
  enum class Equality { kept, lost };

  /// Appends `run`, text without white space but single spaces, or a stand-in to `markup`. What the tree builder has
  /// rules of its own for (control characters) is never set aside.
  void put_text(std::string_view run, std::string& markup);
  /// Appends the stand-in of a tag's attributes to `markup`. Their views must outlive this object.
  void put_attributes(std::span<const Attribute> list, Equality equality, std::string& markup);

  /// A text node's characters with the runs in place of their stand-ins, character references decoded.
  std::string text_of(std::string_view node_text) const;
  /// Whether a text node holds no stand-in.
  static bool is_plain(std::string_view node_text) { return node_text.find('\xF3') == std::string_view::npos; }

  std::size_t lists() const { return list_ends_.size(); }
  /// A list of attributes, references not decoded. Precondition: number < lists().
  std::span<const Attribute> list(std::size_t number) const;

 private:
  std::string texts_;
  std::vector<std::uint32_t> text_ends_;
  std::vector<Attribute> attributes_;
  std::vector<std::uint32_t> list_ends_;
  std::unordered_map<std::size_t, std::uint32_t> known_;  // a list's hash, its number
};

}  // namespace vigie::parsers
