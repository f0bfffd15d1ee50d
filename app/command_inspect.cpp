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
#include "app/inspect_report.h"
#include "app/inspect_stories.h"
#include "app/page_report.h"
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

// The moment, and the day at its place where that is another one than in UTC.
std::string published_line(const parsers::PageReading& reading) {
  if (!reading.article.published) return {};
  const std::string moment = format_date(*reading.article.published);
  if (reading.published_day.empty() || moment.starts_with(reading.published_day)) return moment;
  return moment + " (" + reading.published_day + " where it was published)";
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
              escape_controls(article.canonical_url).c_str(), published_line(*reading).c_str(),
              escape_controls(joined(article.authors, ", ")).c_str(), article.language.c_str(),
              escape_controls(article.text, Newlines::keep).c_str());
  if (session.line.why) std::fputs(page_report(*reading).c_str(), stdout);
  return ExitCode::done;
}

ExitCode inspect_feed(const Session& session, const std::string& input) {
  parsers::FeedContext context;
  context.url = session.line.url;
  context.content_type = session.line.content_type;
  const Expected<Feed> feed = parsers::read_feed(input, context);
  if (!feed) return tell(feed.error());
  std::fputs(feed_report(*feed).c_str(), stdout);
  return ExitCode::done;
}

ExitCode inspect_charset(const Session& session, const std::string& input) {
  const parsers::Markup markup = session.line.mode == "html"  ? parsers::Markup::html
                                 : session.line.mode == "xml" ? parsers::Markup::xml
                                                              : parsers::Markup::plain;
  const parsers::Decoded decoded = parsers::decode(input, session.line.content_type, markup);
  std::fputs(charset_report(decoded).c_str(), stdout);
  return ExitCode::done;
}

ExitCode print_or(const std::string& report, const std::string& otherwise) {
  if (report.empty()) {
    say(otherwise);
    return ExitCode::nothing_found;
  }
  std::fputs(report.c_str(), stdout);
  return ExitCode::done;
}

ExitCode print_answer(const Json& answer) {
  std::printf("%s\n", json_text(answer, 2).c_str());
  return ExitCode::done;
}

ExitCode inspect_date(const CommandLine& line, const std::string& text) {
  if (line.format == "json")
    return print_answer(answer_date({{"text", text}, {"lang", line.language}, {"now", line.now}}));
  parsers::DateContext context;
  context.language = line.language;
  if (const auto now = parse_iso8601(line.now)) context.now = now->at;
  return print_or(
      date_report(text, context),
      "no date: " + text + (context.now ? "" : "\nhint: --now 2026-03-02T12:00:00Z reads relative dates too"));
}

ExitCode inspect_url(const Session& session, const std::string& text) {
  const CommandLine& line = session.line;
  const UrlRules& rules = session.config.url_rules;
  if (line.format == "json") {
    return print_answer(answer_url({{"input", text}, {"base", line.base}, {"mode", line.mode}}, rules));
  }
  if (line.mode.empty()) return print_or(url_report(text, line.base, rules), "no address: " + text);
  const Json href = answer_url({{"input", text}, {"base", line.base}, {"mode", line.mode}}, rules)["href"];
  return print_or(href.is_null() ? "" : escape_controls(href.get<std::string>()) + "\n", "no address: " + text);
}

ExitCode inspect_robots(const CommandLine& line, const std::string& input) {
  const std::string agent = line.agent.empty() ? "vigie" : line.agent;
  if (line.format == "json") {
    return print_answer(answer_robots({{"robots", valid_utf8(input)}, {"agent", agent}, {"url", line.url}}));
  }
  std::fputs(robots_report(input, agent, line.url).c_str(), stdout);
  return ExitCode::done;
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
  if (what == "url") return inspect_url(session, std::string(trim_ascii(*input)));
  if (what == "date") return inspect_date(session.line, std::string(trim_ascii(*input)));
  if (what == "robots") return inspect_robots(session.line, *input);
  say("cannot inspect \"" + what + "\": expected " + k_kinds);
  return ExitCode::usage;
}

}  // namespace vigie
