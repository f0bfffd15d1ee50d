#include "crawler/transfer.h"

#include <curl/curl.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <new>
#include <string_view>
#include <utility>

#include "crawler/decode.h"
#include "model/text.h"
#include "model/url.h"

namespace vigie::crawler {
namespace {

constexpr std::size_t k_error_body = 65'536;  // enough to recognise a bot check by
constexpr std::size_t k_robots_body = 524'288;
constexpr std::size_t k_most_reserved = 1'048'576;
constexpr std::string_view k_accept_feed =
    "Accept: application/rss+xml, application/atom+xml, application/rdf+xml, application/feed+json, "
    "application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5";
constexpr std::string_view k_accept_page = "Accept: text/html, application/xhtml+xml, */*;q=0.5";

template <typename Value>
void set(CURL* handle, CURLoption option, Value value) {
  curl_easy_setopt(handle, option, value);  // fails only for options this libcurl does not know
}

struct ListDeleter {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using List = std::unique_ptr<curl_slist, ListDeleter>;

void append(List& list, const std::string& line) {
  curl_slist* longer = curl_slist_append(list.get(), line.c_str());
  if (longer == nullptr) throw std::bad_alloc();
  static_cast<void>(list.release());
  list.reset(longer);
}

// A header of the configuration must not end its line.
bool is_one_line(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](unsigned char c) { return c < 0x20 && c != '\t'; });
}

// "user:password", each part percent-encoded.
void set_credentials(CURL* handle, const std::string& userinfo) {
  const std::size_t colon = userinfo.find(':');
  const auto decoded = [handle](const std::string& part) {
    int size = 0;
    char* plain = curl_easy_unescape(handle, part.c_str(), static_cast<int>(part.size()), &size);
    std::string text = plain == nullptr ? std::string() : std::string(plain, static_cast<std::size_t>(size));
    curl_free(plain);
    return text;
  };
  set(handle, CURLOPT_USERNAME, decoded(userinfo.substr(0, colon)).c_str());
  if (colon != std::string::npos) set(handle, CURLOPT_PASSWORD, decoded(userinfo.substr(colon + 1)).c_str());
}

OutcomeKind kind_of(CURLcode code) {
  switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY:
      return OutcomeKind::dns_error;
    case CURLE_OPERATION_TIMEDOUT:
      return OutcomeKind::timeout;
    case CURLE_BAD_CONTENT_ENCODING:
      return OutcomeKind::bad_encoding;
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_CRL_BADFILE:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_INVALIDCERTSTATUS:
    case CURLE_SSL_PINNEDPUBKEYNOTMATCH:
    case CURLE_SSL_SHUTDOWN_FAILED:
      return OutcomeKind::tls_error;
    default:
      return OutcomeKind::connect_error;
  }
}

bool is_gzip(std::string_view content_encoding) {
  const std::string_view coding = trim_ascii(content_encoding);
  return equals_ignoring_ascii_case(coding, "gzip") || equals_ignoring_ascii_case(coding, "x-gzip");
}

// The evidence must not hold what only we and the site know.
std::string without_secrets(std::string_view head) {
  std::string out;
  while (!head.empty()) {
    const std::size_t end = std::min(head.find('\n'), head.size() - 1) + 1;
    const std::string_view line = head.substr(0, end);
    const std::string name = ascii_lower(line.substr(0, line.find(':')));
    if (name != "authorization" && name != "proxy-authorization" && name != "cookie") out += line;
    head.remove_prefix(end);
  }
  return out;
}

}  // namespace

struct Transfer::Curl {
  CURL* handle = curl_easy_init();
  List headers;
  List connect_to;
  std::array<char, CURL_ERROR_SIZE> error{};

  Curl() {
    if (handle == nullptr) throw std::bad_alloc();
  }
  ~Curl() { curl_easy_cleanup(handle); }
  Curl(const Curl&) = delete;
  Curl& operator=(const Curl&) = delete;
};

// libcurl calls these on the network thread, inside curl_multi_perform.
class Transfer::Callbacks {
 public:
  static std::size_t header(char* data, std::size_t size, std::size_t count, void* user) {
    Transfer& self = *static_cast<Transfer*>(user);
    const std::size_t bytes = size * count;
    self.header_bytes_ += bytes;
    if (self.header_bytes_ > self.context_.settings.max_header_bytes) {
      self.headers_over_ = true;
      return 0;
    }
    self.answer_.head.take_line({data, bytes});
    // Nothing new, and nothing else to ask this host: the next poll is too far off to keep the connection for.
    if (self.answer_.head.status == 304 && self.job_->last_of_host) set(self.curl_->handle, CURLOPT_FORBID_REUSE, 1L);
    return bytes;
  }

