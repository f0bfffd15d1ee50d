#pragma once

#include <atomic>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "app/config.h"
#include "app/queue.h"
#include "model/error.h"

namespace vigie {

/// How messages are sent: those that were handed over before a change are sent by what was in force then.
struct PostSettings {
  MailConfig mail;
  NetworkConfig network;
};

/// A message ready to be sent, the same at every try.
struct Letter {
  std::int64_t id = 0;               // the ledger's
  std::string channel;               // "mail" or "webhook"
  std::string target;                // an address, or a URL
  std::string payload;               // an RFC 5322 message, or the body of a POST
  std::vector<std::string> headers;  // of a POST
  std::shared_ptr<const PostSettings> settings;
};

/// What became of a letter: no error, or why it was not delivered.
struct Receipt {
  std::int64_t id = 0;
  std::string error;
  bool final = false;  // another try is useless (5xx of SMTP for the recipient, 4xx of a webhook but 408 and 429)
};

/// Sends by SMTP (smtp, smtps, STARTTLS as configured; [network] says which certificates are trusted). Blocking, at
/// most two minutes. Errors: io (also when `leaving` turns true
/// and five seconds pass); refused where the server says no for good.
Expected<void> send_mail(const Letter& letter, const MailConfig& mail, const NetworkConfig& network,
                         const std::atomic<bool>& leaving);

/// Sends by POST, through [network]'s proxy where there is one; any 2xx is delivered. Blocking, at most 30 s. Errors as
/// send_mail's.
Expected<void> post_webhook(const Letter& letter, const NetworkConfig& network, const std::atomic<bool>& leaving);

/// Delivers letters in a thread of its own, one after the other, so that a slow server delays nothing else.
class Postman {
 public:
  Postman();
  ~Postman();
  Postman(const Postman&) = delete;
  Postman& operator=(const Postman&) = delete;

  void send(Letter letter);
  /// Sends no more, and gives the letter under way five seconds to end; its receipt can be had afterwards.
  void stop();
  /// The receipts that have come since the last call; waits up to `patience` for the first.
  std::vector<Receipt> receipts(std::chrono::milliseconds patience = std::chrono::milliseconds{0});

 private:
  BoundedQueue<Letter> letters_{1000};
  BoundedQueue<Receipt> receipts_{1000};
  std::atomic<bool> leaving_{false};
  std::thread thread_;
};

}  // namespace vigie
