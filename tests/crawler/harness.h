#pragma once

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "crawler/fetcher.h"
#include "model/fetch.h"
#include "tests/support/loopback_server.h"

namespace vigie::crawler::test {

using namespace std::chrono_literals;

/// A port with queues of its own.
class TestPort : public FetchPort {
 public:
  void ask(FetchRequest request) {
    const std::lock_guard lock(mutex_);
    requests_.push_back(std::move(request));
  }
  void set_room(std::size_t room) {
    const std::lock_guard lock(mutex_);
    room_ = room;
  }

  std::optional<FetchRequest> next() override {
    const std::lock_guard lock(mutex_);
    if (requests_.empty()) return std::nullopt;
    FetchRequest request = std::move(requests_.front());
    requests_.pop_front();
    ++taken_;
    return request;
  }
  bool has_room() override {
    const std::lock_guard lock(mutex_);
    return responses_.size() < room_;
  }
  void deliver(FetchResponse response) override {
    const std::lock_guard lock(mutex_);
    responses_.push_back(std::move(response));
    delivered_.notify_all();
  }

  /// Waits for `count` answers and takes all there are, in order of their requests' ids; fewer after `patience`.
  std::vector<FetchResponse> answers(std::size_t count, std::chrono::milliseconds patience = 20s) {
    std::unique_lock lock(mutex_);
    delivered_.wait_for(lock, patience, [&] { return responses_.size() >= count; });
    std::vector<FetchResponse> taken(std::make_move_iterator(responses_.begin()),
                                     std::make_move_iterator(responses_.end()));
    responses_.clear();
    std::stable_sort(taken.begin(), taken.end(),
                     [](const FetchResponse& a, const FetchResponse& b) { return a.request.id < b.request.id; });
    return taken;
  }
  std::size_t taken() {
    const std::lock_guard lock(mutex_);
    return taken_;
  }

 private:
  std::mutex mutex_;
  std::condition_variable delivered_;
  std::deque<FetchRequest> requests_;
  std::deque<FetchResponse> responses_;
  std::size_t room_ = 1'000'000;
  std::size_t taken_ = 0;
};

/// Settings that reach the loopback and do not wait.
inline NetworkSettings loopback_settings() {
  NetworkSettings settings;
  settings.contact = "https://example.org/bot";
  settings.allow_addresses = {"127.0.0.0/8"};
  settings.politeness_delay = 0ms;
  return settings;
}

/// Settings under which every host name leads to `server`.
inline NetworkSettings named_settings(const vigie::test::LoopbackServer& server) {
  NetworkSettings settings = loopback_settings();
  settings.connect_to = {"::127.0.0.1:" + std::to_string(server.port())};
  return settings;
}

inline FetchRequest feed_request(std::string url) {
  FetchRequest request;
  request.purpose = FetchPurpose::feed;
  request.source_id = "source";
  request.url = std::move(url);
  return request;
}

inline FetchRequest page_request(std::string url) {
  FetchRequest request = feed_request(std::move(url));
  request.purpose = FetchPurpose::page;
  return request;
}

/// Fetches all, each given its place as id, and returns the answers in that order.
inline std::vector<FetchResponse> fetch_all(NetworkSettings settings, std::vector<FetchRequest> requests,
                                            std::vector<HostPause> pauses = {}) {
  TestPort port;
  for (std::size_t i = 0; i < requests.size(); ++i) {
    requests[i].id = i;
    port.ask(std::move(requests[i]));
  }
  Fetcher fetcher(std::move(settings), port, std::move(pauses));
  fetcher.start();
  std::vector<FetchResponse> answers = port.answers(requests.size());
  fetcher.stop(0ms);
  return answers;
}

inline FetchResponse fetch_one(NetworkSettings settings, FetchRequest request, std::vector<HostPause> pauses = {}) {
  std::vector<FetchRequest> requests;
  requests.push_back(std::move(request));
  std::vector<FetchResponse> answers = fetch_all(std::move(settings), std::move(requests), std::move(pauses));
  return answers.empty() ? FetchResponse{} : std::move(answers.front());
}

}  // namespace vigie::crawler::test
