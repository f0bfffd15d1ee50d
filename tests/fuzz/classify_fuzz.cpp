// An article in any bytes, judged with the shipped lexicons: the first line is its language, the second its title. The
// judgement terminates, stays in range, and every span points into the text it was given.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "app/knowledge.h"

namespace {

const vigie::Knowledge& knowledge() {
  static const vigie::Knowledge k_knowledge = [] {
    const std::string config = VIGIE_CONFIG;
    auto loaded = vigie::load_knowledge({config + "/lexicon", config + "/states.toml", config + "/actors.toml"}, {});
    if (!loaded) std::abort();
    return std::move(*loaded);
  }();
  return k_knowledge;
}

std::string_view cut_line(std::string_view& rest) {
  const std::size_t end = rest.find('\n');
  const std::string_view line = rest.substr(0, end);
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  return line;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view text(reinterpret_cast<const char*>(data), size);
  const std::string_view language = cut_line(text);
  const std::string_view title = cut_line(text);
  const vigie::Assessment assessment = knowledge().classifier.assess(title, text, language);
  if (!(assessment.relevance >= 0 && assessment.relevance <= 1)) std::abort();
  const auto check = [&](const vigie::Span& span) {
    const std::size_t field = span.field == vigie::Span::Field::title ? title.size() : text.size();
    if (span.begin > span.end || span.end > field) std::abort();
  };
  for (const vigie::Evidence& evidence : assessment.evidence) check(evidence.span);
  for (const vigie::StateMention& mention : assessment.state_mentions) check(mention.span);
  for (const vigie::ActorMention& mention : assessment.actor_mentions) check(mention.span);
  for (const vigie::Indicator& indicator : assessment.indicators) check(indicator.span);
  for (const vigie::Attribution& statement : assessment.attributions) check(statement.attributor.span);
  const double gate = knowledge().classifier.candidate_score(title, text, language);
  if (!(gate >= 0 && gate <= 1)) std::abort();
  return 0;
}
