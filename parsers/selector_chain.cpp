#include "parsers/selector_chain.h"

#include <optional>

#include "model/text.h"

namespace vigie::parsers {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
bool is_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text) {}

  Expected<std::vector<SelectorChain>> run() {
    std::vector<SelectorChain> chains;
    for (;;) {
      skip_space();
      std::optional<SelectorChain> chain = read_chain();
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

  std::optional<SelectorChain> read_chain() {
    SelectorChain chain;
    char combinator = ' ';
    for (;;) {
      std::optional<SelectorCompound> compound = read_compound(0);
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

  std::optional<SelectorCompound> read_compound(int level) {
    SelectorCompound compound;
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
        compound.attributes.push_back({c == '#' ? "id" : "class", std::move(name),
                                       c == '#' ? AttributeMatch::equals : AttributeMatch::word, false});
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

  bool read_attribute(SelectorCompound& compound) {
    ++at_;
    skip_space();
    SelectorAttribute test;
    test.name = ascii_lower(read_name());
    if (test.name.empty()) return fail("expected an attribute's name"), false;
    skip_space();
    if (at_ < text_.size() && text_[at_] != ']') {
      switch (text_[at_]) {
        case '=':
          test.match = AttributeMatch::equals;
          break;
        case '~':
          test.match = AttributeMatch::word;
          break;
        case '|':
          test.match = AttributeMatch::dash;
          break;
        case '^':
          test.match = AttributeMatch::prefix;
          break;
        case '$':
          test.match = AttributeMatch::suffix;
          break;
        case '*':
          test.match = AttributeMatch::inside;
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

  bool read_pseudo(SelectorCompound& compound, int level) {
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
      SelectorGroup group;
      group.negated = name == "not";
      for (;;) {
        skip_space();
        std::optional<SelectorCompound> each = read_compound(level + 1);
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
      SelectorNth test;
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

  bool read_nth(SelectorNth& test) {
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

}  // namespace

Expected<std::vector<SelectorChain>> parse_selector(std::string_view css) { return Parser(css).run(); }

}  // namespace vigie::parsers
