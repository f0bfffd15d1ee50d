#include "app/actor_merge.h"

#include <catch2/catch.hpp>
#include <string>

using namespace vigie;
using classifier::ActorRow;
using parsers::CatalogueActor;
using parsers::ThreatCatalogue;

namespace {

const std::string k_file = "actors.toml";
const std::string k_text =
    "# my actors\n"
    "[actors]\n"
    "\"APT28\" = \"state | RU (cfr) | Fancy Bear, My Own Name | \"  # seen in June\n"
    "\"My Group\" = \" |  |  | \"\n";

std::vector<ActorRow> rows() {
  return {{"APT28", "state", {{"RU", "cfr"}}, {"Fancy Bear", "My Own Name"}, {}, k_file, 3},
          {"My Group", "", {}, {}, {}, k_file, 4},
          {"Hand Kept", "", {}, {"Kept By Hand"}, {}, "actor_names.toml", 9}};
}

ActorMerge merge(std::vector<CatalogueActor> actors) {
  return merge_actors(k_text, k_file, rows(), ThreatCatalogue{"misp", std::move(actors)});
}

}  // namespace

TEST_CASE("new names and claims join the row of the actor that bears the name, and nothing of it is lost") {
  const ActorMerge merged = merge({{"Fancy Bear", {"APT 28", "Forest Blizzard", "Strontium"}, "RU", "state"}});
  CHECK(merged.new_actors == 0);
  CHECK(merged.new_names == 2);
  CHECK(merged.new_claims == 1);
  CHECK(merged.text ==
        "# my actors\n[actors]\n"
        "\"APT28\" = \"state | RU (cfr, misp) | Fancy Bear, My Own Name, Forest Blizzard, Strontium | Strontium\"  # "
        "seen in "
        "June\n"
        "\"My Group\" = \" |  |  | \"\n");
  CHECK(merged.changes.front() == "new name   Forest Blizzard of APT28");
}

TEST_CASE("an actor that no row bears becomes a row at the end, its plain words marked as ordinary") {
  const ActorMerge merged = merge({{"Paper Crane", {"Bottle", "MuddyPaw"}, "KP", "state"}});
  CHECK(merged.new_actors == 1);
  CHECK(merged.text == k_text + "\"Paper Crane\" = \"state | KP (misp) | Bottle, MuddyPaw | Bottle\"\n");
}

TEST_CASE("another sponsor is another claim, not a correction") {
  const ActorMerge merged = merge({{"APT28", {}, "UA", "state"}});
  CHECK(merged.text.find("state | RU (cfr); UA (misp) | ") != std::string::npos);
}

TEST_CASE("merging twice changes nothing the second time") {
  const std::vector<CatalogueActor> actors = {{"Fancy Bear", {"Strontium"}, "", ""}, {"Paper Crane", {}, "KP", ""}};
  ThreatCatalogue catalogue{"misp", actors};
  catalogue.actors.push_back(actors[1]);  // told twice
  const ActorMerge once = merge_actors(k_text, k_file, rows(), catalogue);
  CHECK(once.new_actors == 1);
  std::vector<ActorRow> known = rows();
  known[0].aliases.push_back("Strontium");
  known.push_back({"Paper Crane", "", {{"KP", "misp"}}, {}, {}, k_file, 5});
  const ActorMerge twice = merge_actors(once.text, k_file, known, catalogue);
  CHECK(twice.text == once.text);
  CHECK(twice.changes.empty());
}

TEST_CASE("an actor that stands in another file is told, not written twice") {
  const ActorMerge merged = merge({{"Hand Kept", {"Newly Named"}, "", ""}});
  CHECK(merged.text == k_text);
  REQUIRE(merged.left.size() == 1);
  CHECK(merged.left[0].find("Newly Named") != std::string::npos);
}

TEST_CASE("one shared alias alone does not make two groups one") {
  CHECK(merge({{"Other Team", {"My Own Name", "Third Name"}, "", ""}}).new_actors == 1);
}
