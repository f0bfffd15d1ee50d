#include "storage/earlier_articles.h"

#include <cstdint>
#include <string>
#include <string_view>

#include "storage/article_ids.h"
#include "storage/article_rows.h"
#include "storage/connection.h"
#include "storage/facets.h"

namespace vigie::storage {
namespace {

constexpr std::int64_t k_most = 800;  // about 10 ms

// "a" OR "b": the index has a field's values as words of their own.
std::string any_of(std::string_view field, const std::vector<std::string>& values) {
  std::string out;
  for (const std::string& value : values) {
    out += out.empty() ? "\"" : " OR \"";
    for (const char c : facet(field, value)) out += c == '"' ? "\"\"" : std::string(1, c);
    out += '"';
  }
  return out;
}

}  // namespace

std::vector<AssessedArticle> earlier_articles(Database& database, const AssessedArticle& article, Time until) {
  const Assessment& judged = article.assessment;
  std::string match = any_of("actor", judged.actors);
  if (!judged.accused_states.empty() && !judged.victim_states.empty()) {
    match += (match.empty() ? "((" : " OR ((") + any_of("state", judged.accused_states) + ") AND (" +
             any_of("victim", judged.victim_states) + "))";
  }
  if (match.empty()) return {};
  static const std::string k_sql = "SELECT " + std::string(k_article_columns) +
                                   " FROM articles WHERE id IN (SELECT rowid FROM search WHERE search MATCH ? AND "
                                   "rowid < ? ORDER BY rowid DESC LIMIT ?) AND relevant = 1 AND story IS NOT NULL";
  SqlStatement rows = database.connection().prepare(k_sql);
  rows.with(match, first_id_at(until), k_most);
  std::vector<AssessedArticle> found;
  while (rows.step()) {
    std::int64_t document = 0;
    found.push_back(read_article_row(rows, document));
  }
  return found;
}

}  // namespace vigie::storage