  static std::size_t body(char* data, std::size_t size, std::size_t count, void* user) {
    Transfer& self = *static_cast<Transfer*>(user);
    const std::size_t bytes = size * count;
    std::string& held = self.answer_.body;
    if (self.must_hold()) {
      self.held_ = true;
      return CURL_WRITEFUNC_PAUSE;
    }
    if (held.empty()) self.prepare_body();
    if (held.size() + bytes > self.body_cap_) {
      self.over_cap_ = true;
      if (self.stop_at_cap_) self.keep(data, self.body_cap_ - held.size());
      return 0;
    }
    self.keep(data, bytes);
    return bytes;
  }

  static curl_socket_t open_socket(void* user, curlsocktype, curl_sockaddr* address) {
    Transfer& self = *static_cast<Transfer*>(user);
    // Behind a proxy the socket leads to the proxy, which the configuration names.
    if (self.context_.settings.proxy.empty()) {
      const auto where = address_of(address->addr);
      if (!where || !self.context_.policy.allows(*where)) {
        self.refused_ = where ? describe(*where) : "the address is of an unknown family";
        return CURL_SOCKET_BAD;
      }
    }
    self.socket_allowed_ = true;
    return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
  }

  static int trace(CURL*, curl_infotype type, char* data, std::size_t size, void* user) {
    if (type == CURLINFO_HEADER_OUT) static_cast<Transfer*>(user)->answer_.raw_request.append(data, size);
    return 0;
  }
};

Transfer::Transfer(TransferContext& context) : context_(context), curl_(std::make_unique<Curl>()) {
  const NetworkSettings& settings = context_.settings;
  CURL* handle = curl_->handle;
  set(handle, CURLOPT_PRIVATE, static_cast<void*>(this));
  set(handle, CURLOPT_ERRORBUFFER, curl_->error.data());
  set(handle, CURLOPT_HEADERFUNCTION, &Callbacks::header);
  set(handle, CURLOPT_HEADERDATA, static_cast<void*>(this));
  set(handle, CURLOPT_WRITEFUNCTION, &Callbacks::body);
  set(handle, CURLOPT_WRITEDATA, static_cast<void*>(this));
  set(handle, CURLOPT_OPENSOCKETFUNCTION, &Callbacks::open_socket);
  set(handle, CURLOPT_OPENSOCKETDATA, static_cast<void*>(this));
  set(handle, CURLOPT_DEBUGFUNCTION, &Callbacks::trace);
  set(handle, CURLOPT_DEBUGDATA, static_cast<void*>(this));
  set(handle, CURLOPT_NOSIGNAL, 1L);
  // A resolver thread that hangs is left behind rather than waited for: it would stop everyone.
  set(handle, CURLOPT_QUICK_EXIT, 1L);
  set(handle, CURLOPT_PROTOCOLS_STR, "http,https");
  set(handle, CURLOPT_DISALLOW_USERNAME_IN_URL, 1L);
  set(handle, CURLOPT_PATH_AS_IS, 1L);
  set(handle, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_2TLS));
  set(handle, CURLOPT_USERAGENT, context_.user_agent.c_str());
  set(handle, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(settings.connect_timeout.count()));
  set(handle, CURLOPT_TIMEOUT_MS, static_cast<long>(settings.timeout.count()));
  set(handle, CURLOPT_LOW_SPEED_LIMIT, settings.low_speed_bytes);
  set(handle, CURLOPT_LOW_SPEED_TIME,
      std::max(1L, static_cast<long>(std::chrono::ceil<std::chrono::seconds>(settings.low_speed_time).count())));
  set(handle, CURLOPT_BUFFERSIZE, 16L * 1024);
  set(handle, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
  set(handle, CURLOPT_PROXY, settings.proxy.c_str());  // empty: not the environment's either
  set(handle, CURLOPT_NOPROXY, "");
  // With a folder of certificates beside the file, libcurl 7.88 reads all of them anew for every connection (24 ms
  // each).
  const curl_version_info_data* version = curl_version_info(CURLVERSION_NOW);
  if (!settings.ca_file.empty() || (version->age >= CURLVERSION_SEVENTH && version->cainfo != nullptr)) {
    set(handle, CURLOPT_CAPATH, nullptr);
  }
  if (!settings.ca_file.empty()) set(handle, CURLOPT_CAINFO, settings.ca_file.c_str());
  for (const std::string& entry : settings.connect_to) append(curl_->connect_to, entry);
  if (curl_->connect_to) set(handle, CURLOPT_CONNECT_TO, curl_->connect_to.get());
}

