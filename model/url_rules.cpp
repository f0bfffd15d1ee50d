#include "model/url_rules.h"

#include <algorithm>

#include "model/text.h"

namespace vigie {
namespace {

// The shortest hash a session is named by: 26 digits of base 32, as PHP writes them.
constexpr std::size_t k_hash_length = 26;

bool matches(std::string_view piece, const std::vector<std::string>& rules) {
  const std::string whole = ascii_lower(piece);
  const std::string_view name = std::string_view(whole).substr(0, whole.find('='));
  return std::any_of(rules.begin(), rules.end(), [&](std::string_view rule) {
    if (rule.ends_with('*')) return name.starts_with(rule.substr(0, rule.size() - 1));
    return rule == (rule.find('=') == rule.npos ? name : std::string_view(whole));
  });
}

bool is_of_site(std::string_view host, std::string_view site) {
  if (!site.ends_with(".*")) {
    return host == site || (host.ends_with(site) && host[host.size() - site.size() - 1] == '.');
  }
  // "example.*": a label, and behind it a suffix of one or two.
  const std::string_view label = site.substr(0, site.size() - 1);
  const std::size_t at = host.starts_with(label) ? 0 : host.find("." + std::string(label));
  if (at == host.npos) return false;
  const std::string_view suffix = host.substr(host.find('.', at + 1) + 1);
  return std::count(suffix.begin(), suffix.end(), '.') <= 1;
}

bool is_hash(std::string_view value) {
  return value.size() >= k_hash_length && std::all_of(value.begin(), value.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
         });
}

}  // namespace

SiteUrlRules::SiteUrlRules(const UrlRules& rules, std::string_view host) : rules_(rules) {
  for (const HostUrlRules& site : rules.hosts) {
    if (is_of_site(host, site.name)) own_.push_back(&site);
  }
}

bool SiteUrlRules::is_kept(std::string_view piece) const {
  return std::any_of(own_.begin(), own_.end(), [&](const HostUrlRules* site) { return matches(piece, site->keep); });
}

bool SiteUrlRules::is_tracking(std::string_view piece) const {
  const auto drops = [&](const HostUrlRules* site) { return matches(piece, site->parameters); };
  return (matches(piece, rules_.tracking_parameters) || std::any_of(own_.begin(), own_.end(), drops)) &&
         !is_kept(piece);
}

bool SiteUrlRules::is_session(std::string_view piece) const {
  const std::size_t equals = piece.find('=');
  const bool hash = equals != piece.npos && is_hash(piece.substr(equals + 1));
  return (matches(piece, rules_.session_parameters) || (hash && matches(piece, rules_.long_session_parameters))) &&
         !is_kept(piece);
}

bool SiteUrlRules::is_amp(std::string_view piece) const {
  const std::string lower = ascii_lower(piece);
  const std::vector<std::string>& known = rules_.amp_parameters;
  return std::find(known.begin(), known.end(), lower) != known.end() && !is_kept(piece);
}

std::string_view SiteUrlRules::same_as() const {
  for (const HostUrlRules* site : own_) {
    if (!site->same_as.empty()) return site->same_as;
  }
  return {};
}

}  // namespace vigie
