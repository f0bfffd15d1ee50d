#include "parsers/xml_scanner.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

using namespace vigie::parsers;

namespace {

std::vector<std::string> tags_of(std::string_view text) {
  std::vector<std::string> names;
  XmlScanner scanner(text);
  for (XmlTag tag = scanner.next(); tag.kind != XmlTag::Kind::done; tag = scanner.next()) {
    const char* mark = tag.kind == XmlTag::Kind::end ? "/" : tag.kind == XmlTag::Kind::empty ? "." : "";
    names.push_back(mark + std::string(tag.name));
  }
  return names;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("comments, instructions, CDATA sections and document types hide their tags") {
  CHECK(tags_of("<?xml version='1.0'?><!DOCTYPE a [<!ENTITY e '<x/>'>]><a><!-- <b> --><![CDATA[<c>]]><d/></a>") ==
        Names{"a", ".d", "/a"});
}

TEST_CASE("a bracket that opens no tag is text") { CHECK(tags_of("<a>1 < 2 <3 <> < b></a>") == Names{"a", "/a"}); }

TEST_CASE("a tag that never closes ends before the next one") {
  CHECK(tags_of("<a <b>x</b") == Names{"a", "b", "/b"});
  CHECK(tags_of("<a href=\"x><b/>") == Names{"a", ".b"});
}

TEST_CASE("an unclosed comment ends at the next bracket") { CHECK(tags_of("<!-- x ><a/>") == Names{".a"}); }

TEST_CASE("attributes are found however they are written") {
  const XmlTag tag = XmlScanner("<a one='1' TWO = \"&amp;2\" three=3 four five='x>y'/>").next();
  CHECK(tag.kind == XmlTag::Kind::empty);
  CHECK(attribute(tag, "one") == "1");
  CHECK(attribute(tag, "two") == "&2");
  CHECK(attribute(tag, "three") == "3");
  CHECK(attribute(tag, "four") == "");
  CHECK(attribute(tag, "five") == "x>y");
  CHECK_FALSE(attribute(tag, "six"));
}

TEST_CASE("entities of the internal subset are replaced once, external ones never") {
  XmlScanner scanner(
      "<!DOCTYPE r [<!ENTITY name \"value\"><!ENTITY file SYSTEM \"file:///etc/passwd\"><!ENTITY twice "
      "\"&name;\">]><r>");
  scanner.next();
  CHECK(decode_xml("&name; &file; &twice;", scanner.entities()) == "value &file; &name;");
}

TEST_CASE("decoding opens CDATA, drops comments and keeps tags") {
  CHECK(decode_xml("a<![CDATA[<b>&amp;]]>c<!-- d -->&lt;<i>", {}) == "a<b>&amp;c<<i>");
  CHECK(inline_markup("a<![CDATA[<b>]]>&amp;<i>", {}) == "a&lt;b&gt;&amp;<i>");
}

TEST_CASE("hostile markup takes linear time") {
  for (const char* piece : {"<!--", "<![CDATA[", "<?", "<a b='", "<a \"", "<", "</", "&#"}) {
    std::string text;
    while (text.size() < 2'000'000) text += piece;
    CHECK(tags_of(text).size() <= text.size());
    CHECK(decode_xml(text, {}).size() <= text.size());
  }
}
