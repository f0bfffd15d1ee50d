#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vigie::test {

/// A request as the loopback server read it.
struct ServerRequest {
  std::string method;
  std::string target;  // as written: "/feed.xml?a=1", or the absolute form behind a proxy
  std::string path;    // "/feed.xml"
  std::string query;   // "a=1", or empty
  std::string host;    // the Host header
  std::string head;    // request line and headers, byte for byte
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers;  // in order, names as written
  std::string local_address;                                 // of ours, the one connected to: "127.0.0.2"
  std::uint64_t connection = 0;                              // counts the connections
  std::chrono::steady_clock::time_point arrived{};
  std::chrono::steady_clock::time_point answered{};  // in the log only; zero until the last bytes are handed over

  /// First header of that name, case ignored; empty when there is none.
  std::string header(std::string_view name) const;
  bool has_header(std::string_view name) const;
};

/// What is answered. Content-Length, Date and Connection are added where they are missing.
struct ServerResponse {
  int status = 200;
  std::string body;
  std::string content_type = "text/plain; charset=utf-8";  // empty: none
  std::vector<std::pair<std::string, std::string>> headers;
  bool gzip = false;                   // body compressed, Content-Encoding said
  std::chrono::milliseconds delay{0};  // before the status line
  std::size_t drip = 0;                // bytes of head and body sent at a time; 0: all at once
  std::chrono::milliseconds drip_every{0};
  std::size_t cut_after = std::string::npos;  // head and body bytes after which the connection is closed
  bool reset = false;                         // closed by RST (after cut_after bytes where that is set, else at once)
  bool hang = false;                          // never answers
  bool endless = false;  // the body again and again, without Content-Length, until the client leaves
  std::string raw;       // instead of everything else: exactly these bytes, then the connection is closed
};

ServerResponse text_response(std::string body, std::string content_type = "text/plain; charset=utf-8");
ServerResponse status_response(int status, std::string body = {});
ServerResponse redirect_response(int status, std::string location);

/// A small real HTTP/1.1 server in a thread of its own, on 127.0.0.0/8 only. Routes may be set at any time; handlers
/// run on the server's thread, one at a time. It is event-driven: a slow or hanging answer delays no other.
class LoopbackServer {
 public:
  using Handler = std::function<ServerResponse(const ServerRequest&)>;

  /// Listens on a free port of `address`.
  explicit LoopbackServer(const std::string& address = "127.0.0.1");
  ~LoopbackServer();
  LoopbackServer(const LoopbackServer&) = delete;
  LoopbackServer& operator=(const LoopbackServer&) = delete;

  /// Listens on the same port of a further address: another host with the same routes.
  void also_listen(const std::string& address);

  /// An exact path. Later routes replace earlier ones.
  void route(const std::string& path, Handler handler);
  void route(const std::string& path, ServerResponse response);
  /// What no route answers; 404 by default.
  void route_rest(Handler handler);

  int port() const;
  /// "http://127.0.0.1:PORT/path".
  std::string url(std::string_view path = "/", std::string_view host = "127.0.0.1") const;

  /// Requests so far, all or those of a path.
  std::size_t hits() const;
  std::size_t hits(std::string_view path) const;
  /// All requests in order of arrival.
  std::vector<ServerRequest> log() const;
  void clear_log();
  /// Connections accepted so far.
  std::size_t connections() const;
  /// Most requests under way at once.
  std::size_t most_at_once() const;
  /// Waits until `count` requests have arrived (answered or not); false after `patience`.
  bool wait_for_hits(std::size_t count, std::chrono::milliseconds patience = std::chrono::seconds(10)) const;

 private:
  class Loop;
  std::unique_ptr<Loop> loop_;
};

/// Bytes as a gzip member.
std::string gzip(std::string_view bytes);

}  // namespace vigie::test
