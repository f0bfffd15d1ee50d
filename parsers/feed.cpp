#include "parsers/feed.h"

#include <algorithm>
#include <array>

#include "model/text.h"
#include "parsers/charset.h"
#include "parsers/charset_decode.h"
#include "parsers/feed_json.h"
#include "parsers/feed_xml.h"
#include "parsers/xml_scanner.h"

namespace vigie::parsers {
namespace {

constexpr std::size_t k_none = std::string_view::npos;
constexpr std::size_t k_root_bytes = 256 * 1024;
constexpr std::size_t k_page_bytes = 64 * 1024;

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

Expected<Feed> read_text(std::string_view text, const FeedContext& context, const EntrySink& sink) {
  const std::string_view trimmed = trim_ascii(text.substr(0, k_page_bytes));
  if (trimmed.starts_with("{")) {
    Expected<Feed> feed = read_json_feed(text, context, sink);
    if (!feed) feed.error().message = "cannot read " + named(context) + ": " + feed.error().message;
    return feed;
  }
  const bool html = is_html(text.substr(0, k_page_bytes));
  const std::size_t root = html ? k_none : find_feed_root(text, k_root_bytes);
  if (root == k_none) return refuse(text, context);
  Feed feed = read_xml_feed(text, root, context, sink);
  if (!trimmed.starts_with("<")) feed.repairs.insert(feed.repairs.begin(), "there is text before the feed");
  return feed;
}

}  // namespace

Expected<Feed> read_feed(std::string_view bytes, const FeedContext& context, const EntrySink& sink) {
  if (bytes.size() > context.max_bytes) {
    return failure(ErrorKind::limit, "cannot read " + named(context) + ": " + std::to_string(bytes.size()) +
                                         " bytes are more than " + std::to_string(context.max_bytes));
  }
  const EncodingChoice choice = choose_encoding(bytes, context.content_type, Markup::xml);
  Transcoded decoded;
  std::string_view text = bytes;
  // Most feeds are UTF-8 as they come; they are read in place.
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  if (choice.encoding != "utf-8" || !valid_utf8_bytes(text)) {
    decoded = transcode(bytes, choice.encoding);
    text = decoded.text;
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  }
  Expected<Feed> feed = read_text(text, context, sink);
  if (!feed) return feed;
  feed->encoding = choice.encoding;
  if (decoded.replaced > 0) {
    feed->repairs.insert(feed->repairs.begin(),
                         std::to_string(decoded.replaced) + " malformed byte sequences were replaced");
  }
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
