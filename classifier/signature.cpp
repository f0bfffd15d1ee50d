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

// How often each of 64 bits was set. Eight counters of a byte share a word: bits i, i+8, i+16 … count in word i.
class BitCounts {
 public:
  void add(std::uint64_t bits) {
    for (std::size_t i = 0; i < small_.size(); ++i) small_[i] += bits >> i & 0x0101010101010101ULL;
    if (++held_ == 255) flush();
  }

  std::array<std::uint32_t, 64> counts() {
    flush();
    return large_;
  }

 private:
  void flush() {
    for (std::size_t i = 0; i < small_.size(); ++i) {
      for (std::size_t byte = 0; byte < 8; ++byte) {
        large_[byte * 8 + i] += static_cast<std::uint32_t>(small_[i] >> byte * 8 & 0xFF);
      }
      small_[i] = 0;
    }
    held_ = 0;
  }

  std::array<std::uint64_t, 8> small_{};
  std::array<std::uint32_t, 64> large_{};
  int held_ = 0;
};

}  // namespace

std::uint64_t signature(std::string_view text) {
  const std::string folded = fold(clip_utf8(text, k_longest_text));
  const std::vector<std::uint64_t> units = units_of(folded);
  if (units.size() < k_least_units) return 0;
  const std::size_t shingles = units.size() + 1 - k_shingle;
  BitCounts ones;
  for (std::size_t i = 0; i < shingles; ++i) {
    std::uint64_t hash = 0;
    for (std::size_t j = 0; j < k_shingle; ++j) hash = (hash ^ units[i + j]) * 0x9E3779B97F4A7C15ULL;
    hash ^= hash >> 29;
    ones.add(hash);
  }
  const std::array<std::uint32_t, 64> votes = ones.counts();
  std::uint64_t result = 0;
  for (std::size_t bit = 0; bit < 64; ++bit) {
    if (votes[bit] * 2 > shingles) result |= 1ULL << bit;
  }
  return result == 0 ? 1 : result;
}

int signature_distance(std::uint64_t a, std::uint64_t b) { return std::popcount(a ^ b); }

}  // namespace vigie::classifier
