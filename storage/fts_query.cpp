#include "storage/fts_query.h"

#include <algorithm>
#include <map>

#include "model/text.h"
#include "storage/facets.h"
#include "storage/fts_tokenizer.h"

namespace vigie::storage {
namespace {

using Kind = QueryNode::Kind;

// Forms of a word or name in the index, over all languages.
constexpr std::size_t k_most_forms = 160;
// Forms of a concept: lexicons list thousands. Those in front are taken from each language in turn; on a million
// articles 400 of them cost as much as a search over everything may.
constexpr std::size_t k_most_wordings = 400;
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

void add_once(std::vector<std::string>& list, std::string item) {
  if (std::find(list.begin(), list.end(), item) == list.end()) list.push_back(std::move(item));
}

bool is_letter_code(std::string_view value) {
  return value.size() == 2 && std::all_of(value.begin(), value.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace

MatchBuilder::MatchBuilder(Tokenizer& tokenizer, std::vector<std::string> languages, const QueryExpansion& expansion)
    : tokenizer_(tokenizer), languages_(std::move(languages)), expansion_(expansion) {
  // The form without a stem comes first: most names are that.
  classes_.push_back(k_no_stems);
  for (const std::string& language : languages_) {
    const int found = stem_class_of(language);
    if (std::find(classes_.begin(), classes_.end(), found) == classes_.end()) classes_.push_back(found);
  }
}

bool MatchBuilder::is_present(std::string_view language) const {
  return language.empty() ||
         std::find(languages_.begin(), languages_.end(), primary_language(language)) != languages_.end();
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
      return wordings(found->second, k_most_wordings, negated ? Scoring::none : Scoring::words_only);
    }
    default:
      break;
  }
  // What is excluded is excluded to the letter; what is looked for is looked for under all its names.
  if (!negated && node.kind != Kind::prefix) {
    if (const std::optional<std::string> found = actor(node)) return *found;
    if (const auto names = expansion_.names.find(key_of(node.text)); names != expansion_.names.end()) {
      std::vector<NamedPhrase> phrases = {{node.text, ""}};
      phrases.insert(phrases.end(), names->second.begin(), names->second.end());
      return wordings(phrases, k_most_forms, Scoring::words_only);
    }
  }
  return words({node.text, ""}, node.kind == Kind::prefix, negated);
}

// A word or phrase that is an actor's name: the judgement knows who is meant under which name, in every language; the
// words as typed are looked for beside it.
std::optional<std::string> MatchBuilder::actor(const QueryNode& node) {
  const std::string key = key_of(node.text);
  const auto found = expansion_.actors.find(key);
  if (found == expansion_.actors.end()) return std::nullopt;
  std::vector<std::string> facets;
  for (const std::string& name : found->second) add_once(facets, facet("actor", name));
  show_names(node.text);
  std::vector<WordPattern> forms;
  add_forms({node.text, ""}, false, forms);
  return term(forms, facets, Scoring::facets_too);
}

// An actor's names are marked in snippets though they are not what is searched for.
void MatchBuilder::show_names(const std::string& name) {
  std::vector<WordPattern> shown;
  add_forms({name, ""}, false, shown);
  if (const auto names = expansion_.names.find(key_of(name)); names != expansion_.names.end()) {
    for (const NamedPhrase& other : names->second) add_forms(other, false, shown);
  }
  for (WordPattern& form : shown) {
    form.group = group_;
    patterns_.push_back(std::move(form));
  }
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
  const std::string key = key_of(node.text);
  std::vector<std::string> facets;
  std::vector<WordPattern> forms;
  Scoring scoring = negated ? Scoring::none : Scoring::words_only;
  if (node.field == "cve") {
    add_forms({node.text, ""}, false, forms);
  } else if (node.field == "actor") {
    if (const auto found = expansion_.actors.find(key); found != expansion_.actors.end()) {
      for (const std::string& name : found->second) add_once(facets, facet("actor", name));
    }
    if (!negated) {
      show_names(node.text);
      scoring = Scoring::facets_too;
    }
  } else if ((node.field == "state" || node.field == "victim") && !is_letter_code(key)) {
    const auto found = expansion_.states.find(key);
    if (found == expansion_.states.end()) {
      return failure(ErrorKind::invalid_query, "column " + std::to_string(node.column + node.field.size() + 1) +
                                                   ": expected a state's two-letter code such as cn, or its name");
    }
    return term({}, {facet(node.field, found->second)}, scoring);
  }
  add_once(facets, facet(node.field, node.text));
  return term(forms, facets, scoring);
}

void MatchBuilder::add_forms(const NamedPhrase& phrase, bool prefix, std::vector<WordPattern>& forms) const {
  const auto add = [&forms](const WordPattern& form) {
    const auto same = [&](const WordPattern& other) {
      return other.words == form.words && other.prefix == form.prefix;
    };
    if (forms.size() < k_most_wordings && std::none_of(forms.begin(), forms.end(), same)) forms.push_back(form);
  };
  const int own = stem_class_of(phrase.language);
  for (const int stem_class : classes_) {
    // A wording of one language is looked for in that language, a name in all.
    if (!phrase.language.empty() && stem_class != own) continue;
    Collector collector;
    tokenizer_.cut(phrase.text, stem_class, collector);
    if (collector.words.empty()) continue;
    const bool begins_pairs = collector.fit_for_query(phrase.text);
    WordPattern form{std::move(collector.words), prefix || begins_pairs, 0};
    add(form);
    if (!prefix) continue;
    // A stem may be shorter than the beginning that is asked for ("attaques*"): look for the word itself too, and for
    // what begins as typed.
    form.prefix = false;
    add(form);
    form.prefix = true;
    const std::string folded = fold(phrase.text);
    if (form.words.size() == 1 && stem_class != k_no_stems && form.words.front().substr(1) != folded) {
      form.words.front() = stem_letter(stem_class) + folded;
      add(form);
    }
  }
}

std::string MatchBuilder::words(const NamedPhrase& phrase, bool prefix, bool negated) {
  std::vector<WordPattern> forms;
  add_forms(phrase, prefix, forms);
  return term(forms, {}, negated ? Scoring::none : Scoring::words_only);
}

// The forms of many wordings, at most `most`: the first of each language, then the second …, for lists put what matters
// most in front.
std::string MatchBuilder::wordings(const std::vector<NamedPhrase>& phrases, std::size_t most, Scoring scoring) {
  std::map<std::string, std::vector<const NamedPhrase*>> by_language;
  std::size_t longest = 0;
  for (const NamedPhrase& phrase : phrases) {
    if (!is_present(phrase.language)) continue;
    std::vector<const NamedPhrase*>& list = by_language[phrase.language];
    list.push_back(&phrase);
    longest = std::max(longest, list.size());
  }
  std::vector<WordPattern> forms;
  for (std::size_t i = 0; i < longest && forms.size() < most; ++i) {
    for (const auto& [language, list] : by_language) {
      if (i < list.size() && forms.size() < most) add_forms(*list[i], false, forms);
    }
  }
  return term(forms, {}, scoring);
}

std::string MatchBuilder::term(const std::vector<WordPattern>& forms, const std::vector<std::string>& facets,
                               Scoring scoring) {
  std::string out;
  const auto add = [&](const std::string& text, unsigned char group) {
    if (!out.empty()) out += " OR ";
    out += text;
    groups_ += static_cast<char>(group);
  };
  const auto own = static_cast<unsigned char>(std::min<std::size_t>(group_, k_silent - 1));
  for (const WordPattern& form : forms) {
    add(quoted(form.words) + (form.prefix ? " *" : ""), scoring == Scoring::none ? k_silent : own);
    if (scoring == Scoring::none) continue;
    patterns_.push_back(form);
    patterns_.back().group = group_;
  }
  for (const std::string& word : facets) add(quoted({word}), scoring == Scoring::facets_too ? own : k_silent);
  if (scoring != Scoring::none) ++group_;
  // A word of which nothing is left matches nothing; FTS5 takes the empty phrase for that.
  if (out.empty()) add("\"\"", k_silent);
  return forms.size() + facets.size() > 1 ? '(' + out + ')' : out;
}

}  // namespace vigie::storage
