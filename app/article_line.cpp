#include "app/article_line.h"

#include "model/text.h"
#include "parsers/date.h"

namespace vigie {
namespace {

std::string text_of(const nlohmann::ordered_json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? valid_utf8(found->get<std::string>()) : std::string();
}

std::optional<Date> date_of(const std::string& text) {
  // "20250502" is how some archives write a day.
  if (text.size() == 8 && text.find_first_not_of("0123456789") == std::string::npos) {
    return parse_iso8601(text.substr(0, 4) + "-" + text.substr(4, 2) + "-" + text.substr(6));
  }
  return parsers::parse_feed_date(text);
}

}  // namespace

Expected<ArticleLine> read_article_line(std::string_view line) {
  const auto object = nlohmann::ordered_json::parse(line, nullptr, /*allow_exceptions=*/false);
  if (!object.is_object()) return failure(ErrorKind::malformed, "not a JSON object");
  ArticleLine read;
  if (object.contains("id")) read.id = object["id"];
  read.source = text_of(object, "source");
  Article& article = read.article;
  article.url = text_of(object, "url");
  article.title = nfc(collapse_space(text_of(object, "title")));
  article.text = nfc(text_of(object, "text"));
  article.language = text_of(object, "lang");
  article.published = date_of(text_of(object, "published"));
  const auto authors = object.find("authors");
  if (authors != object.end() && authors->is_array()) {
    for (const auto& author : *authors) {
      if (author.is_string()) article.authors.push_back(valid_utf8(author.get<std::string>()));
    }
  }
  return read;
}

}  // namespace vigie
