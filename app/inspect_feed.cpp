#include "app/inspect_feed.h"

#include <nlohmann/json.hpp>
#include <ostream>
#include <stdexcept>
#include <string>

#include "app/mapped_file.h"
#include "parsers/feed.h"

namespace vigie {
namespace {

constexpr std::size_t k_flush_bytes = 256u << 10;

// JSON put together by hand: nlohmann's tree of a large feed takes four times the feed's room.
class Line {
 public:
  explicit Line(std::ostream& out) : out_(out) {}

  void raw(std::string_view text) { text_ += text; }

  void quoted(std::string_view text) {
    text_ += '"';
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
      const auto byte = static_cast<unsigned char>(text[at]);
      if (byte >= 0x20 && byte != '"' && byte != '\\') continue;
      text_.append(text, begin, at - begin);
      begin = at + 1;
      escape(byte);
    }
    text_.append(text, begin);
    text_ += '"';
  }

  // "key":"text", or null where there is no text; a comma in front of all but an object's first.
  void field(std::string_view key, std::string_view text) {
    name(key);
    text.empty() ? raw("null") : quoted(text);
  }
  void field(std::string_view key, const std::optional<Date>& date) {
    field(key, date ? format_iso8601(date->at) : std::string());
  }
  void field(std::string_view key, const std::vector<std::string>& list) {
    name(key);
    raw("[");
    for (std::size_t i = 0; i < list.size(); ++i) {
      if (i > 0) raw(",");
      quoted(list[i]);
    }
    raw("]");
  }
  void name(std::string_view key) {
    if (text_.empty() || text_.back() != '{') raw(",");
    quoted(key);
    raw(":");
  }

  bool full() const { return text_.size() >= k_flush_bytes; }
  void flush() {
    out_ << text_;
    text_.clear();
  }

 private:
  void escape(unsigned char byte) {
    switch (byte) {
      case '"':
        return raw("\\\"");
      case '\\':
        return raw("\\\\");
      case '\n':
        return raw("\\n");
      case '\t':
        return raw("\\t");
      default:
        constexpr std::string_view k_digits = "0123456789abcdef";
        raw("\\u00");
        text_ += k_digits[byte >> 4];
        text_ += k_digits[byte & 15];
    }
  }

  std::ostream& out_;
  std::string text_;
};

std::string text_of(const nlohmann::json& request, const char* key) {
  const auto found = request.find(key);
  return found == request.end() || found->is_null() ? std::string() : found->get<std::string>();
}

void write_entry(Line& line, const FeedEntry& entry) {
  line.raw("{");
  line.field("title", entry.title);
  line.field("link", entry.url);
  line.field("id", entry.id);
  line.field("published", entry.published);
  line.field("updated", entry.updated);
  line.field("author", entry.author);
  line.field("summary", entry.summary);
  line.field("content", entry.content);
  line.field("language", entry.language);
  line.field("categories", entry.categories);
  line.raw("}");
}

void write_feed(Line& line, const Feed& feed) {
  line.field("encoding", feed.encoding);
  line.field("format", feed.format);
  line.name("feed");
  line.raw("{");
  line.field("title", feed.title);
  line.field("link", feed.link);
  line.field("language", feed.language);
  line.field("description", feed.description);
  line.field("author", feed.author);
  line.field("published", feed.published);
  line.field("updated", feed.updated);
  line.raw("}");
  line.field("repairs", feed.repairs);
}

}  // namespace

void write_feed_answer(const nlohmann::json& request, std::ostream& out) {
  const Expected<MappedFile> file = MappedFile::open(request.at("file").get<std::string>());
  if (!file) throw std::runtime_error(file.error().message);
  parsers::FeedContext context;
  context.url = text_of(request, "base");
  context.content_type = text_of(request, "content_type");
  Line line(out);
  line.raw("{\"id\":");
  const auto id = request.find("id");
  line.raw(id == request.end() ? "null" : id->dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
  bool any = false;
  const Expected<Feed> feed = parsers::read_feed(file->bytes(), context, [&](FeedEntry&& entry) {
    line.raw(any ? "," : ",\"entries\":[");
    any = true;
    write_entry(line, entry);
    if (line.full()) {
      line.flush();
      file->release();
    }
    return true;
  });
  if (any) line.raw("]");
  if (feed) {
    if (!any) line.raw(",\"entries\":[]");
    write_feed(line, *feed);
  } else {
    line.field("error", feed.error().message);
    line.field("error_kind", to_string(feed.error().kind));
  }
  line.raw("}\n");
  line.flush();
}

}  // namespace vigie
