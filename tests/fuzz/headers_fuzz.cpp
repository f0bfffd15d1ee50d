// Header lines as a server sends them, and the values read from them.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "crawler/answer.h"
#include "crawler/bot_check.h"
#include "crawler/headers.h"
#include "crawler/redirect.h"
#include "model/url.h"

using namespace vigie;
using namespace vigie::crawler;

namespace {

void check_wait(const std::optional<seconds>& wait) {
  if (wait && (*wait < seconds{0} || *wait > k_longest_wait)) __builtin_trap();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const Time now{seconds{1'700'000'000}};
  Answer answer;
  for (std::size_t at = 0; at < input.size();) {
    const std::size_t end = std::min(input.find('\n', at), input.size() - 1) + 1;
    answer.head.take_line(input.substr(at, end - at));
    at = end;
  }
  answer.body = input;
  check_wait(parse_retry_after(input, now));
  check_wait(parse_freshness({std::string(input), std::string(input), {}, {}}, now));
  Job job;
  job.request.url = "https://a.example/feed";
  set_target(job, *parse_url(job.request.url));
  if (is_redirect(answer)) {
    next_hop(job, answer.head, AddressPolicy(), 5);
    if (job.target.rfind("https://", 0) != 0) __builtin_trap();
  }
  const FetchResponse response = make_response(job, std::move(answer), now);
  check_wait(response.retry_after);
  check_wait(response.max_age);
  return 0;
}
