#include "storage/search.h"

#include <algorithm>
#include <limits>

#include "model/text.h"
#include "storage/article_ids.h"
#include "storage/article_store.h"
#include "storage/assessment_json.h"
#include "storage/compression.h"
#include "storage/connection.h"
#include "storage/facets.h"
#include "storage/fts_query.h"
#include "storage/snippet.h"
#include "storage/tokens.h"

namespace vigie::storage {
namespace {

using Kind = QueryNode::Kind;

constexpr std::int64_t k_last_id = std::numeric_limits<std::int64_t>::max();
// Hits are put into exact order this many at a time: articles that share a moment have ids that only nearly follow it.
constexpr std::size_t k_chunk = 500;

constexpr std::size_t k_remembered = 2'048;  // words' forms at hand: a query and twenty snippets need no more
// Forms of its words that a query may have before fewer hits are ranked: each is looked at for every hit.
constexpr std::int64_t k_ranked_forms = 30;

// What SQLite is asked: a MATCH over a range of ids, or where that cannot say it, a condition on articles.
struct Plan {
  bool whole_match = false;  // the query is `match` within the range and `stories`
  MatchExpression match;
  std::int64_t first = 0;
  std::int64_t last = k_last_id;  // exclusive
  std::vector<std::int64_t> stories;
  std::string condition;               // otherwise: SQL over articles
  std::vector<std::string> arguments;  // its MATCH expressions
  std::vector<WordPattern> patterns;
};

std::vector<std::string> languages_present(Connection& connection, const QueryNode& root) {
  // lang:xx that must hold leaves one language's stems.
  const auto language_of = [](const QueryNode& node) {
    return node.kind == Kind::field && node.field == "lang" ? node.text : std::string();
  };
  std::string only = language_of(root);
  if (root.kind == Kind::all_of) {
    for (const QueryNode& child : root.children) {
      if (only.empty()) only = language_of(child);
    }
  }
  if (!only.empty()) return {primary_language(only)};
  std::vector<std::string> languages;
  SqlStatement rows = connection.prepare("SELECT language FROM languages WHERE articles > 0 ORDER BY articles DESC");
  while (rows.step()) languages.push_back(rows.text(0));
  return languages;
}

class Planner {
 public:
  Planner(Connection& connection, Tokenizer& tokenizer, const Query& query, const QueryExpansion& expansion)
      : query_(query), builder_(tokenizer, languages_present(connection, query.root), expansion) {}

  Expected<Plan> plan() {
    std::vector<QueryNode> parts =
        query_.root.kind == Kind::all_of ? query_.root.children : std::vector<QueryNode>{query_.root};
    QueryNode matched;
    matched.kind = Kind::all_of;
    bool simple = true;
    for (const QueryNode& part : parts) {
      if (part.kind == Kind::since) {
        plan_.first = std::max(plan_.first, first_id_at(part.time));
      } else if (part.kind == Kind::until) {
        plan_.last = std::min(plan_.last, first_id_at(part.time));
      } else if (part.kind == Kind::story) {
        plan_.stories.push_back(part.number);
      } else {
        const bool negative = part.kind == Kind::none_of;
        simple = simple && MatchBuilder::expressible(negative ? part.children.front() : part);
        matched.children.push_back(part);
      }
    }
    if (simple && MatchBuilder::expressible(matched)) {
      Expected<MatchExpression> match = builder_.build(matched);
      if (!match) return tl::unexpected(match.error());
      plan_.match = std::move(*match);
      plan_.whole_match = true;
    } else {
      Expected<std::string> condition = sql(query_.root);
      if (!condition) return tl::unexpected(condition.error());
      plan_.condition = std::move(*condition);
    }
    plan_.patterns = builder_.patterns();
    return std::move(plan_);
  }

 private:
  Expected<std::string> sql(const QueryNode& node) {
    if (MatchBuilder::expressible(node)) {
      Expected<MatchExpression> match = builder_.build(node);
      if (!match) return tl::unexpected(match.error());
      plan_.arguments.push_back(std::move(match->text));
      return "id IN (SELECT rowid FROM search WHERE search MATCH ?)";
    }
    switch (node.kind) {
      case Kind::since:
        return "id >= " + std::to_string(first_id_at(node.time));
      case Kind::until:
        return "id < " + std::to_string(first_id_at(node.time));
      case Kind::story:
        return "coalesce(story, 0) = " + std::to_string(node.number);
      case Kind::none_of: {
        Expected<std::string> inner = sql(node.children.front());
        if (!inner) return inner;
        return "NOT (" + *inner + ')';
      }
      default:
        break;
    }
    std::string out;
    for (const QueryNode& child : node.children) {
      Expected<std::string> part = sql(child);
      if (!part) return part;
      if (!out.empty()) out += node.kind == Kind::any_of ? " OR " : " AND ";
      out += '(' + *part + ')';
    }
    return out;
  }

