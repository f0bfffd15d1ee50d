#include "parsers/listing.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

using namespace vigie;
using namespace vigie::parsers;

namespace {

const std::string k_url = "https://ministry.example/news/";

Feed read(const std::string& body, const ListingRule& rule = {}, const std::string& lang = "en") {
  const std::string page =
      "<!doctype html><html lang=" + lang + "><head><title>News</title></head><body>" + body + "</body></html>";
  const Expected<Feed> feed = read_listing(page, k_url, "text/html; charset=utf-8", rule);
  if (!feed) FAIL(feed.error().message);
  return *feed;
}

std::string day(const FeedEntry& entry) {
  return entry.published ? format_date(*entry.published).substr(0, 10) : "none";
}

const std::string k_chrome =
    "<nav><ul><li><a href='/a'>About the ministry and its work</a></li><li><a href='/b'>Contact the press office "
    "now</a></li>"
    "<li><a href='/c'>Vacancies and internships here</a></li></ul></nav>";
const std::string k_footer =
    "<footer><a href='/x'>Legal notice and privacy policy</a><a href='/y'>Accessibility statement of the site</a>"
    "<a href='/z'>Follow the ministry on all networks</a></footer>";

}  // namespace

TEST_CASE("a press page's dated headlines are found, its navigation and footer are not") {
  const Feed feed = read(
      k_chrome +
      "<main><div class='views-row'><h3><a href='statement-1'>Statement by the minister on the attack</a></h3>"
      "<span class=date>2 March 2026</span><p>Text</p></div>"
      "<div class='views-row'><h3><a href='statement-2'>Joint declaration with our partners</a></h3>"
      "<span class=date>27 February 2026</span><p>Text</p></div>"
      "<div class='views-row'><h3><a href='/news/statement-3?p=1#top'>Answers to the questions of parliament</a></h3>"
      "<span class=date>26 February 2026</span><p>Text</p></div></main>" +
      k_footer);
  CHECK(feed.format == "listing");
  CHECK(feed.title == "News");
  REQUIRE(feed.entries.size() == 3);
  CHECK(feed.entries[0].url == "https://ministry.example/news/statement-1");
  CHECK(feed.entries[0].title == "Statement by the minister on the attack");
  CHECK(day(feed.entries[0]) == "2026-03-02");
  CHECK(day(feed.entries[1]) == "2026-02-27");
  CHECK(feed.entries[2].url == "https://ministry.example/news/statement-3?p=1");
  CHECK(feed.entries[2].language == "en");
}

TEST_CASE("tables, definition lists and cards that are one link are lists too") {
  std::string table = "<table>";
  std::string terms = "<dl>";
  std::string cards;
  for (int i = 1; i <= 4; ++i) {
    const std::string n = std::to_string(i);
    table += "<tr><td>0" + n + ".03.2026</td><td><a href='t" + n + "'>Pressemitteilung Nummer " + n +
             " des Amtes</a></td></tr>";
    terms += "<dt>2026年3月" + n + "日</dt><dd><a href='d" + n + "'>外務省報道官談話について第" + n + "号</a></dd>";
    cards += "<a class=card href='c" + n + "'><img src=x><time datetime='2026-03-0" + n + "'>0" + n +
             "/03</time><h2>Communiqué de presse numéro " + n + "</h2><p>Un résumé assez long du texte.</p></a>";
  }
  CHECK(day(read(table + "</table>", {}, "de").entries.at(1)) == "2026-03-02");
  const Feed japanese = read(terms + "</dl>", {}, "ja");
  REQUIRE(japanese.entries.size() == 4);
  CHECK(day(japanese.entries[2]) == "2026-03-03");
  const Feed card = read(cards, {}, "fr");
  REQUIRE(card.entries.size() == 4);
  CHECK(card.entries[3].title == "Communiqué de presse numéro 4");
  CHECK(day(card.entries[3]) == "2026-03-04");
}

TEST_CASE("links that all say the same take the headings of their blocks") {
  std::string body;
  for (int i = 1; i <= 3; ++i) {
    const std::string n = std::to_string(i);
    body += "<article><h2>A long enough headline number " + n + "</h2><p>1" + n + " March 2026</p><a href='r" + n +
            "'>Read more</a></article>";
  }
  const Feed feed = read(body);
  REQUIRE(feed.entries.size() == 3);
  CHECK(feed.entries[0].title == "A long enough headline number 1");
  CHECK(day(feed.entries[2]) == "2026-03-13");
}

TEST_CASE("a day in the address dates an entry that has no other date") {
  std::string body = "<ul>";
  for (int i = 1; i <= 3; ++i) {
    const std::string n = std::to_string(i);
    body += "<li><a href='/2026/03/0" + n + "/story'>Something happened in the capital " + n + "</a></li>";
  }
  const Feed feed = read(body + "</ul>");
  CHECK(day(feed.entries.at(0)) == "2026-03-01");
  CHECK(feed.entries.at(0).published->precision == Precision::day);
}

TEST_CASE("an article linked by picture, headline and button is one entry") {
  std::string body;
  for (int i = 1; i <= 3; ++i) {
    const std::string n = std::to_string(i);
    body += "<div class=item><a class=pic href='p" + n + "'><img src=x alt=''></a><h3><a href='p" + n +
            "'>Headline of the article number " + n + "</a></h3><span>0" + n + "/03/2026</span><a class=more href='p" +
            n + "'>More</a></div>";
  }
  const Feed feed = read(body);
  REQUIRE(feed.entries.size() == 3);
  CHECK(feed.entries[0].title == "Headline of the article number 1");
}

TEST_CASE("a page without headlines is an error") {
  const Expected<Feed> feed = read_listing("<html><body><a href='/a'>Home</a></body></html>", k_url, "", {});
  REQUIRE_FALSE(feed);
  CHECK(feed.error().kind == ErrorKind::malformed);
}
