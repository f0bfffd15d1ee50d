#include "app/url_rules_file.h"

#include <catch2/catch.hpp>

#include <algorithm>

#include "app/config.h"
#include "model/url.h"
#include "tests/support/temporary_folder.h"

using namespace vigie;
using test::TemporaryFolder;

namespace {

const UrlRules& shipped_rules() {
  static const UrlRules k_rules = [] {
    UrlRules rules;
    std::vector<Mistake> mistakes;
    read_url_rules(std::string(VIGIE_CONFIG) + "/urls.toml", rules, mistakes);
    REQUIRE(mistakes.empty());
    return rules;
  }();
  return k_rules;
}

std::string key(std::string_view url, const UrlRules& rules = shipped_rules()) {
  const Expected<Url> parsed = parse_url(url);
  return parsed ? canonical_key(*parsed, rules) : parsed.error().message;
}

std::string stripped(std::string_view url) { return strip_tracking(parse_url(url).value(), shipped_rules()); }

// The shipped rules and those of a file of this text.
UrlRules extended(const std::string& toml) {
  TemporaryFolder folder;
  UrlRules rules = shipped_rules();
  std::vector<Mistake> mistakes;
  read_url_rules(folder.write("urls.toml", toml), rules, mistakes);
  for (const Mistake& mistake : mistakes) FAIL_CHECK(to_string(mistake));
  return rules;
}

bool has_mistake(const std::vector<Mistake>& mistakes, int line, std::string_view part) {
  return std::any_of(mistakes.begin(), mistakes.end(), [&](const Mistake& mistake) {
    return mistake.line == line && mistake.message.find(part) != std::string::npos;
  });
}

}  // namespace

TEST_CASE("two addresses of one article have one key") {
  const std::string article = "news.example/2026/03/cyber-attack-1234";
  for (const char* twin : {
           "https://news.example/2026/03/cyber-attack-1234",
           "http://www.news.example/2026/03/cyber-attack-1234/",
           "https://m.news.example/2026/03/cyber-attack-1234#comments",
           "https://mobile.news.example/2026/03/cyber-attack-1234?utm_source=rss&UTM_medium=feed",
           "https://amp.news.example/2026/03/cyber-attack-1234?fbclid=x",
           "https://news.example/2026/03/cyber-attack-1234/amp",
           "https://news.example/2026/03/cyber-attack-1234/amp/",
           "https://news.example/amp/2026/03/cyber-attack-1234",
           "https://news.example/2026/03/cyber-attack-1234?amp=1",
           "https://news.example/2026/03/cyber-attack-1234?outputType=amp",
           "https://news.example/2026//03/cyber%2Dattack-1234?",
           "https://news.example:443/2026/03/cyber-attack-1234;jsessionid=0A1B?PHPSESSID=ff",
           "https://user:pw@news.example/2026/03/cyber-attack-1234/index.html?ref=rss",
           "https://news-example.cdn.ampproject.org/c/s/news.example/2026/03/cyber-attack-1234/amp",
           "https://cdn.ampproject.org/v/s/www.news.example/2026/03/cyber-attack-1234?usqp=mq331AQ",
           "https://www.google.com/amp/s/news.example/2026/03/cyber-attack-1234",
       }) {
    INFO(twin);
    CHECK(key(twin) == article);
  }
  CHECK(key("https://news.example/story-1.amp.html") == key("https://news.example/story-1.html"));
  CHECK(key("https://blog.blogspot.com/2026/03/a.html?m=1") == key("https://blog.blogspot.com/2026/03/a.html"));
  CHECK(key("https://news.example./a%2bb?q=%c3%a9") == key("https://news.example/a%2Bb?q=%C3%A9"));
  CHECK(key("https://fr.m.news.example/a-1") == key("https://fr.news.example/a-1"));
}

TEST_CASE("addresses of different articles keep different keys") {
  const std::vector<std::string> different = {
      "https://news.example/article?id=1",
      "https://news.example/article?id=2",
      "https://news.example/article?sid=2",
      "https://news.example/article?m=1&id=2",
      "https://news.example/topic/amp",
      "https://news.example/topic",
      "https://news.example/",
      "https://news.example:8080/",
      "https://de.news.example/",
      "https://news.example/a%2Fb",
      "https://news.example/a/b",
      "https://news.example/A/b",
      "https://news.example/#!/story/1",
      "https://news.example/#!/story/2",
      "https://m.example/",
      "https://amp.dev/",
  };
  for (std::size_t i = 0; i < different.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      INFO(different[i] << " and " << different[j]);
      CHECK(key(different[i]) != key(different[j]));
    }
  }
}

