#include "parsers/feed.h"

#include <catch2/catch.hpp>
#include <string>

using namespace vigie;
using namespace vigie::parsers;

namespace {

Feed read(std::string_view bytes, std::string_view url = "") {
  FeedContext context;
  context.url = std::string(url);
  const Expected<Feed> feed = read_feed(bytes, context);
  REQUIRE(feed);
  return *feed;
}

Error error_of(std::string_view bytes) {
  const Expected<Feed> feed = read_feed(bytes, {});
  REQUIRE_FALSE(feed);
  return feed.error();
}

std::string rss_item(const std::string& inner) {
  return "<rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/' "
         "xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel><title>t</title><item>" +
         inner + "</item></channel></rss>";
}

std::string atom_entry(const std::string& inner) {
  return "<feed xmlns='http://www.w3.org/2005/Atom'><entry>" + inner + "</entry></feed>";
}

std::string iso(const std::optional<Date>& date) { return date ? format_iso8601(date->at) : "none"; }

}  // namespace

TEST_CASE("an RSS 2.0 feed is read with its modules") {
  const Feed feed = read(R"(<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:atom="http://www.w3.org/2005/Atom"
    xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel>
    <title>Le journal</title><link>https://j.example/</link><description>D&amp;eacute;but</description>
    <language>fr_be</language><atom:link rel="self" href="https://j.example/rss"/><ttl>30</ttl>
    <sy:updatePeriod>hourly</sy:updatePeriod><lastBuildDate>Mon, 02 Mar 2026 10:00:00 +0100</lastBuildDate>
    <item><title>Un</title><link>https://j.example/1</link><guid isPermaLink="false">id-1</guid>
      <dc:creator>Anne</dc:creator><dc:creator>Bob</dc:creator><category>État</category><category>État</category>
      <pubDate>Mon, 02 Mar 2026 09:00:00 GMT</pubDate><description>Court</description>
      <content:encoded><![CDATA[<p>Long</p><p>texte</p>]]></content:encoded></item></channel></rss>)");
  CHECK(feed.format == "rss2");
  CHECK(feed.title == "Le journal");
  CHECK(feed.link == "https://j.example/");
  CHECK(feed.self == "https://j.example/rss");
  CHECK(feed.description == "Début");
  CHECK(feed.language == "fr-BE");
  CHECK(feed.wait == seconds(3600));
  CHECK(iso(feed.updated) == "2026-03-02T09:00:00Z");
  REQUIRE(feed.entries.size() == 1);
  const FeedEntry& entry = feed.entries[0];
  CHECK(entry.id == "id-1");
  CHECK(entry.url == "https://j.example/1");
  CHECK(entry.author == "Anne, Bob");
  CHECK(entry.summary == "Court");
  CHECK(entry.content == "Long\n\ntexte");
  CHECK(entry.language == "fr-BE");
  CHECK(entry.categories == std::vector<std::string>{"État"});
  CHECK(iso(entry.published) == "2026-03-02T09:00:00Z");
}

TEST_CASE("an RSS 1.0 feed's items stand beside its channel") {
  const Feed feed = read(R"(<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
    <channel rdf:about="https://a.example/rdf"><title>A</title><items><rdf:Seq><rdf:li resource="x"/></rdf:Seq></items>
    </channel><image><title>no</title><link>https://no.example/</link></image>
    <item rdf:about="https://a.example/1"><title>One</title><dc:date>2026-03-02</dc:date></item></rdf:RDF>)");
  CHECK(feed.format == "rss1");
  CHECK(feed.title == "A");
  REQUIRE(feed.entries.size() == 1);
  CHECK(feed.entries[0].url == "https://a.example/1");
  CHECK(feed.entries[0].id == "https://a.example/1");
  CHECK(feed.entries[0].published->precision == Precision::day);
}

TEST_CASE("an Atom feed's entries inherit its author and language, and resolve links against xml:base") {
  const Feed feed = read(R"(<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de" xml:base="https://a.example/blog/">
    <title type="text">A &lt;b&gt;</title><author><name>Anna</name><email>a@a.example</email></author>
    <link rel="self" href="feed.atom"/><link href="."/>
    <entry xml:base="x/"><title type="html">&lt;i&gt;Eins&lt;/i&gt;</title><id>tag:a,1</id>
      <link rel="edit" href="edit"/><link rel="alternate" type="text/html" href="1"/>
      <updated>2026-03-02T10:00:00Z</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">1 &lt; 2</div></content>
    </entry><entry xml:lang="fr"><source><author><name>Claude</name></author><title>Ailleurs</title></source>
      <id>tag:a,2</id></entry></feed>)");
  CHECK(feed.format == "atom1");
  CHECK(feed.title == "A <b>");
  CHECK(feed.link == "https://a.example/blog/");
  CHECK(feed.self == "https://a.example/blog/feed.atom");
  REQUIRE(feed.entries.size() == 2);
  CHECK(feed.entries[0].title == "Eins");
  CHECK(feed.entries[0].url == "https://a.example/blog/x/1");
  CHECK(feed.entries[0].content == "1 < 2");
  CHECK(feed.entries[0].author == "Anna");
  CHECK(feed.entries[0].language == "de");
  CHECK(iso(feed.entries[0].updated) == "2026-03-02T10:00:00Z");
  CHECK(feed.entries[1].author == "Claude");
  CHECK(feed.entries[1].language == "fr");
  CHECK(feed.entries[1].title.empty());
}

