#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <optional>

#include "app/archive.h"
#include "app/article_line.h"
#include "app/commands.h"
#include "app/progress.h"
#include "app/terminal.h"
#include "app/work.h"
#include "app/work_crew.h"
#include "model/text.h"
#include "model/url.h"
#include "parsers/date.h"
#include "parsers/warc.h"
#include "storage/ledger.h"
#include "storage/url_store.h"

namespace vigie {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t k_batch = 500;  // articles in one transaction
constexpr const char* k_import_source = "import";

Time wall_now() { return std::chrono::floor<seconds>(std::chrono::system_clock::now()); }

bool is_warc(const std::string& path) { return path.ends_with(".warc") || path.ends_with(".warc.gz"); }

// Takes the records of one file through the pipeline on all cores and stores them in batches, each with the place in
// the file it reaches: an interrupted import goes on from there.
class Importer {
 public:
  Importer(const Session& session, storage::Database& database, std::shared_ptr<const Knowledge> knowledge,
           Progress& progress)
      : session_(session),
        database_(database),
        ledger_(database),
        urls_(database),
        archive_(database, evidence_options(session.config.evidence), wall_now()),
        knowledge_(std::move(knowledge)),
        progress_(progress) {}

  bool import_file(const std::string& path) {
    path_ = path;
    const std::uint64_t from = resume_position();
    return is_warc(path) ? import_warc(from) : import_lines(from);
  }

  std::size_t added() const { return added_; }
  std::size_t known() const { return known_; }
  std::size_t refused() const { return refused_; }

 private:
  struct Pending {
    Article article;                    // of a line
    std::optional<FetchResponse> page;  // of a WARC record
    std::string source;
  };

  std::string setting_name() const { return "import/" + fs::absolute(path_).lexically_normal().string(); }

  // A file that has changed since is read from its beginning: what is known of it is its size.
  std::uint64_t resume_position() const {
    if (path_ == "-") return 0;
    std::error_code error;
    const std::uint64_t size = fs::file_size(path_, error);
    const auto stored = nlohmann::json::parse(ledger_.setting(setting_name()).value_or("{}"), nullptr, false);
    if (error || !stored.is_object() || stored.value("size", std::uint64_t{0}) > size) return 0;
    return stored.value("position", std::uint64_t{0});
  }

  void refuse(const std::string& where, const std::string& why) {
    ++refused_;
    say(path_ + ", " + where + ": " + why);
  }

  bool import_lines(std::uint64_t from) {
    std::ifstream file;
    if (path_ != "-") file.open(path_, std::ios::binary);
    std::istream& in = path_ == "-" ? std::cin : file;
    if (path_ != "-" && !file) {
      say("cannot read " + path_);
      return false;
    }
    in.seekg(static_cast<std::streamoff>(from));
    std::uint64_t position = from;
    std::vector<Pending> batch;
    for (std::string line; std::getline(in, line);) {
      const std::string where = "offset " + std::to_string(position);
      position += line.size() + 1;
      if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
      Expected<ArticleLine> read = read_article_line(line);
      if (!read) {
        refuse(where, read.error().message);
      } else if (const Expected<Url> url = parse_url(read->article.url); !url) {
        refuse(where, "no web address: " + url.error().message);
      } else {
        batch.push_back({std::move(read->article), std::nullopt, read->source});
      }
      if (batch.size() >= k_batch) store(batch, position);
    }
    store(batch, position);
    return true;
  }

  bool import_warc(std::uint64_t from) {
    Expected<parsers::WarcReader> reader = parsers::WarcReader::open(path_);
    if (!reader) {
      say(reader.error().message);
      return false;
    }
    if (from > 0 && !reader->seek(from)) return false;
    std::vector<Pending> batch;
    while (true) {
      Expected<std::optional<parsers::WarcRecord>> record = reader->next();
      if (!record) {
        refuse("offset " + std::to_string(reader->position()), record.error().message);
        continue;
      }
      if (!*record) break;
      if ((*record)->type == "response") take_response(**record, batch);
      if (batch.size() >= k_batch) store(batch, reader->position());
    }
    store(batch, reader->position());
    return true;
  }

  void take_response(const parsers::WarcRecord& record, std::vector<Pending>& batch) {
    const std::string where = "offset " + std::to_string(record.offset);
    if (!parse_url(record.target_uri)) return;  // dns: and the like
    Expected<parsers::HttpMessage> message = parsers::parse_http_response(record.block);
    if (!message) return refuse(where, message.error().message);
    const std::string type = ascii_lower(message->header("content-type"));
    const bool is_page = type.find("html") != std::string::npos || type.find("pdf") != std::string::npos;
    if (message->status != 200 || !is_page) return;
    FetchResponse page;
    page.request.url = record.target_uri;
    page.request.purpose = FetchPurpose::page;
    page.final_url = record.target_uri;
    page.status = message->status;
    page.content_type = message->header("content-type");
    page.body = std::move(message->body);
    const std::optional<Date> at = parsers::parse_feed_date(record.date);
    page.fetched_at = at ? at->at : wall_now();
    const std::size_t header_end = record.block.find("\r\n\r\n");
    page.raw_response = record.block.substr(0, header_end == std::string::npos ? 0 : header_end + 4);
    batch.push_back({{}, std::move(page), ""});
  }

