#include "parsers/sitemap.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "model/text.h"
#include "parsers/charset.h"
#include "parsers/feed.h"
#include "parsers/feed_draft.h"
#include "parsers/feed_space.h"
#include "parsers/feed_text.h"
#include "parsers/plain_text.h"
#include "parsers/xml_scanner.h"

namespace vigie::parsers {
namespace {

constexpr std::size_t k_max_bytes = 64u << 20;  // unpacked; the protocol allows 50 MB
constexpr std::size_t k_max_entries = 50'000;   // as the protocol says
constexpr std::size_t k_max_line = 4096;

tl::unexpected<Error> fail(ErrorKind kind, std::string_view url, std::string_view what) {
  return failure(kind, "cannot read sitemap " + std::string(url) + ": " + std::string(what));
}

struct Inflater {
  z_stream stream{};
  bool ready = false;
  Inflater() { ready = inflateInit2(&stream, 16 + MAX_WBITS) == Z_OK; }
  ~Inflater() {
    if (ready) inflateEnd(&stream);
  }
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;
};

// What could be unpacked before the end or a mistake; null when it is too long.
std::optional<std::string> unpack(std::string_view bytes) {
  Inflater inflater;
  std::string out;
  if (!inflater.ready) return out;
  z_stream& stream = inflater.stream;
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));  // zlib's signature; it only reads
  stream.avail_in = static_cast<uInt>(bytes.size());
  std::array<char, 65536> buffer;
  int state = Z_OK;
  while (state == Z_OK) {
    stream.next_out = reinterpret_cast<Bytef*>(buffer.data());
    stream.avail_out = buffer.size();
    state = inflate(&stream, Z_NO_FLUSH);
    out.append(buffer.data(), buffer.size() - stream.avail_out);
    if (out.size() > k_max_bytes) return std::nullopt;
    if (state == Z_BUF_ERROR && stream.avail_in == 0) break;
  }
  return out;
}

// What one <url> or <sitemap> says.
class Block {
 public:
  explicit Block(const Url* base) : base_(base) {}

  // `local` and `prefix` name an element with the text `value`; `own` is the block's prefix.
  void read(const QName& name, std::string_view own, const std::string& value) {
    const std::string local = ascii_lower(name.local);
    const bool is_own = name.prefix == own;
    if (local == "loc" && is_own) {
      if (draft_.link.value.empty()) draft_.link.offer(feed_address(value, base_), 1);
    } else if (local == "lastmod" && is_own) {
      draft_.add_updated(value, 1);
    } else if (is_own || name.prefix == "image" || name.prefix == "video") {
      return;
    } else if (local == "publication_date") {
      draft_.add_published(value, 1);
    } else if (local == "title") {
      draft_.title.offer(join_lines(plain_text(value, UnknownTags::keep)), 1);
    } else if (local == "language") {
      draft_.language.offer(feed_language(value), 1);
    } else if (local == "keywords") {
      add_keywords(value);
    }
  }

  FeedEntry take() { return draft_.take_entry(FeedDraft(), std::nullopt); }

 private:
  void add_keywords(std::string_view list) {
    while (!list.empty()) {
      const std::size_t comma = std::min(list.find(','), list.size());
      draft_.add_category(one_line(list.substr(0, comma)));
      list.remove_prefix(std::min(comma + 1, list.size()));
    }
  }

  const Url* base_;
  FeedDraft draft_;
};

void keep(Feed& feed, FeedEntry entry) {
  if (!is_web_address(entry.url)) return;
  if (feed.entries.size() < k_max_entries) {
    feed.entries.push_back(std::move(entry));
  } else if (feed.repairs.empty()) {
    feed.repairs.push_back("addresses behind the " + std::to_string(k_max_entries) + "th are left out");
  }
}

