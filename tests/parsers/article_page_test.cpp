#include "parsers/article_page.h"

#include <catch2/catch.hpp>
#include <ctime>
#include <string>

using namespace vigie;
using namespace vigie::parsers;

namespace {

const std::string k_first =
    "The ministry said on Tuesday that a foreign service had broken into its mail server and read letters for nine "
    "months.";
const std::string k_second =
    "Officials named no victims, but two people close to the inquiry said that embassies and companies were among "
    "them.";
const std::string k_third =
    "The embassy denied the claims, calling them baseless, and said that it opposed every form of attack on networks.";

std::string page(std::string_view body, std::string_view head = {}) {
  return "<!DOCTYPE html><html lang=en><head><title>Ministry names attackers - Example News</title>" +
         std::string(head) +
         "</head><body><header><nav><ul><li><a href=/>Home</a></li><li><a href=/w>World</a></li></ul></nav></header>" +
         std::string(body) + "<footer><p>© 2026 Example News. All rights reserved.</p></footer></body></html>";
}

std::string article(std::string_view inner = {}) {
  return "<main><article><h1>Ministry names attackers</h1><p>" + k_first + "</p><p>" + k_second + "</p>" +
         std::string(inner) + "<p>" + k_third + "</p></article></main>";
}

PageReading read(std::string_view bytes, std::string_view url = "https://news.example/2026/ministry-names-attackers") {
  PageContext context;
  context.url = std::string(url);
  Expected<PageReading> reading = read_article_page(bytes, context);
  INFO((reading ? "" : reading.error().message));
  REQUIRE(reading);
  return std::move(*reading);
}

bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("an article's paragraphs are its text and the page around it is not") {
  const PageReading reading = read(page(article()));
  CHECK(holds(reading.article.text, k_first + "\n\n" + k_second));
  CHECK(holds(reading.article.text, k_third));
  CHECK_FALSE(holds(reading.article.text, "All rights reserved"));
  CHECK_FALSE(holds(reading.article.text, "World"));
  CHECK(reading.article.title == "Ministry names attackers");
  CHECK(reading.article.language == "en");
}

TEST_CASE("related links, captions and newsletter boxes inside the article are left out") {
  const PageReading reading = read(page(
      article("<aside class=related><p><a href=/x>Read also: Another ministry was attacked last year</a></p></aside>"
              "<figure><img src=a.jpg><figcaption>The ministry. Photo: Example</figcaption></figure>"
              "<div class=newsletter-box><p>Sign up for our newsletter</p></div>")));
  CHECK_FALSE(holds(reading.article.text, "Another ministry"));
  CHECK_FALSE(holds(reading.article.text, "Photo:"));
  CHECK_FALSE(holds(reading.article.text, "newsletter"));
  CHECK(holds(reading.article.text, k_third));
}

TEST_CASE("metadata agree from JSON-LD, meta elements and the page") {
  const UrlRules rules{{"utm_*"}, {}, {}, {}, {}, {}, {}};
  PageContext context;
  context.url = "https://news.example/2026/ministry-names-attackers";
  context.url_rules = &rules;
  const Expected<PageReading> found = read_article_page(
      page(article(),
           "<link rel=canonical href='/2026/ministry-names-attackers?utm_source=x'>"
           "<meta property=og:site_name content='Example News'>"
           "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Ministry names attackers\","
           "\"datePublished\":\"2026-03-03T10:00:00+01:00\",\"dateModified\":\"2026-03-05T10:00:00+01:00\","
           "\"author\":[{\"@type\":\"Person\",\"name\":\"Ada Example\"}]}</script>"),
      context);
  REQUIRE(found);
  const PageReading& reading = *found;
  CHECK(reading.article.canonical_url == "https://news.example/2026/ministry-names-attackers");
  CHECK(reading.article.authors == std::vector<std::string>{"Ada Example"});
  REQUIRE(reading.article.published);
  CHECK(format_date(*reading.article.published) == "2026-03-03T09:00:00Z");
  CHECK(reading.article.site_name == "Example News");
  CHECK_FALSE(reading.metadata.empty());
}

TEST_CASE("words parted by inline elements stay whole") {
  const PageReading reading = read(page("<article><h1>t</h1><p>" + k_first +
                                        "</p><p>The <b>att</b>ack<span>er</span>s <a href=/x>were</a>, it said, in no "
                                        "hurry at all and left by night.</p><p>" +
                                        k_second + "</p></article>"));
  CHECK(holds(reading.article.text, "The attackers were, it said"));
}

TEST_CASE("a page without running text is no article") {
  PageContext context;
  context.url = "https://news.example/";
  for (const std::string& bytes :
       {std::string(), page("<ul><li><a href=/a>One</a></li><li><a href=/b>Two</a></li></ul>")}) {
    const Expected<PageReading> reading = read_article_page(bytes, context);
    REQUIRE_FALSE(reading);
    CHECK(reading.error().kind == ErrorKind::no_article);
  }
}

TEST_CASE("bytes that are no text are refused") {
  const Expected<PageReading> reading = read_article_page(std::string("\0\1\2\3\4binary", 11), {});
  REQUIRE_FALSE(reading);
  CHECK(reading.error().kind == ErrorKind::malformed);
}

TEST_CASE("a page too large is refused at once") {
  const double began = static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
  const Expected<PageReading> reading = read_article_page(std::string(50u << 20, 'a'), {});
  REQUIRE_FALSE(reading);
  CHECK(reading.error().kind == ErrorKind::limit);
  CHECK(static_cast<double>(std::clock()) / CLOCKS_PER_SEC - began < 1.5);
}

TEST_CASE("a site rule reads what it names") {
  const Expected<SiteRule> rule = read_site_rule(
      "title: //h2[@class='real']\nbody: //div[@id='b']\nstrip: //div[@id='b']/i\nauthor: //u\n", "news.example.txt");
  REQUIRE(rule);
  PageContext context;
  context.url = "https://news.example/x";
  context.rule = &*rule;
  const Expected<PageReading> reading = read_article_page(
      page("<h2 class=real>Real title</h2><u>Ada Example</u><div id=b><p>Short text.</p><i>gone</i><p>More.</p></div>" +
           article()),
      context);
  REQUIRE(reading);
  CHECK(reading->article.title == "Real title");
  CHECK(reading->article.text == "Short text.\n\nMore.");
  CHECK(reading->article.authors == std::vector<std::string>{"Ada Example"});
  CHECK(reading->stage == "rule");
}

TEST_CASE("lines known of the site are left out") {
  BoilerplateLines known;
  known.keys.insert(line_key(k_second));
  PageContext context;
  context.known_lines = &known;
  const std::string bytes = page(article());
  const Expected<PageReading> reading = read_article_page(bytes, context);
  REQUIRE(reading);
  CHECK_FALSE(holds(reading->article.text, k_second));
  CHECK(holds(reading->article.text, k_first));
}

TEST_CASE("JSON-LD articleBody is read where the page shows nothing") {
  const PageReading reading =
      read(page("<div id=app></div>",
                "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Ministry names "
                "attackers\",\"articleBody\":\"" +
                    k_first + "\\n\\n" + k_second + "\"}</script>"));
  CHECK(reading.stage == "json-ld");
  CHECK(holds(reading.article.text, k_second));
}

TEST_CASE("an article that stands only in a page's data scripts is read out of them") {
  const std::string padding(2500, 'x');
  const PageReading reading =
      read(page("<div id=app></div><script>self.__next_f.push([1,\"5:{\\\"pad\\\":\\\"" + padding +
                "\\\",\\\"content\\\":\\\"\\u003cp\\u003e" + k_first + "\\u003c/p\\u003e\\u003cp\\u003e" + k_second +
                " " + k_third + "\\u003c/p\\u003e\\\",\\\"a\\\":\\\"b\\\",\\\"c\\\":\\\"d\\\"}\"])</script>"));
  CHECK(reading.stage == "data");
  CHECK(holds(reading.article.text, k_first + "\n\n" + k_second));
}

TEST_CASE("the data of Nuxt, Apollo and the like is read as Next.js's is") {
  const std::string padding(2500, 'x');
  for (const std::string begin :
       {"window.__NUXT__={data:[", "window.__APOLLO_STATE__=[", "window.__INITIAL_STATE__=["}) {
    const PageReading reading =
        read(page("<div id=app></div><script>" + begin + "{\"pad\":\"" + padding + "\",\"body\":\"<p>" + k_first +
                  "<\\/p><p>" + k_second + " " + k_third + "<\\/p>\"}]</script>"));
    CHECK(reading.stage == "data");
    CHECK(holds(reading.article.text, k_first));
    CHECK(holds(reading.article.text, k_third));
  }
}

TEST_CASE("a kicker that a newsroom gives to others stays, one that only the page shows goes") {
  const std::string linked =
      "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"Espionage: Ministry names "
      "attackers\"}"
      "</script><meta property=og:title content=\"Espionage: Ministry names attackers\">";
  CHECK(read(page(article(), linked)).article.title == "Espionage: Ministry names attackers");
  const std::string shown = "<main><article><h1><span class=kicker>Espionage</span> Ministry names attackers</h1><p>" +
                            k_first + "</p><p>" + k_second + "</p></article></main>";
  CHECK(read(page(shown)).article.title == "Ministry names attackers");
}

TEST_CASE("a title shortened for search or cards does not shorten the headline") {
  const std::string head =
      "<meta property=og:title content=\"Ministry names attackers behind last year's breach of its mail server\">"
      "<meta name=twitter:title content=\"Ministry names attackers behind last year's breach\">";
  const std::string body = "<main><h1>Ministry names attackers behind last year's breach of its mail server</h1><p>" +
                           k_first + "</p><p>" + k_second + "</p></main>";
  CHECK(read(page(body, head)).article.title ==
        "Ministry names attackers behind last year's breach of its mail server");
}

TEST_CASE("an h1 that is the site's name is no title") {
  const std::string head = "<meta property=og:title content=\"Who broke into the ministry\">";
  const std::string linked = "<h1><a href=\"/\">The Watch Post</a></h1><main><h2>Who broke into the ministry</h2><p>" +
                             k_first + "</p><p>" + k_second + "</p></main>";
  CHECK(read(page(linked, head)).article.title == "Who broke into the ministry");
}

TEST_CASE("soft hyphens are no part of a title") {
  const std::string body =
      "<main><h1>Minis\xC2\xADtry names at\xC2\xADtackers</h1><p>" + k_first + "</p><p>" + k_second + "</p></main>";
  CHECK(read(page(body)).article.title == "Ministry names attackers");
}

TEST_CASE("the day is told where the article was published, not in UTC") {
  const std::string local = "<meta property=article:published_time content=\"2026-03-02T23:30:00-05:00\">";
  CHECK(read(page(article(), local)).published_day == "2026-03-02");
  const std::string utc = "<meta property=article:published_time content=\"2026-03-02T22:30:00Z\">";
  CHECK(read(page(article("<p><time>3 March 2026, 07:30</time></p>"), utc)).published_day == "2026-03-03");
  // Another minute is another event: an update, a comment.
  CHECK(read(page(article("<p><time>3 March 2026, 07:41</time></p>"), utc)).published_day == "2026-03-02");
}

TEST_CASE("a date inside the text gives way to the feed's") {
  PageContext context;
  context.url = "https://news.example/story";
  context.feed_date = Date{Time(std::chrono::sys_days(std::chrono::year{2026} / 3 / 3)), Precision::day, false};
  const std::string told = "<main><h1>Ministry names attackers</h1><p>The intruders came in on 2 July 2025.</p><p>" +
                           k_first + "</p><p>" + k_second + "</p></main>";
  const Expected<PageReading> reading = read_article_page(page(told), context);
  REQUIRE(reading);
  CHECK(reading->published_day == "2026-03-03");
  const std::string line =
      "<main><h1>Ministry names attackers</h1><p>2 March 2026</p><p>" + k_first + "</p><p>" + k_second + "</p></main>";
  const Expected<PageReading> dated = read_article_page(page(line), context);
  REQUIRE(dated);
  CHECK(dated->published_day == "2026-03-02");
}

TEST_CASE("a page without an article tells what it says of itself where that is asked for") {
  PageContext context;
  context.url = "https://news.example/photos/1";
  const std::string bytes =
      "<html><head><title>Parade in pictures</title><meta property=article:published_time "
      "content=\"2026-03-02T10:00:00Z\"></head><body><h1>Parade in pictures</h1><img src=a.jpg></body>";
  const Expected<PageReading> refused = read_article_page(bytes, context);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().kind == ErrorKind::no_article);
  context.without_article = WithoutArticle::tell;
  const Expected<PageReading> told = read_article_page(bytes, context);
  REQUIRE(told);
  CHECK(told->article.title == "Parade in pictures");
  CHECK(told->published_day == "2026-03-02");
  CHECK(told->article.text.empty());
  CHECK_FALSE(told->no_article.empty());
}

TEST_CASE("readers' comments are no part of an article, and the text of a page that has nothing else") {
  const std::string comments =
      "<section id=comments><ol class=commentlist><li class=comment><p>I worked there for nine years, and "
      "nobody ever asked us to change a password. This was bound to happen, and will again.</p></li>"
      "<li class=comment><p>As a taxpayer I want to know what this costs us. The minister should come "
      "before the chamber and tell the whole story.</p></li></ol></section>";
  const PageReading reading = read(page(article() + comments));
  CHECK(holds(reading.article.text, k_third));
  CHECK_FALSE(holds(reading.article.text, "bound to happen"));
}

TEST_CASE("a note that stands in place of every embed is no part of the article") {
  const std::string note =
      "<div class=embed-privacy><p>Your privacy settings keep this content of another site from being shown to you "
      "here.</p></div>";
  const PageReading reading =
      read(page(article(note + "<p>" + k_second + "</p>" + note + "<p>" + k_first + "</p>" + note)));
  CHECK_FALSE(holds(reading.article.text, "privacy settings"));
}
