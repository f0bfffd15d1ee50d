#include "storage/facets.h"

#include <algorithm>

#include "model/text.h"

namespace vigie::storage {
namespace {

// "APT 31", "APT-31" and "apt31" are one name.
std::string without_separators(std::string_view folded) {
  std::string out;
  for (const char c : folded) {
    if (c != ' ' && c != '-' && c != '_' && c != '\x1f') out += c;
  }
  return out;
}

}  // namespace

std::string primary_language(std::string_view tag) { return ascii_lower(tag.substr(0, tag.find_first_of("-_"))); }

std::string facet(std::string_view field, std::string_view value) {
  std::string folded = collapse_space(fold(value));
  if (field == "actor") folded = without_separators(folded);
  return std::string(field) + '=' + folded;
}

std::vector<std::string> facets_of(const AssessedArticle& article) {
  const Assessment& assessment = article.assessment;
  std::vector<std::string> out;
  const auto add = [&](std::string_view field, std::string_view value) {
    if (value.empty()) return;
    std::string word = facet(field, value);
    if (std::find(out.begin(), out.end(), word) == out.end()) out.push_back(std::move(word));
  };
  const std::string& language = article.article.language.empty() ? assessment.language : article.article.language;
  add("lang", primary_language(language));
  add("lang", language);
  add("source", article.source_id);
  add("authority", to_string(article.authority));
  add("act", assessment.relevant ? to_string(assessment.act) : std::string_view());
  for (const std::string& state : assessment.accused_states) add("state", state);
  for (const std::string& state : assessment.victim_states) add("victim", state);
  for (const std::string& actor : assessment.actors) add("actor", actor);
  for (const Indicator& indicator : assessment.indicators) {
    if (indicator.kind == "cve") add("cve", indicator.value);
  }
  return out;
}

}  // namespace vigie::storage
