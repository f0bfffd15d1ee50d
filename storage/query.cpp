#include "storage/query.h"

#include <algorithm>
#include <array>
#include <utility>

#include "model/assessment.h"
#include "model/source.h"
#include "model/text.h"

namespace vigie::storage {
namespace {

using Kind = QueryNode::Kind;

constexpr std::size_t k_longest = 4096;
constexpr int k_most_terms = 64;
constexpr int k_deepest = 32;

constexpr std::array<std::string_view, 12> k_fields = {"state",     "victim", "actor", "act",   "lang",  "source",
                                                       "authority", "cve",    "story", "since", "until", "concept"};
constexpr std::string_view k_field_names =
    "state:, victim:, actor:, act:, lang:, source:, authority:, cve:, story:, since:, until: or concept:";
constexpr std::string_view k_acts = "accusation, denial, sanction, indictment, advisory, report, incident or response";
constexpr std::string_view k_authorities = "government, cert, agency, press, infosec, vendor or igo";

bool is_space_at(std::string_view text, std::size_t at) {
  const char32_t c = code_point_at(text, at).value;
  return c == ' ' || (c >= 9 && c <= 13) || c == 0xA0 || c == 0x3000;
}

bool has_word(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (is_word_character(point.value)) return true;
    at = point.next;
  }
  return false;
}

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// "CVE-2021-26855" of any spelling of it; empty when it is none.
std::string cve_id(std::string_view value) {
  std::string lower = ascii_lower(value);
  if (lower.rfind("cve-", 0) == 0) lower.erase(0, 4);
  const std::size_t dash = lower.find('-');
  if (dash != 4 || lower.size() < 9 || lower.size() > 15) return {};
  if (!all_digits(lower.substr(0, 4)) || !all_digits(lower.substr(5))) return {};
  return "CVE-" + lower;
}

// The end of what a date names: the next day, month or year.
Time end_of(const Date& date) {
  const auto day = std::chrono::floor<std::chrono::days>(date.at);
  const std::chrono::year_month_day civil(day);
  switch (date.precision) {
    case Precision::year:
      return std::chrono::sys_days(
          std::chrono::year_month_day(civil.year() + std::chrono::years(1), civil.month(), civil.day()));
    case Precision::month:
      return std::chrono::sys_days(civil + std::chrono::months(1));
    case Precision::day:
      return day + std::chrono::days(1);
    case Precision::minute:
      return date.at + seconds(60);
    case Precision::second:
      break;
  }
  return date.at + seconds(1);
}

class Parser {
 public:
  Parser(std::string_view text, Time now) : text_(text), now_(now) {}

  Expected<Query> parse() {
    Expected<QueryNode> root = any_of(0);
    if (!root) return tl::unexpected(root.error());
    skip_space();
    if (at_ < text_.size()) return wrong(at_, "the end of the query or a word; this ) closes nothing");
    return Query{std::move(*root)};
  }

 private:
  tl::unexpected<Error> wrong(std::size_t at, std::string_view expected) const {
    return failure(ErrorKind::invalid_query,
                   "column " + std::to_string(column(at)) + ": expected " + std::string(expected));
  }

  std::size_t column(std::size_t at) const { return count_code_points(text_.substr(0, at)) + 1; }

  void skip_space() {
    while (at_ < text_.size() && is_space_at(text_, at_)) at_ = code_point_at(text_, at_).next;
  }

  // Whether the operator `name` stands here as a word of its own.
  bool at_operator(std::string_view name) const {
    if (text_.substr(at_, name.size()) != name) return false;
    const std::size_t behind = at_ + name.size();
    return behind >= text_.size() || is_space_at(text_, behind) || text_[behind] == '(' || text_[behind] == ')';
  }

