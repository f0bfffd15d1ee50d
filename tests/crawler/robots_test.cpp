#include "crawler/robots.h"

#include <catch2/catch.hpp>
#include <string>

using namespace vigie::crawler;

namespace {

bool allowed(std::string_view robots, std::string_view path, std::string_view agent = "vigie") {
  return RobotsRules::parse(robots).allowed(agent, path);
}

}  // namespace

TEST_CASE("an empty robots.txt allows everything") {
  CHECK(allowed("", "/"));
  CHECK(allowed("\n\n# nothing\n", "/a?b=c"));
  CHECK(RobotsGroup().allowed("https://example.org/a"));
}

TEST_CASE("a group that names the crawler stands in place of the one for all (RFC 9309 2.2.1)") {
  const std::string robots = "User-agent: *\nDisallow: /\n\nUser-agent: Vigie\nDisallow: /private/\n";
  CHECK(allowed(robots, "/news"));
  CHECK_FALSE(allowed(robots, "/private/x"));
  CHECK_FALSE(allowed(robots, "/news", "otherbot"));
}

TEST_CASE("a whole User-Agent is cut to its product token") {
  const std::string robots = "User-agent: vigie\nDisallow: /x\n";
  CHECK_FALSE(allowed(robots, "/x", "vigie/0.1 (+https://example.org/bot)"));
  CHECK(allowed(robots, "/x", "vigieplus"));
}

TEST_CASE("groups of the same name are merged, also those named with others (RFC 9309 2.2.1)") {
  const std::string robots =
      "User-agent: vigie\nDisallow: /a\n\nUser-agent: other\nDisallow: /b\n\nUser-agent: x\nUser-agent: "
      "vigie\nDisallow: /c\n";
  CHECK_FALSE(allowed(robots, "/a"));
  CHECK(allowed(robots, "/b"));
  CHECK_FALSE(allowed(robots, "/c"));
}

TEST_CASE("an empty group of one's own allows everything") {
  CHECK(allowed("User-agent: *\nDisallow: /\nUser-agent: vigie\nDisallow:\n", "/a"));
}

TEST_CASE("the longest matching rule decides, Allow on a tie (RFC 9309 2.2.2)") {
  CHECK(allowed("User-agent: *\nDisallow: /a\nAllow: /a/b\n", "/a/b/c"));
  CHECK_FALSE(allowed("User-agent: *\nAllow: /a\nDisallow: /a/b\n", "/a/b/c"));
  CHECK(allowed("User-agent: *\nDisallow: /a\nAllow: /a\n", "/a"));
}

TEST_CASE("a star matches any run and a final dollar the end (RFC 9309 2.2.3)") {
  const std::string robots = "User-agent: *\nDisallow: /*.pdf$\nDisallow: /*/print/*/x\n";
  CHECK_FALSE(allowed(robots, "/docs/a.pdf"));
  CHECK(allowed(robots, "/docs/a.pdf?page=2"));
  CHECK_FALSE(allowed(robots, "/a/print/b/c/xy"));
  CHECK(allowed(robots, "/print/b/x"));
}

TEST_CASE("repeated pieces match their last occurrence before an anchor") {
  CHECK_FALSE(allowed("User-agent: *\nDisallow: /a*ab$\n", "/a-ab-ab"));
  CHECK(allowed("User-agent: *\nDisallow: /a*ab$\n", "/ab"));
  CHECK_FALSE(allowed("User-agent: *\nDisallow: /*a*a$\n", "/aa"));
  CHECK(allowed("User-agent: *\nDisallow: /*a*a$\n", "/a"));
}

TEST_CASE("percent-encoding is compared after normalising (RFC 9309 2.2.2)") {
  CHECK_FALSE(allowed("User-agent: *\nDisallow: /b\xC3\xBC\x63her/\n", "/b%C3%BCcher/1"));
  CHECK_FALSE(allowed("User-agent: *\nDisallow: /b%c3%bccher/\n", "/b\xC3\xBC\x63her/1"));
  CHECK_FALSE(allowed("User-agent: *\nDisallow: /%62ar\n", "/bar"));
  CHECK(allowed("User-agent: *\nDisallow: /a%2Fb\n", "/a/b"));
  CHECK_FALSE(allowed("User-agent: *\nDisallow: /a%2Fb\n", "/a%2fb"));
}

TEST_CASE("an encoded star or dollar in a rule means the character itself (RFC 9309 2.2.3)") {
  CHECK_FALSE(allowed("User-agent: *\nDisallow: /a%2Ab\n", "/a*b"));
  CHECK(allowed("User-agent: *\nDisallow: /a%2Ab\n", "/axxb"));
  CHECK_FALSE(allowed("User-agent: *\nDisallow: /price%24\n", "/price$"));
  CHECK(allowed("User-agent: *\nDisallow: /price%24\n", "/price"));
}

TEST_CASE("/robots.txt itself may always be fetched (RFC 9309 2.2.2)") {
  CHECK(allowed("User-agent: *\nDisallow: /\n", "https://example.org/robots.txt"));
  CHECK(RobotsGroup::disallow_all().allowed("/robots.txt"));
  CHECK_FALSE(RobotsGroup::disallow_all().allowed("https://example.org/"));
}

