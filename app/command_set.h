#pragma once

#include "app/command_line.h"

namespace CLI {
class App;
}

namespace vigie {

/// Adds every command and option to the parser, each bound to its field of `line`. Both must outlive the parsing.
void add_commands(CLI::App& app, CommandLine& line);

}  // namespace vigie
