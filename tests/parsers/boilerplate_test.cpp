#include "parsers/boilerplate.h"

#include <catch2/catch.hpp>

#include "model/text.h"
#include "parsers/boilerplate_phrases.h"

using namespace vigie;
using namespace vigie::parsers;

namespace {

BoilerplateLines learned(const std::vector<std::string_view>& texts) {
  std::vector<std::vector<std::uint64_t>> articles;
  for (std::string_view text : texts) articles.push_back(line_keys(text));
  return learn_boilerplate(articles);
}

PhraseHit hit(std::string_view line) { return find_phrase(fold(line)); }

}  // namespace

TEST_CASE("lines that three articles of a site share are boilerplate") {
  const BoilerplateLines lines =
      learned({"one\n\nfollow our channel for more, 1 January", "two\n\nfollow our channel for more, 2 March",
               "three\n\nfollow our channel for more, 3 March", "four\n\nonce only"});
  CHECK(lines.contains("Follow our channel for more, 9 March") ==
        lines.contains("follow our channel for more, 2 March"));
  CHECK_FALSE(lines.contains("once only"));
  CHECK_FALSE(lines.contains("one"));
}

TEST_CASE("several versions of one article prove nothing") {
  const BoilerplateLines lines =
      learned({"a line\n\nb line\n\nc line\n\nd line", "a line\n\nb line\n\nc line\n\ne line",
               "a line\n\nb line\n\nc line\n\nf line"});
  CHECK(lines.keys.empty());
}

TEST_CASE("phrases are found in many languages") {
  CHECK(hit("Read also: Another story").phrase == Phrase::related);
  CHECK(hit("Lesen Sie auch: Noch eine Geschichte").phrase == Phrase::related);
  CHECK(hit("» À lire aussi Une autre histoire").phrase == Phrase::related);
  CHECK(hit("Читайте также: другая история").phrase == Phrase::related);
  CHECK(hit("بیشتر بخوانید:").phrase == Phrase::related);
  CHECK(hit("関連記事").phrase == Phrase::related);
  CHECK(hit("ข่าวที่เกี่ยวข้อง").phrase == Phrase::related);
  CHECK(hit("קראו גם").phrase == Phrase::related);
  CHECK(hit("यह भी पढ़ें: एक और खबर").phrase == Phrase::related);
  CHECK(hit("Abone ol").phrase == Phrase::newsletter);
  CHECK(hit("© 2026 Example").phrase == Phrase::copyright);
  CHECK(hit("Share").phrase == Phrase::share);
}

TEST_CASE("a phrase that tells only as a whole line is not found inside one") {
  CHECK(hit("Share prices fell on Tuesday").phrase == Phrase::none);
  CHECK(hit("The shared server was attacked").phrase == Phrase::none);
  CHECK(hit("Comments (12)").phrase == Phrase::comments);
  CHECK(hit("").phrase == Phrase::none);
}
