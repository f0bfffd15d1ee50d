#include "parsers/html.h"

#include <gumbo.h>

#include <array>
#include <charconv>
#include <span>

#include "model/text.h"
#include "parsers/entities.h"
#include "parsers/html_arena.h"
#include "parsers/html_aside.h"
#include "parsers/html_strip.h"

namespace vigie::parsers {
namespace {

/// Only plain C lives in this frame: longjmp ends it without running destructors.
GumboOutput* guarded_parse(HtmlArena* arena, const char* bytes, std::size_t size) {
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = &HtmlArena::allocate;
  options.deallocator = &HtmlArena::release;
  options.userdata = arena;
  options.max_errors = 0;
  if (setjmp(arena->exit) != 0) return nullptr;
  return gumbo_parse_with_options(&options, bytes, size);
}

std::array<Tag, GUMBO_TAG_LAST + 1> make_tag_map() {
  std::array<Tag, GUMBO_TAG_LAST + 1> map{};
  map.fill(Tag::other);
  for (int i = 0; i < GUMBO_TAG_UNKNOWN; ++i) {
    map[static_cast<std::size_t>(i)] = tag_of(gumbo_normalized_tagname(static_cast<GumboTag>(i)));
  }
  return map;
}

}  // namespace

/// Copies gumbo's tree into a Document, without recursion.
class DocumentBuilder {
 public:
  DocumentBuilder(const HtmlAside& aside, std::size_t max_nodes)
      : aside_(aside), max_nodes_(max_nodes), lists_(aside.lists(), k_unread) {}

  bool build(const GumboNode* root) {
    struct Level {
      const GumboNode* node;
      NodeId id;
      unsigned next_child;
    };
    std::vector<Level> levels;
    levels.push_back({root, add_element(root, k_no_node, 0), 0});
    while (!levels.empty()) {
      Level& level = levels.back();
      const GumboVector& children = level.node->v.element.children;
      if (level.next_child >= children.length) {
        document_.nodes_[level.id].end = static_cast<NodeId>(document_.nodes_.size());
        levels.pop_back();
        continue;
      }
      if (document_.nodes_.size() >= max_nodes_) return false;
      const GumboNode* child = static_cast<const GumboNode*>(children.data[level.next_child++]);
      switch (child->type) {
        case GUMBO_NODE_ELEMENT:
        case GUMBO_NODE_TEMPLATE: {
          const NodeId id = add_element(child, level.id, levels.size());
          levels.push_back({child, id, 0});  // `level` is dangling from here on
          break;
        }
        case GUMBO_NODE_TEXT:
        case GUMBO_NODE_CDATA:
          add_text(text_of(child->v.text.text), level.id, levels.size());
          break;
        case GUMBO_NODE_WHITESPACE:
          add_text(" ", level.id, levels.size());
          break;
        default:
          break;
      }
    }
    return true;
  }

  Document take() { return std::move(document_); }

 private:
  std::string_view keep(std::string_view bytes) {
    if (bytes.empty()) return {};
    if (document_.blocks_.empty() ||
        document_.blocks_.back().capacity() - document_.blocks_.back().size() < bytes.size()) {
      document_.blocks_.emplace_back();
      document_.blocks_.back().reserve(std::max<std::size_t>(bytes.size(), 64u << 10));
    }
    std::vector<char>& block = document_.blocks_.back();
    const std::size_t at = block.size();
    block.insert(block.end(), bytes.begin(), bytes.end());
    return {block.data() + at, bytes.size()};
  }

  NodeId add_element(const GumboNode* source, NodeId parent, std::size_t depth) {
    static const std::array<Tag, GUMBO_TAG_LAST + 1> k_map = make_tag_map();
    const GumboElement& element = source->v.element;
    Node node;
    node.tag = k_map[static_cast<std::size_t>(element.tag)];
    if (element.tag == GUMBO_TAG_UNKNOWN) {
      GumboStringPiece piece = element.original_tag;
      gumbo_tag_from_original_text(&piece);
      node.text = keep(ascii_lower(std::string_view(piece.data, piece.length)));
    } else {
      node.text = gumbo_normalized_tagname(element.tag);
    }
    node.depth = static_cast<std::uint16_t>(std::min<std::size_t>(depth, 0xffff));
    node.parent = parent;
    add_attributes(element.attributes, node);
    document_.nodes_.push_back(node);
    document_.nodes_.back().end = static_cast<NodeId>(document_.nodes_.size());
    return static_cast<NodeId>(document_.nodes_.size() - 1);
  }

  std::string_view text_of(std::string_view node_text) {
    return keep(HtmlAside::is_plain(node_text) ? node_text : std::string_view(aside_.text_of(node_text)));
  }

  void add_attributes(const GumboVector& attributes, Node& node) {
    node.first_attribute = static_cast<std::uint32_t>(document_.attributes_.size());
    const unsigned count = std::min(attributes.length, 256u);
    for (unsigned i = 0; i < count; ++i) {
      const GumboAttribute* attribute = static_cast<const GumboAttribute*>(attributes.data[i]);
      if (attribute->name == HtmlAside::k_name && read_list(attribute->value, node)) return;
      document_.attributes_.push_back({keep(attribute->name), keep(attribute->value)});
    }
    node.attribute_count = static_cast<std::uint16_t>(count);
  }

