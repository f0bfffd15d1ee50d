#pragma once

#include <string>
#include <vector>

#include "app/command_forms.h"

namespace vigie {

/// A file of documentation made from the commands: its name and what stands in it.
struct ManualFile {
  std::string name;
  std::string text;
};

/// vigie(1) and a page vigie-COMMAND(1) per command, in the man macros that groff and mandoc read. `date` is shown in
/// their foot, as YYYY-MM-DD.
std::vector<ManualFile> man_pages(const std::vector<CommandForm>& commands, const std::string& version,
                                  const std::string& date);

/// Completions: vigie.bash, _vigie (zsh) and vigie.fish.
std::vector<ManualFile> completions(const std::vector<CommandForm>& forms);

}  // namespace vigie