// False when the document breaks off.
bool read_blocks(std::string_view text, const Url* base, Feed& feed) {
  XmlScanner scanner(text);
  std::optional<Block> block;
  QName block_name;
  XmlTag opened;  // the start tag right before, whose text ends at this tag
  bool closed = false;
  for (XmlTag tag = scanner.next(); tag.kind != XmlTag::Kind::done; tag = scanner.next()) {
    const QName name = split_name(tag.name);
    const bool is_block = name.local == "url" || name.local == "sitemap";
    if (tag.kind == XmlTag::Kind::start && is_block) {
      if (block) keep(feed, block->take());
      block.emplace(base);
      block_name = name;
    } else if (tag.kind == XmlTag::Kind::end && is_block) {
      if (block) keep(feed, block->take());
      block.reset();
    } else if (tag.kind == XmlTag::Kind::end && block && opened.name == tag.name) {
      const std::string_view raw = text.substr(opened.end, std::min(tag.begin - opened.end, k_max_line));
      block->read(name, block_name.prefix, read_token(raw, scanner.entities()));
    }
    closed = tag.kind == XmlTag::Kind::end && (name.local == "urlset" || name.local == "sitemapindex");
    opened = tag.kind == XmlTag::Kind::start ? tag : XmlTag();
  }
  if (block) keep(feed, block->take());
  return closed;
}

void read_lines(std::string_view text, Feed& feed) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = trim_ascii(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (!is_web_address(line) || line.size() > k_max_line) continue;
    FeedEntry entry;
    entry.url = std::string(line);
    keep(feed, std::move(entry));
  }
}

void sort_newest_first(Feed& feed) {
  const auto when = [](const FeedEntry& entry) {
    if (entry.published) return entry.published->at;
    return entry.updated ? entry.updated->at : Time::min();
  };
  std::stable_sort(feed.entries.begin(), feed.entries.end(),
                   [&](const FeedEntry& a, const FeedEntry& b) { return when(a) > when(b); });
}

// The first tag tells what the document is.
enum class Root { sitemap, index, feed, page, lines, nothing };

Root root_of(std::string_view text) {
  XmlScanner scanner(text.substr(0, 65536));
  const XmlTag tag = scanner.next();
  if (tag.kind == XmlTag::Kind::done) return is_web_address(trim_ascii(text)) ? Root::lines : Root::nothing;
  const std::string local = ascii_lower(split_name(tag.name).local);
  if (local == "urlset" || local == "url") return Root::sitemap;
  if (local == "sitemapindex" || local == "sitemap") return Root::index;
  if (local == "rss" || local == "feed" || local == "rdf") return Root::feed;
  return local == "html" || local == "head" || local == "body" ? Root::page : Root::nothing;
}

Expected<Feed> read_feed_as_sitemap(std::string_view bytes, std::string_view url, std::string_view content_type) {
  FeedContext context;
  context.url = std::string(url);
  context.content_type = std::string(content_type);
  context.max_entries = k_max_entries;
  Expected<Feed> feed = read_feed(bytes, context);
  if (feed) feed->format = "sitemap";
  return feed;
}

}  // namespace

Expected<Feed> read_sitemap(std::string_view bytes, std::string_view url, std::string_view content_type) {
  std::string unpacked;
  if (bytes.starts_with("\x1F\x8B")) {
    std::optional<std::string> out = unpack(bytes);
    if (!out) return fail(ErrorKind::limit, url, "it unpacks to more than 64 MB");
    unpacked = std::move(*out);
    bytes = unpacked;
    content_type = {};
  }
  if (bytes.size() > k_max_bytes) return fail(ErrorKind::limit, url, "it has more than 64 MB");
  const Decoded decoded = decode(bytes, content_type, Markup::xml);
  const std::string_view text = decoded.text;
  Feed feed;
  feed.encoding = decoded.encoding;
  const Root root = root_of(text);
  switch (root) {
    case Root::sitemap:
    case Root::index: {
      feed.format = root == Root::index ? "sitemapindex" : "sitemap";
      const Expected<Url> base = parse_url(url);
      if (!read_blocks(text, base ? &*base : nullptr, feed)) feed.repairs.push_back("the sitemap breaks off");
      break;
    }
    case Root::lines:
      feed.format = "sitemap";
      read_lines(text, feed);
      break;
    case Root::feed:
      return read_feed_as_sitemap(bytes, url, content_type);
    case Root::page:
      return fail(ErrorKind::unsupported, url, "an HTML page was served instead");
    case Root::nothing:
      return fail(ErrorKind::malformed, url,
                  trim_ascii(text).empty() ? "the body is empty" : "no <urlset> or <sitemapindex> element");
  }
  sort_newest_first(feed);
  return feed;
}

}  // namespace vigie::parsers
