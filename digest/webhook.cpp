#include <nlohmann/json.hpp>

#include "digest/alert.h"
#include "digest/entry_view.h"
#include "digest/export.h"
#include "digest/health_notice.h"
#include "digest/message.h"
#include "digest/outside_text.h"
#include "digest/stable_id.h"
#include "model/text.h"

namespace vigie::digest {
namespace {

using Json = nlohmann::ordered_json;

/// Slack cuts a message at 40,000 characters and advises 4,000; Mattermost cuts at 16,383. What is over is left out
/// with a count, never cut within a link.
constexpr std::size_t k_longest_slack = 3'900;
constexpr std::size_t k_longest_mattermost = 15'000;

std::string dumped(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

/// Slack's mrkdwn: &, < and > as entities (its documentation), and its marks kept from pairing by a word joiner.
std::string slack_text(std::string_view text) {
  std::string out;
  for (char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '*':
      case '_':
      case '~':
      case '`':
        out += "\u2060" + std::string(1, c) + "\u2060";
        break;
      default:
        out += c;
    }
  }
  return out;
}

/// Mattermost looks for @channel and @name also behind a backslash: a word joiner keeps them from being names.
std::string mattermost_text(std::string_view text) {
  std::string joined_up;
  for (char c : text) {
    joined_up += c;
    if (c == '@') joined_up += "\u2060";
  }
  return markdown_text(joined_up);
}

std::string slack_link(const std::string& text, const std::string& url) {
  return url.empty() ? slack_text(text) : "<" + slack_text(url) + "|" + slack_text(text) + ">";
}

std::string mattermost_link(const std::string& text, const std::string& url) {
  return url.empty() ? mattermost_text(text) : "[" + mattermost_text(text) + "](<" + url + ">)";
}

struct Style {
  std::string (*text)(std::string_view);
  std::string (*link)(const std::string&, const std::string&);
  const char* strong;
  std::size_t longest;
};
constexpr Style k_slack{slack_text, slack_link, "*", k_longest_slack};
constexpr Style k_mattermost{mattermost_text, mattermost_link, "**", k_longest_mattermost};

/// Adds paragraphs until the form's limit, then how many were left out.
std::string limited(const std::string& head, const std::vector<std::string>& paragraphs, const Style& style,
                    const Labels& labels) {
  std::string out = head;
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    if (out.size() + paragraphs[i].size() > style.longest) {
      return out + "\n\n+ " + counted(labels, "count.stories", static_cast<long>(paragraphs.size() - i));
    }
    out += "\n\n" + paragraphs[i];
  }
  return out;
}

std::string strong(const std::string& text, const Style& style) { return style.strong + text + style.strong; }

std::string digest_chat(const Digest& digest, const Labels& labels, const RenderOptions& options, const Style& style) {
  const std::string title = std::string(labels.get("digest.brand")) + ", " + day_name(labels, digest.date);
  const std::string head = strong(style.text(title), style) + "\n" + style.text(summary_of(digest, labels));
  std::vector<std::string> paragraphs;
  for (const SectionView& section : sections_of(digest, labels)) {
    bool first = true;
    for (const DigestEntry* entry : section.entries) {
      const EntryView view = view_of(*entry, digest, labels, options);
      std::string paragraph = first ? strong(style.text(section.name), style) + "\n" : "";
      paragraph += style.link(view.headline, view.url) + " [" + view.language + "]";
      const std::string line = plain(view.line);
      if (!line.empty()) paragraph += "\n" + style.text(line);
      if (!view.told.empty()) paragraph += "\n" + style.text(view.told);
      paragraphs.push_back(std::move(paragraph));
      first = false;
    }
  }
  return limited(head, paragraphs, style, labels);
}

std::string alert_chat(const Alert& alert, const Labels& labels, const Style& style) {
  const std::string head =
      strong(style.text(alert_title(alert, labels)), style) + "\n" +
      style.text(fill(labels.get("mail.alert_query", "{query}"), {{"query", clean_line(alert.query, 300)}}));
  std::vector<std::string> paragraphs;
  for (const AlertLine& line : alert_lines(alert, labels)) {
    std::string paragraph = style.link(line.title, line.url) + " [" + line.language + "]";
    if (!line.statements.empty()) paragraph += "\n" + style.text(line.statements);
    if (!line.publisher.empty()) paragraph += "\n" + style.text(line.publisher);
    paragraphs.push_back(std::move(paragraph));
  }
  if (alert.left_out > 0) {
    paragraphs.push_back(
        style.text(fill(labels.get("mail.alert_left_out", "{n}"), {{"n", std::to_string(alert.left_out)}})));
  }
  return limited(head, paragraphs, style, labels);
}

std::string chat_body(const std::string& text, WebhookForm form) {
  Json body{{"text", text}};
  if (form == WebhookForm::slack) {
    body["unfurl_links"] = false;
    body["unfurl_media"] = false;
  }
  return dumped(body);
}

std::string alert_json(const Alert& alert, const Labels& labels) {
  Json articles = Json::array();
  for (const AssessedArticle& article : alert.articles) {
    ExportOptions options;
    options.labels = labels;
    articles.push_back(Json::parse(article_json(article, options)));
  }
  return dumped({{"event", "alert"},
                 {"name", valid_utf8(alert.name)},
                 {"query", valid_utf8(alert.query)},
                 {"at", format_iso8601(alert.at)},
                 {"articles", articles},
                 {"left_out", alert.left_out}});
}

std::string health_chat(const HealthNotice& notice, const Labels& labels, const Style& style) {
  std::vector<std::string> paragraphs;
  for (const std::string& line : health_notice_lines(notice, labels)) paragraphs.push_back(style.text(line));
  return limited(strong(style.text(health_title(notice, labels)), style), paragraphs, style, labels);
}

Json health_rows(const std::vector<DigestHealth>& rows) {
  Json out = Json::array();
  for (const DigestHealth& health : rows) {
    out.push_back({{"source", valid_utf8(health.source_id)},
                   {"publisher", valid_utf8(health.publisher)},
                   {"state", health.state},
                   {"reason", valid_utf8(health.reason)},
                   {"since", format_iso8601(health.since)}});
  }
  return out;
}

std::string health_json(const HealthNotice& notice) {
  return dumped({{"event", "health"},
                 {"at", format_iso8601(notice.at)},
                 {"troubled", health_rows(notice.troubled)},
                 {"recovered", health_rows(notice.recovered)}});
}

WebhookMessage signed_message(std::string body, std::string event, std::string delivery, std::string_view secret) {
  WebhookMessage message;
  message.body = std::move(body);
  message.event = std::move(event);
  message.delivery = std::move(delivery);
  if (!secret.empty()) message.signature = sign(message.body, secret);
  return message;
}

}  // namespace

