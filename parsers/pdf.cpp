#include "parsers/pdf.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <nlohmann/json.hpp>

#include "parsers/pdf_poppler.h"

namespace vigie::parsers {
namespace {

using nlohmann::json;

json to_json(const Expected<PdfText>& pdf) {
  if (!pdf) return {{"kind", static_cast<int>(pdf.error().kind)}, {"error", pdf.error().message}};
  json value{{"title", pdf->title}, {"text", pdf->text}, {"authors", pdf->authors}, {"pages", pdf->pages}};
  if (pdf->created) value["created"] = pdf->created->at.time_since_epoch().count();
  return value;
}

Expected<PdfText> from_json(const json& value) {
  if (value.contains("error")) {
    return failure(static_cast<ErrorKind>(value["kind"].get<int>()), value["error"].get<std::string>());
  }
  PdfText pdf;
  value.at("title").get_to(pdf.title);
  value.at("text").get_to(pdf.text);
  value.at("authors").get_to(pdf.authors);
  value.at("pages").get_to(pdf.pages);
  if (value.contains("created"))
    pdf.created = Date{Time(seconds(value["created"].get<std::int64_t>())), Precision::second, true};
  return pdf;
}

void set_limit(__rlimit_resource resource, rlim_t value) {
  const rlimit limit{value, value};
  setrlimit(resource, &limit);
}

/// The child's whole life: limits, reading, one answer down the pipe.
[[noreturn]] void answer(std::string_view bytes, const PdfLimits& limits, int out) {
  std::size_t pages_mapped = 0;
  std::ifstream("/proc/self/statm") >> pages_mapped;
  if (pages_mapped > 0)
    set_limit(RLIMIT_AS, pages_mapped * static_cast<std::size_t>(sysconf(_SC_PAGESIZE)) + limits.max_memory);
  set_limit(RLIMIT_CPU, static_cast<rlim_t>(limits.deadline.count()));
  set_limit(RLIMIT_CORE, 0);
  // poppler complains of what it cannot have before it gives up.
  const int nowhere = open("/dev/null", O_WRONLY);
  dup2(nowhere, STDERR_FILENO);
  try {
    const std::string text =
        to_json(read_with_poppler(bytes, limits)).dump(-1, ' ', false, json::error_handler_t::replace);
    for (std::size_t at = 0; at < text.size();) {
      const ssize_t written = write(out, text.data() + at, text.size() - at);
      if (written <= 0) break;
      at += static_cast<std::size_t>(written);
    }
  } catch (const std::exception&) {
    // An answer that does not come is told as a limit.
  }
  _exit(0);
}

/// All the child says until it ends, or nothing past the time it has.
std::string hear(int in, std::chrono::milliseconds patience) {
  std::string heard;
  const auto until = std::chrono::steady_clock::now() + patience;
  char buffer[1 << 16];
  for (;;) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - std::chrono::steady_clock::now());
    pollfd waited{in, POLLIN, 0};
    const int ready = left.count() > 0 ? poll(&waited, 1, static_cast<int>(left.count())) : 0;
    if (ready < 0 && errno == EINTR) continue;
    if (ready <= 0) return {};
    const ssize_t count = read(in, buffer, sizeof buffer);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return heard;
    heard.append(buffer, static_cast<std::size_t>(count));
  }
}

}  // namespace

bool looks_like_pdf(std::string_view bytes) {
  // Readers accept the mark within the first 1024 bytes (ISO 32000-1, annex H.3.4.1).
  return bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos;
}

Expected<PdfText> read_pdf(std::string_view bytes, const PdfLimits& limits) {
  if (bytes.size() > limits.max_bytes) {
    return failure(ErrorKind::limit, "cannot read PDF: " + std::to_string(bytes.size()) + " bytes, at most " +
                                         std::to_string(limits.max_bytes) + " are read");
  }
  if (!looks_like_pdf(bytes)) return failure(ErrorKind::malformed, "cannot read PDF: no %PDF- in the first 1024 bytes");
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) return failure(ErrorKind::io, "cannot read PDF: no pipe for its process");
  const pid_t child = fork();
  if (child < 0) {
    close(ends[0]);
    close(ends[1]);
    return failure(ErrorKind::io, "cannot read PDF: no process for it");
  }
  if (child == 0) {
    close(ends[0]);
    answer(bytes, limits, ends[1]);
  }
  close(ends[1]);
  const std::string heard = hear(ends[0], 10 * limits.deadline);
  close(ends[0]);
  kill(child, SIGKILL);
  while (waitpid(child, nullptr, 0) < 0 && errno == EINTR) {
  }
  const json value = json::parse(heard, nullptr, false);
  if (!value.is_object()) {
    return failure(ErrorKind::limit, "cannot read PDF: reading it takes more than " +
                                         std::to_string(limits.max_memory >> 20) + " MB or " +
                                         std::to_string(limits.deadline.count()) + " s");
  }
  return from_json(value);
}

}  // namespace vigie::parsers
