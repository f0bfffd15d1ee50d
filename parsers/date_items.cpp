#include "parsers/date_items.h"

#include <algorithm>

#include "model/text.h"
#include "parsers/date_zone.h"

namespace vigie::parsers {
namespace {

constexpr std::size_t k_longest_phrase = 6;  // words

bool joins_words(const DateToken& token) {
  return token.kind == DateToken::Kind::mark && !token.space_before &&
         (token.text == "-" || token.text == "'" || token.text == "." || token.text == "\u2032" ||
          token.text == "\u2035" || token.text == "\u02B9" || token.text == "\u055A" || token.text == "\uA78C" ||
          token.text == "\u05F3" || token.text == "\u05F4" || token.text == "\"" || token.text == "`" ||
          token.text == "\u02BB" || token.text == "\u02BC");
}

std::vector<Meaning> meanings_in(std::span<const DateLexicon::Entry> entries, std::uint16_t language) {
  std::vector<Meaning> out;
  for (const DateLexicon::Entry& entry : entries) {
    if (entry.meaning.language == language || entry.meaning.language == 0) out.push_back(entry.meaning);
  }
  return out;
}

// Letters as numbers: א 1 … ת 400. Null for other letters.
std::optional<int> gematria(std::string_view word) {
  static constexpr int k_values[] = {1,  2,  3,  4,  5,  6,  7,  8,  9,  10,  20,  20,  30, 40,
                                     40, 50, 50, 60, 70, 80, 80, 90, 90, 100, 200, 300, 400};
  int sum = 0;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint c = code_point_at(word, at);
    if (c.value < 0x5D0 || c.value > 0x5EA) return std::nullopt;
    sum += k_values[c.value - 0x5D0];
    at = c.next;
  }
  return sum > 0 ? std::optional(sum) : std::nullopt;
}

class Reader {
 public:
  Reader(const std::vector<DateToken>& tokens, std::uint16_t language, UnknownWord unknown)
      : tokens_(tokens), language_(language), unknown_(unknown), lexicon_(DateLexicon::instance()) {
    hebrew_ = lexicon_.tag(language) == "he";
  }

  std::optional<std::vector<DateItem>> run() {
    while (at_ < tokens_.size()) {
      if (tokens_[at_].kind != DateToken::Kind::word) {
        push_plain();
      } else if (!read_numeral() && !read_zone_identifier() && !read_phrase() && !read_segments() && !read_ending() &&
                 !read_short_form() && !read_unit_form() && !read_gematria()) {
        if (!read_zone_name() && unknown_ == UnknownWord::give_up) return std::nullopt;
      }
    }
    join_twin_months();
    return std::move(items_);
  }

 private:
  /// "24 نيسان / أبريل 2020": the month by both its names, as the Levant's press writes it. The first stays.
  void join_twin_months() {
    for (std::size_t i = 0; i + 2 < items_.size(); ++i) {
      const Meaning* month = items_[i].meaning(WordKind::month);
      const Meaning* again = items_[i + 2].meaning(WordKind::month);
      if (!month || !again || month->value != again->value || !items_[i + 1].is_mark('/')) continue;
      items_[i].last_token = items_[i + 2].last_token;
      items_.erase(items_.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                   items_.begin() + static_cast<std::ptrdiff_t>(i) + 3);
    }
  }

  DateItem& push(std::size_t last) {
    DateItem item;
    item.kind = tokens_[at_].kind;
    item.text = tokens_[at_].text;
    item.value = tokens_[at_].value;
    item.space_before = tokens_[at_].space_before;
    item.capitals = tokens_[at_].capitals;
    item.first_token = at_;
    item.last_token = last;
    items_.push_back(std::move(item));
    at_ = last + 1;
    return items_.back();
  }

  void push_plain() { push(at_); }

  // "europe/brussels", "america/new_york"
  bool read_zone_identifier() {
    if (at_ + 2 >= tokens_.size() || tokens_[at_ + 1].text != "/" || tokens_[at_ + 2].kind != DateToken::Kind::word)
      return false;
    std::string name = tokens_[at_].text;
    std::size_t last = at_;
    while (last + 2 < tokens_.size() && !tokens_[last + 1].space_before && !tokens_[last + 2].space_before &&
           (tokens_[last + 1].text == "/" || tokens_[last + 1].text == "_") &&
           tokens_[last + 2].kind == DateToken::Kind::word) {
      name += tokens_[last + 1].text + tokens_[last + 2].text;
      last += 2;
    }
    const std::string identifier = zone_identifier(name);
    if (identifier.empty()) return false;
    push(last).text = identifier;
    return true;
  }

