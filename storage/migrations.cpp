#include "storage/migrations.h"

#include <string>

#include "storage/connection.h"

namespace vigie::storage {
namespace {

// Times are seconds since 1970 in UTC, 0 for never. Names of states, acts, kinds are those of model/.
constexpr std::string_view k_first = R"sql(
CREATE TABLE sources(
  source_id TEXT PRIMARY KEY, url TEXT NOT NULL,
  validators_url TEXT NOT NULL, etag TEXT NOT NULL, last_modified TEXT NOT NULL, body_hash INTEGER NOT NULL,
  next_check_at INTEGER NOT NULL, last_attempt_at INTEGER NOT NULL, last_success_at INTEGER NOT NULL,
  last_new_entry_at INTEGER NOT NULL, interval INTEGER NOT NULL, entry_gap REAL NOT NULL,
  rhythm_deviation REAL NOT NULL, consecutive_errors INTEGER NOT NULL, polls INTEGER NOT NULL,
  last_entry_count INTEGER NOT NULL, redirect_candidate TEXT NOT NULL, redirect_agreements INTEGER NOT NULL,
  health TEXT NOT NULL, health_since INTEGER NOT NULL, health_reason TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX sources_due ON sources(next_check_at);

CREATE TABLE fetch_outcomes(
  id INTEGER PRIMARY KEY, at INTEGER NOT NULL, source_id TEXT NOT NULL, url TEXT NOT NULL, purpose TEXT NOT NULL,
  kind TEXT NOT NULL, status INTEGER NOT NULL, message TEXT NOT NULL, bytes INTEGER NOT NULL,
  duration_ms INTEGER NOT NULL, entries INTEGER NOT NULL, new_entries INTEGER NOT NULL, next_check_at INTEGER NOT NULL
);
CREATE INDEX fetch_outcomes_source ON fetch_outcomes(source_id, id);
CREATE INDEX fetch_outcomes_url ON fetch_outcomes(url);
CREATE INDEX fetch_outcomes_at ON fetch_outcomes(at);

-- Every URL ever seen. state: 0 discovered, 1 queued, 2 fetched, 3 stored, 4 dropped. entry: the feed entry as JSON,
-- as long as the page behind it may still be read.
CREATE TABLE urls(
  id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, url TEXT NOT NULL, source_id TEXT NOT NULL,
  state INTEGER NOT NULL, reason TEXT NOT NULL, article INTEGER, first_seen INTEGER NOT NULL,
  changed_at INTEGER NOT NULL, next_try INTEGER NOT NULL, attempts INTEGER NOT NULL,
  title TEXT, title_key INTEGER, entry TEXT
);
CREATE INDEX urls_queue ON urls(next_try) WHERE state = 1;
CREATE INDEX urls_article ON urls(article) WHERE article IS NOT NULL;
CREATE INDEX urls_in_hand ON urls(id) WHERE state = 2;
CREATE INDEX urls_title ON urls(title_key) WHERE title_key IS NOT NULL;
CREATE TABLE url_counts(
  state INTEGER NOT NULL, reason TEXT NOT NULL, urls INTEGER NOT NULL, PRIMARY KEY(state, reason)
) WITHOUT ROWID;
CREATE TABLE hosts(host TEXT PRIMARY KEY, urls INTEGER NOT NULL) WITHOUT ROWID;

-- id follows the article's time (storage/article_ids.h); document counts arrivals. url is the canonical URL,
-- fetched_url where it was fetched if that differs. accused_states, victim_states, actors, authors: JSON arrays or NULL.
CREATE TABLE articles(
  id INTEGER PRIMARY KEY, document INTEGER NOT NULL, url TEXT NOT NULL, fetched_url TEXT, title TEXT NOT NULL,
  time INTEGER NOT NULL, published INTEGER, published_precision INTEGER, published_zone INTEGER,
  language TEXT NOT NULL, source_id TEXT NOT NULL, authority TEXT NOT NULL, site_name TEXT, authors TEXT,
  signature INTEGER NOT NULL, first_seen INTEGER NOT NULL, relevant INTEGER NOT NULL, relevance REAL NOT NULL,
  kind TEXT, act TEXT NOT NULL, accused_states TEXT, victim_states TEXT, actors TEXT,
  story INTEGER, story_reason TEXT, duplicate_of INTEGER, text_bytes INTEGER NOT NULL
);
CREATE INDEX articles_arrival ON articles(document);
CREATE INDEX articles_relevant ON articles(relevant) WHERE relevant = 1;
CREATE INDEX articles_story ON articles(story) WHERE story IS NOT NULL;

-- text and judgement (JSON) as storage/compression.h packs them; evidence is the larger part of a judgement, kept apart.
CREATE TABLE documents(id INTEGER PRIMARY KEY AUTOINCREMENT, text BLOB NOT NULL, judgement BLOB, evidence BLOB);

CREATE TABLE statements(
  id INTEGER PRIMARY KEY, article INTEGER NOT NULL, stance TEXT NOT NULL, act TEXT NOT NULL, at INTEGER NOT NULL,
  quotation TEXT NOT NULL, attribution TEXT NOT NULL
);
CREATE INDEX statements_article ON statements(article);

CREATE VIRTUAL TABLE search USING fts5(body, title, facets, content='', tokenize='vigie');
CREATE TABLE languages(language TEXT PRIMARY KEY, articles INTEGER NOT NULL) WITHOUT ROWID;

CREATE TABLE stories(
  id INTEGER PRIMARY KEY, headline TEXT NOT NULL DEFAULT '', language TEXT NOT NULL DEFAULT '',
  headline_rank INTEGER NOT NULL DEFAULT 0, first_seen INTEGER NOT NULL, last_seen INTEGER NOT NULL,
  articles INTEGER NOT NULL DEFAULT 0, merged_into INTEGER, merge_reason TEXT, follows INTEGER, follow_reason TEXT
);
CREATE INDEX stories_last_seen ON stories(last_seen) WHERE merged_into IS NULL;

CREATE TABLE captures(
  id INTEGER PRIMARY KEY AUTOINCREMENT, url TEXT NOT NULL, url_key TEXT NOT NULL, captured_at INTEGER NOT NULL,
  file TEXT NOT NULL, offset INTEGER NOT NULL, length INTEGER NOT NULL, request_length INTEGER NOT NULL,
  status INTEGER NOT NULL, sha256 TEXT NOT NULL, payload_sha256 TEXT NOT NULL, stored_sha256 TEXT NOT NULL,
  chain TEXT NOT NULL
);
CREATE INDEX captures_url ON captures(url_key);
CREATE TABLE warc_files(
  file TEXT PRIMARY KEY, opened_at INTEGER NOT NULL, info_length INTEGER NOT NULL, info_sha256 TEXT NOT NULL,
  length INTEGER NOT NULL, closed INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE rechecks(
  url_key TEXT PRIMARY KEY, url TEXT NOT NULL, source_id TEXT NOT NULL, started_at INTEGER NOT NULL,
  step INTEGER NOT NULL, due INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX rechecks_due ON rechecks(due);

CREATE TABLE digests(day TEXT PRIMARY KEY, written_at INTEGER NOT NULL, summary TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE deliveries(
  id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, channel TEXT NOT NULL, target TEXT NOT NULL, payload TEXT NOT NULL,
  message_id TEXT NOT NULL, state TEXT NOT NULL, attempts INTEGER NOT NULL, last_error TEXT NOT NULL,
  created_at INTEGER NOT NULL, next_try INTEGER NOT NULL, done_at INTEGER NOT NULL
);
CREATE INDEX deliveries_due ON deliveries(next_try) WHERE state = 'pending';
CREATE TABLE saved_queries(
  name TEXT PRIMARY KEY, query TEXT NOT NULL, alert INTEGER NOT NULL, seen_document INTEGER NOT NULL,
  created_at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE told(story INTEGER PRIMARY KEY, at INTEGER NOT NULL, snapshot TEXT NOT NULL);
CREATE TABLE glosses(
  text TEXT NOT NULL, language TEXT NOT NULL, gloss TEXT NOT NULL, service TEXT NOT NULL, at INTEGER NOT NULL,
  PRIMARY KEY(text, language)
) WITHOUT ROWID;
CREATE TABLE counters(name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE settings(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
)sql";

// Where it is NULL, the evidence stands in the attribution.
constexpr std::string_view k_evidence_apart = "ALTER TABLE statements ADD COLUMN evidence TEXT;";

constexpr std::string_view k_feed_wait = "ALTER TABLE sources ADD COLUMN feed_wait INTEGER NOT NULL DEFAULT 0;";

constexpr std::string_view k_health_changes = R"sql(
CREATE TABLE health_changes(
  id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, source_id TEXT NOT NULL,
  before TEXT NOT NULL, after TEXT NOT NULL, reason TEXT NOT NULL
);
CREATE INDEX health_changes_at ON health_changes(at);
)sql";

// Entries that were remembered and are still to be judged: few at any time.
constexpr std::string_view k_undecided = "CREATE INDEX urls_undecided ON urls(id) WHERE state = 0;";

// rules: as RobotsRules' group for vigie is written down (crawler/robots.h).
constexpr std::string_view k_robots = R"sql(
CREATE TABLE robots(
  origin TEXT PRIMARY KEY, has_rules INTEGER NOT NULL, rules TEXT NOT NULL, refusal TEXT NOT NULL,
  reason TEXT NOT NULL, strikes INTEGER NOT NULL, fetched_at INTEGER NOT NULL, expires_at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX robots_fetched ON robots(fetched_at);
)sql";

constexpr std::string_view k_sitemap_children = R"sql(
CREATE TABLE sitemap_children(
  url TEXT PRIMARY KEY, source_id TEXT NOT NULL, validators_url TEXT NOT NULL, etag TEXT NOT NULL,
  last_modified TEXT NOT NULL, body_hash INTEGER NOT NULL, failures INTEGER NOT NULL, asked_at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX sitemap_children_source ON sitemap_children(source_id);
CREATE INDEX sitemap_children_asked ON sitemap_children(asked_at);
)sql";

}  // namespace

const std::vector<Migration>& migrations() {
  static const std::vector<Migration> k_migrations = {
      {1, "the archive", k_first},
      {2, "a statement's evidence apart, for digests do without it", k_evidence_apart},
      {3, "the wait a feed asks for outlives a restart", k_feed_wait},
      {4, "a source's changes of health, to be told", k_health_changes},
      {5, "entries whose judgement is owed are found after a restart", k_undecided},
      {6, "what robots.txt said outlives a restart", k_robots},
      {7, "children of sitemap indexes: asked conditionally after a restart, and again where they failed",
       k_sitemap_children},
  };
  return k_migrations;
}

int newest_schema() { return migrations().back().version; }

int schema_version(Connection& connection) {
  SqlStatement read = connection.prepare("PRAGMA user_version");
  return read.step() ? static_cast<int>(read.integer(0)) : 0;
}

Expected<void> migrate(Connection& connection, int target) {
  if (target == 0) target = newest_schema();
  const int found = schema_version(connection);
  if (found > newest_schema()) {
    return failure(ErrorKind::unsupported, "cannot open database " + connection.path() + ": its schema is number " +
                                               std::to_string(found) + ", this vigie knows up to " +
                                               std::to_string(newest_schema()) + "; use the vigie that made it");
  }
  for (const Migration& migration : migrations()) {
    if (migration.version <= found || migration.version > target) continue;
    connection.execute("BEGIN IMMEDIATE");
    try {
      connection.execute(std::string(migration.sql));
      connection.execute("PRAGMA application_id = " + std::to_string(k_application_id));
      connection.execute("PRAGMA user_version = " + std::to_string(migration.version));
      connection.execute("COMMIT");
    } catch (...) {
      connection.execute("ROLLBACK");
      throw;
    }
  }
  return {};
}

}  // namespace vigie::storage
