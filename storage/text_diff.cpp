#include <algorithm>
#include <unordered_map>

#include "model/text.h"
#include "storage/evidence.h"
#include "storage/sentences.h"

namespace vigie::storage {
namespace {

constexpr std::size_t k_most_pieces = 10'000;

std::vector<std::string> pieces(std::string_view text, bool by_paragraph) {
  std::vector<std::string> out;
  const auto add = [&out](std::string_view piece) {
    std::string plain = collapse_space(piece);
    if (!plain.empty()) out.push_back(std::move(plain));
  };
  if (by_paragraph) {
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = std::min(text.find("\n\n", at), text.size());
      add(text.substr(at, end - at));
      at = end + 2;
    }
  } else {
    const std::vector<std::size_t> bounds = sentence_bounds(text);
    for (std::size_t i = 0; i + 1 < bounds.size(); ++i) add(text.substr(bounds[i], bounds[i + 1] - bounds[i]));
  }
  return out;
}

// Pieces of `from` that `in` does not hold as often.
std::vector<std::pair<std::size_t, std::string>> without_match(const std::vector<std::string>& from,
                                                               const std::vector<std::string>& in) {
  std::unordered_map<std::string, int> left;
  for (const std::string& piece : in) ++left[piece];
  std::vector<std::pair<std::size_t, std::string>> out;
  for (std::size_t i = 0; i < from.size(); ++i) {
    int& count = left[from[i]];
    if (count > 0) {
      --count;
    } else {
      out.emplace_back(i, from[i]);
    }
  }
  return out;
}

}  // namespace

std::vector<TextChange> diff_texts(std::string_view earlier, std::string_view later) {
  std::vector<std::string> before = pieces(earlier, false);
  std::vector<std::string> after = pieces(later, false);
  if (before.size() > k_most_pieces || after.size() > k_most_pieces) {
    before = pieces(earlier, true);
    after = pieces(later, true);
  }
  std::vector<TextChange> changes;
  const auto gone = without_match(before, after);
  const auto come = without_match(after, before);
  // In the order of the place they have in their text: what replaced a sentence stands behind it.
  std::size_t next = 0;
  for (const auto& [place, text] : gone) {
    while (next < come.size() && come[next].first < place) {
      changes.push_back({TextChange::Kind::added, come[next++].second});
    }
    changes.push_back({TextChange::Kind::absent, text});
  }
  while (next < come.size()) changes.push_back({TextChange::Kind::added, come[next++].second});
  return changes;
}

}  // namespace vigie::storage
