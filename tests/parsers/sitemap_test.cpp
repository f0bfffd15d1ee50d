#include "parsers/sitemap.h"

#include <zlib.h>

#include <catch2/catch.hpp>
#include <string>

using namespace vigie;
using namespace vigie::parsers;

namespace {

std::string gzip(const std::string& text) {
  z_stream stream{};
  deflateInit2(&stream, 9, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
  std::string out(compressBound(text.size()) + 64, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

const std::string k_news = R"(<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"
        xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
  <url><loc>https://a.example/old</loc><lastmod>2026-01-01</lastmod></url>
  <url><loc> https://a.example/new?x=1&amp;y=2 </loc>
    <image:image><image:loc>https://a.example/i.png</image:loc><image:title>No title</image:title></image:image>
    <news:news><news:publication><news:name>A</news:name><news:language>fr</news:language></news:publication>
      <news:publication_date>2026-03-02T10:00:00+01:00</news:publication_date>
      <news:title><![CDATA[L'été &amp; après]]></news:title><news:keywords>cyber, état</news:keywords></news:news></url>
  <url><loc>/relative</loc></url>
</urlset>)";

}  // namespace

TEST_CASE("a news sitemap's entries come newest first with their titles") {
  const auto feed = read_sitemap(k_news, "https://a.example/news.xml", "");
  REQUIRE(feed);
  CHECK(feed->format == "sitemap");
  REQUIRE(feed->entries.size() == 3);
  CHECK(feed->entries[0].url == "https://a.example/new?x=1&y=2");
  CHECK(feed->entries[0].title == "L'été & après");
  CHECK(feed->entries[0].language == "fr");
  CHECK(feed->entries[0].categories == std::vector<std::string>{"cyber", "état"});
  CHECK(format_iso8601(feed->entries[0].published->at) == "2026-03-02T09:00:00Z");
  CHECK(format_date(*feed->entries[1].updated) == "2026-01-01");
  CHECK(feed->entries[2].url == "https://a.example/relative");
}

TEST_CASE("an index names its sitemaps") {
  const auto feed = read_sitemap(
      "<sitemapindex><sitemap><loc>https://a.example/1.xml.gz</loc><lastmod>2026-02-01</lastmod></sitemap>"
      "<sitemap><loc>https://a.example/2.xml.gz</loc><lastmod>2026-03-01</lastmod></sitemap></sitemapindex>",
      "https://a.example/sitemap.xml", "text/xml");
  REQUIRE(feed);
  CHECK(feed->format == "sitemapindex");
  CHECK(feed->entries.at(0).url == "https://a.example/2.xml.gz");
}

TEST_CASE("a gzipped sitemap is unpacked, also when it is cut short") {
  const std::string packed = gzip(k_news);
  CHECK(read_sitemap(packed, "https://a.example/s.xml.gz", "application/gzip")->entries.size() == 3);
  const auto cut =
      read_sitemap(std::string_view(packed).substr(0, packed.size() - 40), "https://a.example/s.xml.gz", "");
  CHECK((!cut || !cut->repairs.empty()));
}

TEST_CASE("a gzip bomb is refused") {
  const auto feed = read_sitemap(gzip(std::string(70u << 20, ' ')), "https://a.example/s.xml.gz", "");
  REQUIRE_FALSE(feed);
  CHECK(feed.error().kind == ErrorKind::limit);
}

TEST_CASE("a list of addresses and a feed are sitemaps too") {
  CHECK(read_sitemap("https://a.example/1\r\nhttps://a.example/2\n", "https://a.example/s.txt", "")->entries.size() ==
        2);
  CHECK(read_sitemap("<rss><channel><item><link>https://a.example/1</link></item></channel></rss>", "", "")
            ->entries.size() == 1);
}

TEST_CASE("what is no sitemap is named") {
  CHECK(read_sitemap("<!doctype html><html></html>", "", "").error().kind == ErrorKind::unsupported);
  CHECK(read_sitemap("", "", "").error().kind == ErrorKind::malformed);
  CHECK(read_sitemap("not xml", "", "").error().kind == ErrorKind::malformed);
}

TEST_CASE("an unclosed block keeps its address") {
  const auto feed =
      read_sitemap("<urlset><url><loc>https://a.example/1</loc><url><loc>https://a.example/2</loc>", "", "");
  REQUIRE(feed);
  CHECK(feed->entries.size() == 2);
}
