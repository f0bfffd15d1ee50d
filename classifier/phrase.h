#pragma once

#include <cstdint>

#include "classifier/reading.h"

namespace vigie::classifier {

/// A state's name with the words that belong to it: "Russian military intelligence", "ambassade de Chine".
struct StatePhrase {
  std::uint32_t first = 0;  // of the whole phrase
  std::uint32_t last = 0;
  CategorySet right;        // of the words behind the name
  CategorySet left;         // of the words before it that the name belongs to
  bool adjectival = false;  // adjective, or a genitive
  bool has(const CategorySet& categories) const { return right.any(categories) || left.any(categories); }
};

/// The phrase around a mention.
StatePhrase phrase_of(const Reading& reading, const Hit& mention);

/// Whether a token is as short as articles and prepositions are.
bool is_short_word(const Reading& reading, std::size_t token);

/// Whether a token is a word for "and", which makes lists.
bool is_conjunction(const Reading& reading, std::size_t token);

/// Whether a state's name stands in a case that says where: "Lietuvoje", "Latvijā", "ესტონეთზე".
bool is_locative(const Reading& reading, const Hit& mention);

}  // namespace vigie::classifier
