#include "classifier/entry.h"

#include <algorithm>

#include "classifier/letters.h"
#include "model/text.h"

namespace vigie::classifier {
namespace {

constexpr std::size_t k_alternative_limit = 96;
constexpr std::size_t k_word_limit = 64;  // code points of scripts without spaces count as words

// Replaces the first {a,b} of each text by its alternatives until none is left.
bool expand(std::string_view entry, std::vector<std::string>& into, std::string& error) {
  const std::size_t open = entry.find('{');
  const std::size_t stray = entry.find('}');
  if (open == std::string_view::npos) {
    if (stray != std::string_view::npos) error = "\"}\" without \"{\"";
    into.emplace_back(entry);
    if (into.size() > k_alternative_limit) error = "more than " + std::to_string(k_alternative_limit) + " alternatives";
    return error.empty();
  }
  const std::size_t close = entry.find('}', open);
  if (close == std::string_view::npos || stray < open) {
    error = "\"{\" without \"}\"";
    return false;
  }
  std::string_view options = entry.substr(open + 1, close - open - 1);
  if (options.find('{') != std::string_view::npos) {
    error = "\"{\" inside \"{…}\"";
    return false;
  }
  while (true) {
    const std::size_t comma = options.find(',');
    const std::string one = std::string(entry.substr(0, open)) + std::string(trim_ascii(options.substr(0, comma))) +
                            std::string(entry.substr(close + 1));
    if (!expand(one, into, error)) return false;
    if (comma == std::string_view::npos) return true;
    options.remove_prefix(comma + 1);
  }
}

bool starts_with_hangul(std::string_view word) { return !word.empty() && is_hangul(code_point_at(word, 0).value); }

}  // namespace

bool EntryReader::read_plain(std::string_view text, bool cased, EntryReading& into, std::string& error) {
  bool gap = false;
  std::size_t shortest = k_word_limit;  // letters of the shortest stem
  while (!(text = trim_ascii(text)).empty()) {
    const std::size_t end = std::min(text.find_first_of(" \t"), text.size());
    std::string_view chunk = text.substr(0, end);
    text.remove_prefix(end);
    if (chunk == "..") {
      if (into.empty()) error = "\"..\" must stand between words";
      gap = true;
      continue;
    }
    const bool open_left = chunk.front() == '*';
    if (open_left) chunk.remove_prefix(1);
    const bool open_right = !chunk.empty() && chunk.back() == '*';
    if (open_right) chunk.remove_suffix(1);
    if (chunk.find('*') != std::string_view::npos) error = "\"*\" may only begin or end a word";
    tokenize({}, chunk, stream_);
    const std::vector<Token>& tokens = stream_.tokens;
    if (tokens.empty() && (open_left || open_right)) error = "\"*\" without letters";
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      const bool left = open_left && i == 0;
      const bool hangul = starts_with_hangul(stream_.folded_of(tokens[i]));
      const bool right = (open_right && i + 1 == tokens.size()) || hangul;
      EntryWord word;
      const bool accents = accents_kept_ && !cased;
      word.text = accents ? lower_word(stream_.surface_of(tokens[i]))
                  : cased ? std::string(stream_.surface_of(tokens[i]))
                          : std::string(stream_.folded_of(tokens[i]));
      word.gap_before = gap;
      gap = false;
      if (cased) {
        word.match = WordMatch::cased;
      } else if (!tokens[i].unspaced && (left || right)) {
        word.match = left ? (right ? WordMatch::infix : WordMatch::suffix) : WordMatch::prefix;
        const std::size_t letters = count_code_points(word.text);
        if (!hangul) shortest = std::min(shortest, letters);
      }
      into.push_back(std::move(word));
    }
  }
  // In a phrase ("takip et*") or a word of pieces ("start-up*") a stem may be shorter than alone.
  if (shortest < (into.size() > 1 ? 2U : 3U)) error = "\"*\" needs at least 3 letters beside it";
  if (gap) error = "\"..\" must stand between words";
  if (into.empty() && error.empty()) error = "no letters or digits";
  if (into.size() > k_word_limit) error = "too long";
  return error.empty();
}

bool EntryReader::check(std::string_view entry, std::string& error) {
  error.clear();
  // Without braces, stars and gaps there is nothing to get wrong but to be empty.
  const bool plain = entry.size() <= 120 && entry.find_first_of("{}*") == std::string_view::npos &&
                     entry.find("..") == std::string_view::npos;
  if (plain) {
    for (std::size_t at = 0; at < entry.size();) {
      const CodePoint point = code_point_at(entry, at);
      if (letter_kind(point.value) != Letter::none) return true;
      at = point.next;
    }
  }
  read(entry, error);
  return error.empty();
}

std::vector<EntryReading> EntryReader::read(std::string_view entry, std::string& error) {
  error.clear();
  std::vector<EntryReading> readings;
  std::vector<std::string> texts;
  if (entry.size() > 400) {
    error = "too long";
    return readings;
  }
  if (!expand(entry, texts, error)) return readings;
  for (const std::string& alternative : texts) {
    std::string parted = alternative;  // "программ*-шпион*" is two stems
    for (std::size_t at = 0; (at = parted.find("*-", at)) != std::string::npos; ++at) parted[at + 1] = ' ';
    std::string_view text = trim_ascii(parted);
    const bool cased = !text.empty() && text.front() == '=';
    if (cased) text.remove_prefix(1);
    EntryReading reading;
    if (!read_plain(text, cased, reading, error)) return {};
    readings.push_back(std::move(reading));
  }
  return readings;
}

}  // namespace vigie::classifier
