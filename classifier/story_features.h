#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/story.h"

namespace vigie::classifier {

/// What a feature is. All but words survive translation; `latin` and `name` only where the script has letters.
enum class FeatureKind : std::uint8_t {
  word,
  name,   // by its skeleton
  latin,  // a name in Latin letters, as written
  number,
  indicator,
  actor,
  accused,
  victim,
  pair,  // accused and victim
  state,
  body,   // kind and sector of who suffered
  topic,  // institutions and matters spoken of, by the lexicons' categories
  count
};

/// One thing two articles on an event may share.
struct StoryFeature {
  std::uint64_t key = 0;  // a hash of kind and value
  float weight = 0;       // by kind and place (a title counts more), before rarity
  FeatureKind kind = FeatureKind::word;
};

/// What an article is compared by. The lists are sorted by key, without duplicates.
struct StoryFeatures {
  std::string language;               // primary subtag
  std::vector<StoryFeature> words;    // of its language: folded words, bigrams in scripts without spaces
  std::vector<StoryFeature> anchors;  // all other kinds
  std::vector<std::uint64_t> accused;
};

/// Title and the first 1,200 bytes of the text count: the lead tells the event, the rest its background.
StoryFeatures story_features(const AssessedArticle& article);

}  // namespace vigie::classifier
