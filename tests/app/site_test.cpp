#include "app/site.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <regex>

#include "app/serve_access.h"
#include "model/text.h"
#include "storage/article_store.h"
#include "storage/story_store.h"
#include "tests/support/hostile_cases.h"
#include "tests/support/temporary_folder.h"

using namespace vigie;
using nlohmann::json;

namespace {

Time at(const char* moment) { return parse_iso8601(moment)->at; }

AssessedArticle article_saying(const std::string& text, int number) {
  AssessedArticle article;
  article.source_id = "ministry";
  article.article.url = "https://example.org/" + std::to_string(number);
  article.article.canonical_url = article.article.url;
  article.article.title = text;
  article.article.text = "lighthouse " + text + "\n\nSecond paragraph.";
  article.article.language = "en";
  article.article.site_name = text;
  article.first_seen = at("2026-11-24T12:00:00Z");
  article.assessment.relevant = true;
  article.assessment.relevance = 0.9;
  article.assessment.act = Act::accusation;
  article.assessment.accused_states = {"CN"};
  article.assessment.actors = {text.empty() ? "APT31" : text};
  Attribution said;
  said.attributor = {text, "BE", "ministry_foreign", "", {}, ""};
  said.stance = Stance::asserts;
  said.act = Act::accusation;
  said.accused_states = {"CN"};
  said.victims = {{text, "BE", "company", "", {}, ""}};
  article.assessment.attributions.push_back(said);
  return article;
}

// An archive of one article a hostile case, each its own story.
struct Hosted {
  Hosted() {
    config.database = folder.file("vigie.db");
    config.digest.folder = folder.file("digests");
    const std::string shipped = VIGIE_CONFIG;
    config.lexicons = shipped + "/lexicon";
    config.states = shipped + "/states.toml";
    config.actors = shipped + "/actors.toml";
    config.labels = shipped + "/digest/labels";
    Expected<storage::Database> database = storage::Database::open_writer(config.database);
    REQUIRE(database);
    storage::Transaction transaction(*database);
    storage::ArticleStore articles(*database);
    storage::StoryStore stories(*database);
    int number = 0;
    for (const test::HostileCase& hostile : test::hostile_cases()) {
      const std::int64_t id = articles.put(article_saying(hostile.text, ++number)).id;
      const std::int64_t story = stories.add(now);
      stories.put_article(id, story, "first");
      article_ids.push_back(id);
      story_ids.push_back(story);
    }
    transaction.commit();
    Source source;
    source.id = "ministry";
    source.url = "javascript:alert(1)";
    source.publisher = "<script>alert(1)</script>";
    Expected<std::unique_ptr<Site>> opened = Site::open(config, {source});
    REQUIRE(opened);
    site = std::move(*opened);
  }

  HttpAnswer get(const std::string& path, std::map<std::string, std::string> query = {}, const char* accept = "") {
    HttpRequest request;
    request.method = "GET";
    request.path = path;
    request.query = std::move(query);
    request.accept = accept;
    return site->answer(request, now);
  }

  test::TemporaryFolder folder;
  Config config;
  std::unique_ptr<Site> site;
  std::vector<std::int64_t> article_ids;
  std::vector<std::int64_t> story_ids;
  Time now = at("2026-11-24T18:00:00Z");
};

Hosted& hosted() {
  static Hosted archive;
  return archive;
}

// Every tag is one of ours, none holds a handler or a script's address, quotes are in pairs.
void check_harmless(const HttpAnswer& answer) {
  static const std::regex known(
      "^<(?:!DOCTYPE "
      "html|/?(?:html|head|meta|link|title|body|header|footer|main|nav|section|h1|h2|h3|p|a|ul|ol|li|form|"
      "input|button|span|strong|mark|blockquote|div|table|thead|tbody|tr|th|td)\\b)");
  static const std::regex quoted("\"[^\"]*\"");
  static const std::regex handler("\\son\\w+\\s*=", std::regex::icase);
  static const std::regex address("(?:href|src|action)=\"(?!https?://|/|data:,\")");
  REQUIRE(is_valid_utf8(answer.body));
  const std::string& html = answer.body;
  for (std::size_t open = html.find('<'); open != std::string::npos; open = html.find('<', open + 1)) {
    const std::size_t close = html.find('>', open);
    REQUIRE(close != std::string::npos);
    const std::string tag = html.substr(open, std::min<std::size_t>(close - open + 1, 4000));
    INFO(tag.substr(0, 200));
    const bool good = std::regex_search(tag, known) &&
                      !std::regex_search(std::regex_replace(tag, quoted, ""), handler) &&
                      !std::regex_search(tag, address);
    if (!good) CHECK(good);
  }
  const bool controls = std::any_of(html.begin(), html.end(), [](char c) {
    return (static_cast<unsigned char>(c) < 0x20 && c != '\n') || c == 0x7F;
  });
  CHECK_FALSE(controls);
}

}  // namespace

