#include "app/commands.h"

#include <map>
#include <string>

namespace vigie {
namespace {

using Command = ExitCode (*)(Session&);

const std::map<std::string, Command, std::less<>>& command_table() {
  static const std::map<std::string, Command, std::less<>> table{
      {"run", command_run},
      {"search", command_search},
      {"digest", command_digest},
      {"stories", command_stories},
      {"show", command_show},
      {"why", command_why},
      {"missed", command_missed},
      {"inspect", command_inspect},
      {"sources list", command_sources_list},
      {"sources health", command_sources_health},
      {"sources check", command_sources_check},
      {"sources add", command_sources_add},
      {"sources coverage", command_sources_coverage},
      {"sources import", command_sources_import},
      {"sources export", command_sources_export},
      {"actors update", command_actors_update},
      {"import", command_import},
      {"export", command_export},
      {"verify", command_verify},
      {"diff", command_diff},
      {"cite", command_cite},
      {"serve", command_serve},
      {"status", command_status},
      {"check", command_check},
      {"backup", command_backup},
  };
  return table;
}

}  // namespace

ExitCode run_command(const CommandLine& line) {
  Session session = open_session(line);
  return command_table().at(line.command)(session);
}

}  // namespace vigie
