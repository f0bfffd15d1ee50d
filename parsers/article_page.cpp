#include "parsers/article_page.h"

#include <algorithm>

#include "model/text.h"
#include "model/url.h"
#include "parsers/article_text.h"
#include "parsers/charset.h"
#include "parsers/html.h"
#include "parsers/html_strip.h"
#include "parsers/json_ld.h"
#include "parsers/language.h"
#include "parsers/metadata.h"
#include "parsers/page_blocks.h"
#include "parsers/pdf.h"

namespace vigie::parsers {
namespace {

constexpr std::size_t k_max_page = 12u << 20;

std::string host_of(std::string_view url) {
  const Expected<Url> parsed = parse_url(url);
  return parsed ? parsed->host : std::string();
}

std::string path_of(const Document& document, NodeId id) {
  std::string path;
  for (; id != k_no_node; id = document[id].parent) {
    std::string step(document[id].text);
    const std::string_view classes = trim_ascii(document.attribute(id, "class"));
    if (!classes.empty()) step += "." + std::string(classes.substr(0, classes.find_first_of(" \n\t")));
    path = path.empty() ? step : step + " > " + path;
  }
  return path;
}

/// A title good enough to tell which text speaks of it, before any of the text is known.
std::string spoken_title(const MetadataInput& input) {
  for (std::string_view raw : {input.main ? std::string_view(input.main->headline) : std::string_view(),
                               input.head.meta("og:title"), std::string_view(input.head.title)}) {
    const std::string title = without_site_name(clean_field(raw), input.site_names);
    if (title.size() > 8) return title;
  }
  return input.context.feed_title;
}

void note_dropped(const std::vector<Block>& blocks, const TextChoice& choice, PageReading& reading) {
  for (std::size_t i = 0; i < blocks.size() && reading.dropped.size() < 2000; ++i) {
    if (!choice.kept[i]) reading.dropped.push_back({std::string(clip_utf8(blocks[i].text, 200)), choice.reasons[i]});
  }
}

Expected<PageReading> read_html_page(std::string_view bytes, const PageContext& context) {
  const Decoded decoded = decode(bytes, context.content_type, Markup::html);
  HtmlLimits limits;
  const StrippedPage stripped = strip_html(decoded.text, limits.detail, limits.max_depth);
  Expected<Document> parsed = parse_stripped(stripped.html, limits);
  if (!parsed) return tl::unexpected(parsed.error());
  const Document& document = *parsed;
  PageReading reading;
  const HeadFacts head = read_head(document);
  const LinkedData linked = read_linked_data(stripped.json_ld);
  const std::vector<Block> blocks = collect_blocks(document, document.root());
  MetadataInput input{document, head, linked, nullptr, context, blocks, {}, k_no_node};
  input.main = main_article(document, head, linked, context.url);
  input.site_names = site_names(head, linked, input.main, context.url);
  input.container = choose_container(document, blocks, spoken_title(input));
  Article& article = reading.article;
  article.title = read_title(input, reading.metadata);
  TextContext text_context;
  text_context.title = article.title;
  text_context.description = head.meta("description");
  if (input.main) text_context.article_body = input.main->body;
  text_context.known_lines = context.known_lines;
  const TextChoice choice = choose_text(document, blocks, input.container, text_context);
  article.text = join_blocks(blocks, choice.kept);
  reading.stage = "article";
  if (choice.container != k_no_node) reading.container = path_of(document, choice.container);
  note_dropped(blocks, choice, reading);
  LanguageHints hints;
  hints.declared = declared_language(input, reading.metadata);
  hints.source_language = context.language_hint;
  hints.host = host_of(context.url);
  article.language = detect_language(article.title, article.text, hints);
  article.published = read_published(input, article.language, reading.metadata);
  article.authors = read_authors(input, reading.metadata);
  article.url = context.url;
  article.canonical_url = read_canonical(input, reading.metadata);
  if (!input.site_names.empty()) article.site_name = input.site_names.front();
  if (article.text.empty())
    return failure(ErrorKind::no_article, "cannot read article of " + context.url + ": no running text in the page");
  return reading;
}

}  // namespace

Expected<PageReading> read_article_page(std::string_view bytes, const PageContext& context) {
  if (bytes.size() > k_max_page) {
    return failure(ErrorKind::limit, "cannot read page " + context.url + ": " + std::to_string(bytes.size()) +
                                         " bytes, at most " + std::to_string(k_max_page) + " are read");
  }
  return read_html_page(bytes, context);
}

}  // namespace vigie::parsers
