#include "app/delivery.h"

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <nlohmann/json.hpp>

#include "app/log.h"
#include "app/text_forms.h"
#include "digest/alert.h"
#include "digest/health_notice.h"

namespace vigie {
namespace {

std::string secret_of(const WebhookConfig& webhook) {
  const char* secret = webhook.secret_env.empty() ? nullptr : std::getenv(webhook.secret_env.c_str());
  return secret == nullptr ? "" : secret;
}

using WebhookMaker = std::function<digest::WebhookMessage(digest::WebhookForm, const std::string& secret)>;

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

std::optional<storage::Delivery> mail_delivery(const digest::Mail& mail, const std::string& key, Time now) {
  const Expected<std::string> written = digest::write_mail(mail);
  if (!written) {
    LogEntry("delivery")("error", written.error().message).error();
    return std::nullopt;
  }
  storage::Delivery delivery;
  delivery.target = mail.to.front();
  delivery.key = key + "/mail/" + delivery.target;
  delivery.channel = "mail";
  delivery.payload = *written;
  delivery.message_id = mail.message_id;
  delivery.created_at = now;
  delivery.next_try = now;
  return delivery;
}

// The message for one channel, made by whichever of the two the channel takes.
std::optional<storage::Delivery> delivery_for(const Channel& channel, const std::string& key, Time now,
                                              const std::function<digest::Mail()>& mail, const WebhookMaker& webhook) {
  if (channel.webhook == nullptr) return mail_delivery(mail(), key, now);
  const Expected<digest::WebhookForm> form = digest::webhook_form_from(channel.webhook->form);
  if (!form) return std::nullopt;
  return webhook_delivery(*channel.webhook, webhook(*form, secret_of(*channel.webhook)), key, now);
}

Letter letter_of(const storage::Delivery& delivery, const std::shared_ptr<const PostSettings>& settings) {
  Letter letter{delivery.id, delivery.channel, delivery.target, delivery.payload, {}, settings};
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
  for (const Channel& channel : channels_for(config, "digest")) {
    const auto mail = [&] { return digest::digest_mail(digest, labels, config.mail.from, {channel.recipient}); };
    const auto webhook = [&](digest::WebhookForm form, const std::string& secret) {
      return digest::digest_webhook(digest, form, labels, secret);
    };
    if (auto delivery = delivery_for(channel, "digest/" + digest.date, now, mail, webhook)) {
      deliveries.push_back(std::move(*delivery));
    }
  }
  return deliveries;
}

std::optional<storage::Delivery> alert_delivery(const digest::Alert& alert, const Channel& channel,
                                                const digest::Labels& labels, const Config& config, Time now) {
  return delivery_for(
      channel, "alert/" + alert.name + "/" + digest::alert_key(alert), now,
      [&] { return digest::alert_mail(alert, labels, config.mail.from, {channel.recipient}); },
      [&](digest::WebhookForm form, const std::string& secret) {
        return digest::alert_webhook(alert, form, labels, secret);
      });
}

std::optional<storage::Delivery> health_delivery(const digest::HealthNotice& notice, const Channel& channel,
                                                 const digest::Labels& labels, const Config& config, Time now) {
  return delivery_for(
      channel, "health/" + digest::health_key(notice), now,
      [&] { return digest::health_mail(notice, labels, config.mail.from, {channel.recipient}); },
      [&](digest::WebhookForm form, const std::string& secret) {
        return digest::health_webhook(notice, form, labels, secret);
      });
}

DeliveryChore::DeliveryChore(const Config& config, storage::Database& database)
    : database_(database), ledger_(database) {
  adopt(config);
}

void DeliveryChore::adopt(const Config& config) {
  settings_ = std::make_shared<const PostSettings>(PostSettings{config.mail, config.network});
}

void DeliveryChore::run(Time now) {
  record(postman_.receipts(), now);
  if (now < next_look_) return;
  next_look_ = now + seconds{2};
  for (const storage::Delivery& delivery : ledger_.due_deliveries(now, 100)) {
    if (under_way_.insert(delivery.id).second) postman_.send(letter_of(delivery, settings_));
  }
}

void DeliveryChore::finish(Time now) {
  next_look_ = Time{};
  run(now);
  while (!under_way_.empty()) record(postman_.receipts(std::chrono::seconds{1}), now);
}

// A message the server has taken but that is not recorded would be sent again by the next run.
void DeliveryChore::stop(Time now) {
  postman_.stop();
  record(postman_.receipts(), now);
}

void DeliveryChore::record(const std::vector<Receipt>& receipts, Time now) {
  if (receipts.empty()) return;
  const MailConfig& mail = settings_->mail;
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
        std::min(mail.retry_max, seconds{mail.retry_first.count() << std::min(delivery->attempts, 20)});
    const bool given_up = receipt.final || now + wait > delivery->created_at + mail.retry_for;
    const std::optional<Time> next = given_up ? std::nullopt : std::optional<Time>(now + wait);
    ledger_.delivery_failed(receipt.id, receipt.error, next, now);
    LogEntry entry("delivery");
    entry("key", delivery->key)("error", receipt.error)("next", next ? format_iso8601(*next) : "given up");
    given_up ? entry.error() : entry.warn();
  }
  transaction.commit();
}

}  // namespace vigie
