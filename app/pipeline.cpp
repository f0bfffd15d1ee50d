#include "app/pipeline.h"

#include <algorithm>
#include <utility>

#include "app/path_words.h"
#include "classifier/signature.h"
#include "model/text.h"
#include "model/url.h"
#include "parsers/article_page.h"
#include "parsers/feed.h"
#include "parsers/language.h"
#include "parsers/listing.h"
#include "parsers/post_headline.h"
#include "parsers/sitemap.h"

namespace vigie {
namespace {

constexpr std::size_t k_most_of_sitemap = 2000;  // the newest: a sitemap lists a site's whole past

parsers::LanguageHints language_hints(const DocumentContext& context, std::string_view declared,
                                      const std::string& url) {
  parsers::LanguageHints hints;
  hints.declared = declared;
  hints.source_language = context.source_language;
  if (const Expected<Url> parsed = parse_url(url)) hints.host = parsed->host;
  return hints;
}

// The longer of the two texts a feed may carry; paragraphs are kept.
const std::string& entry_text(const FeedEntry& entry) {
  return entry.content.size() > entry.summary.size() ? entry.content : entry.summary;
}

std::optional<Date> entry_date(const FeedEntry& entry) { return entry.published ? entry.published : entry.updated; }

// What the page lacks, the feed fills.
void fill_from_entry(Article& article, const FeedEntry& entry) {
  if (article.title.empty()) article.title = entry.title;
  if (!article.published) article.published = entry_date(entry);
  // A page that names the day only is made exact by a feed that agrees on it.
  const std::optional<Date> fed = entry_date(entry);
  if (article.published && fed && article.published->precision == Precision::day && fed->precision > Precision::day &&
      std::chrono::floor<std::chrono::days>(fed->at) == std::chrono::floor<std::chrono::days>(article.published->at)) {
    article.published = fed;
  }
  if (article.authors.empty() && !entry.author.empty()) article.authors.push_back(entry.author);
}

// Whether a page's rel=canonical may stand for the address it was fetched from. Templates get it wrong (another
// article, a section's front page), which would fold two articles into one: it is taken where it differs in what
// addresses of one article differ in, a query, or what stands around the article's own path segment.
bool may_stand_for(const std::string& canonical, const std::string& fetched, const UrlRules& rules) {
  const Expected<Url> to = parse_url(canonical);
  const Expected<Url> from = parse_url(fetched);
  if (!to || !from) return false;
  if (canonical_key(*to, rules) == canonical_key(*from, rules)) return true;
  if (!from->query.empty()) return true;
  std::string_view path = to->path;
  while (path.ends_with('/')) path.remove_suffix(1);
  const std::string_view segment = path.substr(path.rfind('/') + 1);
  return segment.size() >= 6 && from->path.find(segment) != std::string::npos;
}

SourceReading failed(OutcomeKind kind, std::string message) {
  SourceReading reading;
  reading.kind = kind;
  reading.message = std::move(message);
  return reading;
}

EntryPlan plan_entry(FeedEntry entry, FetchPolicy policy, double threshold, const DocumentContext& context,
                     const Knowledge& knowledge) {
  EntryPlan plan;
  plan.entry = std::move(entry);
  const Expected<Url> url = parse_url(plan.entry.url);
  if (!url) {
    plan.reason = plan.entry.url.empty() ? "no_link" : "bad_link";
    return plan;
  }
  plan.key = canonical_key(*url, knowledge.url_rules);
  if (policy == FetchPolicy::feed_only) {
    plan.action = EntryAction::judge_entry;
    return plan;
  }
  if (policy == FetchPolicy::all) {
    plan.action = EntryAction::fetch_page;
    return plan;
  }
  const std::string& text = entry_text(plan.entry);
  // A plain sitemap gives addresses alone, and those of news sites mostly spell the headline.
  const std::string title = plan.entry.title.empty() && text.empty() ? words_of_path(url->path) : plan.entry.title;
  const std::string language =
      parsers::detect_language(title, text, language_hints(context, plan.entry.language, plan.entry.url));
  plan.candidate = knowledge.classifier.candidate_score(title, text, language);
  plan.action = plan.candidate >= threshold ? EntryAction::fetch_page : EntryAction::drop;
  if (plan.action == EntryAction::drop) plan.reason = "not_candidate";
  return plan;
}

Expected<Feed> read_body(const FetchResponse& response, const Source& source) {
  switch (source.kind) {
    case SourceKind::sitemap:
      return parsers::read_sitemap(response.body, response.final_url, response.content_type);
    case SourceKind::listing:
      return parsers::read_listing(response.body, response.final_url, response.content_type, source.listing);
    case SourceKind::feed:
      break;
  }
  parsers::FeedContext context;
  context.url = response.final_url;
  context.content_type = response.content_type;
  context.country = source.country;
  return parsers::read_feed(response.body, context);
}

OutcomeKind kind_of_feed_error(const Error& error) {
  if (error.kind == ErrorKind::limit) return OutcomeKind::too_large;
  if (error.kind != ErrorKind::unsupported) return OutcomeKind::malformed;
  return error.message.find("bot check") != std::string::npos ? OutcomeKind::bot_check : OutcomeKind::not_a_feed;
}

// Judges an article whose language is known.
AssessedArticle assess(Article article, const DocumentContext& context, const Knowledge& knowledge) {
  AssessedArticle assessed;
  assessed.source_id = context.source_id;
  assessed.authority = context.authority;
  if (article.canonical_url.empty()) {
    const Expected<Url> url = parse_url(article.url);
    article.canonical_url = url ? strip_tracking(*url, knowledge.url_rules) : article.url;
  }
  article.signature = classifier::signature(article.text);
  assessed.assessment = knowledge.classifier.assess(article.title, article.text, article.language);
  assessed.article = std::move(article);
  return assessed;
}

}  // namespace

DocumentContext context_of(const Source& source, Time now) {
  return {source.id, source.authority, source.language, source.country, now};
}

AssessedArticle judge(Article article, const DocumentContext& context, const Knowledge& knowledge) {
  article.language =
      parsers::detect_language(article.title, article.text, language_hints(context, article.language, article.url));
  return assess(std::move(article), context, knowledge);
}

Expected<AssessedArticle> process_article(const FeedEntry& entry, const Page& page, const DocumentContext& context,
                                          const Knowledge& knowledge) {
  parsers::PageContext how;
  how.url = page.url;
  how.content_type = page.content_type;
  how.feed_title = entry.title;
  how.feed_date = entry_date(entry);
  how.language_hint = context.source_language;
  how.now = context.now;
  how.known_lines = context.known_lines;
  if (knowledge.site_rules) how.rule = knowledge.site_rules->find(page.url);
  how.url_rules = &knowledge.url_rules;
  Expected<parsers::PageReading> reading = parsers::read_article_page(page.bytes, how);
  if (!reading) return tl::unexpected(reading.error());
  Article article = std::move(reading->article);
  article.url = page.url;
  if (!page.url.empty() && !may_stand_for(article.canonical_url, page.url, knowledge.url_rules))
    article.canonical_url.clear();
  fill_from_entry(article, entry);
  return assess(std::move(article), context, knowledge);
}

AssessedArticle process_entry(const FeedEntry& entry, const DocumentContext& context, const Knowledge& knowledge) {
  Article article;
  article.url = entry.url;
  article.text = entry_text(entry);
  // Posts of accounts come without a title.
  article.title = entry.title.empty() ? parsers::post_headline(article.text) : entry.title;
  article.language = entry.language;
  fill_from_entry(article, entry);
  return judge(std::move(article), context, knowledge);
}

SourceReading read_source(const FetchResponse& response, const Source& source, FetchPolicy policy, double threshold,
                          const Knowledge& knowledge) {
  if (response.body.empty()) return failed(OutcomeKind::empty, "the answer had no content");
  Expected<Feed> feed = read_body(response, source);
  if (!feed) return failed(kind_of_feed_error(feed.error()), feed.error().message);
  SourceReading reading;
  reading.feed = std::move(*feed);
  if (reading.feed.format == "sitemapindex") return reading;
  if (source.kind == SourceKind::sitemap && reading.feed.entries.size() > k_most_of_sitemap) {
    reading.feed.entries.resize(k_most_of_sitemap);
  }
  const DocumentContext context = context_of(source, response.fetched_at);
  reading.plans.reserve(reading.feed.entries.size());
  for (FeedEntry& entry : reading.feed.entries) {
    if (entry.language.empty()) entry.language = reading.feed.language;
    reading.plans.push_back(plan_entry(std::move(entry), policy, threshold, context, knowledge));
  }
  reading.feed.entries.clear();
  return reading;
}

}  // namespace vigie
