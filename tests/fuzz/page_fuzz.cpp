// The whole way from a page's bytes to its article. What comes out is UTF-8, bounded by what went in.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "model/text.h"
#include "parsers/article_page.h"
#include "parsers/selector.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  vigie::parsers::PageContext context;
  context.url = "https://news.example/2026/03/03/a-story";
  const auto reading = vigie::parsers::read_article_page(bytes, context);
  if (!reading) {
    if (reading.error().message.empty()) std::abort();
    return 0;
  }
  const vigie::Article& article = reading->article;
  if (article.text.empty()) std::abort();
  if (!vigie::is_valid_utf8(article.text) || !vigie::is_valid_utf8(article.title)) std::abort();
  for (const std::string& author : article.authors) {
    if (author.empty() || !vigie::is_valid_utf8(author)) std::abort();
  }
  return 0;
}
