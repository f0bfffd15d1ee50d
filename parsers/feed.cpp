#include "parsers/feed.h"

#include <algorithm>
#include <array>
#include <optional>

#include "model/text.h"
#include "parsers/charset.h"
#include "parsers/charset_decode.h"
#include "parsers/feed_json.h"
#include "parsers/feed_xml.h"
#include "parsers/xml_scanner.h"

namespace vigie::parsers {
namespace {

constexpr std::size_t k_none = std::string_view::npos;
constexpr std::size_t k_root_bytes = 256u << 10;
constexpr std::size_t k_page_bytes = 64u << 10;
constexpr std::string_view k_mark = "\xEF\xBB\xBF";

struct Mark {
  std::string_view text;  // lower case
  std::string_view who;
};

// What the pages say that stand between a robot and a site.
constexpr std::array k_bot_checks = std::to_array<Mark>({
    {"challenge-platform", "Cloudflare"},
    {"cf-browser-verification", "Cloudflare"},
    {"cf_chl_", "Cloudflare"},
    {"attention required! | cloudflare", "Cloudflare"},
    {"cdn-cgi/l/chk", "Cloudflare"},
    {"ddos-guard", "DDoS-Guard"},
    {"_incapsula_resource", "Imperva"},
    {"incapsula incident", "Imperva"},
    {"pardon our interruption", "Imperva"},
    {"px-captcha", "HUMAN"},
    {"perimeterx", "HUMAN"},
    {"captcha-delivery.com", "DataDome"},
    {"datadome", "DataDome"},
    {"awswafcookie", "AWS WAF"},
    {"awswaf.com", "AWS WAF"},
    {"gokuprops", "AWS WAF"},
    {"errors.edgesuite.net", "Akamai"},
    {"akamai-bm", "Akamai"},
    {"sucuri_cloudproxy", "Sucuri"},
    {"sucuri website firewall", "Sucuri"},
    {"within.website/x/cmd/anubis", "Anubis"},
    {"making sure you&#39;re not a bot", "Anubis"},
    {"making sure you're not a bot", "Anubis"},
    {"_guard/auto.js", "a firewall"},
    {"g-recaptcha", "a captcha"},
    {"h-captcha", "a captcha"},
    {"cf-turnstile", "a captcha"},
    {"checking your browser", "a browser check"},
    {"<title>just a moment", "a browser check"},
    {"verify you are human", "a browser check"},
    {"verifying you are human", "a browser check"},
    {"are you a robot", "a browser check"},
    {"enable javascript and cookies to continue", "a browser check"},
    {"please enable cookies", "a browser check"},
});

std::string named(const FeedContext& context) {
  return context.url.empty() ? std::string("feed") : "feed " + context.url;
}

// Judged by the first element: a feed may well stand behind a document type of HTML.
bool is_html(std::string_view head) {
  constexpr std::array<std::string_view, 8> k_names = {"html", "head",   "body", "title",
                                                       "meta", "script", "div",  "center"};
  const std::string name = ascii_lower(XmlScanner(head).next().name);
  return std::find(k_names.begin(), k_names.end(), name) != k_names.end();
}

tl::unexpected<Error> refuse(std::string_view text, const FeedContext& context) {
  const std::string what = "cannot read " + named(context) + ": ";
  if (trim_ascii(text).empty()) return failure(ErrorKind::malformed, what + "the body is empty");
  const std::string page = ascii_lower(text.substr(0, k_page_bytes));
  if (is_html(page)) {
    for (const Mark& mark : k_bot_checks) {
      if (page.find(mark.text) != k_none) {
        return failure(ErrorKind::unsupported, what + "a bot check (" + std::string(mark.who) + ") was served instead");
      }
    }
    return failure(ErrorKind::unsupported, what + "an HTML page was served instead");
  }
  const XmlTag root = XmlScanner(text.substr(0, k_page_bytes)).next();
  if (root.kind != XmlTag::Kind::done) {
    return failure(ErrorKind::unsupported, what + "no <rss>, <rdf:RDF> or <feed> element, the first one is <" +
                                               escape_controls(clip_utf8(root.name, 40)) + ">");
  }
  return failure(ErrorKind::malformed, what + "neither XML nor JSON");
}

constexpr std::size_t k_cleaned_bytes = 4u << 20;

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t' && c != '\r'; }

// Control characters are dropped from texts anyway; inside a tag they hide its name.
std::optional<std::string> without_controls(std::string_view text) {
  if (text.size() > k_cleaned_bytes || std::none_of(text.begin(), text.end(), is_control)) return std::nullopt;
  std::string clean(text);
  std::erase_if(clean, is_control);
  return clean;
}

Expected<Feed> read_text(std::string_view text, const FeedContext& context, const EntrySink& sink) {
  const std::string_view trimmed = trim_ascii(text.substr(0, k_page_bytes));
  if (trimmed.starts_with("{")) {
    Expected<Feed> feed = read_json_feed(text, context, sink);
    if (!feed) feed.error().message = "cannot read " + named(context) + ": " + feed.error().message;
    return feed;
  }
  const std::optional<std::string> clean = without_controls(text);
  if (clean) text = *clean;
  const bool html = is_html(text.substr(0, k_page_bytes));
  const std::size_t root = html ? k_none : find_feed_root(text, k_root_bytes);
  if (root == k_none) return refuse(text, context);
  Feed feed = read_xml_feed(text, root, context, sink);
  if (clean) feed.repairs.insert(feed.repairs.begin(), "control characters were dropped");
  if (!trimmed.starts_with("<")) feed.repairs.insert(feed.repairs.begin(), "there is text before the feed");
  return feed;
}

// The encoding is settled by the beginning of a feed. What follows in a long one is taken for the same, and its texts
// are checked one by one: a feed is gone through once, and pages a caller has mapped are touched once.
constexpr std::size_t k_settled_bytes = 1u << 20;

void make_valid(std::string& text, std::size_t& mended) {
  if (valid_utf8_bytes(text)) return;
  text = valid_utf8(text);
  ++mended;
}

void make_valid(FeedEntry& entry, std::size_t& mended) {
  for (std::string* text : {&entry.id, &entry.url, &entry.title, &entry.summary, &entry.content, &entry.author}) {
    make_valid(*text, mended);
  }
  for (std::string& category : entry.categories) make_valid(category, mended);
}

Expected<Feed> read_unchecked(std::string_view text, const FeedContext& context, const EntrySink& sink) {
  std::size_t mended = 0;
  Expected<Feed> feed = read_text(text, context, [&](FeedEntry&& entry) {
    make_valid(entry, mended);
    return sink(std::move(entry));
  });
  if (!feed) return feed;
  for (std::string* value : {&feed->title, &feed->link, &feed->self, &feed->description, &feed->author}) {
    make_valid(*value, mended);
  }
  if (mended > 0) feed->repairs.push_back(std::to_string(mended) + " texts with malformed bytes were mended");
  return feed;
}

Expected<Feed> read_transcoded(std::string_view bytes, std::string_view encoding, const FeedContext& context,
                               const EntrySink& sink) {
  const Transcoded decoded = transcode(bytes, encoding);
  std::string_view text = decoded.text;
  if (text.starts_with(k_mark)) text.remove_prefix(k_mark.size());
  Expected<Feed> feed = read_text(text, context, sink);
  if (feed && decoded.replaced > 0) {
    feed->repairs.insert(feed->repairs.begin(),
                         std::to_string(decoded.replaced) + " malformed byte sequences were replaced");
  }
  return feed;
}

}  // namespace

Expected<Feed> read_feed(std::string_view bytes, const FeedContext& context, const EntrySink& sink) {
  if (bytes.size() > context.max_bytes) {
    return failure(ErrorKind::limit, "cannot read " + named(context) + ": " + std::to_string(bytes.size()) +
                                         " bytes are more than " + std::to_string(context.max_bytes));
  }
  const std::string_view head = clip_utf8(bytes, k_settled_bytes);
  const EncodingChoice choice = choose_encoding(head, context.content_type, Markup::xml);
  std::string_view text = bytes;
  if (text.starts_with(k_mark)) text.remove_prefix(k_mark.size());
  const bool json = trim_ascii(text.substr(0, k_page_bytes)).starts_with("{");
  // Nearly all feeds are UTF-8 as they come; they are read in place. JSON has to be valid throughout.
  Expected<Feed> feed =
      choice.encoding == "utf-8" && valid_utf8_bytes(json ? bytes : head)
          ? head.size() == bytes.size() || json ? read_text(text, context, sink) : read_unchecked(text, context, sink)
          : read_transcoded(bytes, choice.encoding, context, sink);
  if (feed) feed->encoding = choice.encoding;
  return feed;
}

Expected<Feed> read_feed(std::string_view bytes, const FeedContext& context) {
  std::vector<FeedEntry> entries;
  Expected<Feed> feed = read_feed(bytes, context, [&](FeedEntry&& entry) {
    entries.push_back(std::move(entry));
    return true;
  });
  if (feed) feed->entries = std::move(entries);
  return feed;
}

}  // namespace vigie::parsers
