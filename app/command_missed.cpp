#include <algorithm>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "app/commands.h"
#include "app/input_file.h"
#include "app/missed.h"
#include "app/terminal.h"
#include "app/text_forms.h"

namespace vigie {
namespace {

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
  const Expected<std::vector<Wanted>> list = read_foreign_list(*text);
  if (!list) return tell({list.error().kind, path + ": " + list.error().message});
  Expected<storage::Database> database = open_archive(session);
  if (!database) return tell(database.error(), "`vigie run` fills the archive");
  const MissedJudge judge(*database, load_sources(session.config, session.mistakes));
  std::vector<Verdict> verdicts;
  for (const Wanted& wanted : *list) verdicts.push_back(judge.judge(wanted));
  print(verdicts, session.line.format);
  const auto found =
      std::count_if(verdicts.begin(), verdicts.end(), [](const Verdict& verdict) { return verdict.found; });
  say(std::to_string(found) + " of " + std::to_string(verdicts.size()) + " are in the archive");
  return ExitCode::done;
}

}  // namespace vigie
