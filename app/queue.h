#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

#include "model/time.h"

namespace vigie {

/// The one lock type of the program: a queue between threads with a bound. Closing it wakes everyone; what is still
/// inside can be taken out. All members are safe from any thread.
template <typename T>
class BoundedQueue {
 public:
  explicit BoundedQueue(std::size_t capacity) : capacity_(capacity) {}

  /// Waits for room. False when the queue was closed; `value` is lost then.
  bool push(T value) {
    std::unique_lock lock(mutex_);
    room_.wait(lock, [this] { return closed_ || items_.size() < capacity_; });
    if (closed_) return false;
    items_.push_back(std::move(value));
    filled_.notify_one();
    return true;
  }

  /// Puts an item in whether or not there is room: for a producer that has looked at has_room and must not block.
  void push_over(T value) {
    const std::lock_guard lock(mutex_);
    items_.push_back(std::move(value));
    filled_.notify_one();
  }

  std::optional<T> try_pop() {
    const std::lock_guard lock(mutex_);
    return take();
  }

  /// Waits for an item; nothing when the queue is closed and empty.
  std::optional<T> pop() {
    std::unique_lock lock(mutex_);
    filled_.wait(lock, [this] { return closed_ || !items_.empty(); });
    return take();
  }

  /// Waits up to `patience` for something, then takes out up to `limit` items at once.
  std::vector<T> pop_some(std::size_t limit, std::chrono::milliseconds patience) {
    std::unique_lock lock(mutex_);
    filled_.wait_for(lock, patience, [this] { return closed_ || woken_ || !items_.empty(); });
    woken_ = false;
    std::vector<T> taken;
    while (taken.size() < limit) {
      std::optional<T> item = take();
      if (!item) break;
      taken.push_back(std::move(*item));
    }
    return taken;
  }

  /// Ends a waiting pop_some early.
  void wake() {
    const std::lock_guard lock(mutex_);
    woken_ = true;
    filled_.notify_all();
  }

  void close() {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    filled_.notify_all();
    room_.notify_all();
  }

  bool has_room() const {
    const std::lock_guard lock(mutex_);
    return items_.size() < capacity_;
  }

  std::size_t size() const {
    const std::lock_guard lock(mutex_);
    return items_.size();
  }

 private:
  std::optional<T> take() {
    if (items_.empty()) return std::nullopt;
    std::optional<T> item(std::move(items_.front()));
    items_.pop_front();
    room_.notify_one();
    return item;
  }

  mutable std::mutex mutex_;
  std::condition_variable filled_;
  std::condition_variable room_;
  std::deque<T> items_;
  std::size_t capacity_;
  bool closed_ = false;
  bool woken_ = false;
};

}  // namespace vigie
