// The date of publication inside a longer line.
#include <algorithm>
#include <chrono>

#include "model/text.h"
#include "parsers/date.h"
#include "parsers/date_items.h"

namespace vigie::parsers {
namespace {

constexpr std::size_t k_longest_line = 2048;
constexpr std::size_t k_most_tokens = 400;
constexpr std::size_t k_longest_date = 22;     // items
constexpr std::size_t k_most_numbers = 9;      // of a day, a clock and its zone
constexpr std::size_t k_most_attempts = 1000;  // a language, against lines made to be slow
constexpr std::size_t k_most_languages = 4;    // tried when the text's own finds nothing

enum class Role { unmarked, published, updated };

struct Found {
  Date date;
  Role role = Role::unmarked;
};

bool is_role_word(const DateItem& item) {
  return item.meaning(WordKind::update) != nullptr || item.meaning(WordKind::publish) != nullptr;
}

// Enough is written to name a day: a month and a number, or three numbers with something between them ("03 12 45" is
// the beginning of a telephone number).
bool names_a_day(std::span<const DateItem> items) {
  std::size_t numbers = 0;
  bool month = false;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const bool joined = i > 0 && items[i - 1].is_number() && items[i].is_number();
    if (items[i].is_number() && !joined) numbers += items[i].text.size() == 8 ? 3 : 1;
    for (const WordKind kind :
         {WordKind::month, WordKind::persian, WordKind::islamic, WordKind::hebrew, WordKind::ethiopic}) {
      month = month || items[i].meaning(kind) != nullptr;
    }
  }
  return numbers <= k_most_numbers && (numbers >= 3 || (month && numbers >= 1));
}

// A span counts from now only when it says so: "5 min" beside a byline is the time to read.
bool says_ago(std::span<const DateItem> items) {
  return std::any_of(items.begin(), items.end(), [](const DateItem& item) {
    return item.meaning(WordKind::past) != nullptr || item.meaning(WordKind::phrase) != nullptr;
  });
}

class BylineReader {
 public:
  BylineReader(std::span<const DateItem> items, std::string_view language, const DateContext& context)
      : items_(items), language_(language), context_(context) {}

  std::optional<Found> read() {
    std::optional<Found> updated;
    Role role = Role::unmarked;
    for (std::size_t i = 0; i < items_.size();) {
      if (is_role_word(items_[i])) {
        role = items_[i].meaning(WordKind::update) != nullptr ? Role::updated : Role::published;
        ++i;
        continue;
      }
      std::size_t end = i;
      const std::optional<Date> date = longest_from(i, end);
      if (!date) {
        ++i;
        continue;
      }
      if (role != Role::updated) return Found{*date, role};
      if (!updated) updated = Found{*date, role};
      role = Role::unmarked;
      i = end;
    }
    return updated;
  }

 private:
  bool can_begin(const DateItem& item) const {
    if (item.is_number()) return true;
    return item.kind == DateToken::Kind::word &&
           std::any_of(item.meanings.begin(), item.meanings.end(), [](const Meaning& m) {
             return m.kind != WordKind::filler && m.kind != WordKind::at && m.kind != WordKind::future;
           });
  }

  // The longest stretch of known items from `from` that is one date.
  std::optional<Date> longest_from(std::size_t from, std::size_t& end) {
    if (!can_begin(items_[from])) return std::nullopt;
    std::size_t last = from;
    while (last < items_.size() && last - from < k_longest_date && items_[last].known && !is_role_word(items_[last]))
      ++last;
    for (; last > from && attempts_ < k_most_attempts; --last) {
      ++attempts_;
      const std::span<const DateItem> part = items_.subspan(from, last - from);
      std::optional<Date> date;
      if (says_ago(part)) date = read_relative(part, context_);
      if (!date && names_a_day(part)) date = read_absolute(part, language_, context_);
      if (!date || date->precision < Precision::day || cuts_a_number(from, last)) continue;
      if (is_ahead(*date)) return std::nullopt;  // a shorter stretch would only lose its year
      end = last;
      return date;
    }
    return std::nullopt;
  }

  // The stretch ends inside "192.168.1.10" or "2026-03-02-77".
  bool cuts_a_number(std::size_t from, std::size_t last) const {
    const auto joins = [this](std::size_t mark) {
      return items_[mark].kind == DateToken::Kind::mark && !items_[mark].space_before;
    };
    const bool behind = last + 1 < items_.size() && items_[last - 1].is_number() && joins(last) &&
                        items_[last + 1].is_number() && !items_[last + 1].space_before;
    const bool before = from >= 2 && items_[from].is_number() && !items_[from].space_before && joins(from - 1) &&
                        items_[from - 2].is_number();
    return behind || before;
  }

  // Nothing was published after it was read; two days for clocks and zones.
  bool is_ahead(const Date& date) const { return context_.now && date.at > *context_.now + std::chrono::days(2); }

  std::span<const DateItem> items_;
  std::string_view language_;
  const DateContext& context_;
  std::size_t attempts_ = 0;
};

}  // namespace

std::optional<Date> find_date(std::string_view text, const DateContext& context) {
  text = trim_ascii(clip_utf8(text, k_longest_line));
  if (text.empty()) return std::nullopt;
  DateContext without_now = context;
  without_now.now.reset();
  const std::optional<Date> whole = parse_date(text, without_now);
  if (whole && whole->precision >= Precision::day && !(context.now && whole->at > *context.now + std::chrono::days(2)))
    return whole;
  const std::vector<DateToken> tokens = tokenize_date(text, k_most_tokens);
  const DateLexicon& lexicon = DateLexicon::instance();
  std::vector<std::uint16_t> languages;
  if (const std::uint16_t own = lexicon.language(context.language)) languages.push_back(own);
  languages.push_back(lexicon.language("en"));
  const std::vector<std::uint16_t> others = candidate_languages(tokens);
  languages.insert(languages.end(), others.begin(),
                   others.begin() + static_cast<std::ptrdiff_t>(std::min(others.size(), k_most_languages)));
  std::optional<Found> best;
  for (const std::uint16_t language : languages) {
    const auto items = read_items(tokens, language, UnknownWord::keep);
    if (!items) continue;
    const auto found = BylineReader(*items, lexicon.tag(language), context).read();
    if (found && (!best || (best->role == Role::updated && found->role != Role::updated && language == languages[0])))
      best = found;
    if (best && best->role != Role::updated) break;
  }
  return best ? std::optional(best->date) : std::nullopt;
}

}  // namespace vigie::parsers
