#include "parsers/entities.h"

#include <catch2/catch.hpp>

using namespace vigie::parsers;

TEST_CASE("named references are HTML's, with one or two code points") {
  CHECK(decode_references("caf&eacute; &NotEqualTilde; &CounterClockwiseContourIntegral;", ReferencePlace::xml) ==
        "café ≂̸ ∳");
}

TEST_CASE("numeric references read as HTML reads them") {
  CHECK(decode_references("&#233;&#xE9;&#XE9;", ReferencePlace::xml) == "ééé");
  CHECK(decode_references("don&#146;t", ReferencePlace::xml) == "don’t");
  CHECK(decode_references("&#0;&#xD800;&#x110000;&#99999999999999;", ReferencePlace::xml) == "����");
  CHECK(decode_references("a&#1;b", ReferencePlace::xml) == "ab");
}

TEST_CASE("a reference without its semicolon counts in HTML text only, and never inside a query") {
  CHECK(decode_references("&copy 2026", ReferencePlace::html_text) == "© 2026");
  CHECK(decode_references("&copy 2026", ReferencePlace::xml) == "&copy 2026");
  CHECK(decode_references("?a=1&copy=2", ReferencePlace::html_attribute) == "?a=1&copy=2");
  CHECK(decode_references("?a=1&copy=2", ReferencePlace::html_text) == "?a=1©=2");
  CHECK(decode_references("&notit;", ReferencePlace::html_text) == "¬it;");
}

TEST_CASE("what is no reference stays as it is") {
  for (const char* text : {"&", "AT&T", "a & b", "&;", "&#;", "&#x;", "&nosuchname;", "100%&"}) {
    CHECK(decode_references(text, ReferencePlace::xml) == text);
    CHECK(decode_references(text, ReferencePlace::html_text) == text);
  }
}