  AssessedArticle judged(Pending& pending) const {
    DocumentContext context;
    context.source_id = pending.source.empty() ? k_import_source : pending.source;
    return judge(std::move(pending.article), context, *knowledge_);
  }

  Expected<AssessedArticle> processed(const Pending& pending) const {
    DocumentContext context;
    context.source_id = k_import_source;
    context.now = pending.page->fetched_at;
    const Page page{pending.page->body, pending.page->final_url, pending.page->content_type};
    return process_article(FeedEntry{}, page, context, *knowledge_);
  }

  void store(std::vector<Pending>& batch, std::uint64_t position) {
    std::vector<std::optional<Expected<AssessedArticle>>> results(batch.size());
    // What is known already is not read again: a second import is quick.
    const storage::ArticleStore articles(database_);
    std::vector<std::size_t> fresh;
    std::vector<std::size_t> further;  // captures of pages whose article is stored already
    for (std::size_t i = 0; i < batch.size(); ++i) {
      const std::string& url = batch[i].page ? batch[i].page->final_url : batch[i].article.url;
      if (articles.contains_url(url)) {
        ++known_;
        if (batch[i].page) further.push_back(i);
      } else {
        fresh.push_back(i);
      }
    }
    for_each_on_all_cores(fresh.size(), [&](std::size_t at) {
      Pending& pending = batch[fresh[at]];
      results[fresh[at]] = pending.page ? processed(pending) : Expected<AssessedArticle>(judged(pending));
    });
    storage::Transaction transaction(database_);
    const Time now = wall_now();
    for (std::size_t i = 0; i < batch.size(); ++i) {
      if (results[i]) put(batch[i], *results[i], now);
    }
    for (const std::size_t i : further) {
      if (const Expected<bool> kept = archive_.keep_new_capture(*batch[i].page); !kept) say(kept.error().message);
    }
    if (const Expected<void> synced = archive_.sync(); !synced) say(synced.error().message);
    if (path_ != "-") {
      ledger_.put_setting(setting_name(), nlohmann::json{{"position", position}, {"size", position}}.dump());
    }
    transaction.commit();
    batch.clear();
    std::error_code error;
    const std::uint64_t size = path_ == "-" ? 0 : fs::file_size(path_, error);
    progress_.show(
        {"MB", static_cast<std::size_t>(position / 1'000'000), static_cast<std::size_t>(size / 1'000'000), added_, 0});
  }

  void put(const Pending& pending, Expected<AssessedArticle>& article, Time now) {
    const std::string& url = pending.page ? pending.page->final_url : pending.article.url;
    if (!article) {
      urls_.mark(url, storage::UrlState::dropped, std::string(to_string(article.error().kind)), now);
      return;
    }
    const FetchResponse* page = pending.page ? &*pending.page : nullptr;
    const Archive::Stored stored = archive_.store(std::move(*article), page, now);
    stored.added ? ++added_ : ++known_;
    if (!stored.evidence_error.empty()) say(stored.evidence_error);
  }

  const Session& session_;
  storage::Database& database_;
  storage::Ledger ledger_;
  storage::UrlStore urls_;
  Archive archive_;
  std::shared_ptr<const Knowledge> knowledge_;
  Progress& progress_;
  std::string path_;
  std::size_t added_ = 0;
  std::size_t known_ = 0;
  std::size_t refused_ = 0;
};

}  // namespace

ExitCode command_import(Session& session) {
  if (!tell_mistakes(session.mistakes)) return ExitCode::failed;
  storage::DatabaseOptions options;
  options.cache_bytes = 96'000'000;
  options.url_rules = session.config.url_rules;
  Expected<storage::Database> database = storage::Database::open_writer(session.config.database, options);
  if (!database) return tell(database.error());
  Expected<Knowledge> knowledge = load_knowledge(knowledge_files(session.config), session.config.url_rules);
  if (!knowledge) return tell(knowledge.error());
  Progress progress(Progress::Mode::show);
  Importer importer(session, *database, std::make_shared<const Knowledge>(std::move(*knowledge)), progress);
  bool all_read = true;
  for (const std::string& path : session.line.arguments) all_read = importer.import_file(path) && all_read;
  database->checkpoint();
  progress.finish({"files", session.line.arguments.size(), 0, importer.added(), 0});
  std::printf("%zu articles added, %zu known already, %zu records refused\n", importer.added(), importer.known(),
              importer.refused());
  return all_read ? ExitCode::done : ExitCode::failed;
}

}  // namespace vigie
