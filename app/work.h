#pragma once

#include <memory>
#include <optional>

#include "app/knowledge.h"
#include "app/pipeline.h"
#include "crawler/revisit.h"
#include "model/feed.h"
#include "model/fetch.h"
#include "model/source.h"
#include "model/story.h"
#include "parsers/boilerplate.h"

namespace vigie {

/// What rides along with a request: all that is needed to read and judge the answer without asking anyone.
struct FetchTask {
  std::shared_ptr<const Source> source;
  std::shared_ptr<const Knowledge> knowledge;
  FetchPolicy policy = FetchPolicy::candidates;
  double candidate_threshold = 0;
  std::shared_ptr<const parsers::BoilerplateLines> known_lines;  // of the source's pages; may be null
  FeedEntry entry;                                               // of a page
  int attempts = 0;                                              // of a page, before this one
  bool recheck = false;                                          // a page looked at again for changes
  bool child = false;  // a sitemap that an index names: part of its source's poll
};

/// A unit of work for the workers: an answer of the network, or (judge_entry) a feed entry to be judged by itself.
struct Work {
  FetchResponse response;
  bool judge_entry = false;
};

/// What the children of a sitemap index held together.
struct SitemapTally {
  int entries = 0;
  int new_entries = 0;
  std::optional<Time> newest;
  std::optional<Time> oldest;
  bool dated = true;                  // the index told of every child when it changed
  std::optional<OutcomeKind> failed;  // of a child that could not be read
  std::string message;                // of that child
};

/// What a worker made of it.
struct WorkResult {
  FetchResponse response;  // of pages gzip_body or body is kept (evidence), of sources neither
  bool judged_entry = false;
  std::optional<SourceReading> reading;              // of a source
  std::optional<Expected<AssessedArticle>> article;  // of a page or entry
  std::optional<SitemapTally> tally;                 // of a sitemap index once its children are read, or of a child
};

/// What crawler::revisit is told of a poll: the network's part and the reader's. `new_entries`: how many had not been
/// seen before.
crawler::PollResult poll_result_of(const WorkResult& result, int new_entries);
/// The same poll with what the children held. Children that had nothing new to say are no failure of the index.
void add_tally(crawler::PollResult& poll, const SitemapTally& tally);

/// Whether a result is a sitemap index whose children are still to be read.
bool begins_index(const WorkResult& result);
/// Whether an unchanged index means unchanged children: it dates them all, and all could be read.
bool says_all_by_itself(const SitemapTally& tally);

/// Reads and judges one unit. Never throws: a bug in a reader costs that document alone and is told as malformed.
WorkResult carry_out(Work work);

}  // namespace vigie
