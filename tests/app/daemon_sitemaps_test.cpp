#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "tests/app/crawl_world.h"

using namespace vigie;
using test::World;

namespace {

std::string sitemap(const std::string& base, int first, int count) {
  std::string out = "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">";
  for (int i = first; i < first + count; ++i) {
    out += "<url><loc>" + base + "/a/" + std::to_string(i) + ".html</loc><lastmod>2026-11-23</lastmod></url>";
  }
  return out + "</urlset>";
}

// An index of `base`'s two children; `lastmod` as it stands in the index, or empty.
std::string sitemap_index(const std::string& base, const std::string& lastmod) {
  std::string out = "<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">";
  for (const char* child : {"/posts-1.xml", "/posts-2.xml.gz"}) {
    out += "<sitemap><loc>" + base + child + "</loc>" + lastmod + "</sitemap>";
  }
  return out + "</sitemapindex>";
}

struct SitemapWorld : World {
  explicit SitemapWorld(const std::string& lastmod) {
    const std::string base = server.url("", "127.0.0.1");
    server.route("/sitemap.xml", test::text_response(sitemap_index(base, lastmod), "application/xml"));
    server.route("/posts-1.xml", test::text_response(sitemap(base, 10, 3), "application/xml"));
    server.route("/posts-2.xml.gz", test::text_response(test::gzip(sitemap(base, 20, 2)), "application/gzip"));
  }
  Source index() const {
    Source made = source("sitemap", "/sitemap.xml");
    made.kind = SourceKind::sitemap;
    return made;
  }
  FetchOutcome last_outcome() {
    return look([](storage::Database& database) {
      return storage::SourceStore(database).outcomes_of_source("sitemap", 9).at(0);
    });
  }
};

}  // namespace

TEST_CASE("the children of a sitemap index are one poll of it, gzipped ones too") {
  SitemapWorld world("<lastmod>2026-11-24</lastmod>");
  CHECK(world.pass({world.index()}) == 0);
  CHECK(world.articles() == 5);
  CHECK(world.server.hits("/posts-1.xml") == 1);
  const auto state =
      world.look([](storage::Database& database) { return storage::SourceStore(database).find("sitemap").value(); });
  CHECK(state.polls == 1);
  CHECK(state.last_entry_count == 5);
  CHECK(state.consecutive_errors == 0);
}

TEST_CASE("a child of a sitemap index that fails is told, and costs the others nothing") {
  SitemapWorld world("");  // without dates the children are asked again, whatever day it is
  world.server.route("/posts-1.xml", test::status_response(500));
  CHECK(world.pass({world.index()}) == 0);
  CHECK(world.articles() == 2);
  world.server.route("/posts-2.xml.gz", test::status_response(404));
  CHECK(world.pass({world.index()}) == 1);
}

TEST_CASE("an index without dates is asked in full again, and its children that bring nothing are no failure") {
  SitemapWorld world("");
  CHECK(world.pass({world.index()}) == 0);
  world.server.clear_log();
  CHECK(world.pass({world.index()}) == 0);
  CHECK(world.server.hits("/posts-1.xml") == 1);
  CHECK(world.server.hits("/a/10.html") == 0);
  CHECK(world.last_outcome().new_entries == 0);
  CHECK(world.articles() == 5);
}

TEST_CASE("a child of a dated index that failed is asked again until it answers, over restarts, and no longer") {
  SitemapWorld world("<lastmod>2026-01-01</lastmod>");  // long before every poll
  world.server.route("/posts-1.xml", test::status_response(500));
  world.pass({world.index()});
  CHECK(world.articles() == 2);
  world.server.route("/posts-1.xml",
                     test::text_response(sitemap(world.server.url("", "127.0.0.1"), 10, 3), "text/xml"));
  world.server.clear_log();
  world.pass({world.index()});
  CHECK(world.articles() == 5);
  CHECK(world.server.hits("/posts-1.xml") == 1);
  CHECK(world.server.hits("/posts-2.xml.gz") == 0);
  world.pass({world.index()});
  CHECK(world.server.hits("/posts-1.xml") == 1);
}

TEST_CASE("the children of an index are asked conditionally after a restart too") {
  SitemapWorld world("");
  world.server.route("/posts-1.xml", [&](const test::ServerRequest& request) {
    if (request.header("If-None-Match") == "\"c1\"") return test::status_response(304);
    test::ServerResponse response =
        test::text_response(sitemap(world.server.url("", "127.0.0.1"), 10, 3), "application/xml");
    response.headers = {{"ETag", "\"c1\""}};
    return response;
  });
  world.pass({world.index()});
  world.server.clear_log();
  world.pass({world.index()});
  const auto log = world.server.log();
  const auto asked =
      std::find_if(log.begin(), log.end(), [](const auto& entry) { return entry.path == "/posts-1.xml"; });
  REQUIRE(asked != log.end());
  CHECK(asked->header("If-None-Match") == "\"c1\"");
}
