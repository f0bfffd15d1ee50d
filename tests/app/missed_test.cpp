#include "app/missed.h"

#include <catch2/catch.hpp>

#include "tests/storage/samples.h"
#include "tests/support/temporary_folder.h"

using namespace vigie;
using storage::UrlState;
using test::at;

namespace {

struct Archive {
  test::TemporaryFolder folder;
  storage::Database database = test::open_new(folder.file("vigie.db"));
  storage::UrlStore urls{database};
  storage::ArticleStore articles{database};

  void saw(const std::string& url, UrlState state, const std::string& reason) {
    urls.remember("a", url, at("2026-11-20"));
    urls.mark(url, state, reason, at("2026-11-20"));
  }
  Verdict verdict(const Wanted& wanted) {
    Source watched;
    watched.id = "a";
    watched.url = "https://www.watched.example/feed";
    Source disabled;
    disabled.id = "off";
    disabled.url = "https://off.example/feed";
    disabled.enabled = false;
    return MissedJudge(database, {watched, disabled}).judge(wanted);
  }
  std::string reason(const std::string& url) { return verdict({{url}, ""}).reason; }
};

}  // namespace

TEST_CASE("each miss has its reason") {
  Archive archive;
  archive.articles.put(test::sample_article("https://a.example/relevant"));
  archive.articles.put(test::plain_article("https://a.example/other", "en", "Weather", "It rains."));
  archive.saw("https://a.example/gate", UrlState::dropped, "not_candidate");
  archive.saw("https://a.example/failed", UrlState::dropped, "http_404");
  archive.saw("https://a.example/empty", UrlState::dropped, "no_article");
  archive.urls.remember("a", "https://a.example/queued", at("2026-11-20"));
  archive.urls.queue("https://a.example/queued", at("2026-11-20"), at("2026-11-20"));

  CHECK(archive.verdict({{"https://a.example/relevant"}, ""}).found);
  CHECK(archive.reason("https://nobody.example/1") == "host_not_watched");
  CHECK(archive.reason("https://off.example/1") == "host_not_watched");
  CHECK(archive.reason("https://news.watched.example/1") == "not_in_feed");
  CHECK(archive.reason("https://a.example/gate") == "not_candidate");
  CHECK(archive.reason("https://a.example/failed") == "http_404");
  CHECK(archive.reason("https://a.example/empty") == "no_article");
  CHECK(archive.reason("https://a.example/other") == "not_relevant");
  CHECK(archive.reason("https://a.example/queued") == "queued");
  CHECK(archive.verdict({{}, "Nobody wrote this"}).reason == "title_not_seen");
}

TEST_CASE("one of several addresses is enough, and so is the title") {
  Archive archive;
  archive.articles.put(test::sample_article("https://a.example/relevant"));
  CHECK(archive.verdict({{"https://nobody.example/1", "https://a.example/relevant#top"}, ""}).found);
  CHECK(archive.verdict({{}, "Déclaration sur des activités malveillantes"}).found);
}

TEST_CASE("lists of EuRepoC and the CFR are read by their own columns") {
  const auto eurepoc = read_foreign_list(
      "incident_id;name;start_date;sources_url\n"
      "12;Ministry hacked;2022-07-18;\"https://a.example/1; https://b.example/2\"\n");
  REQUIRE(eurepoc);
  CHECK(eurepoc->front().title == "Ministry hacked");
  CHECK(eurepoc->front().urls == std::vector<std::string>{"https://a.example/1", "https://b.example/2"});

  const auto cfr = read_foreign_list(
      "Title,Date,Affiliations,Description,Response,Victims,Sponsor,Type,Category,Sources_1,Sources_2,Sources_3\n"
      "Compromise of a port,2026-01-02,,\"Text, with a comma\",,,China,Espionage,Government,https://a.example/1,,"
      "https://c.example/3\n");
  REQUIRE(cfr);
  CHECK(cfr->front().title == "Compromise of a port");
  CHECK(cfr->front().urls == std::vector<std::string>{"https://a.example/1", "https://c.example/3"});

  const auto lines = read_foreign_list(R"({"url":"https://a.example/1","title":"One"})");
  REQUIRE(lines);
  CHECK(lines->front().urls.size() == 1);
  CHECK_FALSE(read_foreign_list("colour,size\nred,3\n"));
}
