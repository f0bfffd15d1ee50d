#include "storage/article_store.h"

#include <catch2/catch.hpp>

#include "storage/digest_query.h"
#include "storage/ledger.h"
#include "storage/story_store.h"
#include "storage/upkeep.h"
#include "storage/url_store.h"
#include "tests/storage/samples.h"
#include "tests/support/temporary_folder.h"

using namespace vigie;
using namespace vigie::storage;
using vigie::test::at;
using vigie::test::open_new;
using vigie::test::plain_article;
using vigie::test::sample_article;
using vigie::test::TemporaryFolder;

TEST_CASE("an article comes back with every conclusion and its evidence") {
  const TemporaryFolder folder;
  Database database = open_new(folder.file("vigie.db"));
  ArticleStore articles(database);
  const AssessedArticle put = sample_article();
  const PutResult result = articles.put(put);
  CHECK(result.added);
  const auto found = articles.find(result.id);
  REQUIRE(found);
  CHECK(found->article.text == put.article.text);
  CHECK(found->article.title == put.article.title);
  CHECK(found->article.authors == put.article.authors);
  CHECK(found->article.published == put.article.published);
  CHECK(found->article.signature == put.article.signature);
  CHECK(found->authority == Authority::government);
  const Assessment& assessment = found->assessment;
  CHECK(assessment.relevant);
  CHECK(assessment.act == Act::accusation);
  CHECK(assessment.accused_states == std::vector<std::string>{"CN"});
  CHECK(assessment.victim_bodies.front().kind == "ministry_defence");
  CHECK(assessment.victim_bodies.front().span == put.assessment.victim_bodies.front().span);
  CHECK(assessment.actor_mentions.front().sponsors == std::vector<std::string>{"CN"});
  CHECK(assessment.indicators.front().value == "CVE-2021-26855");
  CHECK(assessment.state_mentions.front().rule == "state:CN/adjective");
  REQUIRE(assessment.evidence.size() == 1);
  CHECK(assessment.evidence.front().span == put.assessment.evidence.front().span);
  CHECK(assessment.evidence.front().weight == 0.5);
  CHECK(assessment.lexicon_version == "abc123");
  CHECK(assessment.topics == put.assessment.topics);
  REQUIRE(assessment.attributions.size() == 1);
  CHECK(assessment.attributions.front().attributor.name == "La Belgique");
  CHECK(assessment.attributions.front().evidence.front().rule == "sentence:accuser+accused");
  CHECK(assessment.attributions.front().date == "2026-11-19");
}

TEST_CASE("loading the judgement alone leaves text and score's evidence out") {
  const TemporaryFolder folder;
  Database database = open_new(folder.file("vigie.db"));
  ArticleStore articles(database);
  const auto found = articles.find(articles.put(sample_article()).id, Load::judgement);
  REQUIRE(found);
  CHECK(found->article.text.empty());
  CHECK(found->assessment.evidence.empty());
  CHECK(found->assessment.attributions.size() == 1);
}

TEST_CASE("an article is stored once under all its addresses") {
  const TemporaryFolder folder;
  Database database = open_new(folder.file("vigie.db"));
  ArticleStore articles(database);
  UrlStore urls(database);
  AssessedArticle article = sample_article("https://a.example/story");
  article.article.url = "https://a.example/amp-mirror/story";
  const PutResult first = articles.put(article);
  CHECK(first.added);
  CHECK(articles.id_of_url("https://a.example/story") == first.id);
  CHECK(articles.id_of_url("https://a.example/amp-mirror/story") == first.id);
  const PutResult again = articles.put(article);
  CHECK_FALSE(again.added);
  CHECK(again.id == first.id);
  AssessedArticle mirror = article;
  mirror.article.url = "https://b.example/copy";
  CHECK_FALSE(articles.put(mirror).added);
  CHECK(articles.id_of_url("https://b.example/copy") == first.id);
  CHECK(urls.find("https://b.example/copy")->reason == "same_article");
  CHECK(urls.find("https://a.example/story")->reason.empty());
  CHECK(articles.count() == 1);
  CHECK(database.problems().empty());
}

