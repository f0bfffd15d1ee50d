#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/article.h"
#include "model/error.h"
#include "model/time.h"
#include "model/url_rules.h"
#include "parsers/boilerplate.h"
#include "parsers/site_rule.h"

namespace vigie::parsers {

/// What becomes of a page that has a title and a date and no article under them: a picture, a broadcast, a bot check.
enum class WithoutArticle { fail, tell };

/// What is known of a page before it is read. Every field may be empty.
struct PageContext {
  std::string url;                // final address
  std::string content_type;       // HTTP header's value
  std::string feed_title;         // of the entry that led here; a witness among the page's own titles
  std::optional<Date> feed_date;  // used where the page names none
  std::string language_hint;      // the source's language, BCP 47
  const SiteRule* rule = nullptr;
  const BoilerplateLines* known_lines = nullptr;
  const UrlRules* url_rules = nullptr;  // what is tracking in an address; null: nothing is
  std::optional<Time> now;  // when the page was fetched; relative dates count from it, later dates are no publication
  WithoutArticle without_article = WithoutArticle::fail;  // tell: answer with what the page says of itself, and why
};

/// A block of the page that did not become text.
struct DroppedBlock {
  std::string text;     // clipped to 200 bytes
  std::string reason;   // "links", "phrase:newsletter", "class:related", "known line of the site" …
  bool inside = false;  // the container holds it
};

/// One witness of one field.
struct MetadataSource {
  std::string field;   // title, date, authors, language, url, site_name
  std::string source;  // "json-ld", "og:title", "h1", "time[datetime]" …
  std::string value;
  bool chosen = false;
};

/// An article and why it reads so.
struct PageReading {
  Article article;
  std::string stage;      // which reader delivered the text: "rule", "article", "rescue", "json-ld", "data", "pdf" …
  std::string container;  // the element chosen, as a path: "body > main > article.story"
  std::vector<DroppedBlock> dropped;
  std::vector<MetadataSource> metadata;
  std::string canonical_link;  // rel=canonical as the page says it, absolute
  std::string amp_link;        // rel=amphtml, absolute
  // The day of publication where it was published, YYYY-MM-DD: the day as the page writes it, which may be another one
  // than the UTC day of article.published. Empty when the page names none.
  std::string published_day;
  std::string no_article;  // why the page holds none; only with WithoutArticle::tell
};

/// Reads the article out of a page's bytes (HTML in any encoding, or a PDF). Pure; bounded in time and memory.
/// Article::signature stays 0. Errors: no_article (an index page, a bot check, an empty page), limit, malformed,
/// unsupported.
Expected<PageReading> read_article_page(std::string_view bytes, const PageContext& context);

}  // namespace vigie::parsers
