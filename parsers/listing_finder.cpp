#include "parsers/listing_finder.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "model/text.h"
#include "parsers/plain_text.h"

namespace vigie::parsers {
namespace {

constexpr std::size_t k_max_links = 5000;  // of a page that are looked at
constexpr std::size_t k_max_title_bytes = 600;
constexpr std::size_t k_min_group = 3;         // links that make a list
constexpr int k_shape_levels = 5;              // ancestors whose names tell one kind of link from another
constexpr int k_block_levels = 8;              // ancestors a block may reach
constexpr std::size_t k_date_text_bytes = 48;  // an element that holds only a date is no longer
constexpr NodeId k_date_nodes = 12;            // an element that holds only a date has no more nodes
constexpr NodeId k_block_nodes = 400;          // of a block that are searched for a date
constexpr double k_headline_units = 18;        // letters of a headline at the least; a Han character counts for 2.5

bool is_heading(Tag tag) { return tag >= Tag::h1 && tag <= Tag::h6; }

// Words in class and id of blocks that are not the page's own list.
bool names_chrome(std::string_view value) {
  constexpr std::array<std::string_view, 16> k_words = {
      "nav",    "menu",   "footer",   "breadcrumb", "sidebar",  "pagination", "pager",   "share",
      "social", "cookie", "language", "toolbar",    "skiplink", "widget",     "related", "copyright"};
  const std::string lower = ascii_lower(value);
  return std::any_of(k_words.begin(), k_words.end(),
                     [&](std::string_view word) { return lower.find(word) != std::string::npos; });
}

bool in_chrome(const Document& document, NodeId link) {
  for (NodeId id = document[link].parent; id != k_no_node; id = document[id].parent) {
    const Tag tag = document[id].tag;
    if (tag == Tag::body || tag == Tag::html) return false;
    if (tag == Tag::nav || tag == Tag::footer || tag == Tag::aside || tag == Tag::form) return true;
    // A list may well stand in an element called "news-widget"; the words count only without <main> or <article>
    // inside.
    if (tag == Tag::main || tag == Tag::article) return false;
    if (names_chrome(document.attribute(id, "class")) || names_chrome(document.attribute(id, "id"))) return true;
  }
  return false;
}

// A class without the numbers that make each block's its own ("post-123", "views-row-3").
std::string class_shape(std::string_view classes) {
  std::string shape;
  const std::string_view first = classes.substr(0, classes.find(' '));
  for (const char c : first) {
    if (c < '0' || c > '9') shape += c;
  }
  return shape;
}

std::string shape_of(const Document& document, NodeId link) {
  std::string shape;
  NodeId id = link;
  for (int level = 0; level < k_shape_levels && id != k_no_node; ++level, id = document[id].parent) {
    shape += document[id].text;
    shape += '.';
    if (level > 0) shape += class_shape(document.attribute(id, "class"));
    shape += '<';
  }
  return shape;
}

double units(std::string_view text) {
  double sum = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    sum += is_cjk(point.value) ? 2.5 : 1;
    at = point.next;
  }
  return sum;
}

NodeId heading_in(const Document& document, NodeId scope) {
  for (NodeId id = scope; id < document[scope].end; ++id) {
    if (is_heading(document[id].tag)) return id;
  }
  return k_no_node;
}

std::string clipped(std::string_view text) { return one_line(clip_utf8(text, k_max_title_bytes)); }

bool in_heading(const Document& document, NodeId link) {
  NodeId id = document[link].parent;
  for (int level = 0; level < 3 && id != k_no_node; ++level, id = document[id].parent) {
    if (is_heading(document[id].tag)) return true;
  }
  return heading_in(document, link) != k_no_node;
}

// A card that is one link holds its heading, its summary and its date.
std::string title_of_link(const Document& document, NodeId link) {
  const NodeId heading = heading_in(document, link);
  if (heading != k_no_node) return clipped(document.text_of(heading));
  std::string text = document.text_of(link);
  for (NodeId time = document.find(Tag::time, link); time != k_no_node; time = k_no_node) {
    const std::string date = document.text_of(time);
    const std::size_t at = date.empty() ? std::string::npos : text.find(date);
    if (at != std::string::npos) text.erase(at, date.size());
  }
  return clipped(text);
}

NodeId block_of(const Document& document, NodeId link, NodeId before, NodeId after) {
  NodeId block = link;
  for (int level = 0; level < k_block_levels; ++level) {
    const NodeId parent = document[block].parent;
    if (parent == k_no_node || document[parent].tag == Tag::body || document[parent].tag == Tag::main) break;
    if (before != k_no_node && document.contains(parent, before)) break;
    if (after != k_no_node && document.contains(parent, after)) break;
    block = parent;
  }
  return block;
}

NodeId previous_sibling(const Document& document, NodeId id) {
  const NodeId parent = document[id].parent;
  if (parent == k_no_node) return k_no_node;
  NodeId previous = k_no_node;
  for (NodeId child = document.first_child(parent); child != k_no_node && child < id;
       child = document.next_sibling(child)) {
    if (document[child].tag != Tag::text || !trim_ascii(document[child].text).empty()) previous = child;
  }
  return previous;
}

std::optional<Date> date_of_short(const Document& document, NodeId id, const DateContext& dates) {
  if (document[id].end - id > k_date_nodes) return std::nullopt;
  const std::string text = document[id].tag == Tag::text ? std::string(document[id].text) : document.text_of(id);
  const std::string line = one_line(text);
  if (line.size() < 6 || line.size() > k_date_text_bytes) return std::nullopt;
  if (std::optional<Date> date = parse_date(line, dates)) return date;
  return line.find_first_of("0123456789") == std::string::npos ? std::nullopt : find_date(line, dates);
}

std::optional<Date> date_inside(const Document& document, NodeId block, NodeId link, const DateContext& dates) {
  const NodeId end = std::min(document[block].end, block + k_block_nodes);
  for (NodeId id = block; id < end; ++id) {
    if (document[id].tag != Tag::time) continue;
    const std::string_view written = document.attribute(id, "datetime");
    if (std::optional<Date> date = parse_date(written, dates)) return date;
    if (std::optional<Date> date = date_of_short(document, id, dates)) return date;
  }
  // Elements that hold nothing but a date, then what is left of the block without its headline.
  std::string rest;
  for (NodeId id = block; id < end;) {
    if (id == link && document[link].end > link) {
      const std::string title = document.text_of(link);
      if (units(title) >= k_headline_units && heading_in(document, link) == k_no_node) {
        id = document[link].end;
        continue;
      }
    }
    if (document[id].tag == Tag::text) {
      if (std::optional<Date> date = date_of_short(document, id, dates)) return date;
      if (rest.size() < 512) rest += ' ' + std::string(document[id].text.substr(0, 256));
    } else if (id != block) {
      if (std::optional<Date> date = date_of_short(document, id, dates)) return date;
    }
    ++id;
  }
  return find_date(one_line(rest), dates);
}

// "/2026/03/02/" in an address is a day the publisher filed the article under.
std::optional<Date> date_in_url(std::string_view url, const DateContext& dates) {
  const auto digit = [&](std::size_t at) { return at < url.size() && url[at] >= '0' && url[at] <= '9'; };
  for (std::size_t at = url.find('/'); at != std::string_view::npos; at = url.find('/', at + 1)) {
    const bool year = digit(at + 1) && digit(at + 2) && digit(at + 3) && digit(at + 4) && url.substr(at + 5, 1) == "/";
    const bool month = year && digit(at + 6) && digit(at + 7) && url.substr(at + 8, 1) == "/";
    if (!month || !digit(at + 9) || !digit(at + 10) || digit(at + 11)) continue;
    std::string text(url.substr(at + 1, 10));
    std::replace(text.begin(), text.end(), '/', '-');
    return parse_date(text, dates);
  }
  return std::nullopt;
}

struct Group {
  std::vector<ListedLink> links;
  double score = 0;
  double dated = 0;  // share
};

double score_of(const std::vector<ListedLink>& links, const Url& base, double& dated) {
  std::set<std::string_view> urls;
  std::size_t headlines = 0;
  std::size_t with_date = 0;
  std::size_t own = 0;
  double length = 0;
  const std::string domain = registrable_domain(base.host);
  for (const ListedLink& link : links) {
    if (!urls.insert(link.url).second) continue;
    const double letters = units(link.title);
    headlines += letters >= k_headline_units ? 1 : 0;
    with_date += link.date ? 1 : 0;
    length += std::min(letters, 120.0);
    const Expected<Url> url = parse_url(link.url);
    own += url && registrable_domain(url->host) == domain ? 1 : 0;
  }
  const double count = static_cast<double>(urls.size());
  if (urls.size() < k_min_group || static_cast<double>(headlines) < 0.6 * count) return 0;
  dated = static_cast<double>(with_date) / count;
  const double place = static_cast<double>(own) * 2 >= count ? 1 : 0.3;
  return std::min(count, 30.0) * (0.2 + dated) * std::min(length / count / 45, 1.5) * place;
}

// Links that all say "Read more" take the title of the heading in their block.
void borrow_headings(const Document& document, std::vector<ListedLink>& links) {
  std::set<std::string_view> titles;
  double length = 0;
  for (const ListedLink& link : links) {
    titles.insert(link.title);
    length += units(link.title);
  }
  const double count = static_cast<double>(links.size());
  if (static_cast<double>(titles.size()) * 2 > count && length / count >= 12) return;
  for (ListedLink& link : links) {
    const NodeId heading = heading_in(document, link.block);
    if (heading == k_no_node) continue;
    link.title = clipped(document.text_of(heading));
    link.title_from = ListedLink::TitleFrom::block;
  }
}

// A rubric's link borrows the headline that stands beside it, which has a link of its own.
void drop_borrowers(std::vector<ListedLink>& links) {
  std::set<std::string> owned;
  for (const ListedLink& link : links) {
    if (link.title_from != ListedLink::TitleFrom::block) owned.insert(link.title);
  }
  std::erase_if(links, [&](const ListedLink& link) {
    return link.title_from == ListedLink::TitleFrom::block && owned.contains(link.title);
  });
}

}  // namespace

