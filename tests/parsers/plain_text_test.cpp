#include "parsers/plain_text.h"

#include <catch2/catch.hpp>
#include <string>

using namespace vigie::parsers;

TEST_CASE("blocks are parted by a blank line, lines by a line feed, words by one space") {
  CHECK(plain_text("<p>One  <b>two</b>\n three</p><p>Four<br>five</p>") == "One two three\n\nFour\nfive");
  CHECK(plain_text("<ul><li>a</li><li>b</li></ul>") == "a\nb");
  CHECK(plain_text("<tr><td>1</td><td>2</td></tr>") == "1 2");
  CHECK(plain_text("a<br/><br/>b") == "a\n\nb");
  CHECK(plain_text("in<em>ter</em>rupted") == "interrupted");
}

TEST_CASE("references are decoded once and no-break spaces are spaces") {
  CHECK(plain_text("AT&amp;T &amp;lt; &nbsp;x\xC2\xA0y &#8217;") == "AT&T &lt; x y ’");
}

TEST_CASE("what nobody reads is left out") {
  CHECK(plain_text("a<script>var b = '<p>';</script>c<style>p{}</style>") == "ac");
  CHECK(plain_text("a<!-- <b>no</b> -->b<?php x ?>c<!DOCTYPE html>d") == "abcd");
  CHECK(plain_text("a<script>never closed") == "a");
}

TEST_CASE("brackets that open no tag are text") {
  CHECK(plain_text("1 < 2 and 3 > 2") == "1 < 2 and 3 > 2");
  CHECK(plain_text("I <3 you") == "I <3 you");
  CHECK(plain_text("<!DOCTYPE ~") == "<!DOCTYPE ~");
  CHECK(plain_text("broken <a href='x") == "broken <a href='x");
}

TEST_CASE("a quoted attribute may hold a bracket, and a lost quote costs only its tag") {
  CHECK(plain_text("<img alt=\"a<br>b\" src=x>text") == "text");
  CHECK(plain_text("<a href=\"x>one</a> two") == "one two");
}

TEST_CASE("unknown tags are dropped as browsers do, or kept where the text may be plain") {
  CHECK(plain_text("Nice <gorilla> here") == "Nice here");
  CHECK(plain_text("Nice <gorilla> here", UnknownTags::keep) == "Nice <gorilla> here");
  CHECK(plain_text("<o:p>x</o:p> <my-widget>y</my-widget> <zz>w</zz>", UnknownTags::keep) == "x y w");
  CHECK(plain_text("a </example>", UnknownTags::keep) == "a");
}

TEST_CASE("plain text is NFC and free of control characters") {
  CHECK(plain_text("cafe\xCC\x81\x01!") == "café!");
  CHECK(one_line(" a\n\t b\x07 ") == "a b");
  CHECK(tidy_lines("one\ntwo\n\n\n\nthree") == "one\ntwo\n\nthree");
  CHECK(join_lines("a\n\nb\nc") == "a b c");
}

TEST_CASE("text is told from HTML by tags that only HTML has") {
  CHECK(looks_like_html("a <b>c</b>"));
  CHECK(looks_like_html("a<br>b"));
  CHECK_FALSE(looks_like_html("the <title> element"));
  CHECK_FALSE(looks_like_html("1 < 2 > 0"));
}

TEST_CASE("hostile fragments take linear time") {
  std::string comments;
  std::string tags;
  std::string quotes;
  for (int i = 0; i < 200'000; ++i) {
    comments += "<!--";
    tags += "<zz>";
    quotes += "<a b='";
  }
  CHECK(plain_text(comments).size() <= comments.size());
  CHECK(plain_text(tags, UnknownTags::keep).size() <= tags.size());
  CHECK(plain_text(quotes).size() <= quotes.size());
}
