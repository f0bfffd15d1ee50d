// The network gone for an hour of a test clock, with a real server that resets what reaches it meanwhile.
#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <string>
#include <vector>

#include "tests/crawler/poller.h"

using namespace vigie;
using namespace vigie::crawler;
using namespace vigie::crawler::test;
using vigie::test::LoopbackServer;
using vigie::test::ServerRequest;
using vigie::test::ServerResponse;

namespace {

constexpr std::size_t k_sources = 30;
constexpr seconds k_every{600};  // a new item of each source

// Twenty items up to `now`.
ServerResponse window(Time now) {
  const long long newest = (now - k_start) / k_every;
  std::string body = "<rss>";
  for (long long i = newest; i > newest - 20; --i) body += "<item>" + std::to_string(i) + "</item>";
  ServerResponse response = feed_response(body + "</rss>");
  response.headers[0].second = "\"" + std::to_string(newest) + "\"";
  return response;
}

// Polls whatever is due first, until the clock stands at `until`. Hits by minute.
std::map<long long, int> run(std::vector<Poller>& pollers, Time& now, Time until) {
  std::map<long long, int> by_minute;
  while (true) {
    const auto next = std::min_element(pollers.begin(), pollers.end(), [](const Poller& a, const Poller& b) {
      return a.state.next_check_at < b.state.next_check_at;
    });
    if (next->state.next_check_at >= until) break;
    now = next->now = std::max(now, next->state.next_check_at);
    next->poll();
    ++by_minute[(now - k_start) / seconds{60}];
  }
  now = until;
  return by_minute;
}

int most(const std::map<long long, int>& by_minute) {
  int most = 0;
  for (const auto& [minute, hits] : by_minute) most = std::max(most, hits);
  return most;
}

}  // namespace

TEST_CASE("after an hour without network no feed is given up, none bursts, and nothing the feeds carry is lost") {
  LoopbackServer server;
  Time now = k_start;
  bool down = false;
  server.route_rest([&](const ServerRequest&) {
    if (!down) return window(now);
    ServerResponse reset;
    reset.reset = true;
    return reset;
  });
  std::vector<Poller> pollers;
  for (std::size_t i = 0; i < k_sources; ++i) {
    const std::string name = std::to_string(i);
    pollers.emplace_back(server.url("/" + name), "source-" + name);
    pollers.back().state.next_check_at = spread_start(pollers.back().state, k_start, 300s);
  }
  run(pollers, now, k_start + 3h);
  down = true;
  const auto meanwhile = run(pollers, now, k_start + 4h);
  CHECK(meanwhile.size() > 5);
  down = false;
  const auto after = run(pollers, now, k_start + 7h);
  CHECK(most(after) <= static_cast<int>(k_sources) / 3);
  for (const Poller& poller : pollers) {
    CHECK(poller.state.consecutive_errors == 0);
    CHECK(poller.state.health == Health::healthy);
    CHECK(poller.state.next_check_at < now + 2h);
    // Twenty items of before the start, and all since but those after its last poll.
    CHECK(poller.seen.size() == 20 + static_cast<std::size_t>((poller.now - k_start) / k_every));
  }
}
