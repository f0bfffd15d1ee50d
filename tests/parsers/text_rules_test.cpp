#include "parsers/text_rules.h"

#include <catch2/catch.hpp>
#include <string>

#include "parsers/article_page.h"

using namespace vigie;
using namespace vigie::parsers;

namespace {

const std::string k_text =
    "The ministry said on Tuesday that a foreign service had broken into its mail server and read letters for nine "
    "months, until a clerk noticed that her password no longer worked.";

std::string paragraphs(int count, const std::string& word) {
  std::string html;
  for (int i = 0; i < count; ++i) html += "<p>" + word + " " + std::to_string(i) + ": " + k_text + "</p>";
  return html;
}

PageReading read(const std::string& body) {
  PageContext context;
  context.url = "https://news.example/2026/ministry";
  Expected<PageReading> reading =
      read_article_page("<!DOCTYPE html><html lang=en><head><title>Ministry names attackers</title></head><body>" +
                            body + "</body></html>",
                        context);
  REQUIRE(reading);
  return std::move(*reading);
}

bool holds(const PageReading& reading, std::string_view part) {
  return reading.article.text.find(part) != std::string::npos;
}

std::string reason_of(const PageReading& reading, std::string_view part) {
  for (const DroppedBlock& block : reading.dropped) {
    if (block.text.find(part) != std::string::npos) return block.reason;
  }
  return "not dropped";
}

}  // namespace

TEST_CASE("a paragraph that is another story's linked headline is none of the article's, a linked sentence is") {
  const PageReading reading =
      read("<main><article><h1>Ministry names attackers</h1>" + paragraphs(2, "First") +
           "<p><a href=/other>SENATOR ASKS WHO KNEW OF THE SPIES AND WHEN</a></p>" + paragraphs(2, "Second") +
           "<p><a href=/report>The report names three servers in the capital.</a></p>" + paragraphs(2, "Third") +
           "</article></main>");
  CHECK_FALSE(holds(reading, "SENATOR"));
  CHECK(holds(reading, "First 1"));
  CHECK(holds(reading, "Third 1"));
}

TEST_CASE("a linked headline with an excerpt that is cut off is a teaser") {
  const PageReading reading =
      read("<main><article><h1>Ministry names attackers</h1>" + paragraphs(4, "Own") +
           "<p><a href=/o>Minister resigns</a> The minister of transport left on Monday after a long dispute over "
           "trains, roads and the price of tickets in the north of the country, which ...</p></article></main>");
  CHECK_FALSE(holds(reading, "dispute over"));
  CHECK(holds(reading, "Own 3"));
}

TEST_CASE("the next article of an endless page is not part of the first") {
  const PageReading reading =
      read("<article><h1>Ministry names attackers</h1>" + paragraphs(8, "Own") +
           "</article><article><h1>Football club buys a player</h1>" + paragraphs(5, "Foreign") + "</article>");
  CHECK(holds(reading, "Own 7"));
  CHECK_FALSE(holds(reading, "Foreign"));
}

TEST_CASE("a record for machines that is never shown does not stand for the text, whatever the page shows") {
  const PageReading reading =
      read("<article><h1>Ministry names attackers</h1>" + paragraphs(1, "Shown") +
           "</article><div style='display:none' itemscope itemtype='http://schema.org/NewsArticle'><div "
           "itemprop=datePublished>2026-03-03T10:00:00+01:00</div><div itemprop=articleBody>" +
           paragraphs(8, "Hidden") + "</div></div>");
  CHECK(holds(reading, "Shown 0"));
  CHECK_FALSE(holds(reading, "2026-03-03T10"));
  CHECK_FALSE(holds(reading, "Hidden 3"));
  CHECK(reason_of(reading, "2026-03-03T10") == "hidden");
}
