#include "storage/migrations.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <catch2/catch.hpp>

#include "storage/article_store.h"
#include "storage/compression.h"
#include "storage/connection.h"
#include "storage/fts_tokenizer.h"
#include "storage/search.h"
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

TEST_CASE("what schema 1 held is read, searched and counted after its migration") {
  const test::TemporaryFolder folder;
  const std::string path = folder.file("vigie.db");
  {
    Connection old(path, std::make_unique<SQLite::Database>(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE), -1,
                   {});
    register_tokenizer(old.handle());
    REQUIRE(migrate(old, 1));
    const AssessedArticle article = test::sample_article();
    old.prepare("INSERT INTO documents(id, text, judgement, evidence) VALUES(1, ?, ?, ?)")
        .bind_blob(pack(article.article.text))
        .bind_blob(pack(R"({"language":"fr","lexicon":"abc123"})"))
        .bind_blob(pack(R"({"evidence":[{"span":[20,43,1],"rule":"lexicon:fr/attack/activites","weight":0.5}]})"))
        .run();
    old.prepare(
           "INSERT INTO articles(id, document, url, title, time, language, source_id, authority, signature, "
           "first_seen, "
           "relevant, relevance, act, accused_states, text_bytes) VALUES(7000, 1, ?, ?, 1763625600, 'fr', 'be-mfa', "
           "'government', 5, 1763625700, 1, 0.93, 'accusation', '[\"CN\"]', 100)")
        .with(article.article.url, article.article.title)
        .run();
    old.prepare("INSERT INTO search(rowid, body, title, facets) VALUES(7000, ?, ?, ?)")
        .with(index_text(article.article.text, "fr"), index_text(article.article.title, "fr"),
              index_words({"state:cn"}))
        .run();
    // A statement's evidence stood in its attribution.
    old.prepare(
           "INSERT INTO statements(article, stance, act, at, quotation, attribution) VALUES(7000, 'asserts', "
           "'accusation', 1763625600, 'La Belgique', ?)")
        .with(R"({"attributor":{"name":"La Belgique"},"evidence":[{"span":[12,19],"rule":"old"}]})")
        .run();
    old.execute("INSERT INTO counters VALUES('articles', 1); INSERT INTO languages VALUES('fr', 1)");
  }
  Database database = test::open_new(path);
  const ArticleStore articles(database);
  const auto found = articles.find(7000);
  REQUIRE(found);
  CHECK(found->article.text == test::sample_article().article.text);
  CHECK(found->assessment.lexicon_version == "abc123");
  CHECK(found->assessment.evidence.front().weight == 0.5);
  REQUIRE(found->assessment.attributions.size() == 1);
  CHECK(found->assessment.attributions.front().evidence.front().rule == "old");
  CHECK(articles.count() == 1);
  CHECK(count_hits(database, *parse_query("autorité", test::at("2026-11-24")), {}).value() == 1);
  CHECK(database.problems().empty());
}
