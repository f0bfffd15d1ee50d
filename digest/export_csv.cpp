#include "digest/csv_row.h"
#include "digest/dataset_rows.h"
#include "digest/entry.h"
#include "digest/export_view.h"
#include "digest/outside_text.h"
#include "digest/statements.h"

namespace vigie::digest {
namespace {

std::string listed(const std::vector<std::string>& values) {
  std::string out;
  for (const std::string& value : values) out += (out.empty() ? "" : "; ") + clean_line(value, 120);
  return out;
}

const std::vector<std::string>& own_columns() {
  static const std::vector<std::string> columns = {
      "id",        "story",     "url", "title",          "lang",          "published", "first_seen", "source",
      "publisher", "authority", "act", "accused_states", "victim_states", "actors",    "relevance",  "statements"};
  return columns;
}

/// The article's own statements, each as one English line.
std::string statement_lines(const AssessedArticle& article, const ExportOptions& options) {
  Story alone;
  alone.articles.push_back(article);
  const StoryExport view = export_view(alone, options);
  std::string out;
  for (std::size_t i = 0; i < view.entry.statements.size(); ++i) {
    out += (out.empty() ? "" : "; ") + statement_text(view, i, options.labels);
  }
  return out;
}

std::vector<std::string> own_row(const AssessedArticle& article, const ExportOptions& options) {
  const Assessment& judged = article.assessment;
  std::string relevance = std::to_string(judged.relevance);
  return {article.id == 0 ? "" : std::to_string(article.id),
          article.story == 0 ? "" : std::to_string(article.story),
          safe_link(address_of(article.article)),
          clean_line(article.article.title, 400),
          clean_line(article.article.language, 35),
          article.article.published ? format_date(*article.article.published) : "",
          article.first_seen == Time{} ? "" : format_iso8601(article.first_seen),
          clean_line(article.source_id, 100),
          clean_line(publisher_of(article, options.publishers), 120),
          std::string(to_string(article.authority)),
          judged.relevant ? std::string(to_string(judged.act)) : "",
          listed(judged.accused_states),
          listed(judged.victim_states),
          listed(judged.actors),
          relevance.substr(0, 5),
          statement_lines(article, options)};
}

}  // namespace

std::string export_csv(const std::vector<Story>& stories, CsvColumns columns, const ExportOptions& options) {
  if (columns == CsvColumns::own) {
    std::string out = csv_row(own_columns());
    for (const Story& story : stories) {
      for (const AssessedArticle& article : story.articles) out += csv_row(own_row(article, options));
    }
    return out;
  }
  const bool eurepoc = columns == CsvColumns::eurepoc;
  std::string out = csv_row(eurepoc ? eurepoc_columns() : cfr_columns());
  for (const Story& story : stories) {
    const StoryExport view = export_view(story, options);
    out += csv_row(eurepoc ? eurepoc_row(view, options) : cfr_row(view, options));
  }
  return out;
}

}  // namespace vigie::digest
