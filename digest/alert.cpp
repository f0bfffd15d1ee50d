#include "digest/alert.h"

#include "digest/entry.h"
#include "digest/entry_view.h"
#include "digest/export_view.h"
#include "digest/outside_text.h"
#include "digest/stable_id.h"
#include "digest/statements.h"

namespace vigie::digest {

std::string alert_title(const Alert& alert, const Labels& labels) {
  return fill(labels.get("mail.alert_subject", "vigie: {name}: {articles}"),
              {{"name", clean_line(alert.name, 80)},
               {"articles", counted(labels, "count.articles", static_cast<long>(alert.articles.size()))}});
}

std::string alert_key(const Alert& alert) {
  std::string key = "alert:" + alert.name;
  for (const AssessedArticle& article : alert.articles) key += "\n" + address_of(article.article);
  return stable_uuid(key);
}

std::vector<AlertLine> alert_lines(const Alert& alert, const Labels& labels) {
  std::vector<AlertLine> out;
  ExportOptions options;
  options.labels = labels;
  for (const AssessedArticle& article : alert.articles) {
    AlertLine line;
    line.title = clean_line(article.article.title, 300);
    line.language = language_tag(article.article.language);
    line.url = safe_link(address_of(article.article));
    line.publisher = clean_line(publisher_of(article, {}), 80);
    Story alone;
    alone.articles.push_back(article);
    line.statements = plain(statement_line(export_view(alone, options).entry, labels, "UTC"));
    out.push_back(std::move(line));
  }
  return out;
}

std::string alert_text(const Alert& alert, const Labels& labels) {
  std::string out = alert_title(alert, labels) + "\n";
  out += fill(labels.get("mail.alert_query", "{query}"), {{"query", clean_line(alert.query, 300)}}) + "\n";
  for (const AlertLine& line : alert_lines(alert, labels)) {
    out += "\n[" + line.language + "] " + line.title + "\n";
    if (!line.statements.empty()) out += "   " + line.statements + "\n";
    out += "   " + line.publisher + (line.url.empty() ? "" : " " + line.url) + "\n";
  }
  if (alert.left_out > 0) {
    out += "\n" + fill(labels.get("mail.alert_left_out", "{n}"), {{"n", std::to_string(alert.left_out)}}) + "\n";
  }
  return out;
}

Mail alert_mail(const Alert& alert, const Labels& labels, std::string from, std::vector<std::string> to) {
  Mail mail = addressed_mail("alert " + alert_key(alert), alert.at, std::move(from), std::move(to));
  mail.subject = alert_title(alert, labels);
  mail.text = alert_text(alert, labels);
  return mail;
}

}  // namespace vigie::digest
