#include "parsers/page_blocks.h"

#include <algorithm>

#include "model/text.h"

namespace vigie::parsers {
namespace {

bool is_inline_tag(Tag tag) {
  switch (tag) {
    case Tag::data:
    case Tag::label:
    case Tag::picture:
    case Tag::samp:
    case Tag::tt:
    case Tag::source:
    case Tag::map:
      return true;
    default:
      return joins_words(tag);
  }
}

/// Elements whose content is no text of the page.
bool is_skipped(Tag tag) {
  switch (tag) {
    case Tag::head:
    case Tag::script:
    case Tag::style:
    case Tag::svg:
    case Tag::select:
    case Tag::textarea:
    case Tag::input:
    case Tag::iframe:
    case Tag::video:
    case Tag::audio:
    case Tag::rt:
    case Tag::rp:
    case Tag::option:
    case Tag::noscript:
    case Tag::button:
      return true;
    default:
      return false;
  }
}

std::uint32_t mix(std::uint32_t hash, std::string_view bytes) {
  for (char c : bytes) {
    if (c >= '0' && c <= '9') continue;
    hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  }
  return hash;
}

class Collector {
 public:
  Collector(const Document& document, NodeId scope, const std::vector<NodeId>& removed)
      : document_(document), scope_(scope), removed_(removed) {}

  std::vector<Block> run() {
    const NodeId end = document_[scope_].end;
    NodeId id = scope_;
    while (id < end) {
      close_until(id);
      const Node& node = document_[id];
      if (node.tag == Tag::text) {
        add_text(id, node.text);
        ++id;
      } else if (is_skipped(node.tag) || std::binary_search(removed_.begin(), removed_.end(), id)) {
        id = node.end;
      } else {
        open(id, node);
        ++id;
      }
    }
    close_until(end);
    flush();
    weigh();
    known_.assign(document_.size(), false);
    hints_.assign(document_.size(), 0);
    heading_ = document_.find(Tag::h1);
    for (std::size_t i = 0; i < blocks_.size(); ++i) describe(blocks_[i], lasts_[i]);
    unhide();
    return std::move(blocks_);
  }

 private:
  struct Open {
    NodeId id;
    NodeId end;
    bool block;
  };

  void close_until(NodeId id) {
    while (!open_.empty() && open_.back().end <= id) {
      if (open_.back().block) flush();
      open_.pop_back();
    }
  }

  void open(NodeId id, const Node& node) {
    if (node.tag == Tag::br) {
      line_break();
      return;
    }
    if (node.tag == Tag::hr) {
      flush();
      return;
    }
    const bool block = is_block_element(document_, id);
    if (block) flush();
    if (node.tag == Tag::a && document_.has_attribute(id, "href")) {
      link_end_ = std::max(link_end_, node.end);
      if (links_ < 255) ++links_;
    }
    if (node.tag == Tag::b || node.tag == Tag::strong) bold_end_ = std::max(bold_end_, node.end);
    if (node.tag == Tag::pre) pre_end_ = std::max(pre_end_, node.end);
    open_.push_back({id, node.end, block});
  }

  void line_break() {
    if (text_.empty()) return;
    if (text_.back() == '\n') {
      flush();
      return;
    }
    while (!text_.empty() && text_.back() == ' ') text_.pop_back();
    text_.push_back('\n');
  }

