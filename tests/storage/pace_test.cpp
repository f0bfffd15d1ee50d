#include "storage/pace.h"

#include <catch2/catch.hpp>

#include "storage/article_store.h"
#include "tests/storage/samples.h"
#include "tests/support/temporary_folder.h"

using namespace vigie;
using namespace vigie::storage;
using vigie::test::at;

TEST_CASE("the pace tells how many articles came and how long after their publication") {
  const test::TemporaryFolder folder;
  Database database = test::open_new(folder.file("vigie.db"));
  ArticleStore store(database);
  const auto add = [&](int number, const char* published, Precision precision, const char* seen) {
    AssessedArticle article =
        test::plain_article("https://a.example/" + std::to_string(number), "en", "A title", "A text.");
    article.article.published = Date{at(published), precision, true};
    article.first_seen = at(seen);
    store.put(article);
  };
  add(1, "2026-11-18T08:00:00Z", Precision::minute, "2026-11-18T09:00:00Z");  // before the span
  add(2, "2026-11-20T08:00:00Z", Precision::minute, "2026-11-20T08:10:00Z");
  add(3, "2026-11-20T08:00:00Z", Precision::minute, "2026-11-20T08:20:00Z");
  add(4, "2026-11-20T08:00:00Z", Precision::minute, "2026-11-20T11:00:00Z");
  add(5, "2026-11-20T00:00:00Z", Precision::day, "2026-11-20T12:00:00Z");     // a day says nothing about the way
  add(6, "2026-11-21T00:00:00Z", Precision::minute, "2026-11-20T13:00:00Z");  // ahead of its arrival

  const Pace found = pace(database, at("2026-11-20T00:00:00Z"));
  CHECK(found.articles == 5);
  CHECK(found.dated == 3);
  CHECK(found.median_lag == seconds{1200});
  CHECK(pace(database, at("2026-11-22T00:00:00Z")).articles == 0);
}