  const Query& query_;
  MatchBuilder builder_;
  Plan plan_;
};

// "FROM … WHERE …" of a plan, its parameters bound by `bind_source`.
std::string source_of(const Plan& plan, std::string_view extra) {
  std::string sql;
  if (!plan.whole_match) {
    sql = " FROM articles WHERE (" + plan.condition + ") AND id >= ? AND id < ?";
  } else {
    sql = " FROM search WHERE search MATCH ? AND rowid >= ? AND rowid < ?";
    for (std::size_t i = 0; i < plan.stories.size(); ++i) {
      sql += " AND rowid IN (SELECT id FROM articles WHERE story = ?)";
    }
  }
  return sql + std::string(extra);
}

void bind_source(SqlStatement& statement, const Plan& plan) {
  if (plan.whole_match) {
    statement.with(plan.match.text, plan.first, plan.last);
    for (const std::int64_t story : plan.stories) statement.bind(story);
  } else {
    for (const std::string& match : plan.arguments) statement.bind(match);
    statement.with(plan.first, plan.last);
  }
}

struct Found {
  std::int64_t id = 0;
  double score = 0;
};

std::pair<std::int64_t, std::int64_t> span_of_archive(Connection& connection) {
  SqlStatement row = connection.prepare("SELECT (SELECT min(id) FROM articles), (SELECT max(id) FROM articles)");
  return row.step() ? std::pair(row.integer(0), row.integer(1)) : std::pair<std::int64_t, std::int64_t>(0, 0);
}

SqlStatement statement_for(Connection& connection, const Plan& plan, const SearchOptions& options, bool ranked) {
  const auto limit = static_cast<std::int64_t>(std::min<std::size_t>(options.limit, 1ULL << 60U));
  const auto offset = static_cast<std::int64_t>(std::min<std::size_t>(options.offset, 1ULL << 60U));
  const std::string_view id = plan.whole_match ? "rowid" : "id";
  if (!ranked) {
    const std::string order = " ORDER BY " + std::string(id) + " DESC LIMIT ? OFFSET ?";
    SqlStatement statement = connection.prepare("SELECT " + std::string(id) + ", 0.0" + source_of(plan, order));
    bind_source(statement, plan);
    statement.with(limit, offset);
    return statement;
  }
  const auto [oldest, newest] = span_of_archive(connection);
  SqlStatement statement = connection.prepare("SELECT rowid, vigie_rank(search, ?, ?, ?) AS score" +
                                              source_of(plan, " ORDER BY score DESC, rowid DESC LIMIT ? OFFSET ?"));
  statement.bind_blob(plan.match.groups).with(oldest, newest);
  bind_source(statement, plan);
  statement.with(limit, offset);
  return statement;
}

// The id from which on at most as many hits lie as are ranked; the plan's own first where there are fewer.
std::int64_t first_ranked(Connection& connection, const Plan& plan, std::int64_t most) {
  const auto forms = static_cast<std::int64_t>(plan.match.groups.size());
  most = std::max<std::int64_t>(1, most * k_ranked_forms / std::max(k_ranked_forms, forms));
  SqlStatement row = connection.prepare("SELECT rowid" +
                                        source_of(plan, " ORDER BY rowid DESC LIMIT 1 OFFSET " + std::to_string(most)));
  bind_source(row, plan);
  return row.step() ? row.integer(0) + 1 : plan.first;
}

class HitReader {
 public:
  HitReader(Connection& connection, Tokenizer& tokenizer, const Plan& plan, bool snippets)
      : connection_(connection), tokenizer_(tokenizer), plan_(plan), snippets_(snippets) {}

  SearchHit read(const Found& found) {
    SearchHit hit;
    hit.id = found.id;
    hit.score = found.score;
    SqlStatement row = connection_.prepare(
        "SELECT document, url, title, language, published, published_precision, published_zone, time, source_id, "
        "authority, relevant, accused_states, victim_states, actors, act, story FROM articles WHERE id = ?");
    row.bind(found.id);
    if (!row.step()) return hit;
    hit.url = row.text(1);
    hit.title = row.text(2);
    hit.language = row.text(3);
    if (!row.is_null(4)) {
      const std::int64_t precision = std::clamp<std::int64_t>(row.integer(5), 0, static_cast<int>(Precision::second));
      hit.published = Date{row.time(4), static_cast<Precision>(precision), row.integer(6) != 0};
    }
    hit.time = row.time(7);
    hit.source_id = row.text(8);
    hit.authority = authority_from(row.view(9)).value_or(Authority::press);
    hit.relevant = row.integer(10) != 0;
    hit.accused_states = read_list(row.view(11));
    hit.victim_states = read_list(row.view(12));
    hit.actors = read_list(row.view(13));
    hit.act = act_from(row.view(14)).value_or(Act::report);
    hit.story = row.integer(15);
    if (snippets_) {
      SqlStatement text = connection_.prepare("SELECT text FROM documents WHERE id = ?");
      text.bind(row.integer(0));
      if (text.step()) hit.snippet = make_snippet(tokenizer_, unpack(text.view(0)), hit.language, plan_.patterns);
    }
    return hit;
  }

