#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <tuple>

#include "app/commands.h"
#include "app/digest_labels.h"
#include "app/terminal.h"
#include "app/text_forms.h"
#include "storage/pace.h"
#include "storage/source_store.h"
#include "storage/upkeep.h"

namespace vigie {
namespace {

using Json = nlohmann::ordered_json;

std::string moment(Time at) { return at == Time{} ? "never" : format_iso8601(at); }

Json status_json(const storage::StatusCounts& counts, const storage::Pace& pace, const storage::Database& database,
                 const std::vector<storage::SourceStore::OutcomeCount>& outcomes) {
  Json json{
      {"database", database.path()},
      {"database_bytes", database.file_bytes()},
      {"wal_bytes", database.wal_bytes()},
      {"schema", database.schema_version()},
      {"articles", counts.articles},
      {"relevant", counts.relevant},
      {"pruned", counts.pruned},
      {"stories", counts.stories},
      {"urls", counts.urls},
      {"queued_pages", counts.queued_pages},
      {"captures", counts.captures},
      {"sources", counts.sources},
      {"sources_due", counts.sources_due},
      {"pending_deliveries", counts.pending_deliveries},
      {"last_digest", counts.last_digest_day.empty() ? Json(nullptr) : Json(counts.last_digest_day)},
      {"last_article_at", counts.last_article_at == Time{} ? Json(nullptr) : Json(moment(counts.last_article_at))},
      {"last_fetch_at", counts.last_outcome_at == Time{} ? Json(nullptr) : Json(moment(counts.last_outcome_at))}};
  json["articles_24h"] = pace.articles;
  json["median_lag_s"] = pace.dated == 0 ? Json(nullptr) : Json(pace.median_lag.count());
  json["slowest_tenth_lag_s"] = pace.dated == 0 ? Json(nullptr) : Json(pace.slowest_tenth_lag.count());
  json["fetches_24h"] = Json::object();
  for (const auto& count : outcomes) json["fetches_24h"][std::string(to_string(count.kind))] = count.attempts;
  return json;
}

// In the largest unit of which there are two or more.
std::string rough_span(seconds span) {
  for (const auto& [unit, name] :
       {std::pair{seconds{86400}, "days"}, {seconds{3600}, "hours"}, {seconds{60}, "minutes"}}) {
    if (span >= 2 * unit) return std::to_string(span / unit) + " " + name;
  }
  return std::to_string(span.count()) + " seconds";
}

std::string in_words(const storage::Pace& pace) {
  std::string words = std::to_string(pace.articles);
  if (pace.dated > 0)
    words += ", half of them within " + rough_span(pace.median_lag) + " of publication, nine in ten within " +
             rough_span(pace.slowest_tenth_lag);
  return words;
}

void print_status(const storage::StatusCounts& counts, const storage::Pace& pace, const storage::Database& database,
                  const std::vector<storage::SourceStore::OutcomeCount>& outcomes) {
  const auto number = [](std::int64_t value) { return std::to_string(value); };
  std::vector<std::vector<std::string>> rows{
      {"database", database.path() + ", " + number(database.file_bytes() / 1000) + " kB"},
      {"articles", number(counts.articles) + ", " + number(counts.relevant) + " relevant, in " +
                       number(counts.stories) + " stories" +
                       (counts.pruned > 0 ? "; " + number(counts.pruned) + " pruned" : "")},
      {"last article", moment(counts.last_article_at)},
      {"sources", number(counts.sources) + ", " + number(counts.sources_due) + " due"},
      {"last fetch", moment(counts.last_outcome_at)},
      {"pages waiting", number(counts.queued_pages)},
      {"addresses seen", number(counts.urls)},
      {"captures", number(counts.captures)},
      {"last digest", counts.last_digest_day.empty() ? "never" : counts.last_digest_day},
      {"deliveries due", number(counts.pending_deliveries)}};
  rows.push_back({"articles in 24 h", in_words(pace)});
  std::string fetches;
  for (const auto& count : outcomes) {
    fetches += (fetches.empty() ? "" : ", ") + std::string(to_string(count.kind)) + " " + number(count.attempts);
  }
  rows.push_back({"fetches in 24 h", fetches.empty() ? "none" : fetches});
  std::fputs(text_table(rows, 100).c_str(), stdout);
}

std::vector<Mistake> all_mistakes(Session& session) {
  std::vector<Mistake> mistakes = session.mistakes;
  load_sources(session.config, mistakes);
  const LoadedTables tables = read_tables(knowledge_files(session.config));
  mistakes.insert(mistakes.end(), tables.mistakes.begin(), tables.mistakes.end());
  const std::vector<Mistake> rules = check_site_rules(session.config.sites);
  mistakes.insert(mistakes.end(), rules.begin(), rules.end());
  load_digest_labels(session.config.labels, session.config.digest.language, mistakes);
  for (const auto& [name, path] : {std::pair{"mail.password_file", session.config.mail.password_file},
                                   std::pair{"network.ca_file", session.config.network.ca_file}}) {
    std::error_code error;
    if (!path.empty() && !std::filesystem::exists(path, error)) {
      mistakes.push_back({session.config.file, 0, std::string(name) + ": no such file: " + path});
    }
  }
  std::stable_sort(mistakes.begin(), mistakes.end(), [](const Mistake& a, const Mistake& b) {
    return std::tie(a.file, a.line) < std::tie(b.file, b.line);
  });
  return mistakes;
}

ExitCode check_database(const Session& session) {
  Expected<storage::Database> database = open_archive(session);
  if (!database) return tell(database.error());
  const std::vector<std::string> problems = database->problems();
  for (const std::string& problem : problems) say(session.config.database + ": " + problem);
  if (problems.empty()) std::printf("%s: sound\n", session.config.database.c_str());
  return problems.empty() ? ExitCode::done : ExitCode::failed;
}

}  // namespace

ExitCode command_status(Session& session) {
  const Time now = std::chrono::floor<seconds>(std::chrono::system_clock::now());
  Expected<storage::Database> database = open_archive(session);
  if (!database) return tell(database.error(), "`vigie run` fills the archive");
  const storage::StatusCounts counts = storage::status_counts(*database, now);
  const Time yesterday = now - seconds{86400};
  const auto outcomes = storage::SourceStore(*database).count_outcomes(yesterday);
  const storage::Pace pace = storage::pace(*database, yesterday);
  if (session.line.format == "json") {
    std::printf("%s\n", json_text(status_json(counts, pace, *database, outcomes), 2).c_str());
  } else {
    print_status(counts, pace, *database, outcomes);
  }
  return ExitCode::done;
}

ExitCode command_check(Session& session) {
  const std::vector<Mistake> mistakes = all_mistakes(session);
  if (session.line.format == "json") {
    Json all = Json::array();
    for (const Mistake& mistake : mistakes) {
      all.push_back({{"file", mistake.file}, {"line", mistake.line}, {"message", mistake.message}});
    }
    std::printf("%s\n", json_text(all, 2).c_str());
  } else {
    for (const Mistake& mistake : mistakes) std::printf("%s\n", to_string(mistake).c_str());
    if (mistakes.empty()) std::printf("%s: no mistakes\n", session.config.file.c_str());
  }
  const bool with_database = session.line.database_check || !session.line.database.empty();
  const ExitCode database = with_database ? check_database(session) : ExitCode::done;
  return mistakes.empty() ? database : ExitCode::failed;
}

ExitCode command_backup(Session& session) {
  Expected<storage::Database> database = open_archive(session);
  if (!database) return tell(database.error());
  const std::string& target = session.line.arguments.front();
  if (const Expected<void> copied = database->backup(target); !copied) return tell(copied.error());
  std::printf("%s\n", target.c_str());
  return ExitCode::done;
}

}  // namespace vigie
