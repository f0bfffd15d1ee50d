#include <catch2/catch.hpp>

#include "storage/ledger.h"
#include "storage/robots_store.h"
#include "storage/sitemap_store.h"
#include "storage/source_store.h"
#include "storage/url_store.h"
#include "tests/storage/samples.h"
#include "tests/support/temporary_folder.h"

using namespace vigie;
using namespace vigie::storage;
using vigie::test::at;
using vigie::test::open_new;
using vigie::test::TemporaryFolder;

namespace {

FeedEntry entry(const std::string& url, const std::string& title) {
  FeedEntry made;
  made.url = url;
  made.title = title;
  made.summary = "summary of " + title;
  made.published = Date{at("2026-11-01"), Precision::day, false};
  return made;
}

}  // namespace

TEST_CASE("a source's state comes back as it was put") {
  const TemporaryFolder folder;
  Database database = open_new(folder.file("vigie.db"));
  SourceStore sources(database);
  SourceState state;
  state.source_id = "be-mfa";
  state.url = "https://a.example/rss";
  state.validators = {"https://a.example/rss", "\"e\"", "Mon, 01 Jan 2026 00:00:00 GMT"};
  state.body_hash = 0xFFFFFFFFFFFFFFFFULL;
  state.next_check_at = at("2026-11-20T10:00:00Z");
  state.last_attempt_at = at("2026-11-20T09:00:00Z");
  state.interval = seconds(900);
  state.entry_gap = 3600.5;
  state.consecutive_errors = 2;
  state.redirect_candidate = "https://b.example/rss";
  state.redirect_agreements = 3;
  state.health = Health::failing;
  state.health_reason = "404 for three days";
  state.feed_wait = seconds(43200);
  sources.put(state);
  state.polls = 7;
  sources.put(state);
  const auto found = sources.find("be-mfa");
  REQUIRE(found);
  CHECK(found->body_hash == state.body_hash);
  CHECK(found->validators.etag == "\"e\"");
  CHECK(found->polls == 7);
  CHECK(found->entry_gap == 3600.5);
  CHECK(found->feed_wait == seconds(43200));
  CHECK(found->health == Health::failing);
  CHECK(found->next_check_at == state.next_check_at);
  CHECK(found->last_success_at == Time{});
  CHECK(sources.all().size() == 1);
  CHECK(sources.due(at("2026-11-20T09:59:59Z"), 10).empty());
  CHECK(sources.due(at("2026-11-20T10:00:00Z"), 10).size() == 1);
  CHECK(sources.next_due() == state.next_check_at);
}

TEST_CASE("changes of health are read from the last one told on, and go with the outcomes of their time") {
  const TemporaryFolder folder;
  Database database = open_new(folder.file("vigie.db"));
  SourceStore sources(database);
  const Time day = at("2026-11-20");
  sources.add_health_change({0, day, "be-mfa", Health::healthy, Health::failing, "3 errors in a row"});
  sources.add_health_change({0, day + seconds(60), "be-mfa", Health::failing, Health::healthy, ""});
  const std::vector<HealthChange> changes = sources.health_changes(0, 10);
  REQUIRE(changes.size() == 2);
  CHECK(changes[0].after == Health::failing);
  CHECK(changes[0].reason == "3 errors in a row");
  CHECK(changes[1].at == day + seconds(60));
  CHECK(sources.health_changes(changes[0].id, 10).size() == 1);
  CHECK(sources.health_changes(changes[1].id, 10).empty());
  sources.prune_outcomes(day + seconds(30), 100);
  CHECK(sources.health_changes(0, 10).size() == 1);
}

