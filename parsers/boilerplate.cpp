#include "parsers/boilerplate.h"

#include <unordered_map>

#include "model/text.h"

namespace vigie::parsers {

std::uint64_t line_key(std::string_view line) {
  const std::string folded = fold(line);
  std::string letters;
  letters.reserve(folded.size());
  for (char c : folded) {
    const bool digit = c >= '0' && c <= '9';
    const bool ascii_other = static_cast<unsigned char>(c) < 0x80 && !(c >= 'a' && c <= 'z');
    if (!digit && !ascii_other) letters.push_back(c);
  }
  return hash64(letters);
}

bool BoilerplateLines::contains(std::string_view line) const { return !keys.empty() && keys.contains(line_key(line)); }

std::vector<std::uint64_t> line_keys(std::string_view text) {
  std::vector<std::uint64_t> keys;
  while (!text.empty()) {
    const std::size_t end = text.find("\n\n");
    const std::string_view line = text.substr(0, end);
    if (line.size() >= 4) keys.push_back(line_key(line));
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 2);
  }
  return keys;
}

BoilerplateLines learn_boilerplate(const std::vector<std::vector<std::uint64_t>>& articles, std::size_t least) {
  std::unordered_map<std::uint64_t, std::size_t> seen;
  for (const std::vector<std::uint64_t>& keys : articles) {
    const std::unordered_set<std::uint64_t> lines(keys.begin(), keys.end());
    // A text most of whose lines stood in one before is a further version of it and proves nothing.
    std::size_t known = 0;
    for (std::uint64_t key : lines) known += seen.contains(key) ? 1 : 0;
    if (lines.empty() || (lines.size() > 2 && known * 2 > lines.size())) continue;
    for (std::uint64_t key : lines) ++seen[key];
  }
  BoilerplateLines result;
  for (const auto& [key, count] : seen) {
    if (count >= least) result.keys.insert(key);
  }
  return result;
}

}  // namespace vigie::parsers
