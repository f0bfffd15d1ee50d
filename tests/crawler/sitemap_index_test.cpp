#include "crawler/sitemap_index.h"

#include <catch2/catch.hpp>

using namespace vigie;
using namespace vigie::crawler;

namespace {

const std::string k_index = "https://www.example.org/sitemap.xml";
const Time k_now{seconds{1'795'000'000}};

FeedEntry child(const std::string& path, std::optional<Time> changed = {}) {
  FeedEntry entry;
  entry.url = path.starts_with("http") ? path : "https://www.example.org" + path;
  if (changed) {
    entry.updated.emplace();
    entry.updated->at = *changed;
  }
  return entry;
}

std::vector<std::string> chosen(std::vector<FeedEntry> children, Time last_success = {}) {
  Feed index;
  index.entries = std::move(children);
  return children_to_read(index, k_index, last_success);
}

}  // namespace

TEST_CASE("of an index the children that changed since the last poll are read, with a day of grace") {
  const auto urls = chosen({child("/a.xml", k_now - seconds{3600}), child("/b.xml", k_now - seconds{90'000}),
                            child("/c.xml", k_now - seconds{200'000})},
                           k_now - seconds{7200});
  CHECK(urls == std::vector<std::string>{"https://www.example.org/a.xml", "https://www.example.org/b.xml"});
}

TEST_CASE("without dates the children that promise news come first, and the end of a series before its start") {
  const auto urls = chosen({child("/post-sitemap1.xml"), child("/post-sitemap2.xml"), child("/author-sitemap.xml"),
                            child("/news-sitemap.xml.gz"), child("/page-sitemap.xml")},
                           k_now);
  CHECK(urls == std::vector<std::string>{
                    "https://www.example.org/news-sitemap.xml.gz", "https://www.example.org/post-sitemap2.xml",
                    "https://www.example.org/post-sitemap1.xml", "https://www.example.org/page-sitemap.xml",
                    "https://www.example.org/author-sitemap.xml"});
}

TEST_CASE("children of other domains, double ones and those beyond the most are left out") {
  std::vector<FeedEntry> children{child("https://elsewhere.test/s.xml"), child("https://cdn.example.org/s.xml"),
                                  child("https://cdn.example.org/s.xml"), child("http://127.0.0.1/s.xml")};
  CHECK(chosen(children) == std::vector<std::string>{"https://cdn.example.org/s.xml"});
  for (int i = 0; i < 1000; ++i) children.push_back(child("/s" + std::to_string(i) + ".xml"));
  CHECK(chosen(children).size() == k_most_children);
}
