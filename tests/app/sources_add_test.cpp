#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>

#include "app/commands.h"
#include "tests/support/loopback_server.h"
#include "tests/support/temporary_folder.h"

using namespace vigie;
using test::LoopbackServer;

namespace {

// What is printed while it lives, for commands write to stdout.
class Captured {
 public:
  explicit Captured(std::string path) : path_(std::move(path)) {
    std::fflush(stdout);
    kept_ = ::dup(STDOUT_FILENO);
    std::FILE* file = std::fopen(path_.c_str(), "w");
    ::dup2(::fileno(file), STDOUT_FILENO);
    std::fclose(file);
  }
  std::string finish() {
    std::fflush(stdout);
    ::dup2(kept_, STDOUT_FILENO);
    ::close(kept_);
    std::ifstream file(path_);
    return {std::istreambuf_iterator<char>(file), {}};
  }

 private:
  std::string path_;
  int kept_ = -1;
};

struct Added {
  ExitCode exit = ExitCode::failed;
  std::string toml;
};

Added add(const std::string& url) {
  const test::TemporaryFolder folder;
  Session session;
  session.config.network.allow_addresses = {"127.0.0.0/8"};
  session.config.network.politeness_delay = seconds{0};
  session.line.arguments = {url};
  Captured captured(folder.file("out"));
  Added added;
  added.exit = command_sources_add(session);
  added.toml = captured.finish();
  return added;
}

std::string feed(const std::string& link) {
  std::string items;
  for (int hour = 10; hour < 20; ++hour) {
    items += "<item><title>Le ministère condamne une attaque informatique contre ses réseaux</title><link>" + link +
             std::to_string(hour) + "</link><pubDate>Mon, 23 Nov 2026 " + std::to_string(hour) +
             ":00:00 GMT</pubDate></item>";
  }
  return "<rss version=\"2.0\"><channel><title>Ministère</title>" + items + "</channel></rss>";
}

bool has(const Added& added, const std::string& line) { return added.toml.find(line + "\n") != std::string::npos; }

}  // namespace

TEST_CASE("a site's feed is found by its link and proposed with language and interval") {
  LoopbackServer server;
  server.route("/", test::text_response("<html><head><link rel=alternate type=application/rss+xml href=/fr/actus.xml>"
                                        "</head><body></body></html>",
                                        "text/html"));
  server.route("/fr/actus.xml", test::text_response(feed(server.url("/a/")), "application/rss+xml"));
  const Added added = add(server.url("/"));
  CHECK(added.exit == ExitCode::done);
  CHECK(has(added, "url = \"" + server.url("/fr/actus.xml") + "\""));
  CHECK(has(added, "language = \"fr\""));
  CHECK(has(added, "publisher = \"Ministère\""));
  CHECK(has(added, "interval_ceiling = \"4h\""));
}

TEST_CASE("a feed that no link names is found at a common path, by what is in it") {
  LoopbackServer server;
  server.route("/", test::text_response("<html><body>Welcome</body></html>", "text/html"));
  server.route("/rss.xml", test::text_response(feed(server.url("/a/")), "text/html"));  // a wrong type
  server.route("/feed.xml", test::text_response("<html><body>Not found</body></html>", "application/rss+xml"));
  const Added added = add(server.url("/"));
  CHECK(has(added, "url = \"" + server.url("/rss.xml") + "\""));
  CHECK(added.toml.find("/feed.xml") == std::string::npos);
}

TEST_CASE("a feed's own address is taken as it is") {
  LoopbackServer server;
  server.route("/x", test::text_response(feed(server.url("/a/")), "application/rss+xml"));
  CHECK(has(add(server.url("/x")), "url = \"" + server.url("/x") + "\""));
  CHECK(server.hits("/rss.xml") == 0);
}

TEST_CASE("without a feed the sitemap that robots.txt names is proposed, an index too") {
  LoopbackServer server;
  server.route("/", test::text_response("<html><body>Welcome</body></html>", "text/html"));
  server.route("/robots.txt", test::text_response("Sitemap: " + server.url("/maps/index.xml") + "\n"));
  server.route("/maps/index.xml", test::text_response("<sitemapindex><sitemap><loc>" + server.url("/maps/posts.xml") +
                                                          "</loc></sitemap></sitemapindex>",
                                                      "application/xml"));
  const Added added = add(server.url("/"));
  CHECK(has(added, "url = \"" + server.url("/maps/index.xml") + "\""));
  CHECK(has(added, "kind = \"sitemap\""));
}

TEST_CASE("a site that offers nothing is said so") {
  LoopbackServer server;
  server.route("/", test::text_response("<html><body>Welcome</body></html>", "text/html"));
  CHECK(add(server.url("/")).exit == ExitCode::nothing_found);
}
