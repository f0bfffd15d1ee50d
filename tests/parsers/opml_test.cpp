#include <catch2/catch.hpp>

#include "parsers/opml.h"

using namespace vigie::parsers;

TEST_CASE("feeds are found in nested outlines") {
  const auto feeds = read_opml(R"(<?xml version="1.0"?><opml version="2.0"><head/><body>
    <outline text="Ministries"><outline type="rss" text="A" title="Aé" xmlUrl="https://a.example/f?x=1&amp;y=2"/></outline>
    <outline text="B" xmlUrl="https://b.example/f" language="fr"/><outline text="no feed"/></body></opml>)");
  REQUIRE(feeds);
  REQUIRE(feeds->size() == 2);
  CHECK((*feeds)[0].url == "https://a.example/f?x=1&y=2");
  CHECK((*feeds)[0].title == "Aé");
  CHECK((*feeds)[1].language == "fr");
}

TEST_CASE("what is not OPML is an error, a broken end is not") {
  CHECK_FALSE(read_opml("<html></html>"));
  CHECK_FALSE(read_opml(""));
  CHECK(read_opml(R"(<opml><body><outline xmlUrl="https://a.example/f"/>)")->size() == 1);
}
