#include "parsers/listing.h"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "model/text.h"
#include "model/url.h"
#include "parsers/charset.h"
#include "parsers/feed_draft.h"
#include "parsers/html.h"
#include "parsers/listing_finder.h"
#include "parsers/selector.h"
#include "parsers/telegram_preview.h"

namespace vigie::parsers {
namespace {

constexpr std::size_t k_max_entries = 500;

tl::unexpected<Error> fail(ErrorKind kind, std::string_view url, const std::string& what) {
  return failure(kind, "cannot read listing " + std::string(url) + ": " + what);
}

// The links a rule selects: <a> elements, or the first link in each element selected.
std::vector<NodeId> links_in(const Document& document, const std::vector<NodeId>& selected) {
  std::vector<NodeId> links;
  for (const NodeId id : selected) {
    const NodeId link = document[id].tag == Tag::a ? id : document.find(Tag::a, id);
    if (link != k_no_node && (links.empty() || links.back() != link)) links.push_back(link);
  }
  return links;
}

// A date the rule selects belongs to the link whose block it stands in.
void use_selected_dates(const Document& document, const std::vector<NodeId>& dates, const DateContext& context,
                        std::vector<ListedLink>& links) {
  for (ListedLink& link : links) {
    const auto inside =
        std::find_if(dates.begin(), dates.end(), [&](NodeId id) { return document.contains(link.block, id); });
    if (inside == dates.end()) continue;
    const std::string_view written = document.attribute(*inside, "datetime");
    std::optional<Date> date = parse_date(written, context);
    if (!date) date = find_date(document.text_of(*inside), context);
    if (date) link.date = date;
  }
}

Feed to_feed(std::vector<ListedLink> links) {
  Feed feed;
  feed.format = "listing";
  std::map<std::string, std::size_t> known;
  std::vector<ListedLink::TitleFrom> sources;
  for (ListedLink& link : links) {
    const auto [place, added] = known.try_emplace(link.url, feed.entries.size());
    if (!added) {
      // The same article's picture, headline, summary and "read more": a heading is the headline, else the longest
      // text.
      FeedEntry& first = feed.entries[place->second];
      ListedLink::TitleFrom& source = sources[place->second];
      if (link.title_from > source || (link.title_from == source && link.title.size() > first.title.size())) {
        first.title = std::move(link.title);
        source = link.title_from;
      }
      if (!first.published) first.published = link.date;
      continue;
    }
    if (feed.entries.size() >= k_max_entries) {
      known.erase(place);
      continue;
    }
    FeedEntry& fresh = feed.entries.emplace_back();
    fresh.url = link.url;
    fresh.title = std::move(link.title);
    fresh.published = link.date;
    sources.push_back(link.title_from);
  }
  return feed;
}

}  // namespace

Expected<Feed> read_listing(std::string_view bytes, std::string_view url, std::string_view content_type,
                            const ListingRule& rule) {
  const Decoded decoded = decode(bytes, content_type, Markup::html);
  HtmlLimits limits;
  const bool telegram = may_be_telegram_preview(decoded.text);
  if (telegram || !rule.link.empty() || !rule.date.empty()) limits.detail = Detail::everything;
  const Expected<Document> page = parse_html(decoded.text, limits);
  if (!page) return fail(page.error().kind, url, page.error().message);
  const Document& document = *page;
  if (telegram) {
    Feed channel = read_telegram_preview(document);
    channel.encoding = decoded.encoding;
    channel.link = std::string(url);
    if (!channel.entries.empty()) return channel;
  }
  Expected<Url> base = parse_url(url);
  if (!base) return fail(ErrorKind::malformed, url, "its address cannot be read");
  const NodeId base_element = document.find(Tag::base);
  if (base_element != k_no_node) {
    Expected<Url> own = resolve_url(*base, document.attribute(base_element, "href"));
    if (own) base = std::move(own);
  }
  DateContext dates;
  dates.language = feed_language(document.attribute(document.root(), "lang"));
  std::vector<ListedLink> links;
  if (rule.link.empty()) {
    links = find_listed_links(document, *base, dates);
  } else {
    const Expected<std::vector<NodeId>> selected = select(document, rule.link);
    if (!selected) return tl::unexpected<Error>(selected.error());
    links = describe_links(document, links_in(document, *selected), *base, dates);
  }
  if (!rule.date.empty()) {
    const Expected<std::vector<NodeId>> selected = select(document, rule.date);
    if (!selected) return tl::unexpected<Error>(selected.error());
    use_selected_dates(document, *selected, dates, links);
  }
  if (links.empty()) return fail(ErrorKind::malformed, url, "no links that look like headlines");
  Feed feed = to_feed(std::move(links));
  feed.encoding = decoded.encoding;
  feed.link = std::string(url);
  feed.language = dates.language;
  const NodeId title = document.find(Tag::title);
  if (title != k_no_node) feed.title = document.text_of(title);
  for (FeedEntry& entry : feed.entries) entry.language = feed.language;
  return feed;
}

}  // namespace vigie::parsers
