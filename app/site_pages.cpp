#include "app/site_pages.h"

#include <algorithm>

#include "app/text_forms.h"
#include "digest/entry_view.h"
#include "digest/outside_text.h"
#include "digest/statement_line.h"

namespace vigie {
namespace {

constexpr std::size_t k_longest_text = 100'000;  // of an article, in code points

std::string day_of(Time at) { return at == Time{} ? "" : format_iso8601(at).substr(0, 10); }

void add_tag(Page& page, std::string_view language) {
  page.markup("<span class=\"tag\">").text(digest::language_tag(language)).markup("</span>");
}

void add_facts(Page& page, const std::vector<std::pair<std::string, std::string>>& facts) {
  page.markup("<p class=\"facts\">");
  bool first = true;
  for (const auto& [name, value] : facts) {
    if (value.empty()) continue;
    if (!first) page.markup(" &middot; ");
    if (!name.empty()) page.text(name).markup(" ");
    page.text(value);
    first = false;
  }
  page.markup("</p>\n");
}

// The snippet's pieces between its marks, each cleaned by itself.
void add_snippet(Page& page, const storage::Snippet& snippet) {
  if (snippet.text.empty()) return;
  page.markup("<p dir=\"auto\">");
  std::size_t at = 0;
  const auto piece = [&](std::size_t begin, std::size_t end) {
    const std::string_view text = std::string_view(snippet.text).substr(begin, end - begin);
    // Cleaning trims: the spaces at a piece's ends part words.
    if (text.starts_with(' ')) page.markup(" ");
    page.text(text, 2000);
    if (text.size() > 1 && text.ends_with(' ')) page.markup(" ");
  };
  for (const storage::Snippet::Mark& mark : snippet.marks) {
    piece(at, mark.begin);
    page.markup("<mark>");
    piece(mark.begin, mark.end);
    page.markup("</mark>");
    at = mark.end;
  }
  piece(at, snippet.text.size());
  page.markup("</p>\n");
}

void add_hit(Page& page, const storage::SearchHit& hit) {
  page.markup("<li><h3 dir=\"auto\"><a href=\"/article/").number(hit.id).markup("\">");
  page.text(hit.title.empty() ? hit.url : hit.title).markup("</a> ");
  add_tag(page, hit.language);
  page.markup("</h3>\n");
  add_snippet(page, hit.snippet);
  add_facts(page, {{"", day_of(hit.time)},
                   {"", hit.source_id},
                   {"", hit.relevant ? std::string(to_string(hit.act)) : "not relevant"},
                   {"accused", joined(hit.accused_states, " ")},
                   {"victims", joined(hit.victim_states, " ")},
                   {"", joined(hit.actors, ", ")}});
  page.markup("<p class=\"facts\">");
  if (hit.story != 0) page.markup("<a href=\"/story/s").number(hit.story).markup("\">the story</a> &middot; ");
  page.link(hit.url, "the publisher's page").markup("</p></li>\n");
}

void add_page_link(Page& page, const HitList& list, std::size_t number, Markup words) {
  page.markup("<a href=\"/search?q=").query_value(list.query).markup("&amp;page=");
  page.number(static_cast<std::int64_t>(number)).markup("\">").markup(words).markup("</a>");
}

void add_stories(Page& page, const std::vector<storage::StoryRow>& stories) {
  page.markup("<ul class=\"hits\">\n");
  for (const storage::StoryRow& story : stories) {
    page.markup("<li><h3 dir=\"auto\"><a href=\"/story/s").number(story.id).markup("\">");
    page.text(story.headline.empty() ? "without a headline" : story.headline).markup("</a> ");
    add_tag(page, story.language);
    page.markup("</h3>\n");
    add_facts(page, {{"", day_of(story.last_seen)},
                     {"articles", std::to_string(story.articles)},
                     {"languages", std::to_string(story.languages)},
                     {"accused", joined(story.accused_states, " ")},
                     {"victims", joined(story.victim_states, " ")},
                     {"", joined(story.actors, ", ")}});
    page.markup("</li>\n");
  }
  page.markup("</ul>\n");
}

void add_statement(Page& page, const DigestEntry& entry, std::size_t index, const digest::Labels& labels,
                   const std::string& time_zone) {
  const Statement& statement = entry.statements[index];
  // The acts are ours: each is a class of the style sheet.
  page.markup("<li class=\"").text(to_string(statement.attribution.act)).markup("\">");
  page.markup("<p><strong>").text(day_of(statement.at)).markup("</strong> ");
  page.text(digest::plain(digest::statement_clause(entry, index, labels, time_zone)), 1000).markup("</p>\n");
  if (!statement.quotation.empty()) {
    page.markup("<blockquote dir=\"auto\"><p>").text(statement.quotation, 800).markup("</p></blockquote>\n");
  }
  page.markup("<p class=\"facts\">");
  page.link(statement.article_url, statement.publisher.empty() ? statement.source_id : statement.publisher);
  page.markup(" ");
  add_tag(page, statement.language);
  if (statement.captured_at != Time{}) page.markup(" captured ").text(format_iso8601(statement.captured_at));
  if (statement.article != 0) {
    page.markup(" &middot; <a href=\"/article/").number(statement.article).markup("\">as archived</a>");
  }
  page.markup("</p></li>\n");
}

void add_captures(Page& page, const std::vector<storage::Capture>& captures) {
  if (captures.empty()) return;
  page.markup(
      "<h2>Captures</h2>\n<table><thead><tr><th scope=\"col\">at</th><th scope=\"col\">sha256</th>"
      "<th scope=\"col\">WARC file, offset</th></tr></thead><tbody>\n");
  for (const storage::Capture& capture : captures) {
    page.markup("<tr><td>").text(format_iso8601(capture.captured_at)).markup("</td><td>").text(capture.sha256);
    page.markup("</td><td>").text(capture.file).markup(", ").number(capture.offset).markup("</td></tr>\n");
  }
  page.markup("</tbody></table>\n");
}

}  // namespace

Page hits_page(const HitList& list) {
  Page page;
  page.markup("<h1>").text(list.query, 200).markup("</h1>\n");
  if (list.hits.empty()) page.markup("<p>Nothing found.</p>\n");
  page.markup("<ul class=\"hits\">\n");
  for (const storage::SearchHit& hit : list.hits) add_hit(page, hit);
  page.markup("</ul>\n<p class=\"more\"><span>");
  if (list.page > 1) add_page_link(page, list, list.page - 1, "newer");
  page.markup("</span><span>");
  if (list.more) add_page_link(page, list, list.page + 1, "older");
  page.markup("</span></p>\n");
  return page;
}

Page front_page(const std::vector<storage::StoryRow>& stories) {
  Page page;
  page.markup(R"(<h1>Who is said to have attacked whom</h1>
<p class="note">Words are ANDed; "a phrase"; OR; -not; (&hellip;); prefix*; state:cn victim:be actor:apt31 act:denial lang:fr
source:ID authority:government cve:CVE-2021-26855 since:7d until:2026-11-01 concept:cyberattack</p>
<h2>Stories of late</h2>
)");
  add_stories(page, stories);
  return page;
}

Page stories_page(const std::vector<storage::StoryRow>& stories) {
  Page page;
  page.markup("<h1>Stories</h1>\n");
  add_stories(page, stories);
  return page;
}

Page story_page(const Story& story, const digest::Labels& labels, const std::string& time_zone) {
  Page page;
  page.markup("<h1 dir=\"auto\">").text(story.headline).markup("</h1>\n");
  add_facts(page, {{"story", "s" + std::to_string(story.id)},
                   {"from", day_of(story.first_seen)},
                   {"to", day_of(story.last_seen)},
                   {"articles", std::to_string(story.articles.size())}});
  DigestEntry entry;
  entry.headline = story.headline;
  entry.language = story.language;
  entry.statements = story.statements;
  std::stable_sort(entry.statements.begin(), entry.statements.end(),
                   [](const Statement& a, const Statement& b) { return a.at < b.at; });
  page.markup("<h2>Statements</h2>\n<ol class=\"timeline\">\n");
  for (std::size_t i = 0; i < entry.statements.size(); ++i) add_statement(page, entry, i, labels, time_zone);
  page.markup("</ol>\n<h2>Articles</h2>\n<ul class=\"hits\">\n");
  for (const AssessedArticle& article : story.articles) {
    page.markup("<li><h3 dir=\"auto\"><a href=\"/article/").number(article.id).markup("\">");
    page.text(article.article.title).markup("</a> ");
    add_tag(page, article.article.language);
    page.markup("</h3>\n");
    add_facts(page, {{"", day_of(article.first_seen)}, {"", article.source_id}, {"", article.article.site_name}});
    page.markup("</li>\n");
  }
  page.markup("</ul>\n");
  return page;
}

Page article_page(const AssessedArticle& article, const std::vector<storage::Capture>& captures) {
  const Assessment& judged = article.assessment;
  Page page;
  page.markup("<h1 dir=\"auto\">").text(article.article.title).markup("</h1>\n<p class=\"facts\">");
  add_tag(page, article.article.language);
  page.markup(" ").link(article.article.url, article.article.url);
  if (article.story != 0) page.markup(" &middot; <a href=\"/story/s").number(article.story).markup("\">the story</a>");
  page.markup("</p>\n");
  add_facts(page, {{"", article.article.published ? format_date(*article.article.published) : ""},
                   {"first seen", format_iso8601(article.first_seen)},
                   {"", article.source_id},
                   {"", judged.relevant ? std::string(to_string(judged.act)) : "not relevant"},
                   {"accused", joined(judged.accused_states, " ")},
                   {"victims", joined(judged.victim_states, " ")},
                   {"", joined(judged.actors, ", ")}});
  page.markup("<div dir=\"auto\">\n").paragraphs(article.article.text, k_longest_text).markup("</div>\n");
  add_captures(page, captures);
  return page;
}

Page sources_page(const std::vector<SourceRow>& rows) {
  Page page;
  const auto troubled = std::count_if(rows.begin(), rows.end(), [](const SourceRow& row) {
    return row.health != "healthy" && row.health != "slow" && row.health != "new";
  });
  page.markup("<h1>Sources</h1>\n<p>").number(static_cast<std::int64_t>(rows.size())).markup(" watched, ");
  page.number(troubled).markup(" failing, silent, blocked or gone.</p>\n");
  page.markup(
      "<table><thead><tr><th scope=\"col\">source</th><th scope=\"col\">health</th><th scope=\"col\">since</th>"
      "<th scope=\"col\">next check</th><th scope=\"col\">reason</th></tr></thead><tbody>\n");
  for (const SourceRow& row : rows) {
    page.markup("<tr><td>").link(row.url, row.publisher.empty() ? row.id : row.publisher).markup("</td><td>");
    page.text(row.health).markup("</td><td>").text(row.since).markup("</td><td>").text(row.next_check);
    page.markup("</td><td>").text(row.reason).markup("</td></tr>\n");
  }
  page.markup("</tbody></table>\n");
  return page;
}

Page digests_page(const std::vector<std::string>& days) {
  Page page;
  page.markup("<h1>Digests</h1>\n");
  if (days.empty()) page.markup("<p>None has been written yet.</p>\n");
  page.markup("<ul>\n");
  for (const std::string& day : days) {
    page.markup("<li><a href=\"/digest/").text(day).markup("\">").text(day).markup("</a></li>\n");
  }
  page.markup("</ul>\n");
  return page;
}

}  // namespace vigie
