#pragma once

#include <catch2/catch.hpp>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/daemon.h"
#include "app/session.h"
#include "storage/article_store.h"
#include "tests/support/loopback_server.h"
#include "tests/support/temporary_folder.h"

namespace vigie::test {

inline std::shared_ptr<const Knowledge> shipped_knowledge() {
  static const std::shared_ptr<const Knowledge> knowledge = [] {
    const std::string config = VIGIE_CONFIG;
    Expected<Knowledge> loaded =
        load_knowledge({config + "/lexicon", config + "/states.toml", config + "/actors.toml"}, {});
    REQUIRE(loaded);
    return std::make_shared<const Knowledge>(std::move(*loaded));
  }();
  return knowledge;
}

inline std::string rss(const std::string& base, int count) {
  std::string out = "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Ministry</title>";
  for (int i = 0; i < count; ++i) {
    const std::string n = std::to_string(i);
    out += "<item><title>Ministry blames China-linked hackers APT31 for cyberattack number " + n + "</title><link>" +
           base + "/a/" + n + ".html</link><pubDate>Mon, 23 Nov 2026 10:0" + n + ":00 GMT</pubDate></item>";
  }
  return out + "</channel></rss>";
}

inline std::string page(const std::string& title) {
  std::string body;
  for (int i = 0; i < 6; ++i) {
    body +=
        "<p>The foreign ministry accused the Chinese state-sponsored group APT31 of a cyberattack on its networks, "
        "paragraph " +
        std::to_string(i) + " of the statement, and called on Beijing to stop such intrusions.</p>";
  }
  return "<html lang=en><head><title>" + title + "</title></head><body><article><h1>" + title + "</h1>" + body +
         "</article></body></html>";
}

/// A site of one feed and its pages, and a daemon that may be run against it again and again.
struct World {
  World() {
    server.route("/feed.xml", [this](const ServerRequest& request) {
      if (request.header("If-None-Match") == "\"v1\"") return status_response(304);
      ServerResponse response = text_response(rss(server.url("", "127.0.0.1"), entries), "application/rss+xml");
      response.headers = {{"ETag", "\"v1\""}};
      return response;
    });
    server.route("/robots.txt", text_response("User-agent: *\nDisallow: /a/2.html\n"));
    server.route_rest([this](const ServerRequest& request) {
      if (!request.path.starts_with("/a/")) return status_response(404);
      return text_response(page("Statement " + request.path), "text/html; charset=utf-8");
    });
    config.database = folder.file("vigie.db");
    config.network.allow_addresses = {"127.0.0.0/8"};
    config.network.politeness_delay = seconds{0};
    config.fetch = FetchPolicy::all;
    config.evidence.folder = folder.file("evidence");
    config.polling.start_spread = seconds{0};
  }

  Source source(const std::string& id, const std::string& path) const {
    Source made;
    made.id = id;
    made.url = server.url(path, "127.0.0.1");
    made.publisher = id;
    made.authority = Authority::government;
    return made;
  }

  /// One pass with the real daemon; `stop` may ask it to end early.
  std::size_t pass(std::vector<Source> sources, bool all = true, const std::function<Signals()>& signals = {}) {
    Expected<storage::Database> database = storage::Database::open_writer(config.database);
    REQUIRE(database);
    if (prepare) prepare(*database);
    RunOptions options;
    options.once = true;
    options.all = all;
    options.progress = Progress::Mode::silent;
    Daemon daemon(
        options, config, std::move(sources), knowledge, *database,
        signals ? signals : [] { return Signals{}; }, [] { return std::optional<Reloaded>{}; });
    CHECK(daemon.run() == ExitCode::done);
    return daemon.failed_sources();
  }

  template <typename Look>
  auto look(const Look& look) {
    Expected<storage::Database> database = storage::Database::open_reader(config.database);
    REQUIRE(database);
    return look(*database);
  }
  std::int64_t articles() {
    return look([](storage::Database& database) { return storage::ArticleStore(database).count(); });
  }
  std::optional<storage::UrlRecord> url(const std::string& path) {
    return look(
        [&](storage::Database& database) { return storage::UrlStore(database).find(server.url(path, "127.0.0.1")); });
  }

  TemporaryFolder folder;
  LoopbackServer server;
  Config config;
  std::shared_ptr<const Knowledge> knowledge = shipped_knowledge();
  int entries = 4;
  std::function<void(storage::Database&)> prepare;  // of the database of each pass
};

}  // namespace vigie::test
