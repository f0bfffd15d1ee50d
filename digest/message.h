#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "digest/labels.h"
#include "digest/render.h"
#include "model/digest.h"
#include "model/error.h"
#include "model/story.h"
#include "model/time.h"

namespace vigie::digest {

/// An e-mail before it is written. Text and HTML are UTF-8.
struct Mail {
  std::string from;             // "vigie@example.org" or "Vigie <vigie@example.org>"
  std::vector<std::string> to;  // addresses, likewise
  std::string subject;          // UTF-8; one line is made of it
  std::string text;
  std::string html;        // empty: a text/plain message
  std::string message_id;  // without angle brackets
  Time date{};
  std::string list_id;  // RFC 2919, empty for none
};

/// The message as SMTP's DATA takes it: RFC 5322 with CRLF, multipart/alternative, quoted-printable, RFC 2047 words in
/// the subject; no line over 998 bytes; nothing of the mail can begin a header line. Dot-stuffing is the sender's.
/// Errors: invalid_config for an address that is none.
Expected<std::string> write_mail(const Mail& mail);

/// The bare address of "Name <a@b>" or "a@b". Errors: invalid_config.
Expected<std::string> bare_address(std::string_view address);

/// The mail of a digest. The Message-ID is a hash of kind, date and recipients: the same at every try.
Mail digest_mail(const Digest& digest, const Labels& labels, std::string from, std::vector<std::string> to,
                 const RenderOptions& options = {});

/// What a saved query found.
struct Alert {
  std::string name;  // of the saved query
  std::string query;
  std::vector<AssessedArticle> articles;  // newest first
  int left_out = 0;                       // not told because of the cap
  Time at{};
};

Mail alert_mail(const Alert& alert, const Labels& labels, std::string from, std::vector<std::string> to);

/// What changed in the health of the sources since a channel was last told.
struct HealthNotice {
  std::vector<DigestHealth> troubled;   // failing, silent, blocked or gone
  std::vector<DigestHealth> recovered;  // state "healthy", since when
  std::string time_zone = "UTC";
  Time at{};
};

Mail health_mail(const HealthNotice& notice, const Labels& labels, std::string from, std::vector<std::string> to);

/// A mail that lacks only its subject and words. `what` names what it tells: the Message-ID is a hash of it and of
/// sender and recipients, the same at every try.
Mail addressed_mail(const std::string& what, Time date, std::string from, std::vector<std::string> to);

/// A webhook's POST. `body` is what `signature` signs.
struct WebhookMessage {
  std::string body;
  std::string content_type = "application/json";
  std::string event;      // "digest", "alert" or "health", for X-Vigie-Event
  std::string delivery;   // stable over tries, for X-Vigie-Delivery
  std::string signature;  // "sha256=<hex>" for X-Vigie-Signature; empty without a secret
};

enum class WebhookForm { json, slack, mattermost };
/// "json", "slack", "mattermost". Errors: invalid_config.
Expected<WebhookForm> webhook_form_from(std::string_view name);

WebhookMessage digest_webhook(const Digest& digest, WebhookForm form, const Labels& labels, std::string_view secret,
                              const RenderOptions& options = {});
WebhookMessage alert_webhook(const Alert& alert, WebhookForm form, const Labels& labels, std::string_view secret);

WebhookMessage health_webhook(const HealthNotice& notice, WebhookForm form, const Labels& labels,
                              std::string_view secret);

/// "sha256=" and the HMAC-SHA256 (RFC 2104) of body under secret in lower-case hex.
std::string sign(std::string_view body, std::string_view secret);

}  // namespace vigie::digest
