#pragma once

#include <cstdint>
#include <string_view>

namespace vigie::parsers {

/// What a line that is no part of an article is for.
enum class Phrase : std::uint8_t {
  none,
  related,     // "read also", "more on this"
  newsletter,  // "sign up for our newsletter"
  share,       // "share on Facebook", "copy link"
  comments,    // "leave a comment"
  consent,     // cookies, blockers of adverts and scripts
  paywall,     // "this article is for members"
  credit,      // "photo: …", "image source"
  author,      // "about the author", "follow X on …"
  advert,      // "advertisement"
  tags,        // "topics", "tags"
  copyright,   // "all rights reserved"
  dates,       // "published", "last updated", "minutes to read"
  media,       // "listen to this article", "watch the video"
  navigation,  // "back to top", "skip to content", "print"
};

/// How a line matches: not at all, somewhere inside, at its beginning, or as a whole.
enum class PhraseMatch : std::uint8_t { none, inside, prefix, whole };

struct PhraseHit {
  Phrase phrase = Phrase::none;
  PhraseMatch match = PhraseMatch::none;
};

/// The strongest phrase of a line, looked up in tables of some thirty languages. `folded` is what fold() made of the
/// line.
PhraseHit find_phrase(std::string_view folded);

std::string_view to_string(Phrase phrase);

}  // namespace vigie::parsers
