#include "app/glosser.h"

#include <curl/curl.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <nlohmann/json.hpp>

#include "app/text_forms.h"
#include "model/text.h"

extern char** environ;

namespace vigie {
namespace {

constexpr long k_seconds = 20;
constexpr std::size_t k_longest_answer = 65'536;

using Curl = std::unique_ptr<CURL, void (*)(CURL*)>;
using Clock = std::chrono::steady_clock;

std::size_t keep_answer(char* bytes, std::size_t size, std::size_t count, void* into) {
  std::string& answer = *static_cast<std::string*>(into);
  if (answer.size() + size * count > k_longest_answer) return 0;
  answer.append(bytes, size * count);
  return size * count;
}

std::string request_body(const GlossJob& job, const GlossConfig& gloss) {
  nlohmann::ordered_json body{{"q", job.text},
                              {"source", job.source.empty() ? "auto" : job.source},
                              {"target", job.target},
                              {"format", "text"}};
  const char* key = gloss.api_key_env.empty() ? nullptr : std::getenv(gloss.api_key_env.c_str());
  if (key != nullptr) body["api_key"] = key;
  return json_text(body);
}

Expected<std::string> read_translation(const std::string& answer, long status) {
  const auto json = nlohmann::json::parse(answer, nullptr, /*allow_exceptions=*/false);
  if (json.is_object() && json.contains("translatedText") && json["translatedText"].is_string()) {
    return json["translatedText"].get<std::string>();
  }
  std::string message = "the service answered " + std::to_string(status);
  if (json.is_object() && json.contains("error") && json["error"].is_string()) {
    message += ": " + json["error"].get<std::string>().substr(0, 200);
  }
  return failure(status == 200 ? ErrorKind::malformed : ErrorKind::io, message);
}

// A file descriptor that closes itself.
class Handle {
 public:
  explicit Handle(int number = -1) : number_(number) {}
  ~Handle() { close(); }
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;
  void close() {
    if (number_ >= 0) ::close(number_);
    number_ = -1;
  }
  int get() const { return number_; }

 private:
  int number_;
};

// A started program with both ends of its pipes; killed and waited for when it goes out of scope.
struct Program {
  ~Program() {
    if (pid <= 0) return;
    ::kill(pid, SIGKILL);
    ::waitpid(pid, nullptr, 0);
  }
  pid_t pid = 0;
};

Expected<void> start(const std::vector<std::string>& words, int input, int output, Program& program) {
  std::vector<char*> arguments;
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
  const int error = ::posix_spawnp(&program.pid, arguments[0], &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (error == 0) return {};
  program.pid = 0;
  return failure(ErrorKind::io, "cannot start " + words.front() + ": " + std::strerror(error));
}

// Reads up to the end of the first line.
Expected<std::string> read_line(int from, Clock::time_point deadline) {
  std::string line;
  char buffer[4096];
  while (line.find('\n') == std::string::npos && line.size() < k_longest_answer) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
    pollfd ready{from, POLLIN, 0};
    if (left <= 0 || ::poll(&ready, 1, static_cast<int>(left)) <= 0) {
      return failure(ErrorKind::io, "no line within " + std::to_string(k_seconds) + " s");
    }
    const ssize_t count = ::read(from, buffer, sizeof buffer);
    if (count <= 0) break;
    line.append(buffer, static_cast<std::size_t>(count));
  }
  return line.substr(0, line.find('\n'));
}

Expected<std::string> one_line(Expected<std::string> gloss) {
  if (!gloss) return gloss;
  std::string line = collapse_space(*gloss);
  if (line.empty() || !is_valid_utf8(line)) return failure(ErrorKind::malformed, "the gloss is empty or not UTF-8");
  return line;
}

}  // namespace

Expected<std::string> gloss_by_service(const GlossJob& job, const GlossConfig& gloss, const NetworkConfig& network) {
  const Curl curl(curl_easy_init(), curl_easy_cleanup);
  if (!curl) throw std::runtime_error("libcurl has no room for a handle");
  const std::unique_ptr<curl_slist, void (*)(curl_slist*)> headers(
      curl_slist_append(nullptr, "Content-Type: application/json"), curl_slist_free_all);
  const std::string url = gloss.service + (gloss.service.ends_with('/') ? "translate" : "/translate");
  const std::string body = request_body(job, gloss);
  std::string answer;
  curl_easy_setopt(curl.get(), CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl.get(), CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(curl.get(), CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl.get(), CURLOPT_TIMEOUT, k_seconds);
  curl_easy_setopt(curl.get(), CURLOPT_HTTPHEADER, headers.get());
  curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDSIZE, static_cast<long>(body.size()));
  curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDS, body.c_str());
  curl_easy_setopt(curl.get(), CURLOPT_WRITEFUNCTION, keep_answer);
  curl_easy_setopt(curl.get(), CURLOPT_WRITEDATA, &answer);
  curl_easy_setopt(curl.get(), CURLOPT_USERAGENT, "vigie/" VIGIE_VERSION);
  if (!network.ca_file.empty()) curl_easy_setopt(curl.get(), CURLOPT_CAINFO, network.ca_file.c_str());
  if (!network.proxy.empty()) curl_easy_setopt(curl.get(), CURLOPT_PROXY, network.proxy.c_str());
  const CURLcode code = curl_easy_perform(curl.get());
  if (code != CURLE_OK) return failure(ErrorKind::io, "cannot ask " + url + ": " + curl_easy_strerror(code));
  long status = 0;
  curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status);
  return one_line(read_translation(answer, status));
}