TEST_CASE("older and rarer formats are read") {
  CHECK(read("<feed version='0.3' xmlns='http://purl.org/atom/ns#'><tagline>x</tagline></feed>").format == "atom0.3");
  CHECK(read("<rss version='0.91'><channel><title>x</title></channel></rss>").format == "rss0.9x");
  CHECK(
      read("<rdf:RDF xmlns='http://my.netscape.com/rdf/simple/0.9/'><item><title>x</title></item></rdf:RDF>").format ==
      "rss0.9x");
  const Feed cdf = read(
      "<CHANNEL HREF='https://a.example/'><ITEM HREF='https://a.example/1' LASTMOD='2026-03-02'>"
      "<TITLE>x</TITLE><ABSTRACT>y</ABSTRACT></ITEM></CHANNEL>");
  CHECK(cdf.format == "cdf");
  CHECK(cdf.link == "https://a.example/");
  CHECK(cdf.entries.at(0).url == "https://a.example/1");
  CHECK(cdf.entries.at(0).summary == "y");
  CHECK(read("<entry xmlns='http://www.w3.org/2005/Atom'><title>alone</title></entry>").entries.at(0).title == "alone");
}

TEST_CASE("a JSON Feed is read") {
  const Feed feed =
      read(R"({"version":"https://jsonfeed.org/version/1.1","title":"J &amp; K","home_page_url":"https://j.example/",
    "feed_url":"https://j.example/feed.json","language":"pl","authors":[{"name":"Ola"}],"items":[
    {"id":7,"url":"/1","title":"Jeden","content_html":"<p>a</p><p>b</p>","content_text":"no","tags":["x","y"],
     "date_published":"2026-03-02T10:00:00+01:00","attachments":[{"url":"https://no.example/","title":"no"}]},
    {"id":"b","external_url":"https://k.example/2","summary":"s","language":"en","author":{"name":"Kim"}}]})",
           "https://j.example/feed.json");
  CHECK(feed.format == "json");
  CHECK(feed.title == "J & K");
  REQUIRE(feed.entries.size() == 2);
  CHECK(feed.entries[0].id == "7");
  CHECK(feed.entries[0].url == "https://j.example/1");
  CHECK(feed.entries[0].content == "a\n\nb");
  CHECK(feed.entries[0].author == "Ola");
  CHECK(feed.entries[0].language == "pl");
  CHECK(feed.entries[0].categories == std::vector<std::string>{"x", "y"});
  CHECK(iso(feed.entries[0].published) == "2026-03-02T09:00:00Z");
  CHECK(feed.entries[1].url == "https://k.example/2");
  CHECK(feed.entries[1].author == "Kim");
  CHECK(feed.entries[1].language == "en");
}

