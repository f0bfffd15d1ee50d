#include "parsers/date_lexicon.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "model/text.h"
#include "parsers/date_tokens.h"

namespace vigie::parsers {
namespace {

// Languages in order of the news written in them: who is asked first when a text's language is not known.
constexpr std::array<std::string_view, 46> k_weights = {
    "en", "es", "fr", "de", "ru", "pt", "it", "zh", "ja",  "ar", "nl", "pl", "tr", "fa", "uk", "ko",
    "vi", "id", "sv", "cs", "el", "hu", "ro", "da", "nb",  "fi", "he", "bg", "sr", "hr", "sk", "th",
    "hi", "bn", "ms", "lt", "lv", "et", "sl", "ca", "fil", "sw", "be", "kk", "ka", "ur"};

struct Alias {
  std::string_view tag;
  std::string_view as;
};
constexpr std::array<Alias, 14> k_aliases = {{{"no", "nb"},
                                              {"tl", "fil"},
                                              {"iw", "he"},
                                              {"in", "id"},
                                              {"sh", "sr"},
                                              {"mo", "ro"},
                                              {"ji", "yi"},
                                              {"jw", "jv"},
                                              {"cmn", "zh"},
                                              {"prs", "fa"},
                                              {"arb", "ar"},
                                              {"nno", "nn"},
                                              {"me", "sr"},
                                              {"cnr", "sr"}}};

template <typename Function>
void for_each_part(std::string_view text, char separator, Function&& function) {
  while (!text.empty()) {
    const std::size_t end = text.find(separator);
    if (end != 0) function(text.substr(0, end));
    if (end == text.npos) return;
    text.remove_prefix(end + 1);
  }
}

std::optional<std::int16_t> number(std::string_view text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return static_cast<std::int16_t>(value);
}

std::optional<TimeUnit> unit(char letter) {
  static constexpr std::string_view k_letters = "sihdwmyD";
  const std::size_t at = k_letters.find(letter);
  return at == k_letters.npos ? std::nullopt : std::optional(static_cast<TimeUnit>(at));
}

std::optional<Meaning> simple_meaning(std::string_view key) {
  struct Simple {
    std::string_view key;
    WordKind kind;
    std::int16_t value;
  };
  static constexpr std::array<Simple, 13> k_simple = {{{"am", WordKind::half_day, 0},
                                                       {"pm", WordKind::half_day, 12},
                                                       {"midnight", WordKind::clock, 0},
                                                       {"noon", WordKind::clock, 12},
                                                       {"past", WordKind::past, 0},
                                                       {"future", WordKind::future, 0},
                                                       {"of", WordKind::filler, 0},
                                                       {"at", WordKind::at, 0},
                                                       {"era-ah", WordKind::era, k_era_islamic},
                                                       {"era-ap", WordKind::era, k_era_persian},
                                                       {"era-am", WordKind::era, k_era_hebrew},
                                                       {"update", WordKind::update, 0},
                                                       {"publish", WordKind::publish, 0}}};
  for (const Simple& simple : k_simple) {
    if (simple.key == key) return Meaning{simple.kind, TimeUnit::second, simple.value, 0};
  }
  return std::nullopt;
}

std::optional<Meaning> meaning_of(std::string_view key) {
  if (const auto simple = simple_meaning(key)) return simple;
  struct Numbered {
    std::string_view prefix;
    WordKind kind;
  };
  static constexpr std::array<Numbered, 8> k_numbered = {{{"persian-", WordKind::persian},
                                                          {"islamic-", WordKind::islamic},
                                                          {"hebrew-", WordKind::hebrew},
                                                          {"ethiopic-", WordKind::ethiopic},
                                                          {"era-", WordKind::era},
                                                          {"m", WordKind::month},
                                                          {"w", WordKind::weekday},
                                                          {"n", WordKind::number}}};
  for (const Numbered& numbered : k_numbered) {
    if (!key.starts_with(numbered.prefix)) continue;
    if (const auto value = number(key.substr(numbered.prefix.size()))) {
      return Meaning{numbered.kind, TimeUnit::second, *value, 0};
    }
  }
  if (key.size() == 2 && key[0] == 'f') {
    const std::optional<TimeUnit> coming = unit(key[1]);
    if (coming) return Meaning{WordKind::unit, *coming, 1, 0};
  }
  if (key.size() >= 2 && (key[0] == 'u' || key[0] == 'p')) {
    const std::optional<TimeUnit> named = unit(key[1]);
    if (named && key[0] == 'u' && key.size() == 2) return Meaning{WordKind::unit, *named, 0, 0};
    const std::optional<TimeUnit> dual = key.size() == 3 && key.starts_with("u2") ? unit(key[2]) : std::nullopt;
    if (dual) return Meaning{WordKind::unit, *dual, 2, 0};
    const std::optional<std::int16_t> offset = number(key.substr(2));
    if (named && offset) return Meaning{WordKind::phrase, *named, *offset, 0};
  }
  return std::nullopt;
}

// A phrase as the tokens of a text would spell it.
std::string spell(std::string_view phrase) {
  std::string out;
  for (const DateToken& token : tokenize_date(phrase, 32)) {
    if (token.kind == DateToken::Kind::mark) continue;
    if (!out.empty()) out += ' ';
    out += token.text;
  }
  return out;
}

}  // namespace

const DateLexicon& DateLexicon::instance() {
  static const DateLexicon lexicon;
  return lexicon;
}

DateLexicon::DateLexicon() {
  tags_.emplace_back("");
  for (const DateWords& row : date_names()) tags_.push_back(row.language);
  for (const std::string_view weight : k_weights) {
    if (const std::uint16_t found = language(weight)) by_weight_.push_back(found);
  }
  for (std::size_t i = 1; i < tags_.size(); ++i) {
    if (std::find(by_weight_.begin(), by_weight_.end(), i) == by_weight_.end()) {
      by_weight_.push_back(static_cast<std::uint16_t>(i));
    }
  }
  std::size_t words = 0;
  for (const DateWords& row : date_words())
    words += static_cast<std::size_t>(std::count(row.entries.begin(), row.entries.end(), '|')) +
             static_cast<std::size_t>(std::count(row.entries.begin(), row.entries.end(), ':'));
  storage_.reserve(words);  // entries_ holds views into it: it must not grow
  for (const DateWords& row : date_names()) add_row(row, false);
  for (const DateWords& row : date_words()) add_row(row, true);
  std::stable_sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) { return a.word < b.word; });
}