TEST_CASE("path and query of a URL count, its host, credentials and fragment do not") {
  const std::string robots = "User-agent: *\nDisallow: /x?y\n";
  CHECK_FALSE(allowed(robots, "https://user:pw@example.org:8443/x?y=1#z"));
  CHECK(allowed(robots, "https://example.org/x#?y"));
  CHECK_FALSE(allowed("User-agent: *\nDisallow: /?q\n", "https://example.org?q=1"));
}

TEST_CASE("all three line endings, a byte order mark and white space are read") {
  CHECK_FALSE(allowed("\xEF\xBB\xBFUser-agent : *\r  Disallow :  /a  \r", "/a"));
  CHECK_FALSE(allowed("User-agent: *\r\nDisallow: /a # comment\r\n", "/a"));
}

TEST_CASE("rules before any User-agent line hold for nobody") { CHECK(allowed("Disallow: /\n", "/a")); }

TEST_CASE("other records do not end a group (RFC 9309 2.2.4)") {
  const std::string robots = "User-agent: vigie\nSitemap: https://example.org/s.xml\nUser-agent: other\nDisallow: /\n";
  CHECK_FALSE(allowed(robots, "/a"));
  CHECK(RobotsRules::parse(robots).sitemaps() == std::vector<std::string>{"https://example.org/s.xml"});
}

TEST_CASE("Crawl-delay and a misspelt rule end the list of names (own choice)") {
  CHECK(allowed("User-agent: vigie\nCrawl-delay: 5\nUser-agent: other\nDisallow: /\n", "/a"));
  CHECK(allowed("User-agent: vigie\nDisalllow: /x\nUser-agent: other\nDisallow: /\n", "/a"));
}

TEST_CASE("common misspellings and a forgotten colon are understood") {
  CHECK_FALSE(allowed("useragent: *\ndissallow: /a\n", "/a"));
  CHECK_FALSE(allowed("user-agent *\ndisallow /a\n", "/a"));
}

TEST_CASE("a folder is allowed with its index page") {
  const std::string robots = "User-agent: *\nDisallow: /\nAllow: /news/index.html\n";
  CHECK(allowed(robots, "/news/"));
  CHECK_FALSE(allowed(robots, "/news/a"));
}

TEST_CASE("robots.txt wrapped in HTML is read") {
  CHECK_FALSE(allowed("<html><body>\nUser-agent: *<BR>\nDisallow: /a<BR>\n</body></html>\n", "/a"));
}

TEST_CASE("Crawl-delay is read for the group that holds, the longest of several, cut to a day") {
  const RobotsRules rules =
      RobotsRules::parse("User-agent: *\nCrawl-delay: 10\nUser-agent: vigie\nCrawl-delay: 2.5\nCrawl-delay: 1\n");
  CHECK(rules.crawl_delay("vigie") == std::chrono::milliseconds(2500));
  CHECK(rules.crawl_delay("other") == std::chrono::seconds(10));
  CHECK(RobotsRules::parse("User-agent: *\nCrawl-delay: 1e300\n").crawl_delay("x") == std::chrono::hours(24));
  CHECK_FALSE(RobotsRules::parse("User-agent: *\nCrawl-delay: -1\n").crawl_delay("x"));
  CHECK_FALSE(RobotsRules::parse("User-agent: *\nCrawl-delay: soon\n").crawl_delay("x"));
}

TEST_CASE("only the first 500 KiB are read (RFC 9309 2.5)") {
  std::string robots = "User-agent: *\nDisallow: /early\n";
  robots.append(500 * 1024, '#');
  robots += "\nDisallow: /late\n";
  CHECK_FALSE(allowed(robots, "/early"));
  CHECK(allowed(robots, "/late"));
}

TEST_CASE("a pattern of many stars is matched in good time") {
  std::string pattern = "/";
  for (int i = 0; i < 2000; ++i) pattern += "*a";
  CHECK(allowed("User-agent: *\nDisallow: " + pattern + "b\n", "/" + std::string(8000, 'a')));
}

TEST_CASE("what holds for vigie is written down and read back as it is") {
  const RobotsGroup group =
      RobotsRules::parse("User-agent: *\nCrawl-delay: 1.5\nAllow: /a/index.html\nDisallow: /*?q=$\nDisallow: /ä b%2a\n")
          .group("vigie");
  const std::string text = group.text();
  const RobotsGroup again = RobotsGroup::from_text(text);
  CHECK(again.text() == text);
  CHECK(again.crawl_delay() == std::chrono::milliseconds{1500});
  for (const char* path : {"/a/", "/b?q=", "/b?q=1", "/%C3%A4%20b*", "/c"}) {
    CAPTURE(path);
    CHECK(again.allowed(path) == group.allowed(path));
  }
  CHECK(RobotsGroup().text().empty());
  CHECK(RobotsGroup::from_text("").allowed("/a"));
  CHECK_FALSE(RobotsGroup::from_text("nonsense\ndisallow /\ndelay x\n\n").allowed("/a"));
}
