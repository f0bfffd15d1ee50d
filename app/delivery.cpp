#include "app/delivery.h"

#include <algorithm>
#include <cstdlib>
#include <nlohmann/json.hpp>

#include "app/log.h"
#include "app/text_forms.h"

namespace vigie {
namespace {

bool wants(const WebhookConfig& webhook, std::string_view event) {
  return std::find(webhook.events.begin(), webhook.events.end(), event) != webhook.events.end();
}

std::string secret_of(const WebhookConfig& webhook) {
  const char* secret = webhook.secret_env.empty() ? nullptr : std::getenv(webhook.secret_env.c_str());
  return secret == nullptr ? "" : secret;
}

// A POST is kept whole, headers and body, so that every try sends the same.
storage::Delivery webhook_delivery(const WebhookConfig& webhook, const digest::WebhookMessage& message,
                                   const std::string& key, Time now) {
  nlohmann::ordered_json headers = {"Content-Type: " + message.content_type, "X-Vigie-Event: " + message.event,
                                    "X-Vigie-Delivery: " + message.delivery};
  if (!message.signature.empty()) headers.push_back("X-Vigie-Signature: " + message.signature);
  storage::Delivery delivery;
  delivery.key = key + "/webhook/" + webhook.url;
  delivery.channel = "webhook";
  delivery.target = webhook.url;
  delivery.payload = json_text({{"headers", headers}, {"body", message.body}});
  delivery.created_at = now;
  delivery.next_try = now;
  return delivery;
}

void add_mail(std::vector<storage::Delivery>& deliveries, const digest::Mail& mail, const std::string& key, Time now) {
  const Expected<std::string> written = digest::write_mail(mail);
  if (!written) {
    LogEntry("delivery")("error", written.error().message).error();
    return;
  }
  storage::Delivery delivery;
  delivery.target = joined(mail.to, ", ");
  delivery.key = key + "/mail/" + delivery.target;
  delivery.channel = "mail";
  delivery.payload = *written;
  delivery.message_id = mail.message_id;
  delivery.created_at = now;
  delivery.next_try = now;
  deliveries.push_back(std::move(delivery));
}

Letter letter_of(const storage::Delivery& delivery) {
  Letter letter{delivery.id, delivery.channel, delivery.target, delivery.payload, {}};
  if (delivery.channel != "webhook") return letter;
  const auto stored = nlohmann::json::parse(delivery.payload, nullptr, /*allow_exceptions=*/false);
  if (!stored.is_object()) return letter;
  letter.payload = stored.value("body", "");
  letter.headers = stored.value("headers", std::vector<std::string>{});
  return letter;
}

}  // namespace

std::vector<storage::Delivery> digest_deliveries(const Digest& digest, const digest::Labels& labels,
                                                 const Config& config, Time now) {
  std::vector<storage::Delivery> deliveries;
  const std::string key = "digest/" + digest.date;
  if (!config.mail.smtp.empty()) {
    add_mail(deliveries, digest::digest_mail(digest, labels, config.mail.from, config.mail.to), key, now);
  }
  for (const WebhookConfig& webhook : config.webhooks) {
    if (!wants(webhook, "digest")) continue;
    const Expected<digest::WebhookForm> form = digest::webhook_form_from(webhook.form);
    if (!form) continue;
    const digest::WebhookMessage message = digest::digest_webhook(digest, *form, labels, secret_of(webhook));
    deliveries.push_back(webhook_delivery(webhook, message, key, now));
  }
  return deliveries;
}

std::vector<storage::Delivery> alert_deliveries(const digest::Alert& alert, const std::string& key,
                                                const digest::Labels& labels, const Config& config, Time now) {
  std::vector<storage::Delivery> deliveries;
  if (!config.mail.smtp.empty()) {
    add_mail(deliveries, digest::alert_mail(alert, labels, config.mail.from, config.mail.to), key, now);
  }
  for (const WebhookConfig& webhook : config.webhooks) {
    if (!wants(webhook, "alert")) continue;
    const Expected<digest::WebhookForm> form = digest::webhook_form_from(webhook.form);
    if (!form) continue;
    deliveries.push_back(
        webhook_delivery(webhook, digest::alert_webhook(alert, *form, labels, secret_of(webhook)), key, now));
  }
  return deliveries;
}

DeliveryChore::DeliveryChore(const Config& config, storage::Database& database)
    : config_(config), database_(database), ledger_(database), postman_(config.mail) {}

void DeliveryChore::run(Time now) {
  record(postman_.receipts(), now);
  if (now < next_look_) return;
  next_look_ = now + seconds{2};
  for (const storage::Delivery& delivery : ledger_.due_deliveries(now, 100)) {
    if (under_way_.insert(delivery.id).second) postman_.send(letter_of(delivery));
  }
}

void DeliveryChore::finish(Time now) {
  next_look_ = Time{};
  run(now);
  while (!under_way_.empty()) record(postman_.receipts(std::chrono::seconds{1}), now);
}

void DeliveryChore::record(const std::vector<Receipt>& receipts, Time now) {
  if (receipts.empty()) return;
  storage::Transaction transaction(database_);
  for (const Receipt& receipt : receipts) {
    under_way_.erase(receipt.id);
    const std::optional<storage::Delivery> delivery = ledger_.delivery(receipt.id);
    if (!delivery) continue;
    if (receipt.error.empty()) {
      ledger_.delivered(receipt.id, now);
      LogEntry("delivery")("key", delivery->key)("attempts", delivery->attempts + 1).info();
      continue;
    }
    const seconds wait =
        std::min(config_.mail.retry_max, seconds{config_.mail.retry_first.count() << std::min(delivery->attempts, 20)});
    const bool given_up = receipt.final || now + wait > delivery->created_at + config_.mail.retry_for;
    const std::optional<Time> next = given_up ? std::nullopt : std::optional<Time>(now + wait);
    ledger_.delivery_failed(receipt.id, receipt.error, next, now);
    LogEntry entry("delivery");
    entry("key", delivery->key)("error", receipt.error)("next", next ? format_iso8601(*next) : "given up");
    given_up ? entry.error() : entry.warn();
  }
  transaction.commit();
}

}  // namespace vigie
