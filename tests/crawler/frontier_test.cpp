#include "crawler/frontier.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <set>
#include <string>

#include "crawler/redirect.h"
#include "model/url.h"

using namespace vigie;
using namespace vigie::crawler;
using namespace std::chrono_literals;

namespace {

const Time k_wall{1'700'000'000s};

JobPtr job(const std::string& url, FetchPurpose purpose = FetchPurpose::feed, const std::string& source = "s") {
  auto made = std::make_unique<Job>();
  made->request.url = url;
  made->request.purpose = purpose;
  made->request.source_id = source;
  set_target(*made, *parse_url(url));
  return made;
}

JobPtr page(const std::string& url, const std::string& source = "s") { return job(url, FetchPurpose::page, source); }

// The job launched next at `now`, or nothing.
JobPtr launched(Frontier& frontier, Tick now) {
  Frontier::Step step = frontier.next(now);
  auto* launch = std::get_if<Frontier::Launch>(&step);
  return launch == nullptr ? nullptr : std::move(launch->job);
}

std::optional<Tick> waits_until(Frontier& frontier, Tick now) {
  const Frontier::Step step = frontier.next(now);
  REQUIRE(std::holds_alternative<Frontier::Wait>(step));
  return std::get<Frontier::Wait>(step).until;
}

RobotsGroup rules(const std::string& text) { return RobotsRules::parse(text).group("vigie"); }

// Answers the robots.txt of an origin, which must be what is launched at `now`.
void answer_robots(Frontier& frontier, Tick now, const std::string& text) {
  const JobPtr robots = launched(frontier, now);
  REQUIRE(robots);
  REQUIRE(robots->robots);
  frontier.ended(*robots, now);
  frontier.robots_arrived(*robots, RobotsFetch::rules, rules(text), "", now);
}

}  // namespace

TEST_CASE("one host is asked by one request at a time, spaced from the end of its answer") {
  const NetworkSettings settings;
  Frontier frontier(settings);
  for (int i = 0; i < 3; ++i) frontier.add(job("http://a.example/" + std::to_string(i)), 0ms);
  const JobPtr first = launched(frontier, 0ms);
  REQUIRE(first);
  CHECK_FALSE(launched(frontier, 5000ms));  // still under way, whatever the time
  frontier.ended(*first, 6000ms);
  CHECK(waits_until(frontier, 6000ms) == 7000ms);
  CHECK_FALSE(launched(frontier, 6999ms));
  CHECK(launched(frontier, 7000ms)->request.url == "http://a.example/1");
}

TEST_CASE("ports and schemes of a host share its spacing") {
  const NetworkSettings settings;
  Frontier frontier(settings);
  frontier.add(job("http://a.example/"), 0ms);
  frontier.add(job("https://a.example:8443/"), 0ms);
  REQUIRE(launched(frontier, 0ms));
  CHECK_FALSE(launched(frontier, 0ms));
}

TEST_CASE("hosts do not wait for each other") {
  const NetworkSettings settings;
  Frontier frontier(settings);
  for (const char* url : {"http://a.example/", "http://b.example/", "http://c.example/"}) frontier.add(job(url), 0ms);
  CHECK(launched(frontier, 0ms));
  CHECK(launched(frontier, 0ms));
  CHECK(launched(frontier, 0ms));
  CHECK(frontier.in_flight() == 3);
}

TEST_CASE("per_host lets several through, spaced as well") {
  NetworkSettings settings;
  settings.per_host = 2;
  Frontier frontier(settings);
  for (int i = 0; i < 3; ++i) frontier.add(job("http://a.example/" + std::to_string(i)), 0ms);
  CHECK(launched(frontier, 0ms));
  CHECK_FALSE(launched(frontier, 999ms));
  CHECK(launched(frontier, 1000ms));
  CHECK_FALSE(launched(frontier, 9000ms));
}

TEST_CASE("no more transfers than max_concurrency, slow ones counted apart") {
  NetworkSettings settings;
  settings.max_concurrency = 2;
  Frontier frontier(settings);
  for (int i = 0; i < 5; ++i) frontier.add(job("http://h" + std::to_string(i) + ".example/"), 0ms);
  CHECK(launched(frontier, 0ms));
  CHECK(launched(frontier, 0ms));
  CHECK_FALSE(launched(frontier, 0ms));
  frontier.set_slow(2);
  CHECK(launched(frontier, 0ms));
  CHECK(launched(frontier, 0ms));
  CHECK_FALSE(launched(frontier, 0ms));
  frontier.set_slow(4);  // the allowance for slow ones is as large as the other, and no larger
  CHECK_FALSE(launched(frontier, 0ms));
}

TEST_CASE("robots.txt is fetched before the first page of an origin, and once") {
  const NetworkSettings settings;
  Frontier frontier(settings);
  frontier.add(page("http://a.example/1"), 0ms);
  frontier.add(page("http://a.example/2"), 0ms);
  answer_robots(frontier, 0ms, "User-agent: *\nDisallow: /2\n");
  CHECK_FALSE(launched(frontier, 999ms));  // robots.txt was a request like any other
  const JobPtr first = launched(frontier, 1000ms);
  REQUIRE(first);
  CHECK(first->request.url == "http://a.example/1");
  frontier.ended(*first, 1000ms);
  const Frontier::Step step = frontier.next(2000ms);
  const auto* finish = std::get_if<Frontier::Finish>(&step);
  REQUIRE(finish);
  CHECK(finish->kind == OutcomeKind::robots_denied);
  CHECK(finish->message == "http://a.example/robots.txt forbids http://a.example/2");
}

TEST_CASE("feeds and sitemaps do not need robots.txt, listings do") {
  const NetworkSettings settings;
  Frontier frontier(settings);
  frontier.add(job("http://a.example/feed", FetchPurpose::feed), 0ms);
  frontier.add(job("http://b.example/map", FetchPurpose::sitemap), 0ms);
  frontier.add(job("http://c.example/news", FetchPurpose::listing), 0ms);
  CHECK_FALSE(launched(frontier, 0ms)->robots);
  CHECK_FALSE(launched(frontier, 0ms)->robots);
  CHECK(launched(frontier, 0ms)->robots);
}

TEST_CASE("each origin of a host has a robots.txt of its own (RFC 9309 2.3)") {
  const NetworkSettings settings;
  Frontier frontier(settings);
  frontier.add(page("http://a.example/1"), 0ms);
  answer_robots(frontier, 0ms, "");
  const JobPtr first = launched(frontier, 1000ms);
  frontier.ended(*first, 1000ms);
  frontier.add(page("https://a.example/1"), 1000ms);
  const JobPtr second = launched(frontier, 2000ms);
  REQUIRE(second);
  CHECK(second->target == "https://a.example/robots.txt");
}

TEST_CASE("robots.txt is used for a day, then asked again") {
  const NetworkSettings settings;
  Frontier frontier(settings);
  frontier.add(page("http://a.example/1"), 0ms);
  answer_robots(frontier, 0ms, "");
  frontier.ended(*launched(frontier, 1000ms), 1000ms);
  frontier.add(page("http://a.example/2"), 86399s);
  const JobPtr second = launched(frontier, 86399s);
  CHECK_FALSE(second->robots);
  frontier.ended(*second, 86399s);
  frontier.add(page("http://a.example/3"), 86401s);
  CHECK(launched(frontier, 86401s)->robots);
}

TEST_CASE("an unreachable robots.txt forbids everything until it is asked again (RFC 9309 2.3.1.4)") {
  const NetworkSettings settings;
  Frontier frontier(settings);
  frontier.add(page("http://a.example/1"), 0ms);
  JobPtr robots = launched(frontier, 0ms);
  frontier.ended(*robots, 0ms);
  frontier.robots_arrived(*robots, RobotsFetch::unreachable, {}, "robots.txt answered 503", 0ms);
  const Frontier::Step step = frontier.next(1000ms);
  REQUIRE(std::holds_alternative<Frontier::Finish>(step));
  CHECK(std::get<Frontier::Finish>(step).kind == OutcomeKind::robots_unreachable);
  CHECK(std::get<Frontier::Finish>(step).message == "robots.txt answered 503");
  CHECK(std::get<Frontier::Finish>(step).wait == 599s);
  frontier.add(page("http://a.example/2"), 601s);
  CHECK(launched(frontier, 601s)->robots);
}

TEST_CASE("rules once read outlive a robots.txt that has become unreachable (RFC 9309 2.4)") {
  const NetworkSettings settings;
  Frontier frontier(settings);
  frontier.add(page("http://a.example/1"), 0ms);
  answer_robots(frontier, 0ms, "User-agent: *\nDisallow: /2\n");
  frontier.ended(*launched(frontier, 1s), 1s);
  const Tick later = 90000s;
  frontier.add(page("http://a.example/1b"), later);
  frontier.add(page("http://a.example/2"), later);
  const JobPtr robots = launched(frontier, later);
  REQUIRE(robots->robots);
  frontier.ended(*robots, later);
  frontier.robots_arrived(*robots, RobotsFetch::unreachable, {}, "timeout", later);
  const JobPtr allowed = launched(frontier, later + 1s);
  REQUIRE(allowed);
  CHECK(allowed->request.url == "http://a.example/1b");
  frontier.ended(*allowed, later + 1s);
  const Frontier::Step step = frontier.next(later + 2s);
  CHECK(std::get<Frontier::Finish>(step).kind == OutcomeKind::robots_denied);
}

TEST_CASE("robots.txt that was read before a restart is not asked again before its day is over (RFC 9309 2.4)") {
  NetworkSettings settings;
  const Time wall{1'700'000'000s};
  RobotsAnswer told;
  {
    Frontier frontier(settings);
    frontier.add(page("http://a.example/1"), 0ms);
    answer_robots(frontier, 0ms, "User-agent: *\nDisallow: /2\n");
    told = frontier.robots_told("http://a.example", wall, 0ms);
  }
  CHECK(told.expires_at == wall + 86400s);
  Frontier frontier(settings);
  frontier.restore(told, wall + 3600s, 0ms);
  frontier.add(page("http://a.example/2"), 0ms);
  CHECK(std::get<Frontier::Finish>(frontier.next(0ms)).kind == OutcomeKind::robots_denied);
  frontier.add(page("http://a.example/3"), 82801s);
  CHECK(launched(frontier, 82801s)->robots);
}

TEST_CASE(
    "rules from before a restart hold on while robots.txt cannot be had, and a clock set back lengthens nothing") {
  NetworkSettings settings;
  const Time wall{1'700'000'000s};
  const RobotsAnswer told{"http://a.example", true, "disallow /2\n", OutcomeKind::ok, "", 0, wall, wall + 86400s};
  Frontier late(settings);
  late.restore(told, wall + 90000s, 0ms);
  late.add(page("http://a.example/2"), 0ms);
  late.add(page("http://a.example/3"), 0ms);
  const JobPtr robots = launched(late, 0ms);
  REQUIRE(robots->robots);
  late.ended(*robots, 0ms);
  late.robots_arrived(*robots, RobotsFetch::unreachable, {}, "robots.txt answered 503", 0ms);
  CHECK(std::get<Frontier::Finish>(late.next(2s)).kind == OutcomeKind::robots_denied);
  CHECK(launched(late, 2s)->target == "http://a.example/3");

  Frontier early(settings);
  early.restore(told, wall - 86400s * 100, 0ms);
  early.add(page("http://a.example/3"), 86401s);
  CHECK(launched(early, 86401s)->robots);
}

TEST_CASE("Crawl-delay stretches the spacing, up to the cap") {
  NetworkSettings settings;
  settings.crawl_delay_cap = 10s;
  for (const auto& [asked, given] : std::map<std::string, Tick>{{"3", 3s}, {"3600", 10s}, {"0.1", 1s}}) {
    Frontier frontier(settings);
    frontier.add(page("http://a.example/1"), 0ms);
    frontier.add(page("http://a.example/2"), 0ms);
    answer_robots(frontier, 0ms, "User-agent: *\nCrawl-delay: " + asked + "\n");
    CHECK_FALSE(launched(frontier, given - 1ms));
    const JobPtr first = launched(frontier, given);
    REQUIRE(first);
    frontier.ended(*first, given + 500ms);
    CHECK(waits_until(frontier, given + 500ms) == given + 500ms + given);
  }
}

TEST_CASE("a 429 stops its registrable domain for as long as it says (P7)") {
  const NetworkSettings settings;
  Frontier frontier(settings);
  frontier.add(job("http://www.a.example/feed", FetchPurpose::feed, "one"), 0ms);
  const JobPtr first = launched(frontier, 0ms);
  frontier.ended(*first, 0ms);
  const auto pause = frontier.pause(*first, OutcomeKind::rate_limited, 7200s, k_wall, 0ms);
  REQUIRE(pause);
  CHECK(pause->scope == "domain:a.example");
  CHECK(pause->until == k_wall + 7200s);
  frontier.add(job("http://news.a.example/other", FetchPurpose::feed, "two"), 100s);
  frontier.add(job("http://b.example/", FetchPurpose::feed, "three"), 100s);
  const Frontier::Step step = frontier.next(100s);
  const auto* finish = std::get_if<Frontier::Finish>(&step);
  REQUIRE(finish);
  CHECK(finish->kind == OutcomeKind::waiting);
  CHECK(finish->wait == 7100s);
  REQUIRE(finish->pause);
  CHECK(finish->pause->until == k_wall + 7200s);
  CHECK(launched(frontier, 100s)->request.source_id == "three");
  frontier.add(job("http://news.a.example/other", FetchPurpose::feed, "two"), 7200s);
  CHECK(launched(frontier, 7200s));
}

TEST_CASE("a 503 stops its source, where it says for how long (P8)") {
  const NetworkSettings settings;
  Frontier frontier(settings);
  frontier.add(job("http://a.example/feed", FetchPurpose::feed, "one"), 0ms);
  const JobPtr first = launched(frontier, 0ms);
  frontier.ended(*first, 0ms);
  CHECK_FALSE(frontier.pause(*first, OutcomeKind::unavailable, std::nullopt, k_wall, 0ms));
  CHECK(frontier.pause(*first, OutcomeKind::unavailable, 600s, k_wall, 0ms)->scope == "source:one");
  frontier.add(job("http://a.example/other", FetchPurpose::feed, "two"), 10s);
  frontier.add(job("http://a.example/feed", FetchPurpose::feed, "one"), 10s);
  const JobPtr other = launched(frontier, 10s);
  REQUIRE(other);
  CHECK(other->request.source_id == "two");
  frontier.ended(*other, 10s);
  const Frontier::Step step = frontier.next(20s);
  CHECK(std::get<Frontier::Finish>(step).kind == OutcomeKind::waiting);
}

TEST_CASE("a source's wait_scope overrides where a wait holds") {
  FetchRequest request;
  request.source_id = "one";
  CHECK(pause_scope(request, "www.a.example", OutcomeKind::rate_limited) == "domain:a.example");
  CHECK(pause_scope(request, "www.a.example", OutcomeKind::unavailable) == "source:one");
  request.wait_scope = "host";
  CHECK(pause_scope(request, "www.a.example", OutcomeKind::rate_limited) == "host:www.a.example");
  CHECK(pause_scope(request, "www.a.example", OutcomeKind::unavailable) == "host:www.a.example");
  request.wait_scope = "source";
  CHECK(pause_scope(request, "www.a.example", OutcomeKind::rate_limited) == "source:one");
  request.wait_scope = "domain";
  CHECK(pause_scope(request, "www.a.example", OutcomeKind::unavailable) == "domain:a.example");
}

TEST_CASE("429 without Retry-After backs off exponentially, and anew after an answer (P9)") {
  const NetworkSettings settings;
  Frontier frontier(settings);
  frontier.add(job("http://a.example/feed"), 0ms);
  const JobPtr first = launched(frontier, 0ms);
  frontier.ended(*first, 0ms);
  seconds last{0};
  for (int i = 0; i < 6; ++i) {
    const auto pause = frontier.pause(*first, OutcomeKind::rate_limited, std::nullopt, k_wall, Tick{100'000'000L * i});
    const seconds wait = pause->until - k_wall;
    CHECK(wait >= settings.backoff_first * (1 << i));
    CHECK(wait <= settings.backoff_first * (1 << i) * 3 / 2 + 1s);
    CHECK(wait > last);
    last = wait;
  }
  frontier.succeeded(*first, 100'000'000ms * 5 + 1ms);  // in force: left alone
  frontier.succeeded(*first, 900'000'000ms);
  const auto pause = frontier.pause(*first, OutcomeKind::rate_limited, std::nullopt, k_wall, 900'000'000ms);
  CHECK(pause->until - k_wall < 2 * settings.backoff_first);
}

TEST_CASE("a Retry-After beyond reason is cut to the longest pause") {
  const NetworkSettings settings;
  Frontier frontier(settings);
  frontier.add(job("http://a.example/feed"), 0ms);
  const JobPtr first = launched(frontier, 0ms);
  frontier.ended(*first, 0ms);
  const auto pause = frontier.pause(*first, OutcomeKind::rate_limited, seconds{365L * 86400}, k_wall, 0ms);
  CHECK(pause->until == k_wall + settings.longest_pause);
}

TEST_CASE("a pause survives a restart (P7)") {
  const NetworkSettings settings;
  Frontier frontier(settings);
  frontier.restore({"domain:a.example", k_wall + 7200s, 1}, k_wall + 200s, 0ms);
  frontier.restore({"domain:b.example", k_wall + 100s, 1}, k_wall + 200s, 0ms);
  frontier.add(job("http://a.example/feed"), 0ms);
  frontier.add(job("http://b.example/feed"), 0ms);
  const Frontier::Step step = frontier.next(0ms);
  CHECK(std::get<Frontier::Finish>(step).wait == 7000s);
  CHECK(launched(frontier, 0ms));
}

TEST_CASE("a short pause is waited out in the queue") {
  const NetworkSettings settings;
  Frontier frontier(settings);
  frontier.add(job("http://a.example/1"), 0ms);
  const JobPtr first = launched(frontier, 0ms);
  frontier.ended(*first, 0ms);
  frontier.pause(*first, OutcomeKind::rate_limited, 5s, k_wall, 0ms);
  frontier.add(job("http://a.example/2"), 0ms);
  CHECK(frontier.queued() == 1);
  CHECK_FALSE(launched(frontier, 1000ms));
  CHECK(frontier.queued() == 1);
  CHECK(waits_until(frontier, 1001ms) == 5000ms);
  CHECK(launched(frontier, 5000ms)->request.url == "http://a.example/2");
}

TEST_CASE("pages that wait for a paused robots.txt are told to wait too") {
  const NetworkSettings settings;
  Frontier frontier(settings);
  frontier.restore({"host:a.example", k_wall + 3600s, 1}, k_wall, 0ms);
  frontier.add(page("http://a.example/1"), 0ms);
  frontier.add(page("http://a.example/2"), 0ms);
  for (int i = 0; i < 2; ++i) {
    const Frontier::Step step = frontier.next(0ms);
    REQUIRE(std::holds_alternative<Frontier::Finish>(step));
    CHECK(std::get<Frontier::Finish>(step).kind == OutcomeKind::waiting);
  }
  CHECK(frontier.queued() == 0);
}

TEST_CASE("a clock that runs fast shortens schedules, not the wall times told") {
  NetworkSettings settings;
  settings.clock_rate = 360;
  Frontier frontier(settings);
  frontier.add(job("http://a.example/1"), 0ms);
  const JobPtr first = launched(frontier, 0ms);
  frontier.ended(*first, 0ms);
  const auto pause = frontier.pause(*first, OutcomeKind::rate_limited, 7200s, k_wall, 0ms);
  CHECK(pause->until == k_wall + 7200s);
  frontier.add(job("http://a.example/2"), 20s);
  CHECK(launched(frontier, 20s));  // 7200 s are 20 s
}

TEST_CASE("a further hop goes before what waits at its host") {
  const NetworkSettings settings;
  Frontier frontier(settings);
  frontier.add(job("http://a.example/1"), 0ms);
  frontier.add(job("http://a.example/2"), 0ms);
  JobPtr hop = job("http://b.example/start");
  hop->redirects.push_back({302, "http://a.example/hop"});
  set_target(*hop, *parse_url("http://a.example/hop"));
  frontier.add(std::move(hop), 0ms);
  CHECK(launched(frontier, 0ms)->target == "http://a.example/hop");
}

TEST_CASE("feeds go before pages of their host, but not for ever") {
  NetworkSettings settings;
  settings.politeness_delay = 0ms;
  Frontier frontier(settings);
  frontier.add(page("http://a.example/page"), 0ms);
  answer_robots(frontier, 0ms, "");
  for (int i = 0; i < 40; ++i) frontier.add(job("http://a.example/feed" + std::to_string(i)), 0ms);
  int before = 0;
  while (true) {
    const JobPtr next = launched(frontier, 0ms);
    REQUIRE(next);
    frontier.ended(*next, 0ms);
    if (next->request.purpose == FetchPurpose::page) break;
    ++before;
  }
  CHECK(before > 0);
  CHECK(before < 20);
}

TEST_CASE("hosts take turns whatever each has queued") {
  NetworkSettings settings;
  settings.politeness_delay = 0ms;
  settings.max_concurrency = 1;
  Frontier frontier(settings);
  for (int i = 0; i < 1000; ++i) frontier.add(job("http://big.example/" + std::to_string(i)), 0ms);
  for (int i = 0; i < 10; ++i) frontier.add(job("http://small.example/" + std::to_string(i)), 0ms);
  int small = 0;
  for (int i = 0; i < 20; ++i) {
    const JobPtr next = launched(frontier, 0ms);
    small += next->origin == "http://small.example" ? 1 : 0;
    frontier.ended(*next, 0ms);
  }
  CHECK(small == 10);
}

TEST_CASE("a hundred feeds of one host are spread by its spacing (P15)") {
  const NetworkSettings settings;
  Frontier frontier(settings);
  for (int i = 0; i < 100; ++i) frontier.add(job("http://a.example/" + std::to_string(i)), 0ms);
  Tick now{0};
  for (int i = 0; i < 100; ++i) {
    JobPtr next = launched(frontier, now);
    if (!next) {
      now = *waits_until(frontier, now);
      next = launched(frontier, now);
    }
    REQUIRE(next);
    CHECK(frontier.in_flight() == 1);
    now += 50ms;
    frontier.ended(*next, now);
  }
  CHECK(now >= 99 * 1050ms);
}

TEST_CASE("draining gives back every request and none of our own") {
  const NetworkSettings settings;
  Frontier frontier(settings);
  frontier.add(page("http://a.example/1"), 0ms);
  REQUIRE(launched(frontier, 0ms)->robots);  // under way; the page waits for it
  frontier.add(page("http://a.example/2"), 0ms);
  frontier.add(job("http://b.example/feed"), 0ms);
  frontier.restore({"source:held", k_wall + 5s, 1}, k_wall, 0ms);
  frontier.add(job("http://c.example/feed", FetchPurpose::feed, "held"), 0ms);
  while (launched(frontier, 0ms)) {
  }
  std::set<std::string> urls;
  for (const JobPtr& left : frontier.drain()) urls.insert(left->request.url);
  CHECK(urls == std::set<std::string>{"http://a.example/1", "http://a.example/2", "http://c.example/feed"});
  CHECK(frontier.queued() == 0);
}

TEST_CASE("the robots cache stays inside its budget") {
  NetworkSettings settings;
  settings.politeness_delay = 0ms;
  settings.robots_cache_bytes = 100'000;
  Frontier frontier(settings);
  std::string text = "User-agent: *\n";
  for (int i = 0; i < 50; ++i) text += "Disallow: /folder/number/" + std::to_string(i) + "/\n";
  for (int i = 0; i < 500; ++i) {
    frontier.add(page("http://h" + std::to_string(i) + ".example/"), Tick{i});
    answer_robots(frontier, Tick{i}, text);
    frontier.ended(*launched(frontier, Tick{i}), Tick{i});
    CHECK(frontier.robots_bytes() <= settings.robots_cache_bytes);
  }
}

TEST_CASE("two hundred thousand requests over ten thousand hosts are cheap and leave nothing behind") {
  NetworkSettings settings;
  settings.max_concurrency = 500;
  Frontier frontier(settings);
  for (int i = 0; i < 200'000; ++i) {
    frontier.add(job("http://h" + std::to_string(i % 10'000) + ".example/" + std::to_string(i)), 0ms);
  }
  CHECK(frontier.queued() == 200'000);
  CHECK(frontier.hosts_waiting() == 10'000);
  Tick now{0};
  std::vector<JobPtr> under_way;
  int done = 0;
  while (done < 200'000) {
    Frontier::Step step = frontier.next(now);
    if (auto* launch = std::get_if<Frontier::Launch>(&step)) {
      under_way.push_back(std::move(launch->job));
      continue;
    }
    REQUIRE(std::holds_alternative<Frontier::Wait>(step));
    if (under_way.empty()) {
      now = std::get<Frontier::Wait>(step).until.value();
      continue;
    }
    now += 10ms;
    for (const JobPtr& ended : under_way) frontier.ended(*ended, now);
    done += static_cast<int>(under_way.size());
    under_way.clear();
  }
  CHECK(frontier.queued() == 0);
  CHECK(frontier.hosts_waiting() == 0);
  for (int i = 0; i < 10'000; ++i) frontier.add(job("http://n" + std::to_string(i) + ".example/"), now + 10s);
  CHECK(frontier.hosts() <= 10'001);
}