  // Elements of one list share its attributes.
  bool read_list(std::string_view stand_in, Node& node) {
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(stand_in.data(), stand_in.data() + stand_in.size(), number);
    if (error != std::errc{} || end != stand_in.data() + stand_in.size() || number >= lists_.size()) return false;
    const std::span<const Attribute> list = aside_.list(number);
    if (lists_[number] == k_unread) {
      lists_[number] = static_cast<std::uint32_t>(document_.attributes_.size());
      for (const auto& [name, value] : list) {
        const bool plain = value.find('&') == std::string_view::npos;
        const std::string_view read =
            keep(plain ? value : std::string_view(decode_references(value, ReferencePlace::html_attribute)));
        document_.attributes_.push_back({keep(name), read});
      }
    }
    node.first_attribute = lists_[number];
    node.attribute_count = static_cast<std::uint16_t>(list.size());
    return true;
  }

  void add_text(std::string_view text, NodeId parent, std::size_t depth) {
    Node node;
    node.tag = Tag::text;
    node.text = text;
    node.parent = parent;
    node.depth = static_cast<std::uint16_t>(std::min<std::size_t>(depth, 0xffff));
    node.end = static_cast<NodeId>(document_.nodes_.size() + 1);
    document_.nodes_.push_back(node);
  }

  static constexpr std::uint32_t k_unread = 0xFFFFFFFF;

  const HtmlAside& aside_;
  std::size_t max_nodes_;
  std::vector<std::uint32_t> lists_;  // where the attributes of each list begin, k_unread before they are read
  Document document_;
};

std::string_view Document::attribute(NodeId id, std::string_view name) const {
  for (const Attribute* at = attributes_begin(id); at != attributes_end(id); ++at) {
    if (at->name == name) return at->value;
  }
  return {};
}

bool Document::has_attribute(NodeId id, std::string_view name) const {
  for (const Attribute* at = attributes_begin(id); at != attributes_end(id); ++at) {
    if (at->name == name) return true;
  }
  return false;
}

bool Document::has_class(NodeId id, std::string_view name) const {
  const std::string_view classes = attribute(id, "class");
  for (std::size_t at = classes.find(name); at != std::string_view::npos; at = classes.find(name, at + 1)) {
    const std::size_t behind = at + name.size();
    const bool begins = at == 0 || classes[at - 1] == ' ' || classes[at - 1] == '\n' || classes[at - 1] == '\t';
    const bool ends =
        behind == classes.size() || classes[behind] == ' ' || classes[behind] == '\n' || classes[behind] == '\t';
    if (begins && ends) return true;
  }
  return false;
}

NodeId Document::find(Tag tag, NodeId scope) const {
  if (nodes_.empty()) return k_no_node;
  for (NodeId id = scope; id < nodes_[scope].end; ++id) {
    if (nodes_[id].tag == tag) return id;
  }
  return k_no_node;
}

std::string Document::text_of(NodeId id) const {
  std::string raw;
  std::vector<NodeId> ends;  // of the open block elements
  for (NodeId at = id; at < nodes_[id].end; ++at) {
    while (!ends.empty() && ends.back() <= at) {
      raw.push_back(' ');
      ends.pop_back();
    }
    const Node& node = nodes_[at];
    if (node.tag == Tag::text) {
      raw.append(node.text);
    } else if (!joins_words(node.tag)) {
      raw.push_back(' ');
      ends.push_back(node.end);
    }
  }
  return collapse_space(raw);
}

Expected<Document> parse_stripped(const StrippedPage& page, const HtmlLimits& limits) {
  const std::string& stripped = page.html;
  if (stripped.size() > limits.max_bytes) {
    return failure(ErrorKind::limit, "cannot parse page: " + std::to_string(stripped.size()) +
                                         " bytes of markup, at most " + std::to_string(limits.max_bytes) + " are read");
  }
  HtmlArena arena(limits.max_arena_bytes, limits.deadline);
  const GumboOutput* output = guarded_parse(&arena, stripped.data(), stripped.size());
  if (!output) {
    return failure(ErrorKind::limit, arena.out_of_time ? "cannot parse page: its tree takes too long to build"
                                                       : "cannot parse page: its tree takes too much memory");
  }
  if (!output->root || output->root->type != GUMBO_NODE_ELEMENT) {
    return failure(ErrorKind::malformed, "cannot parse page: no element in it");
  }
  DocumentBuilder builder(page.aside, limits.max_nodes);
  if (!builder.build(output->root)) {
    return failure(ErrorKind::limit, "cannot parse page: more than " + std::to_string(limits.max_nodes) + " nodes");
  }
  return builder.take();
}

Expected<Document> parse_html(std::string_view utf8, const HtmlLimits& limits) {
  if (utf8.size() > limits.max_bytes) {
    return failure(ErrorKind::limit, "cannot parse page: " + std::to_string(utf8.size()) + " bytes, at most " +
                                         std::to_string(limits.max_bytes) + " are read");
  }
  return parse_stripped(strip_html(utf8, limits.detail, limits.max_depth), limits);
}

}  // namespace vigie::parsers
