#include "parsers/selector.h"

#include <algorithm>
#include <optional>
#include <string>

#include "model/text.h"

namespace vigie::parsers {
namespace {

enum class Match { present, equals, word, dash, prefix, suffix, inside };

struct AttributeTest {
  std::string name;
  std::string value;
  Match match = Match::present;
  bool ignore_case = false;
};

struct NthTest {
  int step = 0;
  int offset = 0;
  bool of_type = false;
  bool from_end = false;
};

struct Compound;

struct Group {  // :not(…) or :is(…)
  bool negated = false;
  std::vector<Compound> any;
};

struct Compound {
  std::string type;  // empty for any
  std::vector<AttributeTest> attributes;
  std::vector<NthTest> nth;
  std::vector<Group> groups;
};

struct Step {
  char combinator = ' ';  // how it hangs on the step before: ' ', '>', '+', '~'
  Compound compound;
};

using Chain = std::vector<Step>;

constexpr std::size_t k_max_selector = 2000;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
bool is_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text) {}

  Expected<std::vector<Chain>> run() {
    std::vector<Chain> chains;
    for (;;) {
      skip_space();
      std::optional<Chain> chain = read_chain();
      if (!chain) return failure(ErrorKind::invalid_config, "column " + std::to_string(at_ + 1) + ": " + problem_);
      chains.push_back(std::move(*chain));
      skip_space();
      if (at_ >= text_.size()) return chains;
      if (text_[at_] != ',')
        return failure(ErrorKind::invalid_config,
                       "column " + std::to_string(at_ + 1) + ": expected a comma or the selector's end");
      ++at_;
    }
  }

 private:
  void skip_space() {
    while (at_ < text_.size() && is_space(text_[at_])) ++at_;
  }

  std::nullopt_t fail(const char* problem) {
    if (!problem_) problem_ = problem;
    return std::nullopt;
  }

  std::optional<Chain> read_chain() {
    Chain chain;
    char combinator = ' ';
    for (;;) {
      std::optional<Compound> compound = read_compound(0);
      if (!compound) return std::nullopt;
      chain.push_back({combinator, std::move(*compound)});
      if (chain.size() > 32) return fail("too many steps");
      const std::size_t before = at_;
      skip_space();
      if (at_ >= text_.size() || text_[at_] == ',' || text_[at_] == ')') return chain;
      const char c = text_[at_];
      if (c == '>' || c == '+' || c == '~') {
        combinator = c;
        ++at_;
        skip_space();
      } else if (at_ > before) {
        combinator = ' ';
      } else {
        return fail("expected a combinator");
      }
    }
  }

  std::string read_name() {
    std::string name;
    while (at_ < text_.size() && (is_name(text_[at_]) || text_[at_] == '\\')) {
      if (text_[at_] == '\\') {
        ++at_;
        if (at_ >= text_.size()) break;
      }
      name.push_back(text_[at_++]);
    }
    return name;
  }