std::optional<Date> date_of_block(const Document& document, NodeId block, NodeId link, const DateContext& dates) {
  if (std::optional<Date> date = date_inside(document, block, link, dates)) return date;
  for (NodeId id : {block, document[block].parent}) {
    const NodeId previous = id == k_no_node ? k_no_node : previous_sibling(document, id);
    if (previous == k_no_node) continue;
    if (std::optional<Date> date = date_of_short(document, previous, dates)) return date;
  }
  return std::nullopt;
}

std::vector<ListedLink> describe_links(const Document& document, const std::vector<NodeId>& nodes, const Url& base,
                                       const DateContext& dates) {
  std::vector<ListedLink> links;
  const std::string page = base.href_without_fragment();
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const std::string_view href = trim_ascii(document.attribute(nodes[i], "href"));
    if (href.empty() || href[0] == '#') continue;
    const Expected<Url> url = resolve_url(base, href);
    if (!url || url->href_without_fragment() == page) continue;
    ListedLink link;
    link.node = nodes[i];
    link.url = url->href_without_fragment();
    link.title = title_of_link(document, nodes[i]);
    if (in_heading(document, nodes[i])) link.title_from = ListedLink::TitleFrom::heading;
    link.block =
        block_of(document, nodes[i], i > 0 ? nodes[i - 1] : k_no_node, i + 1 < nodes.size() ? nodes[i + 1] : k_no_node);
    links.push_back(std::move(link));
  }
  if (links.empty()) return links;
  borrow_headings(document, links);
  for (ListedLink& link : links) {
    link.date = date_of_block(document, link.block, link.node, dates);
    if (!link.date) link.date = date_in_url(link.url, dates);
  }
  return links;
}

