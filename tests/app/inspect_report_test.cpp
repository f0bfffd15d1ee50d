#include "app/inspect_report.h"

#include <catch2/catch.hpp>

using namespace vigie;

TEST_CASE("a feed's report tells what was repaired and each entry") {
  Feed feed;
  feed.title = "News";
  feed.format = "rss2";
  feed.encoding = "utf-8";
  feed.repairs = {"control characters were dropped"};
  FeedEntry entry;
  entry.title = "A\x1b[31m title";
  entry.url = "https://a.example/1";
  entry.summary = "Said\n\nso";
  feed.entries = {entry, {}};
  CHECK(feed_report(feed) ==
        "feed        News\n"
        "format      rss2, utf-8\n"
        "entries     2\n"
        "repaired    control characters were dropped\n"
        "\n1. A\\x1B[31m title\n"
        "    dates       none that reads as one\n"
        "    link        https://a.example/1\n"
        "    summary     Said so\n"
        "\n2. (no title)\n"
        "    dates       none that reads as one\n"
        "    link        none\n");
}

TEST_CASE("an address's report tells its key") {
  UrlRules rules;
  rules.tracking_parameters = {"utm_*"};
  rules.twin_labels = {"m"};
  CHECK(url_report("//m.news.example/a?utm_id=1&b=2", "https://x.example/", rules) ==
        "address     https://m.news.example/a?utm_id=1&b=2\n"
        "untracked   https://m.news.example/a?b=2\n"
        "key         news.example/a?b=2\n"
        "site        news.example\n");
  CHECK(url_report("http://", "", rules).empty());
  CHECK(url_report("mailto:a@b.example", "", rules).find("neither http nor https") != std::string::npos);
}

TEST_CASE("a date's report tells how exact it is and whether its zone is known") {
  CHECK(date_report("2 March 2026 14:05 CET", {}) ==
        "date        2026-03-02T13:05Z\nexact to    the minute\nzone        known, told here in UTC\n");
  CHECK(date_report("mars 2026", {}) == "date        2026-03\nexact to    the month\n");
  CHECK(date_report("soon", {}).empty());
}

TEST_CASE("the report of a robots.txt tells what holds for an agent") {
  const std::string robots = "User-agent: *\nDisallow: /private\nCrawl-delay: 5\nSitemap: https://a.example/s.xml\n";
  CHECK(robots_report(robots, "vigie", "https://a.example/private/1") ==
        "agent       vigie\nurl         https://a.example/private/1\nfetching    disallowed\n"
        "delay       5 s between two requests\nsitemap     https://a.example/s.xml\n");
  CHECK(robots_report("", "vigie", "").find("its front page is allowed") != std::string::npos);
}

TEST_CASE("the report of an encoding tells by what it was known and what was lost") {
  parsers::Decoded decoded;
  decoded.encoding = "windows-1252";
  decoded.evidence = "detection";
  decoded.text = "caf\xc3\xa9";
  CHECK(charset_report(decoded) ==
        "encoding    windows-1252\ntold by     detection\nreplaced    nothing\n\ncaf\xc3\xa9\n");
}