TEST_CASE("every attempt has a row until it is pruned, and pruning is counted") {
  const TemporaryFolder folder;
  Database database = open_new(folder.file("vigie.db"));
  SourceStore sources(database);
  for (int i = 0; i < 10; ++i) {
    FetchOutcome outcome;
    outcome.source_id = i % 2 == 0 ? "even" : "odd";
    outcome.url = "https://a.example/rss";
    outcome.kind = i == 3 ? OutcomeKind::timeout : OutcomeKind::ok;
    outcome.purpose = FetchPurpose::feed;
    outcome.at = at("2026-11-20") + std::chrono::hours(i);
    outcome.new_entries = i;
    sources.add_outcome(outcome);
  }
  CHECK(sources.outcomes_of_source("odd", 10).size() == 5);
  CHECK(sources.outcomes_of_source("odd", 1).front().new_entries == 9);
  CHECK(sources.outcomes_of_url("https://a.example/rss", 100).size() == 10);
  CHECK(sources.polled(at("2026-11-20"), at("2026-11-21")) == 2);
  CHECK(sources.count_outcomes(at("2026-11-20")).size() == 2);
  CHECK(sources.prune_outcomes(at("2026-11-20T04:00:00Z"), 3) == 3);
  CHECK(sources.prune_outcomes(at("2026-11-20T04:00:00Z"), 3) == 1);
  CHECK(sources.outcomes_of_source("even", 10).size() == 3);
  CHECK(Ledger(database).counter("outcomes_pruned") == 4);
}

TEST_CASE("an entry seen twice is remembered once, also by another spelling of its address") {
  const TemporaryFolder folder;
  DatabaseOptions options;
  options.url_rules.tracking_parameters = {"utm_*"};
  Database database = open_new(folder.file("vigie.db"), options);
  UrlStore urls(database);
  const Time now = at("2026-11-20");
  const std::vector<FeedEntry> entries = {entry("https://a.example/1", "One"), entry("https://a.example/1", "One"),
                                          entry("https://a.example/2?utm_source=x", "Two"), entry("", "None")};
  CHECK(urls.remember("s", entries, now) == std::vector<bool>{true, false, true, false});
  CHECK(urls.remember("t", entries, now) == std::vector<bool>{false, false, false, false});
  CHECK_FALSE(urls.remember("t", {entry("https://a.example/2#top", "Two")}, now).front());
  const auto found = urls.find("https://a.example/2");
  REQUIRE(found);
  CHECK(found->url == "https://a.example/2?utm_source=x");
  CHECK(found->source_id == "s");
  CHECK(found->state == UrlState::discovered);
  CHECK(found->summary == "summary of Two");
  CHECK(urls.find_by_title(" ONE ", 5).size() == 1);
  CHECK(urls.host_seen("a.example"));
  CHECK_FALSE(urls.host_seen("b.example"));
}

TEST_CASE("a url rule that is new to an archive holds for what it knows already") {
  const TemporaryFolder folder;
  const std::string path = folder.file("vigie.db");
  const Time now = at("2026-11-20");
  {
    Database database = open_new(path);
    UrlStore urls(database);
    urls.remember("s", "https://a.example/1?from=x", now);
    urls.remember("s", "https://a.example/2?from=x", now);
    urls.remember("s", "https://a.example/2", now);
    CHECK_FALSE(urls.find("https://a.example/1"));
  }
  DatabaseOptions options;
  options.url_rules.tracking_parameters = {"from"};
  {
    Database database = open_new(path, options);
    UrlStore urls(database);
    REQUIRE(urls.find("https://a.example/1"));
    CHECK(urls.find("https://a.example/1")->url == "https://a.example/1?from=x");
    CHECK(urls.find("https://a.example/2?from=y")->url == "https://a.example/2");
    CHECK_FALSE(urls.remember("s", "https://a.example/1?from=z", now));
  }
  Database database = open_new(path);
  CHECK(UrlStore(database).find("https://a.example/1?from=x"));
  CHECK_FALSE(UrlStore(database).find("https://a.example/1"));
}

