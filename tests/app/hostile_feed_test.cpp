// What a hostile feed or page can make the daemon do: nothing but leave an outcome.
#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "tests/app/crawl_world.h"

using namespace vigie;
using test::World;

namespace {

std::string item(const std::string& link, const std::string& title = "Hackers attack a ministry") {
  return "<item><title>" + title + "</title><link>" + link + "</link></item>";
}

std::string feed(const std::string& items, const std::string& prologue = "") {
  return "<?xml version=\"1.0\"?>" + prologue + "<rss version=\"2.0\"><channel><title>Feed</title>" + items +
         "</channel></rss>";
}

// A world of which 127.0.0.1 alone may be asked, beside 127.0.0.2 with the same routes.
struct GuardedWorld : World {
  GuardedWorld() {
    config.network.allow_addresses = {"127.0.0.1/32"};
    server.also_listen("127.0.0.2");
  }
  std::size_t forbidden_hits() const {
    const auto log = server.log();
    return static_cast<std::size_t>(std::count_if(
        log.begin(), log.end(), [](const auto& request) { return request.local_address != "127.0.0.1"; }));
  }
};

}  // namespace

TEST_CASE("S5: links of a feed lead to no address that is not public, nor do redirects of its pages") {
  GuardedWorld world;
  const std::string port = std::to_string(world.server.port());
  const std::string inner = world.server.url("/a/9.html", "127.0.0.2");
  world.server.route("/a/7.html", test::redirect_response(302, inner));
  world.server.route("/evil", test::text_response(feed(item(inner) + item("http://2130706434:" + port + "/a/8.html") +
                                                       item("file:///etc/passwd") + item("gopher://127.0.0.2/x") +
                                                       item(world.server.url("/a/7.html", "127.0.0.1")))));
  world.pass({world.source("evil", "/evil")});
  CHECK(world.forbidden_hits() == 0);
  CHECK(world.server.hits("/a/7.html") == 1);
  world.look([&](storage::Database& database) {
    const auto outcomes = storage::SourceStore(database).outcomes_of_url(inner, 5);
    REQUIRE(outcomes.size() == 1);
    CHECK(outcomes[0].kind == OutcomeKind::refused_address);
    return 0;
  });
}

TEST_CASE("S6, S7: entities of a feed neither grow nor open files and addresses") {
  GuardedWorld world;
  std::string bomb = "<!DOCTYPE rss [<!ENTITY e0 \"laughing out loud\">";
  for (int i = 1; i < 20; ++i) {
    const std::string last = "&e" + std::to_string(i - 1) + ";";
    bomb += "<!ENTITY e" + std::to_string(i) + " \"" + last + last + last + last + "\">";
  }
  bomb += "]>";
  const std::string files = "<!DOCTYPE rss SYSTEM \"" + world.server.url("/dtd", "127.0.0.1") +
                            "\" [<!ENTITY file SYSTEM \"file:///etc/passwd\"><!ENTITY net SYSTEM \"" +
                            world.server.url("/entity", "127.0.0.1") + "\">]>";
  const std::string link = world.server.url("/a/", "127.0.0.1");
  world.server.route("/bomb", test::text_response(feed(item(link + "b.html", "Attack &e19;"), bomb)));
  world.server.route("/files", test::text_response(feed(item(link + "f.html", "Attack &file;&net;"), files)));
  world.pass({world.source("bomb", "/bomb"), world.source("files", "/files")});
  CHECK(world.server.hits("/dtd") == 0);
  CHECK(world.server.hits("/entity") == 0);
  const auto record = world.url("/a/f.html");
  REQUIRE(record);
  CHECK(record->title.find("root:") == std::string::npos);
}

TEST_CASE("S11: deep nesting, huge attributes and more entries than anyone reads cost a poll, not the daemon") {
  World world;
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<b>";
  std::string many;
  for (int i = 0; i < 60'000; ++i) many += "<item><title>x</title></item>";
  world.server.route("/deep", test::text_response(feed("<item><title>" + deep + "</title></item>")));
  world.server.route("/wide", test::text_response(feed("<item a='" + std::string(3'000'000, 'x') + "'></item>")));
  world.server.route("/many", test::text_response(feed(many)));
  world.server.route("/a/0.html", test::text_response("<html>" + deep, "text/html"));
  world.pass({world.source("deep", "/deep"), world.source("wide", "/wide"), world.source("many", "/many"),
              world.source("ministry", "/feed.xml")});
  CHECK(world.articles() == 4);
}
