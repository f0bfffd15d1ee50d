#include "digest/message.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "digest/compose.h"
#include "digest/stable_id.h"
#include "tests/digest/label_files.h"
#include "tests/digest/sample.h"
#include "tests/support/golden.h"

using namespace vigie;
using namespace vigie::digest;
using sample::moment;
using sample::shipped_labels;

namespace {

RenderOptions sample_options() {
  RenderOptions options;
  options.generated_at = moment("2022-07-19T05:00:00Z");
  options.base_url = "https://vigie.example";
  return options;
}

Mail plain_mail() {
  Mail mail;
  mail.from = "vigie@example.org";
  mail.to = {"desk@example.org"};
  mail.subject = "A subject";
  mail.text = "Hello.\n";
  mail.message_id = "1@example.org";
  mail.date = moment("2022-07-18T05:07:09Z");
  return mail;
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

Alert sample_alert() {
  Alert alert;
  alert.name = "China";
  alert.query = "state:cn";
  alert.articles = sample::belgian_story().articles;
  alert.left_out = 3;
  alert.at = moment("2022-07-18T19:00:00Z");
  return alert;
}

}  // namespace

TEST_CASE("the mail of a digest reads as the golden file says") {
  const Digest digest = compose(sample::busy_day());
  const Mail mail = digest_mail(digest, shipped_labels("en"), "Vigie <vigie@example.org>",
                                {"desk@example.org", "Büro <buero@example.org>"}, sample_options());
  const std::string text = *write_mail(mail);
  CHECK(text == vigie::test::golden(std::string(VIGIE_FIXTURES) + "/digest/busy.eml", text));
}

TEST_CASE("a mail has the headers of RFC 5322 and no others") {
  const std::string text = *write_mail(plain_mail());
  CHECK(text.rfind("From: vigie@example.org\r\nTo: desk@example.org\r\nSubject: A subject\r\n"
                   "Date: Mon, 18 Jul 2022 05:07:09 +0000\r\nMessage-ID: <1@example.org>\r\n",
                   0) == 0);
  CHECK(
      has(text,
          "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nHello.\r\n"));
}

TEST_CASE("a subject that is not ASCII becomes words of RFC 2047 of at most 75 characters") {
  Mail mail = plain_mail();
  mail.subject = "Démenti de l'ambassade: 中国驻比利时使馆驳斥网络攻击指控 и ещё немного текста для второй строки";
  const std::string text = *write_mail(mail);
  const std::size_t begin = text.find("Subject: ");
  const std::size_t end = text.find("\r\nDate:");
  const std::string subject = text.substr(begin, end - begin);
  CHECK(has(subject, "=?UTF-8?B?"));
  for (std::size_t at = 0; at < subject.size();) {
    const std::size_t next = std::min(subject.find("\r\n", at), subject.size());
    CHECK(next - at <= 9 + 75);
    at = next + 2;
  }
}

TEST_CASE("no value of a mail begins a header line") {
  Mail mail = plain_mail();
  mail.subject = "x\r\nBcc: victim@example.org";
  mail.message_id = "1@example.org>\r\nBcc: victim@example.org";
  mail.list_id = "x\r\nBcc: y";
  const std::string text = *write_mail(mail);
  CHECK(!has(text, "\nBcc:"));
}

TEST_CASE("an address that is none is refused with its text") {
  for (const char* address :
       {"", "desk", "desk@", "@example.org", "a b@example.org", "a@b\r\nBcc: c@d.example", "a@b@", "a@-x.org",
        "Name <a@example.org", "a@exa mple.org", "\"a\"@example.org", ".a@example.org"}) {
    INFO(address);
    CHECK(!bare_address(address).has_value());
    Mail mail = plain_mail();
    mail.to = {address};
    CHECK(!write_mail(mail).has_value());
  }
  CHECK(*bare_address("Vigie, the lookout <vigie@example.org>") == "vigie@example.org");
  CHECK(*bare_address(" first.last+tag@sub.example.org ") == "first.last+tag@sub.example.org");
}

TEST_CASE("a mail to nobody is refused") {
  Mail mail = plain_mail();
  mail.to.clear();
  CHECK(!write_mail(mail).has_value());
}

TEST_CASE("the Message-ID of a digest is the same at every try and another for another day or recipient") {
  const Digest digest = compose(sample::busy_day());
  const Labels labels = shipped_labels("en");
  RenderOptions later = sample_options();
  later.generated_at += std::chrono::hours(3);
  const std::string id = digest_mail(digest, labels, "a@example.org", {"b@example.org"}, sample_options()).message_id;
  CHECK(id == digest_mail(digest, labels, "a@example.org", {"b@example.org"}, later).message_id);
  CHECK(id != digest_mail(digest, labels, "a@example.org", {"c@example.org"}, later).message_id);
  Digest other = digest;
  other.date = "2022-07-19";
  CHECK(id != digest_mail(other, labels, "a@example.org", {"b@example.org"}, later).message_id);
  CHECK(id.substr(id.find('@')) == "@example.org");
}

TEST_CASE("a quiet day's mail says so in its subject") {
  const Mail mail = digest_mail(compose(sample::quiet_day()), shipped_labels("en"), "a@example.org", {"b@example.org"});
  CHECK(mail.subject == "vigie, 16 July 2022: a quiet day");
}

TEST_CASE("a webhook is signed with HMAC-SHA256 of its body") {
  // RFC 4231, test case 2.
  CHECK(sign("what do ya want for nothing?", "Jefe") ==
        "sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  const WebhookMessage message =
      digest_webhook(compose(sample::busy_day()), WebhookForm::json, shipped_labels("en"), "secret");
  CHECK(message.signature == sign(message.body, "secret"));
  CHECK(message.event == "digest");
  CHECK(digest_webhook(compose(sample::busy_day()), WebhookForm::json, shipped_labels("en"), "").signature.empty());
}

TEST_CASE("UUIDs of version 5 are those of RFC 9562") {
  // RFC 9562 appendix A.4.
  CHECK(uuid5("6ba7b810-9dad-11d1-80b4-00c04fd430c8", "www.example.com") == "2ed6657d-e927-568b-95e1-2665a8aea6a2");
}

TEST_CASE("a webhook in JSON is the JSON digest with its event") {
  const WebhookMessage message =
      digest_webhook(compose(sample::busy_day()), WebhookForm::json, shipped_labels("en"), "s");
  const nlohmann::json body = nlohmann::json::parse(message.body);
  CHECK(body["event"] == "digest");
  CHECK(body["date"] == "2022-07-18");
  CHECK(body["stories"].size() == 5);
}

TEST_CASE("a webhook for Slack or Mattermost is a text with links") {
  const Digest digest = compose(sample::busy_day());
  const std::string slack =
      nlohmann::json::parse(digest_webhook(digest, WebhookForm::slack, shipped_labels("en"), "s").body)["text"];
  CHECK(has(slack, "<https://fr-press.example/news/11|La Belgique affirme"));
  CHECK(has(slack, "accuses China (APT27, APT30, APT31, GALLIUM)"));
  const std::string mattermost =
      nlohmann::json::parse(digest_webhook(digest, WebhookForm::mattermost, shipped_labels("en"), "s").body)["text"];
  CHECK(has(
      mattermost,
      "[La Belgique affirme que des pirates chinois ont visé deux ministères](<https://fr-press.example/news/11>)"));
}

TEST_CASE("an alert tells its query, its articles and how many were held back") {
  const Labels labels = shipped_labels("en");
  const Mail mail = alert_mail(sample_alert(), labels, "a@example.org", {"b@example.org"});
  CHECK(mail.subject == "vigie alert: China: 5 articles");
  CHECK(has(mail.text, "Saved query: state:cn"));
  CHECK(has(mail.text, "Belgium, foreign minister: accuses China"));
  CHECK(has(mail.text, "3 more were not told: the cap was reached."));
  CHECK(mail.message_id == alert_mail(sample_alert(), labels, "a@example.org", {"b@example.org"}).message_id);
  const WebhookMessage message = alert_webhook(sample_alert(), WebhookForm::json, labels, "s");
  const nlohmann::json body = nlohmann::json::parse(message.body);
  CHECK(body["articles"].size() == 5);
  CHECK(body["left_out"] == 3);
  CHECK(message.delivery == alert_webhook(sample_alert(), WebhookForm::slack, labels, "s").delivery);
}

TEST_CASE("a form of webhook is json, slack or mattermost") {
  CHECK(*webhook_form_from("slack") == WebhookForm::slack);
  CHECK(!webhook_form_from("teams").has_value());
}