  std::optional<Compound> read_compound(int level) {
    Compound compound;
    const std::size_t begin = at_;
    if (at_ < text_.size() && text_[at_] == '*') {
      ++at_;
    } else if (at_ < text_.size() && is_name(text_[at_])) {
      compound.type = ascii_lower(read_name());
    }
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '#' || c == '.') {
        ++at_;
        std::string name = read_name();
        if (name.empty()) return fail("expected a name");
        compound.attributes.push_back(
            {c == '#' ? "id" : "class", std::move(name), c == '#' ? Match::equals : Match::word, false});
      } else if (c == '[') {
        if (!read_attribute(compound)) return std::nullopt;
      } else if (c == ':') {
        if (!read_pseudo(compound, level)) return std::nullopt;
      } else {
        break;
      }
    }
    if (at_ == begin) return fail("expected a selector");
    return compound;
  }

  bool read_attribute(Compound& compound) {
    ++at_;
    skip_space();
    AttributeTest test;
    test.name = ascii_lower(read_name());
    if (test.name.empty()) return fail("expected an attribute's name"), false;
    skip_space();
    if (at_ < text_.size() && text_[at_] != ']') {
      switch (text_[at_]) {
        case '=':
          test.match = Match::equals;
          break;
        case '~':
          test.match = Match::word;
          break;
        case '|':
          test.match = Match::dash;
          break;
        case '^':
          test.match = Match::prefix;
          break;
        case '$':
          test.match = Match::suffix;
          break;
        case '*':
          test.match = Match::inside;
          break;
        default:
          return fail("expected an attribute's operator"), false;
      }
      if (text_[at_] != '=') ++at_;
      if (at_ >= text_.size() || text_[at_] != '=') return fail("expected ="), false;
      ++at_;
      skip_space();
      if (!read_string(test.value)) return fail("expected a value"), false;
      skip_space();
      if (at_ < text_.size() && (text_[at_] == 'i' || text_[at_] == 'I')) {
        test.ignore_case = true;
        ++at_;
        skip_space();
      }
    }
    if (at_ >= text_.size() || text_[at_] != ']') return fail("expected ]"), false;
    ++at_;
    compound.attributes.push_back(std::move(test));
    return true;
  }

  bool read_string(std::string& value) {
    if (at_ < text_.size() && (text_[at_] == '"' || text_[at_] == '\'')) {
      const std::size_t end = text_.find(text_[at_], at_ + 1);
      if (end == std::string_view::npos) return false;
      value = text_.substr(at_ + 1, end - at_ - 1);
      at_ = end + 1;
      return true;
    }
    value = read_name();
    return !value.empty();
  }

  bool read_pseudo(Compound& compound, int level) {
    ++at_;
    const std::string name = ascii_lower(read_name());
    if (name == "first-child" || name == "last-child" || name == "first-of-type" || name == "last-of-type") {
      compound.nth.push_back({0, 1, name.ends_with("type"), name.starts_with("last")});
      return true;
    }
    if (at_ >= text_.size() || text_[at_] != '(') return fail("unknown pseudo-class"), false;
    ++at_;
    skip_space();
    if (name == "not" || name == "is" || name == "where") {
      if (level > 3) return fail("nested too deep"), false;
      Group group;
      group.negated = name == "not";
      for (;;) {
        skip_space();
        std::optional<Compound> each = read_compound(level + 1);
        if (!each) return false;
        group.any.push_back(std::move(*each));
        skip_space();
        if (at_ < text_.size() && text_[at_] == ',') {
          ++at_;
          continue;
        }
        break;
      }
      compound.groups.push_back(std::move(group));
    } else if (name == "nth-child" || name == "nth-of-type" || name == "nth-last-child" || name == "nth-last-of-type") {
      NthTest test;
      test.of_type = name.ends_with("type");
      test.from_end = name.find("last") != std::string::npos;
      if (!read_nth(test)) return fail("expected odd, even or an+b"), false;
      compound.nth.push_back(test);
    } else {
      return fail("unknown pseudo-class"), false;
    }
    skip_space();
    if (at_ >= text_.size() || text_[at_] != ')') return fail("expected )"), false;
    ++at_;
    return true;
  }

  bool read_nth(NthTest& test) {
    std::string text;
    while (at_ < text_.size() && text_[at_] != ')') {
      if (!is_space(text_[at_])) text.push_back(text_[at_]);
      ++at_;
    }
    text = ascii_lower(text);
    if (text == "odd") return test.step = 2, test.offset = 1, true;
    if (text == "even") return test.step = 2, test.offset = 0, true;
    const auto number = [](std::string_view digits, int& value) {
      if (digits.empty() || digits.size() > 7) return false;
      bool negative = false;
      std::size_t i = 0;
      if (digits[0] == '+' || digits[0] == '-') negative = digits[i++] == '-';
      if (i == digits.size()) return false;
      value = 0;
      for (; i < digits.size(); ++i) {
        if (digits[i] < '0' || digits[i] > '9') return false;
        value = value * 10 + (digits[i] - '0');
      }
      if (negative) value = -value;
      return true;
    };
    const std::size_t n = text.find('n');
    if (n == std::string::npos) return number(text, test.offset);
    const std::string step = text.substr(0, n);
    if (step.empty() || step == "+") {
      test.step = 1;
    } else if (step == "-") {
      test.step = -1;
    } else if (!number(step, test.step)) {
      return false;
    }
    return n + 1 == text.size() || number(std::string_view(text).substr(n + 1), test.offset);
  }

  std::string_view text_;
  std::size_t at_ = 0;
  const char* problem_ = nullptr;
};

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

  bool matches(NodeId id, const Chain& chain) const { return matches_from(id, chain, chain.size() - 1); }

 private:
  /// Steps are tried from the last to the first; descendant and sibling steps look for any fitting element, nearest
  /// first.
  bool matches_from(NodeId id, const Chain& chain, std::size_t step) const {
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

  bool fits(NodeId id, const Compound& compound) const {
    const Node& node = document_[id];
    if (node.tag == Tag::text) return false;
    if (!compound.type.empty() && node.text != compound.type) return false;
    for (const AttributeTest& test : compound.attributes) {
      if (!fits(id, test)) return false;
    }
    for (const NthTest& test : compound.nth) {
      if (!fits(id, test)) return false;
    }
    for (const Group& group : compound.groups) {
      const bool any =
          std::any_of(group.any.begin(), group.any.end(), [&](const Compound& each) { return fits(id, each); });
      if (any == group.negated) return false;
    }
    return true;
  }

  bool fits(NodeId id, const AttributeTest& test) const {
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
      case Match::present:
        return true;
      case Match::equals:
        return value == wanted;
      case Match::word:
        return has_list_word(value, wanted, ' ');
      case Match::dash:
        return value == wanted ||
               (value.starts_with(wanted) && value.size() > wanted.size() && value[wanted.size()] == '-');
      case Match::prefix:
        return !wanted.empty() && value.starts_with(wanted);
      case Match::suffix:
        return !wanted.empty() && value.ends_with(wanted);
      case Match::inside:
        return !wanted.empty() && value.find(wanted) != std::string_view::npos;
    }
    return false;
  }

  bool fits(NodeId id, const NthTest& test) const {
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
  Expected<std::vector<Chain>> chains = Parser(css).run();
  if (!chains)
    return failure(chains.error().kind, "cannot read selector \"" + std::string(css) + "\": " + chains.error().message);
  std::vector<NodeId> found;
  if (document.size() == 0) return found;
  const Matcher matcher(document);
  for (NodeId id = scope; id < document[scope].end; ++id) {
    if (document[id].tag == Tag::text || (id == scope && scope != document.root())) continue;
    const bool any =
        std::any_of(chains->begin(), chains->end(), [&](const Chain& chain) { return matcher.matches(id, chain); });
    if (any) found.push_back(id);
  }
  return found;
}

}  // namespace vigie::parsers
