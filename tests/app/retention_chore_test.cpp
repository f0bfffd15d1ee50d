#include "app/retention_chore.h"

#include <catch2/catch.hpp>

#include "storage/article_store.h"
#include "storage/ledger.h"
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
