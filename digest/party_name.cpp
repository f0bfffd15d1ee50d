#include "digest/party_name.h"

#include <algorithm>
#include <array>
#include <string>

#include "model/text.h"

namespace vigie::digest {
namespace {

bool is_capital(char32_t c) {
  return (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7) || (c >= 0x100 && c <= 0x17F && c % 2 == 0) ||
         (c >= 0x386 && c <= 0x3AB) || (c >= 0x400 && c <= 0x42F) || (c >= 0x531 && c <= 0x556);
}

bool has_case(char32_t c) { return c < 0x590 || (c >= 0x1E00 && c <= 0x1FFF); }

}  // namespace

bool names_a_person(std::string_view name) {
  // Folded. A word matches whole; one of the second list also at the end of a compound ("Außenminister",
  // "külügyminiszter"); Han, Hangul and Vietnamese ones anywhere.
  static constexpr std::array<std::string_view, 24> k_words = {
      "ministre", "ministra", "ministro", "ministri", "ministr",  "ministrem", "ministru", "ministrul",
      "министр",  "министра", "министър", "міністр",  "міністра", "министар",  "bakani",   "secretary",
      "υπουργοσ", "υπουργου", "وزير",     "وزیر",     "menteri",  "मंत्री",      "รัฐมนตรี",   "שר"};
  static constexpr std::array<std::string_view, 6> k_ends = {"minister",  "ministerin", "miniszter",
                                                             "ministeri", "ministern",  "ministeren"};
  static constexpr std::array<std::string_view, 9> k_parts = {"部长", "部長", "外长",      "外長", "大臣",
                                                              "外相", "장관", "bo truong", "防相"};
  const std::string folded = fold(name);
  const auto inside = [&](std::string_view part) { return folded.find(part) != std::string::npos; };
  if (std::any_of(k_parts.begin(), k_parts.end(), inside)) return true;
  for (const WordSpan& word : split_words(folded)) {
    const std::string_view text = std::string_view(folded).substr(word.begin, word.end - word.begin);
    if (std::find(k_words.begin(), k_words.end(), text) != k_words.end()) return true;
    if (std::any_of(k_ends.begin(), k_ends.end(), [&](std::string_view end) { return text.ends_with(end); }))
      return true;
  }
  return false;
}

bool is_proper_name(std::string_view name) {
  std::size_t uncased = 0;
  bool word_break = false;
  for (std::size_t at = 0; at < name.size();) {
    const CodePoint point = code_point_at(name, at);
    if (is_capital(point.value)) return true;
    if (!has_case(point.value)) ++uncased;
    if (point.value == ' ') word_break = true;
    at = point.next;
  }
  constexpr std::size_t k_short_word = 4;  // 企業, 大學, 공사, 研究機関
  return uncased > k_short_word && (word_break || is_cjk(code_point_at(name, 0).value) || uncased > 2 * k_short_word);
}

}  // namespace vigie::digest
