#include "app/retention_chore.h"

#include <catch2/catch.hpp>

#include "storage/article_store.h"
#include "storage/ledger.h"
#include "storage/robots_store.h"
#include "storage/sitemap_store.h"
#include "storage/source_store.h"
#include "storage/url_store.h"
#include "tests/storage/samples.h"
#include "tests/support/temporary_folder.h"

using namespace vigie;
using test::at;

TEST_CASE("retention follows the configuration's rules, counts what goes and keeps the addresses") {
  const test::TemporaryFolder folder;
  const LoadedConfig loaded =
      load_config(folder.write("vigie.toml", "[retention]\npress = \"30d\"\ngovernment_relevant = \"400d\"\n"));
  REQUIRE(loaded.mistakes.empty());
  storage::Database database = test::open_new(folder.file("vigie.db"));
  storage::ArticleStore articles(database);
  // More than go at once.
  for (int i = 0; i < 130; ++i) {
    articles.put(test::plain_article("https://a.example/" + std::to_string(i), "en", "Old", "old words",
                                     "2026-01-01T00:00:00Z"));
  }
  articles.put(test::plain_article("https://a.example/new", "en", "New", "new words", "2026-11-20T00:00:00Z"));
  articles.put(test::sample_article());  // relevant, of a government, four days old

  RetentionChore chore(loaded.config, database);
  const Time now = at("2026-11-24T00:00:00Z");
  chore.run(now);
  CHECK(articles.count() == 32);
  chore.run(now + seconds{1});
  CHECK(articles.count() == 2);
  CHECK(storage::Ledger(database).counter("articles_pruned") == 130);
  CHECK(storage::UrlStore(database).find("https://a.example/7")->reason == "pruned");
  CHECK(storage::status_counts(database, now).pruned == 130);

  // The next look is a day later.
  articles.put(test::plain_article("https://a.example/late", "en", "Late", "late words", "2026-01-02T00:00:00Z"));
  chore.run(now + seconds{3600});
  CHECK(articles.count() == 3);
  chore.run(now + seconds{86402});
  CHECK(articles.count() == 2);
  CHECK(database.problems().empty());
}

TEST_CASE("an archive without retention rules keeps everything") {
  const test::TemporaryFolder folder;
  storage::Database database = test::open_new(folder.file("vigie.db"));
  storage::ArticleStore articles(database);
  articles.put(test::plain_article("https://a.example/1", "en", "Old", "old words", "2001-01-01T00:00:00Z"));
  RetentionChore(Config{}, database).run(at("2026-11-24"));
  CHECK(articles.count() == 1);
}

TEST_CASE("rows of fetches go after a month, or when the configuration says, a slice at a time") {
  const test::TemporaryFolder folder;
  storage::Database database = test::open_new(folder.file("vigie.db"));
  storage::SourceStore sources(database);
  const Time now = at("2026-11-24");
  const auto days_ago = [&](int days) { return now - seconds{86400} * days; };
  {
    storage::Transaction transaction(database);
    for (int i = 0; i < 2100; ++i) {
      FetchOutcome outcome;
      outcome.source_id = "be-mfa";
      outcome.at = days_ago(31);
      sources.add_outcome(outcome);
    }
    FetchOutcome newer;
    newer.source_id = "be-mfa";
    newer.at = days_ago(29);
    sources.add_outcome(newer);
    sources.add_health_change({0, days_ago(40), "be-mfa", Health::healthy, Health::failing, "timeouts"});
    storage::RobotsStore(database).put({"https://a.example", true, "", OutcomeKind::ok, "", 0, days_ago(31), now});
    storage::SitemapStore(database).put({"https://a.example/s.xml", "a", {}, 0, 0, days_ago(31)});
    transaction.commit();
  }
  RetentionChore chore(Config{}, database);
  chore.run(now);
  CHECK(sources.outcomes_of_source("be-mfa", 5000).size() == 101);
  chore.run(now + seconds{1});
  CHECK(sources.outcomes_of_source("be-mfa", 5000).size() == 1);
  CHECK(sources.health_changes(0, 10).empty());
  CHECK(storage::RobotsStore(database).since(Time{}, 10).empty());
  CHECK_FALSE(storage::SitemapStore(database).find("https://a.example/s.xml"));
  CHECK(storage::Ledger(database).counter("outcomes_pruned") == 2100);

  Config shorter;
  shorter.attempts_kept = seconds{7 * 86400};
  RetentionChore(shorter, database).finish(now);
  CHECK(sources.outcomes_of_source("be-mfa", 10).empty());
}
