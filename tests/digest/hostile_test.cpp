#include <algorithm>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <regex>

#include "digest/export.h"
#include "digest/message.h"
#include "digest/outside_text.h"
#include "digest/render.h"
#include "model/text.h"
#include "tests/digest/label_files.h"
#include "tests/digest/sample.h"
#include "tests/support/golden.h"
#include "tests/support/hostile_cases.h"

using namespace vigie;
using namespace vigie::digest;
using nlohmann::json;

namespace {

/// The sample day with `text` wherever the outside can write.
DigestInput hostile_day(const std::string& text) {
  DigestInput input = sample::quiet_day();
  Story story = sample::belgian_story();
  story.headline = text;
  for (AssessedArticle& article : story.articles) {
    article.article.title = text;
    article.article.site_name = text;
    article.article.authors = {text};
    article.article.language = article.id == 12 ? text : article.article.language;
    if (article.id != 13) article.article.url = article.article.canonical_url = text;
    article.first_seen = input.until - std::chrono::hours(2);
    article.article.published->at = article.first_seen;
    for (ActorMention& mention : article.assessment.actor_mentions) mention.surface = text;
    for (Indicator indicator : std::vector<Indicator>{{"malware", text, {}}, {"url", text, {}}, {"domain", text, {}}}) {
      article.assessment.indicators.push_back(indicator);
    }
    article.assessment.actors.push_back(text);
    for (Attribution& said : article.assessment.attributions) {
      said.actors.push_back(text);
      said.victims.push_back(sample::party(text, "BE", "company"));
    }
    Attribution report;
    report.attributor = sample::party(text, "", "company");
    report.act = Act::report;
    report.accused_states = {text};
    article.assessment.attributions.push_back(report);
  }
  story.statements = statements_of(story, {});
  for (Statement& statement : story.statements) {
    statement.quotation = text;
    statement.publisher = text;
    statement.language = text;
  }
  input.stories = {story};
  input.publishers = {{"fr-press", text}, {"be-mfa", text}};
  input.glosses = {{text, {text, text}}};
  input.health = {{text, text, text, text, input.from}};
  input.history = {{"2022-07-16", text, 3}, {text, "CN", 2}};
  input.pairs = {{text, "BE", 3}, {"CN", text, 2}};
  return input;
}

bool is_override(char32_t c) { return (c >= 0x202A && c <= 0x202E) || c == 0x200E || c == 0x200F || c == 0x61C; }

/// Valid UTF-8 without controls (line feeds aside), overrides and unbalanced isolates.
void check_plain(const std::string& text, const char* form) {
  INFO(form);
  CHECK(is_valid_utf8(text));
  int open = 0;
  bool clean = true;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    const char32_t c = point.value;
    clean &= (c >= 0x20 && !(c >= 0x7F && c <= 0x9F)) || c == '\n';
    clean &= !is_override(c) && c != 0x2066 && c != 0x2067 && c != 0x2028 && c != 0x2029 && c != 0xFEFF && c != 0x200B;
    clean &= !(c >= 0xE000 && c <= 0xF8FF);
    if (c == 0x2068) ++open;
    if (c == 0x2069) --open;
    clean &= open >= 0 && open <= 2;
    if (c == '\n') clean &= open == 0;
    at = point.next;
  }
  CHECK(clean);
}

/// Every tag is one of ours, none holds a handler, every address is the web's.
void check_markup(const std::string& text, const std::string& tags, const char* form) {
  INFO(form);
  const std::regex known("^<(?:[!?]|/?(?:" + tags + ")\\b)");
  for (std::size_t at = text.find('<'); at != std::string::npos; at = text.find('<', at + 1)) {
    const std::size_t end = text.find('>', at);
    REQUIRE(end != std::string::npos);
    const std::string tag = text.substr(at, std::min<std::size_t>(end - at + 1, 4000));
    INFO(tag.substr(0, 200));
    CHECK(std::regex_search(tag, known));
    static const std::regex quoted("\"[^\"]*\"");
    static const std::regex handler("\\son\\w+\\s*=", std::regex::icase);
    static const std::regex address("(?:href|src|action)=\"([^\"]*)\"");
    static const std::regex web("^(?:https?://|#[a-z]+$|data:,$)");
    CHECK(!std::regex_search(std::regex_replace(tag, quoted, ""), handler));
    std::smatch link;
    if (std::regex_search(tag, link, address)) CHECK(std::regex_search(link[1].str(), web));
  }
}

