#include "storage/story_store.h"

#include <algorithm>
#include <map>
#include <set>

#include "storage/article_rows.h"
#include "storage/article_store.h"
#include "storage/assessment_json.h"
#include "storage/connection.h"

namespace vigie::storage {
namespace {

// Whose headline stands for a story: the smaller, the more so.
int headline_rank(Authority authority) {
  switch (authority) {
    case Authority::government:
      return 1;
    case Authority::cert:
    case Authority::igo:
      return 2;
    case Authority::agency:
      return 3;
    case Authority::press:
      return 4;
    case Authority::infosec:
    case Authority::vendor:
      return 5;
  }
  return 6;
}

constexpr std::string_view k_columns =
    "id, headline, language, first_seen, last_seen, articles, merged_into, merge_reason, follows";

StoryRow read_row(const SqlStatement& row) {
  StoryRow story;
  story.id = row.integer(0);
  story.headline = row.text(1);
  story.language = row.text(2);
  story.first_seen = row.time(3);
  story.last_seen = row.time(4);
  story.articles = static_cast<int>(row.integer(5));
  story.merged_into = row.integer(6);
  story.merge_reason = row.text(7);
  story.follows = row.integer(8);
  return story;
}

void add_once(std::vector<std::string>& list, const std::vector<std::string>& more) {
  for (const std::string& item : more) {
    if (std::find(list.begin(), list.end(), item) == list.end()) list.push_back(item);
  }
}

// States, actors and languages of a story are those of its articles.
void add_conclusions(Connection& connection, StoryRow& story) {
  SqlStatement rows = connection.prepare(
      "SELECT accused_states, victim_states, actors, language FROM articles WHERE story = ? ORDER BY id");
  rows.bind(story.id);
  std::set<std::string, std::less<>> languages;
  while (rows.step()) {
    add_once(story.accused_states, read_list(rows.view(0)));
    add_once(story.victim_states, read_list(rows.view(1)));
    add_once(story.actors, read_list(rows.view(2)));
    languages.insert(rows.text(3));
  }
  story.languages = static_cast<int>(languages.size());
}

// Brings a story's row in line with its articles.
void refresh(Connection& connection, std::int64_t story) {
  struct Best {
    int rank = 99;
    std::string headline;
    std::string language;
  } best;
  Time first = Time::max();
  Time last = Time::min();
  std::int64_t count = 0;
  {
    SqlStatement rows =
        connection.prepare("SELECT authority, title, language, time FROM articles WHERE story = ? ORDER BY id");
    rows.bind(story);
    while (rows.step()) {
      const int rank = headline_rank(authority_from(rows.view(0)).value_or(Authority::press));
      if (rank < best.rank) best = {rank, rows.text(1), rows.text(2)};
      first = std::min(first, rows.time(3));
      last = std::max(last, rows.time(3));
      ++count;
    }
  }
  if (count == 0) return;
  connection
      .prepare(
          "UPDATE stories SET headline = ?, language = ?, headline_rank = ?, first_seen = ?, last_seen = ?, "
          "articles = ? WHERE id = ?")
      .with(best.headline, best.language, best.rank, first, last, count, story)
      .run();
}

// One article more: the row alone tells what changes.
void count_in(Connection& connection, std::int64_t story, std::int64_t article) {
  SqlStatement row = connection.prepare("SELECT authority, title, language, time FROM articles WHERE id = ?");
  row.bind(article);
  if (!row.step()) return;
  const int rank = headline_rank(authority_from(row.view(0)).value_or(Authority::press));
  const Time time = row.time(3);
  connection
      .prepare(
          "UPDATE stories SET "
          "headline = CASE WHEN articles = 0 OR ?1 < headline_rank THEN ?2 ELSE headline END, "
          "language = CASE WHEN articles = 0 OR ?1 < headline_rank THEN ?3 ELSE language END, "
          "headline_rank = CASE WHEN articles = 0 OR ?1 < headline_rank THEN ?1 ELSE headline_rank END, "
          "first_seen = CASE WHEN articles = 0 THEN ?4 ELSE min(first_seen, ?4) END, "
          "last_seen = CASE WHEN articles = 0 THEN ?4 ELSE max(last_seen, ?4) END, articles = articles + 1 "
          "WHERE id = ?5")
      .with(rank, row.text(1), row.text(2), time, story)
      .run();
}

std::int64_t story_of(Connection& connection, std::int64_t article) {
  SqlStatement row = connection.prepare("SELECT story FROM articles WHERE id = ?");
  row.bind(article);
  return row.step() ? row.integer(0) : 0;
}

}  // namespace

std::int64_t StoryStore::add(Time now) {
  Connection& connection = database_.connection();
  connection.prepare("INSERT INTO stories(first_seen, last_seen) VALUES(?, ?)").with(now, now).run();
  return connection.last_insert_id();
}

void StoryStore::ensure(std::int64_t story, Time now) {
  database_.connection()
      .prepare("INSERT INTO stories(id, first_seen, last_seen) VALUES(?, ?, ?) ON CONFLICT(id) DO NOTHING")
      .with(story, now, now)
      .run();
}

void StoryStore::put_article(std::int64_t article, std::int64_t story, std::string_view reason,
                             std::int64_t duplicate_of) {
  WriteScope scope(database_);
  Connection& connection = database_.connection();
  const std::int64_t before = story_of(connection, article);
  SqlStatement put =
      connection.prepare("UPDATE articles SET story = ?, story_reason = ?, duplicate_of = ? WHERE id = ?");
  put.bind(story).bind_or_null(reason).bind_or_null(duplicate_of).bind(article).run();
  if (before != story) count_in(connection, story, article);
  if (before != 0 && before != story) refresh(connection, before);
  scope.done();
}

void StoryStore::merge(std::int64_t from, std::int64_t into, std::string_view reason, Time /*now*/) {
  if (from == into) return;
  WriteScope scope(database_);
  Connection& connection = database_.connection();
  connection.prepare("UPDATE articles SET story = ? WHERE story = ?").with(into, from).run();
  connection.prepare("UPDATE stories SET merged_into = ?, merge_reason = ?, articles = 0 WHERE id = ?")
      .with(into, reason, from)
      .run();
  connection.prepare("UPDATE stories SET merged_into = ? WHERE merged_into = ?").with(into, from).run();
  refresh(connection, into);
  scope.done();
}

void StoryStore::link(std::int64_t story, std::int64_t follows, std::string_view reason) {
  database_.connection()
      .prepare("UPDATE stories SET follows = ?, follow_reason = ? WHERE id = ?")
      .with(follows, reason, story)
      .run();
}

std::optional<StoryRow> StoryStore::row(std::int64_t id) const {
  static const std::string k_sql = "SELECT " + std::string(k_columns) + " FROM stories WHERE id = ?";
  Connection& connection = database_.connection();
  for (int hops = 0; hops < 8; ++hops) {
    SqlStatement rows = connection.prepare(k_sql);
    rows.bind(id);
    if (!rows.step()) return std::nullopt;
    StoryRow story = read_row(rows);
    if (story.merged_into == 0) {
      add_conclusions(connection, story);
      return story;
    }
    id = story.merged_into;
  }
  return std::nullopt;
}

std::optional<Story> StoryStore::find(std::int64_t id, bool with_texts) const {
  const std::optional<StoryRow> found = row(id);
  if (!found) return std::nullopt;
  Story story{found->id, found->headline, found->language, found->first_seen, found->last_seen, {}, {}};
  Connection& connection = database_.connection();
  static const std::string k_sql =
      "SELECT " + std::string(k_article_columns) + " FROM articles WHERE story = ? ORDER BY id";
  SqlStatement rows = connection.prepare(k_sql);
  rows.bind(story.id);
  while (rows.step()) {
    std::int64_t document = 0;
    AssessedArticle article = read_article_row(rows, document);
    load_document(connection, document, with_texts ? Load::everything : Load::judgement, article, &story.statements);
    story.articles.push_back(std::move(article));
  }
  sort_by_time(story.statements);
  return story;
}

std::vector<StoryRow> StoryStore::list(const StoryFilter& filter) const {
  static const std::string k_sql = "SELECT " + std::string(k_columns) +
                                   " FROM stories WHERE merged_into IS NULL AND articles > 0 AND last_seen >= ? AND "
                                   "last_seen < ? ORDER BY last_seen DESC";
  Connection& connection = database_.connection();
  SqlStatement rows = connection.prepare(k_sql);
  rows.bind(filter.since ? filter.since->time_since_epoch().count() : std::int64_t{0});
  rows.bind(filter.until ? filter.until->time_since_epoch().count() : std::int64_t{1} << 60);
  std::vector<StoryRow> stories;
  while (stories.size() < filter.limit && rows.step()) {
    StoryRow story = read_row(rows);
    add_conclusions(connection, story);
    const auto& accused = story.accused_states;
    if (!filter.state.empty() && std::find(accused.begin(), accused.end(), filter.state) == accused.end()) continue;
    stories.push_back(std::move(story));
  }
  return stories;
}

std::vector<StoryStore::Membership> StoryStore::memberships(std::int64_t story) const {
  SqlStatement rows = database_.connection().prepare(
      "SELECT id, story, story_reason, duplicate_of FROM articles WHERE story = ? ORDER BY id");
  rows.bind(story);
  std::vector<Membership> members;
  while (rows.step()) members.push_back({rows.integer(0), rows.integer(1), rows.text(2), rows.integer(3)});
  return members;
}

}  // namespace vigie::storage
