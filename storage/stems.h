#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace vigie::storage {

/// One way of taking words to their stems. Its place in stem_classes() is its letter in the search index: classes are
/// added at the end, never moved.
struct StemClass {
  std::string_view algorithm;  // libstemmer's name, or one of storage/light_stems.h
  std::string_view languages;  // primary subtags, parted by spaces
  enum class Script { latin, latin_or_cyrillic, cyrillic, greek, arabic, hebrew, armenian, devanagari, tamil } script;
  bool light = false;
};
const std::vector<StemClass>& stem_classes();

inline constexpr int k_no_stems = -1;

/// The character that marks a class's stems in the index: none that is part of a word.
char stem_letter(int stem_class);

/// The class of a BCP 47 tag, or k_no_stems.
int stem_class_of(std::string_view language);

/// The script of a letter among those that have stems.
bool is_of_script(char32_t letter, StemClass::Script script);

/// Stemmers, made when first used. Not thread-safe.
class Stemmers {
 public:
  Stemmers();
  ~Stemmers();
  /// The stem of a case-folded word (UTF-8).
  std::string stem(int stem_class, std::string_view word);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace vigie::storage