void check_html(const std::string& html) {
  check_plain(html, "html");
  const std::size_t begin = html.find("<style>");
  const std::size_t end = html.find("</style>");
  REQUIRE(begin != std::string::npos);
  const std::string body = html.substr(0, begin) + html.substr(end + 8);
  check_markup(body,
               "html|head|meta|link|title|body|a|header|p|h1|h2|h3|time|nav|ul|li|main|section|article|span|strong|bdi|"
               "div|blockquote|footer|dl|dt|dd|figure|figcaption|svg|line|g|rect|table|thead|tbody|tr|th|td|abbr",
               "html");
  CHECK(body.find("{{") == std::string::npos);
}

void check_markdown(const std::string& markdown) {
  check_plain(markdown, "markdown");
  static const std::regex link("\\]\\(<https?://[^<>\\s]*>\\)");
  const std::string without_links = std::regex_replace(markdown, link, "");
  CHECK(without_links.find('<') == std::string::npos);
  static const std::regex open_link("(^|[^\\\\])\\]\\(");
  CHECK(!std::regex_search(without_links, open_link));
  CHECK(without_links.find("{{") == std::string::npos);
  CHECK(without_links.find("![") == std::string::npos);
  static const std::regex autolink("[A-Za-z]://");
  CHECK(!std::regex_search(without_links, autolink));
}

void check_csv(const std::string& csv, std::size_t columns) {
  std::size_t cells = 1;
  bool quoted = false;
  bool start = true;
  for (std::size_t i = 0; i < csv.size(); ++i) {
    if (start && csv[i] != '"') {
      CHECK(std::string("=+-@\t\r").find(csv[i]) == std::string::npos);
      start = false;
    } else if (start && i + 1 < csv.size()) {
      CHECK(std::string("=+-@\t\r").find(csv[i + 1]) == std::string::npos);
      start = false;
    }
    if (csv[i] == '"') quoted = !quoted;
    if (quoted) continue;
    if (csv[i] == ',') {
      ++cells;
      start = i + 1 < csv.size() && csv[i + 1] != ',' && csv[i + 1] != '\r';
    } else if (csv[i] == '\n') {
      CHECK(cells == columns);
      cells = 1;
      start = true;
    }
  }
}

void check_mail(const std::string& mail) {
  for (char c : mail) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte > 126 || (byte < 32 && c != '\r' && c != '\n')) FAIL("a mail must be printable ASCII");
  }
  std::size_t headers = 0;
  const std::size_t end = mail.find("\r\n\r\n");
  for (std::size_t at = 0; at < end;) {
    const std::size_t next = mail.find("\r\n", at);
    const std::string line = mail.substr(at, next - at);
    CHECK(line.size() <= 998);
    if (line.front() != ' ') {
      ++headers;
      CHECK(std::regex_search(line, std::regex("^(From|To|Subject|Date|Message-ID|List-Id|Auto-Submitted|MIME-Version|"
                                               "Content-Type|Content-Transfer-Encoding): ")));
    }
    at = next + 2;
  }
  CHECK(headers <= 10);
  CHECK(std::count(mail.begin(), mail.end(), '\r') == std::count(mail.begin(), mail.end(), '\n'));
}

json parsed(const std::string& text) {
  json out = json::parse(text, nullptr, false);
  CHECK(!out.is_discarded());
  return out;
}

}  // namespace

