// What is left after kill -9 and after a full disk. VIGIE_CRASHES=200 makes it longer.
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <random>
#include <set>

#include "storage/article_store.h"
#include "storage/connection.h"
#include "storage/evidence.h"
#include "storage/search.h"
#include "storage/source_store.h"
#include "storage/url_store.h"
#include "tests/storage/samples.h"
#include "tests/support/temporary_folder.h"

using namespace vigie;
using namespace vigie::storage;
using vigie::test::at;
using vigie::test::open_new;
using vigie::test::sample_article;
using vigie::test::TemporaryFolder;

namespace {

std::string url_of(int number) { return "https://a.example/" + std::to_string(number); }

FetchResponse page_of(int number) {
  FetchResponse page;
  page.request.url = page.final_url = url_of(number);
  page.status = 200;
  page.body = "<p>Page " + std::to_string(number) + std::string(static_cast<std::size_t>(number % 7) * 900, 'x');
  page.fetched_at = at("2026-11-20T10:00:00Z");
  return page;
}

// Stores pages from `first` on, eight a batch, and says after each commit how far it is.
[[noreturn]] void write_until_killed(const std::string& db, const std::string& evidence, int first, int report) {
  Database database = open_new(db);
  ArticleStore articles(database);
  UrlStore urls(database);
  EvidenceWriter writer(database, {evidence, 40'000, "vigie test"});
  for (int next = first;;) {
    Transaction transaction(database);
    for (int i = 0; i < 8; ++i, ++next) {
      urls.remember("s", url_of(next), at("2026-11-20"));
      urls.queue(url_of(next), at("2026-11-20"), at("2026-11-20"));
      articles.put(sample_article(url_of(next)));
      if (!writer.keep(page_of(next))) ::_exit(1);
    }
    if (!writer.sync()) ::_exit(1);
    transaction.commit();
    if (::write(report, &next, sizeof next) != sizeof next) ::_exit(1);
  }
}

}  // namespace

TEST_CASE("kill -9 at any moment loses nothing that was committed and leaves nothing half") {
  const char* wanted = std::getenv("VIGIE_CRASHES");
  const int rounds = wanted != nullptr ? std::atoi(wanted) : 12;
  const TemporaryFolder folder;
  const std::string db = folder.file("vigie.db");
  const std::string evidence = folder.file("evidence");
  std::mt19937 random(7);
  int stored = 0;
  for (int round = 0; round < rounds; ++round) {
    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    const pid_t child = ::fork();
    if (child == 0) write_until_killed(db, evidence, stored, ends[1]);
    ::close(ends[1]);
    int promised = stored;
    for (unsigned commits = random() % 4 + 1; commits > 0; --commits) {
      if (::read(ends[0], &promised, sizeof promised) != sizeof promised) break;
    }
    ::usleep(random() % 8000);
    ::kill(child, SIGKILL);
    int status = 0;
    ::waitpid(child, &status, 0);
    while (::read(ends[0], &promised, sizeof promised) == sizeof promised) {
    }
    ::close(ends[0]);

    Database database = open_new(db);
    CHECK(database.problems().empty());
    const auto count = static_cast<int>(ArticleStore(database).count());
    CHECK(count >= promised);
    CHECK(count % 8 == 0);
    const VerifyReport report = verify_evidence(database, evidence);
    CHECK(report.broken.empty());
    CHECK(report.captures == count);
    const auto counts = UrlStore(database).count_states();
    REQUIRE(counts.size() == 1);
    CHECK(counts.front().state == UrlState::stored);
    CHECK(counts.front().urls == count);
    CHECK(count_hits(database, *parse_query("state:cn", at("2026-11-24")), {}).value() == count);
    stored = count;
  }
  CHECK(stored >= rounds * 8);
}

TEST_CASE("a full disk is told as such and what was committed stays") {
  const TemporaryFolder folder;
  Database database = open_new(folder.file("vigie.db"));
  ArticleStore articles(database);
  articles.put(sample_article(url_of(0)));
  // SQLite says of a database at its largest what it says of a disk without room.
  database.connection().execute("PRAGMA max_page_count = 60");
  const auto fill = [&] {
    Transaction transaction(database);
    for (int i = 1; i < 2000; ++i) articles.put(sample_article(url_of(i)));
    transaction.commit();
  };
  CHECK_THROWS_AS(fill(), DiskFull);
  CHECK(articles.count() == 1);
  database.connection().execute("PRAGMA max_page_count = 1000000");
  fill();
  CHECK(articles.count() == 2000);
  CHECK(database.problems().empty());
}

TEST_CASE("a database locked by another process is waited for, then told") {
  const TemporaryFolder folder;
  DatabaseOptions impatient;
  impatient.busy_timeout = std::chrono::milliseconds(50);
  Database database = std::move(Database::open_writer(folder.file("vigie.db"), impatient).value());
  UrlStore urls(database);
  urls.remember("s", url_of(0), at("2026-11-20"));
  const pid_t child = ::fork();
  if (child == 0) {
    const std::string sql = "sqlite3 " + folder.file("vigie.db") + " 'BEGIN IMMEDIATE; SELECT 1;' '.shell touch " +
                            folder.file("locked") + "; while [ ! -e " + folder.file("done") +
                            " ]; do sleep 0.01; done' > /dev/null 2>&1";
    ::execl("/bin/sh", "sh", "-c", sql.c_str(), nullptr);
    ::_exit(1);
  }
  int status = 0;
  while (!std::filesystem::exists(folder.file("locked")) && ::waitpid(child, &status, WNOHANG) == 0) ::usleep(5000);
  if (std::filesystem::exists(folder.file("locked"))) {
    CHECK_THROWS_AS(urls.remember("s", url_of(1), at("2026-11-20")), Locked);
    CHECK(urls.find(url_of(0)));  // readers are not in the way of a writer, nor the other way round
    folder.write("done", "");
    ::waitpid(child, &status, 0);
    CHECK(urls.remember("s", url_of(1), at("2026-11-20")));
  } else {
    WARN("no sqlite3 at hand: not checked");
  }
}
