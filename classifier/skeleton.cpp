#include "classifier/skeleton.h"

#include <array>
#include <cstdint>
#include <unordered_map>

#include "model/text.h"

namespace vigie::classifier {
namespace {

// The consonant letters of each class, script by script. K: k g q x · T: t d th · P: p b f v · S: s z sh zh ch j ts · M
// · N · R: r l. Vowels and what is dropped are in no list.
struct Letters {
  char letter;
  std::u32string_view of;
};

constexpr std::array<Letters, 7> k_letters{{
    {'K',
     U"кгхґѓќқғҳ"
     U"κγχξ"
     U"գկքխղ"
     U"გკქღყხ"
     U"גכךק"
     U"كقغخکگ"
     U"कखगघङ"
     U"กขฃคฅฆ"},
    {'T',
     U"тдђ"
     U"τδθ"
     U"դթտ"
     U"დთტ"
     U"דטת"
     U"تثدذطضظ"
     U"टठडढतथदध"
     U"ฎฏฐฑฒดตถทธ"},
    {'P',
     U"пбвфў"
     U"πβφψ"
     U"բպփվֆւ"
     U"ბპფვ"
     U"בפף"
     U"بفپڤ"
     U"पफबभव"
     U"บปผฝพฟภ"},
    {'S',
     U"сзшщжчцѕџћ"
     U"σςζ"
     U"զժծձճշչջսց"
     U"ზჟსშჩცძწჭჯ"
     U"זסצץש"
     U"سزشصجچژ"
     U"चछजझशषस"
     U"จฉชซฌศษส"},
    {'M',
     U"м"
     U"μ"
     U"մ"
     U"მ"
     U"מם"
     U"م"
     U"म"
     U"ม"},
    {'N',
     U"нњ"
     U"ν"
     U"ն"
     U"ნ"
     U"נן"
     U"ن"
     U"णनञ"
     U"ณนญง"},
    {'R',
     U"рлљ"
     U"ρλ"
     U"րռլ"
     U"რლ"
     U"רל"
     U"رل"
     U"रलळ"
     U"รล"},
}};

const std::unordered_map<char32_t, char>& classes() {
  static const std::unordered_map<char32_t, char> table = [] {
    std::unordered_map<char32_t, char> built;
    for (const Letters& letters : k_letters) {
      for (const char32_t c : letters.of) built.emplace(c, letters.letter);
    }
    return built;
  }();
  return table;
}

constexpr std::array<char, 19> k_hangul_initials = {'K', 'K', 'N', 'T', 'T', 'R', 'M', 'P', 'P', 'S',
                                                    'S', '-', 'S', 'S', 'S', 'K', 'T', 'P', '-'};
constexpr std::array<char, 28> k_hangul_finals = {'-', 'K', 'K', 'K', 'N', 'N', 'N', 'T', 'R', 'K', 'M', 'P', 'R', 'T',
                                                  'P', 'R', 'M', 'P', 'P', 'S', 'S', 'N', 'S', 'S', 'K', 'T', 'P', '-'};

// Katakana from ア (30A2 in its small form 30A1) by row: vowels, k/g, s/z, t/d, n, h/b/p, m, y, r, w.
char class_of_katakana(char32_t c) {
  if (c <= 0x30AA) return '-';
  if (c <= 0x30B4) return 'K';
  if (c <= 0x30BE) return 'S';
  if (c == 0x30C1 || c == 0x30C2 || c == 0x30C4 || c == 0x30C5) return 'S';
  if (c == 0x30C3) return '-';
  if (c <= 0x30C9) return 'T';
  if (c <= 0x30CE) return 'N';
  if (c == 0x30D5) return 'P';
  if (c <= 0x30DD) return (c - 0x30CF) % 3 == 0 ? '-' : 'P';
  if (c <= 0x30E2) return 'M';
  if (c <= 0x30E8) return '-';
  if (c <= 0x30ED) return 'R';
  if (c == 0x30F3) return 'N';
  return c == 0x30F4 ? 'P' : '-';
}

char class_of_latin(std::string_view word, std::size_t at) {
  const char next = at + 1 < word.size() ? word[at + 1] : ' ';
  switch (word[at]) {
    case 'k':
    case 'q':
    case 'g':
      return 'K';
    case 'c':
      return next == 'e' || next == 'i' || next == 'y' || next == 'h' ? 'S' : 'K';
    case 't':
    case 'd':
      return 'T';
    case 'p':
    case 'b':
    case 'f':
    case 'v':
      return 'P';
    case 's':
    case 'z':
    case 'j':
      return 'S';
    case 'x':
      return 'K';
    case 'm':
      return 'M';
    case 'n':
      return 'N';
    case 'r':
    case 'l':
      return 'R';
    default:
      return '-';
  }
}

char class_of(char32_t c) {
  if (c >= 0x30A1 && c <= 0x30FA) return class_of_katakana(c);
  const auto found = classes().find(c);
  return found == classes().end() ? '-' : found->second;
}

void add(std::string& out, char letter) {
  if (letter != '-' && (out.empty() || out.back() != letter)) out += letter;
}

}  // namespace

std::string skeleton(std::string_view word) {
  const std::string folded = fold(word);
  std::string out;
  for (std::size_t at = 0; at < folded.size();) {
    const CodePoint point = code_point_at(folded, at);
    if (point.value < 0x80) {
      add(out, class_of_latin(folded, at));
    } else if (point.value >= 0xAC00 && point.value <= 0xD7A3) {
      const std::uint32_t index = point.value - 0xAC00;
      add(out, k_hangul_initials[index / 588]);
      add(out, k_hangul_finals[index % 28]);
    } else {
      add(out, class_of(point.value));
    }
    at = point.next;
  }
  return out;
}

}  // namespace vigie::classifier
