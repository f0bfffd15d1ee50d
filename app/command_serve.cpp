#include <pthread.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <future>

#include "app/commands.h"
#include "app/http_server.h"
#include "app/serve_access.h"
#include "app/site.h"
#include "app/terminal.h"
#include "model/text.h"

namespace vigie {
namespace {

constexpr unsigned k_threads = 8;
constexpr std::size_t k_shortest_token = 16;

// The token from the environment or a file, fit to stand in a cookie. Errors: io, invalid_config.
Expected<std::string> token_of(const ServeConfig& serve) {
  std::string token;
  if (!serve.token_env.empty()) {
    const char* value = std::getenv(serve.token_env.c_str());
    if (value == nullptr) return failure(ErrorKind::io, "the environment has no " + serve.token_env);
    token = trim_ascii(value);
  } else if (!serve.token_file.empty()) {
    std::ifstream file(serve.token_file);
    std::string line;
    if (!std::getline(file, line)) return failure(ErrorKind::io, "cannot read the token in " + serve.token_file);
    token = trim_ascii(line);
  } else {
    return token;
  }
  const bool fit = std::all_of(token.begin(), token.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
           c == '.' || c == '~';
  });
  if (!fit || token.size() < k_shortest_token) {
    return failure(ErrorKind::invalid_config,
                   "the token must be at least 16 letters, digits, hyphens, dots, underscores or tildes");
  }
  return token;
}

sigset_t stop_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGINT);
  return signals;
}

}  // namespace

ExitCode command_serve(Session& session) {
  ServeConfig serve = session.config.serve;
  if (session.line.port >= 0) serve.port = session.line.port;
  if (!session.line.listen.empty()) serve.listen = session.line.listen;
  const Expected<std::string> token = token_of(serve);
  if (!token) return tell(token.error());
  if (token->empty() && !is_loopback(serve.listen)) {
    say("listening on " + serve.listen +
        " opens the archive to others: a token is needed\n"
        "hint: name its place in the configuration: [serve] token_env = \"VIGIE_TOKEN\", or token_file");
    return ExitCode::usage;
  }
  Expected<std::unique_ptr<Site>> site = Site::open(session.config, load_sources(session.config, session.mistakes));
  if (!site) return tell(site.error(), "`vigie run` fills the archive");
  // Before any thread starts, so that only this one is told to stop.
  const sigset_t stop = stop_signals();
  pthread_sigmask(SIG_BLOCK, &stop, nullptr);
  ServeAccess access;
  access.token = *token;
  // A free port is known once it is bound: until the names are, requests wait.
  std::promise<void> named;
  const std::shared_future<void> names_known = named.get_future().share();
  const auto handle = [&](const HttpRequest& request) {
    names_known.wait();
    std::optional<HttpAnswer> refused = refusal(request, access);
    const Time now = std::chrono::floor<seconds>(std::chrono::system_clock::now());
    HttpAnswer answer = refused ? std::move(*refused) : (*site)->answer(request, now);
    add_safety_headers(answer);
    return answer;
  };
  Expected<std::unique_ptr<HttpServer>> server =
      HttpServer::start(serve.listen, static_cast<int>(serve.port), k_threads, handle);
  if (!server) return tell(server.error());
  access.hosts = served_hosts(serve.listen, (*server)->port(), serve.hosts);
  named.set_value();
  const bool ipv6 = serve.listen.find(':') != std::string::npos;
  std::printf("http://%s%s%s:%d/\n", ipv6 ? "[" : "", serve.listen.c_str(), ipv6 ? "]" : "", (*server)->port());
  std::fflush(stdout);
  int told = 0;
  sigwait(&stop, &told);
  return ExitCode::done;
}

}  // namespace vigie
