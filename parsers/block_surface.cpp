#include "parsers/block_surface.h"

#include <algorithm>
#include <cstring>
#include <string_view>

#include "model/text.h"

namespace vigie::parsers {
namespace {

constexpr std::size_t k_read = 4000;

// std::string::find looks at every place where the first byte stands; this reads over most of them.
bool holds(std::string_view text, std::string_view part) {
  return ::memmem(text.data(), text.size(), part.data(), part.size()) != nullptr;
}

bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }

bool is_letter(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0xC0; }

bool is_capital(char32_t c) { return (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE) || (c >= 0x410 && c <= 0x42F); }

bool is_comma(char32_t c) { return c == ',' || c == 0x3001 || c == 0xFF0C || c == 0x060C; }

bool is_sentence_end(char32_t c) {
  return c == '.' || c == '!' || c == '?' || c == 0x2026 || c == 0x3002 || c == 0xFF01 || c == 0xFF1F || c == 0x061F ||
         c == 0x06D4 || c == 0x0964 || c == 0x0965;
}

bool closes(char32_t c) {
  return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x201D || c == 0x201C || c == 0xBB || c == 0xAB ||
         c == 0x2019 || c == 0x300D || c == 0x300F || c == 0xFF09 || c == 0x3011;
}

bool opens_quote(char32_t c) { return c == '"' || c == 0x201C || c == 0x201E || c == 0xAB || c == 0x300C; }

/// Counts the characters of a text one by one.
class Counter {
 public:
  Counter(std::string_view text, BlockSurface& surface) : text_(text), surface_(surface) {}

  void run() {
    for (std::size_t at = 0; at < text_.size();) {
      const CodePoint point = code_point_at(text_, at);
      at = point.next;
      if (point.value == ' ' || point.value == '\n') {
        part_words(point.value);
      } else {
        count(point.value, at);
      }
    }
  }

  char32_t last() const { return last_; }  // closing marks not counted
  int letters() const { return letters_; }
  int upper() const { return upper_; }
  int digits() const { return digits_; }
  int capitals() const { return capitals_; }

 private:
  void part_words(char32_t space) {
    if (space == '\n') surface_.has_newline = true;
    if (is_sentence_end(last_)) ++surface_.sentences;
    in_word_ = false;
    run_ = 0;
  }

  void count(char32_t c, std::size_t next) {
    if (is_digit(c)) {
      count_digit(next);
    } else {
      const bool clock = c == ':' && run_ >= 1 && run_ <= 2 && next < text_.size();
      if (clock && is_digit(static_cast<unsigned char>(text_[next]))) surface_.has_clock = true;
      run_ = 0;
    }
    if (is_letter(c)) ++letters_;
    if (is_capital(c)) ++upper_;
    count_word(c);
    if (is_comma(c)) surface_.commas += 1;
    if (c == '@') surface_.has_at = true;
    if (c == '|') surface_.has_pipe = true;
    // No space follows the full stop of Chinese and Japanese; the danda is counted with it.
    if (c == 0x3002 || c == 0x0964) ++surface_.sentences;
    if (!closes(c)) last_ = c;
  }

  void count_word(char32_t c) {
    if (is_unspaced_script(c)) {
      surface_.words += 0.5f;
    } else if (!in_word_ && (is_letter(c) || is_digit(c))) {
      surface_.words += 1;
      if (is_capital(c)) ++capitals_;
      in_word_ = true;
    }
  }

  void count_digit(std::size_t next) {
    ++digits_;
    ++run_;
    if (run_ != 4) return;
    const std::string_view century = text_.substr(next - 4, 2);
    if (century == "20" || century == "19") surface_.has_year = true;
  }

  std::string_view text_;
  BlockSurface& surface_;
  char32_t last_ = 0;
  int letters_ = 0;
  int upper_ = 0;
  int digits_ = 0;
  int capitals_ = 0;
  int run_ = 0;  // digits in a row
  bool in_word_ = false;
};

void note_beginning(std::string_view text, BlockSurface& surface) {
  const char32_t c = code_point_at(text, 0).value;
  surface.starts_lower = (c >= 'a' && c <= 'z') || (c >= 0xDF && c <= 0xFF) || (c >= 0x430 && c <= 0x45F);
  surface.starts_quote = opens_quote(c);
  if (surface.starts_quote) return;
  const bool low_mark = c < 'A' && !is_digit(c) && c != '(' && c != '[';
  surface.starts_mark = low_mark || (c >= 0x2010 && c <= 0x2BFF);
}

void note_end(std::string_view text, char32_t last, BlockSurface& surface) {
  if (text.size() > k_read) last = static_cast<unsigned char>(text.back());
  surface.ends_sentence = is_sentence_end(last);
  if (surface.ends_sentence) ++surface.sentences;
  surface.ends_colon = last == ':' || last == 0xFF1A;
  while (!text.empty() && (text.back() == ']' || text.back() == ')')) text.remove_suffix(1);
  surface.ends_cut = text.ends_with("...") || text.ends_with("…");
}

}  // namespace

BlockSurface surface_of(const Block& block) {
  BlockSurface surface;
  const std::string_view text = block.text;
  Counter counter(text.substr(0, k_read), surface);
  counter.run();
  note_beginning(text, surface);
  note_end(text, counter.last(), surface);
  surface.upper =
      counter.letters() > 0 ? static_cast<float>(counter.upper()) / static_cast<float>(counter.letters()) : 0;
  surface.capitals = surface.words > 0 ? static_cast<float>(counter.capitals()) / surface.words : 0;
  surface.digits = block.length > 0 ? static_cast<float>(counter.digits()) / block.length : 0;
  surface.has_url = holds(text, "http") || holds(text, "www.");
  if (block.length < 400) surface.folded = fold(text);
  surface.key = hash64(text);
  return surface;
}

}  // namespace vigie::parsers
