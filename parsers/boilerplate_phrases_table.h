#pragma once

#include <string_view>

#include "parsers/boilerplate_phrases.h"

namespace vigie::parsers {

/// One phrase as written in its language. `least` is the weakest match that counts: a word such as "share" tells
/// something only when it is the whole line.
struct PhraseEntry {
  Phrase phrase;
  PhraseMatch least;
  std::string_view text;
};

extern const PhraseEntry k_phrase_entries[];
extern const unsigned long k_phrase_entry_count;

}  // namespace vigie::parsers
