#include "storage/stems.h"

#include <libstemmer.h>

#include <array>

#include "model/text.h"
#include "storage/light_stems.h"

namespace vigie::storage {
namespace {

using Script = StemClass::Script;

bool lists(std::string_view list, std::string_view word) {
  for (std::size_t at = 0; at < list.size();) {
    const std::size_t end = std::min(list.find(' ', at), list.size());
    if (list.substr(at, end - at) == word) return true;
    at = end + 1;
  }
  return false;
}

}  // namespace

const std::vector<StemClass>& stem_classes() {
  static const std::vector<StemClass> k_classes = {
      {"english", "en", Script::latin},
      {"french", "fr", Script::latin},
      {"german", "de", Script::latin},
      {"dutch", "nl af", Script::latin},
      {"spanish", "es gl", Script::latin},
      {"italian", "it", Script::latin},
      {"portuguese", "pt", Script::latin},
      {"romanian", "ro mo", Script::latin},
      {"catalan", "ca", Script::latin},
      {"swedish", "sv", Script::latin},
      {"danish", "da", Script::latin},
      {"norwegian", "no nb nn", Script::latin},
      {"finnish", "fi", Script::latin},
      {"hungarian", "hu", Script::latin},
      {"turkish", "tr az", Script::latin},
      {"indonesian", "id ms", Script::latin},
      {"irish", "ga", Script::latin},
      {"lithuanian", "lt", Script::latin},
      {"basque", "eu", Script::latin},
      {"serbian", "sr hr bs sh", Script::latin_or_cyrillic},
      {"russian", "ru be", Script::cyrillic},
      {"greek", "el", Script::greek},
      {"arabic", "ar", Script::arabic},
      {"armenian", "hy", Script::armenian},
      {"hindi", "hi", Script::devanagari},
      {"nepali", "ne", Script::devanagari},
      {"tamil", "ta", Script::tamil},
      {"yiddish", "yi", Script::hebrew},
      {"ukrainian", "uk", Script::cyrillic, true},
      {"polish", "pl", Script::latin, true},
      {"czech", "cs sk", Script::latin, true},
      {"bulgarian", "bg mk", Script::cyrillic, true},
      {"slovene", "sl", Script::latin, true},
      {"latvian", "lv", Script::latin, true},
      {"hebrew", "he iw", Script::hebrew, true},
      {"persian", "fa prs", Script::arabic, true},
      {"estonian", "et", Script::latin, true},
  };
  return k_classes;
}

char stem_letter(int stem_class) {
  constexpr std::string_view k_letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`{|}~!#$%&";
  return k_letters[static_cast<std::size_t>(stem_class) % k_letters.size()];
}

int stem_class_of(std::string_view language) {
  const std::string primary = ascii_lower(language.substr(0, language.find_first_of("-_")));
  const std::vector<StemClass>& classes = stem_classes();
  for (std::size_t i = 0; i < classes.size(); ++i) {
    if (lists(classes[i].languages, primary)) return static_cast<int>(i);
  }
  return k_no_stems;
}

bool is_of_script(char32_t c, Script script) {
  const auto within = [c](char32_t low, char32_t high) { return c >= low && c <= high; };
  switch (script) {
    case Script::latin:
      return within('a', 'z') || within('A', 'Z') || within(0xC0, 0x24F) || within(0x1E00, 0x1EFF);
    case Script::latin_or_cyrillic:
      return is_of_script(c, Script::latin) || is_of_script(c, Script::cyrillic);
    case Script::cyrillic:
      return within(0x400, 0x52F);
    case Script::greek:
      return within(0x370, 0x3FF) || within(0x1F00, 0x1FFF);
    case Script::arabic:
      return within(0x620, 0x6FF) || within(0x750, 0x77F) || within(0xFB50, 0xFEFC);
    case Script::hebrew:
      return within(0x590, 0x5FF);
    case Script::armenian:
      return within(0x530, 0x58F);
    case Script::devanagari:
      return within(0x900, 0x97F);
    case Script::tamil:
      return within(0xB80, 0xBFF);
  }
  return false;
}

struct Stemmers::State {
  std::vector<std::unique_ptr<sb_stemmer, decltype(&sb_stemmer_delete)>> stemmers;
};

Stemmers::Stemmers() : state_(std::make_unique<State>()) {
  for (std::size_t i = 0; i < stem_classes().size(); ++i) state_->stemmers.emplace_back(nullptr, &sb_stemmer_delete);
}

Stemmers::~Stemmers() = default;

std::string Stemmers::stem(int stem_class, std::string_view word) {
  if (stem_class < 0) return std::string(word);
  const auto place = static_cast<std::size_t>(stem_class);
  if (stem_classes()[place].light) return light_stem(stem_classes()[place].algorithm, word);
  auto& stemmer = state_->stemmers[place];
  if (!stemmer) stemmer.reset(sb_stemmer_new(std::string(stem_classes()[place].algorithm).c_str(), "UTF_8"));
  if (!stemmer) return std::string(word);
  // Turkish piles endings up, and its stemmer takes off more of "saldırı" than of "saldırılar": only where nothing more
  // comes off do the two meet.
  std::string current(word);
  for (int rounds = stem_classes()[place].algorithm == "turkish" ? 3 : 1; rounds > 0; --rounds) {
    const auto* bytes = reinterpret_cast<const sb_symbol*>(current.data());
    const sb_symbol* stemmed = sb_stemmer_stem(stemmer.get(), bytes, static_cast<int>(current.size()));
    if (stemmed == nullptr) break;
    std::string shorter(reinterpret_cast<const char*>(stemmed),
                        static_cast<std::size_t>(sb_stemmer_length(stemmer.get())));
    if (shorter == current) break;
    current = std::move(shorter);
  }
  return current;
}

}  // namespace vigie::storage
