#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "parsers/language_script.h"

namespace vigie::parsers {

/// Evidence for languages, as logarithms of odds more or less; keys as detect_language answers.
using Scores = std::map<std::string, double, std::less<>>;

/// Adds what the words, letters and pieces of words in `text` say of the languages the tables have for `script`.
void add_word_scores(std::string_view text, Script script, Scores& scores);

}  // namespace vigie::parsers
