#include "parsers/threat_catalogue.h"

#include <catch2/catch.hpp>
#include <string>

using namespace vigie;
using namespace vigie::parsers;

namespace {

constexpr std::string_view k_misp = R"({"type": "threat-actor", "version": 1, "values": [
  {"value": "Harbour Fox", "description": "…", "meta": {"country": "CN", "synonyms": ["UNC0042", "Harbor Fox", "harbour fox", "G0007", "Subgroup: Fox Cub"],
   "cfr-suspected-state-sponsor": "Russian Federation", "refs": ["https://example.org/"]}, "related": [{"type": "similar"}]},
  {"value": "QUIET SPIDER", "meta": {"country": "RU"}},
  {"value": "Lone Group", "meta": {"cfr-type-of-incident": ["Espionage", "Data destruction"]}},
  {"meta": {"synonyms": ["nobody"]}}]})";

constexpr std::string_view k_stix = R"({"type": "bundle", "objects": [
  {"type": "malware", "name": "NotAGroup"},
  {"type": "intrusion-set", "name": "APT99", "aliases": ["APT99", "Paper Crane"], "revoked": false,
   "external_references": [{"source_name": "mitre-attack", "external_id": "G9999", "name": "other"}]},
  {"type": "intrusion-set", "name": "Old Group", "revoked": true},
  {"type": "intrusion-set", "name": "Older Group", "x_mitre_deprecated": true}]})";

}  // namespace

TEST_CASE("a MISP galaxy gives names, synonyms, sponsors and kinds") {
  const auto catalogue = read_threat_catalogue(k_misp);
  REQUIRE(catalogue.has_value());
  CHECK(catalogue->source == "misp");
  REQUIRE(catalogue->actors.size() == 3);
  CHECK(catalogue->actors[0].name == "Harbour Fox");
  CHECK(catalogue->actors[0].aliases == std::vector<std::string>{"UNC0042", "Harbor Fox", "Fox Cub"});
  CHECK(catalogue->actors[0].sponsor == "RU");  // the suspected sponsor says more than the country
  CHECK(catalogue->actors[0].kind == "state");
  CHECK(catalogue->actors[1].kind == "crime");
  CHECK(catalogue->actors[2].kind == "state");
  CHECK(catalogue->actors[2].sponsor.empty());
}

TEST_CASE("a STIX bundle gives its intrusion sets, without revoked and deprecated ones") {
  const auto catalogue = read_threat_catalogue(k_stix);
  REQUIRE(catalogue.has_value());
  CHECK(catalogue->source == "mitre");
  REQUIRE(catalogue->actors.size() == 1);
  CHECK(catalogue->actors[0].name == "APT99");
  CHECK(catalogue->actors[0].aliases == std::vector<std::string>{"Paper Crane"});
}

TEST_CASE("a name holds nothing that means something in the table of actors") {
  const auto catalogue = read_threat_catalogue(
      R"({"values": [{"value": "A \"B\" | C, {D}*\n#E", "meta": {"synonyms": ["=F G\\", "[H]", "x\u0000y z", ""]}}]})");
  REQUIRE(catalogue.has_value());
  CHECK(catalogue->actors[0].name == "A B C D E");
  CHECK(catalogue->actors[0].aliases == std::vector<std::string>{"F G", "x y z"});
}

TEST_CASE("what is no catalogue is refused with a message") {
  CHECK(read_threat_catalogue("").error().kind == ErrorKind::malformed);
  CHECK(read_threat_catalogue("[]").error().kind == ErrorKind::malformed);
  CHECK(read_threat_catalogue(R"({"values": []})").error().kind == ErrorKind::malformed);
  CHECK(read_threat_catalogue(R"({"values": [{"value": "Cut Off")").error().kind == ErrorKind::malformed);
  CHECK(read_threat_catalogue(R"({"objects": [{"type": "malware", "name": "X"}]})").error().kind ==
        ErrorKind::malformed);
}

TEST_CASE("nesting, names and numbers of a catalogue are bounded") {
  const std::string deep = R"({"values": )" + std::string(100'000, '[');
  CHECK(read_threat_catalogue(deep).error().kind == ErrorKind::limit);
  std::string many = R"({"values": [{"value": "Many", "meta": {"synonyms": ["long )" + std::string(100'000, 'x') + '"';
  for (int i = 0; i < 1000; ++i) many += ", \"name " + std::to_string(i) + '"';
  many += "]}}]}";
  const auto catalogue = read_threat_catalogue(many);
  REQUIRE(catalogue.has_value());
  CHECK(catalogue->actors[0].aliases.size() < 200);
  for (const std::string& alias : catalogue->actors[0].aliases) CHECK(alias.size() <= 200);
}
