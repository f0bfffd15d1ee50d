#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/story.h"
#include "storage/database.h"

namespace vigie::storage {

/// What put() did. `added` is false when the canonical key was there already; `id` is the article's either way.
struct PutResult {
  std::int64_t id = 0;
  bool added = false;
};

/// Which parts of articles are loaded: the text and the evidence are most of the bytes.
enum class Load {
  everything,
  judgement,  // no text, no state_mentions, no evidence
};

/// The archive of articles, relevant or not. Ids follow the time of publication (first_seen where that is unknown or in
/// the future): a later article has the larger id.
class ArticleStore {
 public:
  explicit ArticleStore(Database& database) : database_(database) {}

  /// Stores an article with its judgement, its statements and its place in the search index, and marks the URL it was
  /// fetched from and its canonical URL `stored`. Adds nothing twice. id and story of the argument are ignored.
  PutResult put(const AssessedArticle& article);

  std::optional<AssessedArticle> find(std::int64_t id, Load load = Load::everything) const;
  std::optional<AssessedArticle> find_by_url(std::string_view url, Load load = Load::everything) const;
  std::optional<std::int64_t> id_of_url(std::string_view url) const;
  bool contains_url(std::string_view url) const { return id_of_url(url).has_value(); }

  /// Calls `visit` for articles in [from, until) by their time, oldest first, until it returns false.
  void visit(Time from, Time until, bool relevant_only, Load load,
             const std::function<bool(const AssessedArticle&)>& visit) const;

  /// Arrivals are numbered in the order they were stored, from 1; alerts ask for what came behind a number.
  std::int64_t last_arrival() const;
  std::int64_t arrival_of(std::int64_t id) const;  // 0 for no such article
  std::vector<std::int64_t> arrived_after(std::int64_t arrival, std::size_t limit) const;

  std::int64_t count() const;
  std::int64_t count_relevant() const;

  /// Replaces the judgement of a stored article (after a change of the lexicon), search index included.
  void reassess(std::int64_t id, const Assessment& assessment);

  /// Takes an article out of archive and search index; its URLs become `dropped` with the reason. Returns the bytes of
  /// its text.
  std::int64_t remove(std::int64_t id, std::string_view reason, Time now);

  /// Where the article's time is placed: published where it is known and not in the future, else first_seen.
  static Time time_of(const AssessedArticle& article);

 private:
  Database& database_;
};

}  // namespace vigie::storage