 private:
  Connection& connection_;
  Tokenizer& tokenizer_;
  const Plan& plan_;
  bool snippets_;
};

Expected<Plan> make_plan(Connection& connection, Tokenizer& tokenizer, const Query& query,
                         const QueryExpansion& expansion) {
  Planner planner(connection, tokenizer, query, expansion);
  return planner.plan();
}

// Passes the hits of a plan on; how many there were, and whether to go on.
struct Visited {
  std::size_t hits = 0;
  bool go_on = true;
};

Visited visit_plan(Connection& connection, HitReader& reader, const Plan& plan, const SearchOptions& options,
                   bool ranked, const std::function<bool(const SearchHit&)>& visit) {
  Visited visited;
  SqlStatement rows = statement_for(connection, plan, options, ranked);
  for (bool more = true; more;) {
    std::vector<SearchHit> chunk;
    while (chunk.size() < k_chunk && (more = rows.step()))
      chunk.push_back(reader.read({rows.integer(0), rows.real(1)}));
    if (!ranked) {
      std::stable_sort(chunk.begin(), chunk.end(),
                       [](const SearchHit& a, const SearchHit& b) { return a.time > b.time; });
    }
    for (const SearchHit& hit : chunk) {
      ++visited.hits;
      visited.go_on = visit(hit);
      if (!visited.go_on) return visited;
    }
  }
  return visited;
}

}  // namespace

Expected<void> visit_hits(Database& database, const Query& query, const SearchOptions& options,
                          const QueryExpansion& expansion, const std::function<bool(const SearchHit&)>& visit) {
  Connection& connection = database.connection();
  Tokenizer tokenizer(k_remembered);
  Expected<Plan> plan = make_plan(connection, tokenizer, query, expansion);
  if (!plan) return tl::unexpected(plan.error());
  HitReader reader(connection, tokenizer, *plan, options.snippets);
  if (options.sort != SortOrder::relevance || !plan->whole_match) {
    visit_plan(connection, reader, *plan, options, false, visit);
    return {};
  }
  Plan older = *plan;
  plan->first = first_ranked(connection, *plan, options.most_ranked);
  const Visited best = visit_plan(connection, reader, *plan, options, true, visit);
  if (!best.go_on || best.hits == options.limit || plan->first == older.first) return {};
  SearchOptions rest = options;
  rest.limit -= best.hits;
  if (options.offset > 0) {
    SqlStatement ranked = connection.prepare("SELECT count(*)" + source_of(*plan, ""));
    bind_source(ranked, *plan);
    const auto count = static_cast<std::size_t>(ranked.step() ? ranked.integer(0) : 0);
    rest.offset = options.offset > count ? options.offset - count : 0;
  }
  older.last = plan->first;
  visit_plan(connection, reader, older, rest, false, visit);
  return {};
}

Expected<std::vector<SearchHit>> search(Database& database, const Query& query, const SearchOptions& options,
                                        const QueryExpansion& expansion) {
  std::vector<SearchHit> hits;
  const Expected<void> done = visit_hits(database, query, options, expansion, [&](const SearchHit& hit) {
    hits.push_back(hit);
    return true;
  });
  if (!done) return tl::unexpected(done.error());
  return hits;
}

Expected<std::int64_t> count_hits(Database& database, const Query& query, const QueryExpansion& expansion) {
  Connection& connection = database.connection();
  Tokenizer tokenizer(k_remembered);
  const Expected<Plan> plan = make_plan(connection, tokenizer, query, expansion);
  if (!plan) return tl::unexpected(plan.error());
  SqlStatement rows = connection.prepare("SELECT count(*)" + source_of(*plan, ""));
  bind_source(rows, *plan);
  return rows.step() ? rows.integer(0) : 0;
}

Expected<bool> matches(Database& database, const Query& query, std::int64_t article, const QueryExpansion& expansion) {
  Connection& connection = database.connection();
  Tokenizer tokenizer(k_remembered);
  Expected<Plan> plan = make_plan(connection, tokenizer, query, expansion);
  if (!plan) return tl::unexpected(plan.error());
  plan->first = std::max(plan->first, article);
  plan->last = std::min(plan->last, article + 1);
  SqlStatement rows = connection.prepare("SELECT 1" + source_of(*plan, " LIMIT 1"));
  bind_source(rows, *plan);
  return rows.step();
}

}  // namespace vigie::storage
