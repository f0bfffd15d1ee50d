#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/article.h"
#include "model/assessment.h"
#include "model/source.h"
#include "storage/database.h"
#include "storage/query.h"

namespace vigie::storage {

/// A name or wording in one language; an empty language stands for all.
struct NamedPhrase {
  std::string text;
  std::string language;  // BCP 47
};

/// What a word of a query also means, made from the lexicon and the catalogues of states and actors. Keys are
/// fold()ed (model/text.h) with inner white space collapsed.
struct QueryExpansion {
  std::map<std::string, std::vector<NamedPhrase>, std::less<>> concepts;  // concept:NAME -> wordings
  std::map<std::string, std::vector<NamedPhrase>, std::less<>> names;     // an alias or a state's name -> all names
  std::map<std::string, std::vector<std::string>, std::less<>> actors;    // an alias -> canonical names, for actor:
  std::map<std::string, std::string, std::less<>> states;                 // a state's name -> ISO code, for state:
};

enum class SortOrder { newest, relevance };

struct SearchOptions {
  SortOrder sort = SortOrder::newest;
  std::size_t limit = 20;
  std::size_t offset = 0;
  bool snippets = true;
  /// Of more hits than this, the newest are ranked and the others follow by time: so no search takes over a second. At
  /// 1,000,000 articles ranking takes about 1 µs a hit; fewer are ranked when a query has many forms.
  std::int64_t most_ranked = 200'000;
};

/// A piece of an article's text, white space collapsed, with the hits in it.
struct Snippet {
  struct Mark {
    std::size_t begin = 0;
    std::size_t end = 0;
  };
  std::string text;         // UTF-8; begins or ends with "…" where cut
  std::vector<Mark> marks;  // byte spans, in order, apart

  /// The text with each hit between `open` and `close`, each piece passed through `escape` where one is given.
  std::string marked(std::string_view open, std::string_view close,
                     const std::function<std::string(std::string_view)>& escape = nullptr) const;
};

struct SearchHit {
  std::int64_t id = 0;
  std::string url;
  std::string title;
  std::string language;
  std::optional<Date> published;
  Time time{};  // what the order goes by
  std::string source_id;
  Authority authority = Authority::press;
  bool relevant = false;
  std::vector<std::string> accused_states;
  std::vector<std::string> victim_states;
  std::vector<std::string> actors;
  Act act = Act::report;
  std::int64_t story = 0;
  double score = 0;  // bm25, higher is better; 0 when sorted by time
  Snippet snippet;
};

/// The hits, newest first or best first. Errors: invalid_query, for what only the expansion can tell (an unknown
/// concept or state: the message has the column and says which exist).
Expected<std::vector<SearchHit>> search(Database& database, const Query& query, const SearchOptions& options,
                                        const QueryExpansion& expansion = {});

/// The same, hit by hit in flat memory, until `visit` returns false: for exports and long lists.
Expected<void> visit_hits(Database& database, const Query& query, const SearchOptions& options,
                          const QueryExpansion& expansion, const std::function<bool(const SearchHit&)>& visit);

/// How many articles match.
Expected<std::int64_t> count_hits(Database& database, const Query& query, const QueryExpansion& expansion = {});

/// Whether one stored article matches: for alerts on saved queries.
Expected<bool> matches(Database& database, const Query& query, std::int64_t article,
                       const QueryExpansion& expansion = {});

}  // namespace vigie::storage
