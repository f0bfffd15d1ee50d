#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/url.h"
#include "parsers/date.h"
#include "parsers/html.h"

namespace vigie::parsers {

/// A link of a page that lists articles.
struct ListedLink {
  NodeId node = k_no_node;   // the <a>
  NodeId block = k_no_node;  // the largest element around it that holds no other link of its kind
  std::string url;
  std::string title;
  std::optional<Date> date;
  /// Where the title is from: the block's heading, because the links' own texts say nothing; the link's text; a heading
  /// the link stands in or holds. The later the better.
  enum class TitleFrom { block, text, heading } title_from = TitleFrom::text;
};

/// The links of `document` that are headlines, in order of the page: of the groups of links that stand in equal places
/// of equal blocks, those with a headline's worth of text, most of all dated ones, outside navigation and footers.
/// Empty when no group of three looks like it.
std::vector<ListedLink> find_listed_links(const Document& document, const Url& base, const DateContext& dates);

/// Title, block and date of the links `nodes`, taken as one list.
std::vector<ListedLink> describe_links(const Document& document, const std::vector<NodeId>& nodes, const Url& base,
                                       const DateContext& dates);

/// The date of a block: of its <time>, of an element that holds nothing else, of its text, or of a short element before
/// it.
std::optional<Date> date_of_block(const Document& document, NodeId block, NodeId link, const DateContext& dates);

}  // namespace vigie::parsers