  void add_text(NodeId id, std::string_view raw) {
    std::size_t at = 0;
    const bool in_link = id < link_end_;
    const bool in_bold = id < bold_end_;
    const bool preformatted = id < pre_end_;
    while (at < raw.size()) {
      const unsigned char c = static_cast<unsigned char>(raw[at]);
      if (c < 0x80) {
        if (c <= ' ') {
          if (preformatted && c == '\n') {
            if (!text_.empty()) text_.push_back('\n');
          } else if (!text_.empty() && text_.back() != ' ' && text_.back() != '\n') {
            text_.push_back(' ');
          }
          ++at;
          continue;
        }
        note(id, in_link);
        text_.push_back(raw[at]);
        count(1, in_link, in_bold);
        ++at;
        continue;
      }
      const CodePoint point = code_point_at(raw, at);
      if (point.value == 0xA0 || point.value == 0x3000 || (point.value >= 0x2000 && point.value <= 0x200A) ||
          point.value == 0x202F) {
        // An ideographic space at the start of a paragraph is an indent.
        if (!text_.empty() && text_.back() != ' ' && text_.back() != '\n') text_.push_back(' ');
      } else if (point.value != 0x200B && point.value != 0xFEFF && point.value != 0xAD && point.value != 0x2060) {
        note(id, in_link);
        text_.append(raw.substr(at, point.next - at));
        count(is_unspaced_script(point.value) ? 2.5f : 1.0f, in_link, in_bold);
      }
      at = point.next;
    }
  }

  void note(NodeId id, bool in_link) {
    if (length_ == 0) {
      first_ = id;
      starts_linked_ = in_link;
    }
    last_ = id;
    ends_linked_ = in_link;
  }

  void count(float weight, bool in_link, bool in_bold) {
    length_ += weight;
    if (in_link) linked_ += weight;
    if (in_bold) bold_ += weight;
  }

  void flush() {
    while (!text_.empty() && (text_.back() == ' ' || text_.back() == '\n')) text_.pop_back();
    if (text_.empty()) {
      reset();
      return;
    }
    Block block;
    block.text = text_;
    block.first = first_;
    block.length = length_;
    block.linked = linked_;
    block.bold = bold_;
    block.links = links_;
    block.starts_linked = starts_linked_;
    block.ends_linked = ends_linked_;
    for (std::size_t i = open_.size(); i-- > 0;) {
      if (!open_[i].block) continue;
      block.element = open_[i].id;
      break;
    }
    lasts_.push_back(last_);
    blocks_.push_back(std::move(block));
    reset();
  }

  void reset() {
    text_.clear();
    length_ = linked_ = bold_ = 0;
    links_ = 0;
  }

  /// Sums the characters below every element, so that the class of a wrapper of the whole page can be told from the
  /// class of a part of it.
  void weigh() {
    weight_.assign(document_.size(), 0.0f);
    for (const Block& block : blocks_) weight_[block.element] += std::max(0.0f, block.length - block.linked);
    for (NodeId id = static_cast<NodeId>(document_.size()); id-- > 1;) {
      if (weight_[id] > 0) weight_[document_[id].parent] += weight_[id];
    }
  }

  /// What wraps most of the page, its headline too, is named for the page: "has-comments", "no-sidebar",
  /// "share-enabled".
  bool wraps_page(NodeId id) const {
    return weight_[id] > 0.6f * weight_[0] && (heading_ == k_no_node || document_.contains(id, heading_));
  }

  /// Pages that show their text by script keep all of it hidden until then.
  void unhide() {
    float hidden = 0;
    float shown = 0;
    for (const Block& block : blocks_) {
      const float prose = block.length >= 60 && block.linked < 0.4f * block.length ? block.length : 0;
      (block.hidden ? hidden : shown) += prose;
    }
    if (shown >= 0.25f * hidden) return;
    for (Block& block : blocks_) block.hidden = block.hidden && in_hidden_record(block.element);
  }

  /// Whether a block stands in a record of schema.org properties that is written for machines and never shown.
  bool in_hidden_record(NodeId id) const {
    for (; id != k_no_node; id = document_[id].parent) {
      if (document_.has_attribute(id, "hidden") && document_.has_attribute(id, "itemscope")) return true;
    }
    return false;
  }

  Hints hints(NodeId id) {
    if (!known_[id]) {
      known_[id] = true;
      hints_[id] = hints_of(document_, id);
      if (wraps_page(id)) hints_[id] &= static_cast<Hints>(Hint::body) | static_cast<Hints>(Hint::article);
    }
    return hints_[id];
  }

