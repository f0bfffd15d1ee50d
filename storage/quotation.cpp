#include "storage/quotation.h"

#include <algorithm>

#include "model/text.h"
#include "storage/sentences.h"

namespace vigie::storage {
namespace {

constexpr std::size_t k_longest = 600;

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
