#include <charconv>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "app/commands.h"
#include "app/terminal.h"
#include "app/text_forms.h"
#include "model/text.h"
#include "parsers/article_page.h"
#include "storage/article_store.h"
#include "storage/evidence.h"
#include "storage/quotation.h"

namespace vigie {
namespace {

using Json = nlohmann::ordered_json;

// The article's text in a capture, read by the pipeline's own reader.
std::string text_of(const storage::Capture& capture, const storage::CapturedPage& page) {
  parsers::PageContext context;
  context.url = capture.url;
  context.content_type = page.content_type;
  const Expected<parsers::PageReading> reading = parsers::read_article_page(page.body, context);
  return reading ? reading->article.text : std::string();
}

Json change_json(const storage::TextChange& change) {
  return {{"kind", change.kind == storage::TextChange::Kind::absent ? "absent" : "added"}, {"text", change.text}};
}

}  // namespace

ExitCode command_verify(Session& session) {
  Expected<storage::Database> database = open_archive(session);
  if (!database) return tell(database.error());
  const storage::VerifyReport report = storage::verify_evidence(*database, session.config.evidence.folder);
  if (session.line.format == "json") {
    const Json json{{"sound", report.sound()},
                    {"captures", report.captures},
                    {"files", report.files},
                    {"broken", report.broken.empty() ? Json(nullptr) : Json(report.broken)},
                    {"remarks", report.remarks}};
    std::printf("%s\n", json_text(json, 2).c_str());
  } else {
    for (const std::string& remark : report.remarks) std::printf("remark: %s\n", escape_controls(remark).c_str());
    std::printf("%lld captures in %lld files: %s\n", static_cast<long long>(report.captures),
                static_cast<long long>(report.files),
                report.sound() ? "sound" : escape_controls("broken at " + report.broken).c_str());
  }
  return report.sound() ? ExitCode::done : ExitCode::failed;
}

ExitCode command_diff(Session& session) {
  Expected<storage::Database> database = open_archive(session);
  if (!database) return tell(database.error());
  const std::string& url = session.line.arguments.front();
  const std::vector<storage::Capture> captures = storage::captures_of(*database, url);
  if (captures.empty()) {
    say("no capture of " + url);
    return ExitCode::nothing_found;
  }
  Json all = Json::array();
  std::string earlier;
  for (std::size_t i = 0; i < captures.size(); ++i) {
    const Expected<storage::CapturedPage> page = storage::read_capture(session.config.evidence.folder, captures[i]);
    if (!page) return tell(page.error());
    const std::string text = text_of(captures[i], *page);
    const std::string at = format_iso8601(captures[i].captured_at);
    Json one{{"captured_at", at}, {"sha256", captures[i].sha256}, {"changes", Json::array()}};
    const bool as_text = session.line.format != "json";
    if (as_text) std::printf("capture of %s, sha256 %s\n", at.c_str(), captures[i].sha256.c_str());
    for (const storage::TextChange& change :
         i == 0 ? std::vector<storage::TextChange>{} : storage::diff_texts(earlier, text)) {
      one["changes"].push_back(change_json(change));
      if (!as_text) continue;
      const bool absent = change.kind == storage::TextChange::Kind::absent;
      std::printf("  %s: %s\n",
                  absent ? ("absent in the capture of " + at).c_str() : ("new in the capture of " + at).c_str(),
                  escape_controls(change.text).c_str());
    }
    all.push_back(std::move(one));
    earlier = text;
  }
  if (session.line.format == "json") std::printf("%s\n", json_text(all, 2).c_str());
  return ExitCode::done;
}

ExitCode command_cite(Session& session) {
  const std::string& name = session.line.arguments.front();
  std::int64_t id = 0;
  const auto [stop, error] = std::from_chars(name.data(), name.data() + name.size(), id);
  if (error != std::errc{} || stop != name.data() + name.size()) {
    return tell({ErrorKind::invalid_query, "\"" + name + "\" is not an article's number"});
  }
  Expected<storage::Database> database = open_archive(session);
  if (!database) return tell(database.error());
  const std::optional<AssessedArticle> article = storage::ArticleStore(*database).find(id);
  if (!article) return tell({ErrorKind::not_found, "no article " + name}), ExitCode::nothing_found;
  const std::vector<storage::Capture> captures = storage::captures_of(*database, article->article.url);
  if (captures.empty()) {
    say("no page was kept of article " + name);
    return ExitCode::nothing_found;
  }
  const storage::Capture& capture = captures.front();
  Json quotations = Json::array();
  for (const Attribution& made : article->assessment.attributions) {
    const std::string words = storage::quotation(article->article, made);
    if (words.empty()) continue;
    quotations.push_back({{"speaker", made.attributor.name},
                          {"stance", to_string(made.stance)},
                          {"act", to_string(made.act)},
                          {"quotation", words}});
  }
  if (quotations.empty())
    quotations.push_back({{"speaker", ""}, {"stance", ""}, {"act", ""}, {"quotation", article->article.title}});
  if (session.line.format == "json") {
    const Json json{
        {"article", id},           {"url", capture.url},       {"captured_at", format_iso8601(capture.captured_at)},
        {"file", capture.file},    {"offset", capture.offset}, {"sha256", capture.sha256},
        {"quotations", quotations}};
    std::printf("%s\n", json_text(json, 2).c_str());
    return ExitCode::done;
  }
  for (const Json& one : quotations) {
    std::printf("“%s”\n", escape_controls(one["quotation"].get<std::string>()).c_str());
    const std::string speaker = one["speaker"].get<std::string>();
    if (!speaker.empty()) {
      std::printf("    %s (%s, %s)\n", escape_controls(speaker).c_str(), one["stance"].get<std::string>().c_str(),
                  one["act"].get<std::string>().c_str());
    }
  }
  std::printf("url       %s\ncaptured  %s\nfile      %s\noffset    %lld\nsha256    %s\n",
              escape_controls(capture.url).c_str(), format_iso8601(capture.captured_at).c_str(), capture.file.c_str(),
              static_cast<long long>(capture.offset), capture.sha256.c_str());
  return ExitCode::done;
}

}  // namespace vigie
