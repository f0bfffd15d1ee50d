#pragma once

#include <cstddef>
#include <memory>
#include <string>

#include "crawler/address.h"
#include "crawler/answer.h"
#include "crawler/frontier.h"
#include "crawler/network_settings.h"

namespace vigie::crawler {

class Transfer;

/// What all transfers of a fetcher share. Not for several threads.
struct TransferContext {
  const NetworkSettings& settings;
  const AddressPolicy& policy;
  std::string user_agent;
  std::size_t begun = 0;             // body bytes held by all transfers under way, of each up to k_large_body
  std::size_t large = 0;             // body bytes beyond that
  bool hold_bodies = false;          // nobody takes answers: bodies that have not begun wait
  const Transfer* leader = nullptr;  // where large bodies fill their share, one alone grows on, so that it can end
  Tick leader_since{0};
  std::size_t leader_bytes = 0;  // of its body then

  /// Large bodies have a share of the memory to themselves: endless ones keep no others from being fetched.
  bool no_room_to_begin() const { return begun > settings.max_buffered / 4 * 3; }
  bool no_room_to_grow() const { return large > settings.max_buffered / 4; }
};

inline constexpr std::size_t k_large_body = 262'144;

/// One HTTP request with libcurl behind it: limits, address check on the socket, evidence. Reused for request after
/// request; connections live in the multi handle and outlive it.
class Transfer {
 public:
  explicit Transfer(TransferContext& context);
  ~Transfer();
  Transfer(const Transfer&) = delete;
  Transfer& operator=(const Transfer&) = delete;

  /// The CURL* to add to a multi handle.
  void* handle() const;
  /// Sets the request of job->target up. Nothing is sent before the handle is in a multi handle.
  void begin(JobPtr job, Tick now);
  const Job& job() const { return *job_; }
  Tick begun() const { return begun_; }
  /// Whether the body waits at its sender's side, for want of memory (max_buffered) or of room for answers.
  bool held() const { return held_; }
  std::size_t body_bytes() const { return answer_.body.size(); }
  /// Lets a held body go on; it may be held again at once, unless it is let in for good.
  enum class Hold { again, never };
  void resume(Hold hold);
  /// Cuts the speed, also of a transfer under way. Bytes a second.
  void limit_speed(std::uint64_t bytes);

  struct Ended {
    JobPtr job;
    Answer answer;
  };
  /// Takes what came, after libcurl said with which CURLcode it ended; ready for the next begin().
  Ended end(int curl_code);

 private:
  class Callbacks;
  struct Curl;  // handle, lists and buffers of libcurl

  void set_request_headers();
  bool must_hold();
  void keep(const char* data, std::size_t bytes);
  void give_back();
  void prepare_body();
  void undo_encoding();
  std::string too_large_message() const;
  void classify_failure(int curl_code);

  TransferContext& context_;
  std::unique_ptr<Curl> curl_;
  JobPtr job_;
  Tick begun_{0};
  Answer answer_;
  std::size_t header_bytes_ = 0;
  std::size_t body_cap_ = 0;
  bool held_ = false;
  bool never_hold_ = false;
  bool stop_at_cap_ = false;  // what is over the cap is not wanted, and no failure
  bool over_cap_ = false;
  bool headers_over_ = false;
  bool socket_allowed_ = false;
  std::string refused_;  // description of the address that was refused
};

}  // namespace vigie::crawler
