#include "crawler/redirect.h"

#include <algorithm>
#include <utility>

#include "model/text.h"

namespace vigie::crawler {
namespace {

constexpr std::size_t k_longest_url = 8192;

Url without_credentials(Url url) {
  url.userinfo.clear();
  return url;
}

}  // namespace

void set_target(Job& job, const Url& url) {
  job.target = without_credentials(url).href_without_fragment();
  job.origin = url.origin();
}

Hop next_hop(Job& job, const AnswerHead& head, const AddressPolicy& policy, int limit) {
  const auto refuse = [&](OutcomeKind kind, std::string why) {
    return Hop{kind,
               job.target + " redirects to " + escape_controls(clip_utf8(head.location, 200)) + ": " + std::move(why)};
  };
  const Expected<Url> base = parse_url(job.target);
  const Expected<Url> to = base ? resolve_url(*base, head.location) : base;
  if (!to) {
    const bool scheme = to.error().kind == ErrorKind::unsupported;
    return refuse(scheme ? OutcomeKind::refused_scheme : OutcomeKind::redirect_error, to.error().message);
  }
  std::string target = without_credentials(*to).href_without_fragment();
  if (target.size() > k_longest_url) return refuse(OutcomeKind::redirect_error, "the address is too long");
  const bool seen = target == job.target || std::any_of(job.redirects.begin(), job.redirects.end(),
                                                        [&](const Redirect& hop) { return hop.to == target; });
  const Expected<Url> asked = parse_url(job.request.url);
  const bool start = asked && without_credentials(*asked).href_without_fragment() == target;
  job.redirects.push_back({head.status, target});
  if (base->scheme == "https" && to->scheme == "http")
    return refuse(OutcomeKind::redirect_error, "no longer encrypted");
  if (const auto allowed = policy.check_host(to->host); !allowed) {
    return refuse(OutcomeKind::refused_address, allowed.error().message);
  }
  if (seen || start) return refuse(OutcomeKind::redirect_error, "a loop");
  if (job.redirects.size() > static_cast<std::size_t>(limit)) {
    return refuse(OutcomeKind::redirect_error, "more than " + std::to_string(limit) + " redirects");
  }
  job.origin = to->origin();
  job.target = std::move(target);
  return {};
}

}  // namespace vigie::crawler
