#pragma once

#include <string>
#include <thread>
#include <vector>

#include "app/config.h"
#include "app/queue.h"
#include "model/error.h"

namespace vigie {

/// A message ready to be sent, the same at every try.
struct Letter {
  std::int64_t id = 0;               // the ledger's
  std::string channel;               // "mail" or "webhook"
  std::string target;                // recipients joined by ", ", or a URL
  std::string payload;               // an RFC 5322 message, or the body of a POST
  std::vector<std::string> headers;  // of a POST
};

/// What became of a letter: no error, or why it was not delivered.
struct Receipt {
  std::int64_t id = 0;
  std::string error;
  bool final = false;  // another try is useless (5xx of SMTP for the recipient, 4xx of a webhook but 408 and 429)
};

/// Sends by SMTP (smtp, smtps, STARTTLS as configured). Blocking, at most two minutes. Errors: io; refused where the
/// server says no for good.
Expected<void> send_mail(const Letter& letter, const MailConfig& mail);

/// Sends by POST; any 2xx is delivered. Blocking, at most 30 s. Errors as send_mail's.
Expected<void> post_webhook(const Letter& letter);

/// Delivers letters in a thread of its own, one after the other, so that a slow server delays nothing else.
class Postman {
 public:
  explicit Postman(MailConfig mail);
  ~Postman();
  Postman(const Postman&) = delete;
  Postman& operator=(const Postman&) = delete;

  void send(Letter letter);
  /// The receipts that have come since the last call; waits up to `patience` for the first.
  std::vector<Receipt> receipts(std::chrono::milliseconds patience = std::chrono::milliseconds{0});

 private:
  MailConfig mail_;
  BoundedQueue<Letter> letters_{1000};
  BoundedQueue<Receipt> receipts_{1000};
  std::thread thread_;
};

}  // namespace vigie
