#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace vigie::parsers {

struct LinkedPerson {
  std::string name;
  std::string type;  // "Person", "Organization", "NewsMediaOrganization" … or empty
  std::string url;
};

/// One post of a LiveBlogPosting.
struct LinkedPost {
  std::string headline;
  std::string body;
  std::string published;
};

/// One schema.org thing that can be an article, as the page states it; nothing is checked. Strings are UTF-8, tags and
/// character references still in them.
struct LinkedArticle {
  std::string type;  // "NewsArticle", "WebPage" …
  std::string headline;
  std::string name;
  std::string description;
  std::string body;
  std::string published;
  std::string modified;
  std::string created;
  std::string uploaded;
  std::string url;
  std::string page;  // mainEntityOfPage
  std::string language;
  std::string publisher;
  std::vector<LinkedPerson> authors;
  std::vector<LinkedPost> posts;
  int depth = 0;        // nesting below the script's top or its @graph
  bool listed = false;  // found below itemListElement, hasPart and the like: a teaser
};

/// What the <script type="application/ld+json"> blocks of a page say.
struct LinkedData {
  std::vector<LinkedArticle> articles;     // most article-like first
  std::vector<std::string> organizations;  // names of publishers and sites
  std::string site_name;                   // of a WebSite
  int unreadable = 0;                      // blocks that could not even be mended
};

/// Reads JSON-LD blocks: graphs, arrays, references by @id, and JSON broken by line breaks in strings, trailing commas,
/// HTML comments or escaped quotes. At most 1 MB a block and 32 levels are read.
LinkedData read_linked_data(const std::vector<std::string_view>& scripts);

/// Whether a schema.org type names something that is read as an article.
bool is_article_type(std::string_view type);

}  // namespace vigie::parsers
