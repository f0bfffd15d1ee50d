#pragma once

#include <string>
#include <vector>

#include "app/command_line.h"
#include "app/config.h"
#include "app/exit_code.h"
#include "app/knowledge.h"
#include "storage/database.h"

namespace vigie {

/// What a command starts from: what was typed and what the configuration says. Paths in `config` are filled in: the
/// database is named, and log, digests and evidence lie beside it where the configuration does not say otherwise.
struct Session {
  CommandLine line;
  Config config;
  std::vector<Mistake> mistakes;  // of the configuration
};

/// Reads the configuration named by the command line. A configuration with mistakes still makes a session.
Session open_session(const CommandLine& line);

/// Tells the mistakes (at most 20) on stderr; true when there were none.
bool tell_mistakes(const std::vector<Mistake>& mistakes);

/// The archive for reading. Errors as Database::open_reader.
Expected<storage::Database> open_archive(const Session& session);

/// Where the tables of the judgement stand.
KnowledgeFiles knowledge_files(const Config& config);

/// A moment named at the prompt: a date ("2026-11-01": its start in the digest's time zone) or a span ago ("7d").
/// Errors: invalid_query.
Expected<Time> parse_moment(const std::string& text, const Config& config, Time now);

}  // namespace vigie
