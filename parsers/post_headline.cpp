#include "parsers/post_headline.h"

#include <algorithm>
#include <array>

#include "model/text.h"

namespace vigie::parsers {
namespace {

constexpr std::size_t k_longest = 140;  // code points
constexpr std::size_t k_shortest = 12;  // a "sentence" of fewer is an abbreviation or a number

// Behind the mark that ends a first sentence, or npos. Latin marks end one before white space only ("3.5", "U.S.").
std::size_t end_of_sentence(std::string_view text) {
  constexpr std::array<char32_t, 4> k_wide{U'。', U'！', U'？', U'।'};
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    at = point.next;
    if (++count < k_shortest) continue;
    if (std::find(k_wide.begin(), k_wide.end(), point.value) != k_wide.end()) return at;
    const bool mark =
        point.value == '.' || point.value == '!' || point.value == '?' || point.value == U'؟' || point.value == U'۔';
    if (mark && (at == text.size() || text[at] == ' ')) return at;
  }
  return std::string_view::npos;
}

}  // namespace

std::string post_headline(std::string_view text) {
  std::string line = collapse_space(text);
  const std::size_t end = end_of_sentence(line);
  if (end != std::string_view::npos) line.resize(end);
  if (count_code_points(line) <= k_longest) return line;
  std::size_t cut = 0;
  for (std::size_t count = 0; count < k_longest; ++count) cut = code_point_at(line, cut).next;
  const std::size_t space = line.rfind(' ', cut);
  line.resize(space != std::string::npos && space > cut / 2 ? space : cut);
  return line + "…";
}

}  // namespace vigie::parsers
