#include "storage/digest_query.h"

#include <algorithm>
#include <map>
#include <set>

#include "storage/article_ids.h"
#include "storage/article_rows.h"
#include "storage/article_store.h"
#include "storage/assessment_json.h"
#include "storage/connection.h"

namespace vigie::storage {
namespace {

std::int64_t count_between(Connection& connection, std::string_view sql, Time from, Time until) {
  SqlStatement row = connection.prepare(sql);
  row.with(first_id_at(from), first_id_at(until));
  return row.step() ? row.integer(0) : 0;
}

// An article that arrives late, after the digest of its day, is told in the digest of the day it came.
constexpr seconds k_late{7 * 86400};

std::set<std::int64_t> touched_stories(Connection& connection, Time from, Time until) {
  SqlStatement rows = connection.prepare(
      "SELECT DISTINCT story FROM articles WHERE relevant = 1 AND story IS NOT NULL AND id >= ? AND id < ? "
      "AND (id >= ? OR (first_seen >= ? AND first_seen < ?))");
  rows.with(first_id_at(from - k_late), first_id_at(until), first_id_at(from), from, until);
  std::set<std::int64_t> stories;
  while (rows.step()) stories.insert(rows.integer(0));
  return stories;
}

Story load_story(Connection& connection, std::int64_t id, std::size_t max_articles) {
  Story story;
  story.id = id;
  {
    SqlStatement row =
        connection.prepare("SELECT headline, language, first_seen, last_seen, articles FROM stories WHERE id = ?");
    row.bind(id);
    if (row.step()) {
      story.headline = row.text(0);
      story.language = row.text(1);
      story.first_seen = row.time(2);
      story.last_seen = row.time(3);
    }
  }
  static const std::string k_select = "SELECT " + std::string(k_article_columns) +
                                      " FROM articles WHERE relevant = 1 AND story = ? ORDER BY id LIMIT ?";
  static const std::string k_newest =
      "SELECT " + std::string(k_article_columns) +
      " FROM articles WHERE relevant = 1 AND story = ? AND id > ? ORDER BY id DESC LIMIT ?";
  const auto read = [&](SqlStatement& rows) {
    while (rows.step()) {
      std::int64_t document = 0;
      AssessedArticle article = read_article_row(rows, document);
      load_document(connection, document, Load::judgement, article, &story.statements);
      story.articles.push_back(std::move(article));
    }
  };
  {
    SqlStatement oldest = connection.prepare(k_select);
    oldest.with(id, static_cast<std::int64_t>(max_articles / 2));
    read(oldest);
  }
  if (story.articles.size() == max_articles / 2) {
    const std::int64_t last = story.articles.empty() ? 0 : story.articles.back().id;
    SqlStatement newest = connection.prepare(k_newest);
    newest.with(id, last, static_cast<std::int64_t>(max_articles - max_articles / 2));
    read(newest);
    std::sort(story.articles.begin(), story.articles.end(),
              [](const AssessedArticle& a, const AssessedArticle& b) { return a.id < b.id; });
  }
  sort_by_time(story.statements);
  return story;
}

}  // namespace

DigestMaterial digest_material(Database& database, Time from, Time until, std::size_t max_articles) {
  Connection& connection = database.connection();
  DigestMaterial material;
  material.articles_seen =
      count_between(connection, "SELECT count(*) FROM articles WHERE id >= ? AND id < ?", from, until);
  material.articles_relevant =
      count_between(connection, "SELECT count(*) FROM articles WHERE relevant = 1 AND id >= ? AND id < ?", from, until);
  for (const std::int64_t id : touched_stories(connection, from, until)) {
    material.stories.push_back(load_story(connection, id, std::max<std::size_t>(2, max_articles)));
  }
  return material;
}

std::vector<DigestCount> accusations_by_day(Database& database, const std::vector<Time>& bounds,
                                            const std::vector<std::string>& days) {
  std::vector<DigestCount> counts;
  if (bounds.size() < 2 || days.size() + 1 < bounds.size()) return counts;
  SqlStatement rows = database.connection().prepare(
      "SELECT id, accused_states FROM articles WHERE relevant = 1 AND id >= ? AND id < ? ORDER BY id");
  rows.with(first_id_at(bounds.front()), first_id_at(bounds.back()));
  std::size_t day = 0;
  std::map<std::string, int> of_day;
  const auto close_day = [&] {
    for (const auto& [state, articles] : of_day) counts.push_back({days[day], state, articles});
    of_day.clear();
    ++day;
  };
  while (rows.step()) {
    while (day + 2 < bounds.size() && rows.integer(0) >= first_id_at(bounds[day + 1])) close_day();
    for (const std::string& state : read_list(rows.view(1))) ++of_day[state];
  }
  close_day();
  return counts;
}

std::vector<DigestPair> accusation_pairs(Database& database, Time from, Time until) {
  SqlStatement rows = database.connection().prepare(
      "SELECT accused_states, victim_states FROM articles WHERE relevant = 1 AND id >= ? AND id < ?");
  rows.with(first_id_at(from), first_id_at(until));
  std::map<std::pair<std::string, std::string>, int> found;
  while (rows.step()) {
    const std::vector<std::string> victims = read_list(rows.view(1));
    for (const std::string& accused : read_list(rows.view(0))) {
      for (const std::string& victim : victims) ++found[{accused, victim}];
    }
  }
  std::vector<DigestPair> pairs;
  for (const auto& [states, articles] : found) pairs.push_back({states.first, states.second, articles});
  return pairs;
}

}  // namespace vigie::storage
