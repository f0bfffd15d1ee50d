#include <clocale>
#include <exception>

#include "app/command_line.h"
#include "app/commands.h"
#include "app/terminal.h"

int main(int argc, char** argv) {
  // Columns of wide characters are counted by the C library; C.UTF-8 is there on every Debian.
  std::setlocale(LC_CTYPE, "C.UTF-8");
  try {
    const vigie::ParsedCommandLine parsed = vigie::parse_command_line(argc, argv);
    if (parsed.exit) return static_cast<int>(*parsed.exit);
    return static_cast<int>(vigie::run_command(parsed.line));
  } catch (const std::exception& error) {
    vigie::say(error.what());
    return static_cast<int>(vigie::ExitCode::failed);
  }
}
