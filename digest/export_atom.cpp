#include <algorithm>

#include "digest/entry.h"
#include "digest/entry_view.h"
#include "digest/export_view.h"
#include "digest/outside_text.h"
#include "digest/stable_id.h"
#include "digest/statements.h"

namespace vigie::digest {
namespace {

std::string element(const char* name, const std::string& text) {
  return std::string("<") + name + ">" + xml_text(text) + "</" + name + ">\n";
}

std::string category(const char* scheme, const std::string& term) {
  return std::string("<category scheme=\"") + scheme + "\" term=\"" + xml_text(clean_line(term, 120)) + "\"/>\n";
}

std::string entry_of_article(const AssessedArticle& article, const ExportOptions& options) {
  const std::string url = safe_link(address_of(article.article));
  const Time updated = article.first_seen != Time{} ? article.first_seen : moment_of(article);
  const std::string title = clean_line(article.article.title, 300);
  std::string out = "<entry>\n";
  out += element("id", "urn:uuid:" + stable_uuid("article:" + address_of(article.article)));
  out += "<title xml:lang=\"" + language_tag(article.article.language) + "\">" + xml_text(title) + "</title>\n";
  out += element("updated", format_iso8601(updated));
  if (article.article.published) out += element("published", format_iso8601(article.article.published->at));
  if (!url.empty()) out += "<link rel=\"alternate\" href=\"" + xml_text(url) + "\"/>\n";
  const std::string publisher = clean_line(publisher_of(article, options.publishers), 120);
  out += "<author>" + element("name", publisher.empty() ? "unknown" : publisher) + "</author>\n";
  if (article.assessment.relevant) out += category("urn:vigie:act", std::string(to_string(article.assessment.act)));
  for (const std::string& state : article.assessment.accused_states) out += category("urn:vigie:accused", state);
  for (const std::string& state : article.assessment.victim_states) out += category("urn:vigie:victim", state);
  for (const std::string& actor : article.assessment.actors) out += category("urn:vigie:actor", actor);
  Story alone;
  alone.articles.push_back(article);
  const StoryExport view = export_view(alone, options);
  const std::string line = plain(statement_line(view.entry, options.labels, "UTC"));
  out += element("summary", line.empty() ? title : line);
  return out + "</entry>\n";
}

}  // namespace

std::string export_atom(const std::vector<Story>& stories, const ExportOptions& options) {
  std::vector<const AssessedArticle*> articles;
  for (const Story& story : stories) {
    for (const AssessedArticle& article : story.articles) articles.push_back(&article);
  }
  std::stable_sort(articles.begin(), articles.end(),
                   [](const AssessedArticle* a, const AssessedArticle* b) { return moment_of(*a) > moment_of(*b); });
  Time updated = options.generated_at;
  if (!articles.empty()) updated = Time{};
  for (const AssessedArticle* article : articles)
    updated = std::max(updated, std::max(article->first_seen, moment_of(*article)));
  std::string out = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n";
  const std::string id =
      options.base_url.empty() ? "urn:uuid:" + stable_uuid("articles") : options.base_url + "/articles";
  out += element("id", id) + element("title", "vigie: articles") + element("updated", format_iso8601(updated));
  out += "<author>" + element("name", "vigie") + "</author>\n<generator>vigie</generator>\n";
  for (const AssessedArticle* article : articles) out += entry_of_article(*article, options);
  return out + "</feed>\n";
}

}  // namespace vigie::digest
