#include "classifier/language_guess.h"

#include <algorithm>
#include <array>

#include "classifier/letters.h"
#include "model/text.h"

namespace vigie::classifier {
namespace {

constexpr std::size_t k_sample = 2'000;

struct Counts {
  std::size_t latin = 0, cyrillic = 0, ukrainian = 0, greek = 0, hebrew = 0, arabic = 0, persian = 0, devanagari = 0,
              thai = 0, han = 0, kana = 0, hangul = 0, georgian = 0, armenian = 0;
};

void count(std::string_view text, Counts& counts) {
  text = clip_utf8(text, k_sample);
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    const char32_t c = point.value;
    at = point.next;
    if (is_latin(c)) ++counts.latin;
    if (c >= 0x0400 && c <= 0x04FF) ++counts.cyrillic;
    if (c == 0x0456 || c == 0x0457 || c == 0x0454 || c == 0x0491) ++counts.ukrainian;
    if (c >= 0x0370 && c <= 0x03FF) ++counts.greek;
    if (c >= 0x0590 && c <= 0x05FF) ++counts.hebrew;
    if (is_arabic(c)) ++counts.arabic;
    if (c == 0x067E || c == 0x0686 || c == 0x06AF || c == 0x06CC || c == 0x06A9) ++counts.persian;
    if (c >= 0x0900 && c <= 0x097F) ++counts.devanagari;
    if (c >= 0x0E00 && c <= 0x0E7F) ++counts.thai;
    if (c >= 0x4E00 && c <= 0x9FFF) ++counts.han;
    if (c >= 0x3040 && c <= 0x30FF) ++counts.kana;
    if (is_hangul(c)) ++counts.hangul;
    if (c >= 0x10A0 && c <= 0x10FF) ++counts.georgian;
    if (c >= 0x0530 && c <= 0x058F) ++counts.armenian;
  }
}

}  // namespace

std::string guess_language(std::string_view title, std::string_view text) {
  Counts counts;
  count(title, counts);
  count(text, counts);
  const std::array<std::pair<std::size_t, const char*>, 10> scripts = {
      {{counts.latin, "en"},
       {counts.cyrillic, counts.ukrainian > 2 ? "uk" : "ru"},
       {counts.greek, "el"},
       {counts.hebrew, "he"},
       {counts.arabic, counts.persian > 4 ? "fa" : "ar"},
       {counts.devanagari, "hi"},
       {counts.thai, "th"},
       {counts.hangul * 2, "ko"},
       {counts.georgian, "ka"},
       {counts.armenian, "hy"}}};
  const auto best =
      std::max_element(scripts.begin(), scripts.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  const std::size_t east_asian = (counts.han + counts.kana) * 2;
  if (east_asian > best->first) return counts.kana * 6 > counts.han ? "ja" : "zh";
  return best->second;
}

}  // namespace vigie::classifier
