#include <catch2/catch.hpp>

#include "classifier/skeleton.h"

using vigie::classifier::skeleton;

TEST_CASE("a name has one skeleton in every alphabet") {
  const std::string rotterdam = skeleton("Rotterdam");
  CHECK(rotterdam == "RTRTM");
  for (const char* word :
       {"Роттердам", "Ρότερνταμ", "روتردام", "רוטרדם", "ロッテルダム", "로테르담", "रॉटरडैम", "Роттердамі"}) {
    CAPTURE(word);
    CHECK(skeleton(word).substr(0, 3) == rotterdam.substr(0, 3));
  }
  CHECK(skeleton("Роттердам") == rotterdam);
  CHECK(skeleton("روتردام") == rotterdam);
  CHECK(skeleton("ロッテルダム") == rotterdam);
  CHECK(skeleton("로테르담") == rotterdam);
  CHECK(skeleton("Microsoft") == skeleton("Микрософт"));
  CHECK(skeleton("Kaspersky") == skeleton("Касперский"));
}

TEST_CASE("vowels, Han and empty words have none") {
  CHECK(skeleton("aeiou").empty());
  CHECK(skeleton("鹿特丹").empty());
  CHECK(skeleton("").empty());
}
