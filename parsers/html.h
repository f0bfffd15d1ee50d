#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/error.h"
#include "parsers/html_tags.h"

namespace vigie::parsers {

using NodeId = std::uint32_t;
inline constexpr NodeId k_no_node = 0xffffffffu;

struct Attribute {
  std::string_view name;   // lower case
  std::string_view value;  // character references decoded
};

/// One element or run of characters. Nodes stand in document order, so that the subtree of node n is [n, end).
struct Node {
  Tag tag = Tag::other;
  std::uint16_t depth = 0;
  std::uint16_t attribute_count = 0;
  std::uint32_t first_attribute = 0;
  NodeId parent = k_no_node;
  NodeId end = 0;         // one past the last node of the subtree
  std::string_view text;  // an element's name in lower case, or the characters of a text node
};

/// A parsed page: flat, immutable, and the owner of all its strings. Views into it live as long as it does.
class Document {
 public:
  Document() = default;
  Document(Document&&) noexcept = default;
  Document& operator=(Document&&) noexcept = default;

  std::size_t size() const { return nodes_.size(); }
  const Node& operator[](NodeId id) const { return nodes_[id]; }
  NodeId root() const { return 0; }  // <html>

  NodeId first_child(NodeId id) const { return id + 1 < nodes_[id].end ? id + 1 : k_no_node; }
  NodeId next_sibling(NodeId id) const {
    const Node& node = nodes_[id];
    return node.parent != k_no_node && node.end < nodes_[node.parent].end ? node.end : k_no_node;
  }
  bool contains(NodeId ancestor, NodeId id) const { return id >= ancestor && id < nodes_[ancestor].end; }

  const Attribute* attributes_begin(NodeId id) const { return attributes_.data() + nodes_[id].first_attribute; }
  const Attribute* attributes_end(NodeId id) const { return attributes_begin(id) + nodes_[id].attribute_count; }
  /// The value of an attribute, empty where it is absent.
  std::string_view attribute(NodeId id, std::string_view name) const;
  bool has_attribute(NodeId id, std::string_view name) const;
  /// Whether the class attribute holds the word `name` (exact case).
  bool has_class(NodeId id, std::string_view name) const;

  /// The first element of the tag in [from, the end of `scope`'s subtree), or k_no_node.
  NodeId find(Tag tag, NodeId scope = 0) const;
  /// All characters below `id`, white space collapsed; block elements and <br> part words.
  std::string text_of(NodeId id) const;

 private:
  friend class DocumentBuilder;
  std::vector<Node> nodes_;
  std::vector<Attribute> attributes_;
  std::vector<std::vector<char>> blocks_;  // the strings' bytes; a block never grows once views point into it
};

/// How much of a page is kept.
enum class Detail {
  reading,     // scripts, styles, drawings, comments, forms' options and attributes nobody reads are left out
  everything,  // elements and attributes are all kept, for a site rule's XPath; scripts, styles and drawings are not
};

/// What parsing may cost at most. Tuned on the 1,295 pages of the extraction sets: the largest has 5.9 MB, the deepest
/// 175 levels.
struct HtmlLimits {
  std::size_t max_bytes = 12u << 20;         // of input; longer pages are an error
  std::size_t max_arena_bytes = 160u << 20;  // of gumbo's tree; past it parsing stops with an error
  std::size_t max_nodes = 1'000'000;         // of the tree
  int max_depth = 400;                       // deeper start tags are dropped, their content stays
  std::chrono::milliseconds deadline{900};   // CPU time of the calling thread for gumbo's parse
  Detail detail = Detail::reading;
};

/// Parses a page (UTF-8) as HTML5 does, through gumbo behind a guard: an arena with a byte budget and a deadline. The
/// tree begins with <html>. Never more than the limits in time and memory, whatever the bytes. Errors: malformed (no
/// element at all), limit.
Expected<Document> parse_html(std::string_view utf8, const HtmlLimits& limits = {});

}  // namespace vigie::parsers
