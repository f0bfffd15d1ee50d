#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "classifier/actors.h"
#include "classifier/category.h"
#include "classifier/lexicon.h"
#include "classifier/tokens.h"

namespace vigie::classifier {

/// A threat actor in the article, accepted as one (an ordinary word only in a cyber context).
struct ActorRef {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::uint32_t actor = 0;            // the bearer chosen; meaningless when unknown
  bool ordinary = false;              // told by a name that is an ordinary word
  bool known = true;                  // false: a designation no table holds
  std::vector<std::uint32_t> others;  // further bearers of the name
  std::string slip_of;
  std::string designation;
};

/// An article with everything the lexicons found in it. The stages behind only read it.
struct Reading {
  TokenStream stream;
  const Grammar* grammar = nullptr;
  std::vector<const Lexicon*> lexicons;  // by Hit::lexicon
  std::vector<Hit> hits;                 // by first token, then longest first
  std::vector<std::uint32_t> first_hit;  // of a sentence, in hits; one more at the end
  std::vector<std::uint32_t> hit_at;     // per token, the first hit that begins there or behind; one more at the end
  std::vector<CategorySet> mask;         // per token, every category that covers it
  std::vector<std::uint32_t> halves;     // per token, half words before it: code points of unspaced scripts count one
  std::vector<Hit> states;               // the hits that name a state, not overlapping, in order
  std::vector<bool> tells;               // per sentence, whether it speaks of a cyber operation
  bool about_operation = false;          // title or lead tell of a cyber operation in so many words
  std::vector<ActorRef> actors;          // in order

  std::size_t sentence_count() const { return stream.sentences.size(); }
  const Token& token(std::size_t i) const { return stream.tokens[i]; }
  bool same_sentence(std::size_t a, std::size_t b) const {
    return stream.tokens[a].sentence == stream.tokens[b].sentence;
  }

  /// Whether a token in [first, last] has one of the categories.
  bool any(std::size_t first, std::size_t last, const CategorySet& categories) const;
  bool any_in_sentence(std::size_t sentence, const CategorySet& categories) const;
  /// The number of hits of a category in a sentence, or in all.
  std::size_t count_in_sentence(std::size_t sentence, Category category) const;
  std::size_t count(Category category) const;
  const Hit* find_in_sentence(std::size_t sentence, const CategorySet& categories) const;
  /// Distance in words between two tokens: code points of scripts without spaces count half.
  std::size_t words_between(std::size_t first, std::size_t last) const {
    return last <= first + 1 ? 0 : (halves[last] - halves[first + 1] + 1) / 2;
  }
  /// The states and actors named in a sentence.
  std::span<const Hit> states_of(std::size_t sentence) const;
  std::span<const ActorRef> actors_of(std::size_t sentence) const;
  /// Whether an accepted actor is named in a sentence.
  bool actor_in_sentence(std::size_t sentence) const;
  std::string rule_of(const Hit& hit) const { return lexicons[hit.lexicon]->rule_of(hit); }
};

/// Reads an article with the lexicons of its language, of English and of every language. `inflecting`: see
/// ActorCatalogue::find.
void read_article(std::string_view title, std::string_view text, const std::vector<const Lexicon*>& lexicons,
                  const ActorCatalogue& actors, bool inflecting, Reading& into);

}  // namespace vigie::classifier
