#include "app/assessment_json.h"

#include <nlohmann/json.hpp>

namespace vigie {
namespace {

using Json = nlohmann::ordered_json;

// Turns spans into JSON with the words they mark.
class SpanQuoter {
 public:
  SpanQuoter(std::string_view title, std::string_view text) : title_(title), text_(text) {}

  Json json(const Span& span) const {
    return {{"field", to_string(span.field)}, {"begin", span.begin}, {"end", span.end}, {"words", words(span)}};
  }

 private:
  std::string words(const Span& span) const {
    const std::string_view field = span.field == Span::Field::title ? title_ : text_;
    if (span.begin >= field.size() || span.end <= span.begin) return {};
    return std::string(field.substr(span.begin, span.end - span.begin));
  }

  std::string_view title_;
  std::string_view text_;
};

Json evidence_json(const std::vector<Evidence>& evidence, const SpanQuoter& quote) {
  Json all = Json::array();
  for (const Evidence& item : evidence) {
    Json one = quote.json(item.span);
    one["rule"] = item.rule;
    if (item.weight != 0) one["weight"] = item.weight;
    all.push_back(std::move(one));
  }
  return all;
}

Json party_json(const Party& party) {
  Json json{{"name", party.name}, {"state", party.state}, {"kind", party.kind}};
  if (!party.host.empty()) json["host"] = party.host;
  if (!party.sector.empty()) json["sector"] = party.sector;
  return json;
}

Json parties_json(const std::vector<Party>& parties) {
  Json all = Json::array();
  for (const Party& party : parties) all.push_back(party_json(party));
  return all;
}

Json attribution_core(const Attribution& attribution) {
  return {{"attributor", party_json(attribution.attributor)},
          {"stance", to_string(attribution.stance)},
          {"act", to_string(attribution.act)},
          {"accused_states", attribution.accused_states},
          {"actors", attribution.actors},
          {"victim_states", attribution.victim_states},
          {"victims", parties_json(attribution.victims)},
          {"date", attribution.date.empty() ? Json(nullptr) : Json(attribution.date)}};
}

Json actor_json(const ActorMention& mention, const SpanQuoter& quote) {
  Json json = quote.json(mention.span);
  json["name"] = mention.canonical;
  json["surface"] = mention.surface;
  json["known"] = mention.known;
  if (!mention.alternatives.empty()) json["alternatives"] = mention.alternatives;
  json["sponsors"] = mention.sponsors;
  json["sponsor_sources"] = mention.sponsor_sources;
  return json;
}

}  // namespace

Json assessment_json(const Assessment& assessment, std::string_view title, std::string_view text) {
  const SpanQuoter quote(title, text);
  Json json{{"relevant", assessment.relevant},
            {"relevance", assessment.relevance},
            {"kind", assessment.kind.empty() ? Json(nullptr) : Json(assessment.kind)},
            {"lang", assessment.language},
            {"accused_states", assessment.accused_states},
            {"victim_states", assessment.victim_states},
            {"victim_bodies", parties_json(assessment.victim_bodies)},
            {"actors", assessment.actors},
            {"act", assessment.relevant ? Json(to_string(assessment.act)) : Json(nullptr)}};
  json["attributions"] = Json::array();
  for (const Attribution& attribution : assessment.attributions) {
    Json one = attribution_core(attribution);
    one["evidence"] = evidence_json(attribution.evidence, quote);
    json["attributions"].push_back(std::move(one));
  }
  json["indicators"] = Json::array();
  for (const Indicator& indicator : assessment.indicators) {
    Json one = quote.json(indicator.span);
    one["kind"] = indicator.kind;
    one["value"] = indicator.value;
    json["indicators"].push_back(std::move(one));
  }
  json["actor_mentions"] = Json::array();
  for (const ActorMention& mention : assessment.actor_mentions) {
    json["actor_mentions"].push_back(actor_json(mention, quote));
  }
  json["state_mentions"] = Json::array();
  for (const StateMention& mention : assessment.state_mentions) {
    Json one = quote.json(mention.span);
    one["state"] = mention.code;
    one["rule"] = mention.rule;
    json["state_mentions"].push_back(std::move(one));
  }
  json["evidence"] = evidence_json(assessment.evidence, quote);
  json["lexicon_version"] = assessment.lexicon_version;
  return json;
}

Json statement_json(const Statement& statement) {
  Json json = attribution_core(statement.attribution);
  json["at"] = format_iso8601(statement.at);
  json["article"] = statement.article;
  json["url"] = statement.article_url;
  json["source"] = statement.source_id;
  json["publisher"] = statement.publisher;
  json["authority"] = to_string(statement.authority);
  json["quotation"] = statement.quotation;
  return json;
}

Json article_json(const AssessedArticle& stored) {
  const Article& article = stored.article;
  Json json{{"id", stored.id},
            {"url", article.canonical_url.empty() ? article.url : article.canonical_url},
            {"title", article.title},
            {"lang", article.language},
            {"published", article.published ? Json(format_date(*article.published)) : Json(nullptr)},
            {"authors", article.authors},
            {"source", stored.source_id},
            {"authority", to_string(stored.authority)},
            {"first_seen", format_iso8601(stored.first_seen)},
            {"story", stored.story == 0 ? Json(nullptr) : Json(stored.story)},
            {"text", article.text}};
  json["assessment"] = assessment_json(stored.assessment, article.title, article.text);
  return json;
}

}  // namespace vigie
