#include <algorithm>
#include <cstdio>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "app/commands.h"
#include "app/csv_reader.h"
#include "app/input_file.h"
#include "app/outcome.h"
#include "app/terminal.h"
#include "app/text_forms.h"
#include "model/text.h"
#include "model/url.h"
#include "storage/url_store.h"

namespace vigie {
namespace {

// One line of the foreign list.
struct Wanted {
  std::vector<std::string> urls;  // any of them will do
  std::string title;
};

struct Verdict {
  std::string what;  // the first address, or the title
  bool found = false;
  std::string reason;  // code of a miss
  std::string words;   // the reason for people
};

// Columns that hold addresses or titles in lists one meets: our own forms, EuRepoC's and CFR's.
const std::vector<std::string> k_url_columns = {
    "url",    "link",      "urls",      "sources_url", "source_url", "sources", "links_to_sources",
    "link_1", "sources_1", "sources_2", "sources_3"};
const std::vector<std::string> k_title_columns = {"title", "headline", "name", "incident_title"};

std::string column_key(const std::string& name) {
  std::string key;
  for (const char c : ascii_lower(name)) key += (c == ' ' || c == '-') ? '_' : c;
  return key;
}

// All addresses in a cell: lists are written with commas, semicolons, blanks or as ['a', 'b'].
std::vector<std::string> addresses_in(const std::string& cell) {
  std::vector<std::string> found;
  for (std::size_t at = cell.find("http"); at != std::string::npos; at = cell.find("http", at + 4)) {
    const std::size_t end = std::min(cell.find_first_of(" \t\r\n;,'\"]", at), cell.size());
    const std::string url = cell.substr(at, end - at);
    if (parse_url(url)) found.push_back(url);
  }
  return found;
}

void take(Wanted& wanted, const std::string& column, const std::string& value) {
  const std::string key = column_key(column);
  if (std::find(k_url_columns.begin(), k_url_columns.end(), key) != k_url_columns.end()) {
    const std::vector<std::string> urls = addresses_in(value);
    wanted.urls.insert(wanted.urls.end(), urls.begin(), urls.end());
  } else if (wanted.title.empty() &&
             std::find(k_title_columns.begin(), k_title_columns.end(), key) != k_title_columns.end()) {
    wanted.title = value;
  }
}

Expected<std::vector<Wanted>> read_csv_list(const std::string& text) {
  const std::vector<std::vector<std::string>> rows = read_csv(text);
  if (rows.empty()) return failure(ErrorKind::malformed, "the list is empty");
  std::vector<Wanted> list;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    Wanted wanted;
    for (std::size_t column = 0; column < rows[i].size() && column < rows[0].size(); ++column) {
      take(wanted, rows[0][column], rows[i][column]);
    }
    if (!wanted.urls.empty() || !wanted.title.empty()) list.push_back(std::move(wanted));
  }
  if (list.empty()) return failure(ErrorKind::malformed, "no column with addresses (url) or titles (title, name)");
  return list;
}

Expected<std::vector<Wanted>> read_json_list(const std::string& text) {
  std::vector<Wanted> list;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    const auto object = nlohmann::json::parse(line, nullptr, /*allow_exceptions=*/false);
    if (!object.is_object()) continue;
    Wanted wanted;
    for (const auto& [key, value] : object.items())
      take(wanted, key, value.is_string() ? value.get<std::string>() : value.dump());
    if (!wanted.urls.empty() || !wanted.title.empty()) list.push_back(std::move(wanted));
  }
  if (list.empty()) return failure(ErrorKind::malformed, "no JSON line with a url or title");
  return list;
}

std::string words_for(const storage::UrlRecord& record) {
  switch (record.state) {
    case storage::UrlState::stored:
      return "in the archive";
    case storage::UrlState::queued:
      return record.reason.empty() ? "waiting to be fetched"
                                   : "tried, to be tried again: " + reason_in_words(record.reason);
    case storage::UrlState::fetched:
      return "being read";
    case storage::UrlState::discovered:
      return "seen in a feed, not yet decided on";
    case storage::UrlState::dropped:
      break;
  }
  return reason_in_words(record.reason);
}

