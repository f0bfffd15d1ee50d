#include "parsers/opml.h"

#include <libxml/xmlreader.h>

#include <memory>

#include "model/text.h"

namespace vigie::parsers {
namespace {

constexpr std::size_t k_most_feeds = 100'000;

std::string attribute(xmlTextReader* reader, const char* name) {
  const std::unique_ptr<xmlChar, void (*)(void*)> value(
      xmlTextReaderGetAttribute(reader, reinterpret_cast<const xmlChar*>(name)), [](void* text) { xmlFree(text); });
  return value ? valid_utf8(reinterpret_cast<const char*>(value.get())) : std::string();
}

}  // namespace

Expected<std::vector<OpmlFeed>> read_opml(std::string_view bytes) {
  constexpr int k_options = XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING;
  const std::unique_ptr<xmlTextReader, void (*)(xmlTextReader*)> reader(
      xmlReaderForMemory(bytes.data(), static_cast<int>(bytes.size()), nullptr, nullptr, k_options), xmlFreeTextReader);
  std::vector<OpmlFeed> feeds;
  bool is_opml = false;
  while (reader && xmlTextReaderRead(reader.get()) == 1 && feeds.size() < k_most_feeds) {
    if (xmlTextReaderNodeType(reader.get()) != XML_READER_TYPE_ELEMENT) continue;
    const std::string_view name = reinterpret_cast<const char*>(xmlTextReaderConstLocalName(reader.get()));
    if (name == "opml") is_opml = true;
    if (!is_opml || name != "outline") continue;
    OpmlFeed feed{attribute(reader.get(), "xmlUrl"), attribute(reader.get(), "title"),
                  attribute(reader.get(), "language")};
    if (feed.title.empty()) feed.title = attribute(reader.get(), "text");
    if (!feed.url.empty()) feeds.push_back(std::move(feed));
  }
  if (!is_opml) return failure(ErrorKind::malformed, "cannot read the list as OPML: no <opml> element");
  return feeds;
}

}  // namespace vigie::parsers