  // The longest phrase of the language that begins here.
  bool read_phrase() {
    std::vector<std::size_t> ends;  // token index of the last word of each phrase of 1, 2 … words
    std::vector<std::string> spaced;
    std::vector<std::string> glued;
    std::size_t at = at_;
    while (ends.size() < k_longest_phrase && at < tokens_.size() && tokens_[at].kind == DateToken::Kind::word) {
      spaced.push_back(spaced.empty() ? tokens_[at].text : spaced.back() + ' ' + tokens_[at].text);
      glued.push_back(glued.empty() ? tokens_[at].text : glued.back() + tokens_[at].text);
      ends.push_back(at);
      ++at;
      if (at + 1 < tokens_.size() && joins_words(tokens_[at]) && tokens_[at + 1].kind == DateToken::Kind::word) ++at;
    }
    for (std::size_t words = ends.size(); words > 0; --words) {
      std::vector<Meaning> found = meanings_in(lexicon_.find(spaced[words - 1]), language_);
      // Arabic letters: a narrow joiner, which folding drops, or a space ("سه‌شنبه", "سه شنبه").
      const bool arabic =
          static_cast<unsigned char>(spaced[0][0]) >= 0xD8 && static_cast<unsigned char>(spaced[0][0]) <= 0xDB;
      if (found.empty() && words > 1 && arabic) found = meanings_in(lexicon_.find(glued[words - 1]), language_);
      if (found.empty()) continue;
      DateItem& item = push(ends[words - 1]);
      item.text = spaced[words - 1];
      item.meanings = std::move(found);
      return true;
    }
    return false;
  }

  // A run of a script without spaces, cut into the longest words the tables hold.
  bool read_segments() {
    const std::string& run = tokens_[at_].text;
    const char32_t first = code_point_at(run, 0).value;
    const bool hangul = first >= 0xAC00 && first <= 0xD7A3;
    if (!is_unspaced_script(first) && !hangul) return false;
    std::vector<DateItem> parts;
    for (std::size_t from = 0; from < run.size();) {
      std::size_t end = std::min(run.size(), from + 64);
      std::vector<Meaning> found;
      for (; end > from; --end) {
        if (end < run.size() && (static_cast<unsigned char>(run[end]) & 0xC0) == 0x80) continue;
        found = meanings_in(lexicon_.find(std::string_view(run).substr(from, end - from)), language_);
        if (!found.empty()) break;
      }
      if (found.empty()) return false;
      DateItem part;
      part.kind = DateToken::Kind::word;
      part.text = run.substr(from, end - from);
      part.space_before = from == 0 && tokens_[at_].space_before;
      part.meanings = std::move(found);
      part.first_token = part.last_token = at_;
      parts.push_back(std::move(part));
      from = end;
    }
    items_.insert(items_.end(), parts.begin(), parts.end());
    ++at_;
    return true;
  }

  // "9th", "1er", "25শে", "15-én": letters that cling to a day's number.
  bool read_ending() {
    const DateToken& word = tokens_[at_];
    if (items_.empty() || word.space_before || count_code_points(word.text) > 4) return false;
    std::size_t number = items_.size() - 1;
    const bool joined = number > 0 && !items_[number].space_before &&
                        (items_[number].is_mark('-') || items_[number].is_mark('\'') || items_[number].is_mark(':'));
    if (joined) --number;
    if (!items_[number].is_number() || items_[number].value > 31) return false;
    push(at_);
    return true;
  }

  // "листоп", "kesä": the beginning of a month's or day's name, when only one begins so; or a name with an ending.
  bool read_short_form() {
    const std::string word = tokens_[at_].text;
    const std::size_t letters = count_code_points(word);
    if (letters < 3) return false;
    const auto is_name = [&](const Meaning& m) {
      return m.language == language_ && language_ != 0 && (m.kind == WordKind::month || m.kind == WordKind::weekday);
    };
    std::optional<DateLexicon::Entry> best;
    for (const DateLexicon::Entry& entry : lexicon_.begins_with(word, 400)) {
      if (is_name(entry.meaning) && (!best || entry.word.size() < best->word.size())) best = entry;
    }
    for (std::size_t end = word.size(); !best && end >= 4 && end * 3 >= word.size() * 2; --end) {
      for (const DateLexicon::Entry& entry : lexicon_.find(std::string_view(word).substr(0, end))) {
        if (is_name(entry.meaning) && count_code_points(entry.word) >= 4) best = entry;
      }
    }
    if (!best) return false;
    push(at_).meanings = {best->meaning};
    return true;
  }

  // A unit in a case the tables lack ("góźinu" beside "góźinami"): a stem of four letters and short endings.
  bool read_unit_form() {
    if (language_ == 0) return false;
    const std::string word = tokens_[at_].text;
    const std::size_t letters = count_code_points(word);
    for (std::size_t stem = letters; stem >= 4 && stem + 3 >= letters; --stem) {
      const std::string_view prefix = std::string_view(word).substr(0, byte_offset(word, stem));
      for (const DateLexicon::Entry& entry : lexicon_.begins_with(prefix, 400)) {
        const bool unit = entry.meaning.kind == WordKind::unit && entry.meaning.language == language_;
        if (!unit || count_code_points(entry.word) > stem + 3 || entry.word.find(' ') != entry.word.npos) continue;
        push(at_).meanings = {entry.meaning};
        return true;
      }
    }
    return false;
  }

