#include "app/inspect_answers.h"

#include <nlohmann/json.hpp>
#include <stdexcept>

#include "app/assessment_json.h"
#include "app/input_file.h"
#include "app/pipeline.h"
#include "crawler/robots.h"
#include "model/url.h"
#include "parsers/article_page.h"
#include "parsers/charset.h"
#include "parsers/date.h"

namespace vigie {
namespace {

using Json = nlohmann::ordered_json;
using Request = nlohmann::json;

std::string text_of(const Request& request, const char* key) {
  const auto found = request.find(key);
  return found == request.end() || found->is_null() ? std::string() : found->get<std::string>();
}

std::string bytes_of(const std::string& path) {
  Expected<std::string> bytes = read_input(path);
  if (!bytes) throw std::runtime_error(bytes.error().message);
  return std::move(*bytes);
}

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

// "zh" of "zh-Hans": the form the request kinds answer with.
std::string primary_language(const std::string& tag) { return tag.substr(0, tag.find('-')); }

Json error_answer(const Error& error) { return {{"error", error.message}, {"error_kind", to_string(error.kind)}}; }

}  // namespace

std::string published_as_written(const parsers::PageReading& reading) {
  const std::optional<Date>& published = reading.article.published;
  if (!published) return {};
  const std::string utc = format_date(*published);
  // The page's own day at its place; the instant in UTC would be another day.
  return reading.published_day.empty() || utc.starts_with(reading.published_day) ? utc : reading.published_day;
}

Json page_answer(const parsers::PageReading& reading) {
  const Article& article = reading.article;
  return {{"title", article.title},
          {"text", article.text},
          {"date", text_or_null(published_as_written(reading))},
          {"authors", article.authors},
          {"language", text_or_null(primary_language(article.language))},
          {"url", text_or_null(article.canonical_url)}};
}

Json answer_page(const Request& request, const UrlRules& rules) {
  const std::string bytes = bytes_of(request.at("path").get<std::string>());
  parsers::PageContext context;
  context.url = text_of(request, "url");
  context.content_type = text_of(request, "content_type");
  context.url_rules = &rules;
  context.without_article = parsers::WithoutArticle::tell;
  const Expected<parsers::PageReading> reading = parsers::read_article_page(bytes, context);
  if (!reading) return error_answer(reading.error());
  Json answer = page_answer(*reading);
  if (!reading->no_article.empty()) answer.update(error_answer({ErrorKind::no_article, reading->no_article}));
  return answer;
}

Json text_answer(const AssessedArticle& judged) {
  Json answer = assessment_json(judged.assessment, judged.article.title, judged.article.text);
  answer["lang"] = primary_language(judged.article.language);
  answer["language"] = judged.article.language;
  return answer;
}

Json answer_text(const Request& request, KnowledgeSource& knowledge) {
  Article article;
  article.title = text_of(request, "title");
  article.text = text_of(request, "text");
  article.language = text_of(request, "lang");
  article.url = text_of(request, "url");
  return text_answer(judge(std::move(article), DocumentContext{}, knowledge.get()));
}

Json answer_date(const Request& request) {
  parsers::DateContext context;
  context.language = text_of(request, "lang");
  context.zone_hint = text_of(request, "zone");
  context.country = text_of(request, "country");
  if (const auto now = parse_iso8601(text_of(request, "now"))) context.now = now->at;
  const std::optional<Date> date = parsers::parse_date(request.at("text").get<std::string>(), context);
  if (!date) return {{"iso", nullptr}};
  constexpr const char* k_precisions[] = {"year", "month", "day", "minute", "second"};
  return {{"iso", format_iso8601(date->at)},
          {"precision", k_precisions[static_cast<int>(date->precision)]},
          {"zone_known", date->zone_known}};
}

Json answer_url(const Request& request, const UrlRules& rules) {
  const std::string input = request.at("input").get<std::string>();
  const std::string base = text_of(request, "base");
  const std::string mode = text_of(request, "mode");
  if (mode == "canonical") return {{"href", canonicalize_url(input)}};
  if (mode.empty()) {
    const std::optional<std::string> href = whatwg_href(input, base);
    return {{"href", href ? Json(*href) : Json(nullptr)}};
  }
  const Expected<Url> url = parse_url(input);
  if (!url) return {{"href", nullptr}};
  if (mode == "strip_tracking") return {{"href", strip_tracking(*url, rules, Fragment::keep)}};
  if (mode == "key") return {{"href", canonical_key(*url, rules)}};
  throw std::invalid_argument("unknown mode \"" + mode + "\": expected canonical, strip_tracking or key");
}

Json answer_robots(const Request& request) {
  const crawler::RobotsRules rules = crawler::RobotsRules::parse(request.at("robots").get<std::string>());
  const std::string agent = request.contains("agent") ? request["agent"].get<std::string>() : "vigie";
  const crawler::RobotsGroup group = rules.group(agent);
  Json answer = {{"allowed", group.allowed(text_of(request, "url"))}, {"crawl_delay", nullptr}};
  if (const auto delay = group.crawl_delay()) {
    const double in_seconds = static_cast<double>(delay->count()) / 1000;
    answer["crawl_delay"] = in_seconds;
  }
  answer["sitemaps"] = rules.sitemaps();
  return answer;
}

Json answer_charset(const Request& request) {
  const std::string mode = text_of(request, "mode");
  if (mode == "label") {
    const std::optional<std::string> encoding = parsers::encoding_for_label(request.at("label").get<std::string>());
    return {{"encoding", encoding ? Json(*encoding) : Json(nullptr)}};
  }
  const std::string bytes = bytes_of(request.at("file").get<std::string>());
  const parsers::Markup markup = mode == "html"  ? parsers::Markup::html
                                 : mode == "xml" ? parsers::Markup::xml
                                                 : parsers::Markup::plain;
  const parsers::Decoded decoded = parsers::decode(bytes, text_of(request, "content_type"), markup);
  return {{"encoding", decoded.encoding},
          {"evidence", decoded.evidence},
          {"replaced", decoded.replaced},
          {"text", decoded.text}};
}

}  // namespace vigie