std::vector<ListedLink> find_listed_links(const Document& document, const Url& base, const DateContext& dates) {
  std::map<std::string, std::vector<NodeId>> by_shape;
  std::size_t seen = 0;
  for (NodeId id = 0; id < document.size() && seen < k_max_links; ++id) {
    if (document[id].tag != Tag::a || !document.has_attribute(id, "href")) continue;
    ++seen;
    if (document.text_of(id).empty() || in_chrome(document, id)) continue;
    by_shape[shape_of(document, id)].push_back(id);
  }
  std::vector<Group> groups;
  for (const auto& [shape, nodes] : by_shape) {
    if (nodes.size() < k_min_group) continue;
    Group group;
    group.links = describe_links(document, nodes, base, dates);
    group.score = score_of(group.links, base, group.dated);
    if (group.score > 0) groups.push_back(std::move(group));
  }
  const auto best =
      std::max_element(groups.begin(), groups.end(), [](const Group& a, const Group& b) { return a.score < b.score; });
  std::vector<ListedLink> found;
  if (best == groups.end()) return found;
  // A second layout on one page (a leading story, older months) counts where it is as well dated.
  const double floor = best->dated >= 0.5 ? 0.3 * best->score : 0.8 * best->score;
  const double dated = best->dated >= 0.5 ? 0.5 : 0;
  for (Group& group : groups) {
    if (group.score < floor || group.dated < dated) continue;
    std::move(group.links.begin(), group.links.end(), std::back_inserter(found));
  }
  drop_borrowers(found);
  std::sort(found.begin(), found.end(), [](const ListedLink& a, const ListedLink& b) { return a.node < b.node; });
  return found;
}

}  // namespace vigie::parsers
