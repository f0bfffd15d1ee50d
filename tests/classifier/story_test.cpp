#include <catch2/catch.hpp>

#include "classifier/story.h"

using namespace vigie;
using classifier::StoryIndex;
using classifier::StoryPlacement;

namespace {

AssessedArticle article(const std::string& language, const std::string& title, const std::string& text,
                        const std::string& accused, const std::string& victim, const std::string& actor) {
  AssessedArticle made;
  made.article.language = language;
  made.article.title = title;
  made.article.text = text;
  made.assessment.relevant = true;
  made.assessment.accused_states = {accused};
  made.assessment.victim_states = {victim};
  if (!actor.empty()) {
    made.assessment.actors = {actor};
    ActorMention mention;
    mention.canonical = actor;
    mention.span = {Span::Field::title, 0, 1};
    made.assessment.actor_mentions = {mention};
  }
  return made;
}

constexpr Time k_day{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23}};
const AssessedArticle k_dutch =
    article("nl", "Kabinet: China zit achter hack op haven van Rotterdam",
            "Minister Brekelmans noemt APT31. De haven van Rotterdam verloor 4200 documenten.", "CN", "NL", "APT31");
const AssessedArticle k_russian =
    article("ru", "Нидерланды обвинили Китай во взломе порта Роттердама",
            "Министр Брекельманс назвал группу APT31, похищено 4200 документов.", "CN", "NL", "APT31");
const AssessedArticle k_other =
    article("en", "Ukraine says Sandworm hit substations near Lutsk",
            "CERT-UA reported 17 substations near Lutsk were affected.", "RU", "UA", "Sandworm");

}  // namespace

TEST_CASE("articles of one event in different scripts become one story, another event does not") {
  StoryIndex index;
  CHECK(index.place(k_dutch, k_day).story == 0);
  index.add(1, 10, k_dutch, k_day);
  index.add(2, 20, k_other, k_day);
  const StoryPlacement placement = index.place(k_russian, k_day + seconds{3600});
  CHECK(placement.story == 10);
  CHECK_FALSE(placement.reason.empty());
}

TEST_CASE("the same matter weeks later is a story of its own that follows the first") {
  StoryIndex index;
  index.add(1, 10, k_dutch, k_day);
  const StoryPlacement placement = index.place(k_russian, k_day + seconds{40 * 86400});
  CHECK(placement.story == 0);
  CHECK(placement.follows == 10);
}

TEST_CASE("a syndicated copy joins its original and is told as one") {
  AssessedArticle original = k_dutch;
  original.article.signature = 0xF0F0F0F0F0F0F0F0;
  AssessedArticle copy = original;
  copy.article.signature ^= 0x5;
  StoryIndex index;
  index.add(7, 10, original, k_day);
  CHECK(index.place(copy, k_day).duplicate_of == 7);
}

TEST_CASE("what is older than the window is forgotten") {
  StoryIndex index(seconds{10 * 86400});
  index.add(1, 10, k_dutch, k_day);
  index.add(2, 20, k_other, k_day + seconds{20 * 86400});
  CHECK(index.size() == 1);
  CHECK(index.place(k_russian, k_day).story == 0);
}

TEST_CASE("an article that fits two stories makes them one and says what it shares with each") {
  StoryIndex index;
  index.add(1, 10, k_dutch, k_day);
  index.add(2, 20, k_russian, k_day + seconds{3600});
  const AssessedArticle english =
      article("en", "Netherlands blames China for hack of the port of Rotterdam",
              "Minister Brekelmans named APT31. The port of Rotterdam lost 4200 documents.", "CN", "NL", "APT31");
  const StoryPlacement placement = index.place(english, k_day + seconds{7200});
  CHECK(placement.story == 10);
  REQUIRE(placement.merges.size() == 1);
  CHECK(placement.merges.front().from == 20);
  CHECK(placement.merges.front().into == 10);
  CHECK(placement.merges.front().reason.find("the same actor") != std::string::npos);
  index.add(3, placement.story, english, k_day + seconds{7200}, placement.merges);
  CHECK(index.place(k_russian, k_day + seconds{9000}).story == 10);
}

TEST_CASE("an article that recalls an earlier event in its background stays out of that event's story") {
  StoryIndex index;
  index.add(1, 10, k_dutch, k_day);
  std::string text = "CERT-UA reported 17 substations near Lutsk were affected. Sandworm is blamed. ";
  for (int i = 0; i < 40; ++i) text += "Repair crews worked through the night and supply was restored by noon. ";
  text += "Minister Brekelmans named APT31 for the hack of the port of Rotterdam, which lost 4200 documents.";
  const AssessedArticle recalling =
      article("en", "Ukraine says Sandworm hit substations near Lutsk", text, "RU", "UA", "Sandworm");
  const StoryPlacement placement = index.place(recalling, k_day + seconds{3600});
  CHECK(placement.story == 0);
  CHECK(placement.follows == 0);
}

TEST_CASE("the hundredth copy of a text is still told as a copy") {
  AssessedArticle copy = k_dutch;
  copy.article.signature = 0xF0F0F0F0F0F0F0F0;
  StoryIndex index;
  for (int i = 1; i <= 150; ++i) {
    const StoryPlacement placement = index.place(copy, k_day);
    REQUIRE((i == 1 ? placement.story == 0 : placement.story == 10 && placement.duplicate_of != 0));
    index.add(i, 10, copy, k_day);
  }
}

TEST_CASE("a text in a script without letters is compared by what it can express") {
  AssessedArticle chinese =
      article("zh", "荷兰指控中国黑客入侵鹿特丹港", "部长点名APT31,4200份文件被盗。", "CN", "NL", "APT31");
  AssessedArticle dutch = k_dutch;
  for (AssessedArticle* one : {&chinese, &dutch}) one->assessment.topics = {"accuse", "minister", "transport"};
  StoryIndex index;
  index.add(1, 10, dutch, k_day);
  CHECK(index.place(chinese, k_day + seconds{3600}).story == 10);
}
