#include "app/site_rules.h"

#include <catch2/catch.hpp>
#include <fstream>

#include "app/pipeline.h"
#include "tests/support/temporary_folder.h"

using namespace vigie;
using test::TemporaryFolder;

namespace {

void write(const std::string& path, const std::string& text) { std::ofstream(path) << text; }

// A page whose statement stands where a general reader would not look for it.
const std::string k_page =
    "<html lang=en><body><div class=nav><p>Our office is open from Monday to Friday, from nine in the morning until "
    "five "
    "in the afternoon, and closed on public holidays.</p></div><footer class=statement><h4>Statement on the "
    "intrusion</h4>"
    "<p>The ministry condemns the intrusion into its network.</p></footer></body></html>";

}  // namespace

TEST_CASE("a page is read by the rule of its host") {
  const TemporaryFolder folder;
  write(folder.file("ministry.example.txt"), "title: //footer/h4\nbody: //footer[@class='statement']\nstrip: //h4\n");
  const std::string config = VIGIE_CONFIG;
  const Expected<Knowledge> knowledge = load_knowledge(
      {config + "/lexicon", config + "/states.toml", config + "/actors.toml", folder.path().string()}, {});
  REQUIRE(knowledge);
  const Page page{k_page, "https://www.ministry.example/statements/1", "text/html"};
  const Expected<AssessedArticle> read = process_article({}, page, {}, *knowledge);
  REQUIRE(read);
  CHECK(read->article.title == "Statement on the intrusion");
  CHECK(read->article.text == "The ministry condemns the intrusion into its network.");
}

TEST_CASE("a rule's file is found by the most exact name of its host") {
  const TemporaryFolder folder;
  write(folder.file("www.a.example.txt"), "body: //p[1]\n");
  write(folder.file("a.example.txt"), "body: //p[2]\n");
  write(folder.file(".b.example.txt"), "body: //p[3]\n");
  const SiteRules rules(folder.path().string());
  const auto body = [&](const char* url) {
    const parsers::SiteRule* rule = rules.find(url);
    return rule ? rule->body.front() : std::string();
  };
  CHECK(body("https://www.a.example/x") == "//p[1]");
  CHECK(body("https://a.example/x") == "//p[2]");
  CHECK(body("https://news.b.example/x") == "//p[3]");
  CHECK(body("https://c.example/x").empty());
  CHECK(body("no address").empty());
  CHECK(rules.find("https://a.example/y") == rules.find("https://a.example/z"));
}

TEST_CASE("a rule with a mistake is told by check and reads nothing") {
  const TemporaryFolder folder;
  write(folder.file("a.example.txt"), "body: //p\nthis is no directive\n");
  CHECK(SiteRules(folder.path().string()).find("https://a.example/") == nullptr);
  const std::vector<Mistake> mistakes = check_site_rules(folder.path().string());
  REQUIRE(mistakes.size() == 1);
  CHECK(mistakes[0].message.find("line 2") != std::string::npos);
  CHECK(check_site_rules(folder.file("nowhere")).empty());
}
