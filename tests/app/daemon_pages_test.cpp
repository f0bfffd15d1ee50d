// What the daemon knows of a site beyond its general reader: lines its pages repeat, and a rule of its own.
#include <array>
#include <catch2/catch.hpp>
#include <fstream>
#include <string>

#include "tests/app/crawl_world.h"

using namespace vigie;
using test::World;

namespace {

const std::string k_repeated =
    "Whoever knows more may write to the desk of this paper by post, and the desk answers every letter within a week.";

/// An article like no other of the site but for one paragraph in its midst.
std::string page_on(std::size_t number) {
  static constexpr std::array<const char*, 6> k_bodies = {"harbour",    "railway", "hospital",
                                                          "parliament", "airport", "waterworks"};
  static constexpr std::array<const char*, 6> k_finds = {"letters",  "timetables", "records",
                                                         "speeches", "manifests",  "drawings"};
  const std::string body = k_bodies.at(number);
  const std::string find = k_finds.at(number);
  return "<html lang=en><head><title>Attack on the " + body + "</title></head><body><article><h1>Attack on the " +
         body + "</h1><p>The " + body +
         " of the capital was attacked over its network in spring, the ministry said, and " + find +
         " were copied.</p><p>" + k_repeated + "</p><p>Engineers of the " + body +
         " found the intruders only when somebody asked for " + find + " that had been deleted.</p><p>Nobody at the " +
         body + " had been told to keep copies of the " + find +
         ", a union said on Tuesday.</p></article></body></html>";
}

std::string text_of(World& world, const std::string& path) {
  const auto stored = world.look([&](storage::Database& database) {
    return storage::ArticleStore(database).find_by_url(world.server.url(path, "127.0.0.1"));
  });
  REQUIRE(stored);
  return stored->article.text;
}

bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a line that four stored articles of a source repeat is left out of what the daemon stores next") {
  World world;
  for (std::size_t i = 0; i < 6; ++i)
    world.server.route("/a/" + std::to_string(i) + ".html", test::text_response(page_on(i), "text/html"));
  const auto feed = [&](int entries) {
    return test::text_response(test::rss(world.server.url("", "127.0.0.1"), entries), "application/rss+xml");
  };
  world.server.route("/feed.xml", feed(5));  // the page of number 2 is closed to robots
  world.pass({world.source("paper", "/feed.xml")});
  CHECK(holds(text_of(world, "/a/0.html"), k_repeated));
  world.server.route("/feed.xml", feed(6));
  world.pass({world.source("paper", "/feed.xml")});
  const std::string text = text_of(world, "/a/5.html");
  CHECK_FALSE(holds(text, k_repeated));
  CHECK(holds(text, "The waterworks of the capital was attacked"));
  CHECK(holds(text, "a union said on Tuesday"));
}

TEST_CASE("the daemon reads the pages of a host by the rule written for it") {
  World world;
  const test::TemporaryFolder rules;
  std::ofstream(rules.file("127.0.0.1.txt")) << "title: //footer/h4\nbody: //footer\nstrip: //h4\n";
  const std::string config = VIGIE_CONFIG;
  Expected<Knowledge> knowledge = load_knowledge(
      {config + "/lexicon", config + "/states.toml", config + "/actors.toml", rules.path().string()}, {});
  REQUIRE(knowledge);
  world.knowledge = std::make_shared<const Knowledge>(std::move(*knowledge));
  world.server.route("/a/0.html",
                     test::text_response("<html lang=en><body><div class=nav><p>Our office is open from Monday to "
                                         "Friday, from nine in the morning until five in the afternoon.</p></div>"
                                         "<footer><h4>Statement on the intrusion</h4><p>The ministry condemns the "
                                         "intrusion into its network.</p></footer></body></html>",
                                         "text/html"));
  world.entries = 1;
  world.pass({world.source("ministry", "/feed.xml")});
  CHECK(text_of(world, "/a/0.html") == "The ministry condemns the intrusion into its network.");
}
