#include "parsers/selector.h"

#include <algorithm>
#include <string>

#include "model/text.h"
#include "parsers/selector_chain.h"

namespace vigie::parsers {
namespace {

constexpr std::size_t k_max_selector = 2000;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

bool has_list_word(std::string_view list, std::string_view word, char separator) {
  if (word.empty()) return false;
  for (std::size_t at = list.find(word); at != std::string_view::npos; at = list.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    const auto parts = [&](char c) { return separator == ' ' ? is_space(c) : c == separator; };
    if ((at == 0 || parts(list[at - 1])) && (end == list.size() || parts(list[end]))) return true;
  }
  return false;
}

class Matcher {
 public:
  explicit Matcher(const Document& document) : document_(document) {}

  bool matches(NodeId id, const SelectorChain& chain) const { return matches_from(id, chain, chain.size() - 1); }

 private:
  /// Steps are tried from the last to the first; descendant and sibling steps look for any fitting element, nearest
  /// first.
  bool matches_from(NodeId id, const SelectorChain& chain, std::size_t step) const {
    if (!fits(id, chain[step].compound)) return false;
    if (step == 0) return true;
    switch (chain[step].combinator) {
      case '>': {
        const NodeId parent = document_[id].parent;
        return parent != k_no_node && matches_from(parent, chain, step - 1);
      }
      case '+': {
        const NodeId before = previous_element(id);
        return before != k_no_node && matches_from(before, chain, step - 1);
      }
      case '~':
        for (NodeId before = previous_element(id); before != k_no_node; before = previous_element(before)) {
          if (matches_from(before, chain, step - 1)) return true;
        }
        return false;
      default:
        for (NodeId up = document_[id].parent; up != k_no_node; up = document_[up].parent) {
          if (matches_from(up, chain, step - 1)) return true;
        }
        return false;
    }
  }

  NodeId previous_element(NodeId id) const {
    const NodeId parent = document_[id].parent;
    if (parent == k_no_node) return k_no_node;
    NodeId before = k_no_node;
    for (NodeId child = document_.first_child(parent); child != id && child != k_no_node;
         child = document_.next_sibling(child)) {
      if (document_[child].tag != Tag::text) before = child;
    }
    return before;
  }

  bool fits(NodeId id, const SelectorCompound& compound) const {
    const Node& node = document_[id];
    if (node.tag == Tag::text) return false;
    if (!compound.type.empty() && node.text != compound.type) return false;
    for (const SelectorAttribute& test : compound.attributes) {
      if (!fits(id, test)) return false;
    }
    for (const SelectorNth& test : compound.nth) {
      if (!fits(id, test)) return false;
    }
    for (const SelectorGroup& group : compound.groups) {
      const bool any =
          std::any_of(group.any.begin(), group.any.end(), [&](const SelectorCompound& each) { return fits(id, each); });
      if (any == group.negated) return false;
    }
    return true;
  }

  bool fits(NodeId id, const SelectorAttribute& test) const {
    if (!document_.has_attribute(id, test.name)) return false;
    std::string_view value = document_.attribute(id, test.name);
    std::string_view wanted = test.value;
    std::string lower_value;
    std::string lower_wanted;
    if (test.ignore_case) {
      lower_value = ascii_lower(value);
      lower_wanted = ascii_lower(wanted);
      value = lower_value;
      wanted = lower_wanted;
    }
    switch (test.match) {
      case AttributeMatch::present:
        return true;
      case AttributeMatch::equals:
        return value == wanted;
      case AttributeMatch::word:
        return has_list_word(value, wanted, ' ');
      case AttributeMatch::dash:
        return value == wanted ||
               (value.starts_with(wanted) && value.size() > wanted.size() && value[wanted.size()] == '-');
      case AttributeMatch::prefix:
        return !wanted.empty() && value.starts_with(wanted);
      case AttributeMatch::suffix:
        return !wanted.empty() && value.ends_with(wanted);
      case AttributeMatch::inside:
        return !wanted.empty() && value.find(wanted) != std::string_view::npos;
    }
    return false;
  }

  bool fits(NodeId id, const SelectorNth& test) const {
    const NodeId parent = document_[id].parent;
    if (parent == k_no_node) return false;
    int before = 0;
    int all = 0;
    for (NodeId child = document_.first_child(parent); child != k_no_node; child = document_.next_sibling(child)) {
      const Node& node = document_[child];
      if (node.tag == Tag::text || (test.of_type && node.text != document_[id].text)) continue;
      ++all;
      if (child <= id) ++before;
    }
    const int position = test.from_end ? all - before + 1 : before;
    if (test.step == 0) return position == test.offset;
    const int difference = position - test.offset;
    return difference % test.step == 0 && difference / test.step >= 0;
  }

  const Document& document_;
};

}  // namespace

Expected<std::vector<NodeId>> select(const Document& document, std::string_view css, NodeId scope) {
  if (css.size() > k_max_selector)
    return failure(ErrorKind::invalid_config, "cannot read selector: longer than 2000 bytes");
  Expected<std::vector<SelectorChain>> chains = parse_selector(css);
  if (!chains)
    return failure(chains.error().kind, "cannot read selector \"" + std::string(css) + "\": " + chains.error().message);
  std::vector<NodeId> found;
  if (document.size() == 0) return found;
  const Matcher matcher(document);
  for (NodeId id = scope; id < document[scope].end; ++id) {
    if (document[id].tag == Tag::text || (id == scope && scope != document.root())) continue;
    const bool any = std::any_of(chains->begin(), chains->end(),
                                 [&](const SelectorChain& chain) { return matcher.matches(id, chain); });
    if (any) found.push_back(id);
  }
  return found;
}

}  // namespace vigie::parsers
