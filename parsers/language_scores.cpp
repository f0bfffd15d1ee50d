#include "parsers/language_scores.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
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
constexpr std::size_t k_shortest_piece = 2;  // letters
constexpr std::size_t k_longest_piece = 7;

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

// FNV-1a, one byte at a time: the hash of a longer piece goes on from that of a shorter one.
constexpr std::uint32_t k_hash_seed = 0x811C9DC5;
constexpr std::uint32_t hash_byte(std::uint32_t hash, char c) {
  return (hash ^ static_cast<unsigned char>(c)) * 0x01000193U;
}

std::uint32_t hash_of(std::string_view text) {
  std::uint32_t hash = k_hash_seed;
  for (const char c : text) hash = hash_byte(hash, c);
  return hash;
}

// Clues by their text, open addressing. Nearly all that is asked for is not there: bits of all hashes say so first.
class ClueTable {
 public:
  void add(std::string_view text, std::uint64_t language) {
    if ((used_ + 1) * 2 > slots_.size()) grow();
    Slot& slot = slots_[place_of(text, hash_of(text))];
    if (slot.text.empty()) ++used_;
    slot.text = text;
    slot.clue.languages |= language;
    const std::uint32_t bit = bit_of(hash_of(text));
    seen_[bit / 64] |= std::uint64_t{1} << bit % 64;
  }

  /// `hash`: hash_of(text).
  const Clue* find(std::string_view text, std::uint32_t hash) const {
    const std::uint32_t bit = bit_of(hash);
    if ((seen_[bit / 64] >> bit % 64 & 1) == 0 || slots_.empty()) return nullptr;
    const Slot& slot = slots_[place_of(text, hash)];
    return slot.text.empty() ? nullptr : &slot.clue;
  }

  template <typename Function>
  void for_each(Function&& function) {
    for (Slot& slot : slots_) {
      if (!slot.text.empty()) function(slot.clue);
    }
  }

 private:
  struct Slot {
    std::string_view text;
    Clue clue;
  };

  static std::uint32_t bit_of(std::uint32_t hash) { return (hash ^ hash >> 16) & 0xFFFF; }

  std::size_t place_of(std::string_view text, std::uint32_t hash) const {
    std::size_t at = (hash ^ hash >> 15) & (slots_.size() - 1);
    while (!slots_[at].text.empty() && slots_[at].text != text) at = (at + 1) & (slots_.size() - 1);
    return at;
  }

  void grow() {
    std::vector<Slot> old(std::max<std::size_t>(256, slots_.size() * 2));
    old.swap(slots_);
    for (const Slot& slot : old) {
      if (!slot.text.empty()) slots_[place_of(slot.text, hash_of(slot.text))] = slot;
    }
  }

  std::vector<Slot> slots_;
  std::size_t used_ = 0;
  std::array<std::uint64_t, 1024> seen_{};
};

struct Languages {
  std::span<const LanguageWords> rows;
  ClueTable words;
  ClueTable pieces;
  std::unordered_map<char32_t, Clue> letters;

  explicit Languages(std::span<const LanguageWords> table) : rows(table) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const std::uint64_t bit = std::uint64_t{1} << i;
      for_each_word(rows[i].words, [&](std::string_view word) { words.add(word, bit); });
      for_each_word(rows[i].pieces, [&](std::string_view piece) { pieces.add(piece, bit); });
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
    words.for_each([&](Clue& clue) { clue.weight = k_word * (rarity(clue) + k_word_base); });
    pieces.for_each([&](Clue& clue) { clue.weight = k_piece * rarity(clue); });
    for (auto& [letter, clue] : letters) clue.weight = k_own_letter * rarity(clue);
  }
};

// Each script's tables are built when its first text comes.
const Languages& languages_of(Script script) {
  if (script == Script::cyrillic) {
    static const Languages cyrillic(cyrillic_words());
    return cyrillic;
  }
  if (script == Script::arabic) {
    static const Languages arabic(arabic_words());
    return arabic;
  }
  if (script == Script::devanagari) {
    static const Languages devanagari(devanagari_words());
    return devanagari;
  }
  static const Languages latin(latin_words());
  return latin;
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
      if (is_apostrophe(c.value) && !word.empty() && word.size() <= 5) {
        const std::string elided = word + '\'';
        see_clue(languages_.words.find(elided, hash_of(elided)));
      }
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
  void see_clue(const Clue* clue) {
    if (clue == nullptr) return;
    for (std::uint64_t left = clue->languages; left != 0; left &= left - 1) {
      scores_[static_cast<std::size_t>(std::countr_zero(left))] += clue->weight;
    }
  }

  void see_word(const std::string& word) {
    if (word.empty() || word.size() > 120) return;
    ++words_;
    see_clue(languages_.words.find(word, hash_of(word)));
    see_pieces('^' + word + '$');
  }

  // All stretches of two to seven letters, the word's ends counted as letters.
  void see_pieces(const std::string& word) {
    const auto begins_letter = [&word](std::size_t at) {
      return at == word.size() || (static_cast<unsigned char>(word[at]) & 0xC0) != 0x80;
    };
    for (std::size_t from = 0; from < word.size(); ++from) {
      if (!begins_letter(from)) continue;
      std::uint32_t hash = k_hash_seed;
      std::size_t letters = 0;
      for (std::size_t to = from; to < word.size() && letters < k_longest_piece;) {
        hash = hash_byte(hash, word[to++]);
        if (!begins_letter(to) || ++letters < k_shortest_piece) continue;
        see_clue(languages_.pieces.find(std::string_view(word).substr(from, to - from), hash));
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
