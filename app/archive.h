#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "app/config.h"
#include "classifier/story.h"
#include "model/fetch.h"
#include "model/story.h"
#include "storage/article_store.h"
#include "storage/database.h"
#include "storage/evidence.h"
#include "storage/story_store.h"

namespace vigie {

/// What the configuration says of keeping pages; nothing when none are kept.
std::optional<storage::EvidenceOptions> evidence_options(const EvidenceConfig& evidence);

/// Puts assessed articles into the database, into their story, and the page behind them into the evidence. The daemon
/// and `vigie import` store through it. Everything happens inside the caller's storage::Transaction.
class Archive {
 public:
  /// `evidence`: nothing when no pages are kept.
  Archive(storage::Database& database, std::optional<storage::EvidenceOptions> evidence, Time now);

  /// Reads the story index anew from the database: at the start, and after a transaction that was rolled back.
  void restore(Time now);

  struct Stored {
    std::int64_t id = 0;
    bool added = false;
    std::int64_t story = 0;
    std::string evidence_error;  // empty, or why the page could not be kept
  };
  /// `page`: the answer the article was read from, or null (entries, imports without a page).
  Stored store(AssessedArticle article, const FetchResponse* page, Time now);

  /// Keeps a further capture of a page whose article is stored already. Errors: io.
  Expected<bool> keep_capture(const FetchResponse& page);

  /// The same where no capture of that address holds these bytes yet; tells whether it was kept.
  Expected<bool> keep_new_capture(const FetchResponse& page);

  /// Makes the evidence durable; before the transaction's commit. Errors: io.
  Expected<void> sync();

 private:
  std::int64_t place(std::int64_t id, const AssessedArticle& article, Time now);
  std::int64_t story_long_ago(const AssessedArticle& article, Time at) const;

  storage::Database& database_;
  storage::ArticleStore articles_;
  storage::StoryStore stories_;
  std::unique_ptr<storage::EvidenceWriter> evidence_;
  classifier::StoryIndex index_;
};

}  // namespace vigie
