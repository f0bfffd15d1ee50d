#include "app/terminal.h"

#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <cwchar>

#include "model/text.h"

namespace vigie {
namespace {

bool may_colour(int descriptor) {
  const char* no_colour = std::getenv("NO_COLOR");
  return ::isatty(descriptor) != 0 && (no_colour == nullptr || *no_colour == '\0');
}

}  // namespace

bool colour_on_stdout() { return may_colour(STDOUT_FILENO); }
bool colour_on_stderr() { return may_colour(STDERR_FILENO); }

void say(std::string_view message) {
  std::fprintf(stderr, "vigie: %s\n", escape_controls(message, Newlines::keep).c_str());
}

ExitCode exit_code_for(ErrorKind kind) { return kind == ErrorKind::invalid_query ? ExitCode::usage : ExitCode::failed; }

ExitCode tell(const Error& error, std::string_view hint) {
  say(error.message);
  if (!hint.empty()) std::fprintf(stderr, "hint: %s\n", escape_controls(hint).c_str());
  return exit_code_for(error.kind);
}

int display_width(std::string_view text) {
  int width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    const int columns = ::wcwidth(static_cast<wchar_t>(point.value));
    width += columns < 0 ? 1 : columns;
    at = point.next;
  }
  return width;
}

std::string fit(std::string_view text, int width) {
  const int whole = display_width(text);
  if (whole <= width) return std::string(text) + std::string(static_cast<std::size_t>(width - whole), ' ');
  std::string out;
  int used = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    const std::string_view piece = text.substr(at, point.next - at);
    const int columns = display_width(piece);
    if (used + columns > width - 1) break;
    out += piece;
    used += columns;
    at = point.next;
  }
  return out + "…" + std::string(static_cast<std::size_t>(width - used - 1), ' ');
}

}  // namespace vigie
