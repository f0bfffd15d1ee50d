#include "classifier/lexicon.h"

#include <algorithm>
#include <array>

#include "classifier/letters.h"
#include "model/text.h"

namespace vigie::classifier {
namespace {

constexpr std::string_view k_arabic_article = "\u0627\u0644";  // alif lam

Category category_of(StateRow::Part part) {
  switch (part) {
    case StateRow::Part::name:
      return Category::state_name;
    case StateRow::Part::adjective:
      return Category::state_adjective;
    case StateRow::Part::seat:
      return Category::state_seat;
    case StateRow::Part::service:
      return Category::state_service;
  }
  return Category::state_name;
}

// Languages whose genitive follows its noun without a preposition.
constexpr std::array<std::string_view, 12> k_genitive_after = {"ru", "uk", "bg", "sr", "hr", "sl",
                                                               "cs", "sk", "pl", "el", "ar", "he"};

// Languages of one state, or of one far larger than the others: what their press calls "the ministry" is that state's.
constexpr std::array<std::pair<std::string_view, std::string_view>, 38> k_homes = {
    {{"az", "AZ"}, {"bg", "BG"}, {"cs", "CZ"}, {"da", "DK"}, {"el", "GR"}, {"et", "EE"}, {"fa", "IR"}, {"fi", "FI"},
     {"he", "IL"}, {"hi", "IN"}, {"hr", "HR"}, {"hu", "HU"}, {"hy", "AM"}, {"id", "ID"}, {"it", "IT"}, {"ja", "JP"},
     {"ka", "GE"}, {"kk", "KZ"}, {"ko", "KR"}, {"lt", "LT"}, {"lv", "LV"}, {"ms", "MY"}, {"no", "NO"}, {"pl", "PL"},
     {"ro", "RO"}, {"sk", "SK"}, {"sl", "SI"}, {"sr", "RS"}, {"sv", "SE"}, {"nl", "NL"}, {"ru", "RU"}, {"zh", "CN"},
     {"de", "DE"}, {"fr", "FR"}, {"th", "TH"}, {"tr", "TR"}, {"uk", "UA"}, {"vi", "VN"}}};

constexpr std::array<std::string_view, 6> k_genitive_before = {"lt", "lv", "fi", "et", "hu", "ka"};

std::vector<std::string> folded(const std::vector<std::string>& words) {
  std::vector<std::string> out;
  for (const std::string& word : words) out.push_back(fold_word(trim_ascii(word)));
  return out;
}

}  // namespace

Lexicon::Lexicon(const LexiconTable& table, const StateCodes& codes) : language_(table.language) {
  if (table.order == "sov") grammar_.order = Grammar::Order::sov;
  if (table.order == "vso") grammar_.order = Grammar::Order::vso;
  if (table.adjective == "after") grammar_.adjective = Grammar::Adjective::after;
  if (table.adjective == "both") grammar_.adjective = Grammar::Adjective::both;
  grammar_.verb_bracket = table.language == "de" || table.language == "nl";
  grammar_.genitive_before =
      std::find(k_genitive_before.begin(), k_genitive_before.end(), table.language) != k_genitive_before.end();
  grammar_.genitive_after =
      grammar_.adjective != Grammar::Adjective::before ||
      std::find(k_genitive_after.begin(), k_genitive_after.end(), table.language) != k_genitive_after.end();
  for (const auto& [language, state] : k_homes) {
    if (language == table.language) grammar_.home = codes.find(state);
  }
  grammar_.months = folded(table.months);
  const std::vector<std::string> prefixes = folded(table.prefixes);
  article_ = std::find(prefixes.begin(), prefixes.end(), k_arabic_article) != prefixes.end();
  if (table.language == "vi") {  // tones part words: "bị" is no Belgium
    reader_.keep_accents();
    matcher_.keep_accents();
  }
  matcher_.set_clitics(prefixes, folded(table.suffixes));
  matcher_.reserve(table.rows.size() + table.states.size());
  patterns_.reserve(table.rows.size() + table.states.size());
  for (const LexiconRow& row : table.rows) {
    std::optional<Category> category = category_from(row.category);
    // "product" is a theme in a language's lexicon and a name in that of every language.
    if (category == Category::product && table.language == "mul") category = Category::product_name;
    if (category) add(row.entry, *category, k_no_state);
  }
  add_states(table.states, codes);
}

void Lexicon::add_states(const std::vector<StateRow>& rows, const StateCodes& codes) {
  for (const StateRow& row : rows) {
    if (is_state_code(row.code)) add(row.entry, category_of(row.part), codes.find(row.code));
  }
}

void Lexicon::add(std::string_view entry, Category category, StateId state) {
  std::string error;
  const auto pattern = static_cast<std::uint32_t>(patterns_.size());
  for (EntryReading& reading : reader_.read(entry, error)) {
    matcher_.add(reading, pattern);
    if (!article_) continue;
    bool changed = false;
    for (EntryWord& word : reading) {
      if (word.text.size() < k_arabic_article.size() + 6 ||
          word.text.compare(0, k_arabic_article.size(), k_arabic_article) != 0)
        continue;
      word.text.erase(0, k_arabic_article.size());
      changed = true;
    }
    if (changed) matcher_.add(reading, pattern);
  }
  patterns_.push_back({category, state, static_cast<std::uint32_t>(entries_.size())});
  entries_.append(entry);
  entries_ += '\n';
}

void Lexicon::find(const TokenStream& stream, std::uint16_t lexicon, std::vector<Hit>& into) const {
  std::vector<Match> matches;
  matcher_.find(stream, matches);
  for (const Match& match : matches) {
    const Pattern& pattern = patterns_[match.payload];
    into.push_back({match.first, match.last, pattern.category, pattern.state, lexicon, match.payload});
  }
}

std::string Lexicon::rule_of(const Hit& hit) const {
  const Pattern& pattern = patterns_[hit.pattern];
  const std::size_t end = entries_.find('\n', pattern.entry);
  return "lexicon:" + language_ + "/" + std::string(name_of(pattern.category)) + "/" +
         entries_.substr(pattern.entry, end - pattern.entry);
}

std::vector<std::string> Lexicon::plain_entries(Category category) const {
  std::vector<std::string> out;
  for (const Pattern& pattern : patterns_) {
    if (pattern.category != category) continue;
    std::string entry = entries_.substr(pattern.entry, entries_.find('\n', pattern.entry) - pattern.entry);
    if (entry.find_first_of("{=") == std::string::npos && entry.find("..") == std::string::npos)
      out.push_back(std::move(entry));
  }
  return out;
}

}  // namespace vigie::classifier
