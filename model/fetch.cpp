#include "model/fetch.h"

#include "model/enum_names.h"

namespace vigie {
namespace {

constexpr EnumNames<OutcomeKind, 25> k_outcome_kind_names{
    {"ok",           "not_modified",   "unchanged",       "http_error",     "gone",          "rate_limited",
     "unavailable",  "dns_error",      "connect_error",   "tls_error",      "timeout",       "too_large",
     "bad_encoding", "redirect_error", "refused_address", "refused_scheme", "robots_denied", "robots_unreachable",
     "waiting",      "cancelled",      "empty",           "not_a_feed",     "bot_check",     "malformed",
     "no_article"}};
constexpr EnumNames<FetchPurpose, 4> k_fetch_purpose_names{{"feed", "sitemap", "listing", "page"}};
constexpr EnumNames<Health, 6> k_health_names{{"healthy", "slow", "failing", "silent", "gone", "blocked"}};

}  // namespace

std::string_view to_string(OutcomeKind kind) { return k_outcome_kind_names.name(kind); }
std::optional<OutcomeKind> outcome_kind_from(std::string_view name) { return k_outcome_kind_names.value(name); }
std::string_view to_string(FetchPurpose purpose) { return k_fetch_purpose_names.name(purpose); }
std::optional<FetchPurpose> fetch_purpose_from(std::string_view name) { return k_fetch_purpose_names.value(name); }
std::string_view to_string(Health health) { return k_health_names.name(health); }
std::optional<Health> health_from(std::string_view name) { return k_health_names.value(name); }

bool is_success(OutcomeKind kind) {
  return kind == OutcomeKind::ok || kind == OutcomeKind::not_modified || kind == OutcomeKind::unchanged;
}

}  // namespace vigie
