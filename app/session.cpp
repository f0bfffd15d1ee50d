#include "app/session.h"

#include <cstdlib>
#include <filesystem>

#include "app/terminal.h"

namespace vigie {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t k_mistakes_told = 20;

std::string default_database() {
  const char* data = std::getenv("XDG_DATA_HOME");
  const char* home = std::getenv("HOME");
  const fs::path base = data != nullptr && *data != '\0' ? fs::path(data)
                        : home != nullptr                ? fs::path(home) / ".local" / "share"
                                                         : fs::path(".");
  return (base / "vigie" / "vigie.db").string();
}

void fill_in_paths(Config& config) {
  const fs::path beside = fs::path(config.database).parent_path();
  if (config.log.file.empty()) config.log.file = (beside / "vigie.log").string();
  if (config.digest.folder.empty()) config.digest.folder = (beside / "digests").string();
  if (config.evidence.folder.empty()) config.evidence.folder = (beside / "evidence").string();
}

}  // namespace

Session open_session(const CommandLine& line) {
  Session session;
  session.line = line;
  LoadedConfig loaded = load_config(line.config_file.empty() ? default_config_path() : line.config_file);
  session.config = std::move(loaded.config);
  session.mistakes = std::move(loaded.mistakes);
  if (!line.database.empty()) session.config.database = fs::absolute(line.database).lexically_normal().string();
  if (session.config.database.empty()) session.config.database = default_database();
  fill_in_paths(session.config);
  return session;
}

bool tell_mistakes(const std::vector<Mistake>& mistakes) {
  for (std::size_t i = 0; i < mistakes.size() && i < k_mistakes_told; ++i) say(to_string(mistakes[i]));
  if (mistakes.size() > k_mistakes_told) {
    say(std::to_string(mistakes.size() - k_mistakes_told) + " further mistakes; `vigie check` lists them all");
  }
  return mistakes.empty();
}

Expected<storage::Database> open_archive(const Session& session) {
  storage::DatabaseOptions options;
  options.url_rules = session.config.url_rules;
  return storage::Database::open_reader(session.config.database, options);
}

KnowledgeFiles knowledge_files(const Config& config) {
  return {config.lexicons, config.states, config.actors, config.sites};
}

Expected<Time> parse_moment(const std::string& text, const Config& config, Time now) {
  if (const Expected<Time> day = local_moment(text, seconds{0}, config.digest.time_zone)) return *day;
  if (const Expected<seconds> span = parse_span(text)) return now - *span;
  return failure(ErrorKind::invalid_query,
                 "cannot read \"" + text + "\" as a date or span: expected a form such as 2026-11-01 or 7d");
}

}  // namespace vigie
