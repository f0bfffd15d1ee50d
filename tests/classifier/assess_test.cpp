#include "classifier/assess.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <thread>
#include <vector>

#include "small_tables.h"

using namespace vigie;
using namespace vigie::classifier;

namespace {

const Classifier& small_classifier() {
  static const Classifier k_classifier = Classifier::build(small_tables()).value();
  return k_classifier;
}
Assessment judge(std::string_view text) { return small_classifier().assess({}, text, "en"); }
using Codes = std::vector<std::string>;

}  // namespace

TEST_CASE("who accuses is not who is accused") {
  const Assessment assessment = judge("China accused the NSA of a cyberattack.");
  CHECK(assessment.relevant);
  CHECK(assessment.accused_states == Codes{"US"});
  REQUIRE(assessment.attributions.size() == 1);
  CHECK(assessment.attributions[0].attributor.state == "CN");
  CHECK(assessment.attributions[0].act == Act::accusation);
  CHECK(assessment.attributions[0].stance == Stance::asserts);
}

TEST_CASE("who denies is the accused") {
  const Assessment assessment = judge("Iran denied a cyberattack on Albania.");
  CHECK(assessment.accused_states == Codes{"IR"});
  CHECK(assessment.act == Act::denial);
  REQUIRE_FALSE(assessment.attributions.empty());
  CHECK(assessment.attributions[0].stance == Stance::denies);
}

TEST_CASE("the doer stands before the verb or behind a link, the victim behind the verb or a marker") {
  CHECK(judge("Hackers linked to Russia attacked the Norwegian parliament.").accused_states == Codes{"RU"});
  CHECK(judge("Hackers linked to Russia attacked the Norwegian parliament.").victim_states == Codes{"NO"});
  CHECK(judge("China-linked hackers attacked networks in Norway.").accused_states == Codes{"CN"});
  CHECK(judge("Cyberattacks by Iran hit Albania, said Belgium.").accused_states == Codes{"IR"});
  CHECK(judge("Norway was hit by state-sponsored Russian hackers in a cyberattack.").victim_states == Codes{"NO"});
}

TEST_CASE("a list of countries behind an attack is a list of those hit, one behind a warning is not") {
  const Codes hit =
      judge("Hackers linked to Russia attacked networks in twelve countries, including Norway and Belgium.")
          .victim_states;
  CHECK(hit == Codes{"NO", "BE"});
  const std::string_view warned =
      "Hackers linked to Russia attacked the Norwegian parliament. "
      "Ten countries, including Belgium, warned.";
  CHECK(judge(warned).victim_states == Codes{"NO"});
}

TEST_CASE("an actor that a service hacked is not the accused") {
  CHECK(judge("Hackers from the Norwegian intelligence service hacked APT28 with malware.").accused_states ==
        Codes{"NO"});
}

TEST_CASE("hackers are not those hit, and who charges them is no attacker") {
  CHECK(judge("Russian hackers were charged for the attack on Norway by the US.").accused_states == Codes{"RU"});
  CHECK(judge("Iranian embassy: accusation of a cyberattack on Albania baseless.").accused_states == Codes{"IR"});
}

TEST_CASE("a state-sponsored operation is relevant though no state is named") {
  CHECK(judge("State-sponsored hackers attacked servers.").relevant);
  CHECK_FALSE(judge("Unknown hackers attacked servers.").relevant);
}

TEST_CASE("a known actor brings in its sponsor") {
  const Assessment assessment = judge("APT28 attacked servers in Norway with malware.");
  CHECK(assessment.relevant);
  CHECK(assessment.accused_states == Codes{"RU"});
  CHECK(assessment.actors == Codes{"APT28"});
}

TEST_CASE("sympathisers are not the state") {
  CHECK_FALSE(judge("Pro-Russian hacktivists attacked servers of the parliament.").relevant);
}

TEST_CASE("a longer name of a state covers a shorter one") {
  CHECK(judge("North Korea hacked servers.").accused_states == Codes{"KP"});
}

TEST_CASE("metaphors and bombs are no cyber operation") {
  CHECK_FALSE(judge("Ten life hacks from Russia for your kitchen.").relevant);
  CHECK_FALSE(judge("Russia attacked Norway, said Belgium.").relevant);
  CHECK_FALSE(judge("").relevant);
}