Transfer::~Transfer() = default;

void* Transfer::handle() const { return curl_->handle; }

void Transfer::limit_speed(std::uint64_t bytes) {
  set(curl_->handle, CURLOPT_MAX_RECV_SPEED_LARGE, static_cast<curl_off_t>(bytes));
}

bool Transfer::must_hold() {
  if (never_hold_ || context_.leader == this) return false;
  if (answer_.body.empty()) return context_.no_room_to_begin() || context_.hold_bodies;
  return answer_.body.size() >= k_large_body && context_.no_room_to_grow();
}

void Transfer::keep(const char* data, std::size_t bytes) {
  const std::size_t before = answer_.body.size();
  answer_.body.append(data, bytes);
  const std::size_t small = std::min(answer_.body.size(), k_large_body) - std::min(before, k_large_body);
  context_.begun += small;
  context_.large += bytes - small;
}

void Transfer::give_back() {
  const std::size_t small = std::min(answer_.body.size(), k_large_body);
  context_.begun -= small;
  context_.large -= answer_.body.size() - small;
  if (context_.leader == this) context_.leader = nullptr;
}

void Transfer::resume(Hold hold) {
  held_ = false;
  if (hold == Hold::never) never_hold_ = true;
  curl_easy_pause(curl_->handle, CURLPAUSE_CONT);
}

void Transfer::begin(JobPtr job, Tick now) {
  job_ = std::move(job);
  begun_ = now;
  answer_ = Answer{};
  header_bytes_ = 0;
  held_ = never_hold_ = over_cap_ = headers_over_ = socket_allowed_ = stop_at_cap_ = false;
  refused_.clear();
  curl_->error[0] = '\0';
  CURL* handle = curl_->handle;
  const FetchRequest& request = job_->request;
  set(handle, CURLOPT_URL, job_->target.c_str());
  set(handle, CURLOPT_FORBID_REUSE, 0L);
  set_request_headers();
  const bool verify = !(request.insecure_tls && first_origin(*job_) == job_->origin);
  set(handle, CURLOPT_SSL_VERIFYPEER, verify ? 1L : 0L);
  set(handle, CURLOPT_SSL_VERIFYHOST, verify ? 2L : 0L);
  // Evidence is kept of pages; the rest is spared the tracing.
  set(handle, CURLOPT_VERBOSE, request.purpose == FetchPurpose::page && !job_->robots ? 1L : 0L);
}

void Transfer::set_request_headers() {
  CURL* handle = curl_->handle;
  const FetchRequest& request = job_->request;
  const bool page = request.purpose == FetchPurpose::page || request.purpose == FetchPurpose::listing;
  curl_->headers.reset();
  append(curl_->headers,
         job_->robots ? "Accept: text/plain, */*;q=0.5" : std::string(page ? k_accept_page : k_accept_feed));
  // Content codings are undone by us at the end: libcurl 7.88 takes a cut gzip body for whole, and decodes what a
  // paused transfer has received into memory without limit.
  append(curl_->headers, "Accept-Encoding: " + std::string(k_accept_encoding));
  set(handle, CURLOPT_USERNAME, nullptr);
  set(handle, CURLOPT_PASSWORD, nullptr);
  const std::string& asked = job_->redirects.empty() ? request.url : job_->target;
  if (!job_->robots && !request.validators.url.empty() && request.validators.url == asked) {
    // Byte for byte as they came (P1, P4).
    if (!request.validators.etag.empty()) append(curl_->headers, "If-None-Match: " + request.validators.etag);
    if (!request.validators.last_modified.empty()) {
      append(curl_->headers, "If-Modified-Since: " + request.validators.last_modified);
    }
    answer_.conditional = !request.validators.etag.empty() || !request.validators.last_modified.empty();
  }
  // What was configured for one site is for that site alone: nothing of it follows a redirect elsewhere (S12).
  if (!job_->robots && first_origin(*job_) == job_->origin) {
    for (const auto& [name, value] : request.headers) {
      if (name.empty() || !is_one_line(name) || !is_one_line(value)) continue;
      std::string line = name;
      line.append(": ").append(value);
      append(curl_->headers, line);
    }
    // Credentials in a link of a page are whoever wrote it's, not ours.
    if (request.purpose != FetchPurpose::page && request.url.find('@') != std::string::npos) {
      const auto url = parse_url(request.url);
      if (url && !url->userinfo.empty()) set_credentials(handle, url->userinfo);
    }
  }
  set(handle, CURLOPT_HTTPHEADER, curl_->headers.get());
}

