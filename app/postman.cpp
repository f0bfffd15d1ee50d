#include "app/postman.h"

#include <curl/curl.h>

#include <cstdlib>
#include <cstring>
#include <fstream>
#include <memory>

#include "digest/message.h"
#include "model/text.h"

namespace vigie {
namespace {

constexpr long k_connect_seconds = 20;
constexpr long k_mail_seconds = 120;
constexpr long k_webhook_seconds = 30;
constexpr std::chrono::seconds k_last_patience{5};

using Curl = std::unique_ptr<CURL, void (*)(CURL*)>;

// A list libcurl reads while the transfer runs.
class CurlList {
 public:
  ~CurlList() { curl_slist_free_all(list_); }
  CurlList() = default;
  CurlList(const CurlList&) = delete;
  CurlList& operator=(const CurlList&) = delete;
  void add(const std::string& item) { list_ = curl_slist_append(list_, item.c_str()); }
  curl_slist* get() const { return list_; }

 private:
  curl_slist* list_ = nullptr;
};

struct Upload {
  std::string_view rest;
};

std::size_t read_upload(char* buffer, std::size_t size, std::size_t count, void* user) {
  Upload& upload = *static_cast<Upload*>(user);
  const std::size_t taken = std::min(size * count, upload.rest.size());
  std::memcpy(buffer, upload.rest.data(), taken);
  upload.rest.remove_prefix(taken);
  return taken;
}

// Ends a transfer five seconds after the postman is told to leave.
struct Leaving {
  const std::atomic<bool>& told;
  std::chrono::steady_clock::time_point since{};
};

int end_when_leaving(void* user, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  Leaving& leaving = *static_cast<Leaving*>(user);
  if (!leaving.told) return 0;
  const auto now = std::chrono::steady_clock::now();
  if (leaving.since == std::chrono::steady_clock::time_point{}) leaving.since = now;
  return now - leaving.since > k_last_patience ? 1 : 0;
}

std::size_t drop_answer(char*, std::size_t size, std::size_t count, void*) { return size * count; }

// The password, from the environment or a file; never from the configuration itself.
Expected<std::string> password_of(const MailConfig& mail) {
  if (!mail.password_env.empty()) {
    const char* value = std::getenv(mail.password_env.c_str());
    if (value == nullptr) return failure(ErrorKind::io, "the environment has no " + mail.password_env);
    return std::string(value);
  }
  std::ifstream file(mail.password_file);
  std::string line;
  if (!std::getline(file, line)) return failure(ErrorKind::io, "cannot read the password in " + mail.password_file);
  return std::string(trim_ascii(line));
}

Curl new_handle(const NetworkConfig& network, Leaving& leaving) {
  Curl curl(curl_easy_init(), curl_easy_cleanup);
  if (!curl) throw std::runtime_error("libcurl has no room for a handle");
  curl_easy_setopt(curl.get(), CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl.get(), CURLOPT_CONNECTTIMEOUT, k_connect_seconds);
  curl_easy_setopt(curl.get(), CURLOPT_WRITEFUNCTION, drop_answer);
  curl_easy_setopt(curl.get(), CURLOPT_NOPROGRESS, 0L);
  curl_easy_setopt(curl.get(), CURLOPT_XFERINFOFUNCTION, end_when_leaving);
  curl_easy_setopt(curl.get(), CURLOPT_XFERINFODATA, &leaving);
  if (!network.ca_file.empty()) curl_easy_setopt(curl.get(), CURLOPT_CAINFO, network.ca_file.c_str());
  return curl;
}

long use_ssl_of(const std::string& starttls) {
  if (starttls == "off") return CURLUSESSL_NONE;
  return starttls == "opportunistic" ? CURLUSESSL_TRY : CURLUSESSL_ALL;
}

Expected<void> log_in(CURL* curl, const MailConfig& mail) {
  if (mail.user.empty()) return {};
  const Expected<std::string> password = password_of(mail);
  if (!password) return tl::unexpected(password.error());
  curl_easy_setopt(curl, CURLOPT_USERNAME, mail.user.c_str());
  curl_easy_setopt(curl, CURLOPT_PASSWORD, password->c_str());
  return {};
}

Expected<void> verdict(CURL* curl, CURLcode code, const std::string& what, bool (*is_final)(long)) {
  long answer = 0;
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &answer);
  if (code == CURLE_OK && !is_final(answer) && answer >= 200 && answer < 300) return {};
  std::string message = what + ": ";
  message += code == CURLE_OK ? "the server answered " + std::to_string(answer) : curl_easy_strerror(code);
  if (code != CURLE_OK && answer != 0) message += " (the server answered " + std::to_string(answer) + ")";
  return failure(answer != 0 && is_final(answer) ? ErrorKind::refused : ErrorKind::io, message);
}

}  // namespace

