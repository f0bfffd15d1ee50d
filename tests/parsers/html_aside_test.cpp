#include "parsers/html_aside.h"

#include <catch2/catch.hpp>
#include <string>

#include "parsers/html_strip.h"

using namespace vigie;
using namespace vigie::parsers;

namespace {

std::string text_of(std::string_view page) {
  const Expected<Document> document = parse_html(page);
  return document ? document->text_of(document->root()) : "";
}

}  // namespace

TEST_CASE("text passes by the tree builder and comes back where it stood") {
  const StrippedPage page = strip_html("<p>A paragraph of some length.</p>", Detail::reading, 100);
  CHECK(page.html.find("paragraph") == std::string::npos);
  CHECK(text_of("<p>A paragraph &mdash; of <b>some length</b>, &lt;b&gt; said<p>Второй абзац &#8230;") ==
        "A paragraph — of some length, <b> said Второй абзац …");
  CHECK(text_of("<table><tr>Text before its table<td>and a cell of it</table>") ==
        "Text before its table and a cell of it");
}

TEST_CASE("a page's own characters of plane 15 are text like any other") {
  CHECK(text_of("<p>\U000F0000 in words of its own</p><p>Some other paragraph.</p>") ==
        "\U000F0000 in words of its own Some other paragraph.");
}

TEST_CASE("control characters are left to the tree builder") {
  CHECK(text_of(std::string("<p>a word\x01 and another one</p>")) == "a word\uFFFD and another one");
}

TEST_CASE("elements of formatting that stay open have equal attributes where the page wrote equal ones") {
  std::string page;
  for (int i = 0; i < 50; ++i) page += "<p><b class=lead>x";
  const Expected<Document> document = parse_html(page);
  REQUIRE(document);
  NodeId bold = 0;
  for (NodeId id = 0; id < document->size(); ++id) bold += (*document)[id].tag == Tag::b ? 1 : 0;
  CHECK(bold < 4 * 50);  // three are opened again in each paragraph, not all before it
}
