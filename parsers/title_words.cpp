#include "parsers/title_words.h"

#include <algorithm>

#include "model/text.h"

namespace vigie::parsers {

std::vector<std::uint64_t> title_words(std::string_view text) { return folded_words(fold(text)); }

std::vector<std::uint64_t> folded_words(std::string_view folded) {
  std::vector<std::uint64_t> words;
  std::size_t begin = 0;
  int length = 0;
  char32_t before = 0;
  std::size_t before_at = 0;
  const auto finish = [&](std::size_t end) {
    if (length >= 4) words.push_back(hash64(folded.substr(begin, end - begin)));
    length = 0;
  };
  for (std::size_t at = 0; at < folded.size();) {
    const CodePoint point = code_point_at(folded, at);
    const bool letter =
        (point.value >= 'a' && point.value <= 'z') || (point.value >= '0' && point.value <= '9') || point.value >= 0xC0;
    if (is_unspaced_script(point.value)) {
      finish(at);
      if (is_unspaced_script(before)) words.push_back(hash64(folded.substr(before_at, point.next - before_at)));
    } else if (letter && !(point.value >= 0x2000 && point.value < 0x2C00) &&
               !(point.value >= 0x3000 && point.value < 0x3040)) {
      if (length == 0) begin = at;
      ++length;
    } else {
      finish(at);
    }
    before = point.value;
    before_at = at;
    at = point.next;
  }
  finish(folded.size());
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

}  // namespace vigie::parsers
