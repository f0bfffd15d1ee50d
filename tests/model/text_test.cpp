#include <catch2/catch.hpp>

#include "model/text.h"

using namespace vigie;

TEST_CASE("a malformed byte sequence becomes one replacement character") {
  CHECK(valid_utf8("a\xC3(") == "a\xEF\xBF\xBD(");
  CHECK(valid_utf8("\xF0\x9F\x98") == "\xEF\xBF\xBD");
  CHECK(valid_utf8("\xED\xA0\x80") == "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
  CHECK(valid_utf8("été") == "été");
}

TEST_CASE("folding joins case, accents, width and invisible characters") {
  CHECK(fold("Pékin") == "pekin");
  CHECK(fold("ＡＰＴ２７") == "apt27");
  CHECK(fold("Straße") == "strasse");
  CHECK(fold("soft\xC2\xADhyphen") == "softhyphen");
  CHECK(fold("Łódź") == "lodz");
  CHECK(fold("فارسی") == fold("فارسي"));
}

TEST_CASE("letters beside each other fold as they do alone, marks with the letter before them") {
  for (const char* letter : {"É", "ß", "Й", "أ", "ـ", "ש", "ﬁ", "ガ", "한", "中", "…", "ŉ"}) {
    CHECK(fold(std::string("x") + letter + "Ü") == "x" + fold(letter) + "u");
  }
  CHECK(fold("E\u0301") == "e");
  CHECK(fold("Caf\u00E9 \U0001F600 \u2019n") == "cafe \U0001F600 'n");
}

TEST_CASE("folding keeps vowel signs that are letters") {
  CHECK(fold("ประเทศไทย") == "ประเทศไทย");
  CHECK(fold("हिन्दी") == "हिन्दी");
  CHECK(fold("が") == "が");
}

TEST_CASE("white space of every kind collapses to one space") {
  CHECK(collapse_space("  a\xC2\xA0\n\tb\xE3\x80\x80 c ") == "a b c");
}

TEST_CASE("words are found without spaces too") {
  CHECK(split_words("two words, 3").size() == 3);
  CHECK(split_words("กระทรวงกลาโหม").size() >= 2);
}

TEST_CASE("controls and bidi overrides are made visible") {
  CHECK(escape_controls("a\x1B[31m\n") == "a\\x1B[31m\\x0A");
  CHECK(escape_controls("a\nb", Newlines::keep) == "a\nb");
  CHECK(escape_controls("\xE2\x80\xAEx") == "\\u{202E}x");
  CHECK(escape_controls("\xFF") == "\\xFF");
}

TEST_CASE("a clip never cuts a code point") { CHECK(clip_utf8("aé", 2) == "a"); }
