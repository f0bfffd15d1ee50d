#include <cstdio>
#include <fstream>

#include "app/commands.h"
#include "app/digest_labels.h"
#include "app/query_expansion.h"
#include "app/terminal.h"
#include "app/text_forms.h"
#include "digest/export.h"
#include "storage/article_store.h"
#include "storage/search.h"

namespace vigie {
namespace {

constexpr int k_default_limit = 10'000;
// Without a query: all that was judged relevant.
constexpr const char* k_everything = "since:1970-01-01";

digest::ExportOptions export_options(Session& session, Time now) {
  digest::ExportOptions options;
  options.generated_at = now;
  // Other tools read the exports: their names are English, whatever language the digest speaks.
  options.labels = load_digest_labels(session.config.labels, "en", session.mistakes);
  for (const Source& source : load_sources(session.config, session.mistakes)) {
    options.publishers[source.id] = source.publisher;
  }
  const LoadedTables loaded = read_tables(knowledge_files(session.config));
  for (const classifier::ActorRow& actor : loaded.tables.actors) options.actor_aliases[actor.canonical] = actor.aliases;
  return options;
}

Expected<std::vector<AssessedArticle>> found_articles(storage::Database& database, const Session& session, Time now) {
  const bool all = session.line.arguments.empty();
  const Expected<storage::Query> query =
      storage::parse_query(all ? k_everything : joined(session.line.arguments, " "), now);
  if (!query) return tl::unexpected(query.error());
  storage::SearchOptions options;
  options.limit = static_cast<std::size_t>(session.line.limit == 0 ? k_default_limit : session.line.limit);
  options.snippets = false;
  const Expected<std::vector<storage::SearchHit>> hits =
      storage::search(database, *query, options, query_expansion(session.config));
  if (!hits) return tl::unexpected(hits.error());
  const storage::ArticleStore store(database);
  std::vector<AssessedArticle> articles;
  for (const storage::SearchHit& hit : *hits) {
    if (all && !hit.relevant) continue;
    if (std::optional<AssessedArticle> article = store.find(hit.id)) articles.push_back(std::move(*article));
  }
  return articles;
}

std::string exported(std::vector<AssessedArticle> articles, const CommandLine& line,
                     const digest::ExportOptions& options) {
  const std::vector<Story> stories = digest::as_stories(std::move(articles), options);
  if (line.format == "stix") return digest::export_stix(stories, options);
  if (line.format == "misp") return digest::export_misp(stories, options);
  if (line.format == "jsonl") return digest::export_jsonl(stories, options);
  if (line.format == "atom") return digest::export_atom(stories, options);
  const digest::CsvColumns columns = line.columns == "eurepoc" ? digest::CsvColumns::eurepoc
                                     : line.columns == "cfr"   ? digest::CsvColumns::cfr
                                                               : digest::CsvColumns::own;
  return digest::export_csv(stories, columns, options);
}

}  // namespace

ExitCode command_export(Session& session) {
  const Time now = std::chrono::floor<seconds>(std::chrono::system_clock::now());
  if (!session.line.columns.empty() && session.line.format != "csv") {
    return tell({ErrorKind::invalid_query, "--columns goes with --format csv only"});
  }
  Expected<storage::Database> database = open_archive(session);
  if (!database) return tell(database.error(), "`vigie run` fills the archive");
  Expected<std::vector<AssessedArticle>> articles = found_articles(*database, session, now);
  if (!articles) return tell(articles.error());
  if (articles->empty()) {
    say("no article matches");
    return ExitCode::nothing_found;
  }
  const std::string text = exported(std::move(*articles), session.line, export_options(session, now));
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
