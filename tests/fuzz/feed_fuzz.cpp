// Feeds of any shape. The first line is the Content-Type, the rest the body: reading never fails but by its errors, all
// text is UTF-8 within its limit, and a sink that stops is asked no more.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "model/text.h"
#include "parsers/feed.h"

namespace {

void check(std::string_view text, std::size_t limit) {
  if (text.size() > limit || !vigie::is_valid_utf8(text)) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::size_t line = bytes.find('\n');
  if (line == bytes.npos) return 0;
  vigie::parsers::FeedContext context;
  context.content_type = std::string(bytes.substr(0, line));
  context.url = "https://feeds.example/a/b?c";
  context.max_entries = 100;
  context.max_text_bytes = 4096;
  context.max_depth = 32;
  std::size_t count = 0;
  const auto feed = vigie::parsers::read_feed(bytes.substr(line + 1), context, [&](vigie::FeedEntry&& entry) {
    if (++count > context.max_entries) std::abort();
    check(entry.title, context.max_text_bytes);
    check(entry.summary, context.max_text_bytes);
    check(entry.content, context.max_text_bytes);
    check(entry.url, size * 3 + 4096);
    check(entry.author, 16384);
    return count != 50;
  });
  if (feed) check(feed->title, context.max_text_bytes);
  static_cast<void>(vigie::parsers::find_feed_links(bytes, context.url));
  return 0;
}
