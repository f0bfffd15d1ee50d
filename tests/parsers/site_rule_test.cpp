#include "parsers/site_rule.h"

#include <catch2/catch.hpp>

using namespace vigie;
using namespace vigie::parsers;

TEST_CASE("a rule file is read as ftr-site-config writes it") {
  const Expected<SiteRule> rule = read_site_rule(
      "# a comment\n"
      "title: //h1\n"
      "body: //div[@id='a:b']\n"
      "body: //article\n"
      "author: //span[@class='by']\n"
      "date: //time/@datetime\n"
      "strip: //aside\n"
      "strip_id_or_class: 'share-bar'\n"
      "strip_image_src: /ads/\n"
      "prune: no\n"
      "autodetect_on_failure: no\n"
      "find_string: <br/>\n"
      "replace_string: <p>\n"
      "replace_string(<div class=\"x\">): <p>\n"
      "tidy: yes\n"
      "test_url: https://example.org/a\n",
      "rules/example.org.txt");
  REQUIRE(rule);
  CHECK(rule->host == "example.org");
  CHECK(rule->title == std::vector<std::string>{"//h1"});
  CHECK(rule->body == std::vector<std::string>{"//div[@id='a:b']", "//article"});
  CHECK(rule->strip_id_or_class == std::vector<std::string>{"share-bar"});
  CHECK(rule->replace_string.size() == 2);
  CHECK(rule->replace_string[0] == std::pair<std::string, std::string>{"<br/>", "<p>"});
  CHECK(rule->replace_string[1] == std::pair<std::string, std::string>{"<div class=\"x\">", "<p>"});
  CHECK_FALSE(rule->prune);
  CHECK_FALSE(rule->autodetect_on_failure);
}

TEST_CASE("a line that is no directive names its number") {
  const Expected<SiteRule> rule = read_site_rule("title: //h1\nnonsense\n");
  REQUIRE_FALSE(rule);
  CHECK(rule.error().kind == ErrorKind::invalid_config);
  CHECK(rule.error().message.find("line 2") == 0);
}

TEST_CASE("a host's rule files are looked for from the most exact name on") {
  CHECK(site_rule_names("www.news.example.org") ==
        std::vector<std::string>{"www.news.example.org.txt", "news.example.org.txt", ".news.example.org.txt",
                                 ".example.org.txt"});
}
