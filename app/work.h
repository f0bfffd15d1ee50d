#pragma once

#include <memory>
#include <optional>

#include "app/knowledge.h"
#include "app/pipeline.h"
#include "model/feed.h"
#include "model/fetch.h"
#include "model/source.h"
#include "model/story.h"

namespace vigie {

/// What rides along with a request: all that is needed to read and judge the answer without asking anyone.
struct FetchTask {
  std::shared_ptr<const Source> source;
  std::shared_ptr<const Knowledge> knowledge;
  FetchPolicy policy = FetchPolicy::candidates;
  double candidate_threshold = 0;
  FeedEntry entry;       // of a page
  int attempts = 0;      // of a page, before this one
  bool recheck = false;  // a page looked at again for changes
};

/// A unit of work for the workers: an answer of the network, or (judge_entry) a feed entry to be judged by itself.
struct Work {
  FetchResponse response;
  bool judge_entry = false;
};

/// What a worker made of it.
struct WorkResult {
  FetchResponse response;  // body kept for pages (evidence), dropped for sources
  bool judged_entry = false;
  std::optional<SourceReading> reading;              // of a source
  std::optional<Expected<AssessedArticle>> article;  // of a page or entry
};

/// Reads and judges one unit. Never throws: a bug in a reader costs that document alone and is told as malformed.
WorkResult carry_out(Work work);

}  // namespace vigie
