#include "parsers/telegram_preview.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "parsers/date.h"
#include "parsers/post_headline.h"
#include "parsers/selector.h"

namespace vigie::parsers {
namespace {

constexpr std::size_t k_most_messages = 200;  // a preview shows twenty

NodeId last_of(const Document& page, std::string_view css, NodeId scope) {
  const Expected<std::vector<NodeId>> found = select(page, css, scope);
  return found && !found->empty() ? found->back() : k_no_node;
}

// "channel/123", as data-post gives it.
bool is_post_name(std::string_view name) {
  const std::size_t slash = name.find('/');
  const auto plain = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '/';
  };
  return slash != std::string_view::npos && slash > 0 && slash + 1 < name.size() && name.size() <= 80 &&
         std::all_of(name.begin(), name.end(), plain);
}

// A reply quotes the message it answers above its own text: the last text is the message's own.
FeedEntry read_message(const Document& page, NodeId message) {
  FeedEntry entry;
  const std::string_view name = page.attribute(message, "data-post");
  const NodeId text = last_of(page, ".tgme_widget_message_text", message);
  if (!is_post_name(name) || text == k_no_node) return entry;
  entry.id = std::string(name);
  entry.url = "https://t.me/" + entry.id;
  entry.content = page.text_of(text);
  entry.title = post_headline(entry.content);
  const NodeId time = last_of(page, ".tgme_widget_message_date time", message);
  if (time != k_no_node) entry.published = parse_date(page.attribute(time, "datetime"), {});
  return entry;
}

}  // namespace

bool may_be_telegram_preview(std::string_view html) {
  return html.find("tgme_widget_message") != std::string_view::npos &&
         html.find("data-post=") != std::string_view::npos;
}

Feed read_telegram_preview(const Document& page) {
  Feed feed;
  feed.format = "listing";
  const Expected<std::vector<NodeId>> messages = select(page, ".tgme_widget_message[data-post]");
  if (!messages) return feed;
  for (auto message = messages->rbegin(); message != messages->rend(); ++message) {
    FeedEntry entry = read_message(page, *message);
    if (entry.content.empty() || feed.entries.size() >= k_most_messages) continue;
    feed.entries.push_back(std::move(entry));
  }
  const NodeId title = last_of(page, ".tgme_channel_info_header_title", page.root());
  if (title != k_no_node) feed.title = page.text_of(title);
  return feed;
}

}  // namespace vigie::parsers
