#include "tests/support/loopback_server.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <condition_variable>
#include <ctime>
#include <map>
#include <mutex>
#include <stdexcept>
#include <thread>

#include "model/text.h"

namespace vigie::test {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

std::string http_date() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  ::gmtime_r(&now, &parts);
  char buffer[64];
  std::strftime(buffer, sizeof buffer, "%a, %d %b %Y %H:%M:%S GMT", &parts);
  return buffer;
}

bool has(const ServerResponse& response, std::string_view name) {
  return std::any_of(response.headers.begin(), response.headers.end(),
                     [name](const auto& header) { return equals_ignoring_ascii_case(header.first, name); });
}

// Head and body as they go over the wire.
std::string wire(const ServerResponse& response, const ServerRequest& request) {
  if (!response.raw.empty()) return response.raw;
  const std::string body = response.gzip ? gzip(response.body) : response.body;
  std::string out = "HTTP/1.1 " + std::to_string(response.status) + " X\r\n";
  const auto add = [&](std::string_view name, const std::string& value) {
    if (!has(response, name)) out += std::string(name) + ": " + value + "\r\n";
  };
  add("Date", http_date());
  if (!response.content_type.empty()) add("Content-Type", response.content_type);
  if (response.gzip) add("Content-Encoding", "gzip");
  const bool bodiless = response.status == 304 || response.status == 204;
  if (response.endless) {
    add("Connection", "close");
  } else if (!bodiless && !has(response, "Transfer-Encoding")) {
    add("Content-Length", std::to_string(body.size()));
  }
  for (const auto& [name, value] : response.headers) out.append(name).append(": ").append(value).append("\r\n");
  out += "\r\n";
  if (!bodiless && request.method != "HEAD") out += body;
  return out;
}

int listen_on(const std::string& address, int port) {
  sockaddr_in where{};
  where.sin_family = AF_INET;
  where.sin_port = htons(static_cast<std::uint16_t>(port));
  if (::inet_pton(AF_INET, address.c_str(), &where.sin_addr) != 1 || ntohl(where.sin_addr.s_addr) >> 24 != 127) {
    throw std::runtime_error(address + " is not loopback");
  }
  const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
  const int one = 1;
  ::setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
  if (::bind(fd, reinterpret_cast<const sockaddr*>(&where), sizeof where) != 0 || ::listen(fd, 1024) != 0) {
    ::close(fd);
    throw std::runtime_error("cannot listen on " + address);
  }
  return fd;
}

ServerRequest parse_head(const std::string& head) {
  ServerRequest request;
  request.head = head;
  std::size_t at = head.find("\r\n");
  const std::string line = head.substr(0, at);
  const std::size_t first = line.find(' ');
  const std::size_t last = line.rfind(' ');
  request.method = line.substr(0, first);
  if (first != std::string::npos && last > first) request.target = line.substr(first + 1, last - first - 1);
  while (at != std::string::npos && at + 2 < head.size()) {
    const std::size_t begin = at + 2;
    at = head.find("\r\n", begin);
    const std::string field = head.substr(begin, at == std::string::npos ? at : at - begin);
    const std::size_t colon = field.find(':');
    if (colon == std::string::npos) continue;
    request.headers.emplace_back(field.substr(0, colon), trim_ascii(std::string_view(field).substr(colon + 1)));
  }
  request.host = request.header("Host");
  std::string path = request.target;
  if (const std::size_t scheme = path.find("://"); scheme != std::string::npos && path[0] != '/') {
    const std::size_t slash = path.find('/', scheme + 3);
    path = slash == std::string::npos ? "/" : path.substr(slash);
  }
  const std::size_t question = path.find('?');
  request.path = path.substr(0, question);
  if (question != std::string::npos) request.query = path.substr(question + 1);
  return request;
}

struct Connection {
  int fd = -1;
  std::uint64_t id = 0;
  std::string local_address;
  std::string in;
  bool busy = false;
  std::size_t logged = 0;  // index in the log of the request under way
  ServerResponse response;
  std::string out;
  std::size_t sent = 0;
  Clock::time_point next_send{};
  Clock::time_point handed_over{};  // just before the last send: the other side may act before this thread runs again
  bool close_after = false;
};

}  // namespace

std::string ServerRequest::header(std::string_view name) const {
  for (const auto& [key, value] : headers) {
    if (equals_ignoring_ascii_case(key, name)) return value;
  }
  return {};
}

bool ServerRequest::has_header(std::string_view name) const {
  return std::any_of(headers.begin(), headers.end(),
                     [name](const auto& pair) { return equals_ignoring_ascii_case(pair.first, name); });
}

ServerResponse text_response(std::string body, std::string content_type) {
  ServerResponse response;
  response.body = std::move(body);
  response.content_type = std::move(content_type);
  return response;
}

ServerResponse status_response(int status, std::string body) {
  ServerResponse response = text_response(std::move(body));
  response.status = status;
  return response;
}

ServerResponse redirect_response(int status, std::string location) {
  ServerResponse response = status_response(status);
  response.headers.emplace_back("Location", std::move(location));
  return response;
}

