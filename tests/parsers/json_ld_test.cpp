#include "parsers/json_ld.h"

#include <catch2/catch.hpp>
#include <string>

using namespace vigie::parsers;

namespace {

LinkedArticle first(std::string_view json) {
  const LinkedData data = read_linked_data({json});
  REQUIRE_FALSE(data.articles.empty());
  return data.articles.front();
}

}  // namespace

TEST_CASE("an article is found in a graph and its author by reference") {
  const LinkedArticle article = first(
      R"({"@context":"https://schema.org","@graph":[{"@type":"WebPage","name":"page"},
      {"@type":["NewsArticle","Article"],"headline":"H","datePublished":"2026-01-02","author":{"@id":"#p"}},
      {"@type":"Person","@id":"#p","name":"Ada"},{"@type":"WebSite","name":"Site"}]})");
  CHECK(article.type == "NewsArticle");
  CHECK(article.headline == "H");
  CHECK(article.published == "2026-01-02");
  REQUIRE(article.authors.size() == 1);
  CHECK(article.authors[0].name == "Ada");
}

TEST_CASE("authors come as string, object, array and array of names") {
  CHECK(first(R"({"@type":"Article","headline":"h","author":"Ada"})").authors[0].name == "Ada");
  CHECK(first(R"({"@type":"Article","headline":"h","author":[{"name":"Ada"},{"name":"Bob"}]})").authors.size() == 2);
  CHECK(
      first(R"({"@type":"Article","headline":"h","author":{"@type":"Person","name":["Ada","Bob"]}})").authors.size() ==
      2);
  CHECK(first(R"({"@type":"Article","headline":"h","author":{"givenName":"Ada","familyName":"Byron"}})")
            .authors[0]
            .name == "Ada Byron");
}

TEST_CASE("broken JSON is mended") {
  CHECK(first("{\"@type\":\"Article\",\"headline\":\"two\nlines\"}").headline == "two lines");
  CHECK(first("<!-- {\"@type\":\"Article\",\"headline\":\"h\",} -->").headline == "h");
  CHECK(first("//<![CDATA[\n{\"@type\":\"Article\",\"headline\":\"h\"};\n//]]>").headline == "h");
  CHECK(first("{\"@type\":\"Article\",\"headline\":\"a \"quoted\" word\"}").headline == "a \"quoted\" word");
  CHECK(first("{\"@type\":\"Article\",\"headline\":\"it\\'s\"}").headline == "it's");
  CHECK(first("{&quot;@type&quot;:&quot;Article&quot;,&quot;headline&quot;:&quot;h&quot;}").headline == "h");
}

TEST_CASE("what cannot be mended still gives its plain fields") {
  const LinkedData data =
      read_linked_data({"{\"@type\":\"NewsArticle\",\"headline\":\"h\",\"datePublished\":\"2026-01-02\" oops"});
  CHECK(data.unreadable == 1);
  REQUIRE(data.articles.size() == 1);
  CHECK(data.articles[0].published == "2026-01-02");
}

TEST_CASE("teasers in lists stand behind the page's own article") {
  const LinkedArticle article = first(
      R"([{"@type":"ItemList","itemListElement":[{"@type":"NewsArticle","headline":"teaser","datePublished":"2026-01-01"}]},
      {"@type":"NewsArticle","headline":"own"}])");
  CHECK(article.headline == "own");
}

TEST_CASE("live-blog posts are read in order") {
  const LinkedArticle article = first(
      R"({"@type":"LiveBlogPosting","headline":"live","liveBlogUpdate":[{"headline":"a","articleBody":"A"},{"headline":"b","articleBody":"B"}]})");
  REQUIRE(article.posts.size() == 2);
  CHECK(article.posts[1].body == "B");
}

TEST_CASE("nesting without end is not followed") {
  std::string deep(100'000, '[');
  CHECK(read_linked_data({deep}).articles.empty());
  std::string objects;
  for (int i = 0; i < 5000; ++i) objects += "{\"a\":";
  CHECK(read_linked_data({objects}).articles.empty());
}