  Expected<QueryNode> any_of(int depth) {
    if (depth > k_deepest) return wrong(at_, "at most 32 parentheses inside each other");
    QueryNode node;
    node.kind = Kind::any_of;
    skip_space();
    node.column = column(at_);
    while (true) {
      Expected<QueryNode> part = all_of(depth);
      if (!part) return part;
      node.children.push_back(std::move(*part));
      skip_space();
      if (at_ >= text_.size() || !at_operator("OR")) break;
      at_ += 2;
    }
    return node.children.size() == 1 ? std::move(node.children.front()) : std::move(node);
  }

  Expected<QueryNode> all_of(int depth) {
    QueryNode node;
    node.kind = Kind::all_of;
    skip_space();
    node.column = column(at_);
    while (true) {
      skip_space();
      const bool end = at_ >= text_.size() || text_[at_] == ')' || at_operator("OR");
      if (end && !node.children.empty()) break;
      if (end) return wrong(at_, "a word, a \"phrase\", a field such as state:cn, or (");
      if (at_operator("AND") && !node.children.empty()) {
        at_ += 3;
        skip_space();
        if (at_ >= text_.size()) return wrong(at_, "a word behind AND");
        continue;
      }
      Expected<QueryNode> part = term(depth);
      if (!part) return part;
      node.children.push_back(std::move(*part));
    }
    return node.children.size() == 1 ? std::move(node.children.front()) : std::move(node);
  }

  Expected<QueryNode> term(int depth) {
    const std::size_t begin = at_;
    const bool negated = text_[at_] == '-' || at_operator("NOT");
    if (negated) {
      at_ += text_[at_] == '-' ? 1 : 3;
      if (text_[begin] == 'N') skip_space();
      if (at_ >= text_.size() || is_space_at(text_, at_) || text_[at_] == ')' || text_[at_] == '-') {
        return wrong(at_, "a word right behind -");
      }
    }
    Expected<QueryNode> inner = primary(depth);
    if (!inner || !negated) return inner;
    QueryNode node;
    node.kind = Kind::none_of;
    node.column = column(begin);
    node.children.push_back(std::move(*inner));
    return node;
  }

