#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/feed.h"
#include "model/url.h"
#include "parsers/feed.h"

namespace vigie::parsers {

/// A value that gives way to one of higher rank.
template <typename Value>
struct Ranked {
  Value value{};
  int rank = 0;  // 0: nothing yet

  /// Takes `better` when its rank is higher: of equals the first counts.
  void offer(Value better, int its_rank) {
    if (its_rank > rank) take(std::move(better), its_rank);
  }
  /// The same, but of equals the last counts.
  void offer_last(Value better, int its_rank) {
    if (its_rank >= rank) take(std::move(better), its_rank);
  }
  void take(Value better, int its_rank) {
    value = std::move(better);
    rank = its_rank;
  }
};

/// What had to be mended, each thing once, at most 16.
class Repairs {
 public:
  void add(std::string_view what);
  void add_first(std::string what) { list_.insert(list_.begin(), std::move(what)); }
  std::vector<std::string> take() { return std::move(list_); }

 private:
  std::vector<std::string> list_;
};

/// What has been read of a feed or of one of its entries, from all the vocabularies that say it.
struct FeedDraft {
  Ranked<std::string> title;
  Ranked<std::string> summary;
  Ranked<std::string> content;
  Ranked<std::string> author;  // several of one rank joined by ", "
  Ranked<std::string> id;
  Ranked<std::string> link;
  Ranked<std::optional<Date>> published;
  Ranked<std::optional<Date>> updated;
  Ranked<std::string> language;
  std::string self;
  std::vector<std::string> categories;
  std::string country;  // whose zones and order of day and month its dates are read with (zone_country)

  std::optional<std::string> text_language;  // xml:lang of the content, else of the last of title and summary
  bool text_language_settled = false;        // the content has spoken

  seconds ttl{0};
  double update_period = 0;  // seconds
  double update_frequency = 1;

  void add_author(std::string name, int rank);
  void add_category(std::string name);
  /// Dates that do not read as dates are dropped; of equal rank the last counts.
  void add_published(std::string_view text, int rank);
  void add_updated(std::string_view text, int rank);

  /// The largest of what a feed asks readers to wait; null when it asks for nothing.
  std::optional<seconds> wait() const;

  /// The entry, with what the feed's own draft says where it says nothing itself. Leaves this draft empty.
  FeedEntry take_entry(const FeedDraft& feed, const std::optional<std::string>& element_language);

  /// Moves what is said of the feed into `feed`.
  void take_feed(Feed& feed);
};

/// The address a feed means by `reference`: cleaned of white space, resolved against `base` where it is relative and
/// there is a base. Empty for addresses that run code or carry data ("javascript:", "data:").
std::string feed_address(std::string_view reference, const Url* base);

/// Whether `text` is an absolute http or https address.
bool is_web_address(std::string_view text);

/// The country whose dates a feed in `language` writes, by what is known of it; empty where nothing tells.
std::string feed_country(const FeedContext& context, std::string_view language);

/// A language as feeds write it ("EN_us", " de ") as BCP 47; empty for what cannot be one.
std::string feed_language(std::string_view text);

}  // namespace vigie::parsers
