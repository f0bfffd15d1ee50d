#include "app/alert_chore.h"

#include <catch2/catch.hpp>

#include "app/health_chore.h"
#include "storage/article_store.h"
#include "storage/source_store.h"
#include "tests/support/temporary_folder.h"

using namespace vigie;

namespace {

Time at(const char* moment) { return parse_iso8601(moment)->at; }

// An archive that alerts two channels of what accuses China.
struct Desk {
  Desk() {
    config.database = folder.file("vigie.db");
    const std::string shipped = VIGIE_CONFIG;
    config.lexicons = shipped + "/lexicon";
    config.states = shipped + "/states.toml";
    config.actors = shipped + "/actors.toml";
    config.labels = shipped + "/digest/labels";
    config.queries.push_back({"china", "state:cn", true});
    config.queries.push_back({"silent", "state:cn", false});
    config.mail.smtp = "smtp://127.0.0.1:1";
    config.mail.from = "vigie@example.org";
    config.mail.to = {"desk@example.org"};
    WebhookConfig webhook;
    webhook.url = "http://127.0.0.1:1/hook";
    webhook.events = {"alert", "health"};
    config.webhooks.push_back(webhook);
  }

  storage::Database& database() {
    if (!open) open = std::move(*storage::Database::open_writer(config.database));
    return *open;
  }

  void arrives(int number, const char* accused) {
    AssessedArticle article;
    article.source_id = "ministry";
    article.article.url = "https://example.org/" + std::to_string(number);
    article.article.canonical_url = article.article.url;
    article.article.title = "Statement " + std::to_string(number);
    article.article.text = "The ministry spoke.";
    article.article.language = "en";
    article.first_seen = now;
    article.assessment.relevant = true;
    article.assessment.relevance = 0.9;
    article.assessment.accused_states = {accused};
    storage::Transaction transaction(database());
    storage::ArticleStore(database()).put(article);
    transaction.commit();
  }

  std::vector<storage::Delivery> deliveries(const char* prefix = "alert/") {
    return storage::Ledger(database()).deliveries(prefix, 100);
  }