TEST_CASE("a queued page is due at its time, with its entry, until it is fetched") {
  const TemporaryFolder folder;
  Database database = open_new(folder.file("vigie.db"));
  UrlStore urls(database);
  const Time now = at("2026-11-20");
  urls.remember("s", {entry("https://a.example/1", "One")}, now);
  urls.queue("https://a.example/1", now + seconds(60), now);
  CHECK(urls.due_pages(now, 10).empty());
  CHECK(urls.next_due_page() == now + seconds(60));
  const auto due = urls.due_pages(now + seconds(60), 10);
  REQUIRE(due.size() == 1);
  CHECK(due.front().entry.summary == "summary of One");
  CHECK(due.front().entry.published->precision == Precision::day);
  CHECK(due.front().source_id == "s");
  urls.retry("https://a.example/1", "timeout", now + seconds(600), now);
  CHECK(urls.due_pages(now + seconds(60), 10).empty());
  CHECK(urls.find("https://a.example/1")->attempts == 1);
  CHECK(urls.find("https://a.example/1")->reason == "timeout");
  urls.mark("https://a.example/1", UrlState::fetched, "", now);
  CHECK_FALSE(urls.next_due_page());
  CHECK(urls.requeue_unfinished(now) == 1);
  CHECK(urls.due_pages(now, 10).front().entry.title == "One");
  urls.mark("https://a.example/1", UrlState::dropped, "no_article", now);
  const auto record = urls.find("https://a.example/1");
  CHECK(record->state == UrlState::dropped);
  CHECK(record->reason == "no_article");
  CHECK(record->title == "One");
  const auto counts = urls.count_states();
  REQUIRE(counts.size() == 1);
  CHECK(counts.front().state == UrlState::dropped);
  CHECK(counts.front().urls == 1);
}

TEST_CASE("marking a URL nobody has seen remembers it") {
  const TemporaryFolder folder;
  Database database = open_new(folder.file("vigie.db"));
  UrlStore urls(database);
  urls.mark("ftp://odd.example/x", UrlState::dropped, "refused_scheme", at("2026-11-20"));
  REQUIRE(urls.find("ftp://odd.example/x"));
  CHECK(urls.find("ftp://odd.example/x")->reason == "refused_scheme");
}

TEST_CASE("a day has one digest and a message one delivery") {
  const TemporaryFolder folder;
  Database database = open_new(folder.file("vigie.db"));
  Ledger ledger(database);
  const Time now = at("2026-11-21T07:00:00Z");
  CHECK(ledger.add_digest({"2026-11-20", now, "{}"}));
  CHECK_FALSE(ledger.add_digest({"2026-11-20", now, "{}"}));
  CHECK(ledger.last_digest()->day == "2026-11-20");
  Delivery mail;
  mail.key = "digest/2026-11-20/mail/a@b.example";
  mail.channel = "mail";
  mail.message_id = "<1@b.example>";
  mail.created_at = now;
  mail.next_try = now;
  CHECK(ledger.add_delivery(mail));
  CHECK_FALSE(ledger.add_delivery(mail));
  auto due = ledger.due_deliveries(now, 10);
  REQUIRE(due.size() == 1);
  ledger.delivery_failed(due.front().id, "451", now + seconds(60), now);
  CHECK(ledger.due_deliveries(now, 10).empty());
  CHECK(ledger.next_delivery() == now + seconds(60));
  due = ledger.due_deliveries(now + seconds(60), 10);
  CHECK(due.front().message_id == "<1@b.example>");
  ledger.delivered(due.front().id, now + seconds(61));
  CHECK_FALSE(ledger.next_delivery());
  CHECK(ledger.delivery(mail.key)->state == "delivered");
  CHECK(ledger.delivery(mail.key)->attempts == 2);
  CHECK(ledger.deliveries("digest/2026-11-20/", 10).size() == 1);
  CHECK(ledger.deliveries("digest/2026-11-21/", 10).empty());
}

TEST_CASE("saved queries, told stories, glosses, counters and settings are kept") {
  const TemporaryFolder folder;
  Database database = open_new(folder.file("vigie.db"));
  Ledger ledger(database);
  ledger.put_query({"china", "state:cn", true, 5, at("2026-11-20")});
  ledger.put_query({"china", "state:cn act:denial", true, 6, at("2026-11-20")});
  REQUIRE(ledger.queries().size() == 1);
  CHECK(ledger.queries().front().seen_arrival == 6);
  CHECK(ledger.remove_query("china"));
  CHECK_FALSE(ledger.remove_query("china"));
  ledger.put_told(4, at("2026-11-20"), "{\"actors\":[]}");
  CHECK(ledger.told({3, 4}).front().snapshot == "{\"actors\":[]}");
  ledger.put_gloss("Titre", "en", "Title", "libre", at("2026-11-20"));
  CHECK(ledger.gloss("Titre", "en")->text == "Title");
  CHECK_FALSE(ledger.gloss("Titre", "de"));
  ledger.add_to_counter("imported", 3);
  ledger.add_to_counter("imported", 4);
  CHECK(ledger.counter("imported") == 7);
  ledger.put_setting("lexicon", "v1");
  CHECK(ledger.setting("lexicon") == "v1");
  CHECK_FALSE(ledger.setting("none"));
}

