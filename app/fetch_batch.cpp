#include "app/fetch_batch.h"

#include "app/queue.h"
#include "crawler/fetcher.h"

namespace vigie {
namespace {

class BatchPort : public crawler::FetchPort {
 public:
  explicit BatchPort(std::size_t count) : requests_(count + 1), responses_(count + 1) {}
  std::optional<FetchRequest> next() override { return requests_.try_pop(); }
  bool has_room() override { return true; }
  void deliver(FetchResponse response) override { responses_.push_over(std::move(response)); }

  BoundedQueue<FetchRequest> requests_;
  BoundedQueue<FetchResponse> responses_;
};

}  // namespace

std::vector<FetchResponse> fetch_batch(std::vector<FetchRequest> requests, const crawler::NetworkSettings& settings,
                                       seconds patience) {
  const std::size_t count = requests.size();
  BatchPort port(count);
  for (std::size_t i = 0; i < count; ++i) {
    requests[i].id = i;
    port.requests_.push_over(std::move(requests[i]));
  }
  crawler::Fetcher fetcher(settings, port);
  fetcher.start();
  std::vector<FetchResponse> responses(count);
  std::size_t answered = 0;
  const auto deadline = std::chrono::steady_clock::now() + patience;
  const auto take = [&](std::chrono::milliseconds wait) {
    for (FetchResponse& response : port.responses_.pop_some(count, wait)) {
      const std::uint64_t id = response.request.id;
      responses[id] = std::move(response);
      ++answered;
    }
  };
  while (answered < count && std::chrono::steady_clock::now() < deadline) take(std::chrono::milliseconds{200});
  fetcher.stop(std::chrono::milliseconds{0});
  while (answered < count && port.responses_.size() > 0) take(std::chrono::milliseconds{0});
  return responses;
}

}  // namespace vigie
