#include "classifier/tokens.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "classifier/letters.h"

using namespace vigie::classifier;

namespace {

std::vector<std::string> words(std::string_view text) {
  TokenStream stream;
  tokenize({}, text, stream);
  std::vector<std::string> out;
  for (const Token& token : stream.tokens) out.emplace_back(stream.folded_of(token));
  return out;
}

std::size_t sentences(std::string_view text) {
  TokenStream stream;
  tokenize({}, text, stream);
  return stream.sentences.size();
}

}  // namespace

TEST_CASE("case, accents and full-width forms are folded away") {
  CHECK(words("Élysée ＡＰＴ Straße") == std::vector<std::string>{"elysee", "apt", "strasse"});
}

TEST_CASE("digits part from letters, and hyphens and apostrophes part words") {
  CHECK(words("APT28") == std::vector<std::string>{"apt", "28"});
  CHECK(words("l'État Rusya'nın") == std::vector<std::string>{"l", "etat", "rusya", "nin"});
}

TEST_CASE("scripts without spaces are read code point by code point, also beside Latin words") {
  CHECK(words("中国APT组织") == std::vector<std::string>{"中", "国", "apt", "组", "织"});
  CHECK(words("GRU가") == std::vector<std::string>{"gru", "가"});
}

TEST_CASE("soft hyphens and direction marks inside a word are nothing") {
  CHECK(words("cyber\u00ADattack") == std::vector<std::string>{"cyberattack"});
}

TEST_CASE("a full stop after an initial, an abbreviation or inside a number ends no sentence") {
  CHECK(sentences("The U.S. Treasury spoke. Dr. Li answered with 3.5 pages.") == 2);
  CHECK(sentences("外交部回应。使馆否认。") == 2);
}

TEST_CASE("spans point into the text as it was given") {
  TokenStream stream;
  tokenize("Título", "Ａ b", stream);
  CHECK(stream.surface_of(stream.tokens[0]) == "Título");
  CHECK(stream.surface_of(stream.tokens[1]) == "Ａ");
  CHECK(stream.tokens[1].begin == 0);
}

TEST_CASE("a sentence without end is cut") {
  std::string endless;
  for (int i = 0; i < 1000; ++i) endless += "word ";
  CHECK(sentences(endless) > 5);
}

TEST_CASE("Cyrillic letters that look Latin can be read as Latin") {
  CHECK(latin_look("арт") == "apt");
  CHECK(latin_look("щит").empty());
}

TEST_CASE("a capital is one in the alphabets of Romanian, Azerbaijani, Vietnamese, Kazakh and Ukrainian too") {
  for (const char32_t capital : U"ȘȚƏẤĐҚҒҮӘЄҐČŁİΩՀ") {
    if (capital != 0) CHECK(is_upper(capital));
  }
  for (const char32_t small : U"șțəấđқғүәєґčłωհ") {
    if (small != 0) CHECK_FALSE(is_upper(small));
  }
}
