#include <charconv>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "app/article_report.h"
#include "app/assessment_json.h"
#include "app/commands.h"
#include "app/digest_source.h"
#include "app/record_json.h"
#include "app/terminal.h"
#include "app/text_forms.h"
#include "digest/statement_line.h"
#include "model/text.h"
#include "storage/article_store.h"
#include "storage/evidence.h"
#include "storage/story_store.h"

namespace vigie {
namespace {

constexpr int k_default_stories = 50;

void print_statements(const Story& story, const Config& config) {
  const digest::Labels labels = digest_labels(config);
  DigestEntry entry;
  entry.headline = story.headline;
  entry.language = story.language;
  entry.statements = story.statements;
  for (std::size_t i = 0; i < story.statements.size(); ++i) {
    const Statement& statement = story.statements[i];
    const std::string line = digest::plain(digest::statement_clause(entry, i, labels, config.digest.time_zone));
    std::printf("  %s  %s\n", format_iso8601(statement.at).substr(0, 10).c_str(), escape_controls(line).c_str());
    if (!statement.quotation.empty()) std::printf("              “%s”\n", escape_controls(statement.quotation).c_str());
    std::printf("              %s, %s\n",
                escape_controls(statement.publisher.empty() ? statement.source_id : statement.publisher).c_str(),
                escape_controls(statement.article_url).c_str());
  }
}

// "follows  s12, Kabinet: China zit achter hack …": the earlier story a late sanction or denial is about.
void print_followed(storage::Database& database, std::int64_t id) {
  const storage::StoryStore stories(database);
  const std::optional<storage::StoryRow> row = stories.row(id);
  const std::optional<storage::StoryRow> earlier = row && row->follows != 0 ? stories.row(row->follows) : std::nullopt;
  if (!earlier) return;
  std::printf("follows s%lld of %s: %s\n", static_cast<long long>(earlier->id),
              format_iso8601(earlier->first_seen).substr(0, 10).c_str(), escape_controls(earlier->headline).c_str());
}

ExitCode show_story(storage::Database& database, std::int64_t id, const Session& session) {
  const std::optional<Story> story = storage::StoryStore(database).find(id);
  if (!story) return tell({ErrorKind::not_found, "no story s" + std::to_string(id)}), ExitCode::nothing_found;
  if (session.line.format == "json") {
    std::printf("%s\n", json_text(story_json(*story), 2).c_str());
    return ExitCode::done;
  }
  std::printf("%s  [%s]\nstory s%lld, %s to %s\n", escape_controls(story->headline).c_str(), story->language.c_str(),
              static_cast<long long>(story->id), format_iso8601(story->first_seen).substr(0, 10).c_str(),
              format_iso8601(story->last_seen).substr(0, 10).c_str());
  print_followed(database, id);
  std::printf("\nstatements\n");
  print_statements(*story, session.config);
  std::printf("\narticles\n");
  for (const AssessedArticle& article : story->articles) {
    std::printf("  %6lld  [%s] %s\n          %s  %s\n", static_cast<long long>(article.id),
                article.article.language.c_str(), escape_controls(article.article.title).c_str(),
                escape_controls(article.source_id).c_str(), escape_controls(article.article.canonical_url).c_str());
  }
  return ExitCode::done;
}

void print_captures(storage::Database& database, const std::string& url) {
  const std::vector<storage::Capture> captures = storage::captures_of(database, url);
  if (captures.empty()) return;
  std::printf("\ncaptures\n");
  for (const storage::Capture& capture : captures) {
    std::printf("  %s  sha256 %s  %s at %lld\n", format_iso8601(capture.captured_at).c_str(), capture.sha256.c_str(),
                capture.file.c_str(), static_cast<long long>(capture.offset));
  }
}

ExitCode show_article(storage::Database& database, std::int64_t id, const Session& session) {
  const std::optional<AssessedArticle> article = storage::ArticleStore(database).find(id);
  if (!article) return tell({ErrorKind::not_found, "no article " + std::to_string(id)}), ExitCode::nothing_found;
  if (session.line.format == "json") {
    std::printf("%s\n", json_text(article_json(*article), 2).c_str());
    return ExitCode::done;
  }
  std::fputs(article_report(*article, ReportText::whole).c_str(), stdout);
  print_captures(database, article->article.url);
  return ExitCode::done;
}

}  // namespace

ExitCode command_show(Session& session) {
  const std::string& name = session.line.arguments.front();
  const bool is_story = name.starts_with('s');
  const char* begin = name.data() + (is_story ? 1 : 0);
  const char* end = name.data() + name.size();
  std::int64_t id = 0;
  const auto [stop, error] = std::from_chars(begin, end, id);
  if (error != std::errc{} || stop != end) {
    return tell(
        {ErrorKind::invalid_query, "\"" + name + "\" is neither s<number> (a story) nor a number (an article)"});
  }
  Expected<storage::Database> database = open_archive(session);
  if (!database) return tell(database.error(), "`vigie run` fills the archive");
  return is_story ? show_story(*database, id, session) : show_article(*database, id, session);
}

ExitCode command_stories(Session& session) {
  const Time now = std::chrono::floor<seconds>(std::chrono::system_clock::now());
  storage::StoryFilter filter;
  filter.limit = static_cast<std::size_t>(session.line.limit == 0 ? k_default_stories : session.line.limit);
  if (!session.line.since.empty()) {
    const Expected<Time> since = parse_moment(session.line.since, session.config, now);
    if (!since) return tell(since.error());
    filter.since = *since;
  }
  Expected<storage::Database> database = open_archive(session);
  if (!database) return tell(database.error(), "`vigie run` fills the archive");
  const std::vector<storage::StoryRow> rows = storage::StoryStore(*database).list(filter);
  if (session.line.format == "json") {
    std::printf("%s\n", json_text(story_rows_json(rows), 2).c_str());
  } else if (session.line.format == "jsonl") {
    for (const storage::StoryRow& row : rows) std::printf("%s\n", json_text(story_row_json(row)).c_str());
  } else {
    std::vector<std::vector<std::string>> table{
        {"story", "last seen", "art.", "lang.", "accused", "victims", "headline"}};
    for (const storage::StoryRow& row : rows) {
      table.push_back({"s" + std::to_string(row.id), format_iso8601(row.last_seen).substr(0, 16),
                       std::to_string(row.articles), std::to_string(row.languages), joined(row.accused_states, " "),
                       joined(row.victim_states, " "), row.headline});
    }
    std::fputs(text_table(table).c_str(), stdout);
  }
  return rows.empty() ? ExitCode::nothing_found : ExitCode::done;
}

}  // namespace vigie