TEST_CASE("hostile text is harmless in every form of the digest") {
  const Labels labels = sample::shipped_labels("en");
  REQUIRE(test::hostile_cases().size() >= 60);
  for (const test::HostileCase& hostile : test::hostile_cases()) {
    INFO(hostile.name);
    const Digest digest = compose(hostile_day(hostile.text));
    REQUIRE(digest.entries.size() == 1);
    const std::string text = render_text(digest, labels);
    check_plain(text, "text");
    CHECK(text.size() < 60'000);
    check_markdown(render_markdown(digest, labels));
    const std::string html = render_html(digest, labels);
    check_html(html);
    CHECK(html.size() < 120'000);
    const std::string atom = render_atom(digest, labels);
    check_plain(atom, "atom");
    check_markup(atom, "feed|id|title|updated|author|name|generator|link|entry|summary|content|category", "atom");
    for (const json& article : parsed(render_json(digest, labels))["stories"][0]["articles"]) {
      CHECK((article["url"].is_null() || article["url"].get<std::string>().rfind("http", 0) == 0));
    }
    const Expected<std::string> mail =
        write_mail(digest_mail(digest, labels, "Vigie <vigie@example.org>", {"desk@example.org"}));
    REQUIRE(mail.has_value());
    check_mail(*mail);
  }
}

TEST_CASE("hostile text is harmless in every export") {
  ExportOptions options;
  options.labels = sample::shipped_labels("en");
  for (const test::HostileCase& hostile : test::hostile_cases()) {
    INFO(hostile.name);
    const std::vector<Story> stories = hostile_day(hostile.text).stories;
    options.publishers = {{"fr-press", hostile.text}};
    options.actor_aliases = {{"APT27", {hostile.text}}};
    for (const json& object : parsed(export_stix(stories, options))["objects"]) {
      for (const char* key : {"name", "description", "content", "abstract"}) {
        if (object.contains(key)) check_plain(object[key].get<std::string>(), key);
      }
    }
    for (const json& attribute : parsed(export_misp(stories, options))["Event"]["Attribute"]) {
      check_plain(attribute["value"].get<std::string>(), "misp value");
      check_plain(attribute["comment"].get<std::string>(), "misp comment");
    }
    check_csv(export_csv(stories, CsvColumns::own, options), 16);
    check_csv(export_csv(stories, CsvColumns::eurepoc, options), 81);
    check_csv(export_csv(stories, CsvColumns::cfr, options), 12);
    const std::string lines = export_jsonl(stories, options);
    CHECK(std::count(lines.begin(), lines.end(), '\n') == 5);
    const std::string atom = export_atom(stories, options);
    check_plain(atom, "atom");
    check_markup(atom, "feed|id|title|updated|published|author|name|generator|link|entry|summary|category", "atom");
  }
}

TEST_CASE("hostile text is harmless in messages") {
  const Labels labels = sample::shipped_labels("en");
  for (const test::HostileCase& hostile : test::hostile_cases()) {
    INFO(hostile.name);
    Alert alert;
    alert.name = hostile.text;
    alert.query = hostile.text;
    alert.articles = hostile_day(hostile.text).stories.front().articles;
    alert.left_out = 2;
    const Expected<std::string> mail = write_mail(alert_mail(alert, labels, "vigie@example.org", {"desk@example.org"}));
    REQUIRE(mail.has_value());
    check_mail(*mail);
    const Digest digest = compose(hostile_day(hostile.text));
    for (const WebhookMessage& message : {digest_webhook(digest, WebhookForm::slack, labels, "s"),
                                          alert_webhook(alert, WebhookForm::slack, labels, "s")}) {
      const std::string text = parsed(message.body)["text"];
      CHECK(text.find("<!") == std::string::npos);
      CHECK(text.find("<@") == std::string::npos);
      CHECK(std::regex_replace(text, std::regex("<https?://[^<>|]*\\|[^<>]*>"), "").find('<') == std::string::npos);
      CHECK(text.size() < 5'000);
    }
    for (const WebhookMessage& message : {digest_webhook(digest, WebhookForm::mattermost, labels, "s"),
                                          alert_webhook(alert, WebhookForm::mattermost, labels, "s")}) {
      const std::string text = parsed(message.body)["text"];
      CHECK(text.find("@channel") == std::string::npos);
      CHECK(text.find("![") == std::string::npos);
    }
    CHECK(parsed(alert_webhook(alert, WebhookForm::json, labels, "s").body)["event"] == "alert");
  }
}

TEST_CASE("a page of all hostile cases is a golden file that the browser test opens") {
  DigestInput input = sample::quiet_day();
  std::int64_t id = 0;
  for (const test::HostileCase& hostile : test::hostile_cases()) {
    DigestInput one = hostile_day(hostile.text);
    one.stories.front().id = ++id;
    input.stories.push_back(one.stories.front());
  }
  RenderOptions options;
  options.entries_in_full = 1000;
  const std::string html = render_html(compose(input), sample::shipped_labels("en"), options);
  CHECK(html == vigie::test::golden(std::string(VIGIE_FIXTURES) + "/digest/hostile.html", html));
}

TEST_CASE("an address is a link only where it is the web's") {
  CHECK(safe_link("https://example.org/a?b=c#d") == "https://example.org/a?b=c#d");
  CHECK(safe_link("HTTP://EXAMPLE.ORG") == "http://example.org/");
  CHECK(safe_link("https://example.org/(x)_y*z") == "https://example.org/(x)_y*z");
  for (const char* text : {"javascript:alert(1)", "java\tscript:alert(1)", "data:text/html,x", "file:///etc/passwd",
                           "https://u:p@example.org/", "//example.org", "", "mailto:a@example.org", "https://"}) {
    CHECK(safe_link(text).empty());
  }
}
