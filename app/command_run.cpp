#include <malloc.h>

#include <csignal>
#include <cstdio>
#include <filesystem>
#include <memory>

#include "app/alert_chore.h"
#include "app/commands.h"
#include "app/daemon.h"
#include "app/delivery.h"
#include "app/digest_chore.h"
#include "app/gloss_chore.h"
#include "app/health_chore.h"
#include "app/log.h"
#include "app/network_settings.h"
#include "app/retention_chore.h"
#include "app/terminal.h"

namespace vigie {
namespace {

namespace fs = std::filesystem;

// What the handlers may touch: nothing else is safe in them.
volatile std::sig_atomic_t g_stops = 0;
volatile std::sig_atomic_t g_reloads = 0;

void on_stop(int) { g_stops = g_stops + 1; }
void on_reload(int) { g_reloads = g_reloads + 1; }

void catch_signals() {
  struct sigaction stop {};
  stop.sa_handler = on_stop;
  ::sigaction(SIGTERM, &stop, nullptr);
  ::sigaction(SIGINT, &stop, nullptr);
  struct sigaction reload {};
  reload.sa_handler = on_reload;
  ::sigaction(SIGHUP, &reload, nullptr);
  std::signal(SIGPIPE, SIG_IGN);
}

Signals take_signals() {
  Signals told;
  told.stops = g_stops;
  g_stops = g_stops - told.stops;
  told.reload = g_reloads > 0;
  g_reloads = 0;
  return told;
}

void say_where(const Config& config) {
  std::printf("database  %s\nlog       %s\ndigests   %s\n", config.database.c_str(), config.log.file.c_str(),
              config.digest.folder.c_str());
  std::fflush(stdout);
}

// Whether this machine has a way out at all: a route, or a proxy.
bool has_network() {
  std::error_code ignored;
  for (const auto& link : fs::directory_iterator("/sys/class/net", ignored)) {
    if (link.path().filename() != "lo") return true;
  }
  return false;
}

Expected<std::shared_ptr<const Knowledge>> load_tables(const Config& config) {
  Expected<Knowledge> knowledge = load_knowledge(knowledge_files(config), config.url_rules);
  if (!knowledge) return tl::unexpected(knowledge.error());
  return std::make_shared<const Knowledge>(std::move(*knowledge));
}

// SIGHUP: the new configuration, sources and tables, or nothing with every mistake in the log.
std::optional<Reloaded> reload(const CommandLine& line) {
  Session fresh = open_session(line);
  std::vector<Source> sources = load_sources(fresh.config, fresh.mistakes);
  const Expected<std::shared_ptr<const Knowledge>> knowledge = load_tables(fresh.config);
  if (!knowledge) fresh.mistakes.push_back({fresh.config.lexicons, 0, knowledge.error().message});
  for (const Mistake& mistake : fresh.mistakes) LogEntry("reload")("mistake", to_string(mistake)).error();
  if (!fresh.mistakes.empty()) {
    LogEntry("reload")("kept", "the configuration that was in force").error();
    say("the new configuration has mistakes; the old one stays in force: " + to_string(fresh.mistakes.front()));
    return std::nullopt;
  }
  return Reloaded{std::move(fresh.config), std::move(sources), *knowledge};
}

}  // namespace

ExitCode command_run(Session& session) {
  // An arena of the allocator per thread keeps what each once needed for a large page: two serve them all.
  ::mallopt(M_ARENA_MAX, 2);
  Config& config = session.config;
  std::vector<Source> sources = load_sources(config, session.mistakes);
  if (!tell_mistakes(session.mistakes)) return ExitCode::failed;
  if (const Expected<void> sound = crawler::check_network_settings(network_settings(config.network, Clock{})); !sound) {
    return tell(sound.error());
  }
  if (session.line.database.empty() && config.database.ends_with("vigie/vigie.db")) {
    std::error_code ignored;
    fs::create_directories(fs::path(config.database).parent_path(), ignored);
  }
  say_where(config);
  catch_signals();
  if (const Expected<bool> log = open_log(config.log, config.log.file); !log) return tell(log.error());
  storage::DatabaseOptions database_options;
  database_options.url_rules = config.url_rules;
  database_options.cache_bytes = 8'000'000;  // the writer's batches are small; the system's cache holds the rest
  Expected<storage::Database> database = storage::Database::open_writer(config.database, database_options);
  if (!database)
    return tell(database.error(),
                database.error().kind == ErrorKind::io ? "make the folder first, or name another with --db" : "");
  const Expected<std::shared_ptr<const Knowledge>> knowledge = load_tables(config);
  if (!knowledge) return tell(knowledge.error(), "`vigie check` lists every mistake");
  if (!has_network() && config.network.connect_to.empty() && config.network.allow_addresses.empty()) {
    say("no network on this machine; trying on\nhint: script/demo shows vigie at work without one");
  }

  RunOptions options;
  options.once = session.line.once;
  options.all = session.line.all;
  options.clock_rate = session.line.clock_rate;
  options.progress = session.line.quiet ? Progress::Mode::silent : Progress::Mode::show;
  const CommandLine line = session.line;
  auto health = std::make_unique<HealthChore>(config, sources, *database);
  Daemon daemon(options, config, std::move(sources), *knowledge, *database, take_signals,
                [line] { return reload(line); });
  if (config.gloss.enabled()) daemon.add_chore(std::make_unique<GlossChore>(config, *database));
  daemon.add_chore(std::make_unique<DigestChore>(config, *database));
  daemon.add_chore(std::make_unique<RetentionChore>(config, *database));
  daemon.add_chore(std::make_unique<AlertChore>(config, *database));
  daemon.add_chore(std::move(health));
  daemon.add_chore(std::make_unique<DeliveryChore>(config, *database));
  const ExitCode code = daemon.run();
  if (options.once && daemon.failed_sources() > 0) {
    say(std::to_string(daemon.failed_sources()) + " of " + std::to_string(daemon.polled_sources()) +
        " sources failed; `vigie sources health` tells why");
  }
  close_log();
  return code;
}

}  // namespace vigie
