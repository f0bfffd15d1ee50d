#pragma once

#include <cstddef>
#include <string>
#include <utility>

#include "crawler/frontier.h"

namespace vigie::crawler {

/// How many feeds of a host go before its pages in a row; then a page has its turn.
inline constexpr int k_feeds_in_a_row = 8;

/// Jobs in a list that costs nothing while empty: there are tens of thousands of hosts.
class JobQueue {
 public:
  JobQueue() = default;
  JobQueue(const JobQueue&) = delete;
  JobQueue& operator=(const JobQueue&) = delete;
  ~JobQueue() {
    while (pop()) {  // one by one: a chain of owners would recurse
    }
  }

  bool empty() const { return head_ == nullptr; }
  void push(JobPtr job) {
    Job* raw = job.get();
    (tail_ == nullptr ? head_ : tail_->next) = std::move(job);
    tail_ = raw;
  }
  void push_front(JobPtr job) {
    if (tail_ == nullptr) tail_ = job.get();
    job->next = std::move(head_);
    head_ = std::move(job);
  }
  JobPtr pop() {
    if (head_ == nullptr) return nullptr;
    JobPtr job = std::move(head_);
    head_ = std::move(job->next);
    if (head_ == nullptr) tail_ = nullptr;
    return job;
  }

 private:
  JobPtr head_;
  Job* tail_ = nullptr;
};

/// Where a job is put into its host's queue.
enum class Place { front, back };

/// What waits for one host, and when it may be asked again.
struct FrontierHost {
  std::string name;
  JobQueue hops;  // further hops, and robots.txt
  JobQueue feeds;
  JobQueue pages;
  std::size_t count = 0;
  std::size_t in_flight = 0;
  Tick free_at{0};  // no request before
  int feed_run = 0;
  bool scheduled = false;

  void push(JobPtr job, Place place) {
    ++count;
    if (!job->redirects.empty() || job->robots) return hops.push(std::move(job));
    JobQueue& queue = job->request.purpose == FetchPurpose::page ? pages : feeds;
    place == Place::front ? queue.push_front(std::move(job)) : queue.push(std::move(job));
  }

  // Feeds go before pages, since they tell what is new, but never for good.
  JobPtr pop() {
    if (count == 0) return nullptr;
    --count;
    if (!hops.empty()) return hops.pop();
    if (!feeds.empty() && (pages.empty() || feed_run < k_feeds_in_a_row)) {
      ++feed_run;
      return feeds.pop();
    }
    feed_run = 0;
    return pages.pop();
  }
};

}  // namespace vigie::crawler