TEST_CASE("ids follow the time of publication whatever the order of arrival") {
  const TemporaryFolder folder;
  Database database = open_new(folder.file("vigie.db"));
  ArticleStore articles(database);
  const auto put = [&](const char* url, const char* published) {
    return articles.put(plain_article(url, "en", "t", "x", published)).id;
  };
  const std::int64_t late = put("https://a.example/1", "2026-11-20T08:00:00Z");
  const std::int64_t early = put("https://a.example/2", "2020-01-01T00:00:00Z");
  const std::int64_t middle = put("https://a.example/3", "2026-11-20T07:59:59Z");
  CHECK(early < middle);
  CHECK(middle < late);
  std::vector<std::int64_t> same;
  Transaction transaction(database);
  for (int i = 0; i < 100; ++i)
    same.push_back(put(("https://b.example/" + std::to_string(i)).c_str(), "2026-11-20T08:00:00Z"));
  transaction.commit();
  std::sort(same.begin(), same.end());
  CHECK(std::unique(same.begin(), same.end()) == same.end());
}

TEST_CASE("an article dated into the future stands at the moment it was seen") {
  AssessedArticle article = plain_article("https://a.example/1", "en", "t", "x", "2031-01-01T00:00:00Z");
  CHECK(ArticleStore::time_of(article) == article.first_seen);
  article.article.published.reset();
  CHECK(ArticleStore::time_of(article) == article.first_seen);
  article.article.published = Date{at("2026-11-21"), Precision::day, false};
  article.first_seen = at("2026-11-21T15:00:00Z");
  CHECK(ArticleStore::time_of(article) == article.first_seen);
}

TEST_CASE("storing an article settles its queued URL") {
  const TemporaryFolder folder;
  Database database = open_new(folder.file("vigie.db"));
  UrlStore urls(database);
  const AssessedArticle article = sample_article();
  urls.remember("s", article.article.url, article.first_seen);
  urls.queue(article.article.url, article.first_seen, article.first_seen);
  const PutResult result = ArticleStore(database).put(article);
  CHECK(urls.find(article.article.url)->state == UrlState::stored);
  CHECK(urls.find(article.article.url)->article == result.id);
  CHECK(urls.due_pages(at("2030-01-01"), 10).empty());
  urls.mark(article.article.url, UrlState::dropped, "gate", article.first_seen);
  CHECK(urls.find(article.article.url)->state == UrlState::stored);
  REQUIRE(urls.count_states().size() == 1);
  CHECK(urls.count_states().front().urls == 1);
}

TEST_CASE("a new judgement replaces the old one") {
  const TemporaryFolder folder;
  Database database = open_new(folder.file("vigie.db"));
  ArticleStore articles(database);
  const std::int64_t id = articles.put(sample_article()).id;
  Assessment other;
  other.language = "fr";
  other.kind = "policy";
  articles.reassess(id, other);
  const auto found = articles.find(id);
  CHECK_FALSE(found->assessment.relevant);
  CHECK(found->assessment.kind == "policy");
  CHECK(found->assessment.attributions.empty());
  CHECK(found->assessment.accused_states.empty());
  CHECK(articles.count_relevant() == 0);
  CHECK(articles.count() == 1);
  CHECK(database.problems().empty());
}

TEST_CASE("pruning counts what goes and keeps what became of the URL") {
  const TemporaryFolder folder;
  Database database = open_new(folder.file("vigie.db"));
  ArticleStore articles(database);
  articles.put(sample_article());
  articles.put(plain_article("https://a.example/old", "en", "Old", "old words", "2020-01-01T00:00:00Z"));
  articles.put(plain_article("https://a.example/new", "en", "New", "new words"));
  const RetentionRule rule{Authority::press, false, std::chrono::hours(24 * 365)};
  const PruneReport report = prune_articles(database, {rule}, at("2026-11-22"), 100);
  CHECK(report.articles == 1);
  CHECK(report.text_bytes == 9);
  CHECK(articles.count() == 2);
  const auto url = UrlStore(database).find("https://a.example/old");
  REQUIRE(url);
  CHECK(url->state == UrlState::dropped);
  CHECK(url->reason == "pruned");
  CHECK(Ledger(database).counter("articles_pruned") == 1);
  CHECK(database.problems().empty());
}

