#include "storage/migrations.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <catch2/catch.hpp>

#include "storage/article_store.h"
#include "storage/connection.h"
#include "storage/fts_tokenizer.h"
#include "tests/storage/samples.h"
#include "tests/support/temporary_folder.h"

using namespace vigie;
using namespace vigie::storage;

TEST_CASE("a database of every earlier schema is brought up to date and works") {
  for (const Migration& migration : migrations()) {
    const test::TemporaryFolder folder;
    const std::string path = folder.file("vigie.db");
    {
      Connection old(path, std::make_unique<SQLite::Database>(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE), -1,
                     {});
      register_tokenizer(old.handle());
      REQUIRE(migrate(old, migration.version));
      CHECK(schema_version(old) == migration.version);
    }
    Database database = test::open_new(path);
    CHECK(database.schema_version() == newest_schema());
    CHECK(ArticleStore(database).put(test::sample_article()).added);
    CHECK(database.problems().empty());
  }
}

TEST_CASE("schema 1 kept a statement's evidence in its attribution, and it is still read") {
  const test::TemporaryFolder folder;
  Database database = test::open_new(folder.file("vigie.db"));
  ArticleStore articles(database);
  const std::int64_t id = articles.put(test::sample_article()).id;
  database.connection().execute(
      "UPDATE statements SET evidence = NULL, "
      "attribution = json_set(attribution, '$.evidence', json('[{\"span\":[12,19],\"rule\":\"old\"}]'))");
  CHECK(articles.find(id)->assessment.attributions.front().evidence.front().rule == "old");
}
