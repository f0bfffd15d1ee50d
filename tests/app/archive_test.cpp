#include "app/archive.h"

#include <catch2/catch.hpp>

#include "app/pipeline.h"
#include "tests/storage/samples.h"
#include "tests/support/temporary_folder.h"

using namespace vigie;
using test::at;

namespace {

const Knowledge& knowledge() {
  static const Knowledge k_knowledge = [] {
    const std::string config = VIGIE_CONFIG;
    return std::move(
        *load_knowledge({config + "/lexicon", config + "/states.toml", config + "/actors.toml"}, UrlRules{}));
  }();
  return k_knowledge;
}

struct Stored {
  test::TemporaryFolder folder;
  storage::Database database = test::open_new(folder.file("vigie.db"));
  Archive archive{database, std::nullopt, at("2026-11-24")};
  int number = 0;

  std::int64_t add(const char* published, const char* language, const char* title, const char* text) {
    Article article;
    article.url = "https://a.example/" + std::to_string(++number);
    article.title = title;
    article.text = text;
    article.language = language;
    article.published = Date{at(published), Precision::second, true};
    AssessedArticle judged = judge(std::move(article), DocumentContext{}, knowledge());
    INFO(title);
    REQUIRE(judged.assessment.relevant);
    storage::Transaction transaction(database);
    const std::int64_t story = archive.store(std::move(judged), nullptr, at("2026-11-24")).story;
    transaction.commit();
    return story;
  }

  std::int64_t follows(std::int64_t story) const {
    return storage::StoryStore(const_cast<storage::Database&>(database)).row(story)->follows;
  }
};

}  // namespace

TEST_CASE("a sanction, an indictment and a denial of the next year follow the story of their event") {
  Stored stored;
  const std::int64_t port = stored.add(
      "2025-03-02T08:00:00Z", "en", "Chinese hackers APT31 broke into the port of Rotterdam, Netherlands says",
      "The Netherlands accused China of a cyberattack on the port of Rotterdam. Minister Brekelmans said the hackers "
      "of APT31 stole 4200 documents from the port of Rotterdam.");
  const std::int64_t grid = stored.add(
      "2025-03-05T08:00:00Z", "en", "Russian hackers of Sandworm attacked substations near Lutsk, Ukraine says",
      "Ukraine accused Russia of a cyberattack on 17 substations near Lutsk. The hackers of Sandworm cut the "
      "power supply of Lutsk.");
  // Whatever came between has moved the window on.
  stored.add("2026-04-05T08:00:00Z", "en", "North Korean hackers Lazarus Group stole from an exchange in Seoul",
             "South Korea accused North Korea of a cyberattack on a currency exchange in Seoul by the Lazarus Group.");
  const std::int64_t sanction = stored.add(
      "2026-04-09T08:00:00Z", "en", "EU sanctions Chinese hackers of APT31 over the hack of the port of Rotterdam",
      "The European Union imposed sanctions on China's hackers of APT31 for the cyberattack on the port of Rotterdam "
      "in the Netherlands, in which 4200 documents were stolen.");
  CHECK(sanction != port);
  CHECK(stored.follows(sanction) == port);
  const std::int64_t charges = stored.add(
      "2026-06-01T08:00:00Z", "en", "Ukraine indicts Russian officers of Sandworm over attack on Lutsk substations",
      "Ukraine charged three officers of Russia's Sandworm hackers over the cyberattack on 17 substations near Lutsk.");
  CHECK(stored.follows(charges) == grid);
}

TEST_CASE("a sanction over another event does not follow one of the same actor") {
  Stored stored;
  stored.add("2025-03-02T08:00:00Z", "en", "Chinese hackers APT31 broke into the port of Rotterdam, Netherlands says",
             "The Netherlands accused China of a cyberattack on the port of Rotterdam. Minister Brekelmans said the "
             "hackers of APT31 stole 4200 documents from the port of Rotterdam.");
  const std::int64_t other = stored.add(
      "2026-04-09T08:00:00Z", "en", "Czechia summons Chinese ambassador over espionage against its foreign ministry",
      "The Czech foreign minister Lipavsky accused China of a cyberattack on an unclassified network of the ministry "
      "in "
      "Prague since 2022, attributed to APT31.");
  CHECK(stored.follows(other) == 0);
}
