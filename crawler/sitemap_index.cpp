#include "crawler/sitemap_index.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>

#include "model/text.h"
#include "model/url.h"

namespace vigie::crawler {
namespace {

struct Child {
  std::string url;
  std::optional<Time> changed;
  int promise = 0;
  long number = 0;
};

// How much a child's name promises articles. Generators (WordPress, Yoast, Drupal, TYPO3 …) name children by what they
// hold.
int promise_of(std::string_view name) {
  const auto speaks_of = [&](std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return name.find(word) != std::string_view::npos; });
  };
  if (speaks_of({"tag", "categor", "author", "user", "image", "video", "taxonom", "static"})) return -1;
  if (speaks_of({"news", "latest", "today"})) return 2;
  return speaks_of({"post", "article", "press", "story", "stories", "release"}) ? 1 : 0;
}

// The last number in a name: "post-sitemap12.xml" is 12, "sitemap-2026-11.xml.gz" is 202611.
long number_of(std::string_view name) {
  long number = 0;
  int digits = 0;
  for (const char c : name) {
    if (c < '0' || c > '9' || digits >= 12) continue;
    number = number * 10 + (c - '0');
    ++digits;
  }
  return number;
}

bool before(const Child& a, const Child& b) {
  if (a.promise != b.promise) return a.promise > b.promise;
  if (a.changed != b.changed) return a.changed.value_or(Time{}) > b.changed.value_or(Time{});
  return a.number > b.number;
}

}  // namespace

std::vector<std::string> children_to_read(const Feed& index, const std::string& index_url, Time last_success,
                                          const std::set<std::string>& owed) {
  const Expected<Url> base = parse_url(index_url);
  if (!base) return {};
  const std::string domain = registrable_domain(base->host);
  std::vector<Child> children;
  std::set<std::string> seen;
  for (const FeedEntry& entry : index.entries) {
    const Expected<Url> url = parse_url(entry.url);
    if (!url || registrable_domain(url->host) != domain) continue;
    const std::optional<Date>& date = entry.updated ? entry.updated : entry.published;
    std::string address = url->href_without_fragment();
    // A day of grace: many write the day alone, in whatever zone.
    if (date && date->at + seconds{86400} < last_success && !owed.contains(address)) continue;
    if (!seen.insert(address).second) continue;
    const std::string name = ascii_lower(url->path);
    children.push_back(
        {std::move(address), date ? std::optional(date->at) : std::nullopt, promise_of(name), number_of(name)});
  }
  std::stable_sort(children.begin(), children.end(), before);
  if (children.size() > k_most_children) children.resize(k_most_children);
  std::vector<std::string> urls;
  for (Child& child : children) urls.push_back(std::move(child.url));
  return urls;
}

}  // namespace vigie::crawler
