#include "parsers/charset.h"

#include <catch2/catch.hpp>

using namespace vigie::parsers;
using namespace std::string_literals;

TEST_CASE("labels mean what the Encoding Standard says") {
  CHECK(encoding_for_label("ISO-8859-1") == "windows-1252");
  CHECK(encoding_for_label(" Latin1\t") == "windows-1252");
  CHECK(encoding_for_label("gb2312") == "gbk");
  CHECK(encoding_for_label("x-sjis") == "shift_jis");
  CHECK(encoding_for_label("utf8") == "utf-8");
  CHECK_FALSE(encoding_for_label("utf-7"));
  CHECK_FALSE(encoding_for_label(""));
}

TEST_CASE("a byte order mark outweighs every declaration") {
  const Decoded text = decode("\xEF\xBB\xBF<meta charset=koi8-r>é", "text/html; charset=windows-1251", Markup::html);
  CHECK(text.encoding == "utf-8");
  CHECK(text.evidence == "bom");
  CHECK(text.text == "<meta charset=koi8-r>é");
  CHECK(decode("\xFF\xFE"
               "a\0b\0"s,
               "", Markup::plain)
            .text == "ab");
}

TEST_CASE("the HTTP header outweighs what the document says") {
  const Decoded text =
      decode("<?xml version='1.0' encoding='koi8-r'?><a>\xE9</a>", "text/xml; charset=\"ISO-8859-1\"", Markup::xml);
  CHECK(text.encoding == "windows-1252");
  CHECK(text.evidence == "http");
  CHECK(text.text.find("é") != std::string::npos);
}

TEST_CASE("XML and HTML declare their encoding each in its way") {
  CHECK(decode("<?xml version='1.0' encoding='windows-1251'?>\xC0", "", Markup::xml).encoding == "windows-1251");
  CHECK(decode("<html><meta charset=windows-1251>\xC0", "", Markup::html).encoding == "windows-1251");
  CHECK(decode("<meta http-equiv=content-type content='text/html; charset=iso-8859-2'>\xB1", "", Markup::html)
            .text.ends_with("ą"));
  CHECK(decode("<!-- <meta charset=koi8-r> --><meta charset=windows-1251>\xC0", "", Markup::html).encoding ==
        "windows-1251");
}

TEST_CASE("a declaration the bytes prove wrong is overruled") {
  CHECK(decode("<?xml version='1.0' encoding='iso-8859-1'?><a>déjà vu</a>", "", Markup::xml).encoding == "utf-8");
  const Decoded lie = decode(
      "<?xml version='1.0' encoding='utf-8'?><a>\xCF\xF0\xE8\xE2\xE5\xF2, \xEC\xE8\xF0! "
      "\xCA\xE0\xEA \xE4\xE5\xEB\xE0? \xD5\xEE\xF0\xEE\xF8\xEE.</a>",
      "", Markup::xml);
  CHECK(lie.encoding == "windows-1251");
  CHECK(lie.text.find("Привет, мир!") != std::string::npos);
}

TEST_CASE("wrong bytes in the middle do not lose the rest") {
  const Decoded text =
      decode("<a>déjà \xFF vu, naïve, garçon, forêt, hôtel, œuvre</a>", "text/xml; charset=utf-8", Markup::xml);
  CHECK(text.encoding == "utf-8");
  CHECK(text.replaced == 1);
  CHECK(text.text == "<a>déjà � vu, naïve, garçon, forêt, hôtel, œuvre</a>");
  const Decoded pair = decode("\xC4\xE3\xFF\xFF\xBA\xC3", "text/plain; charset=gbk", Markup::plain);
  CHECK(pair.text == "你�好");
}

TEST_CASE("bytes a single-byte encoding leaves undefined are read as the standard reads them") {
  CHECK(decode("\x80\x81\x93", "text/plain; charset=windows-1252", Markup::plain).text == "€\xC2\x81“");
  CHECK(decode("\xAA", "text/plain; charset=windows-1253", Markup::plain).replaced == 1);
}

TEST_CASE("East Asian encodings decode, with the characters of their extensions") {
  CHECK(decode("\x83\x65\x83\x58\x83\x67\x87\x40", "text/plain; charset=shift_jis", Markup::plain).text == "テスト①");
  CHECK(decode("\xA5\xC6\xA5\xB9\xA5\xC8\xA1\xC1", "text/plain; charset=euc-jp", Markup::plain).text == "テスト〜");
  CHECK(decode("\x1B$B%F%9%H\x1B(B!", "text/plain; charset=iso-2022-jp", Markup::plain).text == "テスト!");
  CHECK(decode("\xC7\xD1\xB1\xDB", "text/plain; charset=euc-kr", Markup::plain).text == "한글");
  CHECK(decode("\xA4\xA4\xA4\xE5\xA1\xFE", "text/plain; charset=big5", Markup::plain).text == "中文／");
  CHECK(decode("\x81\x30\x81\x30", "text/plain; charset=gb18030", Markup::plain).text == "\xC2\x80");
}

TEST_CASE("UTF-16 and UTF-32 are known by how a tag looks in them") {
  CHECK(decode("\0<\0?\0x\0m\0l"s, "", Markup::xml).encoding == "utf-16be");
  CHECK(decode("<\0?\0x\0m\0l\0"s, "", Markup::xml).encoding == "utf-16le");
  CHECK(decode("\0\0\0<\0\0\0a"s, "", Markup::xml).encoding == "utf-32be");
  CHECK(decode("h\0e\0l\0l\0o\0 \0w\0o\0r\0l\0d\0"s, "", Markup::plain).text == "hello world");
  CHECK(decode("<?xml version='1.0' encoding='utf-16'?><a/>", "", Markup::xml).encoding == "utf-8");
}

TEST_CASE("encodings the standard left out are read where old feeds name them") {
  const Decoded text = decode("<?xml version='1.0' encoding='cp850'?><a>\x82</a>", "", Markup::xml);
  CHECK(text.encoding == "cp850");
  CHECK(text.text.find("é") != std::string::npos);
}

TEST_CASE("a value that is no character of Unicode is replaced, whoever decodes it") {
  const Decoded text = decode("\0\0\0a\0g\xC1Z"s, "text/plain; charset=ucs4", Markup::plain);
  CHECK(text.text.starts_with("a\xEF\xBF\xBD"));
  CHECK(text.text.find('\xF8') == std::string::npos);
  CHECK(text.replaced > 0);
}

TEST_CASE("undeclared bytes are told apart") {
  CHECK(decode("plain ASCII", "", Markup::html).encoding == "windows-1252");
  CHECK(decode("plain ASCII", "", Markup::xml).encoding == "utf-8");
  CHECK(decode("déjà vu", "", Markup::html).encoding == "utf-8");
  CHECK(decode("He said \x93no\x94 and left it at that.", "", Markup::plain).text ==
        "He said “no” and left it at that.");
  CHECK(decode("<b>\xA5\xED\xA5\xB0\xA5\xA4\xA5\xF3</b>", "", Markup::plain).text == "<b>ログイン</b>");
  CHECK(decode("\x8F\xE8\xE2\xE2 \xAD\xA0\xA8!", "text/plain; charset=nonsense", Markup::plain).evidence ==
        "detection");
}
