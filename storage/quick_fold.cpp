#include "storage/quick_fold.h"

#include <array>

#include "model/text.h"

namespace vigie::storage {
namespace {

constexpr char32_t k_table_end = 0x700;
constexpr char32_t k_not_alone = 0xFFFFFFFF;  // folds to several letters or none, or with its neighbours
using Table = std::array<char32_t, k_table_end>;

// Letters that may join with the one before when a text is composed, and those that fold to other than one letter, are
// left to ICU.
char32_t alone(char32_t c, std::string (*fold_text)(std::string_view)) {
  std::string letter;
  append_utf8(letter, c);
  const std::string folded = fold_text(letter);
  if (folded.empty()) return k_not_alone;
  const CodePoint first = code_point_at(folded, 0);
  if (first.next != folded.size()) return k_not_alone;
  // A mark changes what a letter before it folds to.
  const bool mark = (c >= 0x300 && c < 0x370) || (c >= 0x483 && c < 0x48A) || (c >= 0x591 && c < 0x5D0) ||
                    (c >= 0x610 && c < 0x61B) || (c >= 0x64B && c < 0x660) || c == 0x670 || (c >= 0x6D6 && c < 0x6EE);
  return mark ? k_not_alone : first.value;
}

Table make_table(std::string (*fold_text)(std::string_view)) {
  Table table{};
  for (char32_t c = 0; c < k_table_end; ++c) table[c] = alone(c, fold_text);
  return table;
}

// False where the word is ICU's business.
bool by_table(std::string_view word, const Table& table, std::string& out) {
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint point = code_point_at(word, at);
    if (is_own_fold(point.value)) {
      out.append(word.substr(at, point.next - at));
    } else {
      const char32_t folded = point.value < k_table_end ? table[point.value] : k_not_alone;
      if (folded == k_not_alone) return false;
      append_utf8(out, folded);
    }
    at = point.next;
  }
  return true;
}

}  // namespace

bool is_own_fold(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3041 && c <= 0x3096) || (c >= 0x30A1 && c <= 0x30FC) ||
         (c >= 0xAC00 && c <= 0xD7A3);
}

std::string quick_fold(std::string_view word) {
  static const Table k_table = make_table(&fold);
  std::string out;
  return by_table(word, k_table, out) ? out : fold(word);
}

std::string quick_fold_case(std::string_view word) {
  static const Table k_table = make_table(&fold_case);
  std::string out;
  return by_table(word, k_table, out) ? out : fold_case(word);
}

}  // namespace vigie::storage
