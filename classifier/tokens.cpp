#include "classifier/tokens.h"

#include <algorithm>
#include <array>

#include "classifier/letters.h"
#include "model/text.h"

namespace vigie::classifier {
namespace {

// A word longer than this is no word of a language; its rest is read as further words.
constexpr std::size_t k_word_limit = 96;

// A "sentence" without end is cut: what stands that far apart has no bearing on each other.
constexpr std::size_t k_sentence_limit = 160;

// Short words whose full stop ends no sentence.
constexpr std::array<std::string_view, 34> k_abbreviations = {
    "mr",   "mrs", "ms",  "dr",  "st",  "sen", "rep",  "gen", "gov",  "col", "lt",  "jr",
    "sr",   "vs",  "no",  "nr",  "art", "ca",  "resp", "bzw", "prof", "inc", "ltd", "co",
    "corp", "mm",  "sra", "etc", "al",  "str", "hr",   "nt",  "tzv",  "tj"};

Gap gap_of(char32_t c) {
  switch (c) {
    case '-':
    case '/':
    case 0x2010:
    case 0x2011:
    case '\'':
    case 0x2019:
    case 0x02BC:
    case '_':
    case '.':
    case 0x30FB:
    case 0x05BE:
    case 0x05F3:
    case 0x05F4:
    case '&':
    case '@':
      return Gap::hyphen;
    case '"':
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x2018:
    case 0x201A:
    case 0x00AB:
    case 0x00BB:
    case 0x300C:
    case 0x300D:
    case 0x300E:
    case 0x300F:
    case 0x300A:
    case 0x300B:
    case '*':
    case '`':
      return Gap::quote;
    case ',':
    case 0x060C:
    case 0x3001:
    case 0xFF0C:
      return Gap::comma;
    case '(':
    case ')':
    case '[':
    case ']':
    case 0xFF08:
    case 0xFF09:
    case 0x3010:
    case 0x3011:
      return Gap::bracket;
    case ':':
    case ';':
    case 0xFF1A:
    case 0xFF1B:
    case 0x061B:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2026:
    case '|':
    case '>':
    case '<':
      return Gap::colon;
    case '!':
    case '?':
    case 0x061F:
    case 0x06D4:
    case 0x3002:
    case 0xFF01:
    case 0xFF1F:
    case 0xFF0E:
    case 0x0964:
    case 0x0965:
    case 0x0589:
    case '\n':
    case '\r':
      return Gap::sentence;
    default:
      return Gap::space;
  }
}

// Latin, Greek and Cyrillic stay together, so that a word that mixes their look-alikes stays one word.
bool is_european(char32_t c) { return c < 0x0530 || (c >= 0x1E00 && c <= 0x1FFF) || (c >= 0xFF00 && c <= 0xFF5A); }

/// Reads one field into the stream.
class FieldReader {
 public:
  FieldReader(TokenStream& stream, std::string_view text, Span::Field field)
      : stream_(stream), text_(text), field_(field) {}
  void read();

 private:
  void read_word(std::size_t begin);
  void read_gap(char32_t c, std::size_t at, std::size_t next);
  bool ends_sentence(std::size_t stop) const;
  void start_sentence();

