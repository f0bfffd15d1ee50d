#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/knowledge.h"
#include "model/feed.h"
#include "model/fetch.h"
#include "model/story.h"
#include "parsers/boilerplate.h"

namespace vigie {

/// The pure part of the way: no network, clock, database or log in it, so that the daemon, `vigie inspect`,
/// `vigie import`, the evaluation and the fuzzers run the same code. Safe from any thread.

/// What is known of a document besides its bytes.
struct DocumentContext {
  std::string source_id;
  Authority authority = Authority::press;
  std::string source_language;                             // BCP 47, may be empty
  std::string country;                                     // ISO 3166-1 alpha-2, may be empty
  std::optional<Time> now;                                 // when it was read, for relative dates
  const parsers::BoilerplateLines* known_lines = nullptr;  // that the source's pages repeat
};
DocumentContext context_of(const Source& source, Time now);

/// A page as fetched.
struct Page {
  std::string_view bytes;
  std::string url;           // final address
  std::string content_type;  // HTTP header's value
};

/// Reads the article out of a page and judges it. `entry` is what the feed said of it (empty fields where there was no
/// feed) and fills what the page lacks. Errors: no_article, malformed, limit, unsupported.
Expected<AssessedArticle> process_article(const FeedEntry& entry, const Page& page, const DocumentContext& context,
                                          const Knowledge& knowledge);

/// Judges what the feed itself says: for sources whose feed holds the article, and where a page cannot be had.
AssessedArticle process_entry(const FeedEntry& entry, const DocumentContext& context, const Knowledge& knowledge);

/// Fills language, canonical URL, signature and assessment of an article whose title and text are there.
AssessedArticle judge(Article article, const DocumentContext& context, const Knowledge& knowledge);

/// What is done with an entry of a source.
enum class EntryAction { fetch_page, judge_entry, drop };

struct EntryPlan {
  FeedEntry entry;
  std::string key;  // canonical key of its address
  EntryAction action = EntryAction::drop;
  std::string reason;    // code of a drop: no_link, bad_link, not_candidate
  double candidate = 0;  // the gate's score
};

/// What a source's body held.
struct SourceReading {
  OutcomeKind kind = OutcomeKind::ok;  // ok, empty, not_a_feed, bot_check or malformed
  std::string message;
  Feed feed;  // without entries, but for a sitemap index: they are its children
  std::vector<EntryPlan> plans;
};

/// Reads the body of a feed, sitemap or listing and decides entry by entry. `policy` is the source's or the
/// configuration's; `threshold` the least candidate score that is fetched.
SourceReading read_source(const FetchResponse& response, const Source& source, FetchPolicy policy, double threshold,
                          const Knowledge& knowledge);

}  // namespace vigie
