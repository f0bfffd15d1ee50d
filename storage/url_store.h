#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/feed.h"
#include "model/source.h"
#include "model/time.h"
#include "storage/database.h"

namespace vigie::storage {

/// What became of a URL. Every URL ever seen has one of these.
enum class UrlState {
  discovered,  // seen in a feed, not yet decided on
  queued,      // to be fetched
  fetched,     // a page came back; being read
  stored,      // an article of the archive
  dropped,     // not kept; the reason code says why
};
std::string_view to_string(UrlState state);
std::optional<UrlState> url_state_from(std::string_view name);

/// One URL's row.
struct UrlRecord {
  std::int64_t id = 0;
  std::string url;  // as first seen, fit to be fetched
  std::string key;  // canonical_key: what makes two addresses one
  std::string source_id;
  UrlState state = UrlState::discovered;
  std::string reason;  // reason code of a drop, or of the last failed attempt; empty otherwise
  std::string title;   // of the feed entry
  std::string summary;
  std::int64_t article = 0;  // where stored: the article's id
  Time first_seen{};
  Time changed_at{};  // when it came into its state
  Time next_try{};    // of a queued page
  int attempts = 0;   // fetches tried
};

/// A page to fetch, with the feed entry that led to it, as it was remembered.
struct QueuedPage {
  std::string url;
  std::string source_id;
  FeedEntry entry;
  Time first_seen{};
  Time next_try{};
  int attempts = 0;
};

/// A feed entry that was remembered and neither queued, stored nor dropped since: its judgement is owed.
struct UndecidedEntry {
  std::int64_t id = 0;  // of its row; grows with every URL remembered
  std::string source_id;
  FeedEntry entry;
};

/// Every URL ever seen. URLs are compared by canonical_key (model/url.h); one that does not parse is its own key.
class UrlStore {
 public:
  explicit UrlStore(Database& database) : database_(database) {}

  /// Remembers a source's entries as discovered; says for each whether its URL is new. A second sight adds nothing, not
  /// even within one call. Entries without a URL are not remembered and answer false.
  std::vector<bool> remember(std::string_view source_id, const std::vector<FeedEntry>& entries, Time now);
  /// The same for a URL that came without an entry.
  bool remember(std::string_view source_id, std::string_view url, Time now);

  /// Moves a known URL into a state, with a reason code (empty for none). An unknown URL is remembered first. A stored
  /// URL never leaves its state by this.
  void mark(std::string_view url, UrlState state, std::string_view reason, Time now);
  /// Queues a known URL's page to be fetched from next_try on.
  void queue(std::string_view url, Time next_try, Time now);
  /// A fetch failed and shall be tried again: counts the attempt, keeps the URL queued.
  void retry(std::string_view url, std::string_view reason, Time next_try, Time now);

  /// Queued pages with next_try <= now, oldest next_try first; `limit` of them are looked at. With `wanted` only those
  /// whose URL it says yes to: the others' entries are not read, so that it is cheap to pass over many.
  using Wanted = std::function<bool(const std::string& url)>;
  std::vector<QueuedPage> due_pages(Time now, std::size_t limit, const Wanted& wanted = {}) const;
  std::optional<Time> next_due_page() const;
  /// Pages taken for fetching when the last process died are queued again: state `fetched` back to `queued`. Call once
  /// at start. Returns how many.
  std::int64_t requeue_unfinished(Time now);

  /// Entries still discovered, with ids above `after`, in order.
  std::vector<UndecidedEntry> undecided(std::int64_t after, std::size_t limit) const;

  std::optional<UrlRecord> find(std::string_view url) const;
  /// Rows whose stored title is `title` up to case, accents and white space; newest first.
  std::vector<UrlRecord> find_by_title(std::string_view title, std::size_t limit) const;
  /// True when any URL of this host (lower case, without port) was ever seen.
  bool host_seen(std::string_view host) const;

  struct StateCount {
    UrlState state = UrlState::discovered;
    std::string reason;
    std::int64_t urls = 0;
  };
  /// All rows by state and reason code; reads an index, not the table.
  std::vector<StateCount> count_states() const;

 private:
  Database& database_;
};

}  // namespace vigie::storage
