#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "model/error.h"

namespace vigie {

/// A request as the server read it: percent-decoded, bounded (32 KB of head), otherwise as hostile as it came.
struct HttpRequest {
  std::string method;
  std::string path;                          // "/story/s12"
  std::map<std::string, std::string> query;  // the last value of each name
  std::string host;                          // empty where there is none, or several
  std::string accept;
  std::string authorization;
  std::string cookie;
};

struct HttpAnswer {
  int status = 200;
  std::string content_type = "text/html; charset=utf-8";
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers;  // beside those every answer bears
};

/// A small HTTP/1.1 server (libmicrohttpd): the handler runs on `threads` threads at once. Bodies of requests are
/// dropped unread; a client that dawdles is left after 15 s; at most 200 connections, 40 of one address.
class HttpServer {
 public:
  using Handler = std::function<HttpAnswer(const HttpRequest&)>;

  /// `address`: an IPv4 or IPv6 literal; port 0: any free one. Errors: invalid_config, io.
  static Expected<std::unique_ptr<HttpServer>> start(const std::string& address, int port, unsigned threads,
                                                     Handler handler);
  ~HttpServer();
  HttpServer(const HttpServer&) = delete;
  HttpServer& operator=(const HttpServer&) = delete;

  int port() const { return port_; }

 private:
  struct Daemon;
  HttpServer(std::unique_ptr<Daemon> daemon, int port);
  std::unique_ptr<Daemon> daemon_;
  int port_ = 0;
};

}  // namespace vigie