TEST_CASE("a story gathers articles and statements in order of time") {
  const TemporaryFolder folder;
  Database database = open_new(folder.file("vigie.db"));
  ArticleStore articles(database);
  StoryStore stories(database);
  AssessedArticle press =
      plain_article("https://press.example/1", "en", "Belgium accuses China", "…", "2026-11-20T09:00:00Z");
  press.assessment.relevant = true;
  press.assessment.victim_states = {"BE", "NL"};
  const std::int64_t second = articles.put(press).id;
  const std::int64_t first = articles.put(sample_article()).id;
  const std::int64_t story = stories.add(at("2026-11-20"));
  stories.put_article(second, story, "first");
  stories.put_article(first, story, "states:BE,CN");
  const auto found = stories.find(story);
  REQUIRE(found);
  CHECK(found->headline == "Déclaration sur des activités malveillantes");
  CHECK(found->language == "fr");
  REQUIRE(found->articles.size() == 2);
  CHECK(found->articles.front().id == first);
  REQUIRE(found->statements.size() == 1);
  CHECK(found->statements.front().at == at("2026-11-19"));
  CHECK(found->statements.front().quotation == "La Belgique demande aux autorités chinoises d'agir.");
  const auto row = stories.row(story);
  CHECK(row->victim_states == std::vector<std::string>{"BE", "NL"});
  CHECK(row->languages == 2);
  CHECK(stories.memberships(story).front().reason == "states:BE,CN");
  CHECK(stories.list({}).size() == 1);
  StoryFilter of_russia;
  of_russia.state = "RU";
  CHECK(stories.list(of_russia).empty());
}

TEST_CASE("a merged story points to the one that took it in") {
  const TemporaryFolder folder;
  Database database = open_new(folder.file("vigie.db"));
  ArticleStore articles(database);
  StoryStore stories(database);
  const std::int64_t a = stories.add(at("2026-11-20"));
  const std::int64_t b = stories.add(at("2026-11-20"));
  stories.put_article(articles.put(sample_article("https://a.example/1")).id, a, "first");
  stories.put_article(articles.put(sample_article("https://a.example/2")).id, b, "first");
  stories.merge(b, a, "bridged by article 3", at("2026-11-21"));
  CHECK(stories.row(b)->id == a);
  CHECK(stories.row(a)->articles == 2);
  CHECK(stories.list({}).size() == 1);
}

TEST_CASE("a digest's material holds the stories touched in its window") {
  const TemporaryFolder folder;
  Database database = open_new(folder.file("vigie.db"));
  ArticleStore articles(database);
  StoryStore stories(database);
  const std::int64_t story = stories.add(at("2026-11-20"));
  for (int i = 0; i < 10; ++i) {
    stories.put_article(articles.put(sample_article("https://a.example/" + std::to_string(i))).id, story, "same");
  }
  articles.put(plain_article("https://a.example/other", "en", "t", "x"));
  const DigestMaterial day = digest_material(database, at("2026-11-20"), at("2026-11-21"), 6);
  CHECK(day.articles_seen == 11);
  CHECK(day.articles_relevant == 10);
  REQUIRE(day.stories.size() == 1);
  CHECK(day.stories.front().articles.size() == 6);
  CHECK(day.stories.front().statements.size() == 6);
  CHECK(digest_material(database, at("2026-11-21"), at("2026-11-22")).stories.empty());

  const auto counts = accusations_by_day(database, {at("2026-11-19"), at("2026-11-20"), at("2026-11-21")},
                                         {"2026-11-19", "2026-11-20"});
  REQUIRE(counts.size() == 1);
  CHECK(counts.front().day == "2026-11-20");
  CHECK(counts.front().state == "CN");
  CHECK(counts.front().articles == 10);
  const auto pairs = accusation_pairs(database, at("2026-11-19"), at("2026-11-21"));
  REQUIRE(pairs.size() == 1);
  CHECK(pairs.front().victim == "BE");
  CHECK(status_counts(database, at("2026-11-22")).articles == 11);
}
