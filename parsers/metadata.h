#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/url.h"
#include "parsers/article_page.h"
#include "parsers/html.h"
#include "parsers/json_ld.h"
#include "parsers/page_blocks.h"

namespace vigie::parsers {

/// What <head> and the like say, taken once: names in lower case, in page order.
struct HeadFacts {
  std::vector<std::pair<std::string, std::string_view>> metas;  // name, property, http-equiv or itemprop; content
  std::string title;                                            // <title>
  std::string html_language;
  std::string canonical;  // hrefs as written
  std::string amp;
  std::vector<std::string_view> alternates;  // hrefs of rel=alternate hreflang, with their language before a space
  /// The first non-empty content of a meta of that name, or empty.
  std::string_view meta(std::string_view name) const;
};
HeadFacts read_head(const Document& document);

/// All that the readers of single fields look at.
struct MetadataInput {
  const Document& document;
  const HeadFacts& head;
  const LinkedData& linked;
  const LinkedArticle* main = nullptr;  // the linked article that is this page's, or null
  const PageContext& context;
  const std::vector<Block>& blocks;
  std::vector<std::string> site_names;  // as the page names itself, most certain first
  NodeId container = k_no_node;         // of the article's text
  std::string title;                    // as read
};

/// The URL rules of a page's context, empty ones where it has none.
const UrlRules& url_rules_of(const PageContext& context);

/// The linked article this page is about: its address or its headline is the page's, or it is the only one.
const LinkedArticle* main_article(const Document& document, const HeadFacts& head, const LinkedData& linked,
                                  const PageContext& context);

/// The names the page gives its site: og:site_name, publisher, WebSite, the host's own label last.
std::vector<std::string> site_names(const HeadFacts& head, const LinkedData& linked, const LinkedArticle* main,
                                    std::string_view url);

/// A title good enough to tell which text of the page speaks of it, before any text is chosen.
std::string spoken_title(const MetadataInput& input);

/// A value of one field and where it stands. Sources are appended, the chosen one marked.
std::string read_title(const MetadataInput& input, std::vector<MetadataSource>& sources);
std::vector<std::string> read_authors(const MetadataInput& input, std::vector<MetadataSource>& sources);
/// The date of publication, and in `day` the day it was written as (YYYY-MM-DD), or empty.
std::optional<Date> read_published(const MetadataInput& input, std::string_view language,
                                   std::vector<MetadataSource>& sources, std::string& day);
std::string read_canonical(const MetadataInput& input, std::vector<MetadataSource>& sources);
/// The language the page declares (html lang, JSON-LD, og:locale, meta), BCP 47 as written, or empty.
std::string declared_language(const MetadataInput& input, std::vector<MetadataSource>& sources);

/// Text out of an attribute or JSON string: character references decoded, tags dropped, white space collapsed, NFC.
std::string clean_field(std::string_view raw);

/// Letters and digits of the folded text alone: two titles that read the same have the same key.
std::string letters_key(std::string_view text);
/// The same of text that fold() has folded.
std::string folded_letters_key(std::string_view folded);

/// `title` without the site's name and its separator at either end; as it is where neither end is the site's name.
std::string without_site_name(std::string_view title, const std::vector<std::string>& names);

/// People's names out of one byline as written ("Von A. Muster und B. Beispiel, Berlin"); roles, places and dates left
/// out.
std::vector<std::string> split_byline(std::string_view byline);

}  // namespace vigie::parsers
