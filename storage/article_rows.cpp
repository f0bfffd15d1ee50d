#include "storage/article_rows.h"

#include <algorithm>
#include <tuple>

#include "storage/assessment_json.h"
#include "storage/compression.h"
#include "storage/connection.h"

namespace vigie::storage {

AssessedArticle read_article_row(const SqlStatement& row, std::int64_t& document) {
  AssessedArticle found;
  found.id = row.integer(0);
  document = row.integer(1);
  Article& article = found.article;
  article.canonical_url = row.text(2);
  article.url = row.is_null(3) ? article.canonical_url : row.text(3);
  article.title = row.text(4);
  if (!row.is_null(6)) {
    const std::int64_t precision = std::clamp<std::int64_t>(row.integer(7), 0, static_cast<int>(Precision::second));
    article.published = Date{row.time(6), static_cast<Precision>(precision), row.integer(8) != 0};
  }
  article.language = row.text(9);
  found.source_id = row.text(10);
  found.authority = authority_from(row.view(11)).value_or(Authority::press);
  article.site_name = row.text(12);
  article.authors = read_list(row.view(13));
  article.signature = static_cast<std::uint64_t>(row.integer(14));
  found.first_seen = row.time(15);
  Assessment& assessment = found.assessment;
  assessment.relevant = row.integer(16) != 0;
  assessment.relevance = row.real(17);
  assessment.kind = row.text(18);
  assessment.act = act_from(row.view(19)).value_or(Act::report);
  assessment.accused_states = read_list(row.view(20));
  assessment.victim_states = read_list(row.view(21));
  assessment.actors = read_list(row.view(22));
  found.story = row.integer(23);
  return found;
}

namespace {

void load_statements(Connection& connection, Load load, AssessedArticle& article,
                     std::vector<vigie::Statement>* statements) {
  SqlStatement rows = connection.prepare(
      "SELECT stance, act, attribution, at, quotation, evidence FROM statements WHERE article = ? ORDER BY id");
  rows.bind(article.id);
  while (rows.step()) {
    Attribution attribution = read_attribution(rows.view(2));
    attribution.stance = stance_from(rows.view(0)).value_or(Stance::reports);
    attribution.act = act_from(rows.view(1)).value_or(Act::report);
    if (load == Load::everything && !rows.is_null(5)) attribution.evidence = read_evidence_list(rows.view(5));
    if (statements != nullptr) {
      vigie::Statement statement;
      statement.attribution = attribution;
      statement.article = article.id;
      statement.article_url = article.article.canonical_url;
      statement.source_id = article.source_id;
      statement.publisher = article.article.site_name;
      statement.authority = article.authority;
      statement.at = rows.time(3);
      statement.quotation = rows.text(4);
      statement.language = article.article.language;
      statement.captured_at = article.first_seen;
      statements->push_back(std::move(statement));
    }
    article.assessment.attributions.push_back(std::move(attribution));
  }
}

}  // namespace

void load_document(Connection& connection, std::int64_t document, Load load, AssessedArticle& article,
                   std::vector<vigie::Statement>* statements) {
  if (load == Load::everything) {
    SqlStatement row = connection.prepare("SELECT text, judgement, evidence FROM documents WHERE id = ?");
    row.bind(document);
    if (!row.step()) return;
    article.article.text = unpack(row.view(0));
    if (!row.is_null(1)) read_judgement(unpack(row.view(1)), article.assessment);
    if (!row.is_null(2)) read_evidence(unpack(row.view(2)), article.assessment);
  } else {
    SqlStatement row = connection.prepare("SELECT judgement FROM documents WHERE id = ?");
    row.bind(document);
    if (row.step() && !row.is_null(0)) read_judgement(unpack(row.view(0)), article.assessment);
  }
  if (article.assessment.language.empty()) article.assessment.language = article.article.language;
  load_statements(connection, load, article, statements);
}

void sort_by_time(std::vector<vigie::Statement>& statements) {
  std::stable_sort(statements.begin(), statements.end(), [](const vigie::Statement& a, const vigie::Statement& b) {
    return std::tie(a.at, a.article) < std::tie(b.at, b.article);
  });
}

}  // namespace vigie::storage