  static std::size_t byte_offset(std::string_view text, std::size_t code_points) {
    std::size_t at = 0;
    while (code_points-- > 0 && at < text.size()) at = code_point_at(text, at).next;
    return at;
  }

  // Letters that a gershayim or geresh marks as a number, before they are read as a word.
  bool read_numeral() {
    if (!hebrew_ || at_ + 1 >= tokens_.size() || tokens_[at_ + 1].space_before) return false;
    const std::string& mark = tokens_[at_ + 1].text;
    const bool geresh = (mark == "\u05F3" || mark == "'") && count_code_points(tokens_[at_].text) == 1;
    if (geresh) return read_gematria();
    if (mark != "\u05F4" && mark != "\"") return false;
    // "אחה״צ" is a word of its own.
    const bool word = at_ + 2 < tokens_.size() && !tokens_[at_ + 2].space_before &&
                      !meanings_in(lexicon_.find(tokens_[at_].text + ' ' + tokens_[at_ + 2].text), language_).empty();
    return !word && read_gematria();
  }

  // "כ״ג", "תשפ״ו" and one letter with or without its geresh.
  bool read_gematria() {
    if (!hebrew_) return false;
    std::string letters = tokens_[at_].text;
    std::size_t last = at_;
    if (last + 2 < tokens_.size() && (tokens_[last + 1].text == "\u05F4" || tokens_[last + 1].text == "\"") &&
        tokens_[last + 2].kind == DateToken::Kind::word && !tokens_[last + 2].space_before) {
      last += 2;
      letters += tokens_[last].text;
    }
    std::optional<int> value = gematria(letters);
    if (!value && letters.size() > 2) value = gematria(std::string_view(letters).substr(2));  // a prefix such as ה
    if (!value || letters.size() > 10) return false;
    DateItem& item = push(last);
    item.kind = DateToken::Kind::number;
    item.value = static_cast<std::uint64_t>(*value >= 300 ? *value % 1000 + 5000 : *value);
    item.text = std::to_string(item.value);
    return true;
  }

  // Known only as a zone: no meanings, told apart by zone_by_name.
  bool read_zone_name() {
    DateItem& item = push(at_);
    const bool written_so = item.capitals || unknown_ == UnknownWord::give_up;
    item.known = written_so && zone_by_name(item.text, "").has_value();
    return item.known;
  }

  const std::vector<DateToken>& tokens_;
  std::uint16_t language_;
  UnknownWord unknown_;
  const DateLexicon& lexicon_;
  bool hebrew_ = false;
  std::size_t at_ = 0;
  std::vector<DateItem> items_;
};

}  // namespace

const Meaning* DateItem::meaning(WordKind wanted) const {
  const auto found = std::find_if(meanings.begin(), meanings.end(), [&](const Meaning& m) { return m.kind == wanted; });
  return found == meanings.end() ? nullptr : &*found;
}

const Meaning* DateItem::unit_meaning() const {
  const auto found =
      std::find_if(meanings.rbegin(), meanings.rend(), [](const Meaning& m) { return m.kind == WordKind::unit; });
  return found == meanings.rend() ? nullptr : &*found;
}

std::optional<TimeUnit> DateItem::unit() const {
  const Meaning* meaning = unit_meaning();
  return meaning == nullptr ? std::nullopt : std::optional(meaning->unit);
}

std::optional<std::vector<DateItem>> read_items(const std::vector<DateToken>& tokens, std::uint16_t language,
                                                UnknownWord unknown) {
  return Reader(tokens, language, unknown).run();
}

std::vector<std::uint16_t> candidate_languages(const std::vector<DateToken>& tokens) {
  const DateLexicon& lexicon = DateLexicon::instance();
  std::vector<bool> candidate(lexicon.by_weight().size() + 1, false);
  std::size_t words = 0;
  const auto add = [&](std::string_view key) {
    for (const DateLexicon::Entry& entry : lexicon.find(key)) candidate[entry.meaning.language] = true;
  };
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].kind != DateToken::Kind::word) continue;
    if (++words > 6) break;
    const std::string& word = tokens[i].text;
    if (is_unspaced_script(code_point_at(word, 0).value) || code_point_at(word, 0).value >= 0xAC00) {
      for (std::size_t end = 1; end <= std::min<std::size_t>(word.size(), 48); ++end)
        add(std::string_view(word).substr(0, end));
    }
    std::string phrase = word;
    add(phrase);
    for (std::size_t next = i + 1, more = 0; next < tokens.size() && more < k_longest_phrase; ++next) {
      if (tokens[next].kind == DateToken::Kind::number) break;
      if (tokens[next].kind != DateToken::Kind::word) continue;
      phrase += ' ' + tokens[next].text;
      add(phrase);
      ++more;
    }
  }
  std::vector<std::uint16_t> out;
  for (const std::uint16_t language : lexicon.by_weight()) {
    if (candidate[language]) out.push_back(language);
  }
  return out;
}

}  // namespace vigie::parsers