TEST_CASE("hostile text is harmless on every page") {
  Hosted& archive = hosted();
  for (std::size_t i = 0; i < archive.article_ids.size(); ++i) {
    INFO(test::hostile_cases()[i].name);
    check_harmless(archive.get("/article/" + std::to_string(archive.article_ids[i])));
    check_harmless(archive.get("/story/s" + std::to_string(archive.story_ids[i])));
    check_harmless(archive.get("/search", {{"q", test::hostile_cases()[i].text}}));
  }
  for (const char* path : {"/", "/stories", "/sources", "/digests"}) check_harmless(archive.get(path));
  check_harmless(archive.get("/search", {{"q", "lighthouse"}}));
  check_harmless(archive.get("/search", {{"q", "lighthouse"}, {"page", "2"}}));
}

TEST_CASE("each page has its JSON") {
  Hosted& archive = hosted();
  const auto get = [&](const std::string& path, std::map<std::string, std::string> query = {}) {
    const HttpAnswer answer = archive.get(path, std::move(query), "application/json");
    CHECK(answer.content_type == "application/json");
    return json::parse(answer.body);
  };
  const json hits = get("/search", {{"q", "lighthouse"}});
  CHECK(hits["hits"].size() == 20);
  CHECK(hits["more"] == true);
  CHECK(get("/")["stories"].size() == 15);
  CHECK(get("/stories")["stories"].size() >= 60);
  CHECK(get("/story/s" + std::to_string(archive.story_ids[0]))["statements"].size() == 1);
  CHECK(get("/article/" + std::to_string(archive.article_ids[0]))["assessment"]["accused_states"] == json{"CN"});
  CHECK(get("/sources")["sources"][0]["health"] == "new");
  CHECK(get("/digests")["digests"].empty());
  CHECK(get("/digest/2026-11-24")["date"] == "2026-11-24");
  CHECK(get("/nowhere").contains("error"));
}

TEST_CASE("a wrong query is told with its column, a page that is none with 404") {
  Hosted& archive = hosted();
  const HttpAnswer wrong = archive.get("/search", {{"q", "state:cn (victim:be"}}, "application/json");
  CHECK(wrong.status == 400);
  CHECK(json::parse(wrong.body)["error"].get<std::string>().find("column ") == 0);
  for (const char* path : {"/x", "/story/s0", "/story/s-1", "/story/12", "/article/1x", "/article/99999999999999999999",
                           "/digest/2026-13-01", "/digest/../../etc/passwd", "/digest/", "//", "/metrics/"}) {
    INFO(path);
    CHECK(archive.get(path).status == 404);
  }
}

TEST_CASE("the metrics count what the archive holds") {
  const HttpAnswer answer = hosted().get("/metrics");
  CHECK(answer.content_type.find("text/plain; version=0.0.4") == 0);
  CHECK(answer.body.find("\nvigie_articles " + std::to_string(test::hostile_cases().size()) + "\n") !=
        std::string::npos);
  static const std::regex line("^(?:# (?:HELP|TYPE) vigie_\\w+ .+|vigie_\\w+(?:\\{\\w+=\".*\"\\})? -?\\d+)$");
  std::size_t begin = 0;
  while (begin < answer.body.size()) {
    const std::size_t end = answer.body.find('\n', begin);
    REQUIRE(end != std::string::npos);
    const std::string one = answer.body.substr(begin, end - begin);
    INFO(one);
    CHECK(std::regex_match(one, line));
    begin = end + 1;
  }
}

TEST_CASE("every answer forbids scripts, framing and sniffing") {
  HttpAnswer answer = hosted().get("/");
  add_safety_headers(answer);
  const std::map<std::string, std::string> headers(answer.headers.begin(), answer.headers.end());
  CHECK(headers.at("Content-Security-Policy").find("default-src 'none'") == 0);
  CHECK(headers.at("Content-Security-Policy").find("script-src") == std::string::npos);
  CHECK(headers.at("X-Content-Type-Options") == "nosniff");
  CHECK(headers.at("X-Frame-Options") == "DENY");
  HttpAnswer digest = hosted().get("/digest/2026-11-24");
  add_safety_headers(digest);
  std::size_t policies = 0;
  for (const auto& [name, value] : digest.headers) policies += name == "Content-Security-Policy" ? 1 : 0;
  CHECK(policies == 1);
}
