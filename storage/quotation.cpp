#include "storage/quotation.h"

#include <algorithm>

#include "model/text.h"

namespace vigie::storage {
namespace {

constexpr std::size_t k_longest = 600;

bool ends_sentence(char32_t c) {
  return c == '.' || c == '!' || c == '?' || c == 0x3002 || c == 0xFF01 || c == 0xFF1F || c == 0x061F || c == 0x06D4 ||
         c == 0x0964 || c == 0x1362 || c == 0x104B;
}

// Full stops that end a sentence by themselves, without a space behind them.
bool needs_no_space(char32_t c) { return c >= 0x0964; }

// Where the sentences of `text` begin; the last element is its end. A line feed ends one too. A full stop between two
// letters or after a single capital ("U.S.", "J. Smith") does not.
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

std::string clipped(std::string_view sentence) {
  std::string plain = collapse_space(sentence);
  if (plain.size() <= k_longest) return plain;
  return std::string(clip_utf8(plain, k_longest - 3)) + "…";
}

}  // namespace

std::string quotation(const Article& article, const Attribution& attribution) {
  std::vector<Span> spans;
  for (const Evidence& evidence : attribution.evidence) spans.push_back(evidence.span);
  if (attribution.attributor.span.end != 0) spans.push_back(attribution.attributor.span);
  const bool in_text =
      std::any_of(spans.begin(), spans.end(), [](const Span& span) { return span.field == Span::Field::text; });
  const Span::Field field = in_text ? Span::Field::text : Span::Field::title;
  if (spans.empty()) return {};
  const std::string_view source = in_text ? article.text : article.title;
  const std::vector<std::size_t> bounds = sentence_bounds(source);
  std::vector<std::size_t> held(bounds.size(), 0);
  for (const Span& span : spans) {
    if (span.field != field || span.begin >= source.size()) continue;
    const auto behind = std::upper_bound(bounds.begin(), bounds.end(), static_cast<std::size_t>(span.begin));
    ++held[static_cast<std::size_t>(behind - bounds.begin()) - 1];
  }
  const auto best = static_cast<std::size_t>(std::max_element(held.begin(), held.end()) - held.begin());
  if (held[best] == 0 || best + 1 >= bounds.size()) return {};
  return clipped(source.substr(bounds[best], bounds[best + 1] - bounds[best]));
}

}  // namespace vigie::storage
