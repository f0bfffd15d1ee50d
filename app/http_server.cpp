#include "app/http_server.h"

#include <arpa/inet.h>
#include <microhttpd.h>
#include <netinet/in.h>
#include <strings.h>

#include <cerrno>
#include <cstring>

#include "app/log.h"

namespace vigie {
namespace {

constexpr unsigned k_connections = 200;
constexpr unsigned k_connections_per_address = 40;
constexpr unsigned k_patience_seconds = 15;
constexpr std::size_t k_head_bytes = 32'768;

std::string value_of(MHD_Connection* connection, const char* header) {
  const char* value = MHD_lookup_connection_value(connection, MHD_HEADER_KIND, header);
  return value == nullptr ? "" : value;
}

MHD_Result note_argument(void* into, MHD_ValueKind, const char* key, const char* value) {
  (*static_cast<std::map<std::string, std::string>*>(into))[key] = value == nullptr ? "" : value;
  return MHD_YES;
}

MHD_Result note_host(void* into, MHD_ValueKind, const char* key, const char* value) {
  if (::strcasecmp(key, MHD_HTTP_HEADER_HOST) == 0) {
    static_cast<std::vector<std::string>*>(into)->emplace_back(value == nullptr ? "" : value);
  }
  return MHD_YES;
}

HttpRequest read_request(MHD_Connection* connection, const char* method, const char* path) {
  HttpRequest request;
  request.method = method;
  request.path = path;
  MHD_get_connection_values(connection, MHD_GET_ARGUMENT_KIND, note_argument, &request.query);
  std::vector<std::string> hosts;
  MHD_get_connection_values(connection, MHD_HEADER_KIND, note_host, &hosts);
  if (hosts.size() == 1) request.host = hosts.front();
  request.accept = value_of(connection, MHD_HTTP_HEADER_ACCEPT);
  request.authorization = value_of(connection, MHD_HTTP_HEADER_AUTHORIZATION);
  request.cookie = value_of(connection, MHD_HTTP_HEADER_COOKIE);
  return request;
}

MHD_Result send(MHD_Connection* connection, const HttpAnswer& answer) {
  MHD_Response* response = MHD_create_response_from_buffer(
      answer.body.size(), const_cast<char*>(answer.body.data()),  // copied, not written to
      MHD_RESPMEM_MUST_COPY);
  if (response == nullptr) return MHD_NO;
  MHD_add_response_header(response, MHD_HTTP_HEADER_CONTENT_TYPE, answer.content_type.c_str());
  for (const auto& [name, value] : answer.headers) MHD_add_response_header(response, name.c_str(), value.c_str());
  const MHD_Result queued = MHD_queue_response(connection, static_cast<unsigned>(answer.status), response);
  MHD_destroy_response(response);
  return queued;
}

MHD_Result on_request(void* handler, MHD_Connection* connection, const char* url, const char* method, const char*,
                      const char*, std::size_t* upload_size, void** seen) {
  // The first call brings the head, further ones pieces of a body, the last none.
  static char head_seen = 0;
  if (*seen == nullptr) {
    *seen = &head_seen;
    return MHD_YES;
  }
  if (*upload_size > 0) {
    *upload_size = 0;
    return MHD_YES;
  }
  HttpAnswer answer;
  try {
    answer = (*static_cast<HttpServer::Handler*>(handler))(read_request(connection, method, url));
  } catch (const std::exception& error) {
    LogEntry("serve")("error", error.what()).error();
    answer = {500, "text/plain; charset=utf-8", "something went wrong; the log says what\n", {}};
  }
  return send(connection, answer);
}

struct Address {
  sockaddr_storage storage{};
  bool is_ipv6 = false;
};

Expected<Address> read_address(const std::string& text, int port) {
  Address address;
  auto* v4 = reinterpret_cast<sockaddr_in*>(&address.storage);
  auto* v6 = reinterpret_cast<sockaddr_in6*>(&address.storage);
  if (::inet_pton(AF_INET, text.c_str(), &v4->sin_addr) == 1) {
    v4->sin_family = AF_INET;
    v4->sin_port = htons(static_cast<std::uint16_t>(port));
    return address;
  }
  if (::inet_pton(AF_INET6, text.c_str(), &v6->sin6_addr) == 1) {
    v6->sin6_family = AF_INET6;
    v6->sin6_port = htons(static_cast<std::uint16_t>(port));
    address.is_ipv6 = true;
    return address;
  }
  return failure(ErrorKind::invalid_config, "cannot listen on \"" + text + "\": expected an address such as 127.0.0.1");
}

}  // namespace

struct HttpServer::Daemon {
  Handler handler;
  MHD_Daemon* daemon = nullptr;
  ~Daemon() {
    if (daemon != nullptr) MHD_stop_daemon(daemon);
  }
};

Expected<std::unique_ptr<HttpServer>> HttpServer::start(const std::string& address, int port, unsigned threads,
                                                        Handler handler) {
  const Expected<Address> where = read_address(address, port);
  if (!where) return tl::unexpected(where.error());
  auto daemon = std::make_unique<Daemon>();
  daemon->handler = std::move(handler);
  unsigned flags = MHD_USE_EPOLL_INTERNAL_THREAD;
  if (where->is_ipv6) flags |= MHD_USE_IPv6;
  daemon->daemon =
      MHD_start_daemon(flags, static_cast<std::uint16_t>(port), nullptr, nullptr, on_request, &daemon->handler,
                       MHD_OPTION_SOCK_ADDR, reinterpret_cast<const sockaddr*>(&where->storage),
                       MHD_OPTION_THREAD_POOL_SIZE, threads, MHD_OPTION_CONNECTION_LIMIT, k_connections,
                       MHD_OPTION_PER_IP_CONNECTION_LIMIT, k_connections_per_address, MHD_OPTION_CONNECTION_TIMEOUT,
                       k_patience_seconds, MHD_OPTION_CONNECTION_MEMORY_LIMIT, k_head_bytes, MHD_OPTION_END);
  if (daemon->daemon == nullptr) {
    return failure(ErrorKind::io,
                   "cannot listen on " + address + " port " + std::to_string(port) + ": " + std::strerror(errno));
  }
  const MHD_DaemonInfo* info = MHD_get_daemon_info(daemon->daemon, MHD_DAEMON_INFO_BIND_PORT);
  const int bound = info == nullptr ? port : info->port;
  return std::unique_ptr<HttpServer>(new HttpServer(std::move(daemon), bound));
}

HttpServer::HttpServer(std::unique_ptr<Daemon> daemon, int port) : daemon_(std::move(daemon)), port_(port) {}

HttpServer::~HttpServer() = default;

}  // namespace vigie