TEST_CASE("every conclusion points at words of the article") {
  const std::string title = "Belgium accuses China";
  const std::string text =
      "Belgium accused China of cyberattacks against the Belgium parliament. The embassy of China in Belgium denied "
      "it.";
  const Assessment assessment = small_classifier().assess(title, text, "en");
  CHECK(assessment.relevant);
  REQUIRE_FALSE(assessment.evidence.empty());
  for (const Evidence& evidence : assessment.evidence) {
    const std::string& field = evidence.span.field == Span::Field::title ? title : text;
    CHECK(evidence.span.begin < evidence.span.end);
    CHECK(evidence.span.end <= field.size());
    CHECK_FALSE(evidence.rule.empty());
  }
  REQUIRE(assessment.attributions.size() == 2);
  CHECK(assessment.attributions[1].stance == Stance::denies);
  CHECK(assessment.attributions[1].attributor.kind == "embassy");
  CHECK(assessment.attributions[1].attributor.state == "CN");
}

TEST_CASE("an embassy's host country is not its owner") {
  const Assessment assessment = judge("Belgium said China hacked servers. The embassy of China in Belgium denied it.");
  REQUIRE(assessment.attributions.size() == 2);
  CHECK(assessment.attributions[1].attributor.name == "embassy of China in Belgium");
}

TEST_CASE("an embassy that denies is neither the accused host's nor hit") {
  const Assessment assessment =
      judge("The Chinese embassy in Belgium denied a cyberattack on the Norwegian parliament.");
  CHECK(assessment.accused_states == Codes{"CN"});
  CHECK(assessment.victim_states == Codes{"NO"});
  CHECK(assessment.act == Act::denial);
}

TEST_CASE("whose accusations are denied is an accuser") {
  const Assessment assessment = judge("Russia denied accusations from Norway of a cyberattack.");
  CHECK(assessment.accused_states == Codes{"RU"});
  CHECK(assessment.victim_states == Codes{"NO"});
}

TEST_CASE("a service that is sanctioned over an operation is accused of it") {
  const Assessment assessment = judge("Norway sanctioned the GRU for cyberattacks.");
  CHECK(assessment.relevant);
  CHECK(assessment.accused_states == Codes{"RU"});
  CHECK(assessment.act == Act::sanction);
}

TEST_CASE("an operation of a service is its deed") {
  CHECK(judge("Belgium was hit by malware of the GRU.").accused_states == Codes{"RU"});
}

TEST_CASE("one classifier serves many threads") {
  std::vector<std::thread> threads;
  std::vector<Assessment> answers(4);
  const Classifier fresh = Classifier::build(small_tables()).value();
  for (std::size_t i = 0; i < answers.size(); ++i) {
    threads.emplace_back([&, i] { answers[i] = fresh.assess({}, "China accused the NSA of a cyberattack.", "en"); });
  }
  for (std::thread& thread : threads) thread.join();
  for (const Assessment& answer : answers) CHECK(answer.accused_states == Codes{"US"});
}

TEST_CASE("any input is judged without crashing") {
  for (const std::string& piece :
       {std::string("a"), std::string("中"), std::string("\xff"), std::string("\u200F"), std::string("\u0301"),
        std::string(1, '\0'), std::string("hackers attack Russia ")}) {
    std::string text;
    while (text.size() < 100'000) text += piece;
    const Assessment assessment = small_classifier().assess(text, text, "");
    CHECK(assessment.relevance >= 0);
    CHECK(assessment.relevance <= 1);
  }
}

TEST_CASE("a candidate's score is that of title and summary") {
  CHECK(small_classifier().candidate_score("Russian hackers", "They attacked the parliament.", "en") >
        small_classifier().candidate_score("New pool", "The town builds a pool.", "en"));
}

TEST_CASE("what title and lead speak of is told in the lexicons' categories, what stands far behind is not") {
  const std::string filler(1300, '.');
  const auto has = [](const Assessment& assessment, std::string_view topic) {
    return std::find(assessment.topics.begin(), assessment.topics.end(), topic) != assessment.topics.end();
  };
  CHECK(has(judge("Iran denied a cyberattack on Albania."), "deny"));
  CHECK_FALSE(has(judge("A cyberattack on Albania. " + filler + " Iran denied it."), "deny"));
}
