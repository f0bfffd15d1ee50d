#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "classifier/assess.h"
#include "small_tables.h"

using namespace vigie;
using namespace vigie::classifier;

namespace {

const Classifier& judge() {
  static const Classifier k_classifier = Classifier::build(small_tables()).value();
  return k_classifier;
}

std::vector<std::string> actors(std::string_view text) { return judge().assess({}, text, "en").actors; }
using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("an actor is found across spaces, hyphens, no-break spaces, case and full-width forms") {
  for (const char* written : {"APT28", "APT 28", "APT-28", "APT\u00A028", "Apt28", "ＡＰＴ２８", "Fancy Bear",
                              "FANCY BEAR", "FancyBear", "Muddy Paw"}) {
    INFO(written);
    CHECK(actors("The malware is the work of " + std::string(written) + ".") == Names{"APT28"});
  }
}

TEST_CASE("Cyrillic letters that look Latin do not hide a designation") {
  CHECK(actors("Malware of АРТ28 was found.") == Names{"APT28"});
}

TEST_CASE("a name in another script is found inside a line without spaces") {
  CHECK(judge().assess({}, "据称海莲花攻击了服务器", "en").actors == Names{"OceanLotus"});
}

TEST_CASE("a name that is an ordinary word needs a cyber context") {
  CHECK(actors("A Sandworm was seen in the desert.").empty());
  CHECK(actors("The Sandworm hackers attacked servers.") == Names{"Sandworm"});
}

TEST_CASE("an alias of two actors shows both") {
  const Assessment assessment = judge().assess({}, "The group Shared Name hacked servers.", "en");
  REQUIRE(assessment.actor_mentions.size() == 1);
  CHECK(assessment.actor_mentions[0].alternatives.size() == 1);
}

TEST_CASE("a list of numbers continues a designation") {
  CHECK(actors("The malware of APT 27, 28 and 30 was found.") == Names{"APT27", "APT28", "APT30"});
  CHECK(actors("Advanced Persistent Threat 27 wrote the malware.") == Names{"APT27"});
}

TEST_CASE("a designation no table holds is told as an unknown one") {
  const Assessment assessment =
      judge().assess({}, "UNC4242, Storm-9999 and CL-STA-0099 attacked servers with malware.", "en");
  REQUIRE(assessment.actor_mentions.size() == 3);
  CHECK_FALSE(assessment.actor_mentions[0].known);
  CHECK(assessment.actor_mentions[0].canonical == "UNC4242");
  CHECK(assessment.actor_mentions[1].canonical == "Storm-9999");
  CHECK(assessment.actor_mentions[2].canonical == "CL-STA-0099");
  CHECK(assessment.actors.empty());
}

TEST_CASE("a designation with one letter wrong and the same number is read as a slip, and told so") {
  const Assessment assessment = judge().assess({}, "The hacking group UNSC 7314 attacked servers.", "en");
  REQUIRE(assessment.actor_mentions.size() == 1);
  CHECK(assessment.actor_mentions[0].canonical == "UNC7314");
  CHECK(assessment.actor_mentions[0].surface == "UNSC 7314");
  CHECK(assessment.actor_mentions[0].sponsor_sources.back() == "read as a slip of UNC7314");
  CHECK(actors("Resolution UNSC 7314 was adopted.").empty());
}

TEST_CASE("a sponsor is a claim with its source") {
  const Assessment assessment = judge().assess({}, "Fancy Bear wrote the malware.", "en");
  REQUIRE(assessment.actor_mentions.size() == 1);
  CHECK(assessment.actor_mentions[0].sponsors == Names{"RU", "RU"});
  CHECK(assessment.actor_mentions[0].sponsor_sources == Names{"misp", "mitre"});
}

TEST_CASE("criminals are not their country") {
  const Assessment assessment = judge().assess({}, "The hackers of Coin Gang attacked servers with ransomware.", "en");
  CHECK_FALSE(assessment.relevant);
  CHECK(assessment.accused_states.empty());
}
