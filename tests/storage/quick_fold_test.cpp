#include "storage/quick_fold.h"

#include <catch2/catch.hpp>

#include "model/text.h"

using namespace vigie;
using namespace vigie::storage;

TEST_CASE("folding by table is folding by ICU, letter by letter and in pairs") {
  const auto check = [](const std::string& word) {
    CAPTURE(word);
    REQUIRE(quick_fold(word) == fold(word));
    REQUIRE(quick_fold_case(word) == fold_case(word));
  };
  for (char32_t c = 0x21; c < 0xFFFF; ++c) {
    if (c >= 0xD800 && c < 0xE000) continue;
    std::string letter;
    append_utf8(letter, c);
    check(letter);
    if (c < 0x700) check("a" + letter + "b");
  }
  for (const char* word : {"Straßburg", "ΣΊΣΥΦΟΣ", "Ёлка", "СЕКРЕТ", "Việt", "אבג״ד", "الوِزارة", "İstanbul", "ﬁnal",
                           "ガット", "ｶﾞｯﾄ", "가나다", "中文字", "e\u0301te\u0301", "Й", "и\u0306"}) {
    check(word);
  }
}
