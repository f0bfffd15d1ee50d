#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <optional>

#include "app/article_report.h"
#include "app/commands.h"
#include "app/input_file.h"
#include "app/inspect_answers.h"
#include "app/inspect_stories.h"
#include "app/pipeline.h"
#include "app/site_rules.h"
#include "app/terminal.h"
#include "app/text_forms.h"
#include "model/text.h"
#include "parsers/article_page.h"
#include "parsers/charset.h"
#include "parsers/feed.h"

namespace vigie {
namespace {

using Json = nlohmann::ordered_json;

// Reads the tables when the first question needs them: the other kinds answer without.
class LazyKnowledge : public KnowledgeSource {
 public:
  explicit LazyKnowledge(const Config& config) : config_(config) {}
  const Knowledge& get() override {
    if (!knowledge_) {
      Expected<Knowledge> loaded = load_knowledge(knowledge_files(config_), config_.url_rules);
      if (!loaded) throw std::runtime_error(loaded.error().message);
      knowledge_ = std::move(*loaded);
    }
    return *knowledge_;
  }
  const UrlRules& url_rules() override { return config_.url_rules; }

 private:
  const Config& config_;
  std::optional<Knowledge> knowledge_;
};

ExitCode inspect_text(const Session& session, const std::string& input) {
  Expected<Knowledge> knowledge = load_knowledge(knowledge_files(session.config), session.config.url_rules);
  if (!knowledge) return tell(knowledge.error());
  // The first line is the title, the rest the text.
  const std::string text = valid_utf8(input);
  const std::size_t line_end = text.find('\n');
  Article article;
  article.title = trim_ascii(std::string_view(text).substr(0, line_end));
  article.text = line_end == std::string::npos ? "" : nfc(trim_ascii(std::string_view(text).substr(line_end)));
  article.language = session.line.language;
  article.url = session.line.url;
  const AssessedArticle judged = judge(std::move(article), DocumentContext{}, *knowledge);
  if (session.line.format == "json") {
    std::printf("%s\n", json_text(text_answer(judged), 2).c_str());
  } else {
    std::fputs(article_report(judged, ReportText::whole).c_str(), stdout);
  }
  return ExitCode::done;
}

void print_why(const parsers::PageReading& reading) {
  std::printf("\nstage       %s\ncontainer   %s\n\nmetadata\n", reading.stage.c_str(), reading.container.c_str());
  std::vector<std::vector<std::string>> rows;
  for (const parsers::MetadataSource& source : reading.metadata) {
    rows.push_back({std::string("  ") + (source.chosen ? "*" : " "), source.field, source.source, source.value});
  }
  std::fputs(text_table(rows).c_str(), stdout);
  std::printf("\ndropped\n");
  rows.clear();
  for (const parsers::DroppedBlock& block : reading.dropped) rows.push_back({"  " + block.reason, block.text});
  std::fputs(text_table(rows).c_str(), stdout);
}

ExitCode inspect_page(const Session& session, const std::string& input) {
  parsers::PageContext context;
  context.url = session.line.url;
  context.content_type = session.line.content_type;
  context.language_hint = session.line.language;
  context.url_rules = &session.config.url_rules;
  const SiteRules rules(session.config.sites);
  std::optional<parsers::SiteRule> rule;
  if (!session.line.rule.empty()) {
    const Expected<std::string> text = read_input(session.line.rule);
    if (!text) return tell(text.error());
    Expected<parsers::SiteRule> read = parsers::read_site_rule(*text, session.line.rule);
    if (!read) return tell(read.error());
    rule = std::move(*read);
    context.rule = &*rule;
  } else {
    context.rule = rules.find(context.url);
  }
  const Expected<parsers::PageReading> reading = parsers::read_article_page(input, context);
  if (!reading) return tell(reading.error());
  if (session.line.format == "json") {
    std::printf("%s\n", json_text(page_answer(*reading), 2).c_str());
    return ExitCode::done;
  }
  const Article& article = reading->article;
  std::printf("%s\n", escape_controls(article.title).c_str());
  std::printf("url         %s\npublished   %s\nauthors     %s\nlanguage    %s\n\n%s\n",
              escape_controls(article.canonical_url).c_str(),
              article.published ? format_date(*article.published).c_str() : "",
              escape_controls(joined(article.authors, ", ")).c_str(), article.language.c_str(),
              escape_controls(article.text, Newlines::keep).c_str());
  if (session.line.why) print_why(*reading);
  return ExitCode::done;
}

void print_entry(const FeedEntry& entry) {
  const std::optional<Date>& date = entry.published ? entry.published : entry.updated;
  std::printf("%s  %s\n", date ? format_date(*date).c_str() : "no date", escape_controls(entry.title).c_str());
  if (!entry.url.empty()) std::printf("    link     %s\n", escape_controls(entry.url).c_str());
  if (!entry.id.empty() && entry.id != entry.url) std::printf("    id       %s\n", escape_controls(entry.id).c_str());
  if (!entry.author.empty()) std::printf("    author   %s\n", escape_controls(entry.author).c_str());
  const std::string& text = entry.summary.empty() ? entry.content : entry.summary;
  if (!text.empty()) std::printf("    summary  %s\n", fit(collapse_space(escape_controls(text)), 100).c_str());
}

ExitCode inspect_feed(const Session& session, const std::string& input) {
  parsers::FeedContext context;
  context.url = session.line.url;
  context.content_type = session.line.content_type;
  const Expected<Feed> feed = parsers::read_feed(input, context);
  if (!feed) return tell(feed.error());
  std::printf("%s\nformat      %s, %s\nlink        %s\nlanguage    %s\nentries     %zu\n",
              escape_controls(feed->title).c_str(), feed->format.c_str(), feed->encoding.c_str(),
              escape_controls(feed->link).c_str(), escape_controls(feed->language).c_str(), feed->entries.size());
  for (const std::string& repair : feed->repairs) std::printf("repaired    %s\n", escape_controls(repair).c_str());
  std::printf("\n");
  for (const FeedEntry& entry : feed->entries) print_entry(entry);
  return ExitCode::done;
}

ExitCode inspect_charset(const Session& session, const std::string& input) {
  const parsers::Markup markup = session.line.mode == "html"  ? parsers::Markup::html
                                 : session.line.mode == "xml" ? parsers::Markup::xml
                                                              : parsers::Markup::plain;
  const parsers::Decoded decoded = parsers::decode(input, session.line.content_type, markup);
  std::printf("encoding    %s (by %s)\nreplaced    %zu\n\n%s\n", decoded.encoding.c_str(), decoded.evidence.c_str(),
              decoded.replaced, escape_controls(decoded.text, Newlines::keep).c_str());
  return ExitCode::done;
}

// url, date and robots: the JSON answer's fields, one a line.
ExitCode print_fields(const Json& answer) {
  for (const auto& [key, value] : answer.items()) {
    const std::string text = value.is_string() ? value.get<std::string>() : json_text(value);
    std::printf("%s%s\n", fit(key, 12).c_str(), escape_controls(text).c_str());
  }
  const bool nothing =
      answer.contains("href") ? answer["href"].is_null() : answer.contains("iso") && answer["iso"].is_null();
  return nothing ? ExitCode::nothing_found : ExitCode::done;
}

ExitCode inspect_small(const Session& session, const std::string& what, const std::string& input) {
  const CommandLine& line = session.line;
  if (what == "date") {
    return print_fields(
        answer_date({{"text", std::string(trim_ascii(input))}, {"lang", line.language}, {"now", line.now}}));
  }
  if (what == "url") {
    return print_fields(
        answer_url({{"input", std::string(trim_ascii(input))}, {"base", line.base}, {"mode", line.mode}},
                   session.config.url_rules));
  }
  return print_fields(answer_robots(
      {{"robots", valid_utf8(input)}, {"agent", line.agent.empty() ? "vigie" : line.agent}, {"url", line.url}}));
}

// The input of url and date may be typed in place of a file.
Expected<std::string> input_of(const std::string& what, const std::string& argument) {
  std::error_code error;
  if ((what == "url" || what == "date") && argument != "-" && !std::filesystem::is_regular_file(argument, error)) {
    return argument;
  }
  return read_input(argument);
}

}  // namespace

ExitCode command_inspect(Session& session) {
  const std::vector<std::string>& arguments = session.line.arguments;
  if (session.line.jsonl) {
    LazyKnowledge knowledge(session.config);
    std::ios::sync_with_stdio(false);
    return answer_json_lines(std::cin, std::cout, knowledge);
  }
  constexpr const char* k_kinds = "page, feed, text, url, date, robots, charset or stories";
  if (arguments.size() < 2) {
    say(std::string("inspect wants what it is to look at (") + k_kinds + ") and a file, or --jsonl");
    return ExitCode::usage;
  }
  const std::string& what = arguments[0];
  const std::string argument = joined({arguments.begin() + 1, arguments.end()}, " ");
  if (what == "stories") return inspect_stories(session, argument);
  const Expected<std::string> input = input_of(what, argument);
  if (!input) return tell(input.error());
  if (what == "text") return inspect_text(session, *input);
  if (what == "page") return inspect_page(session, *input);
  if (what == "feed") return inspect_feed(session, *input);
  if (what == "charset") return inspect_charset(session, *input);
  if (what == "url" || what == "date" || what == "robots") return inspect_small(session, what, *input);
  say("cannot inspect \"" + what + "\": expected " + k_kinds);
  return ExitCode::usage;
}

}  // namespace vigie