std::string gzip(std::string_view bytes) {
  z_stream stream{};
  if (::deflateInit2(&stream, 6, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY) != Z_OK)
    throw std::runtime_error("deflateInit2");
  std::string out(::deflateBound(&stream, bytes.size()) + 64, '\0');
  std::string in(bytes);
  stream.next_in = reinterpret_cast<Bytef*>(in.data());
  stream.avail_in = static_cast<uInt>(in.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  ::deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  ::deflateEnd(&stream);
  return out;
}

class LoopbackServer::Loop {
 public:
  explicit Loop(const std::string& address) {
    listeners_.push_back(listen_on(address, 0));
    sockaddr_in where{};
    socklen_t size = sizeof where;
    ::getsockname(listeners_[0], reinterpret_cast<sockaddr*>(&where), &size);
    port = ntohs(where.sin_port);
    if (::pipe2(wake_, O_CLOEXEC | O_NONBLOCK) != 0) throw std::runtime_error("pipe2");
    rest = [](const ServerRequest&) { return status_response(404, "nothing here\n"); };
    thread_ = std::thread([this] { run(); });
  }

  ~Loop() {
    stopping_ = true;
    wake();
    thread_.join();
    for (const auto& [fd, connection] : connections_) ::close(fd);
    for (const int fd : listeners_) ::close(fd);
    ::close(wake_[0]);
    ::close(wake_[1]);
  }

  void also_listen(const std::string& address) {
    const int fd = listen_on(address, port);
    const std::lock_guard lock(mutex);
    listeners_.push_back(fd);
    wake();
  }

  mutable std::mutex mutex;  // guards everything public and listeners_
  mutable std::condition_variable arrived;
  std::map<std::string, Handler, std::less<>> routes;
  Handler rest;
  std::vector<ServerRequest> log;
  std::size_t accepted = 0;
  std::size_t under_way = 0;
  std::size_t most_under_way = 0;
  int port = 0;

 private:
  void wake() {
    const char byte = 1;
    if (::write(wake_[1], &byte, 1) < 0) return;  // full: it wakes anyway
  }

  void run() {
    std::vector<pollfd> fds;
    while (!stopping_) {
      fds.clear();
      fds.push_back({wake_[0], POLLIN, 0});
      std::size_t listening = 0;
      {
        const std::lock_guard lock(mutex);
        for (const int fd : listeners_) fds.push_back({fd, POLLIN, 0});
        listening = listeners_.size();
      }
      const Clock::time_point now = Clock::now();
      int timeout = 1000;
      for (const auto& [fd, connection] : connections_) {
        short events = POLLIN;
        if (connection.busy && !connection.response.hang) {
          const auto wait = std::chrono::ceil<milliseconds>(connection.next_send - now).count();
          if (wait <= 0) {
            events = static_cast<short>(events | POLLOUT);
          } else {
            timeout = static_cast<int>(std::min<long long>(timeout, wait));
          }
        }
        fds.push_back({fd, events, 0});
      }
      ::poll(fds.data(), fds.size(), timeout);
      char drained[64];
      while (::read(wake_[0], drained, sizeof drained) > 0) {
      }
      for (std::size_t i = 1; i <= listening; ++i) {
        if (fds[i].revents != 0) accept_all(fds[i].fd);
      }
      for (std::size_t i = 1 + listening; i < fds.size(); ++i) {
        if ((fds[i].revents & (POLLIN | POLLHUP | POLLERR)) != 0 && !receive(fds[i].fd)) continue;
        if ((fds[i].revents & POLLOUT) != 0) send_some(fds[i].fd);
      }
    }
  }

  void accept_all(int listener) {
    while (true) {
      const int fd = ::accept4(listener, nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK);
      if (fd < 0) return;
      const int one = 1;
      ::setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
      sockaddr_in local{};
      socklen_t size = sizeof local;
      ::getsockname(fd, reinterpret_cast<sockaddr*>(&local), &size);
      char text[INET_ADDRSTRLEN];
      ::inet_ntop(AF_INET, &local.sin_addr, text, sizeof text);
      Connection& connection = connections_[fd];
      connection = Connection{};
      connection.fd = fd;
      connection.local_address = text;
      const std::lock_guard lock(mutex);
      connection.id = ++accepted;
    }
  }

  void drop(int fd, bool reset) {
    Connection& connection = connections_[fd];
    if (connection.busy) finish(connection);
    if (reset) {
      const linger at_once{1, 0};
      ::setsockopt(fd, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
    }
    ::close(fd);
    connections_.erase(fd);
  }

  void finish(Connection& connection) {
    connection.busy = false;
    const std::lock_guard lock(mutex);
    --under_way;
    if (connection.logged < log.size()) log[connection.logged].answered = connection.handed_over;
  }

  // False when the connection is gone.
  bool receive(int fd) {
    Connection& connection = connections_[fd];
    char buffer[16384];
    while (true) {
      const ssize_t got = ::recv(fd, buffer, sizeof buffer, 0);
      if (got > 0) {
        connection.in.append(buffer, static_cast<std::size_t>(got));
        continue;
      }
      if (got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) break;
      drop(fd, false);
      return false;
    }
    if (connection.in[0] == 0x16) {  // a TLS handshake: this server speaks none
      drop(fd, false);
      return false;
    }
    if (!connection.busy) take_request(connection);
    return true;
  }

  void take_request(Connection& connection) {
    const std::size_t end = connection.in.find("\r\n\r\n");
    if (end == std::string::npos) return;
    ServerRequest request = parse_head(connection.in.substr(0, end + 2));
    const std::string length = request.header("Content-Length");
    const std::size_t body = length.empty() ? 0 : std::stoul(length);
    if (connection.in.size() < end + 4 + body) return;
    request.body = connection.in.substr(end + 4, body);
    connection.in.erase(0, end + 4 + body);
    request.connection = connection.id;
    request.local_address = connection.local_address;
    request.arrived = Clock::now();
    Handler handler;
    {
      const std::lock_guard lock(mutex);
      connection.logged = log.size();
      log.push_back(request);
      most_under_way = std::max(most_under_way, ++under_way);
      const auto found = routes.find(request.path);
      handler = found == routes.end() ? rest : found->second;
      arrived.notify_all();
    }
    connection.busy = true;
    connection.response = handler(request);
    const ServerResponse& response = connection.response;
    connection.out = wire(response, request).substr(0, response.cut_after);
    connection.sent = 0;
    connection.next_send = request.arrived + response.delay;
    connection.close_after = !response.raw.empty() || response.cut_after != std::string::npos || response.reset ||
                             equals_ignoring_ascii_case(request.header("Connection"), "close");
    if (response.reset && response.cut_after == std::string::npos) connection.out.clear();
  }

  void send_some(int fd) {
    Connection& connection = connections_[fd];
    if (!connection.busy || connection.response.hang || Clock::now() < connection.next_send) return;
    const ServerResponse& response = connection.response;
    while (connection.sent < connection.out.size()) {
      std::size_t size = connection.out.size() - connection.sent;
      if (response.drip != 0) size = std::min(size, response.drip);
      connection.handed_over = Clock::now();
      const ssize_t put = ::send(fd, connection.out.data() + connection.sent, size, MSG_NOSIGNAL);
      if (put < 0) {
        if (errno == EAGAIN || errno == EWOULDBLOCK) return;
        return drop(fd, false);
      }
      connection.sent += static_cast<std::size_t>(put);
      if (response.drip != 0 && connection.sent < connection.out.size()) {
        connection.next_send = Clock::now() + response.drip_every;
        return;
      }
    }
    if (response.endless) {
      connection.out = response.body;
      connection.sent = 0;
      connection.next_send = Clock::now() + response.drip_every;
      return;
    }
    finish(connection);
    if (connection.close_after) return drop(fd, response.reset);
    take_request(connection);
  }

  std::vector<int> listeners_;
  int wake_[2] = {-1, -1};
  std::map<int, Connection> connections_;
  std::atomic<bool> stopping_{false};
  std::thread thread_;
};

LoopbackServer::LoopbackServer(const std::string& address) : loop_(std::make_unique<Loop>(address)) {}
LoopbackServer::~LoopbackServer() = default;

void LoopbackServer::also_listen(const std::string& address) { loop_->also_listen(address); }

void LoopbackServer::route(const std::string& path, Handler handler) {
  const std::lock_guard lock(loop_->mutex);
  loop_->routes[path] = std::move(handler);
}

void LoopbackServer::route(const std::string& path, ServerResponse response) {
  route(path, [response = std::move(response)](const ServerRequest&) { return response; });
}

void LoopbackServer::route_rest(Handler handler) {
  const std::lock_guard lock(loop_->mutex);
  loop_->rest = std::move(handler);
}

int LoopbackServer::port() const { return loop_->port; }

std::string LoopbackServer::url(std::string_view path, std::string_view host) const {
  return "http://" + std::string(host) + ":" + std::to_string(loop_->port) + std::string(path);
}

std::size_t LoopbackServer::hits() const {
  const std::lock_guard lock(loop_->mutex);
  return loop_->log.size();
}

std::size_t LoopbackServer::hits(std::string_view path) const {
  const std::lock_guard lock(loop_->mutex);
  return static_cast<std::size_t>(std::count_if(loop_->log.begin(), loop_->log.end(),
                                                [path](const ServerRequest& request) { return request.path == path; }));
}

std::vector<ServerRequest> LoopbackServer::log() const {
  const std::lock_guard lock(loop_->mutex);
  return loop_->log;
}

void LoopbackServer::clear_log() {
  const std::lock_guard lock(loop_->mutex);
  loop_->log.clear();
}

std::size_t LoopbackServer::connections() const {
  const std::lock_guard lock(loop_->mutex);
  return loop_->accepted;
}

std::size_t LoopbackServer::most_at_once() const {
  const std::lock_guard lock(loop_->mutex);
  return loop_->most_under_way;
}

bool LoopbackServer::wait_for_hits(std::size_t count, std::chrono::milliseconds patience) const {
  std::unique_lock lock(loop_->mutex);
  return loop_->arrived.wait_for(lock, patience, [&] { return loop_->log.size() >= count; });
}

}  // namespace vigie::test
