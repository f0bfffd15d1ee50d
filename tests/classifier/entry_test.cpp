#include <catch2/catch.hpp>
#include <string>

#include "classifier/entry.h"

using namespace vigie::classifier;

namespace {

std::string mistake(std::string_view entry) {
  EntryReader reader;
  std::string error;
  reader.check(entry, error);
  return error;
}

}  // namespace

TEST_CASE("braces are alternatives, spaces and hyphens part words") {
  EntryReader reader;
  std::string error;
  const auto readings = reader.read("state-{sponsored,backed} hack*", error);
  REQUIRE(readings.size() == 2);
  CHECK(readings[1].size() == 3);
  CHECK(readings[1][1].text == "backed");
  CHECK(readings[1][2].match == WordMatch::prefix);
}

TEST_CASE("an equals sign keeps the capitals") {
  EntryReader reader;
  std::string error;
  const auto readings = reader.read("=MOIS", error);
  REQUIRE(readings.size() == 1);
  CHECK(readings[0][0].text == "MOIS");
  CHECK(readings[0][0].match == WordMatch::cased);
}

TEST_CASE("Hangul takes any ending without being told") {
  EntryReader reader;
  std::string error;
  CHECK(reader.read("북한", error)[0][0].match == WordMatch::prefix);
  CHECK(reader.read("*해킹", error)[0][0].match == WordMatch::infix);
}

TEST_CASE("what cannot be read is named") {
  CHECK(mistake("pol*") == "");
  CHECK(mistake("po*") == "\"*\" needs at least 3 letters beside it");
  CHECK(mistake("takip et*") == "");
  CHECK(mistake("wo*rd") == "\"*\" may only begin or end a word");
  CHECK(mistake("word{a,b") == "\"{\" without \"}\"");
  CHECK(mistake("word}") == "\"}\" without \"{\"");
  CHECK(mistake("..") == "\"..\" must stand between words");
  CHECK(mistake("!!") == "no letters or digits");
}
