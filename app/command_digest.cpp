#include <cstdio>
#include <fstream>

#include "app/commands.h"
#include "app/digest_source.h"
#include "app/terminal.h"

namespace vigie {
namespace {

// --date (a day, "today" or "yesterday"), or --since and --until. Errors: invalid_query.
Expected<DigestWindow> window_of(const Session& session, Time now) {
  const Config& config = session.config;
  const CommandLine& line = session.line;
  const Expected<std::string> today = local_day(now, config.digest.time_zone);
  if (!today) return tl::unexpected(today.error());
  if (line.since.empty() && line.until.empty()) {
    if (line.date == "today") return day_window(*today, config);
    if (!line.date.empty() && line.date != "yesterday") return day_window(line.date, config);
    return day_window(*shift_day(*today, -1), config);
  }
  if (!line.date.empty()) return failure(ErrorKind::invalid_query, "--date does not go with --since or --until");
  DigestWindow window;
  window.until = now;
  if (!line.until.empty()) {
    const Expected<Time> until = parse_moment(line.until, config, now);
    if (!until) return tl::unexpected(until.error());
    window.until = *until;
  }
  window.from = window.until - seconds{86400};
  if (!line.since.empty()) {
    const Expected<Time> from = parse_moment(line.since, config, now);
    if (!from) return tl::unexpected(from.error());
    window.from = *from;
  }
  if (window.from >= window.until) return failure(ErrorKind::invalid_query, "--since must lie before --until");
  window.date = *local_day(window.from, config.digest.time_zone);
  return window;
}

}  // namespace

ExitCode command_digest(Session& session) {
  const Time now = std::chrono::floor<seconds>(std::chrono::system_clock::now());
  const Expected<DigestWindow> window = window_of(session, now);
  if (!window) return tell(window.error());
  Expected<storage::Database> database = open_archive(session);
  if (!database) return tell(database.error(), "`vigie run` fills the archive");
  const std::vector<Source> sources = load_sources(session.config, session.mistakes);
  const Digest digest = compose_digest(*database, *window, session.config, sources, now);
  const std::string text = render_digest(digest, digest_labels(session.config), session.line.format, now);
  if (session.line.output.empty()) {
    std::fwrite(text.data(), 1, text.size(), stdout);
    return ExitCode::done;
  }
  std::ofstream file(session.line.output, std::ios::binary);
  file << text;
  file.close();
  if (!file) return tell({ErrorKind::io, "cannot write " + session.line.output});
  return ExitCode::done;
}

}  // namespace vigie
