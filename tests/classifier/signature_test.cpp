#include <catch2/catch.hpp>

#include <string>

#include "classifier/signature.h"

using namespace vigie::classifier;

TEST_CASE("a copy with a few words changed is near, another text is far") {
  const std::string text =
      "The foreign ministry said on Monday that a group linked to a foreign intelligence service had broken into the "
      "networks of two ministries and of the parliament over the past eighteen months. Officials said that documents "
      "on defence procurement had been copied. The embassy rejected the accusation as groundless and called for proof.";
  std::string copy = text;
  copy.replace(copy.find("Monday"), 6, "Tuesday");
  const std::string other =
      "The city council decided to rebuild the old swimming pool after a long debate about costs, and a local club "
      "offered to pay for the new diving tower. Visitors can expect the first opening in the summer of next year, said "
      "the mayor, who thanked the volunteers and promised that entry prices would remain as they are for the children.";
  CHECK(signature_distance(signature(text), signature(copy)) <= 12);
  CHECK(signature_distance(signature(text), signature(other)) >= 16);
}

TEST_CASE("a text too short to tell has no signature") {
  CHECK(signature("three short words") == 0);
  CHECK(signature("") == 0);
}