  std::uint32_t path(NodeId id) const {
    return mix(mix(2166136261u, document_[id].text), document_.attribute(id, "class"));
  }

  void describe(Block& block, NodeId last) {
    block.depth = document_[block.element].depth;
    block.kind = document_[block.element].tag;
    // Inline elements that hold the whole run belong to it: <div><span class=caption>…</span></div>.
    for (NodeId id = document_[block.first].parent; id != block.element && id != k_no_node; id = document_[id].parent) {
      if (document_[id].end > last) block.own |= hints(id);
      if (document_.has_attribute(id, "hidden")) block.hidden = true;
    }
    block.own |= hints(block.element);
    if (document_.has_attribute(block.element, "hidden")) block.hidden = true;
    note_ancestor(block, document_[block.element], 0);
    block.path = path(block.element);
    int above = 0;
    for (NodeId id = document_[block.element].parent; id != k_no_node; id = document_[id].parent) {
      const Node& node = document_[id];
      if (node.tag == Tag::body || node.tag == Tag::html) break;
      if (above == 0) block.path = block.path * 31u + path(id);
      const Hints found = hints(id);
      if (above < 3) block.near |= found;
      block.all |= found;
      ++above;
      note_ancestor(block, node, above);
      if (document_.has_attribute(id, "hidden")) block.hidden = true;
    }
  }

  static void note_ancestor(Block& block, const Node& node, int above) {
    switch (node.tag) {
      case Tag::li:
      case Tag::ul:
      case Tag::ol:
      case Tag::dl:
        block.in_list = true;
        if (node.tag == Tag::li && above > 0 && above <= 2 && (block.kind == Tag::div || block.kind == Tag::span))
          block.kind = Tag::li;
        break;
      case Tag::table:
        block.in_table = true;
        break;
      case Tag::blockquote:
        block.in_quote = true;
        break;
      case Tag::figure:
      case Tag::figcaption:
        block.in_figure = true;
        break;
      case Tag::article:
      case Tag::main:
        block.in_article = true;
        break;
      case Tag::h1:
      case Tag::h2:
      case Tag::h3:
      case Tag::h4:
      case Tag::h5:
      case Tag::h6:
        if (above > 0 && above <= 2) block.kind = node.tag;
        break;
      default:
        break;
    }
  }

  const Document& document_;
  NodeId scope_;
  const std::vector<NodeId>& removed_;
  std::vector<Open> open_;
  std::vector<Block> blocks_;
  std::vector<NodeId> lasts_;  // the last text node of each block
  std::vector<float> weight_;  // characters outside links below each element
  NodeId heading_ = k_no_node;
  std::vector<bool> known_;
  std::vector<Hints> hints_;
  std::string text_;
  NodeId first_ = 0;
  NodeId last_ = 0;
  NodeId link_end_ = 0;
  NodeId bold_end_ = 0;
  NodeId pre_end_ = 0;
  float length_ = 0;
  float linked_ = 0;
  float bold_ = 0;
  bool starts_linked_ = false;
  bool ends_linked_ = false;
  std::uint8_t links_ = 0;
};

}  // namespace

bool is_block_element(const Document& document, NodeId id) {
  const Node& node = document[id];
  if (node.tag == Tag::other) {
    // Unknown elements are inline by default; those that hold blocks are broken up by these anyway.
    return node.text.find('-') != std::string_view::npos;
  }
  return !is_inline_tag(node.tag);
}

float text_length(std::string_view text) {
  float length = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (point.value > ' ' && point.value != 0xA0) length += is_unspaced_script(point.value) ? 2.5f : 1.0f;
    at = point.next;
  }
  return length;
}

std::vector<Block> collect_blocks(const Document& document, NodeId scope, const std::vector<NodeId>& removed) {
  return Collector(document, scope, removed).run();
}

}  // namespace vigie::parsers
