#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

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

constexpr std::size_t k_batch = 500;               // articles in one transaction …
constexpr std::size_t k_batch_bytes = 16'000'000;  // … or fewer, where they are long: two batches are in memory
constexpr const char* k_import_source = "import";

Time wall_now() { return std::chrono::floor<seconds>(std::chrono::system_clock::now()); }

bool is_warc(const std::string& path) { return path.ends_with(".warc") || path.ends_with(".warc.gz"); }

// A record on its way into the archive.
struct Pending {
  Article article;                    // of a line
  std::optional<FetchResponse> page;  // of a WARC record
  std::string source;
  std::optional<Expected<AssessedArticle>> judged;  // nothing where its address is known already

  const std::string& url() const { return page ? page->final_url : article.url; }
  std::size_t bytes() const { return article.text.size() + (page ? page->body.size() : 0); }
};

// Records read together, stored in one transaction, with the place in the file they reach.
struct Batch {
  std::vector<Pending> records;
  std::size_t bytes = 0;
  std::uint64_t position = 0;
};

// Takes the records of one file through the pipeline on all cores and stores them in batches, each with the place in
// the file it reaches: an interrupted import goes on from there. While one batch is judged the one before is stored.
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
    if (from > 0) in.seekg(static_cast<std::streamoff>(from));  // a pipe cannot seek, not even to its beginning
    std::uint64_t position = from;
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
        take({std::move(read->article), std::nullopt, std::move(read->source), std::nullopt}, position);
      }
    }
    finish(position);
    return true;
  }

  bool import_warc(std::uint64_t from) {
    Expected<parsers::WarcReader> reader = parsers::WarcReader::open(path_);
    if (!reader) {
      say(reader.error().message);
      return false;
    }
    if (from > 0 && !reader->seek(from)) return false;
    while (true) {
      Expected<std::optional<parsers::WarcRecord>> record = reader->next();
      if (!record) {
        refuse("offset " + std::to_string(reader->position()), record.error().message);
        continue;
      }
      if (!*record) break;
      if ((*record)->type == "response") take_response(**record, reader->position());
    }
    finish(reader->position());
    return true;
  }

  void take_response(const parsers::WarcRecord& record, std::uint64_t position) {
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
    take({{}, std::move(page), "", std::nullopt}, position);
  }

  // `position`: behind the record.
  void take(Pending pending, std::uint64_t position) {
    reading_.bytes += pending.bytes();
    reading_.records.push_back(std::move(pending));
    reading_.position = position;
    if (reading_.records.size() >= k_batch || reading_.bytes >= k_batch_bytes) hand_on();
  }

  void finish(std::uint64_t position) {
    reading_.position = position;
    hand_on();
    hand_on();
  }

  // Judges what has been read, and stores meanwhile what was judged before.
  void hand_on() {
    const storage::ArticleStore articles(database_);
    std::vector<Pending*> fresh;
    for (Pending& pending : reading_.records) {
      // What is known already is not judged again: a second import is quick.
      if (!articles.contains_url(pending.url())) fresh.push_back(&pending);
    }
    {
      const std::jthread judging(
          [&] { for_each_on_all_cores(fresh.size(), [&](std::size_t at) { judge_record(*fresh[at]); }); });
      store(judged_);
    }
    judged_ = std::exchange(reading_, {});
  }

  void judge_record(Pending& pending) const {
    DocumentContext context;
    context.source_id = pending.source.empty() ? k_import_source : pending.source;
    if (!pending.page) {
      pending.judged = judge(std::move(pending.article), context, *knowledge_);
      return;
    }
    context.now = pending.page->fetched_at;
    const Page page{pending.page->body, pending.page->final_url, pending.page->content_type};
    pending.judged = process_article(FeedEntry{}, page, context, *knowledge_);
  }

  void store(Batch& batch) {
    if (batch.position == 0) return;
    storage::Transaction transaction(database_);
    const Time now = wall_now();
    for (Pending& pending : batch.records) put(pending, now);
    if (const Expected<void> synced = archive_.sync(); !synced) say(synced.error().message);
    if (path_ != "-") {
      ledger_.put_setting(setting_name(),
                          nlohmann::json{{"position", batch.position}, {"size", batch.position}}.dump());
    }
    transaction.commit();
    std::error_code error;
    const std::uint64_t size = path_ == "-" ? 0 : fs::file_size(path_, error);
    progress_.show({"MB", static_cast<std::size_t>(batch.position / 1'000'000),
                    static_cast<std::size_t>(size / 1'000'000), added_, 0});
  }

  void put(Pending& pending, Time now) {
    if (pending.judged && !*pending.judged) {
      urls_.mark(pending.url(), storage::UrlState::dropped, std::string(to_string(pending.judged->error().kind)), now);
      return;
    }
    const FetchResponse* page = pending.page ? &*pending.page : nullptr;
    if (pending.judged) {
      const Archive::Stored stored = archive_.store(std::move(**pending.judged), page, now);
      if (!stored.evidence_error.empty()) say(stored.evidence_error);
      if (stored.added) {
        ++added_;
        return;
      }
    }
    ++known_;
    if (page == nullptr) return;
    if (const Expected<bool> kept = archive_.keep_new_capture(*page); !kept) say(kept.error().message);
  }

  const Session& session_;
  storage::Database& database_;
  storage::Ledger ledger_;
  storage::UrlStore urls_;
  Archive archive_;
  std::shared_ptr<const Knowledge> knowledge_;
  Progress& progress_;
  std::string path_;
  Batch reading_;
  Batch judged_;
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
