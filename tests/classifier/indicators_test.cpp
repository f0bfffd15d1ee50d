#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "classifier/assess.h"
#include "small_tables.h"

using namespace vigie;
using namespace vigie::classifier;

namespace {

std::vector<std::string> indicators(std::string_view text) {
  static const Classifier k_classifier = Classifier::build(small_tables()).value();
  std::vector<std::string> out;
  for (const Indicator& indicator : k_classifier.assess({}, text, "en").indicators)
    out.push_back(indicator.kind + " " + indicator.value);
  return out;
}
using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("vulnerabilities are told by number and by name") {
  CHECK(indicators("They used cve-2021-26855 (ProxyLogon) on Exchange.") ==
        Lines{"cve CVE-2021-26855", "vulnerability ProxyLogon", "product Exchange"});
}

TEST_CASE("addresses are told as meant, defanged or not") {
  CHECK(indicators("hxxps[:]//evil[.]example[.]org/a and 203[.]0[.]113[.]7, update.example.com") ==
        Lines{"url https://evil.example.org/a", "ip 203.0.113.7", "domain update.example.com"});
}

TEST_CASE("techniques and hashes are told, plain numbers and words are not") {
  CHECK(indicators("T1059.001 d41d8cd98f00b204e9800998ecf8427e T12 12345678901234567890123456789012 1.2.3") ==
        Lines{"technique T1059.001", "hash d41d8cd98f00b204e9800998ecf8427e"});
}

TEST_CASE("a name that is also a word needs its capital") {
  CHECK(indicators("an exchange of letters").empty());
  CHECK(indicators("NotPetya spread") == Lines{"malware NotPetya"});
}

TEST_CASE("a value is told once") { CHECK(indicators("CVE-2021-26855 and CVE-2021-26855").size() == 1); }
