#include "classifier/category.h"

namespace vigie::classifier {
namespace {

// clang-format off
constexpr std::array<std::string_view, k_category_count> k_names = {
    "operation", "operation_weak", "cyber", "hacker", "group", "attacker", "hack", "attack", "suffer",
    "sponsored", "link", "link_after", "behind", "service", "pro",
    "accuse", "accused", "accusation", "deny", "denial", "sanction", "indict", "advisory", "report", "say", "according",
    "according_after", "claim", "condemn", "negation", "unknown",
    "against", "against_after", "among", "by", "by_after", "from", "from_after", "subject_after", "object_after", "host",
    "ministry_foreign", "ministry_defence", "ministry_interior", "ministry_finance", "ministry_justice", "ministry",
    "embassy", "spokesperson", "minister", "president", "prime_minister", "government", "parliament", "court",
    "prosecutor", "police", "cert", "intelligence", "military", "election", "party", "diplomat", "local_government",
    "company", "bank", "energy", "telecom", "transport", "health", "water", "defence_industry",
    "critical_infrastructure", "research", "education", "media", "ngo", "activist", "igo", "infosec", "infrastructure",
    "crime", "ransomware", "hacktivism", "kinetic", "spying", "influence", "policy", "product", "business", "sport",
    "opinion", "explainer", "fiction", "vulnerability", "privacy", "ordinary", "metaphor",
    "vendor", "press", "malware", "vulnerability_name", "product_name",
    "state_name", "state_adjective", "state_seat", "state_service"};
// clang-format on

}  // namespace

std::string_view name_of(Category category) { return k_names[static_cast<std::size_t>(category)]; }

std::optional<Category> category_from(std::string_view key) {
  for (std::size_t i = 0; i < static_cast<std::size_t>(Category::state_name); ++i) {
    if (k_names[i] == key) return static_cast<Category>(i);
  }
  return std::nullopt;
}

std::vector<std::string> category_names() {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < static_cast<std::size_t>(Category::vendor); ++i) names.emplace_back(k_names[i]);
  return names;
}

std::string_view receiver_category(Category institution) {
  switch (institution) {
    case Category::ministry_foreign:
    case Category::ministry_defence:
    case Category::ministry_interior:
    case Category::ministry_finance:
    case Category::ministry_justice:
    case Category::ministry:
    case Category::embassy:
    case Category::spokesperson:
    case Category::minister:
    case Category::president:
    case Category::prime_minister:
    case Category::government:
    case Category::parliament:
    case Category::court:
    case Category::prosecutor:
    case Category::police:
    case Category::cert:
    case Category::intelligence:
    case Category::military:
    case Category::election:
    case Category::party:
    case Category::diplomat:
    case Category::local_government:
      return "State institutions / political system";
    case Category::bank:
    case Category::energy:
    case Category::telecom:
    case Category::transport:
    case Category::health:
    case Category::water:
    case Category::defence_industry:
    case Category::critical_infrastructure:
      return "Critical infrastructure";
    case Category::research:
      return "Science";
    case Category::education:
      return "Science";
    case Category::media:
      return "Media";
    case Category::ngo:
    case Category::activist:
      return "Social groups";
    case Category::igo:
      return "International / supranational organization";
    case Category::company:
    case Category::infosec:
      return "Corporate Targets (corporate targets only coded if the respective company is not part of the critical "
             "infrastructure definition)";
    default:
      return "";
  }
}

}  // namespace vigie::classifier
