#include "app/record_json.h"

#include <nlohmann/json.hpp>

#include "app/assessment_json.h"
#include "model/text.h"

namespace vigie {
namespace {

using Json = nlohmann::ordered_json;

}  // namespace

nlohmann::ordered_json hit_json(const storage::SearchHit& hit) {
  return {{"id", hit.id},
          {"url", hit.url},
          {"title", hit.title},
          {"lang", hit.language},
          {"published", hit.published ? nlohmann::ordered_json(format_date(*hit.published)) : nullptr},
          {"source", hit.source_id},
          {"snippet", hit.snippet.marked("<mark>", "</mark>", escape_html)},
          {"accused_states", hit.accused_states},
          {"victim_states", hit.victim_states},
          {"actors", hit.actors},
          {"act", hit.relevant ? nlohmann::ordered_json(to_string(hit.act)) : nullptr},
          {"relevant", hit.relevant},
          {"story", hit.story == 0 ? nlohmann::ordered_json(nullptr) : nlohmann::ordered_json(hit.story)}};
}

nlohmann::ordered_json story_row_json(const storage::StoryRow& row) {
  return {{"id", row.id},
          {"headline", row.headline},
          {"lang", row.language},
          {"first_seen", format_iso8601(row.first_seen)},
          {"last_seen", format_iso8601(row.last_seen)},
          {"articles", row.articles},
          {"languages", row.languages},
          {"accused_states", row.accused_states},
          {"victim_states", row.victim_states},
          {"actors", row.actors},
          {"follows", row.follows == 0 ? nlohmann::ordered_json(nullptr) : nlohmann::ordered_json(row.follows)}};
}

nlohmann::ordered_json story_rows_json(const std::vector<storage::StoryRow>& rows) {
  Json all = Json::array();
  for (const storage::StoryRow& row : rows) all.push_back(story_row_json(row));
  return all;
}

nlohmann::ordered_json story_json(const Story& story) {
  Json json{{"id", story.id},
            {"headline", story.headline},
            {"lang", story.language},
            {"first_seen", format_iso8601(story.first_seen)},
            {"last_seen", format_iso8601(story.last_seen)}};
  json["statements"] = Json::array();
  for (const Statement& statement : story.statements) json["statements"].push_back(statement_json(statement));
  json["articles"] = Json::array();
  for (const AssessedArticle& article : story.articles) json["articles"].push_back(article_json(article));
  return json;
}

}  // namespace vigie
