#include "storage/sentences.h"

#include "model/text.h"

namespace vigie::storage {
namespace {

bool ends_sentence(char32_t c) {
  return c == '.' || c == '!' || c == '?' || c == 0x3002 || c == 0xFF01 || c == 0xFF1F || c == 0x061F || c == 0x06D4 ||
         c == 0x0964 || c == 0x1362 || c == 0x104B;
}

// Full stops that end a sentence by themselves, without a space behind them.
bool needs_no_space(char32_t c) { return c >= 0x0964; }

}  // namespace

std::vector<std::size_t> sentence_bounds(std::string_view text) {
  std::vector<std::size_t> bounds = {0};
  std::size_t word = 0;  // length of the word before the current character
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    const std::size_t next = point.next;
    const bool space_follows = next >= text.size() || text[next] == ' ' || text[next] == '\n';
    if (point.value == '\n') {
      bounds.push_back(next);
    } else if (ends_sentence(point.value) && (needs_no_space(point.value) || space_follows)) {
      const bool initial = point.value == '.' && word == 1;
      if (!initial) bounds.push_back(next);
    }
    const bool letter =
        point.value > 0x7F || (point.value >= 'A' && point.value <= 'Z') || (point.value >= 'a' && point.value <= 'z');
    word = letter ? word + 1 : 0;
    at = next;
  }
  if (bounds.back() != text.size()) bounds.push_back(text.size());
  return bounds;
}

}  // namespace vigie::storage
