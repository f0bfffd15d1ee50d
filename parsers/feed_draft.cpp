#include "parsers/feed_draft.h"

#include <algorithm>
#include <cstdint>

#include "model/text.h"
#include "parsers/date.h"
#include "parsers/date_zone.h"

namespace vigie::parsers {
namespace {

constexpr std::size_t k_max_categories = 64;
constexpr std::size_t k_max_author_bytes = 1024;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

// "http", "urn" in front of the first colon; empty when there is no scheme.
std::string scheme_of(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos || colon == 0 || !is_letter(text[0])) return {};
  const std::string_view scheme = text.substr(0, colon);
  const bool valid = std::all_of(scheme.begin(), scheme.end(), [](char c) {
    return is_letter(c) || is_digit(c) || c == '+' || c == '-' || c == '.';
  });
  return valid ? ascii_lower(scheme) : std::string();
}

}  // namespace

void Repairs::add(std::string_view what) {
  constexpr std::size_t k_most = 16;
  if (list_.size() < k_most && std::find(list_.begin(), list_.end(), what) == list_.end()) list_.emplace_back(what);
}

void FeedDraft::add_author(std::string name, int rank) {
  if (name.empty() || rank < author.rank) return;
  if (rank > author.rank) return author.take(std::move(name), rank);
  if (author.value.find(name) != std::string::npos || author.value.size() > k_max_author_bytes) return;
  author.value += ", " + name;
}

void FeedDraft::add_category(std::string name) {
  if (name.empty() || categories.size() >= k_max_categories) return;
  if (std::find(categories.begin(), categories.end(), name) == categories.end()) categories.push_back(std::move(name));
}

void FeedDraft::add_published(std::string_view text, int rank) {
  if (std::optional<Date> date = parse_feed_date(text, country)) published.offer_last(date, rank);
}

void FeedDraft::add_updated(std::string_view text, int rank) {
  if (std::optional<Date> date = parse_feed_date(text, country)) updated.offer_last(date, rank);
}

std::optional<seconds> FeedDraft::wait() const {
  const seconds rhythm(static_cast<std::int64_t>(update_period / std::max(update_frequency, 1.0)));
  const seconds longest = std::max(ttl, rhythm);
  return longest.count() > 0 ? std::optional(longest) : std::nullopt;
}

FeedEntry FeedDraft::take_entry(const FeedDraft& feed, const std::optional<std::string>& element_language) {
  FeedEntry entry;
  entry.id = std::move(id.value);
  entry.url = std::move(link.value);
  entry.title = std::move(title.value);
  entry.summary = std::move(summary.value);
  entry.content = std::move(content.value);
  if (author.rank == 0) author = feed.author;
  entry.author = std::move(author.value);
  entry.language = !language.value.empty() ? std::move(language.value)
                   : text_language         ? feed_language(*text_language)
                   : element_language      ? feed_language(*element_language)
                                           : feed.language.value;
  entry.categories = std::move(categories);
  entry.published = published.value;
  entry.updated = updated.value;
  return entry;
}

void FeedDraft::take_feed(Feed& feed) {
  feed.title = std::move(title.value);
  feed.link = std::move(link.value);
  feed.self = std::move(self);
  feed.language = std::move(language.value);
  feed.description = std::move(summary.value);
  feed.author = std::move(author.value);
  feed.published = published.value;
  feed.updated = updated.value;
  feed.wait = wait();
}

bool is_web_address(std::string_view text) {
  const std::string start = ascii_lower(text.substr(0, 8));
  return (start.starts_with("http://") && text.size() > 7) || (start.starts_with("https://") && text.size() > 8);
}

std::string feed_address(std::string_view reference, const Url* base) {
  std::string address;
  for (const char c : trim_ascii(reference)) {
    if (static_cast<unsigned char>(c) >= 0x20) address += c;
  }
  if (is_web_address(address)) return address;
  const std::string scheme = scheme_of(address);
  if (scheme == "javascript" || scheme == "data" || scheme == "vbscript") return {};
  if (!scheme.empty() && scheme != "http" && scheme != "https") return address;
  if (base == nullptr) return address;
  const Expected<Url> resolved = resolve_url(*base, address);
  return resolved ? resolved->href() : address;
}

std::string feed_country(const FeedContext& context, std::string_view language) {
  std::string_view host = context.url;
  host.remove_prefix(std::min(host.size(), host.find("//") + 2));
  host = host.substr(0, host.find_first_of("/:?#"));
  return zone_country(context.country, host, language);
}

std::string feed_language(std::string_view text) {
  std::string tag(trim_ascii(text));
  if (tag.size() < 2 || tag.size() > 35) return {};
  std::size_t part_begin = 0;
  std::size_t part = 0;
  for (std::size_t at = 0; at <= tag.size(); ++at) {
    if (at < tag.size() && tag[at] != '-' && tag[at] != '_') {
      if (!is_letter(tag[at]) && !is_digit(tag[at])) return {};
      continue;
    }
    const std::size_t length = at - part_begin;
    if (length == 0 || length > 8) return {};
    // RFC 5646 2.1.1: languages in lower case, regions in upper case, scripts with a capital.
    for (std::size_t i = part_begin; i < at; ++i) {
      const bool upper = part > 0 && (length == 2 || (length == 4 && i == part_begin && is_letter(tag[i])));
      if (is_letter(tag[i])) tag[i] = static_cast<char>(upper ? (tag[i] & ~0x20) : (tag[i] | 0x20));
    }
    if (at < tag.size()) tag[at] = '-';
    part_begin = at + 1;
    ++part;
  }
  return tag;
}

}  // namespace vigie::parsers
