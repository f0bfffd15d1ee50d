#pragma once

#include "app/exit_code.h"
#include "app/session.h"

namespace vigie {

/// Runs the command that was typed.
ExitCode run_command(const CommandLine& line);

/// One function a command, in command_<name>.cpp. Each prints data on stdout and talk on stderr.
ExitCode command_run(Session& session);
ExitCode command_search(Session& session);
ExitCode command_digest(Session& session);
ExitCode command_stories(Session& session);
ExitCode command_show(Session& session);
ExitCode command_why(Session& session);
ExitCode command_missed(Session& session);
ExitCode command_inspect(Session& session);
ExitCode command_sources_list(Session& session);
ExitCode command_sources_health(Session& session);
ExitCode command_sources_check(Session& session);
ExitCode command_sources_add(Session& session);
ExitCode command_sources_import(Session& session);
ExitCode command_sources_export(Session& session);
ExitCode command_sources_coverage(Session& session);
ExitCode command_actors_update(Session& session);
ExitCode command_import(Session& session);
ExitCode command_export(Session& session);
ExitCode command_verify(Session& session);
ExitCode command_diff(Session& session);
ExitCode command_cite(Session& session);
ExitCode command_serve(Session& session);
ExitCode command_status(Session& session);
ExitCode command_check(Session& session);
ExitCode command_backup(Session& session);

}  // namespace vigie
