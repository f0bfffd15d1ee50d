#include <nlohmann/json.hpp>

#include "digest/entry.h"
#include "digest/export.h"
#include "digest/outside_text.h"
#include "digest/statements.h"
#include "model/text.h"

namespace vigie::digest {
namespace {

using Json = nlohmann::ordered_json;

Json text(std::string_view value) { return valid_utf8(value); }
Json text_or_null(std::string_view value) { return value.empty() ? Json(nullptr) : text(value); }
Json time_or_null(Time at) { return at == Time{} ? Json(nullptr) : Json(format_iso8601(at)); }

Json texts(const std::vector<std::string>& values) {
  Json out = Json::array();
  for (const std::string& value : values) out.push_back(text(value));
  return out;
}

std::string words_of(const Article& article, const Span& span) {
  const std::string& field = span.field == Span::Field::title ? article.title : article.text;
  if (span.begin >= field.size() || span.end <= span.begin) return {};
  return valid_utf8(field.substr(span.begin, span.end - span.begin));
}

Json span_json(const Article& article, const Span& span) {
  return {{"field", std::string(to_string(span.field))},
          {"begin", span.begin},
          {"end", span.end},
          {"words", words_of(article, span)}};
}

Json evidence_json(const Article& article, const std::vector<Evidence>& evidence) {
  Json out = Json::array();
  for (const Evidence& item : evidence) {
    Json one = span_json(article, item.span);
    one["rule"] = text(item.rule);
    one["weight"] = item.weight;
    out.push_back(std::move(one));
  }
  return out;
}

Json party_json(const Party& party) {
  return {{"name", text(party.name)},
          {"state", text_or_null(party.state)},
          {"kind", text_or_null(party.kind)},
          {"host", text_or_null(party.host)},
          {"sector", text_or_null(party.sector)}};
}

Json parties_json(const std::vector<Party>& parties) {
  Json out = Json::array();
  for (const Party& party : parties) out.push_back(party_json(party));
  return out;
}

Json statements_json(const AssessedArticle& article, const ExportOptions& options) {
  Json out = Json::array();
  for (const Statement& statement : statements_of_articles({&article}, options.publishers)) {
    const Attribution& said = statement.attribution;
    out.push_back({{"attributor", party_json(said.attributor)},
                   {"stance", std::string(to_string(said.stance))},
                   {"act", std::string(to_string(said.act))},
                   {"accused_states", texts(said.accused_states)},
                   {"actors", texts(said.actors)},
                   {"victim_states", texts(said.victim_states)},
                   {"victims", parties_json(said.victims)},
                   {"date", text_or_null(said.date)},
                   {"quotation", text(statement.quotation)},
                   {"evidence", evidence_json(article.article, said.evidence)}});
  }
  return out;
}

Json actors_json(const AssessedArticle& article) {
  Json out = Json::array();
  for (const ActorMention& mention : article.assessment.actor_mentions) {
    Json one = span_json(article.article, mention.span);
    one["name"] = text(mention.canonical);
    one["surface"] = text(mention.surface);
    one["known"] = mention.known;
    one["alternatives"] = texts(mention.alternatives);
    one["sponsors"] = texts(mention.sponsors);
    one["sponsor_sources"] = texts(mention.sponsor_sources);
    out.push_back(std::move(one));
  }
  return out;
}

Json indicators_json(const AssessedArticle& article) {
  Json out = Json::array();
  for (const Indicator& indicator : article.assessment.indicators) {
    out.push_back({{"kind", text(indicator.kind)}, {"value", text(indicator.value)}});
  }
  return out;
}

}  // namespace

std::string article_json(const AssessedArticle& article, const ExportOptions& options) {
  const Article& page = article.article;
  const Assessment& judged = article.assessment;
  const Json out{{"id", article.id},
                 {"story", article.story == 0 ? Json(nullptr) : Json(article.story)},
                 {"url", text_or_null(safe_link(address_of(page)))},
                 {"title", text(page.title)},
                 {"lang", text_or_null(page.language)},
                 {"authors", texts(page.authors)},
                 {"published", page.published ? Json(format_date(*page.published)) : Json(nullptr)},
                 {"first_seen", time_or_null(article.first_seen)},
                 {"source", text(article.source_id)},
                 {"publisher", text(publisher_of(article, options.publishers))},
                 {"authority", std::string(to_string(article.authority))},
                 {"relevant", judged.relevant},
                 {"relevance", judged.relevance},
                 {"kind", text_or_null(judged.kind)},
                 {"act", judged.relevant ? Json(std::string(to_string(judged.act))) : Json(nullptr)},
                 {"accused_states", texts(judged.accused_states)},
                 {"victim_states", texts(judged.victim_states)},
                 {"victim_bodies", parties_json(judged.victim_bodies)},
                 {"actors", texts(judged.actors)},
                 {"actor_mentions", actors_json(article)},
                 {"indicators", indicators_json(article)},
                 {"statements", statements_json(article, options)},
                 {"evidence", evidence_json(page, judged.evidence)},
                 {"lexicon_version", text(judged.lexicon_version)}};
  return out.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string export_jsonl(const std::vector<Story>& stories, const ExportOptions& options) {
  std::string out;
  for (const Story& story : stories) {
    for (const AssessedArticle& article : story.articles) out += article_json(article, options) + "\n";
  }
  return out;
}

}  // namespace vigie::digest
