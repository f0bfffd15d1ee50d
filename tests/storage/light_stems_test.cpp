#include "storage/light_stems.h"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

#include "storage/stems.h"

using namespace vigie::storage;

TEST_CASE("forms of one word have one stem in languages without Snowball") {
  struct Case {
    const char* language;
    std::vector<const char*> forms;
  };
  const std::vector<Case> cases = {
      {"ukrainian", {"кібератака", "кібератаки", "кібератаку", "кібератак", "кібератаками", "кібератаках"}},
      {"ukrainian", {"російський", "російського", "російська", "російських", "російські"}},
      {"ukrainian", {"уряд", "уряду", "урядом", "уряди"}},
      {"polish", {"cyberatak", "cyberataku", "cyberataki", "cyberataków", "cyberatakami"}},
      {"polish", {"rosyjski", "rosyjskiego", "rosyjska", "rosyjskich"}},
      {"polish", {"haker", "hakerów", "hakera", "hakerom"}},
      {"czech", {"útok", "útoku", "útoky", "útoků", "útokům"}},
      {"czech", {"čínský", "čínského", "čínská", "čínských"}},
      {"czech", {"vláda", "vlády", "vládu", "vládou"}},
      {"bulgarian", {"хакер", "хакери", "хакерите", "хакерът"}},
      {"bulgarian", {"руски", "руските", "руската"}},
      {"slovene", {"napad", "napada", "napadi", "napadov", "napadih"}},
      {"latvian", {"uzbrukums", "uzbrukuma", "uzbrukumi", "uzbrukumiem"}},
      {"hebrew", {"ביטחון", "הביטחון", "והביטחון"}},
      {"hebrew", {"האקרים", "אקרים"}},
      {"persian", {"هکر", "هکرها", "هکرهای"}},
  };
  for (const Case& one : cases) {
    for (const char* form : one.forms) {
      CAPTURE(one.language, form);
      CHECK(light_stem(one.language, form) == light_stem(one.language, one.forms.front()));
    }
  }
}

TEST_CASE("short words and other languages are left alone") {
  CHECK(light_stem("ukrainian", "на") == "на");
  CHECK(light_stem("hebrew", "הוא") == "הוא");
  CHECK(light_stem("polish", "dom") == "dom");
  CHECK(light_stem("klingon", "qapla") == "qapla");
}

TEST_CASE("each stem class has a letter of its own that is part of no word") {
  std::string letters;
  for (std::size_t i = 0; i < stem_classes().size(); ++i) {
    const char letter = stem_letter(static_cast<int>(i));
    CHECK(letters.find(letter) == std::string::npos);
    CHECK_FALSE(((letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9')));
    letters += letter;
  }
}
