#include "app/site_lines.h"

#include <algorithm>

namespace vigie {
namespace {

constexpr std::size_t k_articles = 30;
constexpr std::size_t k_lines = 500;
constexpr std::size_t k_least = 4;

}  // namespace

void SiteLines::add(const std::string& source_id, std::string_view text) {
  Site& site = sites_[source_id];
  site.articles.push_back(parsers::line_keys(text));
  if (site.articles.size() > k_articles) site.articles.pop_front();
  site.stale = true;
}

std::shared_ptr<const parsers::BoilerplateLines> SiteLines::of(const std::string& source_id) {
  const auto found = sites_.find(source_id);
  if (found == sites_.end()) return nullptr;
  Site& site = found->second;
  if (!site.stale) return site.lines;
  site.stale = false;
  const std::size_t least = std::max(k_least, site.articles.size() / 5);
  parsers::BoilerplateLines learned = parsers::learn_boilerplate({site.articles.rbegin(), site.articles.rend()}, least);
  if (site.lines && learned.keys.size() < k_lines)
    learned.keys.insert(site.lines->keys.begin(), site.lines->keys.end());
  if (!learned.keys.empty()) site.lines = std::make_shared<const parsers::BoilerplateLines>(std::move(learned));
  return site.lines;
}

}  // namespace vigie
