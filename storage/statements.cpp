#include "storage/statements.h"

#include <algorithm>
#include <tuple>

#include "storage/assessment_json.h"
#include "storage/connection.h"

namespace vigie::storage {

void add_statements_of(Connection& connection, const AssessedArticle& article,
                       std::vector<vigie::Statement>& statements) {
  SqlStatement rows = connection.prepare("SELECT at, quotation FROM statements WHERE article = ? ORDER BY id");
  rows.bind(article.id);
  // The attributions were read in the same order.
  for (const Attribution& attribution : article.assessment.attributions) {
    if (!rows.step()) break;
    vigie::Statement statement;
    statement.attribution = attribution;
    statement.article = article.id;
    statement.article_url = article.article.canonical_url;
    statement.source_id = article.source_id;
    statement.publisher = article.article.site_name;
    statement.authority = article.authority;
    statement.at = rows.time(0);
    statement.quotation = rows.text(1);
    statement.language = article.article.language;
    statement.captured_at = article.first_seen;
    statements.push_back(std::move(statement));
  }
}

void sort_by_time(std::vector<vigie::Statement>& statements) {
  std::stable_sort(statements.begin(), statements.end(), [](const vigie::Statement& a, const vigie::Statement& b) {
    return std::tie(a.at, a.article) < std::tie(b.at, b.article);
  });
}

}  // namespace vigie::storage