Expected<std::string> gloss_by_command(const GlossJob& job, const std::vector<std::string>& command) {
  std::vector<std::string> words;
  for (const std::string& word : command) {
    words.push_back(word == "{source}"   ? (job.source.empty() ? "auto" : job.source)
                    : word == "{target}" ? job.target
                                         : word);
  }
  int to_program[2];
  int from_program[2];
  if (::pipe2(to_program, O_CLOEXEC) != 0) return failure(ErrorKind::io, "cannot make a pipe");
  Handle input(to_program[0]);
  Handle our_output(to_program[1]);
  if (::pipe2(from_program, O_CLOEXEC) != 0) return failure(ErrorKind::io, "cannot make a pipe");
  Handle our_input(from_program[0]);
  Handle output(from_program[1]);
  Program program;
  if (const Expected<void> started = start(words, input.get(), output.get(), program); !started) {
    return tl::unexpected(started.error());
  }
  output.close();
  // A headline is far shorter than a pipe's room, so that writing waits for nobody; and while our copy of the reading
  // end is open, a program that leaves without reading breaks no pipe.
  const std::string line = job.text + "\n";
  if (::write(our_output.get(), line.data(), line.size()) != static_cast<ssize_t>(line.size())) {
    return failure(ErrorKind::io, "cannot write to " + words.front() + ": " + std::strerror(errno));
  }
  our_output.close();
  input.close();
  return one_line(read_line(our_input.get(), Clock::now() + std::chrono::seconds{k_seconds}));
}

Glosser::Glosser(GlossConfig gloss, NetworkConfig network) : gloss_(std::move(gloss)), network_(std::move(network)) {
  thread_ = std::thread([this] {
    while (std::optional<GlossJob> job = jobs_.pop()) {
      GlossResult result{*job, "", ""};
      try {
        const Expected<std::string> made =
            gloss_.command.empty() ? gloss_by_service(*job, gloss_, network_) : gloss_by_command(*job, gloss_.command);
        made ? void(result.gloss = *made) : void(result.error = made.error().message);
      } catch (const std::exception& error) {
        result.error = error.what();
      }
      results_.push_over(std::move(result));
    }
  });
}

Glosser::~Glosser() {
  // What waits is not asked any more; the one under way ends within its 20 s.
  while (jobs_.try_pop()) continue;
  jobs_.close();
  thread_.join();
}

void Glosser::ask(GlossJob job) { jobs_.push_over(std::move(job)); }

std::vector<GlossResult> Glosser::results(std::chrono::milliseconds patience) {
  return results_.pop_some(1000, patience);
}

}  // namespace vigie