TEST_CASE("stripping tracking leaves the rest of an address as it was") {
  CHECK(stripped("https://www.news.example/a/?b=2&utm_source=x&a=%E9#top") == "https://www.news.example/a/?b=2&a=%E9");
  CHECK(stripped("https://news.example/a?gclid=1") == "https://news.example/a");
  CHECK(stripped("https://news.example/a?x=1%202") == "https://news.example/a?x=1%202");
  CHECK(strip_tracking(parse_url("https://news.example/a?fbclid=1#b").value(), shipped_rules(), Fragment::keep) ==
        "https://news.example/a#b");
}

TEST_CASE("without rules only what url syntax says is one") {
  CHECK(key("https://www.news.example:443/a%2Db//c/?utm_source=x#top", {}) == "www.news.example/a-b/c?utm_source=x");
}

TEST_CASE("a user's rules are added to the shipped ones, and take some away") {
  const UrlRules rules = extended(R"(
tracking_parameters = ["Kanal", "wt_*", "!fbclid"]
twin_labels = ["mobil"]
default_documents = ["start.html"]
)");
  CHECK(key("https://mobil.news.example/a/start.html?kanal=x&wt_a=1&utm_source=y&id=3", rules) ==
        "news.example/a?id=3");
  CHECK(key("https://news.example/a?fbclid=1", rules) == "news.example/a?fbclid=1");
}

TEST_CASE("rules of one site hold on its hosts alone") {
  const UrlRules rules = extended(R"(
[[host]]
name = "news.example"
parameters = ["ref"]
keep = ["cmp"]
[[host]]
name = "news-old.example"
same_as = "news.example"
[[host]]
name = "portal.*"
parameters = ["from"]
)");
  CHECK(key("https://www.news.example/a?ref=1&cmp=2&utm_source=x", rules) == "news.example/a?cmp=2");
  CHECK(key("https://other.example/a?ref=1&cmp=2", rules) == "other.example/a?ref=1");
  CHECK(key("https://badnews.example/a?ref=1", rules) == "badnews.example/a?ref=1");
  CHECK(key("https://www.news-old.example/a", rules) == "news.example/a");
  CHECK(key("https://portal.example/a?from=1", rules) == "portal.example/a");
  CHECK(key("https://x.portal.co.uk/a?from=1", rules) == "x.portal.co.uk/a");
  CHECK(key("https://portal.news.example.org/a?from=1", rules) == "portal.news.example.org/a?from=1");
}

TEST_CASE("every mistake in a table of url rules is told with its line") {
  TemporaryFolder folder;
  UrlRules rules;
  std::vector<Mistake> mistakes;
  read_url_rules(folder.write("urls.toml", R"(
tracking_parameters = ["a b", "*", "x*y"]
session_parameters = ["!none"]
twin_labels = ["m.x"]
default_document = []
[[host]]
name = "localhost"
parameters = ["a"]
[[host]]
name = "a.example"
[[host]]
name = "b.example"
same_as = "b.example"
)"),
                 rules, mistakes);
  CHECK(has_mistake(mistakes, 2, "\"a b\" is no parameter"));
  CHECK(has_mistake(mistakes, 2, "\"*\" is no parameter"));
  CHECK(has_mistake(mistakes, 2, "\"x*y\" is no parameter"));
  CHECK(has_mistake(mistakes, 3, "no \"none\" to take away"));
  CHECK(has_mistake(mistakes, 4, "\"m.x\" is no label"));
  CHECK(has_mistake(mistakes, 5, "default_documents"));
  CHECK(has_mistake(mistakes, 7, "\"localhost\" is no host"));
  CHECK(has_mistake(mistakes, 10, "says nothing"));
  CHECK(has_mistake(mistakes, 13, "no other host"));
  CHECK(mistakes.size() == 9);
}

TEST_CASE("a configuration's own url rules are read with it, their mistakes are its mistakes") {
  TemporaryFolder folder;
  folder.write("mine.toml", "tracking_parameters = [\"kanal\"]\n");
  const LoadedConfig good = load_config(folder.write("good.toml", "urls = \"mine.toml\"\n"));
  CHECK(good.mistakes.empty());
  CHECK(key("https://m.news.example/a?kanal=1&utm_id=2", good.config.url_rules) == "news.example/a");
  const LoadedConfig bad = load_config(folder.write("bad.toml", "urls = \"none.toml\"\n"));
  REQUIRE(bad.mistakes.size() == 1);
  CHECK(bad.mistakes[0].file.ends_with("none.toml"));
}
