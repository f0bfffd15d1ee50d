#include "model/source.h"

#include "model/enum_names.h"

namespace vigie {
namespace {

constexpr EnumNames<SourceKind, 3> k_source_kind_names{{"feed", "sitemap", "listing"}};
constexpr EnumNames<Authority, 7> k_authority_names{
    {"government", "cert", "agency", "press", "infosec", "vendor", "igo"}};
constexpr EnumNames<FetchPolicy, 3> k_fetch_policy_names{{"candidates", "all", "feed_only"}};

}  // namespace

std::string_view to_string(SourceKind kind) { return k_source_kind_names.name(kind); }
std::optional<SourceKind> source_kind_from(std::string_view name) { return k_source_kind_names.value(name); }
std::string_view to_string(Authority authority) { return k_authority_names.name(authority); }
std::optional<Authority> authority_from(std::string_view name) { return k_authority_names.value(name); }
std::string_view to_string(FetchPolicy policy) { return k_fetch_policy_names.name(policy); }
std::optional<FetchPolicy> fetch_policy_from(std::string_view name) { return k_fetch_policy_names.value(name); }

}  // namespace vigie
