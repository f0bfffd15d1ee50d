#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/exit_code.h"

namespace vigie {

/// What was typed at the prompt, taken apart. One struct for all commands; each reads its own part.
struct CommandLine {
  std::string command;                 // "run", "sources list" …
  std::string config_file;             // --config, empty for the default
  std::string database;                // --db, empty for the configuration's
  std::string format;                  // --format, empty for the command's default
  std::vector<std::string> arguments;  // positional

  bool once = false;            // run
  bool all = false;             // run, sources list
  double clock_rate = 1;        // run
  bool quiet = false;           // run
  std::string sort;             // search: newest or relevance
  int limit = 0;                // search, stories, missed; 0 for the command's default
  std::string saved;            // search: name of a [[query]]
  std::string date;             // digest
  std::string since;            // digest, stories
  std::string until;            // digest, stories
  std::string output;           // digest, export, backup: a file instead of stdout
  std::string columns;          // export
  bool jsonl = false;           // inspect
  bool why = false;             // inspect page
  std::string rule;             // inspect page
  std::string url;              // inspect page, feed, url: address of the input
  std::string content_type;     // inspect page, feed, charset
  std::string language;         // inspect text, date
  std::string now;              // inspect date
  std::string agent;            // inspect robots
  std::string base;             // inspect url
  std::string mode;             // inspect url, charset
  bool dry_run = false;         // actors update
  int port = -1;                // serve; -1: the configuration's
  std::string listen;           // serve
  bool database_check = false;  // check
};

/// Reads the arguments. A wrong one, --help and --version are answered here, and `exit` says with what to leave.
struct ParsedCommandLine {
  CommandLine line;
  std::optional<ExitCode> exit;
};
ParsedCommandLine parse_command_line(int argc, const char* const* argv);

}  // namespace vigie