  test::TemporaryFolder folder;
  Config config;
  std::optional<storage::Database> open;
  Time now = at("2026-11-24T12:00:00Z");
};

bool has(const std::string& text, const char* part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a new hit of a saved query is told once by every channel, also over a restart") {
  Desk desk;
  desk.arrives(1, "CN");
  {
    AlertChore chore(desk.config, desk.database());
    chore.run(desk.now);
    CHECK(desk.deliveries().empty());  // what was there before the query is no news
    desk.arrives(2, "CN");
    desk.arrives(3, "RU");
    chore.run(desk.now + seconds{30});
    CHECK(desk.deliveries().size() == 2);
    chore.run(desk.now + seconds{60});
    CHECK(desk.deliveries().size() == 2);
  }
  AlertChore again(desk.config, desk.database());
  again.run(desk.now + seconds{90});
  const std::vector<storage::Delivery> deliveries = desk.deliveries();
  REQUIRE(deliveries.size() == 2);
  for (const storage::Delivery& delivery : deliveries) {
    CHECK(has(delivery.payload, "Statement 2"));
    CHECK_FALSE(has(delivery.payload, "Statement 1"));
    CHECK_FALSE(has(delivery.payload, "Statement 3"));
  }
}

TEST_CASE("hits that arrive while the daemon is down are told when it is back") {
  Desk desk;
  { AlertChore chore(desk.config, desk.database()); }
  desk.arrives(1, "CN");
  AlertChore chore(desk.config, desk.database());
  chore.run(desk.now);
  CHECK(desk.deliveries().size() == 2);
}

TEST_CASE("hits of quiet hours are told together in the morning, and the other channel waits for none") {
  Desk desk;
  REQUIRE(read_quiet("22:00-06:00", desk.config.mail.rule));
  AlertChore chore(desk.config, desk.database());
  desk.arrives(1, "CN");
  chore.run(at("2026-11-24T23:00:00Z"));
  desk.arrives(2, "CN");
  chore.run(at("2026-11-25T02:00:00Z"));
  REQUIRE(desk.deliveries().size() == 2);
  CHECK(desk.deliveries()[0].channel == "webhook");
  chore.run(at("2026-11-25T06:00:00Z"));
  const std::vector<storage::Delivery> all = desk.deliveries();
  REQUIRE(all.size() == 3);
  CHECK(all[0].channel == "mail");
  CHECK(has(all[0].payload, "Statement 1"));
  CHECK(has(all[0].payload, "Statement 2"));
}

TEST_CASE("what is over the cap is gathered for the next message, the articles beyond twenty counted") {
  Desk desk;
  desk.config.mail.smtp.clear();
  REQUIRE(read_cap("1/h", desk.config.webhooks[0].rule));
  AlertChore chore(desk.config, desk.database());
  desk.arrives(1, "CN");
  chore.run(desk.now);
  for (int i = 2; i <= 26; ++i) desk.arrives(i, "CN");
  chore.run(desk.now + seconds{60});
  CHECK(desk.deliveries().size() == 1);
  chore.run(desk.now + seconds{3700});
  REQUIRE(desk.deliveries().size() == 2);
  CHECK(has(desk.deliveries()[0].payload, "\\\"left_out\\\":5"));
}

TEST_CASE("a channel that wants no alerts gets none") {
  Desk desk;
  desk.config.mail.events = {"digest"};
  desk.config.webhooks[0].events = {"digest"};
  AlertChore chore(desk.config, desk.database());
  desk.arrives(1, "CN");
  chore.run(desk.now);
  CHECK(desk.deliveries().empty());
}

TEST_CASE("a source in trouble is told once, and once more when it is watched again") {
  Desk desk;
  Source source;
  source.id = "ministry";
  source.url = "https://example.org/feed";
  source.publisher = "The Ministry";
  const auto is = [&](Health health, const char* reason) {
    SourceState state;
    state.source_id = source.id;
    state.url = source.url;
    state.health = health;
    state.health_reason = reason;
    state.health_since = desk.now;
    storage::SourceStore(desk.database()).put(state);
  };
  HealthChore chore(desk.config, {source}, desk.database());
  is(Health::healthy, "");
  chore.run(desk.now);
  CHECK(desk.deliveries("health/").empty());
  is(Health::failing, "http_503");
  chore.run(desk.now + seconds{100});
  chore.run(desk.now + seconds{200});
  REQUIRE(desk.deliveries("health/").size() == 1);
  CHECK(has(desk.deliveries("health/")[0].payload, "http_503"));
  is(Health::healthy, "");
  chore.run(desk.now + seconds{300});
  CHECK(desk.deliveries("health/").size() == 1);  // one message an hour
  chore.run(desk.now + seconds{3800});
  REQUIRE(desk.deliveries("health/").size() == 2);
  CHECK(has(desk.deliveries("health/")[0].payload, "\\\"recovered\\\":[{"));
}

TEST_CASE("a source that fails and recovers between two messages is not told") {
  Source source;
  source.id = "ministry";
  const std::vector<DigestHealth> failing{{"ministry", "The Ministry", "failing", "http_503", Time{}}};
  CHECK(health_news({}, failing, {source}, Time{}).troubled.size() == 1);
  CHECK(health_news({{"ministry", "failing"}}, failing, {source}, Time{}).troubled.empty());
  CHECK(health_news({{"ministry", "silent"}}, failing, {source}, Time{}).troubled.size() == 1);
  CHECK(health_news({{"ministry", "failing"}}, {}, {source}, Time{}).recovered.size() == 1);
  CHECK(health_news({}, {}, {source}, Time{}).recovered.empty());
}

TEST_CASE("after a reload the new channels are told, of the new queries what arrives from then on") {
  Desk desk;
  AlertChore chore(desk.config, desk.database());
  desk.arrives(1, "CN");
  chore.run(desk.now);
  CHECK(desk.deliveries().size() == 2);

  desk.config.queries = {{"russia", "state:ru", true}};
  desk.config.mail.to = {"other@example.org"};
  desk.config.webhooks.clear();
  desk.arrives(2, "RU");
  chore.reload(desk.config, {});
  desk.arrives(3, "RU");
  desk.now += seconds{60};
  chore.run(desk.now);
  const auto told = desk.deliveries("alert/russia");
  REQUIRE(told.size() == 1);
  CHECK(told.front().target == "other@example.org");
  CHECK(told.front().payload.find("Statement 3") != std::string::npos);
  CHECK(told.front().payload.find("Statement 2") == std::string::npos);
}

TEST_CASE("after a reload health is told of the new sources by the new channels") {
  Desk desk;
  HealthChore chore(desk.config, {}, desk.database());
  SourceState state;
  state.source_id = "be-mfa";
  state.url = "https://example.org/rss";
  state.health = Health::failing;
  state.health_reason = "3 errors in a row";
  storage::SourceStore(desk.database()).put(state);
  chore.run(desk.now);
  CHECK(desk.deliveries("health/").empty());
  Source source;
  source.id = "be-mfa";
  source.url = state.url;
  desk.config.webhooks.front().url = "http://127.0.0.1:1/other";
  chore.reload(desk.config, {source});
  chore.finish(desk.now);
  const auto told = desk.deliveries("health/");
  REQUIRE(told.size() == 1);
  CHECK(told.front().target == "http://127.0.0.1:1/other");
}
