#include "app/inspect_report.h"

#include "app/terminal.h"
#include "app/text_forms.h"
#include "crawler/robots.h"
#include "model/text.h"
#include "model/url.h"

namespace vigie {
namespace {

constexpr int k_name_width = 12;
constexpr std::size_t k_excerpt_bytes = 160;

class Report {
 public:
  explicit Report(int indent = 0) : indent_(indent) {}

  // Nothing where there is no value.
  Report& line(std::string_view name, std::string_view value) {
    if (value.empty()) return *this;
    text_ += std::string(static_cast<std::size_t>(indent_), ' ') + fit(std::string(name), k_name_width);
    text_ += escape_controls(value) + '\n';
    return *this;
  }
  std::string take() { return std::move(text_); }

 private:
  int indent_;
  std::string text_;
};

std::string written(const std::optional<Date>& date) {
  if (!date) return {};
  const bool doubtful = date->precision >= Precision::minute && !date->zone_known;
  return format_date(*date) + (doubtful ? " (its zone is not known)" : "");
}

std::string excerpt(std::string_view text) {
  const std::string line = collapse_space(text);
  return line.size() <= k_excerpt_bytes ? line : std::string(clip_utf8(line, k_excerpt_bytes)) + "…";
}

// Of a text that is not shown whole.
std::string length_of(std::string_view text) {
  return text.empty() ? std::string() : std::to_string(count_code_points(text)) + " characters";
}

std::string entry_report(const FeedEntry& entry, std::size_t number) {
  const std::string title = entry.title.empty() ? "(no title)" : entry.title;
  std::string text = std::to_string(number) + ". " + escape_controls(collapse_space(title)) + '\n';
  const bool same = entry.summary == entry.content;
  text += Report(4)
              .line("published", written(entry.published))
              .line("updated", written(entry.updated))
              .line("dates", entry.published || entry.updated ? "" : "none that reads as one")
              .line("link", entry.url.empty() ? "none" : entry.url)
              .line("id", entry.id == entry.url ? "" : entry.id)
              .line("author", entry.author)
              .line("language", entry.language)
              .line("categories", joined(entry.categories, ", "))
              .line("summary", excerpt(entry.summary))
              .line("content", same ? "" : length_of(entry.content))
              .take();
  return text;
}

}  // namespace

std::string feed_report(const Feed& feed) {
  Report head;
  head.line("feed", feed.title.empty() ? "(no title)" : feed.title)
      .line("format", feed.format + ", " + feed.encoding)
      .line("link", feed.link)
      .line("language", feed.language)
      .line("updated", written(feed.updated))
      .line("entries", std::to_string(feed.entries.size()));
  for (const std::string& repair : feed.repairs) head.line("repaired", repair);
  if (feed.repairs.empty()) head.line("repaired", "nothing");
  std::string text = head.take();
  std::size_t number = 0;
  for (const FeedEntry& entry : feed.entries) text += '\n' + entry_report(entry, ++number);
  return text;
}

std::string url_report(std::string_view input, std::string_view base, const UrlRules& rules) {
  const std::optional<std::string> href = whatwg_href(input, base);
  if (!href) return {};
  const Expected<Url> url = parse_url(*href);
  if (!url) return Report().line("address", *href).line("fetched", "never: neither http nor https").take();
  const std::string plain = strip_tracking(*url, rules);
  return Report()
      .line("address", *href)
      .line("untracked", plain == *href ? "the same" : plain)
      .line("key", canonical_key(*url, rules))
      .line("site", registrable_domain(url->host))
      .take();
}

std::string date_report(std::string_view text, const parsers::DateContext& context) {
  const std::optional<Date> date = parsers::parse_date(text, context);
  if (!date) return {};
  constexpr const char* k_precisions[] = {"the year", "the month", "the day", "the minute", "the second"};
  const bool timed = date->precision >= Precision::minute;
  return Report()
      .line("date", format_date(*date))
      .line("exact to", k_precisions[static_cast<int>(date->precision)])
      .line("zone", !timed             ? ""
                    : date->zone_known ? "known, told here in UTC"
                                       : "not known, told as if in UTC")
      .take();
}

std::string robots_report(std::string_view bytes, std::string_view agent, std::string_view url) {
  const crawler::RobotsRules rules = crawler::RobotsRules::parse(bytes);
  const crawler::RobotsGroup group = rules.group(agent);
  Report report;
  report.line("agent", agent).line("url", url);
  if (!url.empty()) report.line("fetching", group.allowed(url) ? "allowed" : "disallowed");
  if (url.empty()) report.line("whole site", group.allowed("/") ? "its front page is allowed" : "disallowed");
  if (const auto delay = group.crawl_delay()) {
    report.line("delay", std::to_string(delay->count() / 1000) + " s between two requests");
  }
  for (const std::string& sitemap : rules.sitemaps()) report.line("sitemap", sitemap);
  return report.take();
}

std::string charset_report(const parsers::Decoded& decoded) {
  const std::string lost = decoded.replaced == 0
                               ? "nothing"
                               : std::to_string(decoded.replaced) + " sequences of bytes that are no character";
  return Report().line("encoding", decoded.encoding).line("told by", decoded.evidence).line("replaced", lost).take() +
         '\n' + escape_controls(decoded.text, Newlines::keep) + '\n';
}

}  // namespace vigie
