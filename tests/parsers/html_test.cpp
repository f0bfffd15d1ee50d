#include "parsers/html.h"

#include <catch2/catch.hpp>
#include <chrono>
#include <ctime>
#include <string>

#include "parsers/html_strip.h"

using namespace vigie;
using namespace vigie::parsers;

namespace {

std::string repeated(std::string_view piece, std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text.append(piece);
  return text;
}

double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

}  // namespace

TEST_CASE("a page becomes a flat tree in document order") {
  const Expected<Document> document =
      parse_html("<title>T</title><body><div id=a class='x y'><p>one <b>two</b></p></div><p>three");
  REQUIRE(document);
  const NodeId div = document->find(Tag::div);
  REQUIRE(div != k_no_node);
  CHECK(document->attribute(div, "id") == "a");
  CHECK(document->has_class(div, "y"));
  CHECK_FALSE(document->has_class(div, "z"));
  const NodeId p = document->first_child(div);
  CHECK((*document)[p].tag == Tag::p);
  CHECK((*document)[p].parent == div);
  CHECK(document->text_of(p) == "one two");
  const NodeId next = document->next_sibling(div);
  CHECK(document->text_of(next) == "three");
  CHECK(document->next_sibling(next) == k_no_node);
  CHECK(document->contains(div, p));
  CHECK_FALSE(document->contains(div, next));
}

TEST_CASE("block elements part words and inline elements do not") {
  const Expected<Document> document = parse_html("<div>a<span>b</span><div>c</div>d<br>e</div>");
  REQUIRE(document);
  CHECK(document->text_of(document->root()) == "ab c d e");
}

TEST_CASE("scripts, styles, drawings and comments are gone, JSON-LD is kept") {
  const StrippedPage page = strip_html(
      "<script>var a = '<p>no</p>';</script><style>p{}</style><svg><text>no</text></svg><!-- <p>no</p> -->"
      "<script type='application/ld+json'>{\"a\":1}</script><p>yes</p>",
      Detail::reading, 100);
  CHECK(page.html == "<p>yes</p>");
  REQUIRE(page.json_ld.size() == 1);
  CHECK(page.json_ld[0] == "{\"a\":1}");
}

TEST_CASE("a script that writes a script inside a comment ends where HTML says it does") {
  const StrippedPage page =
      strip_html("<script><!-- document.write('<script>x</script>'); </script><p>text", Detail::reading, 100);
  CHECK(page.html == "<p>text");
}

TEST_CASE("attributes readers do not look at are left out, hiding styles become hidden") {
  const Expected<Document> page = parse_html(
      "<div CLASS=a class=b onclick='f()' data-x=1 style='DISPLAY : none'><a href=\"/x?a=1&amp;b=2&copy=3\" "
      "title=\"q'\">l</a>");
  REQUIRE(page);
  const NodeId div = page->find(Tag::div);
  CHECK((*page)[div].attribute_count == 2);
  CHECK(page->attribute(div, "class") == "a");
  CHECK(page->has_attribute(div, "hidden"));
  CHECK(page->attribute(page->find(Tag::a), "href") == "/x?a=1&b=2&copy=3");
  CHECK(page->attribute(page->find(Tag::a), "title") == "q'");
  const StrippedPage whole = strip_html("<div data-x=1>t</div>", Detail::everything, 100);
  CHECK(whole.html == "<div data-x=\"1\">t</div>");
}

TEST_CASE("a lone < in text stays text") {
  const Expected<Document> document = parse_html("<p>1 < 2 and 3 <4</p>");
  REQUIRE(document);
  CHECK(document->text_of(document->root()) == "1 < 2 and 3 <4");
}

TEST_CASE("white space inside pre is kept") {
  const StrippedPage page = strip_html("<div>  a\n b </div><pre> x\n  y </pre>", Detail::reading, 100);
  CHECK(page.html == "<div>a b</div><pre> x\n  y </pre>");
}

TEST_CASE("hostile pages stay within time and memory and leave the next page unharmed") {
  const double began = cpu_seconds();
  CHECK(parse_html(repeated("<div>", 16'000)));                    // 80 KB of unclosed div
  CHECK(parse_html(repeated("<font size=i><p>", 9'200)));          // 147 KB
  CHECK(parse_html(repeated("<div><span><em>", 33'000)));          // 500 KB of nesting
  CHECK(parse_html(repeated("<b><i><a><table><tr><td>", 5'000)));  // formatting through tables
  std::string attributes = "<p";
  for (int i = 0; i < 16'000; ++i) attributes += " a" + std::to_string(i) + "=1";
  CHECK(parse_html(attributes + ">text"));
  CHECK(parse_html(repeated("</p>", 100'000)));
  CHECK(parse_html(std::string(300'000, '<')));
  CHECK(parse_html(repeated("<a href='", 50'000)));
  CHECK(cpu_seconds() - began < 8 * 1.5);
  const Expected<Document> next = parse_html("<p>unharmed</p>");
  REQUIRE(next);
  CHECK(next->text_of(next->root()) == "unharmed");
}

TEST_CASE("nesting past the depth cap keeps its text") {
  HtmlLimits limits;
  limits.max_depth = 20;
  const Expected<Document> document =
      parse_html(repeated("<div>", 100) + "deep" + repeated("</div>", 100) + "<p>after</p>", limits);
  REQUIRE(document);
  CHECK(document->text_of(document->root()) == "deep after");
  for (NodeId id = 0; id < document->size(); ++id) CHECK((*document)[id].depth < 30);
}

TEST_CASE("a page over the size limit is refused") {
  HtmlLimits limits;
  limits.max_bytes = 100;
  const Expected<Document> document = parse_html(repeated("text ", 100), limits);
  REQUIRE_FALSE(document);
  CHECK(document.error().kind == ErrorKind::limit);
}

TEST_CASE("a tree over its arena is refused") {
  HtmlLimits limits;
  limits.max_arena_bytes = 1u << 20;
  const Expected<Document> document = parse_html(repeated("<p class=a>x</p>", 50'000), limits);
  REQUIRE_FALSE(document);
  CHECK(document.error().kind == ErrorKind::limit);
}

TEST_CASE("every name of the tag table leads back to its tag") {
  for (std::string_view name : {"a", "article", "wbr", "h1", "video", "tt", "blockquote", "rp"})
    CHECK(tag_of(name) != Tag::other);
  CHECK(tag_of("html") == Tag::html);
  CHECK(tag_of("x-unknown") == Tag::other);
  CHECK(tag_of("") == Tag::other);
  CHECK(tag_of("#text") == Tag::other);
}
