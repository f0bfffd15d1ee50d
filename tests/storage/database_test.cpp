#include "storage/database.h"

#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>

#include "storage/connection.h"
#include "storage/migrations.h"
#include "storage/url_store.h"
#include "tests/storage/samples.h"
#include "tests/support/temporary_folder.h"

using namespace vigie;
using namespace vigie::storage;
using vigie::test::at;
using vigie::test::open_new;
using vigie::test::TemporaryFolder;

TEST_CASE("a reader leaves a missing database missing") {
  const TemporaryFolder folder;
  const auto opened = Database::open_reader(folder.file("none.db"));
  REQUIRE_FALSE(opened);
  CHECK(opened.error().kind == ErrorKind::not_found);
  CHECK_FALSE(std::filesystem::exists(folder.file("none.db")));
}

TEST_CASE("a reader needs no right to write beside the database") {
  const TemporaryFolder folder;
  const std::string path = folder.file("vigie.db");
  { const Database made = open_new(path); }
  std::filesystem::permissions(folder.path(), std::filesystem::perms{0755});
  const pid_t child = ::fork();
  if (child == 0) {
    // Root may write everywhere; another user may not.
    const bool somebody_else = ::geteuid() != 0 || ::setuid(65534) == 0;
    ::_exit(somebody_else && Database::open_reader(path) ? 0 : 1);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  CHECK(WEXITSTATUS(status) == 0);
}

TEST_CASE("a writer does not make folders") {
  const TemporaryFolder folder;
  const auto opened = Database::open_writer(folder.file("no/such/vigie.db"));
  REQUIRE_FALSE(opened);
  CHECK(opened.error().kind == ErrorKind::io);
  CHECK(opened.error().message.find("there is no folder") != std::string::npos);
}

TEST_CASE("a second writer is refused and told the pid of the first") {
  const TemporaryFolder folder;
  const Database first = open_new(folder.file("vigie.db"));
  const auto second = Database::open_writer(folder.file("vigie.db"));
  REQUIRE_FALSE(second);
  CHECK(second.error().kind == ErrorKind::refused);
  CHECK(second.error().message.find("process " + std::to_string(::getpid())) != std::string::npos);
}

TEST_CASE("the lock of a killed writer is free") {
  const TemporaryFolder folder;
  const pid_t child = ::fork();
  if (child == 0) {
    const Database held = open_new(folder.file("vigie.db"));
    ::kill(::getpid(), SIGKILL);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  CHECK(Database::open_writer(folder.file("vigie.db")));
}

TEST_CASE("files that are no archive of vigie's are refused and left as they are") {
  const TemporaryFolder folder;
  const std::string garbage = folder.write("garbage.db", std::string(8192, 'x'));
  const auto read = Database::open_reader(garbage);
  REQUIRE_FALSE(read);
  CHECK(read.error().kind == ErrorKind::malformed);
  const auto written = Database::open_writer(garbage);
  REQUIRE_FALSE(written);
  CHECK(written.error().kind == ErrorKind::malformed);
  CHECK(vigie::test::read_file(garbage) == std::string(8192, 'x'));

  const std::string empty = folder.write("empty.db", "");
  CHECK(Database::open_reader(empty).error().kind == ErrorKind::malformed);
}

TEST_CASE("another program's SQLite file is not taken over") {
  const TemporaryFolder folder;
  {
    Database database = open_new(folder.file("other.db"));
    database.connection().execute("PRAGMA application_id = 1");
  }
  const auto opened = Database::open_writer(folder.file("other.db"));
  REQUIRE_FALSE(opened);
  CHECK(opened.error().message.find("not vigie's") != std::string::npos);
}

TEST_CASE("a newer schema is refused in words") {
  const TemporaryFolder folder;
  {
    Database database = open_new(folder.file("vigie.db"));
    database.connection().execute("PRAGMA user_version = 999");
  }
  for (const auto& opened :
       {Database::open_writer(folder.file("vigie.db")), Database::open_reader(folder.file("vigie.db"))}) {
    REQUIRE_FALSE(opened);
    CHECK(opened.error().kind == ErrorKind::unsupported);
    CHECK(opened.error().message.find("schema is number 999") != std::string::npos);
  }
}

TEST_CASE("migrations count from 1 without gaps") {
  int expected = 1;
  for (const Migration& migration : migrations()) CHECK(migration.version == expected++);
}

TEST_CASE("a transaction that is not committed leaves nothing") {
  const TemporaryFolder folder;
  Database database = open_new(folder.file("vigie.db"));
  UrlStore urls(database);
  {
    const Transaction transaction(database);
    urls.remember("s", "https://a.example/1", at("2026-01-01"));
  }
  CHECK_FALSE(urls.find("https://a.example/1"));
  CHECK(urls.count_states().empty());
  {
    Transaction transaction(database);
    urls.remember("s", "https://a.example/1", at("2026-01-01"));
    transaction.commit();
  }
  CHECK(urls.find("https://a.example/1"));
}

TEST_CASE("a backup is a whole database and never replaces a file") {
  const TemporaryFolder folder;
  Database database = open_new(folder.file("vigie.db"));
  UrlStore(database).remember("s", "https://a.example/1", at("2026-01-01"));
  REQUIRE(database.backup(folder.file("copy.db")));
  auto copy = Database::open_reader(folder.file("copy.db"));
  REQUIRE(copy);
  CHECK(UrlStore(*copy).find("https://a.example/1"));
  CHECK(copy->problems().empty());
  CHECK_FALSE(database.backup(folder.file("copy.db")));
}

TEST_CASE("a sound database has no problems and a damaged one is told") {
  const TemporaryFolder folder;
  const std::string path = folder.file("vigie.db");
  {
    Database database = open_new(path);
    CHECK(database.problems().empty());
    UrlStore urls(database);
    Transaction transaction(database);
    for (int i = 0; i < 3000; ++i) urls.remember("s", "https://a.example/" + std::to_string(i), at("2026-01-01"));
    transaction.commit();
    database.checkpoint();
  }
  std::string bytes = vigie::test::read_file(path);
  for (std::size_t i = bytes.size() / 2; i < bytes.size() / 2 + 20000 && i < bytes.size(); ++i) bytes[i] = '\x55';
  folder.write("vigie.db", bytes);
  auto opened = Database::open_reader(path);
  if (opened) CHECK_FALSE(opened->problems().empty());
}
