#pragma once

#include <set>
#include <string>
#include <vector>

#include "crawler/revisit.h"
#include "tests/crawler/harness.h"

namespace vigie::crawler::test {

inline const Time k_start{1'700'000'000s};
inline const std::string k_feed = "<rss><item>1</item><item>2</item></rss>";

inline vigie::test::ServerResponse feed_response(std::string body = k_feed) {
  vigie::test::ServerResponse response = vigie::test::text_response(std::move(body), "application/rss+xml");
  response.headers = {{"ETag", "W/\"v1\""}, {"Last-Modified", "Mon, 01 Jan 2024 10:00:00 GMT"}};
  return response;
}

/// A source polled as the daemon does: fetched, read (an <item> is an entry), and planned anew.
struct Poller {
  NetworkSettings settings = loopback_settings();
  RevisitPolicy policy;
  SourceState state;
  Time now = k_start;
  std::vector<HostPause> pauses;
  FetchResponse last;
  std::set<std::string> seen;  // items

  explicit Poller(const std::string& url, const std::string& id = "source") : state(new_source_state(id, url)) {}

  seconds poll() {
    FetchRequest request = feed_request(state.url);
    request.validators = state.validators;
    request.body_hash = state.body_hash;
    settings.now = [at = now] { return at; };
    last = fetch_one(settings, request, pauses);
    if (last.pause) pauses.push_back(*last.pause);
    PollResult result = poll_result(last);
    if (result.kind == OutcomeKind::ok) {
      if (last.body.find("<rss>") == std::string::npos) result.kind = OutcomeKind::not_a_feed;
      for (std::size_t at = 0; (at = last.body.find("<item>", at)) != std::string::npos; ++at) {
        ++result.entries;
        if (seen.insert(last.body.substr(at, last.body.find("</item>", at) - at)).second) ++result.new_entries;
      }
    }
    state = revisit(state, result, policy, now);
    return state.next_check_at - now;
  }
};

}  // namespace vigie::crawler::test
