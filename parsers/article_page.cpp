#include "parsers/article_page.h"

#include <algorithm>

#include "model/text.h"
#include "model/url.h"
#include "parsers/article_rescue.h"
#include "parsers/article_rule.h"
#include "parsers/article_text.h"
#include "parsers/charset.h"
#include "parsers/container_choice.h"
#include "parsers/date.h"
#include "parsers/html.h"
#include "parsers/html_strip.h"
#include "parsers/json_ld.h"
#include "parsers/language.h"
#include "parsers/metadata.h"
#include "parsers/page_blocks.h"
#include "parsers/pdf.h"

namespace vigie::parsers {
namespace {

constexpr std::size_t k_max_page = 12u << 20;  // the largest page of the extraction sets has 6 MB
constexpr std::size_t k_max_text = 2u << 20;

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

void note_dropped(const Document& document, const std::vector<Block>& blocks, const TextChoice& choice,
                  PageReading& reading) {
  for (std::size_t i = 0; i < blocks.size() && reading.dropped.size() < 2000; ++i) {
    if (choice.kept[i]) continue;
    const bool inside = choice.container != k_no_node && document.contains(choice.container, blocks[i].element);
    reading.dropped.push_back({std::string(clip_utf8(blocks[i].text, 200)), choice.reasons[i], inside});
  }
}

std::string absolute(std::string_view base, std::string_view reference) {
  const Expected<Url> page = parse_url(base);
  if (reference.empty()) return {};
  const Expected<Url> url = page ? resolve_url(*page, reference) : parse_url(reference);
  return url ? url->href() : std::string();
}

/// What a rule finds goes before what the general reader found.
void apply_rule(std::string_view text, const PageContext& context, PageReading& reading) {
  HtmlLimits limits;
  limits.detail = Detail::everything;
  const Expected<Document> document = parse_html(replace_strings(text, *context.rule), limits);
  if (!document) return;
  RuleReading found = read_by_rule(*document, *context.rule);
  Article& article = reading.article;
  if (!found.title.empty()) {
    reading.metadata.push_back({"title", "rule", found.title, true});
    article.title = std::move(found.title);
  }
  if (!found.authors.empty()) article.authors = std::move(found.authors);
  if (!found.date.empty()) {
    DateContext dates;
    dates.language = article.language;
    dates.now = context.now;
    std::optional<Date> date = parse_date(found.date, dates);
    if (!date) date = find_date(found.date, dates);
    if (date) {
      article.published = date;
      reading.published_day = format_date(*date).substr(0, 10);
    }
    reading.metadata.push_back({"date", "rule", found.date, date.has_value()});
  }
  if (!found.text.empty()) {
    article.text = std::move(found.text);
    reading.stage = "rule";
    reading.container = std::move(found.container);
    reading.dropped.clear();
  } else if (!context.rule->autodetect_on_failure && !context.rule->body.empty()) {
    article.text.clear();
  }
}

void fill_metadata(MetadataInput& input, PageReading& reading) {
  Article& article = reading.article;
  const PageContext& context = input.context;
  LanguageHints hints;
  hints.declared = declared_language(input, reading.metadata);
  hints.source_language = context.language_hint;
  hints.host = host_of(context.url);
  article.language = detect_language(article.title, article.text, hints);
  reading.metadata.push_back({"language", "text", article.language, true});
  article.published = read_published(input, article.language, reading.metadata, reading.published_day);
  article.authors = read_authors(input, reading.metadata);
  article.url = context.url;
  article.canonical_url = read_canonical(input, reading.metadata);
  if (!input.site_names.empty()) article.site_name = input.site_names.front();
  reading.canonical_link = absolute(context.url, input.head.canonical);
  reading.amp_link = absolute(context.url, input.head.amp);
}

Expected<PageReading> read_html_page(std::string_view bytes, const PageContext& context) {
  const Decoded decoded = decode(bytes, context.content_type, Markup::html);
  HtmlLimits limits;
  const StrippedPage stripped = strip_html(decoded.text, limits.detail, limits.max_depth);
  const Expected<Document> parsed = parse_stripped(stripped, limits);
  if (!parsed && parsed.error().kind == ErrorKind::malformed) {
    return failure(ErrorKind::no_article, "cannot read article of " + context.url + ": no element in the page");
  }
  if (!parsed) return tl::unexpected(parsed.error());
  const Document& document = *parsed;
  PageReading reading;
  const HeadFacts head = read_head(document);
  const LinkedData linked = read_linked_data(stripped.json_ld);
  const std::vector<Block> blocks = collect_blocks(document, document.root());
  MetadataInput input{document, head, linked, nullptr, context, blocks, {}, k_no_node, {}};
  input.main = main_article(document, head, linked, context);
  input.site_names = site_names(head, linked, input.main, context.url);
  input.container = choose_container(document, blocks, spoken_title(input));
  Article& article = reading.article;
  article.title = read_title(input, reading.metadata);
  input.title = article.title;
  TextContext text_context;
  text_context.title = article.title;
  text_context.description = head.meta("description");
  if (input.main) text_context.article_body = input.main->body;
  text_context.known_lines = context.known_lines;
  const TextChoice choice = choose_text(document, blocks, input.container, text_context);
  reading.stage = "article";
  article.text = join_blocks(blocks, choice.kept);
  if (input.container != k_no_node) reading.container = path_of(document, input.container);
  note_dropped(document, blocks, choice, reading);
  rescue_text(RescueInput{document, blocks, input.container, input.main, stripped.data, article.title}, reading);
  fill_metadata(input, reading);
  if (context.rule) apply_rule(decoded.text, context, reading);
  if (const std::string_view reason = why_no_article(input, reading); !reason.empty()) {
    reading.no_article = "cannot read article of " + context.url + ": " + std::string(reason);
    if (context.without_article == WithoutArticle::fail) return failure(ErrorKind::no_article, reading.no_article);
  }
  if (article.text.size() > k_max_text) article.text = std::string(clip_utf8(article.text, k_max_text));
  return reading;
}

Expected<PageReading> read_pdf_page(std::string_view bytes, const PageContext& context) {
  Expected<PdfText> pdf = read_pdf(bytes);
  if (!pdf) return tl::unexpected(pdf.error());
  PageReading reading;
  reading.stage = "pdf";
  Article& article = reading.article;
  article.url = context.url;
  const Expected<Url> url = parse_url(context.url);
  article.canonical_url = url ? strip_tracking(*url, url_rules_of(context)) : context.url;
  article.title = std::move(pdf->title);
  reading.metadata.push_back({"title", "pdf", article.title, true});
  article.text = std::move(pdf->text);
  article.authors = std::move(pdf->authors);
  LanguageHints hints;
  hints.source_language = context.language_hint;
  hints.host = host_of(context.url);
  article.language = detect_language(article.title, article.text, hints);
  // A communiqué dates itself in its first lines; the file's own date is when it was typeset.
  DateContext dates;
  dates.language = article.language;
  dates.now = context.now;
  article.published = find_date(clip_utf8(article.text, 1500), dates);
  if (article.published) reading.metadata.push_back({"date", "text", format_date(*article.published), true});
  for (const std::optional<Date>& other : {context.feed_date, pdf->created}) {
    if (!article.published) article.published = other;
  }
  if (article.published) reading.published_day = format_date(*article.published).substr(0, 10);
  return reading;
}

// Control characters that no text in any encoding holds (UTF-16 has NULs, ISO-2022 escapes): a picture, an archive.
bool is_binary(std::string_view bytes) {
  const auto control = [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte != 0 && byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' && byte != '\f' && byte != 0x1B;
  };
  const auto controls = static_cast<std::size_t>(std::count_if(bytes.begin(), bytes.end(), control));
  return controls * 50 > bytes.size();
}

}  // namespace

Expected<PageReading> read_article_page(std::string_view bytes, const PageContext& context) {
  const bool pdf_type = ascii_lower(context.content_type).find("application/pdf") != std::string::npos;
  const std::string_view begin = trim_ascii(bytes.substr(0, 1024));
  if (begin.starts_with("%PDF-") || (pdf_type && looks_like_pdf(bytes))) return read_pdf_page(bytes, context);
  if (bytes.size() > k_max_page) {
    return failure(ErrorKind::limit, "cannot read page " + context.url + ": " + std::to_string(bytes.size()) +
                                         " bytes, at most " + std::to_string(k_max_page) + " are read");
  }
  if (is_binary(bytes.substr(0, 4096))) {
    return failure(ErrorKind::malformed, "cannot read page " + context.url + ": it is not text");
  }
  return read_html_page(bytes, context);
}

}  // namespace vigie::parsers