  TokenStream& stream_;
  std::string_view text_;
  Span::Field field_;
  std::size_t at_ = 0;
  Gap gap_ = Gap::sentence;
};

void FieldReader::start_sentence() {
  const auto at = static_cast<std::uint32_t>(stream_.tokens.size());
  if (!stream_.sentences.empty()) stream_.sentences.back().end = at;
  if (stream_.sentences.size() < 0xFFFF) stream_.sentences.push_back({at, at, field_});
}

// A full stop ends a sentence when a new one plausibly begins behind it: "U.S. officials", "Dr. Li" and "3.5" do not.
bool FieldReader::ends_sentence(std::size_t stop) const {
  if (stop + 1 >= text_.size()) return true;
  std::size_t next = stop + 1;
  bool space = false;
  while (next < text_.size()) {
    const CodePoint point = code_point_at(text_, next);
    if (letter_kind(point.value) != Letter::none) {
      if (!space) return false;
      if (stream_.tokens.empty()) return true;
      const Token& last = stream_.tokens.back();
      const std::string_view word = stream_.folded_of(last);
      if (last.end == stop && !last.digits) {
        if (count_code_points(word) == 1 && last.upper) return false;
        if (std::find(k_abbreviations.begin(), k_abbreviations.end(), word) != k_abbreviations.end()) return false;
      }
      const bool cased = is_latin(point.value) || (point.value >= 0x0370 && point.value <= 0x058F);
      return !cased || is_upper(point.value) || letter_kind(point.value) == Letter::digit;
    }
    space = space || point.value == ' ' || point.value == 0xA0 || point.value == '\n' || point.value == '\t';
    next = point.next;
    if (next - stop > 8) return true;
  }
  return true;
}

void FieldReader::read_gap(char32_t c, std::size_t at, std::size_t next) {
  Gap gap = gap_of(c);
  if (c == '.' && ends_sentence(at)) gap = Gap::sentence;
  // A zero-width non-joiner parts a Persian word from its endings; elsewhere it is nothing.
  if (c == 0x200C) gap = Gap::hyphen;
  if ((c == '-' || c == 0x2013) && next < text_.size() && text_[next] == ' ' && at > 0 && text_[at - 1] == ' ')
    gap = Gap::colon;
  gap_ = std::max(gap_, gap);
}

void FieldReader::read_word(std::size_t begin) {
  Token token;
  token.field = field_;
  token.begin = static_cast<std::uint32_t>(begin);
  token.fold = static_cast<std::uint32_t>(stream_.folded.size());
  token.gap = gap_;
  const CodePoint first = code_point_at(text_, begin);
  token.upper = is_upper(first.value);
  token.digits = letter_kind(first.value) == Letter::digit;
  token.unspaced = is_unspaced_script(first.value);
  bool all_caps = true;
  bool any_caps = false;
  bool cyrillic = false;
  std::size_t at = begin;
  while (at < text_.size() && at - begin < k_word_limit) {
    const CodePoint point = code_point_at(text_, at);
    const Letter kind = letter_kind(point.value);
    const bool joiner = point.value == 0x00AD || point.value == 0x200B || point.value == 0x200D ||
                        point.value == 0x200E || point.value == 0x200F || point.value == 0x2060 ||
                        (point.value == 0x200C && !is_arabic(first.value));
    if (at > begin && kind == Letter::none && !joiner) break;
    if (at > begin && !joiner && kind != Letter::mark) {
      if ((kind == Letter::digit) != token.digits) break;
      if (token.unspaced || is_unspaced_script(point.value)) break;
      if (is_european(point.value) != is_european(first.value)) break;  // "GRU가", "הGRU"
    }
    if (!joiner) {
      append_folded(stream_.folded, point.value);
      const bool upper = is_upper(point.value);
      any_caps = any_caps || upper;
      all_caps = all_caps && (upper || kind == Letter::digit);
      cyrillic = cyrillic || (point.value >= 0x0370 && point.value <= 0x04FF);
      token.latin = token.latin || is_latin(point.value);
    }
    at = point.next;
  }
  token.end = static_cast<std::uint32_t>(at);
  token.caps = any_caps && all_caps;
  token.fold_size = static_cast<std::uint16_t>(stream_.folded.size() - token.fold);
  token.odd = cyrillic && (token.caps || token.latin);
  token.hash = hash_of(stream_.folded_of(token));
  at_ = at;
  if (token.fold_size == 0) return;  // nothing but points and accents
  if (gap_ == Gap::sentence || stream_.tokens.size() - stream_.sentences.back().begin >= k_sentence_limit)
    start_sentence();
  token.sentence = static_cast<std::uint16_t>(stream_.sentences.size() - 1);
  stream_.tokens.push_back(token);
  gap_ = Gap::none;
}

void FieldReader::read() {
  while (at_ < text_.size() && stream_.tokens.size() < k_token_limit) {
    const CodePoint point = code_point_at(text_, at_);
    if (letter_kind(point.value) == Letter::none || letter_kind(point.value) == Letter::mark) {
      read_gap(point.value, at_, point.next);
      at_ = point.next;
    } else {
      read_word(at_);
    }
  }
}

}  // namespace

void tokenize(std::string_view title, std::string_view text, TokenStream& stream) {
  stream.title = title;
  stream.text = text;
  stream.folded.clear();
  stream.tokens.clear();
  stream.sentences.clear();
  stream.folded.reserve(title.size() + text.size());
  stream.tokens.reserve((title.size() + text.size()) / 5 + 8);
  FieldReader(stream, title, Span::Field::title).read();
  FieldReader(stream, text, Span::Field::text).read();
  if (!stream.sentences.empty()) stream.sentences.back().end = static_cast<std::uint32_t>(stream.tokens.size());
}

std::string latin_look(std::string_view folded) {
  std::string out;
  for (std::size_t at = 0; at < folded.size();) {
    const CodePoint point = code_point_at(folded, at);
    at = point.next;
    if (point.value < 0x80) {
      out += static_cast<char>(point.value);
      continue;
    }
    switch (point.value) {
      case 0x0430:
      case 0x03B1:
        out += 'a';
        break;
      case 0x0432:
      case 0x03B2:
        out += 'b';
        break;
      case 0x0441:
        out += 'c';
        break;
      case 0x0435:
      case 0x03B5:
        out += 'e';
        break;
      case 0x043D:
      case 0x03B7:
        out += 'h';
        break;
      case 0x0456:
      case 0x0438:
      case 0x03B9:
        out += 'i';
        break;
      case 0x0458:
        out += 'j';
        break;
      case 0x043A:
      case 0x03BA:
        out += 'k';
        break;
      case 0x043C:
      case 0x03BC:
        out += 'm';
        break;
      case 0x03BD:
        out += 'n';
        break;
      case 0x043E:
      case 0x03BF:
        out += 'o';
        break;
      case 0x0440:
      case 0x03C1:
        out += 'p';
        break;
      case 0x0455:
        out += 's';
        break;
      case 0x0442:
      case 0x03C4:
        out += 't';
        break;
      case 0x0443:
      case 0x03C5:
        out += 'y';
        break;
      case 0x0445:
      case 0x03C7:
        out += 'x';
        break;
      default:
        return {};
    }
  }
  return out;
}

}  // namespace vigie::classifier