void DateLexicon::add_row(const DateWords& row, bool fold_words) {
  const std::uint16_t index = language(row.language);
  for_each_part(row.entries, ';', [&](std::string_view entry) {
    const std::size_t colon = entry.find(':');
    if (colon == entry.npos) return;
    for_each_part(entry.substr(colon + 1), '|', [&](std::string_view word) {
      if (fold_words) {
        if (storage_.size() == storage_.capacity()) return;
        word = storage_.emplace_back(spell(word));
      }
      add_entry(trim_ascii(entry.substr(0, colon)), word, index);
    });
  });
}

void DateLexicon::add_entry(std::string_view key, std::string_view word, std::uint16_t language) {
  std::optional<Meaning> meaning = meaning_of(key);
  if (!meaning || word.empty()) return;
  meaning->language = language;
  entries_.push_back({word, *meaning});
}

std::span<const DateLexicon::Entry> DateLexicon::find(std::string_view phrase) const {
  struct Order {
    bool operator()(const Entry& entry, std::string_view word) const { return entry.word < word; }
    bool operator()(std::string_view word, const Entry& entry) const { return word < entry.word; }
  };
  const auto [first, last] = std::equal_range(entries_.begin(), entries_.end(), phrase, Order());
  return {first, last};
}

std::span<const DateLexicon::Entry> DateLexicon::begins_with(std::string_view prefix, std::size_t limit) const {
  const auto first = std::lower_bound(entries_.begin(), entries_.end(), prefix,
                                      [](const Entry& entry, std::string_view word) { return entry.word < word; });
  auto last = first;
  while (last != entries_.end() && last->word.starts_with(prefix) && static_cast<std::size_t>(last - first) < limit)
    ++last;
  return {first, last};
}

std::uint16_t DateLexicon::language(std::string_view tag) const {
  std::string primary = ascii_lower(tag.substr(0, tag.find_first_of("-_")));
  for (const Alias& alias : k_aliases) {
    if (alias.tag == primary) primary = alias.as;
  }
  for (std::size_t i = 1; i < tags_.size(); ++i) {
    if (tags_[i] == primary) return static_cast<std::uint16_t>(i);
  }
  return 0;
}

std::string_view DateLexicon::tag(std::uint16_t language) const {
  return language < tags_.size() ? tags_[language] : "";
}

}  // namespace vigie::parsers
