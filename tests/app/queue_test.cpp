#include <catch2/catch.hpp>

#include <thread>

#include "app/queue.h"

using namespace vigie;

TEST_CASE("items come out in the order they went in") {
  BoundedQueue<int> queue(3);
  CHECK(queue.push(1));
  CHECK(queue.push(2));
  CHECK(*queue.pop() == 1);
  CHECK(*queue.try_pop() == 2);
  CHECK_FALSE(queue.try_pop());
}

TEST_CASE("a full queue holds the producer until there is room") {
  BoundedQueue<int> queue(1);
  queue.push(1);
  CHECK_FALSE(queue.has_room());
  std::thread producer([&] { queue.push(2); });
  CHECK(*queue.pop() == 1);
  CHECK(*queue.pop() == 2);
  producer.join();
}

TEST_CASE("closing wakes everyone and lets what is inside be taken out") {
  BoundedQueue<int> queue(4);
  queue.push(7);
  queue.close();
  CHECK_FALSE(queue.push(8));
  CHECK(*queue.pop() == 7);
  CHECK_FALSE(queue.pop());
  CHECK(queue.pop_some(10, std::chrono::hours{1}).empty());
}

TEST_CASE("a wake ends a waiting pop_some with nothing in hand") {
  BoundedQueue<int> queue(4);
  std::thread waker([&] { queue.wake(); });
  CHECK(queue.pop_some(10, std::chrono::hours{1}).empty());
  waker.join();
}
