#include "parsers/selector.h"

#include <catch2/catch.hpp>
#include <string>

using namespace vigie;
using namespace vigie::parsers;

namespace {

const char* const k_page =
    "<div id=main class='box wide'><h2>one</h2><p class=lead>two</p><p>three</p><ul><li "
    "data-x=a>4</li><li>5</li><li>6</li></ul></div>"
    "<div class=box-small lang=en-GB><p>seven</p></div>";

Document page() {
  HtmlLimits limits;
  limits.detail = Detail::everything;
  return std::move(*parse_html(k_page, limits));
}

std::string texts(std::string_view css) {
  const Document document = page();
  const Expected<std::vector<NodeId>> found = select(document, css);
  if (!found) return "error: " + found.error().message;
  std::string all;
  for (NodeId id : *found) all += (all.empty() ? "" : "|") + document.text_of(id);
  return all;
}

std::string xpath(std::string_view expression) {
  const Document document = page();
  const Expected<std::vector<XPathHit>> found = select_xpath(document, expression);
  if (!found) return "error";
  std::string all;
  for (const XPathHit& hit : *found)
    all += (all.empty() ? "" : "|") + (hit.value.empty() ? document.text_of(hit.node) : hit.value);
  return all;
}

}  // namespace

TEST_CASE("CSS selectors select as browsers do") {
  CHECK(texts("h2") == "one");
  CHECK(texts("#main > p") == "two|three");
  CHECK(texts("p.lead") == "two");
  CHECK(texts(".box p") == "two|three");
  CHECK(texts("h2 + p") == "two");
  CHECK(texts("h2 ~ p") == "two|three");
  CHECK(texts("p:not(.lead)") == "three|seven");
  CHECK(texts("li:nth-child(odd)") == "4|6");
  CHECK(texts("li:nth-child(2)") == "5");
  CHECK(texts("li:last-child") == "6");
  CHECK(texts("p:nth-of-type(2)") == "three");
  CHECK(texts("[lang|=en] p") == "seven");
  CHECK(texts("[class^='box-']") == "seven");
  CHECK(texts("li[data-x=\"A\" i]") == "4");
  CHECK(texts("h2, li:first-child") == "one|4");
  CHECK(texts("div *:is(h2, .lead)") == "one|two");
}

TEST_CASE("a wrong selector names its column") {
  CHECK(texts("p:hover").find("column") != std::string::npos);
  CHECK(texts("").find("column 1") != std::string::npos);
  CHECK(texts("p >").find("error") == 0);
  CHECK(texts("[a=").find("error") == 0);
}

TEST_CASE("XPath expressions of site rules find elements, attributes and strings") {
  CHECK(xpath("//p[@class='lead']") == "two");
  CHECK(xpath("//div[contains(concat(' ',normalize-space(@class),' '),' box ')]/p[2]") == "three");
  CHECK(xpath("//li/@data-x") == "a");
  CHECK(xpath("substring-after(//h2, 'o')") == "ne");
  CHECK(xpath("//p | //h2") == "one|two|three|seven");
  CHECK(xpath("//p[") == "error");
  CHECK(xpath("//nothing") == "");
}

TEST_CASE("an XPath that would take for ever is ended") {
  std::string page;
  for (int i = 0; i < 3000; ++i) page += "<p>x</p>";
  const Expected<Document> document = parse_html(page);
  REQUIRE(document);
  const Expected<std::vector<XPathHit>> found = select_xpath(*document, "//p[count(//p[count(//p) > 1]) > 1]");
  REQUIRE_FALSE(found);
  CHECK(found.error().kind == ErrorKind::limit);
}
