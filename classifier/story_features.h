#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/story.h"

namespace vigie::classifier {

/// One thing two articles on an event may share. `key` is a hash of kind and value.
struct StoryFeature {
  std::uint64_t key = 0;
  float weight = 0;  // by kind and place (title counts more), before rarity
};

/// What an article is compared by. Both lists are sorted by key, without duplicates.
struct StoryFeatures {
  std::string language;               // primary subtag
  std::vector<StoryFeature> words;    // of its language: folded words, bigrams in scripts without spaces
  std::vector<StoryFeature> anchors;  // what survives translation: names (their skeletons), numbers, states, actors …
};

/// Title and the first 1,200 bytes of the text count: the lead tells the event, the rest its background.
StoryFeatures story_features(const AssessedArticle& article);

}  // namespace vigie::classifier
