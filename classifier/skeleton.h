#pragma once

#include <string>
#include <string_view>

namespace vigie::classifier {

/// The consonants of a word, folded into eight classes that survive transliteration: "Rotterdam", "Роттердам",
/// "ロッテルダム", "روتردام" and "로테르담" have one skeleton. Vowels and h, w, y are dropped, voiced and unvoiced
/// consonants and r and l are one, repeats collapse. Latin, Cyrillic, Greek, Armenian, Georgian, Arabic, Hebrew,
/// Devanagari, Thai, kana and Hangul; empty for other scripts (Han has no letters to compare).
std::string skeleton(std::string_view word);

}  // namespace vigie::classifier