TEST_CASE("a JSON Feed that breaks off yields the entries before the break") {
  const Feed feed = read(R"({"version":"https://jsonfeed.org/version/1","items":[{"id":"1","title":"a"},{"id":"2)");
  CHECK(feed.entries.size() == 1);
  CHECK_FALSE(feed.repairs.empty());
}

TEST_CASE("titles in RSS are HTML or plain, whichever they look like") {
  const auto title = [](const std::string& raw) {
    return read(rss_item("<title>" + raw + "</title>")).entries.at(0).title;
  };
  CHECK(title("AT&amp;T") == "AT&T");
  CHECK(title("A &lt; B") == "A < B");
  CHECK(title("I &lt;3 you") == "I <3 you");
  CHECK(title("Nice &lt;gorilla&gt; here") == "Nice <gorilla> here");
  CHECK(title("&lt;b&gt;Bold&lt;/b&gt; news") == "Bold news");
  CHECK(title("<![CDATA[<b>Bold</b> &#8217; &amp; news]]>") == "Bold ’ & news");
  CHECK(title("Fish & Chips") == "Fish & Chips");
  CHECK(title("caf&eacute;") == "café");
  CHECK(title("<p>Naked</p> markup") == "Naked markup");
  CHECK(title("Two\n   lines") == "Two lines");
}

TEST_CASE("Atom's text constructs follow their type") {
  const auto title = [](const std::string& element) { return read(atom_entry(element)).entries.at(0).title; };
  CHECK(title("<title type='text'>a &lt;b&gt; &amp;amp;</title>") == "a <b> &amp;");
  CHECK(title("<title type='html'>a &lt;b&gt;c&lt;/b&gt; &amp;amp;</title>") == "a c &");
  CHECK(title("<title type='xhtml'><div>a <b>c</b> &lt;d&gt;</div></title>") == "a c <d>");
  CHECK(title("<title type='application/octet-stream'>PGI+aGk8L2I+</title>") == "hi");
  CHECK(title("<title type='application/x-custom'>test</title>") == "test");
}

TEST_CASE("HTML escaped once too often is read as HTML, a lone pair of tags as what the text speaks of") {
  const auto summary = [](const std::string& raw) {
    return read(rss_item("<description>" + raw + "</description>")).entries.at(0).summary;
  };
  CHECK(summary("&amp;lt;p&amp;gt;one&amp;lt;/p&amp;gt;&amp;lt;p&amp;gt;two&amp;lt;/p&amp;gt;") == "one\n\ntwo");
  CHECK(summary("<![CDATA[&lt;a href=\"x\"&gt;one&lt;/a&gt;]]>") == "one");
  CHECK(summary("<![CDATA[&lt;p&gt;one&lt;/p&gt;]]>") == "<p>one</p>");
  CHECK(summary("<![CDATA[<p>Write &lt;b&gt;x&lt;/b&gt; &lt;i&gt;y&lt;/i&gt;</p>]]>") == "Write <b>x</b> <i>y</i>");
}

TEST_CASE("of several links the article's own counts") {
  const auto url = [](const std::string& inner) { return read(rss_item(inner)).entries.at(0).url; };
  CHECK(url("<guid>https://a.example/1</guid>") == "https://a.example/1");
  CHECK(url("<link>https://a.example/1</link><guid>https://b.example/</guid>") == "https://a.example/1");
  CHECK(url("<guid isPermaLink='false'>urn:x</guid><enclosure url='https://a.example/1.mp3'/>") ==
        "https://a.example/1.mp3");
  CHECK(url("<link>javascript:alert(1)</link>").empty());
  CHECK(url("<link>\n https://a.example/a&b \n</link>") == "https://a.example/a&b");
  CHECK(url("<link>https://proxy.example/1</link>"
            "<feedburner:origLink>https://a.example/1</feedburner:origLink>") == "https://a.example/1");
}

TEST_CASE("relative links are the site's where the feed names it, else the feed's") {
  CHECK(read("<rss><channel><link>https://site.example/x/</link><item><link>1</link></item></channel></rss>",
             "https://feeds.example/f")
            .entries.at(0)
            .url == "https://site.example/x/1");
  CHECK(read("<rss><channel><item><link>1</link></item></channel></rss>", "https://feeds.example/a/f")
            .entries.at(0)
            .url == "https://feeds.example/a/1");
}

TEST_CASE("elements of unknown vocabularies do not pass for the feed's") {
  const FeedEntry entry =
      read(R"(<rss xmlns:x="urn:x"><channel><item><x:title>no</x:title><x:box><title>no</title></x:box>
    <title>yes</title><image><title>no</title><link>https://no.example/</link></image></item></channel></rss>)")
          .entries.at(0);
  CHECK(entry.title == "yes");
  CHECK(entry.url.empty());
}

TEST_CASE("a feed broken in the middle yields what can be read, and says what was mended") {
  const Feed unclosed = read("<rss><channel><item><title>one</title><item><title>two</titel></item></channel></rss>");
  REQUIRE(unclosed.entries.size() == 2);
  CHECK(unclosed.entries[1].title == "two");
  CHECK_FALSE(unclosed.repairs.empty());
  const Feed cut = read("<rss><channel><item><title>one</title></item><item><title>two</title><description>thr");
  REQUIRE(cut.entries.size() == 2);
  CHECK(cut.entries[1].summary == "thr");
  const Feed crossed = read("<rss><channel><item><title>one</item><item><title>two</title></item></channel></rss>");
  REQUIRE(crossed.entries.size() == 2);
  CHECK(crossed.entries[0].title == "one");
  const Feed junk = read(
      "Warning: x in /y on line 3\n<?xml version='1.0'?><rss><channel><item><title>a\x01"
      "b</title></item></channel></rss>junk<");
  CHECK(junk.entries.at(0).title == "ab");
  const Feed unbound = read("<rss><channel><item><dc:creator>Anne</dc:creator></item></channel></rss>");
  CHECK(unbound.entries.at(0).author == "Anne");
}

TEST_CASE("entities declared inside are replaced, external ones are not read") {
  const Feed feed = read(
      "<!DOCTYPE rss [<!ENTITY site 'example'><!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
      "<rss><channel><item><title>&site; &x;</title></item></channel></rss>");
  CHECK(feed.entries.at(0).title == "example &x;");
}

TEST_CASE("what is served instead of a feed is named") {
  CHECK(error_of("").kind == ErrorKind::malformed);
  CHECK(error_of("  \n").message == "cannot read feed: the body is empty");
  CHECK(error_of("garbage").kind == ErrorKind::malformed);
  const Error page = error_of("<!DOCTYPE html><html><head><title>News</title></head><body></body></html>");
  CHECK(page.kind == ErrorKind::unsupported);
  CHECK(page.message == "cannot read feed: an HTML page was served instead");
  const Error check = error_of("<html><head><title>Just a moment...</title></head><body></body></html>");
  CHECK(check.kind == ErrorKind::unsupported);
  CHECK(check.message.find("bot check") != std::string::npos);
  CHECK(error_of("<opml><body/></opml>").message.find("<opml>") != std::string::npos);
  CHECK(error_of("{\"error\":404}").kind == ErrorKind::unsupported);
  CHECK(error_of("{\"error\":").kind == ErrorKind::malformed);
}

TEST_CASE("limits on size, entries, depth and text hold") {
  std::string many = "<rss><channel>";
  for (int i = 0; i < 100; ++i) many += "<item><title>x</title></item>";
  FeedContext few;
  few.max_entries = 10;
  CHECK(read_feed(many, few)->entries.size() == 10);
  few.max_bytes = 100;
  CHECK(read_feed(many, few).error().kind == ErrorKind::limit);

  std::string deep = "<rss><channel>";
  for (int i = 0; i < 200'000; ++i) deep += "<a>";
  CHECK(read(deep).entries.empty());

  FeedContext brief;
  brief.max_text_bytes = 10;
  const Expected<Feed> cut = read_feed(rss_item("<title>0123456789é</title>"), brief);
  CHECK(cut->entries.at(0).title == "0123456789");
}

TEST_CASE("a sink gets entries one by one and can stop") {
  int seen = 0;
  const Expected<Feed> feed = read_feed("<rss><channel><title>t</title><item/><item/><item/></channel></rss>", {},
                                        [&](FeedEntry&&) { return ++seen < 2; });
  REQUIRE(feed);
  CHECK(seen == 2);
  CHECK(feed->title == "t");
  CHECK(feed->entries.empty());
}

TEST_CASE("a page's feeds are found by its links") {
  const auto links = find_feed_links(R"(<html><head><base href="/x/"><link rel="alternate" type="application/rss+xml"
    title="N&eacute;ws" href="rss"><LINK REL='Alternate home' TYPE='application/atom+xml; charset=utf-8' HREF=/atom>
    <link rel="alternate" type="application/json" href="/wp-json/wp/v2/posts/1"><link rel="stylesheet" href="a.css">
    <link rel="alternate" type="application/rss+xml" href="rss"></head>)",
                                     "https://a.example/p");
  REQUIRE(links.size() == 2);
  CHECK(links[0].url == "https://a.example/x/rss");
  CHECK(links[0].title == "Néws");
  CHECK(links[1].url == "https://a.example/atom");
  CHECK(links[1].type == "application/atom+xml");
}

TEST_CASE("a feed's zones are those of its source's country, its domain or its language") {
  const auto published = [](const std::string& channel, const char* url, const char* country) {
    FeedContext context;
    context.url = url;
    context.country = country;
    const auto feed = read_feed("<rss version='2.0'><channel>" + channel +
                                    "<item><title>t</title><pubDate>Tue, 03 Mar 2026 10:30:00 IST</pubDate></item>"
                                    "</channel></rss>",
                                context);
    return iso(feed.value().entries.at(0).published);
  };
  CHECK(published("", "https://news.example/rss", "IN") == "2026-03-03T05:00:00Z");
  CHECK(published("<language>en-us</language>", "https://news.co.in/rss", "") == "2026-03-03T05:00:00Z");
  CHECK(published("<language>hi</language>", "https://news.example/rss", "") == "2026-03-03T05:00:00Z");
  CHECK(published("", "https://news.example/rss", "") == "2026-03-03T08:30:00Z");
}