  Expected<QueryNode> primary(int depth) {
    if (++terms_ > k_most_terms) return wrong(at_, "at most 64 terms");
    if (text_[at_] == '(') {
      ++at_;
      Expected<QueryNode> inner = any_of(depth + 1);
      if (!inner) return inner;
      skip_space();
      if (at_ >= text_.size() || text_[at_] != ')') return wrong(at_, "a closing )");
      ++at_;
      return inner;
    }
    const std::size_t begin = at_;
    if (text_[at_] == '"') {
      Expected<std::string> phrase = quoted();
      if (!phrase) return tl::unexpected(phrase.error());
      return leaf(Kind::phrase, begin, std::move(*phrase));
    }
    const std::string_view bare = bare_word();
    const std::size_t colon = bare.find(':');
    const bool is_name = colon != std::string_view::npos && colon > 0 &&
                         std::all_of(bare.begin(), bare.begin() + static_cast<std::ptrdiff_t>(colon),
                                     [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
    if (is_name && bare.substr(colon, 3) != "://") return field(begin, ascii_lower(bare.substr(0, colon)));
    at_ = begin + bare.size();
    return word(begin, bare);
  }

  // Up to white space, a parenthesis or a quote.
  std::string_view bare_word() const {
    std::size_t end = at_;
    while (end < text_.size() && !is_space_at(text_, end) && text_[end] != '(' && text_[end] != ')' &&
           text_[end] != '"') {
      end = code_point_at(text_, end).next;
    }
    return text_.substr(at_, end - at_);
  }

  Expected<std::string> quoted() {
    const std::size_t close = text_.find('"', at_ + 1);
    if (close == std::string_view::npos) return wrong(text_.size(), "a closing \"");
    const std::string inner = collapse_space(text_.substr(at_ + 1, close - at_ - 1));
    if (!has_word(inner)) return wrong(at_ + 1, "a word between the quotes");
    at_ = close + 1;
    return inner;
  }

  Expected<QueryNode> word(std::size_t begin, std::string_view bare) {
    const std::size_t star = bare.find('*');
    const bool prefix = star != std::string_view::npos;
    if (prefix && star + 1 != bare.size()) return wrong(begin + star, "* at the end of a word only");
    const std::string_view rest = prefix ? bare.substr(0, star) : bare;
    if (!has_word(rest)) return wrong(begin, "a word with letters or digits");
    return leaf(prefix ? Kind::prefix : Kind::word, begin, std::string(rest));
  }

  QueryNode leaf(Kind kind, std::size_t begin, std::string text) const {
    QueryNode node;
    node.kind = kind;
    node.text = std::move(text);
    node.column = column(begin);
    return node;
  }

  Expected<QueryNode> field(std::size_t begin, const std::string& name) {
    if (std::find(k_fields.begin(), k_fields.end(), name) == k_fields.end()) {
      return wrong(begin, "one of the fields " + std::string(k_field_names) + ", or quotes around the word");
    }
    at_ = begin + name.size() + 1;
    const std::size_t value_at = at_;
    std::string value;
    if (at_ < text_.size() && text_[at_] == '"') {
      Expected<std::string> inner = quoted();
      if (!inner) return tl::unexpected(inner.error());
      value = std::move(*inner);
    } else {
      value = bare_word();
      at_ += value.size();
    }
    if (value.empty()) return wrong(value_at, "a value behind " + name + ":");
    QueryNode node = leaf(Kind::field, begin, value);
    node.field = name;
    return checked(std::move(node), value_at);
  }

  Expected<QueryNode> checked(QueryNode node, std::size_t value_at) const {
    const std::string& name = node.field;
    if (name == "since" || name == "until") return moment(std::move(node), value_at);
    if (name == "concept") {
      node.kind = Kind::concept_word;
    } else if (name == "story") {
      if (!all_digits(node.text) || node.text.size() > 18) return wrong(value_at, "a story's number");
      node.kind = Kind::story;
      node.number = std::stoll(node.text);
    } else if (name == "act") {
      node.text = ascii_lower(node.text);
      if (!act_from(node.text)) return wrong(value_at, k_acts);
    } else if (name == "authority") {
      node.text = ascii_lower(node.text);
      if (!authority_from(node.text)) return wrong(value_at, k_authorities);
    } else if (name == "cve") {
      node.text = cve_id(node.text);
      if (node.text.empty()) return wrong(value_at, "an identifier such as CVE-2021-26855");
    } else if (name == "lang") {
      const bool tag = node.text.size() <= 16 && std::all_of(node.text.begin(), node.text.end(), [](char c) {
                         return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
                       });
      if (!tag || node.text.size() < 2) return wrong(value_at, "a language tag such as fr or zh-Hans");
    } else if (!has_word(node.text)) {
      return wrong(value_at, "a word with letters or digits");
    }
    return node;
  }

  Expected<QueryNode> moment(QueryNode node, std::size_t value_at) const {
    const bool since = node.field == "since";
    node.kind = since ? Kind::since : Kind::until;
    const bool has_unit = !node.text.empty() && !all_digits(node.text);
    if (const auto date = parse_iso8601(node.text)) {
      node.time = since ? date->at : end_of(*date);
    } else if (const auto span = parse_span(node.text);
               span && has_unit && span->count() >= 0 && *span < std::chrono::hours(24 * 366 * 200)) {
      node.time = now_ - *span;
    } else {
      return wrong(value_at, "a span such as 7d or 12h, or a date such as 2026-11-01");
    }
    return node;
  }

  std::string_view text_;
  Time now_;
  std::size_t at_ = 0;
  int terms_ = 0;
};

}  // namespace

Expected<Query> parse_query(std::string_view text, Time now) {
  if (text.size() > k_longest) {
    return failure(ErrorKind::invalid_query, "column 4097: expected the end of the query: 4096 bytes are the most");
  }
  if (const std::size_t nul = text.find('\0'); nul != std::string_view::npos || !is_valid_utf8(text)) {
    return failure(ErrorKind::invalid_query, "column 1: expected UTF-8 text");
  }
  return Parser(text, now).parse();
}

}  // namespace vigie::storage
