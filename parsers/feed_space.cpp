#include "parsers/feed_space.h"

#include "parsers/xml_scanner.h"

namespace vigie::parsers {
namespace {

constexpr std::size_t k_max_bindings = 256;

}  // namespace

QName split_name(std::string_view name) {
  const std::size_t colon = name.find(':');
  if (colon == std::string_view::npos) return {{}, name};
  return {name.substr(0, colon), name.substr(colon + 1)};
}

void FeedSpaces::bind(std::string_view attributes) {
  if (attributes.find("xmlns") == std::string_view::npos) return;
  for_each_attribute(attributes, [&](std::string_view name, std::string_view raw) {
    if (!name.starts_with("xmlns") || bindings_.size() >= k_max_bindings) return;
    if (name.size() > 5 && name[5] != ':') return;
    bindings_.push_back({name.size() > 5 ? name.substr(6) : std::string_view(), space_of_uri(raw)});
  });
}

void FeedSpaces::set_root(std::string_view prefix, FeedSpace space) {
  root_prefix_ = prefix;
  root_space_ = FeedSpace::none;
  for (const Binding& binding : bindings_) {
    if (binding.prefix == prefix) root_space_ = space;
  }
  root_known_ = true;
}

FeedSpaces::Found FeedSpaces::find(const QName& name) const {
  for (auto it = bindings_.rbegin(); it != bindings_.rend(); ++it) {
    if (it->prefix != name.prefix) continue;
    const bool of_root = it->space == FeedSpace::other && root_known_ && root_prefix_ == name.prefix;
    return {of_root ? root_space_ : it->space, true};
  }
  if (name.prefix.empty()) return {root_known_ && root_prefix_.empty() ? root_space_ : FeedSpace::none, true};
  return {space_of_prefix(name.prefix), false};
}

}  // namespace vigie::parsers