Expected<void> send_mail(const Letter& letter, const MailConfig& mail, const NetworkConfig& network,
                         const std::atomic<bool>& told_to_leave) {
  Leaving leaving{told_to_leave};
  const Curl curl = new_handle(network, leaving);
  if (const Expected<void> logged_in = log_in(curl.get(), mail); !logged_in) return logged_in;
  const Expected<std::string> from = digest::bare_address(mail.from);
  if (!from) return tl::unexpected(from.error());
  const Expected<std::string> to = digest::bare_address(letter.target);
  if (!to) return tl::unexpected(to.error());
  CurlList recipients;
  recipients.add("<" + *to + ">");
  Upload upload{letter.payload};
  curl_easy_setopt(curl.get(), CURLOPT_URL, mail.smtp.c_str());
  curl_easy_setopt(curl.get(), CURLOPT_PROTOCOLS_STR, "smtp,smtps");
  curl_easy_setopt(curl.get(), CURLOPT_USE_SSL, use_ssl_of(mail.starttls));
  curl_easy_setopt(curl.get(), CURLOPT_MAIL_FROM, ("<" + *from + ">").c_str());
  curl_easy_setopt(curl.get(), CURLOPT_MAIL_RCPT, recipients.get());
  curl_easy_setopt(curl.get(), CURLOPT_UPLOAD, 1L);
  curl_easy_setopt(curl.get(), CURLOPT_READFUNCTION, read_upload);
  curl_easy_setopt(curl.get(), CURLOPT_READDATA, &upload);
  curl_easy_setopt(curl.get(), CURLOPT_TIMEOUT, k_mail_seconds);
  const CURLcode code = curl_easy_perform(curl.get());
  return verdict(curl.get(), code, "cannot send mail by " + mail.smtp,
                 [](long answer) { return answer >= 550 && answer <= 554; });
}

Expected<void> post_webhook(const Letter& letter, const NetworkConfig& network,
                            const std::atomic<bool>& told_to_leave) {
  Leaving leaving{told_to_leave};
  const Curl curl = new_handle(network, leaving);
  if (!network.proxy.empty()) curl_easy_setopt(curl.get(), CURLOPT_PROXY, network.proxy.c_str());
  CurlList headers;
  for (const std::string& header : letter.headers) headers.add(header);
  headers.add("Expect:");
  curl_easy_setopt(curl.get(), CURLOPT_URL, letter.target.c_str());
  curl_easy_setopt(curl.get(), CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(curl.get(), CURLOPT_HTTPHEADER, headers.get());
  curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDS, letter.payload.data());
  curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(letter.payload.size()));
  curl_easy_setopt(curl.get(), CURLOPT_USERAGENT, "vigie/" VIGIE_VERSION);
  curl_easy_setopt(curl.get(), CURLOPT_TIMEOUT, k_webhook_seconds);
  const CURLcode code = curl_easy_perform(curl.get());
  return verdict(curl.get(), code, "cannot post to " + letter.target, [](long answer) {
    return answer >= 400 && answer < 500 && answer != 408 && answer != 425 && answer != 429;
  });
}

Postman::Postman() {
  thread_ = std::thread([this] {
    while (const std::optional<Letter> letter = letters_.pop()) {
      Receipt receipt{letter->id, "", false};
      try {
        const Expected<void> sent =
            letter->channel == "mail" ? send_mail(*letter, letter->settings->mail, letter->settings->network, leaving_)
                                      : post_webhook(*letter, letter->settings->network, leaving_);
        if (!sent) {
          receipt.error = sent.error().message;
          receipt.final = sent.error().kind == ErrorKind::refused;
        }
      } catch (const std::exception& error) {
        receipt.error = error.what();
      }
      receipts_.push_over(receipt);
    }
  });
}

Postman::~Postman() { stop(); }

void Postman::stop() {
  leaving_ = true;
  while (letters_.try_pop()) continue;
  letters_.close();
  if (thread_.joinable()) thread_.join();
}

void Postman::send(Letter letter) { letters_.push_over(std::move(letter)); }

std::vector<Receipt> Postman::receipts(std::chrono::milliseconds patience) {
  return receipts_.pop_some(1000, patience);
}

}  // namespace vigie
