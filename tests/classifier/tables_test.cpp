#include <catch2/catch.hpp>
#include <string>

#include "classifier/assess.h"
#include "small_tables.h"

using namespace vigie;
using namespace vigie::classifier;

TEST_CASE("sound tables have no mistakes") { CHECK(check_tables(small_tables()).empty()); }

TEST_CASE("a broken entry names file, line and what is wrong, and nothing is half-loaded") {
  KnowledgeTables tables = small_tables();
  tables.lexicons[0].rows.push_back({"operation", "wo*rd", 77});
  const auto built = Classifier::build(tables);
  REQUIRE_FALSE(built.has_value());
  CHECK(built.error().kind == ErrorKind::invalid_config);
  CHECK(built.error().message == "en.toml:77: entry \"wo*rd\": \"*\" may only begin or end a word");
}

TEST_CASE("an unknown category is told with the nearest one") {
  KnowledgeTables tables = small_tables();
  tables.lexicons[0].rows.push_back({"opperation", "word", 12});
  const auto mistakes = check_tables(tables);
  REQUIRE(mistakes.size() == 1);
  CHECK(mistakes[0].line == 12);
  CHECK(mistakes[0].message == "unknown category \"opperation\", did you mean \"operation\"?");
}

TEST_CASE("a state code must exist, an actor stand once, a kind be one of three") {
  KnowledgeTables tables = small_tables();
  tables.lexicons[0].states.push_back({"QQ", StateRow::Part::name, "Nowhere", 3});
  tables.actors.push_back({"apt28", "", {}, {}, {}, "actors.toml", 90});
  tables.actors.push_back({"Other", "robber", {}, {}, {}, "actors.toml", 91});
  CHECK(check_tables(tables).size() == 3);
}
