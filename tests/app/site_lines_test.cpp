#include "app/site_lines.h"

#include <catch2/catch.hpp>
#include <string>

#include "app/pipeline.h"

using namespace vigie;

namespace {

const std::string k_plea = "Support our reporters: become a member today and read without limits";

std::string article(int number) {
  const std::string n(static_cast<std::size_t>(number) + 1, static_cast<char>('a' + number % 26));
  return "First paragraph " + n + " of the story.\n\nSecond paragraph " + n + ", as told by officials.\n\n" + k_plea;
}

}  // namespace

TEST_CASE("what four articles of a source repeat is left out of its later ones") {
  SiteLines sites;
  CHECK(sites.of("daily") == nullptr);
  for (int i = 0; i < 3; ++i) sites.add("daily", article(i));
  CHECK(sites.of("daily") == nullptr);
  sites.add("daily", article(3));
  const auto lines = sites.of("daily");
  REQUIRE(lines);
  CHECK(lines->contains(k_plea));
  CHECK_FALSE(lines->contains("First paragraph a of the story."));
  CHECK(sites.of("weekly") == nullptr);
}

TEST_CASE("a learned line stays learned though no later article holds it") {
  SiteLines sites;
  for (int i = 0; i < 4; ++i) sites.add("daily", article(i));
  REQUIRE(sites.of("daily"));
  for (int i = 4; i < 60; ++i) {
    const std::string text = article(i);
    sites.add("daily", text.substr(0, text.rfind("\n\n")));
  }
  CHECK(sites.of("daily")->contains(k_plea));
}

TEST_CASE("a page is read without the lines its source repeats") {
  const std::string config = VIGIE_CONFIG;
  const Expected<Knowledge> knowledge =
      load_knowledge({config + "/lexicon", config + "/states.toml", config + "/actors.toml"}, {});
  REQUIRE(knowledge);
  SiteLines sites;
  for (int i = 0; i < 4; ++i) sites.add("daily", article(i));
  const auto lines = sites.of("daily");
  std::string body;
  for (const char* end : {"on Monday", "in March", "at the border"})
    body += "<p>The ministry said that its mail server had been broken into " + std::string(end) +
            ", and named nobody.</p>";
  const std::string bytes = "<html lang=en><body><article><h1>Breach</h1>" + body + "<p>" + k_plea + "</p></article>";
  DocumentContext context;
  context.known_lines = lines.get();
  const Expected<AssessedArticle> read =
      process_article({}, Page{bytes, "https://daily.example/breach", "text/html"}, context, *knowledge);
  REQUIRE(read);
  CHECK(read->article.text.find("at the border") != std::string::npos);
  CHECK(read->article.text.find(k_plea) == std::string::npos);
}
