#include <algorithm>
#include <array>

#include "model/text.h"
#include "parsers/feed.h"
#include "parsers/feed_draft.h"
#include "parsers/plain_text.h"
#include "parsers/xml_scanner.h"

namespace vigie::parsers {
namespace {

constexpr std::size_t k_max_links = 64;
constexpr std::size_t k_max_page_bytes = 2u << 20;

bool has_word(std::string_view list, std::string_view word) {
  for (std::size_t at = list.find(word); at != std::string_view::npos; at = list.find(word, at + 1)) {
    const bool begins = at == 0 || list[at - 1] == ' ';
    const bool ends = at + word.size() == list.size() || list[at + word.size()] == ' ';
    if (begins && ends) return true;
  }
  return false;
}

bool is_feed_type(std::string_view type) {
  constexpr std::array<std::string_view, 6> k_types = {"application/rss+xml",   "application/atom+xml",
                                                       "application/feed+json", "application/rdf+xml",
                                                       "application/json",      "text/xml"};
  return std::find(k_types.begin(), k_types.end(), type) != k_types.end();
}

}  // namespace

std::vector<FeedLink> find_feed_links(std::string_view html, std::string_view url) {
  std::vector<FeedLink> links;
  Expected<Url> page = parse_url(url);
  XmlScanner scanner(html.substr(0, k_max_page_bytes));
  for (XmlTag tag = scanner.next(); tag.kind != XmlTag::Kind::done; tag = scanner.next()) {
    if (tag.kind == XmlTag::Kind::end || links.size() >= k_max_links) continue;
    if (equals_ignoring_ascii_case(tag.name, "base") && page) {
      Expected<Url> base = resolve_url(*page, attribute(tag, "href").value_or(""));
      if (base) page = std::move(base);
    }
    if (!equals_ignoring_ascii_case(tag.name, "link") && !equals_ignoring_ascii_case(tag.name, "a")) continue;
    const std::string relation = ascii_lower(one_line(attribute(tag, "rel").value_or("")));
    std::string type = ascii_lower(trim_ascii(attribute(tag, "type").value_or("")));
    type = std::string(trim_ascii(std::string_view(type).substr(0, type.find(';'))));
    if (!(has_word(relation, "alternate") || has_word(relation, "feed")) || !is_feed_type(type)) continue;
    const std::string address = feed_address(attribute(tag, "href").value_or(""), page ? &*page : nullptr);
    // WordPress names its JSON interface so, which is no feed.
    if (!is_web_address(address) || address.find("/wp-json/") != std::string::npos) continue;
    const bool known =
        std::any_of(links.begin(), links.end(), [&](const FeedLink& link) { return link.url == address; });
    if (!known) links.push_back({address, one_line(attribute(tag, "title").value_or("")), type});
  }
  return links;
}

}  // namespace vigie::parsers