void Transfer::prepare_body() {
  const NetworkSettings& settings = context_.settings;
  const bool good = answer_.head.status >= 200 && answer_.head.status < 300;
  stop_at_cap_ = job_->robots || !good;
  if (job_->robots) {
    body_cap_ = k_robots_body;
  } else if (!good) {
    body_cap_ = k_error_body;
  } else {
    body_cap_ = job_->request.purpose == FetchPurpose::page ? settings.max_page_bytes : settings.max_feed_bytes;
  }
  curl_off_t length = -1;
  curl_easy_getinfo(curl_->handle, CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, &length);
  const auto most = static_cast<curl_off_t>(std::min(body_cap_, k_most_reserved));
  if (length > 0) answer_.body.reserve(static_cast<std::size_t>(std::min(length, most)));
}

void Transfer::classify_failure(int curl_code) {
  const auto code = static_cast<CURLcode>(curl_code);
  if (code == CURLE_OK) return;
  if (over_cap_ && stop_at_cap_ && answer_.head.status != 0) return;  // we have what we want
  if (over_cap_) {
    answer_.failure = OutcomeKind::too_large;
    answer_.message = too_large_message();
  } else if (headers_over_ || (code == CURLE_OUT_OF_MEMORY && answer_.head.status != 0)) {
    // libcurl 7.88 says "out of memory" for a header line over its own limit.
    answer_.failure = OutcomeKind::too_large;
    answer_.message = "the headers are larger than " + std::to_string(context_.settings.max_header_bytes) + " bytes";
  } else if (!refused_.empty() && !socket_allowed_) {
    answer_.failure = OutcomeKind::refused_address;
    answer_.message = "cannot connect to " + std::string(host_of_origin(job_->origin)) + ": " + refused_;
  } else {
    answer_.failure = kind_of(code);
    const char* detail = curl_->error[0] != '\0' ? curl_->error.data() : curl_easy_strerror(code);
    answer_.message = "cannot fetch " + job_->target + ": " + std::string(detail);
  }
  answer_.body = std::string();  // its memory is not kept until somebody reads the answer
}

void Transfer::undo_encoding() {
  if (answer_.head.content_encoding.empty() || answer_.body.empty()) return;
  std::string as_received;
  if (job_->request.purpose == FetchPurpose::page && is_gzip(answer_.head.content_encoding)) as_received = answer_.body;
  Decoded decoded = decode(answer_.head.content_encoding, std::move(answer_.body), body_cap_);
  answer_.body = std::move(decoded.body);
  if (decoded.end == DecodeEnd::complete) answer_.gzip_body = std::move(as_received);
  // Of what is cut short anyway, the beginning is enough.
  if (decoded.end == DecodeEnd::complete || stop_at_cap_) return;
  answer_.body = std::string();
  if (decoded.end == DecodeEnd::over) {
    answer_.failure = OutcomeKind::too_large;
    answer_.message = too_large_message();
    return;
  }
  answer_.failure = OutcomeKind::bad_encoding;
  answer_.message = "cannot decode " + job_->target + ": ";
  const std::string coding = escape_controls(clip_utf8(answer_.head.content_encoding, 40));
  if (decoded.end == DecodeEnd::unknown) answer_.message += "its content encoding is " + coding;
  if (decoded.end == DecodeEnd::cut) answer_.message += "the " + coding + " body ends early";
  if (decoded.end == DecodeEnd::broken) answer_.message += "the body is no " + coding;
}

std::string Transfer::too_large_message() const {
  return "the body is larger than " + std::to_string(body_cap_) + " bytes";
}

Transfer::Ended Transfer::end(int curl_code) {
  give_back();
  classify_failure(curl_code);
  if (answer_.failure == OutcomeKind::ok) undo_encoding();
  CURL* handle = curl_->handle;
  curl_off_t bytes = 0;
  curl_off_t micros = 0;
  const char* address = nullptr;
  curl_easy_getinfo(handle, CURLINFO_SIZE_DOWNLOAD_T, &bytes);
  curl_easy_getinfo(handle, CURLINFO_TOTAL_TIME_T, &micros);
  curl_easy_getinfo(handle, CURLINFO_PRIMARY_IP, &address);
  answer_.wire_bytes = static_cast<std::uint64_t>(bytes) + header_bytes_;
  answer_.duration = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::microseconds{micros});
  if (address != nullptr) answer_.remote_address = address;
  if (!answer_.raw_request.empty()) answer_.raw_request = without_secrets(answer_.raw_request);
  return {std::move(job_), std::exchange(answer_, Answer{})};
}

}  // namespace vigie::crawler