TEST_CASE("an entry is undecided from its first sight until it is queued, stored or dropped") {
  const TemporaryFolder folder;
  Database database = open_new(folder.file("vigie.db"));
  UrlStore urls(database);
  const Time now = at("2026-11-20");
  urls.remember("s",
                {entry("https://a.example/1", "One"), entry("https://a.example/2", "Two"),
                 entry("https://a.example/3", "Three"), entry("https://a.example/4", "Four")},
                now);
  urls.remember("s", "https://a.example/without-entry", now);
  const std::vector<UndecidedEntry> all = urls.undecided(0, 10);
  REQUIRE(all.size() == 4);
  CHECK(all[0].source_id == "s");
  CHECK(all[1].entry.title == "Two");
  CHECK(all[1].entry.url == "https://a.example/2");
  CHECK(urls.undecided(all[1].id, 10).size() == 2);
  CHECK(urls.undecided(0, 3).size() == 3);
  urls.queue("https://a.example/1", now, now);
  urls.mark("https://a.example/2", UrlState::dropped, "not_candidate", now);
  urls.mark("https://a.example/3", UrlState::stored, "", now);
  CHECK(urls.undecided(0, 10).size() == 1);
}

TEST_CASE("what robots.txt said is kept by origin, the newest first, and forgotten by age") {
  const TemporaryFolder folder;
  Database database = open_new(folder.file("vigie.db"));
  RobotsStore robots(database);
  const Time now = at("2026-11-20");
  robots.put({"https://a.example", false, "", OutcomeKind::robots_unreachable, "answered 503", 2, now, now});
  robots.put({"https://a.example", true, "disallow /x\n", OutcomeKind::robots_unreachable, "answered 500", 3,
              now + seconds{5}, now + seconds{600}});
  robots.put({"http://b.example:81", true, "", OutcomeKind::ok, "", 0, now + seconds{9}, now + seconds{86400}});
  const std::vector<RobotsAnswer> kept = robots.since(now, 10);
  REQUIRE(kept.size() == 2);
  CHECK(kept[0].origin == "http://b.example:81");
  CHECK(kept[1].has_rules);
  CHECK(kept[1].rules == "disallow /x\n");
  CHECK(kept[1].refusal == OutcomeKind::robots_unreachable);
  CHECK(kept[1].strikes == 3);
  CHECK(kept[1].expires_at == now + seconds{600});
  CHECK(robots.since(now, 1).size() == 1);
  CHECK(robots.forget(now + seconds{7}, 10) == 1);
  CHECK(robots.since(now, 10).size() == 1);
}

TEST_CASE("of a sitemap's children is known what they answered and which failed") {
  const TemporaryFolder folder;
  Database database = open_new(folder.file("vigie.db"));
  SitemapStore sitemaps(database);
  const Time now = at("2026-11-20");
  const std::string url = "https://a.example/posts-1.xml";
  sitemaps.put({url, "a", {url, "\"v1\"", "yesterday"}, 0xFFFF'FFFF'FFFF'FFFF, 0, now});
  sitemaps.put({"https://a.example/posts-2.xml", "a", {}, 0, 3, now});
  sitemaps.put({"https://b.example/posts-2.xml", "b", {}, 0, 1, now});
  const auto found = sitemaps.find(url);
  REQUIRE(found);
  CHECK(found->validators.etag == "\"v1\"");
  CHECK(found->body_hash == 0xFFFF'FFFF'FFFF'FFFF);
  CHECK(sitemaps.failed("a", 5) == std::set<std::string>{"https://a.example/posts-2.xml"});
  CHECK(sitemaps.failed("a", 2).empty());
}