Expected<WebhookForm> webhook_form_from(std::string_view name) {
  if (name == "json") return WebhookForm::json;
  if (name == "slack") return WebhookForm::slack;
  if (name == "mattermost") return WebhookForm::mattermost;
  return failure(ErrorKind::invalid_config,
                 "unknown webhook form \"" + std::string(name) + "\": expected json, slack or mattermost");
}

std::string sign(std::string_view body, std::string_view secret) { return "sha256=" + hmac_sha256(secret, body); }

WebhookMessage digest_webhook(const Digest& digest, WebhookForm form, const Labels& labels, std::string_view secret,
                              const RenderOptions& options) {
  std::string body;
  if (form == WebhookForm::json) {
    Json json{{"event", "digest"}};
    json.update(Json::parse(render_json(digest, labels, options)));
    body = dumped(json);
  } else {
    body = chat_body(digest_chat(digest, labels, options, form == WebhookForm::slack ? k_slack : k_mattermost), form);
  }
  return signed_message(std::move(body), "digest", stable_uuid("webhook:digest:" + digest.date), secret);
}

WebhookMessage alert_webhook(const Alert& alert, WebhookForm form, const Labels& labels, std::string_view secret) {
  std::string body =
      form == WebhookForm::json
          ? alert_json(alert, labels)
          : chat_body(alert_chat(alert, labels, form == WebhookForm::slack ? k_slack : k_mattermost), form);
  return signed_message(std::move(body), "alert", alert_key(alert), secret);
}

WebhookMessage health_webhook(const HealthNotice& notice, WebhookForm form, const Labels& labels,
                              std::string_view secret) {
  std::string body =
      form == WebhookForm::json
          ? health_json(notice)
          : chat_body(health_chat(notice, labels, form == WebhookForm::slack ? k_slack : k_mattermost), form);
  return signed_message(std::move(body), "health", health_key(notice), secret);
}

}  // namespace vigie::digest
