#include "parsers/language_scores.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <deque>
#include <unordered_map>
#include <vector>

#include "model/text.h"
#include "parsers/language_words.h"

namespace vigie::parsers {
namespace {

// Tuned on the dev titles of the truth and story sets and on the first eight words of each article of the Universal
// Declaration in 60 languages: re-measure both when one changes.
constexpr double k_word = 1.0;
constexpr double k_word_base = 0.2;
constexpr double k_piece = 0.3;
constexpr double k_own_letter = 0.5;
constexpr double k_foreign_letter = 0.8;
constexpr double k_enough_words = 40;

// A clue's languages as bits of the table's rows, and the weight of having seen it.
struct Clue {
  std::uint64_t languages = 0;
  double weight = 0;
};

template <typename Function>
void for_each_word(std::string_view text, Function&& function) {
  while (!text.empty()) {
    const std::size_t end = text.find(' ');
    if (end != 0) function(text.substr(0, end));
    if (end == text.npos) return;
    text.remove_prefix(end + 1);
  }
}

struct Languages {
  std::span<const LanguageWords> rows;
  std::unordered_map<std::string_view, Clue> words;
  std::unordered_map<std::string_view, Clue> pieces;
  std::unordered_map<char32_t, Clue> letters;

  explicit Languages(std::span<const LanguageWords> table) : rows(table) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const std::uint64_t bit = std::uint64_t{1} << i;
      for_each_word(rows[i].words, [&](std::string_view word) { words[word].languages |= bit; });
      for_each_word(rows[i].pieces, [&](std::string_view piece) { pieces[piece].languages |= bit; });
      const std::string_view text = rows[i].letters;
      for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = code_point_at(text, at);
        letters[c.value].languages |= bit;
        at = c.next;
      }
    }
    // The fewer languages have it, the more it tells.
    const double count = static_cast<double>(rows.size());
    const auto rarity = [count](const Clue& clue) { return std::log(count / __builtin_popcountll(clue.languages)); };
    for (auto& [word, clue] : words) clue.weight = k_word * (rarity(clue) + k_word_base);
    for (auto& [piece, clue] : pieces) clue.weight = k_piece * rarity(clue);
    for (auto& [letter, clue] : letters) clue.weight = k_own_letter * rarity(clue);
  }
};

const Languages& languages_of(Script script) {
  static const Languages latin(latin_words());
  static const Languages cyrillic(cyrillic_words());
  static const Languages arabic(arabic_words());
  static const Languages devanagari(devanagari_words());
  switch (script) {
    case Script::cyrillic:
      return cyrillic;
    case Script::arabic:
      return arabic;
    case Script::devanagari:
      return devanagari;
    default:
      return latin;
  }
}

bool is_apostrophe(char32_t c) { return c == '\'' || c == 0x2019 || c == 0x02BC || c == 0x2018; }

// Accents and vowel signs that stand beside the letters of their scripts, and the narrow joiner of Persian.
bool is_mark(char32_t c) {
  return (c >= 0x300 && c <= 0x36F) || (c >= 0x64B && c <= 0x65F) || c == 0x200C || (c >= 0x93A && c <= 0x94F) ||
         (c >= 0x901 && c <= 0x903);
}

class WordScorer {
 public:
  WordScorer(const Languages& languages, Script script)
      : languages_(languages), script_(script), scores_(languages.rows.size(), 0.0) {}

  void read(std::string_view text) {
    std::string word;
    for (std::size_t at = 0; at < text.size();) {
      const CodePoint c = code_point_at(text, at);
      at = c.next;
      if (script_of(c.value) == script_ || is_mark(c.value)) {
        const char32_t lower = lower_letter(c.value);
        append_utf8(word, lower);
        see_letter(lower);
        continue;
      }
      // "l'", "qu'": a word of its own
      if (is_apostrophe(c.value) && !word.empty() && word.size() <= 5) see_clue(languages_.words, word + '\'');
      see_word(word);
      word.clear();
    }
    see_word(word);
  }

  void add_to(Scores& scores) const {
    // A long text's evidence is its rate; a short one's is what there is.
    const double scale = words_ > k_enough_words ? k_enough_words / words_ : 1;
    for (std::size_t i = 0; i < scores_.size(); ++i) {
      scores[std::string(languages_.rows[i].language)] += scores_[i] * scale;
    }
  }

 private:
  template <typename Map>
  void see_clue(const Map& clues, std::string_view key) {
    const auto found = clues.find(key);
    if (found == clues.end()) return;
    for (std::size_t i = 0; i < scores_.size(); ++i) {
      if ((found->second.languages >> i) & 1) scores_[i] += found->second.weight;
    }
  }

  void see_word(const std::string& word) {
    if (word.empty() || word.size() > 120) return;
    ++words_;
    see_clue(languages_.words, word);
    see_pieces('^' + word + '$');
  }

  // All stretches of two to six letters, the word's ends counted as letters.
  void see_pieces(const std::string& word) {
    std::vector<std::size_t> at;
    for (std::size_t i = 0; i < word.size(); ++i) {
      if ((static_cast<unsigned char>(word[i]) & 0xC0) != 0x80) at.push_back(i);
    }
    at.push_back(word.size());
    for (std::size_t from = 0; from + 1 < at.size(); ++from) {
      for (std::size_t to = from + 2; to < at.size() && to <= from + 7; ++to) {
        see_clue(languages_.pieces, std::string_view(word).substr(at[from], at[to] - at[from]));
      }
    }
  }

  // A letter of few alphabets speaks for them; the others would need it for a foreign name only.
  void see_letter(char32_t letter) {
    if (letter < 0x80) return;
    const auto found = languages_.letters.find(letter);
    if (found == languages_.letters.end()) return;
    double& seen = seen_[letter];
    const double part = 1 / (1 + seen);  // each further one tells less
    seen += 0.5;
    for (std::size_t i = 0; i < scores_.size(); ++i) {
      const bool own = (found->second.languages >> i) & 1;
      scores_[i] += own ? found->second.weight * part : -k_foreign_letter * part;
    }
  }

  const Languages& languages_;
  Script script_;
  std::vector<double> scores_;
  std::map<char32_t, double> seen_;
  double words_ = 0;
};

}  // namespace

void add_word_scores(std::string_view text, Script script, Scores& scores) {
  WordScorer scorer(languages_of(script), script);
  scorer.read(text);
  scorer.add_to(scores);
}

}  // namespace vigie::parsers
