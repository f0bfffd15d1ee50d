#pragma once

#include <string>
#include <vector>

namespace vigie {

/// One option of a command, as it is typed and explained.
struct OptionForm {
  std::vector<std::string> names;  // "--format"; several for one with short names
  std::string about;
  std::vector<std::string> choices;  // the words it takes; empty for free text
  bool takes_value = false;
};

/// One command as the parser of the command line knows it: what manuals and completions are made from.
struct CommandForm {
  std::string name;  // "search", "sources add"; empty for vigie itself
  std::string about;
  std::string usage;  // "QUERY", "FILE…": its arguments
  std::string argument_about;
  std::string footer;  // further words and the worked example
  std::vector<OptionForm> options;
};

/// Every command, vigie itself first, then in the order of `vigie --help`.
std::vector<CommandForm> command_forms();

}  // namespace vigie
