#include "classifier/signature.h"

#include <array>
#include <bit>
#include <string>
#include <vector>

#include "model/text.h"

namespace vigie::classifier {
namespace {

constexpr std::size_t k_shingle = 3;              // words in a row
constexpr std::size_t k_least_units = 25;         // words, or characters of an unspaced script halved
constexpr std::size_t k_longest_text = 64 << 10;  // bytes looked at: the beginning decides

// Words of spaced scripts, single characters of unspaced ones, as hashes.
std::vector<std::uint64_t> units_of(std::string_view folded) {
  std::vector<std::uint64_t> units;
  std::size_t word_begin = 0;
  const auto end_word = [&](std::size_t end) {
    if (end > word_begin) units.push_back(hash64(folded.substr(word_begin, end - word_begin)));
  };
  for (std::size_t at = 0; at < folded.size();) {
    const CodePoint point = code_point_at(folded, at);
    const bool letter = point.value >= 0x80
                            ? point.value != 0xA0 && (point.value < 0x2000 || point.value > 0x206F) &&
                                  (point.value < 0x3000 || point.value > 0x3003) && point.value != 0xFF0C
                            : (point.value >= '0' && point.value <= '9') || (point.value >= 'a' && point.value <= 'z');
    if (is_unspaced_script(point.value)) {
      end_word(at);
      units.push_back(hash64(folded.substr(at, point.next - at)));
      word_begin = point.next;
    } else if (!letter) {
      end_word(at);
      word_begin = point.next;
    }
    at = point.next;
  }
  end_word(folded.size());
  return units;
}

}  // namespace

std::uint64_t signature(std::string_view text) {
  const std::string folded = fold(clip_utf8(text, k_longest_text));
  const std::vector<std::uint64_t> units = units_of(folded);
  if (units.size() < k_least_units) return 0;
  std::array<int, 64> votes{};
  for (std::size_t i = 0; i + k_shingle <= units.size(); ++i) {
    std::uint64_t hash = 0;
    for (std::size_t j = 0; j < k_shingle; ++j) hash = (hash ^ units[i + j]) * 0x9E3779B97F4A7C15ULL;
    hash ^= hash >> 29;
    for (std::size_t bit = 0; bit < 64; ++bit) votes[bit] += (hash >> bit & 1) != 0 ? 1 : -1;
  }
  std::uint64_t result = 0;
  for (std::size_t bit = 0; bit < 64; ++bit) {
    if (votes[bit] > 0) result |= 1ULL << bit;
  }
  return result == 0 ? 1 : result;
}

int signature_distance(std::uint64_t a, std::uint64_t b) { return std::popcount(a ^ b); }

}  // namespace vigie::classifier
