#include "storage/fts_query.h"

#include <algorithm>
#include <set>

#include "model/text.h"
#include "storage/facets.h"
#include "storage/fts_tokenizer.h"

namespace vigie::storage {
namespace {

using Kind = QueryNode::Kind;

// A name with all its spellings in all languages; more would cost more than they find.
constexpr std::size_t k_most_forms = 160;
constexpr unsigned char k_silent = 255;

class Collector : public TokenSink {
 public:
  bool take(const Token& token) override {
    if (token.same_position) return true;
    within_ = !words.empty() && token.begin >= begin_ && token.end <= end_;
    begin_ = token.begin;
    end_ = token.end;
    words.emplace_back(token.text);
    return words.size() < 64;
  }

  // The last character of a run of pairs stands in the index by itself only where the run ends: a query must not ask
  // for it, and a query of one such character asks for the pairs it begins.
  bool fit_for_query(std::string_view text) {
    if (within_) {
      words.pop_back();
      return false;
    }
    return !words.empty() && is_paired(code_point_at(text, begin_).value);
  }

  std::vector<std::string> words;

 private:
  std::uint32_t begin_ = 0;
  std::uint32_t end_ = 0;
  bool within_ = false;
};

std::string quoted(const std::vector<std::string>& words) {
  std::string out = "\"";
  for (const std::string& word : words) {
    if (out.size() > 1) out += k_token_separator;
    for (const char c : word) {
      if (c == '"') out += '"';
      out += c;
    }
  }
  return out + '"';
}

std::string key_of(std::string_view text) { return collapse_space(fold(text)); }

std::string known_names(const std::map<std::string, std::vector<NamedPhrase>, std::less<>>& map) {
  std::string names;
  int shown = 0;
  for (const auto& [name, phrases] : map) {
    if (++shown > 30) return names + " …";
    if (!names.empty()) names += ", ";
    names += name;
  }
  return names;
}

bool is_letter_code(std::string_view value) {
  return value.size() == 2 && std::all_of(value.begin(), value.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace

MatchBuilder::MatchBuilder(Tokenizer& tokenizer, std::vector<int> classes, const QueryExpansion& expansion)
    : tokenizer_(tokenizer), classes_(std::move(classes)), expansion_(expansion) {
  // The form without a stem comes first: most names are that.
  std::erase(classes_, k_no_stems);
  classes_.insert(classes_.begin(), k_no_stems);
}

bool MatchBuilder::expressible(const QueryNode& node) {
  switch (node.kind) {
    case Kind::since:
    case Kind::until:
    case Kind::story:
    case Kind::none_of:
      return false;
    case Kind::any_of:
      return std::all_of(node.children.begin(), node.children.end(), &expressible);
    case Kind::all_of: {
      bool positive = false;
      for (const QueryNode& child : node.children) {
        const bool negative = child.kind == Kind::none_of;
        if (!expressible(negative ? child.children.front() : child)) return false;
        positive = positive || !negative;
      }
      return positive;
    }
    default:
      return true;
  }
}

Expected<MatchExpression> MatchBuilder::build(const QueryNode& node) {
  groups_.clear();
  Expected<std::string> text = node_text(node, false);
  if (!text) return tl::unexpected(text.error());
  return MatchExpression{std::move(*text), groups_};
}

Expected<std::string> MatchBuilder::node_text(const QueryNode& node, bool negated) {
  switch (node.kind) {
    case Kind::all_of:
      return all_of(node, negated);
    case Kind::any_of:
      return joined(node.children, " OR ", negated);
    case Kind::field:
      return field(node, negated);
    case Kind::concept_word: {
      const auto found = expansion_.concepts.find(key_of(node.text));
      if (found == expansion_.concepts.end()) {
        return failure(ErrorKind::invalid_query, "column " + std::to_string(node.column) +
                                                     ": expected a known concept behind concept:, one of " +
                                                     known_names(expansion_.concepts));
      }
      return words(found->second, false, negated);
    }
    default:
      break;
  }
  if (!negated && node.kind != Kind::prefix) {
    // What is excluded is excluded to the letter; what is looked for is looked for under all its names.
    if (const auto names = expansion_.names.find(key_of(node.text)); names != expansion_.names.end()) {
      std::vector<NamedPhrase> phrases = {{node.text, ""}};
      phrases.insert(phrases.end(), names->second.begin(), names->second.end());
      return words(phrases, false, negated);
    }
  }
  return words({{node.text, ""}}, node.kind == Kind::prefix, negated);
}

Expected<std::string> MatchBuilder::joined(const std::vector<QueryNode>& nodes, std::string_view by, bool negated) {
  std::string out;
  for (const QueryNode& node : nodes) {
    Expected<std::string> part = node_text(node, negated);
    if (!part) return part;
    if (!out.empty()) out += by;
    out += *part;
  }
  return nodes.size() > 1 ? '(' + out + ')' : out;
}

Expected<std::string> MatchBuilder::all_of(const QueryNode& node, bool negated) {
  std::vector<QueryNode> positive;
  std::vector<QueryNode> negative;
  for (const QueryNode& child : node.children) {
    if (child.kind == Kind::none_of) {
      negative.push_back(child.children.front());
    } else {
      positive.push_back(child);
    }
  }
  Expected<std::string> wanted = joined(positive, " AND ", negated);
  if (!wanted || negative.empty()) return wanted;
  Expected<std::string> unwanted = joined(negative, " OR ", true);
  if (!unwanted) return unwanted;
  return '(' + *wanted + " NOT " + *unwanted + ')';
}

Expected<std::string> MatchBuilder::field(const QueryNode& node, bool negated) {
  std::vector<std::string> facets = {facet(node.field, node.text)};
  std::vector<WordPattern> forms;
  if (node.field == "cve") {
    add_forms({node.text, ""}, false, forms);
    forms.resize(1);  // words with digits have no stems
  } else if (node.field == "actor") {
    const std::string key = key_of(node.text);
    if (const auto found = expansion_.actors.find(key); found != expansion_.actors.end()) {
      for (const std::string& name : found->second) facets.push_back(facet("actor", name));
    }
    // The names are marked in snippets, yet only the judgement decides who is meant.
    std::vector<WordPattern> shown;
    if (const auto names = expansion_.names.find(key); names != expansion_.names.end()) {
      for (const NamedPhrase& name : names->second) add_forms(name, false, shown);
    }
    add_forms({node.text, ""}, false, shown);
    for (WordPattern& form : shown) {
      form.group = group_;
      if (!negated) patterns_.push_back(std::move(form));
    }
  } else if ((node.field == "state" || node.field == "victim") && !is_letter_code(key_of(node.text))) {
    const auto found = expansion_.states.find(key_of(node.text));
    if (found == expansion_.states.end()) {
      return failure(ErrorKind::invalid_query, "column " + std::to_string(node.column + node.field.size() + 1) +
                                                   ": expected a state's two-letter code such as cn, or its name");
    }
    facets = {facet(node.field, found->second)};
  }
  return term(forms, facets, negated);
}

void MatchBuilder::add_forms(const NamedPhrase& phrase, bool prefix, std::vector<WordPattern>& forms) {
  const int own = stem_class_of(phrase.language);
  for (const int stem_class : classes_) {
    if (!phrase.language.empty() && stem_class != k_no_stems && stem_class != own) continue;
    Collector collector;
    tokenizer_.cut(phrase.text, stem_class, collector);
    if (collector.words.empty()) continue;
    const bool begins_pairs = collector.fit_for_query(phrase.text);
    WordPattern form{std::move(collector.words), prefix || begins_pairs, 0};
    const auto same = [&](const WordPattern& other) {
      return other.words == form.words && other.prefix == form.prefix;
    };
    if (std::none_of(forms.begin(), forms.end(), same) && forms.size() < k_most_forms) forms.push_back(form);
    if (!prefix) continue;
    // A stem may be shorter than the beginning that is asked for ("attaques*"): look for the word itself too, and for
    // what begins as typed.
    form.prefix = false;
    if (std::none_of(forms.begin(), forms.end(), same) && forms.size() < k_most_forms) forms.push_back(form);
    form.prefix = true;
    const std::string folded = fold(phrase.text);
    if (form.words.size() == 1 && stem_class != k_no_stems && form.words.front() != folded) {
      form.words.front() = static_cast<char>('A' + stem_class) + folded;
      if (std::none_of(forms.begin(), forms.end(), same) && forms.size() < k_most_forms) forms.push_back(form);
    }
  }
}

std::string MatchBuilder::words(const std::vector<NamedPhrase>& phrases, bool prefix, bool negated) {
  std::vector<WordPattern> forms;
  for (const NamedPhrase& phrase : phrases) add_forms(phrase, prefix, forms);
  return term(forms, {}, negated);
}

std::string MatchBuilder::term(const std::vector<WordPattern>& forms, const std::vector<std::string>& facets,
                               bool negated) {
  std::string out;
  const auto add = [&](const std::string& text, unsigned char group) {
    if (!out.empty()) out += " OR ";
    out += text;
    groups_ += static_cast<char>(group);
  };
  const auto group = static_cast<unsigned char>(negated ? k_silent : std::min<std::size_t>(group_, k_silent - 1));
  for (const WordPattern& form : forms) {
    add(quoted(form.words) + (form.prefix ? " *" : ""), group);
    if (negated) continue;
    patterns_.push_back(form);
    patterns_.back().group = group_;
  }
  for (const std::string& word : facets) add(quoted({word}), k_silent);
  if (!negated) ++group_;
  // A word of which nothing is left matches nothing; FTS5 takes the empty phrase for that.
  if (out.empty()) add("\"\"", k_silent);
  return forms.size() + facets.size() > 1 ? '(' + out + ')' : out;
}

}  // namespace vigie::storage
