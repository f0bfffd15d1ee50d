#include "storage/upkeep.h"

#include "storage/article_ids.h"
#include "storage/article_store.h"
#include "storage/connection.h"
#include "storage/ledger.h"

namespace vigie::storage {
namespace {

std::int64_t number(Connection& connection, std::string_view sql) {
  SqlStatement row = connection.prepare(sql);
  return row.step() ? row.integer(0) : 0;
}

std::vector<std::int64_t> outdated(Connection& connection, const RetentionRule& rule, Time now, std::int64_t limit) {
  SqlStatement rows =
      connection.prepare("SELECT id FROM articles WHERE id < ? AND authority = ? AND relevant = ? ORDER BY id LIMIT ?");
  rows.with(first_id_at(now - rule.keep), to_string(rule.authority), rule.relevant ? 1 : 0, limit);
  std::vector<std::int64_t> ids;
  while (rows.step()) ids.push_back(rows.integer(0));
  return ids;
}

}  // namespace

PruneReport prune_articles(Database& database, const std::vector<RetentionRule>& rules, Time now, std::int64_t limit) {
  PruneReport report;
  WriteScope scope(database);
  ArticleStore articles(database);
  for (const RetentionRule& rule : rules) {
    if (rule.keep.count() <= 0) continue;
    for (const std::int64_t id : outdated(database.connection(), rule, now, limit - report.articles)) {
      report.text_bytes += articles.remove(id, "pruned", now);
      ++report.articles;
    }
  }
  Ledger(database).add_to_counter("articles_pruned", report.articles);
  scope.done();
  return report;
}

StatusCounts status_counts(Database& database, Time now) {
  Connection& connection = database.connection();
  StatusCounts counts;
  counts.articles = ArticleStore(database).count();
  counts.relevant = ArticleStore(database).count_relevant();
  counts.pruned = Ledger(database).counter("articles_pruned");
  counts.stories = number(connection, "SELECT count(*) FROM stories WHERE merged_into IS NULL AND articles > 0");
  counts.urls = number(connection, "SELECT coalesce(sum(urls), 0) FROM url_counts");
  counts.queued_pages = number(connection, "SELECT coalesce(sum(urls), 0) FROM url_counts WHERE state = 1");
  counts.captures = number(connection, "SELECT coalesce(max(id), 0) FROM captures");
  counts.sources = number(connection, "SELECT count(*) FROM sources");
  {
    SqlStatement due = connection.prepare("SELECT count(*) FROM sources WHERE next_check_at <= ?");
    due.bind(now);
    if (due.step()) counts.sources_due = due.integer(0);
  }
  counts.pending_deliveries = number(connection, "SELECT count(*) FROM deliveries WHERE state = 'pending'");
  if (const auto last = Ledger(database).last_digest()) counts.last_digest_day = last->day;
  counts.last_article_at = Time(seconds(
      number(connection, "SELECT first_seen FROM articles WHERE document = (SELECT max(document) FROM articles)")));
  counts.last_outcome_at = Time(seconds(number(connection, "SELECT coalesce(max(at), 0) FROM fetch_outcomes")));
  return counts;
}

}  // namespace vigie::storage
