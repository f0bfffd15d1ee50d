#include "parsers/post_headline.h"

#include <catch2/catch.hpp>

#include "model/text.h"

using namespace vigie;
using namespace vigie::parsers;

TEST_CASE("a post's first sentence is its headline") {
  CHECK(post_headline("The ministry was attacked.  It says so.") == "The ministry was attacked.");
  CHECK(post_headline("Hit by 3.5 Tbit/s of traffic! Details follow.") == "Hit by 3.5 Tbit/s of traffic!");
  CHECK(post_headline("外交部网站今天遭到了网络攻击。详情如下") == "外交部网站今天遭到了网络攻击。");
  CHECK(post_headline("No. 5 is out") == "No. 5 is out");
  CHECK(post_headline("").empty());
}

TEST_CASE("a long post without a sentence is cut between words") {
  std::string text;
  for (int i = 0; i < 60; ++i) text += "слово ";
  const std::string headline = post_headline(text);
  CHECK(headline.ends_with("слово…"));
  CHECK(count_code_points(headline) <= 141);
  CHECK(count_code_points(post_headline(std::string(500, 'x'))) == 141);
}