class Judge {
 public:
  Judge(storage::Database& database, const std::vector<Source>& sources) : urls_(database) {
    for (const Source& source : sources) {
      const std::string host = host_of(source.url);
      if (source.enabled) watched_[registrable_domain(host)] = source.id;
    }
  }

  Verdict judge(const Wanted& wanted) const {
    Verdict verdict;
    verdict.what = wanted.urls.empty() ? wanted.title : wanted.urls.front();
    for (const std::string& url : wanted.urls) {
      const std::optional<storage::UrlRecord> record = urls_.find(url);
      if (record && take_record(verdict, *record)) return verdict;
    }
    if (!wanted.title.empty()) {
      for (const storage::UrlRecord& record : urls_.find_by_title(wanted.title, 5)) {
        if (take_record(verdict, record)) return verdict;
      }
    }
    if (verdict.reason.empty()) explain_unseen(verdict, wanted);
    return verdict;
  }

 private:
  static bool take_record(Verdict& verdict, const storage::UrlRecord& record) {
    verdict.found = record.state == storage::UrlState::stored;
    verdict.reason = verdict.found ? "" : record.reason.empty() ? std::string(to_string(record.state)) : record.reason;
    verdict.words = words_for(record);
    return verdict.found;
  }

  void explain_unseen(Verdict& verdict, const Wanted& wanted) const {
    verdict.reason = wanted.urls.empty() ? "title_not_seen" : "host_not_watched";
    verdict.words =
        wanted.urls.empty() ? "no entry of this title was seen" : "no source of this site is in the catalogue";
    for (const std::string& url : wanted.urls) {
      const auto source = watched_.find(registrable_domain(host_of(url)));
      if (source == watched_.end()) continue;
      verdict.reason = "not_in_feed";
      verdict.words =
          "the site is watched (" + source->second + "), but this address was in no feed when it was polled";
    }
  }

  storage::UrlStore urls_;
  std::map<std::string, std::string> watched_;  // registrable domain -> source id
};

void print(const std::vector<Verdict>& verdicts, const std::string& format) {
  if (format == "json" || format == "jsonl") {
    nlohmann::ordered_json all = nlohmann::ordered_json::array();
    for (const Verdict& verdict : verdicts) {
      nlohmann::ordered_json one{
          {"what", verdict.what}, {"found", verdict.found}, {"reason", verdict.reason}, {"words", verdict.words}};
      if (format == "jsonl") {
        std::printf("%s\n", json_text(one).c_str());
      } else {
        all.push_back(std::move(one));
      }
    }
    if (format == "json") std::printf("%s\n", json_text(all, 2).c_str());
    return;
  }
  std::vector<std::vector<std::string>> rows{{"reason", "what", "words"}};
  for (const Verdict& verdict : verdicts) {
    if (!verdict.found || format == "csv")
      rows.push_back({verdict.found ? "found" : verdict.reason, verdict.what, verdict.words});
  }
  if (format == "csv") {
    for (const auto& row : rows) std::printf("%s\n", csv_line(row).c_str());
  } else if (rows.size() > 1) {
    std::fputs(text_table(rows, 80).c_str(), stdout);
  }
}

}  // namespace

ExitCode command_missed(Session& session) {
  const std::string& path = session.line.arguments.front();
  const Expected<std::string> text = read_input(path);
  if (!text) return tell(text.error());
  const std::string_view begin = trim_ascii(std::string_view(*text).substr(0, 4096));
  const Expected<std::vector<Wanted>> list = begin.starts_with("{") ? read_json_list(*text) : read_csv_list(*text);
  if (!list) return tell({list.error().kind, path + ": " + list.error().message});
  Expected<storage::Database> database = open_archive(session);
  if (!database) return tell(database.error(), "`vigie run` fills the archive");
  const Judge judge(*database, load_sources(session.config, session.mistakes));
  std::vector<Verdict> verdicts;
  for (const Wanted& wanted : *list) verdicts.push_back(judge.judge(wanted));
  print(verdicts, session.line.format);
  const auto found =
      std::count_if(verdicts.begin(), verdicts.end(), [](const Verdict& verdict) { return verdict.found; });
  say(std::to_string(found) + " of " + std::to_string(verdicts.size()) + " are in the archive");
  return ExitCode::done;
}

}  // namespace vigie
